"""One unfolded line of a vCard: ``group.NAME;PARAM=value,value:value``."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from unplug.people import encoding
from unplug.people.contact import Params
from unplug.people.vcard import values
from unplug.people.vcard.formatting import NAME_PARAM, OWN_ALTID

_HEAD = re.compile(rb'(?:[^":]++|"[^"]*+")*+:')
_PARAMS = re.compile(r'((?:[^;"]++|"[^"]*+"|")*+)(;|\Z)')
_LIST = re.compile(r'((?:[^,"]++|"[^"]*+"|")*+)(,|\Z)')
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})
_SAYS_NOTHING = frozenset(
    {*(("ENCODING", text) for text in ("8BIT", "7BIT", "")), ("ALTID", OWN_ALTID)}
)
_VALUES = frozenset({"URL", "URI", "INLINE", "CONTENT-ID", "CID"})


@dataclass(slots=True)
class Line:
    """A line taken apart.

    Attributes:
        number: where it stands in the file, from 1.
        name: in capitals.
        params: in order, names in capitals; those of 2.1 that have no name are given
            the one they stand for. ``CHARSET`` and text encodings are worked off.
        value: decoded, escapes still in it.
        certain: whether its characters are sure.
    """

    number: int
    group: str
    name: str
    params: Params
    value: str
    certain: bool = True

    def param(self, name: str) -> str:
        """The first value of a parameter, empty where it is missing."""
        for key, found in self.params:
            if key == name and found:
                return found[0]
        return ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The values of all TYPE parameters, in lower case, each once."""
        every = (
            v.strip().lower() for k, found in self.params if k == "TYPE" for v in found
        )
        return tuple(dict.fromkeys(kind for kind in every if kind))


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the colon; most lines of a file share a few of these.

    Attributes:
        charset: the codec that the value is said to be in; empty where nothing is.
        quoted: whether the value is quoted-printable.
    """

    group: str
    name: str
    params: Params
    charset: str = ""
    quoted: bool = False


def parse(number: int, data: bytes, code_page: Callable[[], str]) -> Line | None:
    """Take a line apart; None where it has no colon or no name.

    Args:
        number: where it stands in the file.
        data: the unfolded bytes.
        code_page: tells what to take where bytes are not UTF-8 and nothing is said.
    """
    colon = data.find(b":")
    if colon < 1:
        return None
    written, value = data[:colon], data[colon + 1 :]
    if b'"' in written:
        found = _HEAD.match(data)
        if found:
            written, value = data[: found.end() - 1], data[found.end() :]
    head = _read_head(written)
    certain = head is not None
    if head is None:
        text, certain = encoding.decode(written, "", code_page())
        head = _head(text)
    if not head.name:
        return None
    if head.quoted:
        value = values.from_quoted_printable(value)
    text, sure = _decoded(value, head.charset, code_page)
    text = text.strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Line(number, head.group, head.name, head.params, text, certain and sure)


def _decoded(
    data: bytes, charset: str, code_page: Callable[[], str]
) -> tuple[str, bool]:
    if not charset:
        try:
            return data.decode(), True
        except ValueError:
            return encoding.decode(data, "", code_page())
    guessed = "" if data.isascii() or encoding.is_utf8(data) else code_page()
    return encoding.decode(data, charset, guessed)


@lru_cache(maxsize=1024)
def _read_head(written: bytes) -> _Head | None:
    """Take apart what stands before the colon; None where it is not UTF-8."""
    try:
        return _head(written.decode())
    except ValueError:
        return None


def _head(written: str) -> _Head:
    name, _, rest = written.partition(";")
    group, _, name = name.strip().rpartition(".")
    group = group.replace(".", "-")
    if not rest:
        return _Head(group, name.upper(), ())
    charset, quoted = "", False
    left: list[tuple[str, tuple[str, ...]]] = []
    for key, found in _params(rest):
        first = found[0].upper() if found else ""
        if key == "CHARSET":
            charset = encoding.known(first)
        elif key == NAME_PARAM and found:
            name = found[0]  # which the writer had to change
        elif key == "ENCODING" and first == "QUOTED-PRINTABLE":
            quoted = True
        elif key == "ENCODING" and first in {"BASE64", "B"}:
            left.append((key, ("b",)))
        elif (key, first) not in _SAYS_NOTHING:
            left.append((key, found))
    return _Head(group, name.upper(), tuple(left), charset, quoted)


def _params(text: str) -> Params:
    if '"' not in text:
        pieces = text.split(";")
    else:
        pieces = [found[1] for found in _PARAMS.finditer(text)]
    return tuple(_param(piece.strip()) for piece in pieces if piece.strip())


def _param(piece: str) -> tuple[str, tuple[str, ...]]:
    name, equals, value = piece.partition("=")
    if not equals:
        bare = piece.upper()
        if bare in _ENCODINGS:
            return "ENCODING", (bare,)
        return (
            ("VALUE", (bare.lower(),)) if bare in _VALUES else ("TYPE", _listed(piece))
        )
    name = name.strip().upper()
    if name == "TYPE":
        return name, tuple(v for part in _listed(value) for v in part.split(",") if v)
    return name, _listed(value)


def _listed(value: str) -> tuple[str, ...]:
    if '"' not in value:
        parts = value.split(",") if "," in value else [value]
    else:
        parts = [found[1] for found in _LIST.finditer(value)]
    return tuple(part for part in map(_unquoted, parts) if part)


def _unquoted(value: str) -> str:
    value = value.strip()
    if '"' in value:
        value = value.replace('\\"', '"').strip('"')
    if "^" in value:
        value = _CARET.sub(lambda found: _CARETS[found[1]], value)
    return value
