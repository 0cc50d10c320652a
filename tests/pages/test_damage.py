"""Whatever happens to a file on its way, it is read or rejected, and every word of it can be written."""

import gzip
import io
import random
from dataclasses import fields, is_dataclass

import pytest

from headwater.model import Page
from headwater.pages import decode, read_pages

RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Ra\r\n2\r\nin\r\n0\r\n\r\n"
SAVED = {
    "warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
    % (len(RESPONSE), RESPONSE),
    "rss": b"<?xml version='1.0'?><rss version='2.0'><channel><title>a</title><item><title>b</title><category>c</category>"
    b"<description>&lt;p&gt;Rain</description><pubDate>Thu, 20 Nov 2025 20:01:00 +0100</pubDate></item></channel></rss>",
    "mhtml": b"Date: Thu, 20 Nov 2025 19:01:00 GMT\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+UmFpbg==\r\n--x--\r\n",
    "rows": b'{"id": "1", "text": "Rain", "url": "x"}\n{"text": "sun"}\n',
    "array": b'[{"text": "Rain"}, {"text": "sun"}]',
    "html": b"<html><meta charset='koi8-r'><p>\xc1\xc2\xd7 Rain",
    "utf-16": "Rain fell “here”\n".encode("utf-16"),
}
TOKENS = [
    b"\0",
    b"\xff",
    b"<",
    b"&",
    b"\r\n\r\n",
    b"]]>",
    b"<![CDATA[",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"9" * 30,
    b"&#xd800;",
    b"+99999",
]


def damaged(content: bytes, chance: random.Random) -> bytes:
    whole = bytearray(content)
    for _ in range(chance.choice((1, 2, 4, 8))):
        at = chance.randrange(len(whole) + 1)
        match chance.randrange(3):
            case 0:
                del whole[at : at + chance.randrange(1, 30)]
            case 1:
                whole[at:at] = chance.choice(TOKENS)
            case _:
                start = chance.randrange(len(whole) + 1)
                whole[at:at] = whole[start : start + chance.randrange(60)]
    return bytes(whole)


def strings(record: object) -> list[str]:
    if isinstance(record, str):
        return [record]
    if isinstance(record, tuple):
        return [string for part in record for string in strings(part)]
    if is_dataclass(record):
        return [string for field in fields(record) for string in strings(getattr(record, field.name))]
    return []


@pytest.mark.parametrize("kind", SAVED)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_damaged_files_never_raise(kind, pack):
    chance = random.Random(kind)  # noqa: S311 - no secret
    for _ in range(60):
        for record in read_pages(["-"], stdin=io.BytesIO(pack(damaged(SAVED[kind], chance)))):
            words = "".join(strings(record))
            assert words.encode().decode() == words
            if isinstance(record, Page):
                assert decode(record).encode().decode() == decode(record)
