"""Meetings and calls, and how long ago the last ones were."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum

from unplug.people.circles import Cadence

FELT = range(1, 6)


class CheckInKind(StrEnum):
    """How people met."""

    IN_PERSON = "in person"
    CALL = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """A meeting or a call.

    Attributes:
        people: the UIDs of all who were there.
        on: the local day.
        length: how long it took, if anybody knows.
        felt: how it was, 1 to 5; None where nobody said, which is no judgement.
        topics: what was talked about.
        note: something to remember.

    Raises:
        ValueError: nobody was there, or a value is out of bounds.
    """

    kind: CheckInKind
    people: frozenset[str]
    on: date
    length: timedelta | None = None
    felt: int | None = None
    topics: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not self.people or "" in self.people:
            msg = "a check-in needs people"
            raise ValueError(msg)
        if self.length is not None and self.length < timedelta():
            msg = f"no such length: {self.length}"
            raise ValueError(msg)
        if self.felt is not None and self.felt not in FELT:
            msg = f"how it felt is 1 to 5, not {self.felt}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Logged:
    """A check-in that was logged.

    Attributes:
        id: tells check-ins apart for good.
        source: what it came from, such as a session; empty where it was told by hand.
    """

    id: str
    check_in: CheckIn
    source: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """When somebody was last met and last called; None is "not that we know"."""

    last_met: date | None = None
    last_called: date | None = None


def clocks(check_ins: Iterable[CheckIn]) -> dict[str, Clocks]:
    """The clocks of all who occur in the check-ins, by UID; in any order."""
    found: dict[str, Clocks] = {}
    for check_in in check_ins:
        for uid in check_in.people:
            found[uid] = after(found.get(uid, Clocks()), check_in)
    return found


def after(before: Clocks, check_in: CheckIn) -> Clocks:
    """The clocks of somebody who was there, once a check-in is logged.

    Logging an older one later turns no clock back.
    """
    if check_in.kind is CheckInKind.IN_PERSON:
        met = max(before.last_met or check_in.on, check_in.on)
        return Clocks(met, before.last_called)
    called = max(before.last_called or check_in.on, check_in.on)
    return Clocks(before.last_met, called)


class Due(Enum):
    """Whether it is time to meet."""

    NOT_YET = "not yet"
    DUE = "due"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class DueState:
    """How it stands with meeting somebody.

    Attributes:
        since: the time that counts: since the last meeting, the part of it up to the
            last call counted half.
        due: against the cadence.
        left: until it is due; negative once it is.
    """

    since: timedelta
    due: Due
    left: timedelta


def due(state: Clocks, cadence: Cadence, today: date, known_since: date) -> DueState:
    """Whether it is time to meet somebody.

    Args:
        state: their clocks.
        cadence: how often one wants to meet them.
        today: the local day.
        known_since: counts as the last meeting of those who were never met, such as
            the day on which they came into the address book.
    """
    since = since_met(state, today, known_since)
    if since >= cadence.longest:
        judged = Due.TOO_LONG
    else:
        judged = Due.DUE if since >= cadence.ideal else Due.NOT_YET
    return DueState(since, judged, cadence.ideal - since)


def since_met(state: Clocks, today: date, known_since: date) -> timedelta:
    """The time that counts towards the next meeting; calls make it run half as fast."""
    start = min(state.last_met or known_since, today)
    called = state.last_called
    if called is None or called <= start:
        return today - start
    called = min(called, today)
    return (called - start) / 2 + (today - called)
