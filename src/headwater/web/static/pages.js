"use strict";
// The pages work without this file. It only offers what has come in since: nothing moves by itself.
(() => {
  const { changes, revision, story } = document.body.dataset;
  const news = document.getElementById("news");
  if (!changes || !news || !("EventSource" in window)) return;
  let shown = false;
  const offer = (words) => {
    if (shown) news.replaceChildren();
    const link = document.createElement("a");
    link.href = location.pathname + location.search;
    link.textContent = words;
    news.replaceChildren(link);
    shown = true;
  };
})();
