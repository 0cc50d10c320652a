"""Follow every link of a desk's pages and look at what comes."""

from urllib.parse import urldefrag, urljoin

from lxml import html


def crawl(client, also=(), most=600):
    """Return every page that links lead to, parsed, by its address; follows what the pages need as well."""
    pages: dict[str, html.HtmlElement | None] = {}
    waiting = ["/", *also]
    while waiting and len(pages) < most:
        address = waiting.pop(0)
        if address in pages:
            continue
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200, (address, answer.status_code)
        if "html" not in answer.headers["content-type"]:
            pages[address] = None
            continue
        document = html.fromstring(answer.content.decode())
        pages[address] = document
        waiting += [path for path, _ in links(document, address) if path not in pages]
    return pages


def links(document, address):
    """Yield the path and the fragment of every link to this server, but for the REST interface."""
    for element, _, link, _ in document.iterlinks():
        if link.startswith(("http:", "https:", "data:")) or element.tag == "form":
            continue
        path, fragment = urldefrag(urljoin(address, link))
        if not path.startswith("/api/"):
            yield path, fragment
