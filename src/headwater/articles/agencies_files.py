"""Files of agencies → records: the registry that ships beside this module, then the user's own.

A user's file has the shape of `agencies.toml`: one `[[agency]]` table each, with `name`, `aliases` and `common`, the last
two where there are any. An entry of a name that is known adds its spellings to the known one.

>>> shipped = read_agencies(())
>>> next(agency.name for agency in shipped if "路透社" in agency.aliases)
'Reuters'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from headwater.errors import HeadwaterError

VARIABLE = "HEADWATER_AGENCIES"
"""The environment variable that names the user's files, several parted by the system's path separator."""
FIELDS = frozenset({"name", "aliases", "common"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Agency:
    """A supplier of news text."""

    name: str
    """The usual name."""
    aliases: tuple[str, ...]
    common: frozenset[str]
    """Names that are ordinary words or initials of much else: they count only where the form shows a credit."""


def read_agencies(paths: Sequence[str]) -> tuple[Agency, ...]:
    """Return the shipped agencies, with those of the user's files added in their order.

    Raises `HeadwaterError`, which names the file, the entry and the fix, for a file that cannot be read.

    >>> len(read_agencies(())) >= 200
    True
    """
    found: dict[str, Agency] = {}
    shipped = files("headwater.articles").joinpath("agencies.toml").read_text(encoding="utf-8")
    for agency in _parsed(shipped, "agencies.toml"):
        found[agency.name] = agency
    for path in paths:
        for agency in _parsed(_read(path), path):
            found[agency.name] = _joined(found[agency.name], agency) if agency.name in found else agency
    return tuple(found.values())


def _joined(known: Agency, more: Agency) -> Agency:
    return Agency(
        name=known.name,
        aliases=tuple(dict.fromkeys((*known.aliases, *more.aliases))),
        common=known.common | more.common,
    )


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise HeadwaterError(f"{VARIABLE}: cannot read {path} ({reason}): name an existing TOML file") from error
    except UnicodeDecodeError as error:
        raise HeadwaterError(f"{VARIABLE}: {path} is not UTF-8: save it as UTF-8") from error


def _parsed(written: str, path: str) -> Iterator[Agency]:
    try:
        rows = tomllib.loads(written).get("agency")
    except tomllib.TOMLDecodeError as error:
        raise HeadwaterError(f"{path}: {error}: mend the TOML there") from error
    if not isinstance(rows, list):
        raise HeadwaterError(f"{path}: no [[agency]] table: write one for each agency, with its name")
    for number, row in enumerate(rows, start=1):
        yield _agency(row, f"{path}: agency {number}")


def _agency(row: object, place: str) -> Agency:
    name = row.get("name") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not isinstance(name, str) or not name.strip():
        raise HeadwaterError(f'{place} has no name: add name = "…"')
    place = f"{place} ({name})"
    unknown = sorted(str(key) for key in row.keys() - FIELDS)
    if unknown:
        raise HeadwaterError(f"{place}: unknown field {unknown[0]!r}: use name, aliases and common")
    aliases = _words(row.get("aliases", []), f"{place}: aliases")
    common = _words(row.get("common", []), f"{place}: common")
    strange = [word for word in common if word != name and word not in aliases]
    if strange:
        raise HeadwaterError(f"{place}: common has {strange[0]!r}, which is no name or alias of it: add it to aliases")
    return Agency(name=name, aliases=tuple(aliases), common=frozenset(common))


def _words(value: object, place: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
        return [str(word) for word in value]
    raise HeadwaterError(f'{place} is no list of names: write it like ["Kolm Press", "KP"]')
