r"""JSON values → bytes that strict readers take, with every offset into a text still right.

>>> json_bytes({"title": "a\ud800</script>"})
b'{"title": "a\xef\xbf\xbd\\u003c/script\\u003e"}\n'
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MARKUP = re.compile("[<>&\u2028\u2029]")


def json_bytes(row: Mapping[str, object]) -> bytes:
    """Return a row as JSON in UTF-8 (RFC 8259, I-JSON of RFC 7493) that may stand inside a page's `<script>`.

    A lone surrogate, which no UTF-8 holds, becomes U+FFFD: one code point for one, so that offsets stay true.
    """
    text = json.dumps(row, ensure_ascii=False, allow_nan=False)
    safe = _MARKUP.sub(lambda found: f"\\u{ord(found.group()):04x}", sound(text))
    return f"{safe}\n".encode()


def sound(text: str) -> str:
    r"""Return a text with lone surrogates as U+FFFD.

    >>> sound("a\udfffb")
    'a�b'
    """
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
