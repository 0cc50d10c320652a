"""Markup → a tree that can be walked, and the runs of text in it: what a reader of the page sees, block by block.

A `Run` is the text of one block-level element (or of what stands between two of them), white space made single, with
the element that holds it and how much of it lies inside links and times.

>>> tree = parse("<body><nav><a href='/'>Home</a></nav><p>Rain fell <b>all</b> night.</p></body>")
>>> [(run.text, run.linked) for run in runs(tree)]
[('Home', 1.0), ('Rain fell all night.', 0.0)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import ElementDefaultClassLookup, ParserError, XMLSyntaxError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from headwater.articles.elements import said_role
from headwater.model import CutRole

UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold: control characters and halves of surrogate pairs."""
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)[^<>]{20000,}>")
"""libxml2's time grows with the square of an element's attributes: a tag this long loses them."""
MOST_TAGS = 100_000
"""A page with more tags than this is flattened as one that nests too deeply, so that its time stays bounded."""
FLAT = frozenset("html head title meta link body p br h1 h2 h3 h4 h5 h6 li time script style".split())
"""What is left of a page that nests too deeply: elements that close each other."""
UNSEEN = frozenset(
    "head script style noscript template svg math iframe object embed canvas audio video select textarea input".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
BREAKS = frozenset(("br", "lb", "cell"))
APART = frozenset(("a", "span", "time", "label"))
"""Two of these without a character between them are shown apart by style sheets: names, dates, menu entries."""
DEEPENS = {"a": "links", "ref": "links", "time": "times"}
SPACE = re.compile(r"\s+")
WORD = re.compile(r"\w+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """The text of one block of a page."""

    text: str
    line: str
    """The text folded."""
    element: HtmlElement
    said: CutRole | None
    """What the elements around it say that it is."""
    linked: float
    """Share of the characters that lie inside links."""
    timed: float
    """Share of the characters that lie inside `<time>`."""


def parse(markup: str) -> HtmlElement | None:
    """Return the tree of a page, or None where there is no element in it; a page that nests too deeply is flattened.

    libxml2 stops at 256 levels and forgets what it has read. Such a page is read again without its containers: only
    paragraphs, headings and list items are left, which is all that a text needs.
    """
    safe = LONG_TAG.sub(r"<\1>", UNSAFE.sub(" ", markup))
    if safe.count("<") > MOST_TAGS:
        return _tree(TAG.sub(_flattened, safe), _parser())
    parser = _parser()
    tree = _tree(safe, parser)
    if any("depth" in entry.message for entry in parser.error_log):
        tree = _tree(TAG.sub(_flattened, safe), _parser())
    return tree


def runs(root: HtmlElement, blocks: frozenset[str] = BLOCKS, unseen: frozenset[str] = UNSEEN) -> Iterator[Run]:
    """Yield the text of each block below an element, in page order; hidden elements and scripts are passed over."""
    gathered = _Gathered()
    holders: list[tuple[HtmlElement, CutRole | None]] = [(root, said_role(root))]
    walk = iterwalk(root, events=("start", "end"))
    passed_over: HtmlElement | None = None
    for event, element in walk:
        if event == "start" and (element.tag in unseen or hidden(element)):
            passed_over = element
            walk.skip_subtree()
        elif event == "start":
            if element.tag in blocks:
                yield from gathered.run(*holders[-1])
                holders.append((element, said_role(element, holders[-1][1])))
            gathered.enter(element)
        else:
            if element.tag in blocks and element is not passed_over:
                yield from gathered.run(*holders.pop())
            gathered.leave(element, entered=element is not passed_over, last=element is root)
    yield from gathered.run(*holders[0])


class _Gathered:
    """The text since the last block boundary, and how deep in links and times the walk is."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.sizes = {"all": 0, "links": 0, "times": 0}
        self.depths = {"links": 0, "times": 0}

    def enter(self, element: HtmlElement) -> None:
        self._deepen(element, 1)
        self._add(element.text)

    def leave(self, element: HtmlElement, *, entered: bool, last: bool) -> None:
        if entered:
            self._deepen(element, -1)
        if element.tag in BREAKS or (element.tag in APART and not element.tail and element.getnext() is not None):
            self.pieces.append(" ")
        if not last:
            self._add(element.tail)

    def run(self, holder: HtmlElement, said: CutRole | None) -> Iterator[Run]:
        """Yield what was gathered, if it is more than white space, and begin anew."""
        text = SPACE.sub(" ", "".join(self.pieces)).strip()
        whole = max(1, self.sizes["all"])
        if text:
            shares = {name: self.sizes[name] / whole for name in self.depths}
            yield Run(
                text=text,
                line=folded(text),
                element=holder,
                said=said,
                linked=shares["links"],
                timed=shares["times"],
            )
        self.pieces.clear()
        self.sizes = dict.fromkeys(self.sizes, 0)

    def _deepen(self, element: HtmlElement, by: int) -> None:
        name = DEEPENS.get(str(element.tag))
        if name:
            self.depths[name] += by

    def _add(self, piece: str | None) -> None:
        if piece:
            self.pieces.append(piece)
            size = len(piece.strip())
            self.sizes["all"] += size
            for name, depth in self.depths.items():
                self.sizes[name] += size if depth else 0


def hidden(element: HtmlElement) -> bool:
    """Say whether an element is marked as not shown: `hidden`, `aria-hidden`, or an inline style that hides it."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and len(style) < 1000 and HIDDEN.search(style.lower()) is not None


def folded(text: str) -> str:
    """Return the words of a text in lower case, for comparing what is printed differently in two places.

    >>> folded("“Rain, again”  -  Daily")
    'rain again daily'
    """
    return " ".join(WORD.findall(text.casefold()))


def _parser() -> HTMLParser:
    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    # one class for all elements: the lookup of lxml.html, by tag and in Python, takes a fifth of the time
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser


def _tree(markup: str, parser: HTMLParser) -> HtmlElement | None:
    try:
        return document_fromstring(markup.encode(), parser=parser)
    except (ParserError, XMLSyntaxError):
        return None


def _flattened(tag: re.Match[str]) -> str:
    return tag.group() if tag.group(1).lower() in FLAT else " "
