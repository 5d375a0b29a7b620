"""What the front-ends show: one frozen picture of the present."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from unplug.engine.suggestions.suggested import SuggestionsNow
from unplug.usage.states import State

TOP_APPS = 3
"""So many apps are shown beside the screen time."""


@dataclass(frozen=True, slots=True)
class AppTime:
    """An app and its screen time today.

    Attributes:
        app: the app's id.
        name: what its desktop entry calls it, else the id.
        screen_ms: active plus watching.
    """

    app: str
    name: str
    screen_ms: int


@dataclass(frozen=True, slots=True)
class Coming:
    """The next occurrence of a plan; times with the offset that holds there."""

    plan: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class SessionNow:
    """The session that is announced, due, running or offered.

    Attributes:
        state: ``announced``, ``due``, ``waiting``, ``running`` or ``offered``.
        title: the plan's name; empty for one on the spot.
        strictness: ``gentle``, ``firm`` or ``promise``.
        start: when it began, or is to begin, aware.
        end: when it ends, aware.
        left: how much of it is left.
        why: what it waits for.
        due_in: how long until it is due; None: it runs, or nobody can say.
        later: by how much it may be postponed; zero: not any more.
    """

    state: str
    title: str
    strictness: str
    start: datetime
    end: datetime
    left: timedelta
    why: tuple[str, ...] = ()
    due_in: timedelta | None = None
    later: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class TripNow:
    """The trip that comes next, as far as a menu shows it.

    Attributes:
        trip: its id.
        name: its title.
        stage: ``asking`` (not let in yet), ``planning``, ``agreed``, ``together``
            (the window runs) or ``after``.
        start: when the window starts, by the group's clock, in the own zone.
        end: when it ends, the same.
        answered: whether the user has said if they take part.
        others: how many trips there are besides.
    """

    trip: str
    name: str
    stage: str
    start: datetime | None = None
    end: datetime | None = None
    answered: bool = False
    others: int = 0


@dataclass(frozen=True, slots=True)
class Celebrated:
    """Somebody who celebrates today.

    Attributes:
        uid: the contact's.
        name: what to call them.
        is_birthday: whether it is their birthday; else another day of every year.
        years: how many years it is; None where that is not known.
        label: what the other day is called; may be empty.
    """

    uid: str
    name: str
    is_birthday: bool = True
    years: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The present, as far as tracking knows it.

    Attributes:
        at: when it was taken, aware, in the desktop's zone.
        state: what the person is doing.
        app: the focused app's id, if one is known.
        by_state_ms: today's milliseconds in each state, the open stretch included.
        usual_ms: own usual screen time by this time on such a day; None while
            fewer than three such days are known.
        top: the apps with most screen time today, at most three, most first.
        paused_until: when tracking resumes by itself; None when it is not paused,
            and ``datetime.max`` when only the user ends the pause.
        notices: sentences about what is wrong at present, most urgent first.
        coming: the next planned device-free time; None: none is planned.
        session: the device-free session at present; None: there is none.
        skipped: what was skipped last and may still come; None: there is nothing.
        reminders_paused_until: when sessions are announced again, aware; None: they
            are not paused.
        trip: the trip that comes next; None: there is none.
        suggestions: what suggestions have to show.
        celebrated: whose birthday or anniversary it is today.
    """

    at: datetime
    state: State
    app: str | None = None
    by_state_ms: dict[State, int] = field(default_factory=dict)
    usual_ms: int | None = None
    top: tuple[AppTime, ...] = ()
    paused_until: datetime | None = None
    notices: tuple[str, ...] = ()
    coming: Coming | None = None
    session: SessionNow | None = None
    skipped: str | None = None
    reminders_paused_until: datetime | None = None
    trip: TripNow | None = None
    suggestions: SuggestionsNow = field(default_factory=SuggestionsNow)
    celebrated: tuple[Celebrated, ...] = ()

    @property
    def screen_ms(self) -> int:
        """Screen time today: active plus watching."""
        by = self.by_state_ms
        return by.get(State.ACTIVE, 0) + by.get(State.WATCHING, 0)
