"""The path and the query of a request → what is asked for. Everything in it is hostile and bounded.

>>> asked = Asked.of({"story": "s1"}, "order=newest&article=a1&article=a2&full")
>>> asked.path["story"], asked.choice("order", ("newest", "origins")), asked.every("article"), asked.flag("full")
('s1', 'newest', ('a1', 'a2'), True)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import parse_qsl

from headwater.errors import UsageError

Choice = TypeVar("Choice", bound=str)
_FIELDS = 4000
"""A story of some thousand articles can still be split by hand."""
_LENGTH = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The parts of a path, and the fields of a query or a form in their order."""

    path: Mapping[str, str]
    fields: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: Mapping[str, str], encoded: str) -> Asked:
        """Read a query, or the body of a form (`application/x-www-form-urlencoded`); raise `UsageError` past the bounds."""
        try:
            fields = parse_qsl(encoded, keep_blank_values=True, max_num_fields=_FIELDS)
        except ValueError as error:
            raise UsageError(f"more than {_FIELDS:,} fields in one request") from error
        if any(len(value) > _LENGTH for _, value in fields):
            raise UsageError(f"a field is longer than {_LENGTH:,} characters")
        return cls(path=dict(path), fields=tuple(fields))

    def one(self, name: str) -> str:
        """Return the first value of a field without white space around it; empty where it is not given."""
        return next((value.strip() for key, value in self.fields if key == name), "")

    def some(self, name: str) -> str | None:
        """Return the first value of a field, None where it is empty or not given."""
        return self.one(name) or None

    def every(self, name: str) -> tuple[str, ...]:
        """Return the values of a field, each once, in order."""
        return tuple(dict.fromkeys(value for key, value in self.fields if key == name and value))

    def flag(self, name: str) -> bool:
        """Return whether a field is given, with whatever value."""
        return any(key == name for key, _ in self.fields)

    def choice(self, name: str, among: tuple[Choice, ...]) -> Choice:
        """Return a field's value if it is one of `among`, else the first of them."""
        given = self.one(name)
        return next((each for each in among if each == given), among[0])

    def number(self, name: str) -> int:
        """Return a field's value as a count; 0 where it is none."""
        given = self.one(name)
        return int(given) if given.isascii() and given.isdecimal() and len(given) <= 9 else 0
