"""What is kept of plans and sessions, and what still has to get to the disk."""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.clock import Stamp
from unplug.errors import UnplugError
from unplug.sessions import effects as e
from unplug.sessions.forms import AnyPlan, from_form, kind_of, to_form
from unplug.sessions.history import Record
from unplug.sessions.machine import initial
from unplug.sessions.saving import from_json, to_json
from unplug.sessions.states import Planned, SessionState
from unplug.store.sessions import Felt, Kept, StoredPlan
from unplug.store.trouble import StorageTroubleError, Trouble

log = logging.getLogger(__name__)

TRY_AGAIN_MS = 60_000


class Shelf(Protocol):
    """Where plans and sessions are kept."""

    def plans(self) -> tuple[StoredPlan, ...]:
        """All plans."""

    def state(self) -> object | None:
        """The machine's state as JSON; None: there is none."""

    def done(self, since: str) -> frozenset[str]:
        """Occurrences that had their turn, from a nominal date on."""

    def keep(self, kept: Kept) -> None:
        """Keep a state and what is new in the history, all or nothing."""

    def put_plans(self, plans: Iterable[StoredPlan]) -> None:
        """Keep plans, in place of those with the same uid."""

    def drop_plan(self, uid: str) -> None:
        """Forget a plan."""


class Keeping:
    """Puts states, records and plans on a shelf, later where the disk refuses.

    Args:
        shelf: gives where things are kept; None while the disk does not let it.
        zone: where the user is; kept with the state, whose times were named there.

    Attributes:
        notices: what is wrong at present, a sentence each.
    """

    def __init__(
        self, shelf: Callable[[], Shelf | None], zone: Callable[[], ZoneInfo]
    ) -> None:
        self._shelf = shelf
        self._zone = zone
        self._unkept: deque[Record | str | Felt] = deque()
        self._trouble_since: Stamp | None = None
        self._found: tuple[str, ...] = ()
        self.notices: tuple[str, ...] = ()

    def state(self) -> SessionState:
        """Where the last run ended; nothing is known where that cannot be read."""
        try:
            shelf = self._shelf()
            stored = None if shelf is None else shelf.state()
            return initial() if stored is None else from_json(stored)
        except UnplugError as error:
            log.warning("%s", error)
            self._found = (*self._found, str(error))
            return initial()

    def plans(self) -> tuple[AnyPlan, ...]:
        """The plans; one that cannot be read is told of and left where it is."""
        plans: list[AnyPlan] = []
        troubles: list[str] = []
        shelf = self._shelf()
        for stored in () if shelf is None else shelf.plans():
            try:
                plans.append(from_form(stored.kind, stored.form))
            except UnplugError as error:
                troubles.append(str(error))
        self._found = (*(n for n in self._found if n in self.notices), *troubles)
        self.notices = self._found
        return tuple(plans)

    def done(self, since: str) -> frozenset[str]:
        """Occurrences that had their turn, from a nominal date on."""
        shelf = self._shelf()
        return frozenset() if shelf is None else shelf.done(since)

    def put_plans(self, plans: Iterable[AnyPlan]) -> None:
        """Keep plans, in place of those with the same uid.

        Raises:
            StorageTroubleError: the disk does not take them; nothing changed.
        """
        forms = [StoredPlan(p.uid, kind_of(p), to_form(p)) for p in plans]
        self._writable().put_plans(forms)

    def drop_plan(self, uid: str) -> None:
        """Forget a plan.

        Raises:
            StorageTroubleError: the disk does not let it; nothing changed.
        """
        self._writable().drop_plan(uid)

    def keep(
        self, state: SessionState, effects: Iterable[e.Effect], now: Stamp
    ) -> None:
        """Keep the state and the records; later, if the disk does not take them."""
        for effect in effects:
            match effect:
                case e.RecordHistory(record):
                    self._unkept.append(record)
                case e.RetractHistory(session_id):
                    self._unkept.append(session_id)
                case e.RecordFeeling(session_id, felt, note):
                    self._unkept.append(Felt(session_id, felt, note))
        kept = Kept(
            {**to_json(state), "zone": self._zone().key},
            rests(state),
            tuple(self._unkept),
        )
        try:
            self._writable().keep(kept)
        except StorageTroubleError as error:
            self._trouble_since = now
            self.notices = (*self._found, f"sessions are kept in memory: {error}")
        else:
            self._unkept.clear()
            self._trouble_since = None
            self.notices = self._found

    def remember(self, session_id: str, felt: int, note: str) -> None:
        """How a session that is over felt; kept with what is kept next."""
        self._unkept.append(Felt(session_id, felt, note))

    def again_in_ms(self, now: Stamp) -> int | None:
        """How long until what was refused is to be kept again; None: nothing was."""
        since = self._trouble_since
        return (
            None
            if since is None
            else max(0, since.mono_ms + TRY_AGAIN_MS - now.mono_ms)
        )

    def forget(self) -> None:
        """Everything was erased, and so is what was to be kept."""
        self._unkept.clear()
        self._trouble_since = None

    def _writable(self) -> Shelf:
        shelf = self._shelf()
        if shelf is None:
            raise StorageTroubleError(*_CLOSED)
        return shelf


def rests(state: SessionState) -> bool:
    """Whether nothing comes of a state before there is a plan or a wish."""
    idle = isinstance(state.phase, Planned) and state.paused_boot_ms is None
    return idle and not state.upcoming and not state.intervals


_CLOSED = ("cannot keep sessions", "the database is not open", Trouble.FAILING)
