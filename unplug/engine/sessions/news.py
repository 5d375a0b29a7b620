"""What becomes of sessions, told to other areas: trips, people, suggestions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class SessionBegan:
    """A session runs from now on, or goes on after a restart.

    Attributes:
        session: names it; the same as in what is told later.
        plans: the plans it stands for, by uid; empty for one on the spot.
        person: the contact it is spent with, by uid.
    """

    session: str
    plans: tuple[str, ...]
    person: str | None


@dataclass(frozen=True, slots=True)
class SessionOver:
    """A session is over, or its time passed without it.

    The same session may be told again, and the last word counts.

    Attributes:
        session: names it.
        plans: the plans it stood for, by uid; empty for one on the spot.
        outcome: a word of `unplug.sessions.history.Outcome`, such as "kept".
        start: when it was planned to start, aware, in UTC.
        began: when it began; None when it never did.
        meant: how long it was meant to last.
        kept: how long the screen was really left alone.
        title: the plan's name.
        person: the contact it was spent with, by uid.
        shared: it was a promise that a group may hear of.
    """

    session: str
    plans: tuple[str, ...]
    outcome: str
    start: datetime
    began: datetime | None
    meant: timedelta
    kept: timedelta
    title: str
    person: str | None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class SessionTakenBack:
    """What was told of a session does not hold: its skip was undone."""

    session: str


@dataclass(frozen=True, slots=True)
class SessionFelt:
    """Somebody said how a session felt, 1 to 5, and what there is to remember."""

    session: str
    felt: int
    note: str = ""


SessionNews = SessionBegan | SessionOver | SessionTakenBack | SessionFelt
SessionObserver = Callable[[SessionNews], None]
