"""Sentences made shorter, merged and split: how an editor makes a text fit.

>>> from random import Random
>>> squeeze("The old bridge, which was built in 1911, fell on Monday (local time), officials said.", 0.4, Random(1))
'The old bridge fell on Monday.'
"""

from __future__ import annotations

import re
from random import Random

from evaluate.edits.parts import paragraphs, scattered, sentences, words

TO = 0.6
"""How much of a sentence is left where fewer words than this share are asked for: beyond it sentences are dropped."""
CUTS = (
    re.compile(r"\s*[(\[][^()\[\]]{1,200}[)\]]"),
    re.compile(r"\s+[—–-]{1,2}\s+[^—–.]{1,150}\s+[—–-]{1,2}(?=\s)"),
    re.compile(
        r",\s+(?:who|which|where|whose|while|whereas|although|though|because|after|before|when|as)\s[^,.;]{1,200}(?:,|(?=[.;]))"
    ),
    re.compile(
        r",?\s+(?:he|she|they|[\w’']+(?:\s[\w’']+){0,3})\s+(?:said|says|added|told [\w ]{1,30})(?:\s(?:on|in|at)\s\w+)?(?=\.)"
    ),
    re.compile(r",?\s+according to [^,.;]{1,100}(?=[,.;])"),
    re.compile(r"^(?:In|On|At|After|Before|While|As|Although|When|For|With|Since|Despite)\s[^,.;]{3,150},\s+(?=\S)"),
    re.compile(r",\s[^,.;“”\"]{3,120},(?=\s)"),
    re.compile(r",\s(?:and|but|or)\s[^,.;“”\"]{3,200}(?=\.)"),
    re.compile(r"\s+(?:because|although|after|before|while|when|unless|until)\s[^,.;“”\"]{3,200}(?=\.)"),
)
"""Brackets, asides, relative clauses, attributions, openings, insertions, second and subordinate clauses."""
SPARE = frozenset(
    "a an the very also just quite really now already still even only both all this that these those then there "
    "however meanwhile more most some any own such recently currently previously largely simply nearly".split()
)
LY = re.compile(r"\w{3,}ly")


def squeezed(text: str, share: float, chance: Random) -> str:
    """Take a share of the words by shortening every sentence, and below `TO` by dropping sentences as well."""
    taken = text if share >= TO else scattered(text, share / TO, chance)
    to = max(share, TO)
    return "\n\n".join(
        " ".join(squeeze(sentence, to, chance) for sentence in sentences(paragraph)) for paragraph in paragraphs(taken)
    )


def squeeze(sentence: str, to: float, chance: Random) -> str:
    """Return a sentence with about a share `to` of its words: clauses go first, then spare words, then any."""
    wanted = max(3, round(to * len(words(sentence))))
    for cut in CUTS:
        for found in reversed(list(cut.finditer(sentence))):
            shorter = sentence[: found.start()] + sentence[found.end() :]
            if len(words(shorter)) >= wanted:
                sentence = shorter
    sentence = sentence[:1].upper() + sentence[1:]
    return _fewer_words(sentence, wanted, chance)


def words_dropped(text: str, share: float, chance: Random) -> str:
    """Take a share of the words by leaving out single words everywhere, down to seven in ten; below, sentences go."""
    taken = text if share >= 0.7 else scattered(text, share / 0.7, chance)
    return "\n\n".join(
        " ".join(word for word in paragraph.split() if chance.random() < max(share, 0.7))
        for paragraph in paragraphs(taken)
    )


def merged_and_split(text: str, chance: Random) -> str:
    """Return a text with some neighbouring sentences made one and some long ones made two."""
    return "\n\n".join(_recut(paragraph, chance) for paragraph in paragraphs(text))


def _recut(paragraph: str, chance: Random) -> str:
    found: list[str] = []
    for sentence in sentences(paragraph):
        middle = re.search(r"(?<=\w\s)?,? (and|but|while|which) (?=\w+ \w+ \w+)", sentence[20:])
        if found and found[-1].endswith(".") and chance.random() < 0.35:
            found[-1] = (
                f"{found[-1][:-1]}{chance.choice((', and', ';', ', while'))} {sentence[:1].lower()}{sentence[1:]}"
            )
        elif middle and chance.random() < 0.5:
            cut, rest = sentence[: 20 + middle.start()], sentence[20 + middle.end() :]
            found += [f"{cut}.", f"{chance.choice(('Also, ', 'It ', ''))}{rest[:1].upper()}{rest[1:]}"]
        else:
            found.append(sentence)
    return " ".join(found)


def _fewer_words(sentence: str, wanted: int, chance: Random) -> str:
    """Leave out spare words, then others between the first and the last, until so many are left."""
    tokens = sentence.split()
    inner = list(range(1, len(tokens) - 1))
    chance.shuffle(inner)
    inner.sort(key=lambda place: not (tokens[place].casefold() in SPARE or LY.fullmatch(tokens[place])))
    gone: set[int] = set()
    size = len(words(sentence))
    for place in inner:
        if size <= wanted:
            break
        gone.add(place)
        size -= len(words(tokens[place]))
    return " ".join(token for place, token in enumerate(tokens) if place not in gone)
