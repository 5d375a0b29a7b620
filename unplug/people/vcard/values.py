"""The values of vCard properties: escapes, lists, and other codes."""

import base64
import binascii
import re

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PLAIN = {"n": "\n", "N": "\n", ",": ",", ";": ";", ":": ":", "\\": "\\", '"': '"'}
_SPECIAL = re.compile(r"[\\,;\n]")
_PIECES = {
    mark: re.compile(rf"((?:[^\\{mark}]++|\\.?)*+)({mark}|\Z)", re.DOTALL)
    for mark in ",;"
}
_SPACE = str.maketrans("", "", " \t\r\n\v\f")
_ENCODED_MARKS = (
    (b"=5C=3B", b"\\;"),
    (b"=5c=3b", b"\\;"),
    (b"=3B", b"\\;"),
    (b"=3b", b"\\;"),
)


def unescape(value: str) -> str:
    """Take the escapes out; a backslash before anything else stays."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: _PLAIN.get(found[1], found[0]), value)


def escape(text: str) -> str:
    """Escape a text so that it is one value."""
    if _SPECIAL.search(text) is None and "\r" not in text:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SPECIAL.sub(lambda c: "\\n" if c[0] == "\n" else "\\" + c[0], text)


def split(value: str, mark: str) -> list[str]:
    """Cut a value at a mark, ``;`` or ``,``, that is not escaped; escapes stay."""
    if "\\" not in value:
        return value.split(mark)
    pieces = []
    for found in _PIECES[mark].finditer(value):
        pieces.append(found[1])
        if not found[2]:
            break
    return pieces


def texts(value: str, mark: str = ",") -> tuple[str, ...]:
    """The parts of a list, unescaped and stripped, without the empty ones."""
    parts = (unescape(part).strip() for part in split(value, mark))
    return tuple(part for part in parts if part)


def from_quoted_printable(value: bytes) -> bytes:
    """Decode quoted-printable; an encoded semicolon is text and divides nothing."""
    for encoded, escaped in _ENCODED_MARKS:
        value = value.replace(encoded, escaped)
    return binascii.a2b_qp(value)


def from_base64(value: str) -> bytes | None:
    """Decode base64 that may lack its padding; None where it is none."""
    compact = value.translate(_SPACE).rstrip("=")
    if not compact or len(compact) % 4 == 1:
        return None
    try:
        return base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except ValueError:
        return None


def to_base64(data: bytes) -> str:
    """Encode bytes as one line of base64."""
    return base64.b64encode(data).decode("ascii")
