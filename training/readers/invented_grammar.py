"""A small grammar of news English: lists of alternatives enter, a random sentence leaves, its spans marked as <s1>…</s1>.

>>> import random
>>> Grammar({"cue": ("said",)}).expand("<q1>{cue}</q1> {who^}", {"who": lambda: "she"}.get, random.Random(0), first=4)
'<q5>said</q5> She'
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

Slot = Callable[[], str]
PART = re.compile(r"\{(\w+)(?::(\w+))?(\^?)\}|@(\w+)|<(/?[sqc])(\d)>")
FORMS = {"past": 0, "pp": 1, "ing": 2}


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of one of the files beside this module."""
    return {key: alternatives(each) for key, each in table(name)["lists"].items()}


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """Return one of the files as it stands."""
    return tomllib.loads(Path(__file__).with_name(f"invented_{name}.toml").read_text(encoding="utf-8"))


def alternatives(text: str) -> tuple[str, ...]:
    """Cut a list into its alternatives: its lines, or what stands between ";" if it has but one; an empty one may stand.

    >>> alternatives("that ; if; ")
    ('that ', 'if', '')
    """
    return tuple(text.split("\n") if "\n" in text else (each.removeprefix(" ") for each in text.split(";")))


class Grammar:
    """Lists by name, and the random sentences that they make."""

    def __init__(self, known: Mapping[str, tuple[str, ...]]) -> None:
        self._known = known

    def expand(
        self, template: str, made: Callable[[str], Slot | None], chance: random.Random, *, first: int = 0
    ) -> str:
        """Return the template with all slots filled; `made` knows slots that are no lists, `first` is added to marks."""
        return self._expand(template, "", (made, chance, first))

    def _expand(self, template: str, form: str, by: tuple[Callable[[str], Slot | None], random.Random, int]) -> str:
        made, chance, first = by
        found = []
        for literal, slot, own, capital, verb, mark, digit in _parts(template):
            if literal:
                found.append(literal)
            elif verb:
                found.append(inflected(verb, form))
            elif mark:
                found.append(f"<{mark}{int(digit) + first}>")
            else:
                make = made(slot)
                text = make() if make else chance.choice(self._known[slot])
                if "{" in text or "@" in text:
                    text = self._expand(text, own or form, by)
                found.append(capitalised(text) if capital else text)
        return "".join(found)


@cache
def _parts(template: str) -> list[tuple[str, str, str, str, str, str, str]]:
    """Literal text, or a slot with its form and capital, or a verb, or a mark with its digit."""
    parts = []
    last = 0
    for part in PART.finditer(template):
        if part.start() > last:
            parts.append((template[last : part.start()], "", "", "", "", "", ""))
        slot, own, capital, verb, mark, digit = (each or "" for each in part.groups())
        parts.append(("", slot, own, capital, verb, mark, digit))
        last = part.end()
    if last < len(template):
        parts.append((template[last:], "", "", "", "", "", ""))
    return parts


LETTER = re.compile(r"((?:<[^>]*>|[^\w<])*)(\w)")


def capitalised(text: str) -> str:
    """Return the text with its first letter as a capital, whatever marks stand before it.

    >>> capitalised("<c1>“it rained”</c1>")
    '<c1>“It rained”</c1>'
    """
    return LETTER.sub(lambda found: found[1] + found[2].upper(), text, count=1)


@cache
def inflected(verb: str, form: str) -> str:
    """Return a verb's past, participle (pp), -ing form or, for any other form, the verb itself.

    >>> inflected("take", "pp"), inflected("close", "ing"), inflected("deploy", "past"), inflected("close", "base")
    ('taken', 'closing', 'deployed', 'close')
    """
    if form not in FORMS:
        return verb
    irregular = table("words")["verbs"].get(verb)
    if irregular:
        return irregular.split(", ")[FORMS[form]]
    if form == "ing":
        return verb.removesuffix("e") + "ing"
    return verb.removesuffix("e") + "ed"
