"""Which characters the bytes of an address book stand for.

Files say it by a byte order mark, or properties by ``CHARSET``; most are UTF-8. For
the rest ``code_pages`` guesses from all bytes of the file that are none of these.
"""

import codecs
from functools import lru_cache

FALLBACK = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CODECS = (
    *("utf", "cp", "iso8859", "iso2022", "koi8", "mac", "shift_jis", "euc", "gb"),
    *("big5", "tis", "hz", "johab", "kz", "ptcp"),
)
# Names for code pages that Python spells otherwise.
_ALIASES = {
    **dict.fromkeys(("ansi", "iso-8859-1", "latin1", "latin-1"), FALLBACK),
    **dict.fromkeys(("us-ascii", "ascii"), FALLBACK),
    **dict.fromkeys(
        ("windows-31j", "x-sjis", "shift_jis", "shift-jis", "sjis"), "cp932"
    ),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "ks_c_5601-1987": "cp949",
    "iso-8859-8-i": "iso-8859-8",
}


@lru_cache(maxsize=64)
def known(charset: str) -> str:
    """The codec for a ``CHARSET`` parameter; empty where it names none for text."""
    name = charset.strip().strip('"').lower()
    try:
        codec = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return ""
    return codec if codec.startswith(_TEXT_CODECS) else ""


def unmarked(data: bytes) -> tuple[bytes, str]:
    """Take the byte order mark off, and turn UTF-16 and UTF-32 into UTF-8.

    Returns:
        The bytes in a code that keeps ASCII, and the code that the file was in;
        empty where nothing told it.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return (rest if codec == "utf-8" else _as_utf8(rest, codec)), codec
    head = data[:64]
    if head[1::2].count(0) * 4 > len(head):
        return _as_utf8(data, "utf-16-le"), "utf-16-le"
    if head[0::2].count(0) * 4 > len(head):
        return _as_utf8(data, "utf-16-be"), "utf-16-be"
    return data, ""


def _as_utf8(data: bytes, codec: str) -> bytes:
    return data.decode(codec, "replace").encode("utf-8", "replace")


def decode(data: bytes, charset: str, code_page: str) -> tuple[str, bool]:
    """Decode one value.

    Args:
        data: its bytes.
        charset: the codec its ``CHARSET`` names, or empty.
        code_page: what to take where it is not UTF-8.

    Returns:
        The text, and whether it is certain that nothing was lost.
    """
    if data.isascii() and not charset.startswith(("utf-7", "utf-16", "iso2022", "hz")):
        return data.decode("ascii"), True
    if charset and not (charset == FALLBACK and is_utf8(data)):
        try:
            return data.decode(charset), True
        except ValueError:
            pass
    try:
        return data.decode("utf-8"), not charset or charset in {"utf-8", FALLBACK}
    except ValueError:
        return _whatever(data, code_page), not charset


def _whatever(data: bytes, code_page: str) -> str:
    for codec in (code_page, FALLBACK):
        try:
            return data.decode(codec)
        except ValueError:
            continue
    return data.decode("latin-1")


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 (ASCII is)."""
    try:
        data.decode("utf-8")
    except ValueError:
        return False
    return True
