"""Read the bytes of an article as text and write them back; knows encodings, not formats."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NoReturn
from unicodedata import category, name

from pipeline.document import Decoding

__all__ = ["UndecodableError", "UnencodableError", "decode", "encode"]

# The longer BOM first: that of UTF-32 begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .pages files are"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file, such as .doc"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\0", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_READABLE = 0.99  # share of a text's bytes that are no controls
_MIXED = "utf-8+windows-1252:"  # followed by the bytes, in hexadecimal, that are Windows-1252
_ESCAPED = re.compile("[\udc80-\udcff]")
_CUT_OFF = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")

# What news agencies send and have sent; a shorter list makes fewer mistakes on short texts.
_CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-9", "koi8-r", "koi8-u", "mac-roman"),
    *("mac-cyrillic", "cp866", "cp874", "cp932", "euc-jp", "gb18030", "big5", "cp949"),
)
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "euc_kr": "cp949"}
_PLAINER = {"euc_jis_2004": "euc_jp", "shift_jis_2004": "cp932"}  # what the sender called it
_WESTERN_MARKS = b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xbb"  # in Windows-1252
_WESTERN_LETTERS = b"\xe0\xe1\xe2\xe4\xe7\xe9\xea\xed\xf1\xf3\xf4\xf6\xfa\xfc\xdf"
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")

# Signs that a reading is wrong: C1 controls, a symbol inside a word, a capital after a small
# letter at the end of a word, letters of two scripts in one word.
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_OTHER = (
    "\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
)
_SYMBOLS = (
    r"\u00a1-\u00a9\u00ac\u00af-\u00b6\u00b8\u00b9\u00bc-\u00bf\u00d7\u00f7\u02c6-\u02dd"
    r"\u201a\u201e\u2020-\u2022\u2030\u2039\u2044\u20ac\u2116\u2202-\u2265\u2500-\u25ff"
)
_STRANGE = re.compile(
    rf"""
    [\x80-\x9f\ufffd\ue000-\uf8ff]
    | (?<=[{_LATIN}])[{_OTHER}] | (?<=[\u0370-\u052f])[{_LATIN}]
    | (?<=[^\W\d_])[{_SYMBOLS}]
    | (?<=[^\W\d_])[\u00ab\u00bb\u201c\u201d](?=[^\W\d_])
    | (?<=[a-z\u0430-\u044f])[\u00c0-\u00de\u0178\u017d\u0160\u0410-\u042f]
    | [\u00a4-\u00a6\u00ac\u00af\u00b8\u02c7\u02d8-\u02dd\u2202-\u2265\u2500-\u25ff]
    """,
    re.VERBOSE,
)


class UndecodableError(ValueError):
    """Bytes that are not text, or text in no charset that can be told; the message says which."""


class UnencodableError(ValueError):
    """A text with a character that its charset cannot write; the message names it."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, Decoding]:
    r"""Return the text of the bytes and how it was read; `encode` gives the same bytes again.

    `declared` is the charset that a header or the user names; valid UTF-8 goes before it,
    because it is not valid by chance. Raises UndecodableError.

    >>> text, decoding = decode(b"caf\xe9")
    >>> text, decoding.encoding
    ('café', 'windows-1252')
    """
    _refuse_binary(data)
    for read in (_by_bom, _as_iso_2022_jp, _as_wide, _as_utf8):
        found = read(data)
        if found is not None:
            return found
    return (
        (_as_declared(data, declared) if declared else None)
        or _as_mixed(data, declared)
        or _as_detected(data)
        or _refuse(data, declared)
    )


def encode(text: str, decoding: Decoding) -> bytes:
    """Return the bytes of a text in the encoding, and with the BOM, that it was read with.

    Raises UnencodableError when the charset lacks a character of the text.
    """
    try:
        if decoding.encoding.startswith(_MIXED):
            return decoding.bom + _encode_mixed(text, decoding.encoding)
        return decoding.bom + text.encode(decoding.encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise UnencodableError(
            f"the charset {decoding.encoding} cannot write U+{ord(char):04X} "
            f"{name(char, 'without a name')} (code point {error.start}); write the text as UTF-8"
        ) from error


def _by_bom(data: bytes) -> tuple[str, Decoding] | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strictly(data[len(bom) :], encoding)
            if text is not None:
                label = encoding.upper().removesuffix("-LE").removesuffix("-BE")
                evidence = f"the bytes begin with the byte order mark of {label}"
                return text, Decoding(encoding, evidence, bom)
    return None


def _as_iso_2022_jp(data: bytes) -> tuple[str, Decoding] | None:
    if not _ISO_2022_JP.search(data):
        return None
    text = _strictly(data, "iso2022_jp")
    evidence = "the bytes switch to Japanese by the escape codes of ISO-2022-JP"
    return None if text is None else (text, Decoding("iso-2022-jp", evidence))


def _as_wide(data: bytes) -> tuple[str, Decoding] | None:
    """Read UTF-16 and UTF-32 without a BOM: every second byte, or three of four, is often 0."""
    if b"\0" not in data:
        return None
    zeros = [data[place::4].count(0) for place in range(4)]
    for encoding, full, empty in (
        ("utf-32-le", (0,), (2, 3)),
        ("utf-32-be", (3,), (0, 1)),
        ("utf-16-le", (0, 2), (1, 3)),
        ("utf-16-be", (1, 3), (0, 2)),
    ):
        enough = all if "32" in encoding else any
        if any(zeros[place] for place in full) or not enough(zeros[place] for place in empty):
            continue
        text = _strictly(data, encoding)
        if text is not None and _is_readable(text):
            evidence = f"zero bytes stand where {encoding.upper()} has them, without a BOM"
            return text, Decoding(encoding, evidence)
    return None


def _as_utf8(data: bytes) -> tuple[str, Decoding] | None:
    text = _strictly(data, "utf-8")
    if text is None:
        return None
    if text.isascii():
        return text, Decoding("utf-8", "the bytes are ASCII, which is valid UTF-8")
    return text, Decoding("utf-8", "the bytes are valid UTF-8")


def _as_declared(data: bytes, declared: str) -> tuple[str, Decoding] | None:
    try:
        codec = codecs.lookup(declared.strip())
    except LookupError:
        return None
    if not codec._is_text_encoding:  # noqa: SLF001  # as str.encode asks
        return None
    # Browsers read these labels as the Windows code page that holds them, by the WHATWG table.
    encoding = _SUPERSETS.get(codec.name, codec.name)
    for attempt in dict.fromkeys((encoding, codec.name)):
        text = _strictly(data, attempt)
        if text is not None and not re.search("[\x80-\x9f]", text):
            evidence = f"the bytes are not UTF-8; {declared} was declared, and they are valid in it"
            return text, Decoding(_label(attempt), evidence)
    return None


def _as_mixed(data: bytes, declared: str | None) -> tuple[str, Decoding] | None:
    """Read UTF-8 with a few bytes of Windows-1252 in it; refuse it if it cannot be written back."""
    escaped = data.decode("utf-8", "surrogateescape")  # an invalid byte becomes U+DC80 to U+DCFF
    slips = _ESCAPED.findall(escaped)
    valid = sum(char > "\x7f" for char in escaped) - len(slips)
    if valid < 2 or valid < 2 * len(slips):
        return None
    used = bytes(sorted({ord(slip) - 0xDC00 for slip in slips}))
    encoding = _MIXED + ",".join(f"{byte:02x}" for byte in used)
    try:
        meant = dict(zip(used, used.decode("cp1252"), strict=True))
    except UnicodeDecodeError:
        return None
    text = _ESCAPED.sub(lambda match: meant[ord(match[0]) - 0xDC00], escaped)
    if _CUT_OFF.search(data[-3:]) or _encode_mixed(text, encoding) != data:
        _refuse(data, declared)
    read = ", ".join(meant.values())
    places = "1 place that reads" if len(slips) == 1 else f"{len(slips)} places that read"
    evidence = f"the bytes are UTF-8 but for {places} {read} in Windows-1252"
    return text, Decoding(encoding, evidence)


def _encode_mixed(text: str, encoding: str) -> bytes:
    single = bytes.fromhex(encoding.removeprefix(_MIXED).replace(",", ""))
    chars = dict(zip(single.decode("cp1252"), single, strict=True))
    return b"".join(
        bytes([chars[part]]) if part in chars else part.encode()
        for part in re.split(f"([{re.escape(''.join(chars))}])", text)
    )


def _as_detected(data: bytes) -> tuple[str, Decoding] | None:
    """Read in the charset that chardet finds, or the next one whose reading is less strange."""
    best: tuple[int, str, str] | None = None
    high = len(data.translate(None, bytes(range(0x80))))
    for encoding in _candidates(data):
        text = _strictly(data, encoding)
        if text is None or not _is_readable(text):
            continue
        strange = len(_STRANGE.findall(text))
        if best is None or strange < best[0]:
            best = strange, encoding, text
        if strange * 50 <= high:
            best = strange, encoding, text
            break
    # A charset in which a third of the letters make no sense is not the one.
    if best is None or best[0] * 3 > high:
        return None
    strange, encoding, text = best
    sample = next(iter(re.findall(r"\w*[^\x00-\x7f\W]\w*", text)), "")
    evidence = f"the bytes are not UTF-8; they read best as {_label(encoding)}"
    evidence += f", as in {sample[:40]!r}" if sample else ""
    return text, Decoding(_label(encoding), evidence)


def _candidates(data: bytes) -> Iterator[str]:
    """Yield charsets, the likeliest first: quotation marks alone say Windows-1252."""
    import chardet

    high = data.translate(None, bytes(range(0x80)))
    letters = high.translate(None, _WESTERN_MARKS)
    # Two or three letters are too few for chardet, and these ones are the common ones.
    if not letters or (len(letters) <= 2 and not letters.translate(None, _WESTERN_LETTERS)):
        yield "cp1252"
    found = chardet.detect_all(
        data, compat_names=False, ignore_threshold=True, include_encodings=_CANDIDATES
    )
    names = [codecs.lookup(entry["encoding"] or "cp1252").name for entry in found]
    for encoding in names:
        if encoding in _PLAINER:
            yield _PLAINER[encoding]
        yield encoding
        if encoding == "iso8859-2":
            yield "cp1250"
    yield "cp1252"


def _refuse_binary(data: bytes) -> None:
    """Raise UndecodableError for what is known, or looks, like something other than text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UndecodableError(f"this is not text but {what}; extract the article first")
    wide = b"\0" in data or data.startswith(tuple(bom for bom, _ in _BOMS))
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if wide and (_by_bom(data) or _as_wide(data)):
        return
    if controls > max(2, len(data) * (1 - _READABLE)):
        share = controls / len(data)
        raise UndecodableError(
            f"this is not text: {share:.0%} of its {len(data)} bytes are control characters"
        )


def _refuse(data: bytes, declared: str | None) -> NoReturn:
    at, reason = 0, ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at, reason = error.start, error.reason
    where = f"the byte 0x{data[at]:02x} at {at} is not valid UTF-8"
    if reason == "unexpected end of data":
        raise UndecodableError(f"{where}: the file ends in the middle of a character")
    if declared:
        raise UndecodableError(f"{where}, nor are the bytes valid in the declared {declared}")
    raise UndecodableError(f"{where}, and no other charset fits; name the charset if you know it")


def _strictly(data: bytes, encoding: str) -> str | None:
    """Return the text if the bytes are valid and the text gives the same bytes again."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def _is_readable(text: str) -> bool:
    """Tell whether nearly all characters of the text's opening are ones that print."""
    sample = text[:10_000]
    bad = sum(
        char not in "\t\n\v\f\r\x1b" and category(char) in ("Cc", "Cn", "Co", "Cs")
        for char in sample
    )
    return bad <= len(sample) * (1 - _READABLE)


def _label(encoding: str) -> str:
    """Return the usual label of a Python codec.

    >>> _label("cp1252"), _label("iso8859-2"), _label("koi8-r")
    ('windows-1252', 'iso-8859-2', 'koi8-r')
    """
    name_of = codecs.lookup(encoding).name
    name_of = re.sub(r"^cp(125\d)$", r"windows-\1", name_of)
    return re.sub(r"^iso8859", "iso-8859", name_of).replace("_", "-")
