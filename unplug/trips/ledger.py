"""What the batches of a replica say: read as far as it is needed, and folded.

Who is heard, by which keys and through which doors is known at once; the rest is read
when somebody wants to see the trip.
"""

from collections.abc import Sequence

from unplug.trips.bodies import (
    NUMBERS,
    Admit,
    Create,
    Device,
    Handout,
    Invite,
    Rekey,
)
from unplug.trips.devices import owners
from unplug.trips.envelope import SealKey
from unplug.trips.fold import RULING, fold
from unplug.trips.history import History
from unplug.trips.invite import door_key
from unplug.trips.op import Batch, Op
from unplug.trips.rights import founds
from unplug.trips.state import TripState

_RULING = (*RULING, Rekey, Handout)
_RULING_NUMBERS = frozenset(NUMBERS[kind] for kind in _RULING)
_NAMING_NUMBERS = frozenset(NUMBERS[kind] for kind in (Create, Admit, Device))


class Ledger:
    """The ops of a replica, in the order in which they came.

    Args:
        trip: the trip.
        history: where the batches are.
        invites: those by which the device came.
    """

    def __init__(self, trip: bytes, history: History, invites: Sequence[bytes]) -> None:
        self.trip = trip
        self.known: set[bytes] = set()
        self.doors: dict[SealKey, bytes] = {door_key(trip, i): i for i in invites}
        self.highest = 0
        self.key_news = 0
        self._history = history
        self._ops: list[Op] = []
        self._unread: list[Batch] = []
        self._ruling: list[Op] = []
        self._naming: list[Op] = []
        self._state: TripState | None = None
        self._ruled: TripState | None = None

    def read(self, batch: Batch) -> None:
        """Heed what decides who is heard; folding reads the rest."""
        self._unread.append(batch)
        self._state = self._ruled = None
        self.highest = max(self.highest, batch.next_lamport)
        ruling = batch.ops(_RULING_NUMBERS)
        self._ruling += ruling
        for op in ruling:
            if isinstance(op.body, Rekey | Handout):
                self.key_news += 1
            if isinstance(op.body, Invite):
                self.doors[door_key(self.trip, op.body.key)] = op.body.key
        naming = [op for op in ruling if isinstance(op.body, Create | Admit | Device)]
        if naming:
            self._name(naming)

    def founds(self, batch: Batch) -> bool:
        """Whether a batch holds the op by which the trip began."""
        return any(founds(self.trip, op) for op in batch.ops(_NAMING_NUMBERS))

    def first_keys(self) -> set[bytes]:
        """The name of the first epoch's key, as soon as it is known."""
        founding = (op.body for op in self._naming if founds(self.trip, op))
        return {body.key for body in founding if isinstance(body, Create)}

    def drafted(self) -> None:
        """What is not sealed yet has changed."""
        self._state = None

    def state(self, drafts: Sequence[Op]) -> TripState:
        """The trip as it is, with what is not sealed yet."""
        if self._state is None:
            self._ops += (op for batch in self._unread for op in batch.ops())
            self._unread.clear()
            self._state = fold(self.trip, [*self._ops, *drafts], self._history)
        return self._state

    def ruled(self, drafts: Sequence[Op]) -> TripState:
        """The trip as far as rights and keys go; those ops are few, and soon folded."""
        if self._state is not None:
            return self._state
        ruling = [op for op in drafts if isinstance(op.body, _RULING)]
        if ruling:
            return fold(self.trip, [*self._ruling, *ruling], self._history)
        if self._ruled is None:
            self._ruled = fold(self.trip, self._ruling, self._history)
        return self._ruled

    def _name(self, naming: Sequence[Op]) -> None:
        self.key_news += 1
        self._naming += naming
        first = [o.body.device for o in self._naming if isinstance(o.body, Admit)]
        first += [o.author for o in self._naming if founds(self.trip, o)]
        self.known = set(owners(self.trip, first, self._naming))
