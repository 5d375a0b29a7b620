"""Stand-ins for what the windows stand on."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from tests.fakes import FakeClock
from ui.window.page import Surroundings
from unplug.clock import to_ms
from unplug.days import DAY_MS
from unplug.engine.listening import Speaker
from unplug.engine.people.door import People
from unplug.engine.screen_time.days_seen import SeenDay
from unplug.engine.screen_time.growing import cut, grown
from unplug.engine.snapshot import AppTime, SessionNow, Snapshot
from unplug.errors import UnplugError
from unplug.settings import Settings
from unplug.usage.baseline import Band
from unplug.usage.states import ScreenSpan, State

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
MIN_MS = 60_000
HOUR_MS = 60 * MIN_MS


def a_snapshot(  # noqa: PLR0913  (a snapshot has that many sides)
    screen_min: float = 134,
    usual_min: float | None = 110,
    *,
    state: State = State.ACTIVE,
    paused_until: datetime | None = None,
    notices: tuple[str, ...] = (),
    top: tuple[AppTime, ...] = (
        AppTime("firefox", "Firefox", 62 * MIN_MS),
        AppTime("code", "Code", 41 * MIN_MS),
        AppTime("foot", "Foot", 12 * MIN_MS),
    ),
) -> Snapshot:
    return Snapshot(
        at=NOON,
        state=state,
        by_state_ms={State.ACTIVE: int(screen_min * MIN_MS)},
        usual_ms=None if usual_min is None else int(usual_min * MIN_MS),
        top=top,
        paused_until=paused_until,
        notices=notices,
    )


def a_session(  # noqa: PLR0913  (a session has that many sides)
    state: str = "running",
    title: str = "Evening off",
    *,
    strictness: str = "firm",
    left_min: float = 24,
    lasts_min: float = 60,
    due_min: float | None = None,
    later_min: float = 0,
    why: tuple[str, ...] = (),
) -> SessionNow:
    end = NOON + timedelta(minutes=left_min)
    return SessionNow(
        state=state,
        title=title,
        strictness=strictness,
        start=end - timedelta(minutes=lasts_min),
        end=end,
        left=timedelta(minutes=left_min),
        why=why,
        due_in=None if due_min is None else timedelta(minutes=due_min),
        later=timedelta(minutes=later_min),
    )


class FakeDesk:
    """Remembers what was asked of sessions; refuses what it is told to."""

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.refuses = False

    def unplug_for(self, length: timedelta) -> None:
        self._take("unplug for", length)

    def unplug_until(self, until: datetime) -> None:
        self._take("unplug until", until)

    def remember(self, session_id: str, felt: int, note: str = "") -> None:
        self._take("remember", session_id, felt, note)

    def pause_reminders(self, length: timedelta) -> None:
        self._take("pause reminders", length)

    def pause_reminders_until_tomorrow(self) -> None:
        self._take("pause reminders until tomorrow")

    def _take(self, *asked: object) -> None:
        if self.refuses:
            raise UnplugError(*("cannot do that", "now", "try later"))
        self.asked.append(asked)


class FakeSessions:
    """Sessions that remember what was wished."""

    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.wished: list[tuple[object, ...]] = []

    def wish(self, name: str, *arguments: object) -> None:
        self.wished.append((name, *arguments))


class PipeSource:
    """A source with a real descriptor, which a test makes readable."""

    def __init__(self, name: str = "pipe") -> None:
        self.name = name
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        self.closed = False

    def fileno(self) -> int:
        return -1 if self.closed else self._reading

    def dispatch(self) -> None:
        os.read(self._reading, 512)

    def say(self) -> None:
        os.write(self._writing, b"x")

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            os.close(self._reading)
            os.close(self._writing)


class FakeDays:
    """A morning at the screen, on every day up to the present."""

    def __init__(self) -> None:
        self.name_of = str.title
        self.spans_of: tuple[ScreenSpan, ...] = a_morning()
        self.usual: Band | None = None
        self.present = NOON.date()

    def today(self) -> date:
        return self.present

    def day(self, day: date) -> SeenDay:
        start_ms = to_ms(datetime.combine(day, time(4), tzinfo=UTC))
        now_ms = start_ms + 8 * HOUR_MS if day == self.present else start_ms + DAY_MS
        spans = tuple(
            replace(span, start_ms=span.start_ms + start_ms) for span in self.spans_of
        )
        return SeenDay(
            day=day,
            start_ms=start_ms,
            end_ms=start_ms + DAY_MS,
            now_ms=now_ms,
            offset=timedelta(),
            spans=spans,
            grown_ms=grown(spans, start_ms, now_ms),
            usual=self.usual,
        )

    def spans(self, from_ms: int, to_ms: int) -> tuple[ScreenSpan, ...]:
        return tuple(cut(self.day(self.present).spans, from_ms, to_ms))


def a_morning() -> tuple[ScreenSpan, ...]:
    """Spans from 9:00 on, counted from a day's start at 4:00."""
    spans, at_ms = [], 5 * HOUR_MS
    for minutes, state, app in (
        (40, State.ACTIVE, "firefox"),
        (12, State.IDLE, None),
        (25, State.ACTIVE, "code"),
        (1, State.ACTIVE, "firefox"),
        (30, State.WATCHING, "vlc"),
        (20, State.LOCKED, None),
        (10, State.ACTIVE, "foot"),
        (30, State.OFFLINE, None),
    ):
        spans.append(ScreenSpan(at_ms, minutes * MIN_MS, state, app))
        at_ms += minutes * MIN_MS
    return tuple(spans)


class FakeElsewhere:
    """A server that is named, and how that goes; refuses what it is told to."""

    def __init__(self) -> None:
        self.told: dict[str, object] = {
            "url": "",
            "user": "",
            "broker": "",
            "done": True,
            "last_succeeded": None,
            "error": None,
            "note": "",
        }
        self.asked: list[dict[str, object]] = []
        self.refused = ""

    def answer(self, request: dict[str, object]) -> dict[str, object]:
        how = str(request.get("how") or str(request["do"]).removeprefix("home."))
        if how != "show":
            self.asked.append(request)
        if self.refused and how != "show":
            raise UnplugError(self.refused)
        return self.told


class FakeTrips:
    """Trips of which there are none."""

    def __init__(self) -> None:
        self.calendar = FakeElsewhere()

    def answer(self, request: dict[str, object]) -> dict[str, object]:
        if request["do"] == "trip.calendar":
            return self.calendar.answer(request)
        assert request["do"] == "trip.list"
        return {"trips": []}


class FakeChoices:
    """Settings that are kept in memory; some values it refuses."""

    def __init__(self) -> None:
        self.running = Settings()
        self.folder = Path("/somewhere")
        self.chosen = Settings()
        self.changed: list[tuple[str, object]] = []

    def now(self) -> Settings:
        return self.chosen

    def change(self, key: str, value: object) -> None:
        section, _, name = key.partition(".")
        if value == "refused":
            failed = f"cannot set {key}"
            raise UnplugError(failed, "it must be something else")
        part = replace(getattr(self.chosen, section), **{name: value})
        self.chosen = replace(self.chosen, **{section: part})
        self.changed.append((key, value))


class FakeTracker:
    """Remembers what it was asked; shows what it is told to."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        self.days = FakeDays()
        self.trips = FakeTrips()
        self.home = FakeElsewhere()
        self.choices = FakeChoices()
        self.patterns = None
        self.made_up = False
        self.people = People(clock=FakeClock(), database=lambda: None)
        self.now = snapshot or a_snapshot()
        self.watched: tuple[PipeSource, ...] = ()
        self.deadline_ms: int | None = None
        self.asked: list[object] = []
        self.on_ready: Callable[[PipeSource], None] = lambda _: None
        self.snapshots = 0

    def sources(self) -> tuple["PipeSource", ...]:
        return self.watched

    def ready(self, source: Speaker) -> None:
        assert isinstance(source, PipeSource)
        self.asked.append(("ready", source.name))
        source.dispatch()
        self.on_ready(source)

    def wake(self) -> None:
        self.asked.append("wake")
        self.deadline_ms = None

    def next_deadline_ms(self) -> int | None:
        return self.deadline_ms

    def snapshot(self) -> Snapshot:
        self.snapshots += 1
        return self.now

    def pause(self, until: datetime | None) -> None:
        self.asked.append(("pause", until))
        self.now = a_snapshot(state=State.PAUSED, paused_until=until)

    def pause_until_tomorrow(self) -> None:
        self.asked.append("pause until tomorrow")
        self.now = a_snapshot(state=State.PAUSED, paused_until=NOON)

    def resume(self) -> None:
        self.asked.append("resume")
        self.now = a_snapshot()

    def close(self) -> None:
        self.asked.append("close")


class FakeAutostart:
    """A switch that can be stuck."""

    def __init__(self, *, stuck: bool = False) -> None:
        self.on = False
        self._stuck = stuck

    def is_on(self) -> bool:
        return self.on

    def set_on(self, *, on: bool) -> None:
        if self._stuck:
            failed = "cannot write the autostart entry"
            raise UnplugError(failed, "~/.config/autostart", "make it writable")
        self.on = on


def surroundings(tracker: FakeTracker | None = None) -> Surroundings:
    """What pages stand on, made of stand-ins."""
    return Surroundings(tracker or FakeTracker(), FakeClock(), FakeAutostart())
