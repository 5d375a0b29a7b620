"""One encoding for each value: a strict corner of CBOR (RFC 8949, section 4.2).

Only integers, byte strings, texts, arrays, true, false and null; no maps, floats or
tags. Who receives a value encodes it again and compares, so that nothing can be said in
two ways and no hash or signature covers two readings.
"""

from typing import Any, NoReturn

Plain = int | bytes | str | bool | None | tuple["Plain", ...]

MAX_DEPTH = 6


class MalformedError(ValueError):
    """Bytes that are not the one encoding of a value."""


def encode(value: Plain) -> bytes:
    """The only encoding of ``value``."""
    import cbor2  # noqa: PLC0415  (few people have a trip)

    return bytes(cbor2.dumps(value, canonical=True))


def decode(data: bytes) -> tuple[Plain, ...]:
    """Read an array back.

    Raises:
        MalformedError: it is no array, not canonical, or holds what we never write.
    """
    import cbor2  # noqa: PLC0415

    try:
        value: Any = cbor2.loads(
            data,
            tag_hook=_refuse,
            semantic_decoders=_REFUSED,
            immutable=True,
            allow_indefinite=False,
            max_depth=MAX_DEPTH,
        )
        same = isinstance(value, tuple) and cbor2.dumps(value, canonical=True) == data
    except (cbor2.CBORError, ValueError, TypeError, OverflowError) as error:
        msg = "not CBOR"
        raise MalformedError(msg) from error
    if not same:
        msg = "not in the canonical encoding"
        raise MalformedError(msg)
    return tuple(value)


def _refuse(*_: object) -> NoReturn:
    msg = "tags are not used"
    raise MalformedError(msg)


# Every tag that cbor2 has a decoder for, and those it may yet get.
_REFUSED = dict.fromkeys((*range(1100), 43000, 55799), _refuse)
