r"""Words of a page → one line of Markdown that shows exactly these words.

>>> escaped("a | b_c_")
'a \\| b\\_c\\_'
"""

from __future__ import annotations

import re

from headwater.outputs.cite import Cite
from headwater.outputs.visible import one_line

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#$^{}]")
_LINK = re.compile(r":(?=//)|(?<=[Ww])\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_LIST = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
_JOINER = "\N{WORD JOINER}"


def escaped(text: str) -> str:
    r"""Return words of a page as one line of Markdown that shows exactly these words.

    A word joiner (U+2060, invisible) follows each “@”, so that no address is linked and nobody is notified.
    Source: CommonMark 0.31, backslash escapes; GitHub Flavored Markdown, autolinks.

    >>> escaped("<b>*[x](http://y)* 1. it")
    '\\<b\\>\\*\\[x\\](http\\://y)\\* 1. it'
    >>> escaped("1. it")
    '1\\. it'
    """
    line = _MARKUP.sub(lambda match: "\\" + match.group(), one_line(text))
    line = _LINK.sub(lambda match: "\\" + match.group(), line).replace("@", "@" + _JOINER)
    opening = _LIST.match(line)
    if opening is None:
        return line
    start = opening.group()
    return f"{start}\\{line[len(start) :]}" if start.isdigit() else f"\\{line}"


def place(cite: Cite) -> str:
    """Return where words stand, in brackets."""
    return f"({escaped(cite.place)})"
