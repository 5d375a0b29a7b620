"""The values of PulseAudio's native protocol, as they lie in its packets.

One after the other, each with a letter before it that says what it is: a "tagstruct".
It is written down only in PulseAudio's own code (``src/pulsecore/tagstruct.h``).
"""

import struct
from collections.abc import Callable
from typing import Any

Values = list[Any]
_Found = tuple[Any, int]


class MalformedPacketError(ValueError):
    """The server said something that is not in the protocol."""


def packed(*values: Any) -> bytes:  # noqa: ANN401  (as below)
    """Lay out numbers, texts, bytes, properties, and None for no text."""
    parts: list[bytes] = []
    for value in values:
        match value:
            case None:
                parts.append(b"N")
            case int():
                parts.append(b"L" + value.to_bytes(4, "big"))
            case str():
                parts.append(b"t" + value.encode() + b"\0")
            case bytes():
                parts.append(b"x" + len(value).to_bytes(4, "big") + value)
            case dict():
                pairs = [packed(key, len(raw), raw) for key, raw in value.items()]
                parts.append(b"P" + b"".join(pairs) + b"N")
    return b"".join(parts)


def unpacked(body: bytes) -> Values:
    """The values of a packet; those that nobody here reads, as None.

    Raises:
        MalformedPacketError: there is something else in it.
    """
    values: Values = []
    at = 0
    try:
        while at < len(body):
            value, at = _value(body, at)
            values.append(value)
    except (LookupError, ValueError, TypeError, struct.error) as error:
        msg = f"a packet that is damaged at byte {at}"
        raise MalformedPacketError(msg) from error
    if at > len(body):
        msg = "a packet that ends too early"
        raise MalformedPacketError(msg)
    return values


def _value(body: bytes, at: int) -> _Found:
    """The value that starts there, and where the next one does."""
    return _READERS[body[at : at + 1]](body, at + 1)


def _number(body: bytes, at: int) -> _Found:
    return struct.unpack_from(">I", body, at)[0], at + 4


def _text(body: bytes, at: int) -> _Found:
    end = body.index(b"\0", at)
    return body[at:end].decode("utf-8", "replace"), end + 1


def _bytes(body: bytes, at: int) -> _Found:
    length, start = _number(body, at)
    return body[start : start + length], start + length


def _properties(body: bytes, at: int) -> _Found:
    properties: dict[str, str] = {}
    while True:
        key, at = _value(body, at)
        if key is None:
            return properties, at
        _, at = _value(body, at)  # the length, said again with the bytes
        raw, at = _value(body, at)
        properties[key] = str(raw, "utf-8", "replace").rstrip("\0")


def _format(body: bytes, at: int) -> _Found:
    _, at = _value(body, at)  # its encoding
    _, at = _value(body, at)  # its properties
    return None, at


def _skip(size: int) -> Callable[[bytes, int], _Found]:
    return lambda _body, at: (None, at + size)


def _skip_list(size: int) -> Callable[[bytes, int], _Found]:
    return lambda body, at: (None, at + 1 + size * body[at])


_READERS: dict[bytes, Callable[[bytes, int], _Found]] = {
    b"L": _number,
    b"t": _text,
    b"N": _skip(0),  # no text
    b"1": lambda _body, at: (True, at),
    b"0": lambda _body, at: (False, at),
    b"x": _bytes,
    b"P": _properties,
    b"f": _format,
    b"B": _skip(1),  # a small number
    b"a": _skip(6),  # how samples are written
    b"m": _skip_list(1),  # where channels are heard
    b"v": _skip_list(4),  # a volume for each channel
    b"V": _skip(4),  # a volume
    b"U": _skip(8),  # microseconds
    b"R": _skip(8),
    b"r": _skip(8),
    b"T": _skip(8),  # a time of day
}
