"""A line that is nothing but a credit → the supplier: “Source: AFP”, “By Ana Ruiz, AP”, “© 2031 AFP”, “Reuters in Kolm”.

>>> [(found.agency, found.kind) for found in whole_lines("Par Le Courrier avec AFP", edge=True)]
[('AFP', 'co-written')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.articles.agencies import agencies_in, agency_at, usual_name
from headwater.articles.credit_found import Found
from headwater.articles.credit_lists import CAPITALS, NO_SUPPLIER, listed
from headwater.articles.credit_names import NEWSY, name_from, names_nobody
from headwater.articles.credit_signs import PICTURE
from headwater.model import CreditKind

Whole = tuple[str, CreditKind, str | None]
"""Agency, kind, and the outlet that the same words name."""

ACRONYM = re.compile(r"\s*\([A-Z][A-Z.&]{1,9}\)?\s*$")
"""“Northern Wire Bureau (NWB)”: the letters stand for the name."""
SOURCE = re.compile(
    r"^[(\[*]?\s*(?:via|sources?|story source|quellen?|fuentes?|fontes?|fonti|источники?|джерел[оа]|крыніца|źródł[oa]|zdroje?|izvori?|извори?|източник|източници|"
    r"surs[ae]|forrás|bron(?:nen)?|källor|källa|kilder?|kjelder?|lähde|lähteet|allikas|avots|šaltinis|kaynak|mənbə|qaynaq|manba|дереккөз|дереккөзі|булак|"
    r"πηγή|πηγές|المصدر|المصادر|مصدر|منبع|منابع|ماخذ|ذریعہ|מקור|स्रोत|स्त्रोत|साभार|সূত্র|উৎস|ਸਰੋਤ|மூலம்|წყარო|աղբյուր|出典|引用元|配信元|配信|来源|來源|"
    r"文章来源|稿源|信息来源|資料來源|消息来源|출처|nguồn|nguồn tin|theo nguồn|sumber|sumber berita|pinagmulan|ที่มา|แหล่งที่มา|แหล่งข่าว|agency|agentur|agencia|agência|agence|agenzia)"
    r"\s*[:：]\s*(?P<names>[^\n]{2,80}?)\s*[)\]*]?\s*[.。]?$",
    re.IGNORECASE,
)
OWN = re.compile(
    r"police|polizei|policía|polizia|polícia|policja|полици|поліц|minist|министер|міністер|office|institut|универс|universi|statist|estad[ií]st|istat|eurostat|"
    r"росстат|\bbank\b|banque|banco|court|government|council|department|commission|board\b|\bfund\b|organi[sz]ation|association|\binc\b|\bltd\b|\bdata\b|"
    r"census|survey|cent(?:er|re)\b|academy|laborator|own\b|eigene|propi[ao]|própri|propri[ao]|elabor|calcul|berechnung|расчет|расчёт|розрахун|władz|własn|vlastní|"
    r"prefeitura|municip|belediye|bakanl|mairie|governo|gobierno|gouvernement|regierung|behörde|\bstadt\b|rathaus|\bcomune\b|vláda|urząd|rząd\b|мэри|"
    r"администрац|правительств|прокуратур|\bмвд\b|\bмчс\b|emniyet|valili|wikipedia|youtube|twitter|facebook|instagram|telegram|google|company|hospital|church|union\b|party\b|embassy|ambassade|botschaft",
    re.IGNORECASE,
)
"""Who is no supplier of news: authorities, firms, one's own reckoning."""
BYLINE = re.compile(
    r"^(?:by|from|von|par|por|di|da|door|av|af|przez|od|autor|autora|autori|autor:in|author|text|texte|texto|testo|автор|от|oleh|penulis|ditulis oleh|yazan|"
    r"haber|redazione|redacción|rédaction|redaktion|redakcja|bởi|pewarta|tekst|foto und text|από|του)\b[:\s]+(?P<rest>[^\n]{2,100})$",
    re.IGNORECASE,
)
ONLY_WHOLE = re.compile(
    r"^(?:from|da|di|od|от|text|haber|redazione|redacción|rédaction|redaktion|redakcja)\b", re.IGNORECASE
)
"""After these words a byline counts only where nothing but agencies follows."""
STAFF = re.compile(
    r"^(?P<by>by\s+)?(?P<name>[^,|]{2,60}?)\s+(?:agency staff|staff|newsroom|news desk|newsdesk|bureau|staff writers?|staff reporters?|writers?|wire services?)"
    r"(?:,?\s+for\s+(?P<outlet>.{2,60}?))?\.?$",
    re.IGNORECASE,
)
PARTED = re.compile(r"^(?P<first>[^\n|/–—,]{2,60}?)\s*[|/–—,]\s*(?P<name>[^\n|/]{2,40})$")
TIGHT = re.compile(r"\S/\S")
"""“Ana Ruiz/AP” between paragraphs is the credit of a picture."""
PIECES = re.compile(r"\s[|–—-]\s|\s*[/|]\s*|,\s+|\s+for\s+(?:the\s+)?|\s+of\s+(?:the\s+)?|\s*\((?=[^()]+\)$)|\)$")
TOGETHER = re.compile(
    r"\s+(?:with|avec|mit|con|com|med|met|plus|and|und|et|y|e|och|og|en|и|та|i)\s+(?:the\s+|l['’])?", re.IGNORECASE
)
JOB = re.compile(
    r"^(?:[A-Z][\w-]+ ){0,2}(?:writer|reporter|correspondent|editor|staff|service|writers|journalist|bureau|chief|columnist)s?$",
    re.IGNORECASE,
)
IN_PLACE = re.compile(r"^(?P<name>[^,|]{2,40}?),? (?:in|à|a|en|em|aus) (?:[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+)?$")
COMPANY = re.compile(
    r"\W*(?:LLC|Inc|Ltd|Limited|GmbH|AG|plc|Corp|S\.?A|Co|All|Tous|Todos|Alle|Tutti|Distributed|Republished)\b"
)
"""What may follow the name of who holds the rights."""
POSTED = re.compile(
    r"(?:publi[ée]e?s?|posted|published|updated|mis à jour|publicad[oa]|veröffentlicht|pubblicato|опубликовано)\b.{0,50}?[\s,|]+"
    r"(?:par|by|von|por|da|di)\s+(?P<name>[^,|]{2,40})$"
    r"|\(?reporting by [^;\n]{2,60}? for (?P<for>[^;\n)]{2,40})(?:[;).].*)?$",
    re.IGNORECASE,
)
"""“Publié le 11 février 2031, par AFP”, “Reporting by Ana Ruiz for Reuters; …”."""
TOGETHER_WITH = re.compile(
    r"^\W*(?:with|avec|mit|con|com|med|met|cu|με|з|z|s)\s+(?:l['’])?(?P<names>[^\n]{2,60})$", re.IGNORECASE
)
BESIDE_OWN = re.compile(r"\s+(?:avec|mit|with|con|com)\s+(?:l['’])?")
EAST_REPORTER = re.compile(r"(?:记者|記者|기자)")
"""“新华社记者 …”: an agency's reporter."""
AGENCY_NAME = re.compile(
    r"(?:(?:News|Press) (?:Agency|Service|Association)|Newswire|Wire Service|Wire|Presseagentur|Haber Ajansı)$"
    r"|^\w+(?:press|presse|inform|wire)$"
)
RANKS = frozenset("CEO CFO COO CTO MD PHD MP MEP MLA JR SR RN MBA ESQ OBE CBE DDS DVM LLB LLM RA QC KC".split())
"""Letters after a person's name that are no agency's."""
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright)?\s*[:,]?\s*\(?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\)?\s*,?\s*(?:by\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
GRANTED = re.compile(r"(?:re)?(?:published|printed|used|distributed) (?:with|by) permission", re.IGNORECASE)


def whole_lines(line: str, *, edge: bool, last: bool = False) -> Iterator[Found]:
    """Yield the credits of a line that is nothing but a credit.

    A source named between paragraphs is that of a table or a picture: `edge` says that the line begins or ends the text,
    `last` that it ends it, or stands by itself.

    >>> [found.agency for found in whole_lines("Source: Moor Gazette", edge=True)]
    ['Moor Gazette']
    """
    bare = line.strip()
    offset = line.index(bare)
    if PICTURE.search(bare) or bare.endswith((":", "：")):
        return
    for name, kind, outlet in (*(_source(bare) if edge else ()), *_byline(bare, last=last), *_rights(bare)):
        yield Found(start=offset, end=offset + len(bare), agency=name, kind=kind, outlet=outlet)


def _source(bare: str) -> Iterator[Whole]:
    match = SOURCE.match(bare)
    if not match:
        return
    written = ACRONYM.sub("", match["names"])
    names = listed(written)
    if not names:
        written = re.split(r"\s*\|\s*|\s+/\s+", written)[0]
        names = listed(written)
    if not names and len(written.split()) <= 6 and not names_nobody(written) and _supplies(written):
        first = name_from(written, 0)
        if first and first[1] >= len(written.rstrip(" .")):
            names = (first[0],)
        elif written[0].isupper() and len(written) <= 40 and not re.search(r"[.!?,]", written):
            names = (usual_name(written) or written,)
    for name in names:
        yield name, "republished", None


def _supplies(written: str) -> bool:
    return NEWSY.search(written) is not None or not OWN.search(written)


def _byline(bare: str, *, last: bool) -> Iterator[Whole]:
    staff = STAFF.match(bare)
    if staff and len(bare) <= 100:
        known = usual_name(staff["name"]) or (listed(staff["name"]) or (None,))[0]
        if known or staff["by"] or staff["outlet"]:
            yield known or staff["name"], "republished", staff["outlet"]
            return
    match = BYLINE.match(bare)
    if match is None:
        yield from _unsaid(bare, last=last)
        return
    rest = match["rest"].strip(" .")
    names = listed(rest)
    if names:
        yield from ((name, "republished", None) for name in names)
    elif not ONLY_WHOLE.match(bare) and len(bare.split()) <= 14:
        yield from _signed(rest)


def _signed(rest: str) -> Iterator[Whole]:
    """Read who writes for whom: “Ana Ruiz, AP”, “Ana Ruiz and Ben Oak | Reuters”, “Le Courrier avec AFP”."""
    pieces = [piece.strip() for piece in PIECES.split(rest) if piece.strip()]
    if len(pieces) > 1:
        tail = pieces[-2] if JOB.match(pieces[-1]) and len(pieces) > 2 else pieces[-1]
        names = listed(tail) or _with_job(tail)
        if names:
            yield from ((name, "republished", None) for name in names)
            return
        if AGENCY_NAME.search(tail) or (CAPITALS.fullmatch(tail) and tail not in NO_SUPPLIER | RANKS):
            yield tail, "republished", None
            return
    together = TOGETHER.split(rest)
    names = listed(together[-1]) if len(together) > 1 else ()
    yield from ((name, "co-written", None) for name in names)
    if not names:
        yield from ((name, "republished", None) for name in _after_name(rest))


def _with_job(tail: str) -> tuple[str, ...]:
    """Read “AP Business Writer”."""
    named = agency_at(tail, 0)
    return (named.agency,) if named and JOB.match(tail[named.end :].strip()) else ()


def _after_name(rest: str) -> tuple[str, ...]:
    """Read “ANA RUIZ Associated Press”: a name in capitals, then an agency's."""
    words = rest.split()
    shouted = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    return listed(" ".join(words[shouted:])) if 2 <= shouted < len(words) else ()


def _unsaid(bare: str, *, last: bool) -> Iterator[Whole]:
    """Read lines without “by”: “Reuters”, “AFP/Reuters”, “Ana Ruiz | AFP”, “Reuters in Kolm”, “PTI | Kolm”, “with AFP”."""
    if not agencies_in(bare):
        return
    names = _only(bare) or _leading(bare) or _closing(bare, last=last)
    kind: CreditKind = "co-written" if bare.startswith("Contributing") else "republished"
    if not names:
        kind, names = "co-written", _joined(bare)
    yield from ((name, kind, None) for name in names)


def _only(bare: str) -> tuple[str, ...]:
    """Read a line of nothing but agencies; an ordinary word alone is none."""
    named = agency_at(bare, 0)
    return listed(bare) if len(bare) <= 60 and (not named or not named.common or "/" in bare) else ()


def _leading(bare: str) -> tuple[str, ...]:
    """Read “PTI | Kolm”, “Reuters in Kolm”, “新华社记者 …”: an agency, then its place or reporter."""
    named = agency_at(bare, 0)
    if not named or named.common:
        return ()
    place = IN_PLACE.match(bare)
    piped = len(bare) <= 80 and bare[named.end : named.end + 3].startswith((" |", "|"))
    reporter = len(bare) <= 30 and EAST_REPORTER.match(bare, named.end)
    return (named.agency,) if piped or reporter else listed(place["name"]) if place else ()


def _closing(bare: str, *, last: bool) -> tuple[str, ...]:
    """Read “Publié le 3 mai, par AFP”, “Ana Ruiz | AFP”: something short, then an agency."""
    posted = POSTED.match(bare)
    if posted:
        return listed(posted["name"] or posted["for"])
    parted = PARTED.match(bare)
    if not parted or len(bare.split()) > 8 or not _all_capital(bare) or (TIGHT.search(bare) and not last):
        return ()
    return listed(parted["name"]) or (listed(parted["first"]) if "," not in bare and agency_at(bare, 0) else ())


def _joined(bare: str) -> tuple[str, ...]:
    """Read “avec AFP”, “Le Courrier avec AFP”."""
    alone = TOGETHER_WITH.match(bare)
    if alone:
        return listed(alone["names"])
    pieces = BESIDE_OWN.split(bare)
    return listed(pieces[1]) if len(pieces) == 2 and len(bare.split()) <= 8 and bare[0].isupper() else ()


def _all_capital(bare: str) -> bool:
    return sum(word[0].islower() for word in bare.split()) <= 1


def _rights(bare: str) -> Iterator[Whole]:
    match = RIGHTS.search(bare) if "©" in bare or "(c" in bare.lower() or "copyright" in bare.lower() else None
    if not match or not match.group().strip():
        return
    name = name_from(bare, match.end())
    if not name or re.match(r"/[A-ZÀ-Þ][a-z]+ [A-ZÀ-Þ]", bare[name[1] :]):  # “© REUTERS/Ana Ruiz”: a picture
        return
    known = agency_at(bare, match.end())
    if known and known.end < name[1] and not COMPANY.match(bare, known.end):
        known = None
    if known or usual_name(name[0]) or GRANTED.search(bare):
        yield known.agency if known else usual_name(name[0]) or name[0], "republished", None
