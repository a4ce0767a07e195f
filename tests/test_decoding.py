"""Bytes become text with the reason why, and the same bytes again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import Decoding
from pipeline.formats.decoding import UndecodableError, UnencodableError, decode, encode

FRENCH = "Le café de l\u2019été ferme à Noël : « c\u2019est fini », dit-il."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl v pátek ministr."
RUSSIAN = "Президент прибыл в столицу, где его встретил премьер-министр."
GREEK = "Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την οικονομία."
JAPANESE = "首相は月曜日に新しい計画を発表した。反対派は批判している。"


@pytest.mark.parametrize(
    "text, charset, told",
    [
        (FRENCH, "utf-8", "utf-8"),
        (FRENCH, "cp1252", "windows-1252"),
        (FRENCH, "mac-roman", "mac-roman"),
        (CZECH, "cp1250", "windows-1250"),
        (CZECH, "iso-8859-2", "iso-8859-2"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (GREEK, "cp1253", "windows-1253"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "iso-2022-jp", "iso-2022-jp"),
        ("caf\u00e9", "cp1252", "windows-1252"),
        ("It\u2019s \u201cover\u201d \u2013 for now", "cp1252", "windows-1252"),
    ],
)
def test_a_charset_is_told_from_the_bytes(text: str, charset: str, told: str) -> None:
    read, decoding = decode(text.encode(charset))
    assert (read, decoding.encoding) == (text, told)
    assert encode(read, decoding) == text.encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_believed_and_kept_apart(charset: str) -> None:
    data = ("\ufeff" + FRENCH).encode(charset)
    text, decoding = decode(data)
    assert text == FRENCH
    assert decoding.bom == "\ufeff".encode(charset)
    assert "byte order mark" in decoding.evidence
    assert encode(text, decoding) == data


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, JAPANESE + "\n"])
def test_wide_charsets_are_told_by_their_zero_bytes(text: str, charset: str) -> None:
    assert decode(text.encode(charset))[0] == text


@pytest.mark.parametrize(
    "data, what",
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\x1f\x8b\x08\0\0", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
        (b"\0\x01\x02\x03" * 20, "control characters"),
        (bytes(range(256)), "control characters"),
    ],
)
def test_what_is_not_text_is_refused_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(UndecodableError, match=what):
        decode(data)


def test_valid_utf8_goes_before_a_declared_charset() -> None:
    text, decoding = decode(FRENCH.encode(), "iso-8859-1")
    assert (text, decoding.encoding) == (FRENCH, "utf-8")


def test_a_declared_charset_goes_before_a_guess() -> None:
    text, decoding = decode("Київ".encode("cp1251"), "windows-1251")
    assert text == "Київ"
    assert "windows-1251 was declared" in decoding.evidence


def test_declared_latin1_is_read_as_windows_1252() -> None:
    assert decode("It\u2019s".encode("cp1252"), "ISO-8859-1")[0] == "It\u2019s"


@pytest.mark.parametrize("declared", ["utf-8", "no-such-charset", "base64", "rot13", ""])
def test_a_declaration_that_does_not_fit_is_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9", declared)[0] == "caf\u00e9"


def test_slips_into_windows_1252_are_read_and_written_back() -> None:
    data = "Le café, déjà".encode() + b" l\x92an"
    text, decoding = decode(data)
    assert text == "Le café, déjà l\u2019an"
    assert decoding.encoding == "utf-8+windows-1252:92"
    assert "1 place" in decoding.evidence
    assert encode(text, decoding) == data


def test_slips_that_could_not_be_written_back_are_refused() -> None:
    data = "Le café, l\u2019été déjà".encode() + b" l\x92an"
    with pytest.raises(UndecodableError, match=r"0x92 at \d+ is not valid UTF-8"):
        decode(data)


def test_a_file_that_was_cut_off_is_refused() -> None:
    with pytest.raises(UndecodableError, match="ends in the middle of a character"):
        decode("Le café, l\u2019été".encode()[:-1])


def test_a_character_that_the_charset_lacks_is_named() -> None:
    with pytest.raises(UnencodableError, match=r"U\+202F NARROW NO-BREAK SPACE"):
        encode("10\u202f000", Decoding("windows-1252"))


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([None, "latin-1", "cp1251", "utf-16", "gb18030"]))
def test_any_bytes_are_read_reversibly_or_refused(data: bytes, declared: str | None) -> None:
    try:
        text, decoding = decode(data, declared)
    except UndecodableError:
        return
    assert encode(text, decoding) == data
    assert decoding.evidence


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_utf8_is_never_mistaken(text: str) -> None:
    data = text.encode()
    if data.startswith((b"%PDF-", b"PK", b"GIF8", b"BZh", b"Rar!", b"{\\rtf", b"\xef\xbb\xbf")):
        return
    assert decode(data)[0] == text
