"""Envelopes: what a relay sees, bytes like random ones in steps of 256.

::

    nonce 24 | tag 8 | blocks 2, masked | sealed: how, length, payload, zeros | mac 16

The tag and the mask are keyed hashes of the nonce: who has the key recognises an
envelope in a stream of them without trying to decrypt, and to all others they are
noise. Everything in front of the seal is its associated data, with the trip, the epoch
and a domain string.

A segment is several envelopes one after the other; nothing else is needed to part them.
"""

import bz2
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from unplug.trips import primitives

BLOCK = 256
MAX_BLOCKS = 256
MAX_PAYLOAD = 512 * 1024  # unpacked
SEGMENT_ENVELOPES = 16
_TAG = 8
_COUNT = 2
_HEADER = primitives.NONCE_BYTES + _TAG + _COUNT
_LENGTH = 3
_AROUND = _HEADER + 1 + _LENGTH + primitives.MAC_BYTES
_AS_IT_IS, _DEFLATED, _SORTED = 0, 1, 2
_WORTH_SORTING = 2_048  # bytes; below, deflating is shorter
_DOMAIN = b"unplug envelope 1\x00"


@dataclass(frozen=True, slots=True)
class SealKey:
    """A key that seals and opens the envelopes of one epoch, or of one invite.

    Attributes:
        trip: the trip, 16 bytes.
        epoch: its number; nothing for the key of an invite.
        secret: 32 bytes.
    """

    trip: bytes
    epoch: int | None
    secret: bytes = field(repr=False)

    def header(self, nonce: bytes) -> bytes:
        """The tag and the mask for a nonce."""
        size = _TAG + _COUNT
        return primitives.digest("envelope", nonce, key=self.secret, size=size)

    def associated(self, header: bytes) -> bytes:
        """What the seal covers beside the payload."""
        number = b"door" if self.epoch is None else self.epoch.to_bytes(4, "little")
        return _DOMAIN + self.trip + number + header


class TooLargeError(ValueError):
    """A payload that no envelope holds."""


def seal(key: SealKey, payload: bytes, nonce: bytes | None = None) -> bytes:
    """Put a payload into an envelope.

    Args:
        key: the epoch's or the invite's.
        payload: at most ``MAX_PAYLOAD`` bytes.
        nonce: 24 bytes that are used once; random unless a test says otherwise.

    Raises:
        TooLargeError: it does not fit even when deflated.
    """
    deflated = zlib.compress(payload, 9, wbits=-zlib.MAX_WBITS)
    ways = [(_AS_IT_IS, payload), (_DEFLATED, deflated)]
    if len(payload) > _WORTH_SORTING:
        ways.append((_SORTED, bz2.compress(payload)))
    how, body = min(ways, key=lambda way: len(way[1]))
    blocks = -(-(len(body) + _AROUND) // BLOCK)
    if blocks > MAX_BLOCKS or len(payload) > MAX_PAYLOAD:
        msg = f"{len(payload)} bytes do not fit into an envelope"
        raise TooLargeError(msg)
    nonce = primitives.random_bytes(primitives.NONCE_BYTES) if nonce is None else nonce
    header = nonce + _masked(key.header(nonce), blocks)
    plain = bytes((how,)) + len(body).to_bytes(_LENGTH, "little") + body
    plain += bytes(blocks * BLOCK - _AROUND - len(body))
    secret, associated = key.secret, key.associated(header)
    return header + primitives.encrypt(secret, nonce, plain, associated)


@dataclass(frozen=True, slots=True)
class Found:
    """An envelope that a key recognised.

    Attributes:
        at: its first byte in the stream.
        raw: the envelope itself.
        key: what recognised it.
        payload: what was in it; nothing where it was tampered with.
    """

    at: int
    raw: bytes
    key: SealKey
    payload: bytes | None


def find(
    stream: bytes, keys: Sequence[SealKey], known: Mapping[bytes, bytes] | None = None
) -> Iterator[Found]:
    """Pick the envelopes of ``keys`` out of a stream, whatever else is in it.

    Torn, foreign and tampered blocks are stepped over, 256 bytes at a time.

    Args:
        stream: segments, whole or torn.
        keys: those to try.
        known: envelopes that are had already, by their nonces; they are passed over.
    """
    known = {} if known is None else known
    at = 0
    while at + BLOCK <= len(stream):
        had = known.get(stream[at : at + primitives.NONCE_BYTES], b"")
        if had and stream.startswith(had, at):
            at += len(had)
            continue
        found = _at(stream, at, keys)
        if found is None:
            at += BLOCK
            continue
        yield found
        at += len(found.raw) if found.payload is not None else BLOCK


def open_envelope(raw: bytes, keys: Sequence[SealKey]) -> Found | None:
    """Open one envelope; nothing where no key knows it or it was tampered with."""
    found = _at(raw, 0, keys) if len(raw) >= BLOCK else None
    if found is None or found.payload is None or len(found.raw) != len(raw):
        return None
    return found


def segments(envelopes: Sequence[bytes]) -> Iterator[bytes]:
    """Join envelopes into segments."""
    for i in range(0, len(envelopes), SEGMENT_ENVELOPES):
        yield b"".join(envelopes[i : i + SEGMENT_ENVELOPES])


def _at(stream: bytes, at: int, keys: Sequence[SealKey]) -> Found | None:
    nonce = stream[at : at + primitives.NONCE_BYTES]
    header = stream[at : at + _HEADER]
    tag_end = primitives.NONCE_BYTES + _TAG
    for key in keys:
        expected = key.header(nonce)
        if header[primitives.NONCE_BYTES : tag_end] != expected[:_TAG]:
            continue
        mask = int.from_bytes(expected[_TAG:], "little")
        blocks = int.from_bytes(header[tag_end:], "little") ^ mask
        if not 0 < blocks <= MAX_BLOCKS or at + blocks * BLOCK > len(stream):
            return None
        raw = stream[at : at + blocks * BLOCK]
        plain = primitives.decrypt(
            key.secret, nonce, raw[_HEADER:], key.associated(header)
        )
        return Found(at, raw, key, None if plain is None else _unpacked(plain))
    return None


def _masked(expected: bytes, blocks: int) -> bytes:
    mask = int.from_bytes(expected[_TAG:], "little")
    return expected[:_TAG] + (blocks ^ mask).to_bytes(_COUNT, "little")


def _unpacked(plain: bytes) -> bytes | None:
    """The payload, never more than ``MAX_PAYLOAD`` bytes, whatever was deflated."""
    how, length = plain[0], int.from_bytes(plain[1 : 1 + _LENGTH], "little")
    body, padding = plain[1 + _LENGTH :][:length], plain[1 + _LENGTH + length :]
    if len(body) != length or padding.count(0) != len(padding):
        return None
    if how == _AS_IT_IS:
        return body
    inflate: zlib._Decompress | bz2.BZ2Decompressor
    if how == _DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    elif how == _SORTED:
        inflate = bz2.BZ2Decompressor()
    else:
        return None
    try:
        payload = inflate.decompress(body, MAX_PAYLOAD)
    except (zlib.error, OSError):
        return None
    return payload if inflate.eof and not inflate.unused_data else None
