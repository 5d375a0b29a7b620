"""Words of a trip that go by and that no key of this device opens.

A few of them are usual: a key may still be under way. Where there are some although all
that the others know was looked through, this device may be out of the trip, and the
word that says so sealed with a key that it never got.
"""

from collections.abc import Iterator, Sequence

from unplug.trips import envelope, primitives
from unplug.trips.envelope import SealKey
from unplug.trips.invite import door_key
from unplug.trips.replica import Replica

MOST = 64
MOST_BYTES = 2 * 1024 * 1024
_TAG_BYTES = 8


class Unread:
    """What a device could not open.

    Args:
        replica: the device's copy.
    """

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._payloads: list[tuple[bytes, int]] = []
        self._bytes = 0
        self._heads: dict[bytes, int] = {}

    def heard(self, payload: bytes, now_ms: int) -> None:
        """Something came.

        Args:
            payload: a message, of whole envelopes.
            now_ms: by this machine's clock, UTC.
        """
        if self._bytes + len(payload) <= MOST_BYTES:
            self._bytes += len(payload)
            self._payloads.append((payload, now_ms))

    def since_ms(self) -> int | None:
        """Since when there is something that no key opens; None: there is nothing.

        To be asked once all that came is taken in.
        """
        if not self._payloads and not self._heads:
            return None
        keys = list(_keys_of(self._replica))
        for payload, now_ms in self._payloads:
            for head in self._closed(payload, keys):
                if len(self._heads) < MOST:
                    self._heads.setdefault(head, now_ms)
        self._payloads.clear()
        self._bytes = 0
        self._heads = {h: ms for h, ms in self._heads.items() if not _opens(keys, h)}
        return min(self._heads.values(), default=None)

    def _closed(self, payload: bytes, keys: Sequence[SealKey]) -> Iterator[bytes]:
        """The head of each stretch in a payload that is neither had nor opened."""
        size = primitives.NONCE_BYTES
        had = {raw[:size]: raw for raw in self._replica.known_in(payload)}
        opened = {f.at: len(f.raw) for f in envelope.find(payload, keys, had)}
        at, closed = 0, False
        while at + envelope.BLOCK <= len(payload):
            raw = had.get(payload[at : at + size], b"")
            known = len(raw) if payload.startswith(raw, at) else 0
            step = known or opened.get(at, 0)
            if not (step or closed):
                yield payload[at : at + size + _TAG_BYTES]
            closed = not step
            at += step or envelope.BLOCK


def _opens(keys: Sequence[SealKey], head: bytes) -> bool:
    """Whether one of the keys recognises an envelope by its head."""
    nonce, tag = head[:-_TAG_BYTES], head[-_TAG_BYTES:]
    return any(key.header(nonce).startswith(tag) for key in keys)


def _keys_of(replica: Replica) -> Iterator[SealKey]:
    """Everything by which a device recognises an envelope of its trip."""
    yield from replica.ring.epochs
    for invite in replica.state().invites:
        yield door_key(replica.trip, invite)
