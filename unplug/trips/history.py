"""All batches of a trip that a replica holds: chains, heads, holes and forks.

The batches of one device form a tree by their parents, a single chain unless the device
was copied, restored from a backup, or lies. Every branch counts; where there is more
than one, that is a fork, and it is shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unplug.trips.op import Batch, follows

Head = tuple[int, bytes]  # the seq after its last op, and its id
Heads = dict[bytes, tuple[Head, ...]]

MAX_WAITING = 256


@dataclass(frozen=True, slots=True, order=True)
class Fork:
    """A device that continued one batch in more than one way.

    Attributes:
        author: the device.
        seq: where its branches part.
        branches: the first batch of each, by id, in order.
    """

    author: bytes
    seq: int
    branches: tuple[bytes, ...]


class History:
    """The batches, grown by ``add``; what has a parent missing waits for it."""

    def __init__(self) -> None:
        self._batches: dict[bytes, Batch] = {}
        self._children: dict[tuple[bytes, bytes | None], list[bytes]] = {}
        self._waiting: dict[bytes, Batch] = {}
        self._authors: dict[bytes, list[bytes]] = {}
        self._ends: dict[bytes, set[Head]] = {}

    def __contains__(self, batch: bytes) -> bool:
        return batch in self._batches

    def __len__(self) -> int:
        return len(self._batches)

    def __iter__(self) -> Iterator[Batch]:
        return iter(self._batches.values())

    def add(self, batch: Batch) -> tuple[Batch, ...]:
        """Take a batch in.

        Returns:
            The batches that have become part of the history by it, parents first;
            none where it was known, waits, or contradicts its parent.
        """
        if batch.id in self._batches:
            return ()
        parent = None if batch.parent is None else self._batches.get(batch.parent)
        if batch.parent is not None and parent is None:
            self._wait(batch)
            return ()
        if not follows(batch, parent):
            return ()
        joined = [batch]
        for one in joined:
            self._join(one)
            joined += self._freed_by(one)
        return tuple(joined)

    def waits_for(self, batch: bytes) -> bool:
        """Whether a batch is here whose parent is missing."""
        return batch in self._waiting

    def authors(self) -> Iterable[bytes]:
        """Every device with a batch here."""
        return self._authors.keys()

    def of(self, author: bytes) -> Iterator[Batch]:
        """The batches of a device, parents first."""
        return (self._batches[i] for i in self._authors.get(author, ()))

    def get(self, batch: bytes) -> Batch | None:
        """A batch by its id."""
        return self._batches.get(batch)

    def heads(self) -> Heads:
        """The ends of each device's branches: the version vector of this replica."""
        return {a: tuple(sorted(ends)) for a, ends in sorted(self._ends.items())}

    def last_of(self, author: bytes) -> Batch | None:
        """The longest branch's end, by which the device itself goes on."""
        ends = self._ends.get(author)
        return self._batches[max(ends)[1]] if ends else None

    def past_of(self, heads: Iterable[bytes]) -> set[bytes]:
        """The ids of the given batches and of all before them by the same devices."""
        past: set[bytes] = set()
        for head in heads:
            at: bytes | None = head
            while at is not None and at not in past and at in self._batches:
                past.add(at)
                at = self._batches[at].parent
        return past

    def forks(self) -> tuple[Fork, ...]:
        """Every place where a device went on in more than one way."""
        return tuple(
            sorted(
                Fork(author, self._batches[children[0]].seq, tuple(sorted(children)))
                for (author, _), children in self._children.items()
                if len(children) > 1
            )
        )

    def _join(self, batch: Batch) -> None:
        self._batches[batch.id] = batch
        self._children.setdefault((batch.author, batch.parent), []).append(batch.id)
        self._authors.setdefault(batch.author, []).append(batch.id)
        ends = self._ends.setdefault(batch.author, set())
        if batch.parent is not None:
            ends.discard((batch.seq, batch.parent))
        ends.add((batch.next_seq, batch.id))

    def _wait(self, batch: Batch) -> None:
        self._waiting[batch.id] = batch
        while len(self._waiting) > MAX_WAITING:  # the oldest will come again
            del self._waiting[next(iter(self._waiting))]

    def _freed_by(self, parent: Batch) -> list[Batch]:
        freed = [b for b in self._waiting.values() if b.parent == parent.id]
        for batch in freed:
            del self._waiting[batch.id]
        return [b for b in freed if follows(b, parent)]
