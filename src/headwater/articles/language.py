"""Declared language and text → ISO 639-1: what the page says, unless its own text says otherwise.

>>> language_of("The river rose again on Tuesday and the council closed both of the bridges in the town.", "de-DE")
'en'
>>> language_of("Rain.", None) is None
True
"""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

CODE = re.compile(r"[a-z]{2}(?=$|[-_])")
SHORTEST = 20
"""Letters below which nothing is said, whatever the page declares."""
ENOUGH = 60
"""Letters from which the text may overrule the declaration."""
CERTAIN = 0.95
LONGEST = 1_500
"""So many characters of the text are looked at."""
UNCOMMON = frozenset("an br eo fo ga io jv la lb mg nb nn oc qu rw se vo wa xh zu".split())
"""Languages that the model knows and that news in other languages is often mistaken for; accepted when declared."""
SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


def language_of(text: str, declared: str | None) -> str | None:
    """Return the language of a text as ISO 639-1; None where the text is too short to tell.

    The declaration stands unless a text of at least 60 letters is another language with a probability of .95 by
    langid (Lui and Baldwin, 2012; model of py3langid), which is restricted to the languages that news is written in.
    """
    sample = text[:LONGEST]
    letters = sum(map(str.isalpha, sample))
    if letters < SHORTEST:
        return None
    said = code(declared)
    if said and letters < ENOUGH:
        return said
    found, certainty = _identifier(said if said in UNCOMMON else None).classify(sample)
    if certainty >= CERTAIN:
        return SAME.get(str(found), str(found))
    return said


def code(declared: str | None) -> str | None:
    """Return the ISO 639-1 code of a declared language (BCP 47, `og:locale`); None where it is not one.

    >>> code("en-GB"), code("pt_BR"), code("x-default"), code("english")
    ('en', 'pt', None, None)
    """
    match = CODE.match((declared or "").strip().lower())
    return SAME.get(match.group(), match.group()) if match else None


@cache
def _identifier(declared: str | None) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([name for name in identifier.labels if name not in UNCOMMON or name == declared])
    return identifier
