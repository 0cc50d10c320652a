"""Names outside the registry that the words beside them, or in them, show to be those of agencies and papers.

>>> text = "the Northdale news agency reported, and so did The Vale Herald"
>>> [named.agency for named in described(text, frozenset(text.lower().split()))]
['Northdale', 'Vale Herald']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.articles.agencies import UNSPACED, WORD, Named
from headwater.articles.credit_lexicon import Words, cues
from headwater.articles.credit_names import GENERIC_EAST, name_from, names_nobody

NO_NAME = frozenset(
    "According Told But And Now When While As After Before Meanwhile Also If Since However Then Yet Still Although Though Because "
    "For On At By From With So Fake Breaking Local State Both One Another Many Some Other "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Yesterday".split()
)
"""Words that begin a sentence or say when, not a name."""
COMPOUND = re.compile(r"-[a-z]+$")
NATION = re.compile(r"(?:an|ish|ese|ic|ench|utch|i|tate|erman|reek|wiss|zech) $")
"""Adjectives before “news agency”: “the North Korean news agency”."""
ADJECTIVE = re.compile(r"(?:ое|ого|ому|ым|ом|не|ве|ьке|кої|ної|ной|ная|на|вна)\s$")
"""Before “агентство”: one for ratings, for travel."""
EAST = re.compile(
    r"(?:据|據)(?P<zh>[一-鿿]{1,6}?(?:通讯社|通訊社|社|新闻网|新聞網|日报|日報|晚报|电视台))(?:\d+日)?(?:报道|報道|报导|報導|消息|电|電)"
    r"|(?P<ja>[一-鿿ァ-ヶー]{1,10}?(?:通信|新聞|テレビ|放送))(?:社)?(?:によると|によれば|が報じ|が伝え)"
    r"|(?P<ko>[가-힣]{1,8}(?:통신|뉴스|신문|일보|방송))에 따르면"
)
EAST_NOUN = re.compile(
    "(?:通讯社|通訊社|通信|新聞網?|新闻网|社|日报|日報|晚报|电视台|テレビ|放送|통신|뉴스|신문|일보|방송)$"
)
QUOTED = (" «", " “", " „", ' "')


def described(text: str, present: frozenset[str]) -> Iterator[Named]:
    """Yield the names that a text describes as an agency's or a paper's.

    `present` holds the words of the text in lower case, so that most phrases need not be looked for.

    >>> list(described("the North Korean news agency", frozenset({"news", "agency"})))
    []
    """
    lexicon = cues()
    for _, end in _phrases(text, present, lexicon.described_before):
        yield from _after_noun(text, end)
    for start, end in _phrases(text, present, lexicon.described_quoted):
        if text[end : end + 2] in QUOTED and not ADJECTIVE.search(text, max(0, start - 20), start):
            yield from _after_noun(text, end)
    for start, end in _phrases(text, present, lexicon.described_after):
        yield from _before_noun(text, start, end)
    for noun in sorted(lexicon.press | lexicon.press_named):
        if noun.lower() in present:
            yield from _papers(text, noun, named_only=noun in lexicon.press_named)
    for noun in sorted(lexicon.press_first):
        if noun.lower() in present:
            yield from _stations(text, noun)
    if not text.isascii() and UNSPACED.search(text):
        yield from _eastern(text)


def _phrases(text: str, present: frozenset[str], phrases: tuple[Words, ...]) -> Iterator[tuple[int, int]]:
    for phrase in phrases:
        if present.issuperset(phrase):
            pattern = r"(?<![^\W_])" + r"\s".join(re.escape(word) for word in phrase) + r"(?![^\W_])"
            yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def _eastern(text: str) -> Iterator[Named]:
    for match in EAST.finditer(text):
        group = match.lastgroup or "zh"
        if not GENERIC_EAST.match(EAST_NOUN.sub("", match[group])):
            yield Named(start=match.start(group), end=match.end(group), agency=match[group], common=False)


def _after_noun(text: str, end: int) -> Iterator[Named]:
    gap = re.compile(r"[ \t]+[«“„\"]?").match(text, end)
    if not gap:
        return
    cased = (
        not text[gap.end() : gap.end() + 1].isalpha()
        or text[gap.end() : gap.end() + 1].upper() != text[gap.end() : gap.end() + 1].lower()
    )
    name = name_from(text, gap.end())
    if name is None:
        return
    if not cased:  # no capitals show where a name ends: its first word
        word = WORD.match(text, gap.end())
        name = (word.group(), word.end()) if word else name
    if len(name[0]) > 2 and not names_nobody(name[0]) and name[0].split()[0] not in NO_NAME:
        yield Named(start=gap.end(), end=name[1], agency=name[0], common=False)


def _before_noun(text: str, start: int, end: int) -> Iterator[Named]:
    """“the Northdale news agency”, “Kolm Press Agency”."""
    first, words = _capitalised_before(text, start)
    own = text[start].isupper()
    follows = text[end : end + 2]
    if not words or (follows[:1] == " " and follows[1:].isupper()) or (not own and NATION.search(text[first:start])):
        return
    first += 4 * text.startswith("The ", first)
    last = end if own else start
    if first < start:
        yield Named(start=first, end=end, agency=text[first:last].strip(), common=False)


def _papers(text: str, noun: str, *, named_only: bool) -> Iterator[Named]:
    spaced = f" {noun}"
    place = text.find(spaced) + 1
    while place:
        end = place + len(noun)
        follows = text[end : end + 2]
        place, found = text.find(spaced, end) + 1, place
        if (
            text[end + 1 : end + 9] == "s Office"
            or follows[:1].isalnum()
            or follows[:1] == "-"
            or (follows[:1] == " " and follows[1:].isupper())
        ):
            continue
        first, words = _capitalised_before(text, found)
        whole = text.startswith("The ", first)
        if not words or (named_only and not whole and text[max(0, first - 4) : first].lower() != "the "):
            continue
        start = first + 4 * whole
        if start < found:
            yield Named(start=start, end=end, agency=text[start:end], common=False)


def _stations(text: str, noun: str) -> Iterator[Named]:
    for match in re.finditer(rf"(?<![^\W_]){noun} (?=[^\W\d_]|\d)", text):
        name = name_from(text, match.start())
        if name and name[1] > match.end():
            yield Named(start=match.start(), end=name[1], agency=name[0], common=False)


def _capitalised_before(text: str, start: int) -> tuple[int, int]:
    """Return where the run of one to three capitalised words right before a place begins, and how many they are."""
    first, count = start, 0
    for word in reversed(list(re.finditer(r"[^\s,;:()\[\]«»“”„\"|/.!?]+ ", text[max(0, start - 50) : start]))):
        if word.end() + max(0, start - 50) != first or not word.group()[0].isupper() or count == 3:
            break
        bare = word.group().strip()
        if bare.endswith(("'s", "’s")) or bare in NO_NAME or COMPOUND.search(bare):
            break
        first, count = first - len(word.group()), count + 1
    if count == 1 and text.startswith(("The ", "A ", "An ", "In ", "Local ", "State "), first):
        return start, 0
    return first, count
