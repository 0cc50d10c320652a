"""The JSON-LD that is written, one typed dictionary a schema.org type; a key that has no value is left out.

Source: schema.org, types `NewsArticle`, `Quotation`, `Collection`; Web Annotation Vocabulary (W3C) for where words stand.

>>> sorted(PartyNode.__annotations__)
['@id', '@type', 'alternateName', 'name']
"""

from __future__ import annotations

from typing import TypedDict

PartyNode = TypedDict(
    "PartyNode", {"@type": str, "@id": str, "name": str, "alternateName": list[str]}, total=False
)  # fmt: skip
"""A `Person`, an `Organization` or a `Place`."""

ReferenceNode = TypedDict("ReferenceNode", {"@id": str})
"""Another node of the document, or of another one, by its URI."""

SourceNode = TypedDict(
    "SourceNode",
    {"@type": str, "@id": str, "headline": str, "url": str, "publisher": PartyNode},
    total=False,
)
"""What an article takes text from: another article, or an agency's text that is not in the collection."""

SelectorNode = TypedDict(
    "SelectorNode",
    {"@type": str, "oa:exact": str, "oa:prefix": str, "oa:suffix": str, "oa:start": int, "oa:end": int},
    total=False,
)
"""Where words stand: `oa:TextQuoteSelector` or `oa:TextPositionSelector`."""

RunNode = TypedDict(
    "RunNode",
    {"@type": list[str], "text": str, "oa:hasSource": ReferenceNode, "oa:hasSelector": list[SelectorNode]},
    total=False,
)
"""One run of a quotation that the article interrupts."""

QuotationNode = TypedDict(
    "QuotationNode",
    {
        "@type": str | list[str],
        "@id": str,
        "text": str,
        "position": int,
        "inLanguage": str,
        "spokenByCharacter": PartyNode,
        "creditText": str,
        "isPartOf": ReferenceNode,
        "oa:hasSource": ReferenceNode,
        "oa:hasSelector": list[SelectorNode],
        "hasPart": list[RunNode],
    },
    total=False,
)
"""Words that an article quotes, in the order of the article."""

ArticleNode = TypedDict(
    "ArticleNode",
    {
        "@context": list[str | dict[str, str]],
        "@type": str,
        "@id": str,
        "identifier": str,
        "headline": str,
        "url": str,
        "mainEntityOfPage": str,
        "datePublished": str,
        "inLanguage": str,
        "publisher": PartyNode,
        "author": list[PartyNode],
        "contributor": list[PartyNode],
        "articleSection": str,
        "keywords": list[str],
        "copyrightNotice": str,
        "isBasedOn": list[SourceNode],
        "citation": list[str],
        "articleBody": str,
        "hasPart": list[QuotationNode],
        "isPartOf": ReferenceNode,
    },
    total=False,
)
"""One article; `@context` stands only at the head of a document."""

StoryNode = TypedDict(
    "StoryNode",
    {
        "@context": list[str | dict[str, str]],
        "@type": str,
        "@id": str,
        "identifier": str,
        "name": str,
        "url": str,
        "collectionSize": int,
        "mentions": list[PartyNode],
        "hasPart": list[ArticleNode],
    },
    total=False,
)
"""One story with its articles."""
