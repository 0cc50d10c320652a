"""Where a name begins → the name of a supplier: the registry's, a run of capitalised words, one that its nouns describe.

>>> name_from("Radio Vale and TV Moor.", 0)
('Radio Vale', 10)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.articles.agencies import UNSPACED, WORD, Named, agency_at, usual_name
from headwater.articles.credit_lexicon import Words, cues, words_of

REACH = 90
"""How many characters before and after a name may hold its cue."""
NAME_WORD = re.compile(r"[«“„\"]?[^\s,;:()\[\]{}<>«»“”„\"|/。，、；：！？（）【】।]+[»”“\"]?")
LINKS = frozenset("of the and & de la du des der del di da do al el".split())
NEWS_NOUNS = re.compile(
    r"(?:news|newspaper|times|post|herald|tribune|gazette|journal|press|wire|newswire|agency|daily|observer|courier|"
    r"chronicle|telegraph|tv|television|radio|broadcasting)(?:\.\w+)?$",
    re.IGNORECASE,
)
NEWSY = re.compile(
    r"news|nachrichten|press[ea]?\b|presse|press\b|wire\b|inform\b|agency|agence|agentur|agência|agencia|agenzia|"
    r"информ|пресс|новости|новини|agencija|agentura|通信|通讯|通訊|뉴스|통신|ajansı|نيوز|برس|خبر",
    re.IGNORECASE,
)
"""Parts of the names of agencies, in a form that shows a supplier."""
NOBODY = frozenset(
    "agencies agency agencias agencia agences agence agenturen agentur agenzie agências agência agencje agentury bureaus "
    "internet web media medien médias medios staff reporters others wires newsdesk desk redazione redaktion redacción "
    "rédaction redactie redakcja redakce red web other агентства агентство редакция редакція сми змі інтернет интернет "
    "وكالات وكالة agensi berbagai sumber ajanslar ajans एजेंसी एजेंसियां এজেন্সি 综合 編集部 네트워크 istimewa".split()
)
"""Words that stand for suppliers without naming one, or for the outlet's own."""
ENDING = re.compile(r"['’ʼ:\-–][a-zà-žıа-я]{1,6}(?![^\W_])")
"""The ending of a name that is set off: “Reuters'ın”, “MTI-nek”, “STT:lle”."""
GENERIC_EAST = re.compile(r"^(?:同|本|该|該|各|地元|現地|国営|國營|官方|国家|當地|当地|外国|国内|国際|해당|현지|국영|이|그|한)*$")
EAST = re.compile(
    r"(?:据|據)(?P<zh>[一-鿿]{1,6}?(?:通讯社|通訊社|社|新闻网|新聞網|日报|日報|晚报|电视台))(?:\d+日)?(?:报道|報道|报导|報導|消息|电|電)"
    r"|(?P<ja>[一-鿿ァ-ヶー]{1,10}?(?:通信|新聞|テレビ|放送))(?:社)?(?:によると|によれば|が報じ|が伝え)"
    r"|(?P<ko>[가-힣]{1,8}(?:통신|뉴스|신문|일보|방송))에 따르면"
)


def name_from(text: str, start: int) -> tuple[str, int] | None:
    """Return the name that begins at `start` and where it ends: the registry's, else a run of capitalised words.

    >>> name_from("Radio Vale and TV Moor.", 0)
    ('Radio Vale', 10)
    """
    known = agency_at(text, start)
    end, words = start, 0
    for word in NAME_WORD.finditer(text, start, start + REACH):
        if words and not _goes_on(text, end, word):
            break
        if word.group().lower() in LINKS and words:
            continue
        if not name_like(word.group()):
            break
        end, words = word.end(), words + 1
        if words == 7 or text[end - 1] in '.»”"':
            break
    end = start + len(text[start:end].rstrip(" .,'’\""))
    if known and (known.end >= end or UNSPACED.match(text, start)):
        return known.agency, known.end
    if end == start:
        return None
    name = text[start:end].strip('«»“”„"')
    inner = agency_at(text, start + 1) if text[start] in '«“„"' else None
    if inner and inner.end >= end - 1:
        return inner.agency, end
    return usual_name(name) or (
        known.agency if known and not known.common and text[known.end : known.end + 2] == " (" else name
    ), end


def _goes_on(text: str, end: int, word: re.Match[str]) -> bool:
    return text[end : word.start()] == " " and text[end - 1] not in ".!?"


def name_like(word: str) -> bool:
    """Say whether a word can begin a name: a capital, a figure, a letter of a script without capitals, or a domain.

    >>> name_like("Vale"), name_like("vale"), name_like("vale.example")
    (True, False, True)
    """
    bare = word.lstrip('«“„"')
    return bool(bare) and (
        bare[0].isupper() or bare[0].isdigit() or (bare[0].isalpha() and not bare[0].islower()) or "." in bare[1:-1]
    )


def names_nobody(name: str) -> bool:
    """Say whether words stand for suppliers without naming one: “agencies”, “internet”.

    >>> names_nobody("Agencies"), names_nobody("Kolm News Agency")
    (True, False)
    """
    return all(word in NOBODY for word in words_of(name))


def described(text: str, present: frozenset[str]) -> Iterator[Named]:
    """Yield names outside the registry that the words beside them, or in them, show to be those of agencies and papers.

    `present` holds the words of the text in lower case, so that most phrases need not be looked for.

    >>> text = "the Northdale news agency reported"
    >>> [named.agency for named in described(text, frozenset(text.lower().split()))]
    ['Northdale']
    """
    lexicon = cues()
    for phrase in lexicon.described_before:
        if present.issuperset(phrase):
            for start, end in _places(text, phrase):
                yield from _after_noun(text, start, end)
    for phrase in lexicon.described_after:
        if present.issuperset(phrase):
            for start, end in _places(text, phrase):
                yield from _before_noun(text, start, end)
    for noun in sorted(lexicon.press | lexicon.press_named):
        if noun.lower() in present:
            yield from _papers(text, noun, named_only=noun in lexicon.press_named)
    if UNSPACED.search(text):
        for match in EAST.finditer(text):
            group = match.lastgroup or "zh"
            name = match[group]
            stem = re.sub("(?:通讯社|通訊社|通信|新聞網?|新闻网|社|日报|日報|晚报|电视台|テレビ|放送|통신|뉴스|신문|일보|방송)$", "", name)
            if not GENERIC_EAST.match(stem):
                yield Named(start=match.start(group), end=match.end(group), agency=name, common=False)


def _places(text: str, phrase: Words) -> Iterator[tuple[int, int]]:
    pattern = r"(?<![^\W_])" + r"\s".join(re.escape(word) for word in phrase) + r"(?![^\W_])"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        yield match.span()


def _after_noun(text: str, start: int, end: int) -> Iterator[Named]:
    gap = re.compile(r"[ \t]+[«“„\"]?").match(text, end)
    if not gap:
        return
    cased = not text[gap.end() : gap.end() + 1].isalpha() or text[gap.end() : gap.end() + 1].upper() != text[
        gap.end() : gap.end() + 1
    ].lower()
    name = name_from(text, gap.end())
    if name is None:
        return
    if not cased:  # no capitals show where a name ends: its first word
        word = WORD.match(text, gap.end())
        name = (word.group(), word.end()) if word else name
    if len(name[0]) > 2 and not names_nobody(name[0]):
        yield Named(start=gap.end(), end=name[1], agency=name[0], common=False)


def _before_noun(text: str, start: int, end: int) -> Iterator[Named]:
    """“the Northdale news agency”, “Kolm Press Agency”."""
    first, words = _capitalised_before(text, start)
    if not words:
        return
    own = text[start].isupper()
    last = end if own else start
    yield Named(start=first, end=end, agency=text[first:last].strip(), common=False)


def _papers(text: str, noun: str, *, named_only: bool) -> Iterator[Named]:
    spaced = f" {noun}"
    place = text.find(spaced) + 1
    while place:
        end = place + len(noun)
        follows = text[end : end + 2]
        place, found = text.find(spaced, end) + 1, place
        if follows[:1].isalnum() or follows[:1] == "-" or (follows[:1] == " " and follows[1:].isupper()):
            continue
        first, words = _capitalised_before(text, found)
        whole = text.startswith("The ", first)
        if not words or (named_only and not whole and text[max(0, first - 4) : first].lower() != "the "):
            continue
        start = first + 4 * whole
        if start < found:
            yield Named(start=start, end=end, agency=text[start:end], common=False)


def _capitalised_before(text: str, start: int) -> tuple[int, int]:
    """Return where the run of one to three capitalised words right before a place begins, and how many they are."""
    first, count = start, 0
    for word in reversed(list(re.finditer(r"[^\s,;:()\[\]«»“”„\"|/.!?]+ ", text[max(0, start - 50) : start]))):
        if word.end() + max(0, start - 50) != first or not word.group()[0].isupper() or count == 3:
            break
        if word.group().strip().endswith(("'s", "’s")) or word.group().strip() in ("According", "Told", "But", "And"):
            break
        first, count = first - len(word.group()), count + 1
    if count == 1 and text.startswith(("The ", "A ", "An ", "In ", "Local ", "State "), first):
        return start, 0
    return first, count
