"""Phrases that surround articles: what a block says when it is an invitation, not news.

General words of the trade in the large languages of the web; nothing here names a site.

>>> is_prompt("Read more: The week in rain"), is_prompt("Read the treaty again, said the mayor of Orvale.")
(True, False)
>>> is_end("More from The Orvale Courier"), is_biography("Ana Ruiz is a reporter at the Courier covering rain.")
(True, True)
"""

from __future__ import annotations

import re

PROMPT = re.compile(
    r"^\W*(?:"
    r"(?:read|see|watch|listen|learn|know)\s(?:more|also|next)\b"
    r"|read\sthe\sfull\s(?:story|article)\b"
    r"|(?:also|must|can\salso|suggested|further|recommended)\s(?:read|see|watch)(?:ing|s)?\s*:"
    r"|related(?:\s(?:stor(?:y|ies)|articles?|content|videos?|reading|topics?|posts?|links?|coverage))?\W*(?:$|[:|])"
    r"|(?:recommended|popular|trending|most\sread|editor.?s.?\spicks?|you\smay\salso\slike|don.t\smiss|up\snext)\W*(?:$|:)"
    r"|more\s(?:from|stories)\b.{0,60}$"
    r"|click\shere\b|sign\sup\s(?:for|to|here|now)\b|subscribe\s(?:to|now|here|today)\b"
    r"|follow\s(?:us|me|him|her|them)\b|story\scontinues\sbelow|article\scontinues|skip\s(?:to|past)\b"
    r"|join\s(?:our|the)\s(?:conversation|comment|newsletter|mailing|channel|discussion|whatsapp|telegram|facebook)"
    r"|(?:get|receive)\s(?:our|the)\s.{0,40}newsletter|download\s(?:our|the)\sapp\b"
    r"|(?:advertisement|sponsored(?:\scontent)?|loading|table\sof\scontents|transcript\scoming\ssoon)\W*$"
    r"|share\sthis\b|send\s(?:us\s)?(?:your\s)?(?:news\s)?tips?\b|already\s(?:a\ssubscriber|subscribed|have\san\saccount)"
    r"|(?:this\s(?:article|story|content|post)\s)?may\scontain\saffiliate|all\srights\sreserved|copyright\b.{0,80}$|©"
    r"|(?:photo|image|picture|video)s?\s*(?:credit|by|:|©)|want\sto\s(?:bookmark|read\smore)\b"
    r"|mehr\szum\sthema|lesen\ssie\sauch|à\slire\saussi|lire\saussi|lee\stambién|leer\smás|leia\s(?:também|mais)"
    r"|leggi\sanche|lees\sook|läs\socks|czytaj\stakże|čtěte\staké|читайте\s(?:также|також)|devamını\soku"
    r")",
    re.IGNORECASE,
)
END = re.compile(
    r"^\W*(?:"
    r"more\s(?:from|on\sthis|stories|news)\b.{0,60}|(?:related|recommended|popular|trending)\b.{0,30}"
    r"|most\s(?:read|popular)\b.{0,30}|latest\s(?:news|stories|articles)\b.{0,30}|(?:what\sto\s)?read\snext|up\snext"
    r"|you\s(?:may|might)\salso\s(?:like|be\sinterested)\b.{0,40}|about\sthe\sauthors?\b.{0,40}"
    r"|(?:leave\sa\s|post\sa\s|add\sa\s)?(?:comments?|reply|replies)|share\sthis\b.{0,30}|keep\sreading|further\sreading"
    r")\W*$",
    re.IGNORECASE,
)
WRITES = re.compile(
    r"^(?:\w[\w.’'-]*\s){1,4}(?:is|was|has\sbeen|covers|writes|reports|joined)\b.{0,80}?"
    r"\b(?:reporter|writer|editor|journalist|columnist|correspondent|contributor|author|producer|critic|blogger)s?\b"
    r".{0,160}?\b(?:at|for|with|of|covering|covers|covered|based|who)\b",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"\b(?:follow|reach|contact|email)\s(?:\w+\s){1,3}(?:on|at|via)\b.{0,40}"
    r"(?:twitter|\bx\b|facebook|instagram|linkedin|bluesky|@)|\btips\sto\b.{0,60}@",
    re.IGNORECASE,
)
LONGEST_PROMPT = 300
LONGEST_END = 80
LOOKED_AT = 400
"""Each pattern sees so many characters, so that time stays linear."""


def is_prompt(text: str) -> bool:
    """Say whether a block invites the reader elsewhere or labels what the page adds: at most 300 characters."""
    return len(text) <= LONGEST_PROMPT and PROMPT.match(text) is not None


def is_end(text: str) -> bool:
    """Say whether a block is the heading of what follows an article: other stories, comments, the author."""
    return len(text) <= LONGEST_END and END.match(text) is not None


def is_biography(text: str) -> bool:
    """Say whether a block presents the article's writer or says where to reach them."""
    head = text[:LOOKED_AT]
    return WRITES.search(head) is not None or REACHED.search(head) is not None
