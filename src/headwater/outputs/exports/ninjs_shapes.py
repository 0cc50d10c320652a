"""The ninjs that is written, one typed dictionary an object; a key that has no value is left out.

Source: IPTC ninjs 3.2, whose objects allow no keys but their own.

>>> "uri" in ItemRow.__annotations__
True
"""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict


class StandardRow(TypedDict):
    """Which standard and schema an item keeps to."""

    name: str
    version: str
    schema: str


class TextRow(TypedDict):
    """A headline."""

    role: str
    contentType: str
    value: str


class DescriptionRow(TypedDict):
    """Metadata in words: a quotation, or a day of publication."""

    role: str
    contentType: str
    value: str


class BodyRow(TypedDict):
    """A whole text."""

    role: str
    contentType: str
    value: str
    charCount: NotRequired[int]
    wordCount: NotRequired[int]


class NamedRow(TypedDict):
    """A person, organisation, place or subject."""

    name: str
    rel: str
    uri: NotRequired[str]


class RoleRow(TypedDict):
    """Who published or supplied the content."""

    name: str
    role: str


class AltIdRow(TypedDict):
    """Another id of the item."""

    role: str
    value: str


class RenditionRow(TypedDict):
    """Where the item can be read."""

    name: str
    href: str
    contentType: str


class ItemRow(TypedDict, total=False):
    """A news item."""

    uri: Required[str]
    standard: StandardRow
    type: str
    representationType: str
    contentCreated: str
    language: str
    title: str
    by: str
    copyrightNotice: str
    headlines: list[TextRow]
    descriptions: list[DescriptionRow]
    bodies: list[BodyRow]
    people: list[NamedRow]
    organisations: list[NamedRow]
    places: list[NamedRow]
    subjects: list[NamedRow]
    infoSources: list[RoleRow]
    renditions: list[RenditionRow]
    altIds: list[AltIdRow]
    associations: list[AssociationRow]


class AssociationRow(ItemRow, total=False):
    """An item inside another: a member of a story, or what an article is derived from."""

    name: Required[str]
    rel: str
