"""Which batches a replica holds, and the envelopes they came in."""

from collections.abc import Iterator

from unplug.trips import envelope, primitives
from unplug.trips.history import MAX_WAITING, History
from unplug.trips.ledger import Ledger
from unplug.trips.op import Batch

MAX_STRANGERS = 64


class Holding:
    """The batches of everybody who has been let in; others wait apart, a few of them.

    Args:
        history: of the batches.
        ledger: which reads them, and so knows who is in.
    """

    def __init__(self, history: History, ledger: Ledger) -> None:
        self.nonces: dict[bytes, bytes] = {}
        self.strangers: dict[bytes, tuple[Batch, bytes]] = {}
        self._history, self._ledger = history, ledger
        self._raw: dict[bytes, bytes] = {}

    def raw(self, batch: Batch) -> bytes:
        """The envelope that a batch came in."""
        return self._raw[batch.id]

    def has_heard(self, device: bytes) -> bool:
        """Whether something of a device is here."""
        return self._history.last_of(device) is not None

    def note(self, raw: bytes) -> None:
        """An envelope has been taken in: it need not be opened again."""
        self.nonces[raw[: primitives.NONCE_BYTES]] = raw

    def known_in(self, stream: bytes) -> Iterator[bytes]:
        """The envelopes in a stream that have been taken in."""
        for at in range(0, len(stream), envelope.BLOCK):
            raw = self.nonces.get(stream[at : at + primitives.NONCE_BYTES])
            if raw is not None and stream.startswith(raw, at):
                yield raw

    def take(self, batch: Batch, raw: bytes) -> list[Batch]:
        """Take a batch in, or keep it apart as long as its author is nobody here.

        Returns:
            All that count from now on, parents first.
        """
        joined = self._take(batch, raw)
        for _ in joined:  # grows by those who are no strangers any more
            for stranger, sealed in list(self.strangers.values()):
                if stranger.author in self._ledger.known:
                    del self.strangers[stranger.id]
                    joined += self._take(stranger, sealed)
        return joined

    def _take(self, batch: Batch, raw: bytes) -> list[Batch]:
        if batch.id in self._history:
            self.note(raw)
            return []
        if batch.author not in self._ledger.known and not self._ledger.founds(batch):
            self.strangers[batch.id] = (batch, raw)
            while len(self.strangers) > MAX_STRANGERS:
                del self.strangers[next(iter(self.strangers))]
            return []
        self._raw.setdefault(batch.id, raw)
        joined = self._history.add(batch)
        if len(self._raw) > len(self._history) + 2 * MAX_WAITING:
            self._forget()
        for one in joined:
            self.note(self._raw[one.id])
            self._ledger.read(one)
        return list(joined)

    def _forget(self) -> None:
        """Forget envelopes whose batches the history has given up waiting with."""
        waiting = {i: r for i, r in self._raw.items() if self._history.waits_for(i)}
        self._raw = {b.id: self._raw[b.id] for b in self._history} | waiting
