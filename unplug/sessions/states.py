"""All that the session machine remembers between two events."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from unplug.clock import Stamp
from unplug.sessions.appointments import Appointment, Interval
from unplug.sessions.events import Absence
from unplug.sessions.history import Record
from unplug.sessions.rules import Rules
from unplug.sessions.terms import Kind, Reason, Terms


class DueBy(StrEnum):
    """What counts towards a session's start."""

    WALL = "wall"  # an hour of the day
    BOOT = "boot"  # a stretch of real time, after a postponement
    USE = "use"  # time at the screen


@dataclass(frozen=True, slots=True)
class Due:
    """When a session is due.

    Attributes:
        by: what counts.
        ms: the instant on the wall or boot clock, or the use that has to be counted.
    """

    by: DueBy
    ms: int


@dataclass(frozen=True, slots=True)
class Session:
    """One device-free stretch, from its heads-up to its end.

    Attributes:
        id: names it in the history.
        parts: the appointments it stands for, those that overlap as one.
        terms: what was agreed, the stronger of all parts.
        due: when it should begin.
        start_ms: when it was planned to begin, wall clock.
        postponed: how often it was postponed.
        waited_for: everything it ever had to wait for.
        waiting_boot_ms: when it first had to wait.
        noticed_boot_ms: since when its strip could be seen; None: it cannot.
        kept_ms: how long the screen was left alone before the present phase.
        began_ms: when that began, wall clock.
    """

    id: str
    parts: tuple[Appointment, ...]
    terms: Terms
    due: Due
    start_ms: int
    postponed: int = 0
    waited_for: frozenset[Reason] = frozenset()
    waiting_boot_ms: int | None = None
    noticed_boot_ms: int | None = None
    kept_ms: int = 0
    began_ms: int | None = None

    @property
    def end_ms(self) -> int:
        """When it was planned to end, wall clock."""
        return max(part.end_ms for part in self.parts)

    @property
    def meant_ms(self) -> int:
        """How long it was planned to last: all parts, what overlaps counted once."""
        total, reached = 0, 0
        for part in sorted(self.parts, key=lambda part: part.start_ms):
            total += max(0, part.end_ms - max(part.start_ms, reached))
            reached = max(reached, part.end_ms)
        return total

    @property
    def keys(self) -> frozenset[str]:
        """What it does for good."""
        return frozenset(part.key for part in self.parts)

    @property
    def interval(self) -> str | None:
        """The interval plan whose use counts towards it, if one does."""
        return self.parts[0].plan if self.parts[0].kind is Kind.INTERVAL else None

    def length_from(self, wall_ms: int) -> int:
        """How long it lasts if it begins at an instant.

        Never longer than meant, whatever the wall clock says, but for what it begins
        before its hour.
        """
        ends = [
            part.end_ms
            if part.terms.keeps_end
            else max(wall_ms, part.start_ms) + part.length_ms
            for part in self.parts
        ]
        most_ms = self.meant_ms
        if self.due.by is DueBy.WALL:
            early_ms = self.start_ms - wall_ms
            most_ms += min(max(0, early_ms), self.terms.heads_up_ms[0])
        return max(0, min(max(ends) - wall_ms, most_ms))


class Leaving(StrEnum):
    """How somebody wants to leave a running session."""

    EARLY = "early"  # with a reason, from the quota
    NEED = "need"  # "I need my computer"


@dataclass(frozen=True, slots=True)
class Planned:
    """Nothing is announced; the next appointments are known."""


@dataclass(frozen=True, slots=True)
class HeadsUp:
    """A session is announced."""

    session: Session


@dataclass(frozen=True, slots=True)
class Settling:
    """It is due and waits for a pause of typing, ``until_boot_ms`` at the latest."""

    session: Session
    until_boot_ms: int


@dataclass(frozen=True, slots=True)
class Deferred:
    """It is due and something holds it back.

    Attributes:
        session: the session.
        clear_boot_ms: since when nothing does any more.
    """

    session: Session
    clear_boot_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """It runs, until ``ends_boot_ms``.

    Attributes:
        session: the session.
        began_boot_ms: since when.
        ends_boot_ms: until when.
        half_boot_ms: when half of it is announced; None: it was.
        dim_boot_ms: when monitors go off or the screen locks; None: not any more.
        remarked_boot_ms: when input was last remarked upon.
        leaving: how the person wants to leave, if so.
        asked_boot_ms: when that was asked.
        reason: why, in the person's own words.
        freed: the overlay failed to paint, so the session goes on without it.
    """

    session: Session
    began_boot_ms: int
    ends_boot_ms: int
    half_boot_ms: int | None = None
    dim_boot_ms: int | None = None
    remarked_boot_ms: int | None = None
    leaving: Leaving | None = None
    asked_boot_ms: int = 0
    reason: str = ""
    freed: bool = False


@dataclass(frozen=True, slots=True)
class Quiet:
    """Its time has come while nobody was there: it is offered and never begins itself.

    ``session.kept_ms`` grows while nobody is at the screen.
    """

    session: Session
    ends_boot_ms: int


@dataclass(frozen=True, slots=True)
class Ended:
    """It is over; for a moment one can say how it felt.

    Attributes:
        record: how it went.
        until_boot_ms: how long that is asked.
        asked: whether it has been asked; not while nobody is there.
    """

    record: Record
    until_boot_ms: int
    asked: bool = False


Pending = HeadsUp | Settling | Deferred
Phase = Planned | HeadsUp | Settling | Deferred | Running | Quiet | Ended


@dataclass(frozen=True, slots=True)
class Skipped:
    """A skip that can be undone.

    Attributes:
        session: what was skipped.
        at_ms: when, wall clock.
    """

    session: Session
    at_ms: int


@dataclass(frozen=True, slots=True)
class SessionState:
    """All that the machine remembers.

    Attributes:
        at: the last event's stamp; None before the first.
        phase: where the present session is.
        upcoming: appointments that are still to come, by start.
        intervals: the interval plans.
        used_ms: time at the screen by interval plan since its last break.
        breaks: how many breaks of each interval plan were due since the last long one.
        rules: the settings.
        seen: keys of appointments that had their turn, oldest first.
        skipped: what was skipped lately, oldest first.
        skips_ms: when skips were taken from the quota, wall clock.
        exits_ms: when early ends were taken from the quota, wall clock.
        held: what sessions may wait for and is there.
        away: why nobody is at the screen.
        away_boot_ms: since when.
        here_boot_ms: since when somebody is.
        returned_boot_ms: when somebody last came back; None: not in this run.
        paused_boot_ms: until when reminders are paused.
    """

    at: Stamp | None = None
    phase: Phase = Planned()
    upcoming: tuple[Appointment, ...] = ()
    intervals: tuple[Interval, ...] = ()
    used_ms: tuple[tuple[str, int], ...] = ()
    breaks: tuple[tuple[str, int], ...] = ()
    rules: Rules = field(default_factory=Rules)
    seen: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    skips_ms: tuple[int, ...] = ()
    exits_ms: tuple[int, ...] = ()
    held: frozenset[Reason] = frozenset()
    away: frozenset[Absence] = frozenset()
    away_boot_ms: int | None = None
    here_boot_ms: int = 0
    returned_boot_ms: int | None = None
    paused_boot_ms: int | None = None

    @property
    def session(self) -> Session | None:
        """The session that is announced, due, running or offered."""
        if isinstance(self.phase, Planned | Ended):
            return None
        return self.phase.session

    def use_of(self, plan: str) -> int:
        """Time at the screen that counts towards an interval plan."""
        return dict(self.used_ms).get(plan, 0)


def with_session(phase: Phase, session: Session) -> Phase:
    """The same phase of a changed session."""
    if isinstance(phase, Planned | Ended):
        return phase
    return replace(phase, session=session)


def reasons(state: SessionState, terms: Terms) -> frozenset[Reason]:
    """What holds back a session of such terms at present."""
    held = state.held & terms.deferring
    return held if state.paused_boot_ms is None else held | {Reason.PAUSED}


def next_off_ms(state: SessionState, interval: Interval) -> int:
    """How long the next break of an interval plan is."""
    return interval.off_after(dict(state.breaks).get(interval.plan, 0))
