"""What a file is, its bytes say."""

import os

import pytest

from headwater.pages.kinds import binary_name, kind_of

KINDS = {
    "html": [
        b"<!DOCTYPE html>",
        b"\xef\xbb\xbf\n <!-- saved --><html>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html xmlns="x">',
        b"<article><p>Rain</p>",
        b"Warning: a script failed on line 3\n<!doctype html><p>",
        "<html>Rain".encode("utf-16"),
    ],
    "text": [
        b"Rain fell in Orvale.",
        b"[Photo: river] Rain fell",
        b"<< Back to the front page\nRain fell",
        b"# Rain in Orvale\n\nIt *fell*.",
        b"Title: Rain\nDate: Monday\n\nRain fell.",
        "Rain fell in Orvale.".encode("utf-16"),
        b"{Rain} fell",
        b"a\x00b c",
    ],
    "feed": [
        b"<rss version='2.0'>",
        b"<?xml version='1.0'?>\n<feed xmlns='x'>",
        b"<?xml-stylesheet href='x'?><rdf:RDF>",
    ],
    "xml": [b"<?xml version='1.0'?><urlset>"],
    "rows": [b'{"text": "Rain"}', b'[\n {"text"', b'{\n  "id": 1', b"[]"],
    "warc": [b"WARC/1.0\r\nWARC-Type: warcinfo"],
    "mhtml": [b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"],
    "gzip": [b"\x1f\x8b\x08\x00"],
    "binary": [b"%PDF-1.7\nplain so far", b"\x89PNG\r\n", bytes(40), bytes(range(256)), b"\x01\x02\x03"],
    "empty": [b""],
}


@pytest.mark.parametrize(("kind", "head"), [(kind, head) for kind, heads in KINDS.items() for head in heads])
def test_the_first_bytes_decide(kind, head):
    assert kind_of(head) == kind


def test_random_bytes_are_binary():
    assert {kind_of(b"\x81" + os.urandom(2000)) for _ in range(50)} == {"binary"}


def test_a_binary_file_is_named_where_it_is_known():
    assert binary_name(b"PK\x03\x04") == "a ZIP archive or an office document"
