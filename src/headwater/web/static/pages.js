"use strict";
// The pages work without this file. It only offers what has come in since the page was drawn: nothing moves by itself.
(() => {
  const { news, changes, articles, revision } = document.body.dataset;
  const place = document.getElementById("news");
  if (!news || !place) return;
  const SOON = 1500;
  const LATER = 60000;
  let told = "";
  let waiting = 0;
  let stream = null;

  const offer = (words) => {
    if (words === told) return;
    told = words;
    place.replaceChildren();
    if (!words) return;
    const link = document.createElement("a");
    link.href = location.pathname + location.search;
    link.textContent = words;
    place.append(link);
  };
  const look = async () => {
    waiting = 0;
    if (document.hidden) return;
    const answer = await fetch(news).catch(() => null);
    if (!answer || !answer.ok) return;
    const now = await answer.json();
    const more = now.articles - Number(articles);
    if (more > 0) offer(`${more} new ${more === 1 ? "report" : "reports"}: show`);
    else offer(now.revision === Number(revision) ? "" : "This has changed: show");
  };
  const soon = () => {
    waiting ||= setTimeout(look, SOON);
  };
  // A browser opens only a few connections to one server: a page that nobody sees holds none.
  const listen = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
      return;
    }
    look();
    if (stream || !changes || !("EventSource" in window)) return;
    stream = new EventSource(changes);
    stream.addEventListener("revision", soon);
  };
  document.addEventListener("visibilitychange", listen);
  setInterval(look, LATER);
  listen();
})();
