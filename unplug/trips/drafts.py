"""What a device has said and not signed yet, and how it is divided into batches."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from unplug.trips import canonical
from unplug.trips.bodies import Create, Handout, Rekey
from unplug.trips.fields import Body
from unplug.trips.history import History
from unplug.trips.op import MAX_LEAP, MAX_OPS, Batch, Op, Place

MAX_BATCH_BYTES = 40_000


@dataclass(frozen=True, slots=True)
class Draft:
    """An op that waits to be signed; the attributes as those of ``Op``."""

    body: Body
    lamport: int
    seen: tuple[bytes, ...] = ()

    @property
    def hands_on_keys(self) -> bool:
        """Whether it has to be sealed so that those can read it who lack keys."""
        return isinstance(self.body, Rekey | Handout)

    @property
    def founds(self) -> bool:
        """Whether it may be said by a device that nobody has let in."""
        return isinstance(self.body, Create)


class Drafts:
    """The drafts of one replica, which follow the last batch of its device.

    Args:
        history: where that batch is found.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._drafts: list[Draft] = []

    def __len__(self) -> int:
        return len(self._drafts)

    def bodies(self) -> tuple[Body, ...]:
        """What was said, in order."""
        return tuple(draft.body for draft in self._drafts)

    def add(
        self, body: Body, seen: tuple[bytes, ...], *, device: bytes, highest: int
    ) -> Op:
        """Say something more.

        Args:
            body: what.
            seen: batches of others that it takes note of.
            device: who says it.
            highest: the least ``lamport`` after all that is held.
        """
        last = self._history.last_of(device)
        own = 0 if last is None else last.next_lamport
        if self._drafts:
            own = self._drafts[-1].lamport + 1
        lamport = max(own, min(highest, own + MAX_LEAP))
        self._drafts.append(Draft(body, lamport, seen))
        return self._op(len(self) - 1, device, last)

    def ops(self, device: bytes) -> list[Op]:
        """What was said, as the ops that will come of it."""
        last = self._history.last_of(device)
        return [self._op(i, device, last) for i in range(len(self))]

    def first_run(self) -> list[Draft]:
        """The drafts at the start that go into one batch; at least one."""
        run, size = [self._drafts[0]], 0
        for before, draft in pairwise(self._drafts):
            size += len(canonical.encode(before.body.plain()))
            apart = before.hands_on_keys or draft.hands_on_keys
            follows = draft.lamport == before.lamport + 1 and draft.seen == before.seen
            if apart or not follows or len(run) == MAX_OPS or size > MAX_BATCH_BYTES:
                break
            run.append(draft)
        return run

    def place(self, run: Sequence[Draft], device: bytes, epoch: int) -> Place:
        """Where a run stands once it is signed."""
        # What came since of this device's own, written elsewhere, goes before.
        last = self._history.last_of(device)
        return Place(
            epoch=epoch,
            seq=0 if last is None else last.next_seq,
            lamport=max(run[0].lamport, last.next_lamport if last else 0),
            parent=None if last is None else last.id,
            seen=run[0].seen,
        )

    def signed(self, run: Sequence[Draft]) -> None:
        """The first run is a batch now."""
        del self._drafts[: len(run)]

    def _op(self, i: int, device: bytes, last: Batch | None) -> Op:
        draft = self._drafts[i]
        return Op(
            author=device,
            seq=(0 if last is None else last.next_seq) + i,
            lamport=draft.lamport,
            epoch=0,
            batch=b"",
            seen=draft.seen,
            body=draft.body,
        )
