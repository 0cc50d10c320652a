"""Bytes → characters: which encoding is believed."""

import pytest

from headwater.model import Media
from headwater.pages import decode, ready_page
from headwater.pages.spots import Spot, page_at


def reads(content: bytes, declared: str | None = None, media: Media = "text") -> str:
    return decode(page_at(Spot(file="a"), content, media, declared=declared))


CYRILLIC = "В Орвале прошёл сильный дождь, сообщили жители долины."


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "utf-16", "no such encoding", "base64", "koi8-r\0"])
def test_utf8_is_utf8_whatever_is_declared(declared):
    assert reads("Über Nacht fiel Regen.".encode(), declared) == "Über Nacht fiel Regen."


def test_a_few_broken_bytes_do_not_make_it_another_encoding():
    text = "“Über Nacht” fiel in Örtz überall Regen, größer als früher – “schöner” auch."
    assert reads(text.encode() + b"\xe4", "windows-1252") == text + "�"


def test_the_declared_encoding_is_read_as_browsers_read_it():
    assert reads(b"\x93We won,\x94 she said", "ISO-8859-1") == "“We won,” she said"
    assert reads(CYRILLIC.encode("koi8-r"), "koi8-r") == CYRILLIC


def test_the_header_outranks_the_meta_and_the_meta_the_guess():
    page = b'<html><meta charset="windows-1251"><p>' + CYRILLIC.encode("cp1251")
    assert CYRILLIC in reads(page, media="html")
    page = b'<html><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>' + CYRILLIC.encode("cp1251")
    assert CYRILLIC in reads(page, "windows-1251", media="html")


def test_an_xml_declaration_counts():
    page = '<?xml version="1.0" encoding="Shift_JIS"?><html><p>オルベールの雨'.encode("cp932")
    assert "オルベールの雨" in reads(page, media="html")


def test_a_declaration_that_breaks_the_page_is_not_believed():
    assert reads((CYRILLIC * 20).encode("cp1251"), "euc-jp") == CYRILLIC * 20


def test_without_a_declaration_the_encoding_is_guessed():
    assert reads((CYRILLIC * 5).encode("cp1251")) == CYRILLIC * 5
    assert reads(("雨が降り、川が増水した。" * 30).encode("euc_jp")) == "雨が降り、川が増水した。" * 30


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_byte_order_marks_and_utf16_without_one(encoding):
    assert reads("Rain fell in Orvale.\n".encode(encoding), "latin1") == "Rain fell in Orvale.\n"


def test_control_characters_become_one_harmless_character_each():
    assert reads(b"a\x00b\x1fc\x0cd\te\r\n") == "a�b�c\nd\te\r\n"


def test_surrogates_and_non_characters_never_come_out():
    text = reads(b"a\xed\xa0\x80b \xef\xbf\xbf " + "é".encode() * 50)
    assert text.encode("utf-8").decode() == text
    assert "\uffff" not in text


def test_the_characters_of_a_ready_article_are_its_text():
    assert decode(ready_page({"text": "a\x0cb\x00 “c”"}, file="-")) == "a\x0cb\x00 “c”"


def test_a_large_page_of_unknown_encoding_is_guessed_from_a_part_of_it():
    assert len(reads(b"<html>" + b"caf\xe9 noir " * 400_000, media="html")) == 4_000_006
