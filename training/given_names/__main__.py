"""The name lists of Faker (MIT licence) → `given_names.txt`: given names that say “he” or “she” wherever they are used.

    pip install faker && python -m training.given_names

Faker keeps lists of given names for some ninety languages and countries, one for men and one for women. A name is kept
when at least two of its lists have it and they agree: nobody, or fewer than one list in ten, has it for the other sex.
Family names of East Asia that stand first (“Kim”, “Lee”) and short forms that both use (“Alex”, “Sam”) are left out.
"""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from anyascii import anyascii

OUT = Path(__file__).parents[2] / "src" / "headwater" / "statements" / "given_names.txt"
PROVIDERS = "faker.providers.person"
MIXED = "en"
"""A list of old census names in which nearly every name stands for both."""
LAST_SCRIPT = 0x530
"""Latin, Greek and Cyrillic end before this code point; other scripts do not come back from ASCII safely."""
FAMILY = frozenset("lee kim park jung song long lin dong wan ling min chen wang".split())
BOTH = frozenset(
    "alex sam chris robin andrea pat charlie max nicky jackie terry kelly leslie lesley lindsay ashley morgan casey "
    "jamie jordan taylor simone nicola michele gabriele sasha misha nikita jan jean kit lou ray billie bobbie frankie "
    "andy danny dana drew evelyn hilary hillary joan kay laurie lee lynn marion mel micky sandy sidney stevie tracy val "
    "vivian ariel noor dominique camille claude laurence maria rene".split()
)


def main() -> None:
    """Write the two lists, sorted, so that the same version of Faker gives the same file."""
    he, she = _lists("male"), _lists("female")
    kept = {"he": _agreed(he, she), "she": _agreed(she, he)}
    lines = [f"# {word}\n" + "\n".join(textwrap.wrap(" ".join(names), 140)) for word, names in kept.items()]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print({word: len(names) for word, names in kept.items()})


def _lists(sex: str) -> Mapping[str, set[str]]:
    """Return which lists have each name, folded to ASCII in lower case."""
    found: dict[str, set[str]] = defaultdict(set)
    package = importlib.import_module(PROVIDERS)
    for module in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module(f"{PROVIDERS}.{module}").Provider
        for name in getattr(provider, f"first_names_{sex}", ()):
            for key in _keys(name):
                found[key].add(module)
    return found


def _keys(name: str) -> Iterator[str]:
    if all(ord(letter) < LAST_SCRIPT for letter in name):
        key = anyascii(name).casefold().replace("'", "")
        if key.isalpha() and len(key) > 2:
            yield key


def _agreed(own: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> list[str]:
    kept = []
    for name, lists in own.items():
        for_own, for_other = lists - {MIXED}, other.get(name, set()) - {MIXED}
        if len(for_own) >= 2 and len(for_own) > 10 * len(for_other) and name not in FAMILY | BOTH:
            kept.append(name)
    return sorted(kept)


if __name__ == "__main__":
    main()
