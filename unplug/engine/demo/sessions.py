"""Plans of the demo's person, and how a month of device-free time went."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from unplug.clock import Clock, to_ms
from unplug.days import offset_quarters
from unplug.engine.people.door import People
from unplug.engine.people.session_check_ins import taken_in
from unplug.engine.sessions.keeping import Keeping
from unplug.engine.sessions.plan_writing import Written, plan_written
from unplug.engine.sessions.telling import news_of
from unplug.sessions.effects import Effect, RecordFeeling, RecordHistory
from unplug.sessions.forms import AnyPlan
from unplug.sessions.history import Outcome, Record
from unplug.sessions.machine import initial
from unplug.store.database import Database
from unplug.store.sessions import SessionStore
from unplug.usage.states import ScreenSpan, State

_MIN_MS = 60_000
_ENDINGS = {
    Outcome.KEPT: 12,
    Outcome.MOVED: 2,
    Outcome.ENDED_EARLY: 3,
    Outcome.KEPT_AWAY: 2,
    Outcome.SKIPPED: 2,
}
_BEGUN = {Outcome.KEPT, Outcome.MOVED, Outcome.ENDED_EARLY, Outcome.KEPT_AWAY}
_SAYS_HOW_IT_WAS = 0.8
_NOTES = ("", "", "", "Slept well after it.", "Hard at first.", "We talked for hours.")


@dataclass(frozen=True, slots=True)
class Habit:
    """A time without devices that comes every week.

    Attributes:
        weekdays: on which days, Monday = 0.
        person: with whom, by uid.
        strictness: gentle, firm or promise.
    """

    name: str
    purpose: str
    weekdays: tuple[int, ...]
    at: time
    length: timedelta
    person: str | None = None
    strictness: str = "gentle"


HABITS = (
    Habit(
        name="Supper without screens",
        purpose="cook something slow",
        weekdays=(1, 3),
        at=time(19),
        length=timedelta(minutes=75),
    ),
    Habit(
        name="Sunday walk",
        purpose="along the river",
        weekdays=(6,),
        at=time(14, 30),
        length=timedelta(hours=2),
        person="demo-1",
        strictness="firm",
    ),
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def past_sessions(days: Iterable[date], zone: ZoneInfo, seed: int) -> list[Record]:
    """How the device-free times of some days went."""
    return [
        _went(habit, day, zone, seed)
        for day in days
        for habit in HABITS
        if day.weekday() in habit.weekdays
    ]


def left_alone(records: list[Record], zone: ZoneInfo) -> Iterator[ScreenSpan]:
    """The time in which the screen was left alone for them."""
    for record in records:
        if record.began_ms is not None and record.kept_ms:
            offset_q = offset_quarters(record.began_ms, zone)
            yield ScreenSpan(
                record.began_ms, record.kept_ms, State.OFFLINE, offset_q=offset_q
            )


def furnish_sessions(
    database: Database, clock: Clock, records: Iterable[Record]
) -> None:
    """Keep the plans, and what became of them."""
    store = SessionStore(database)
    keeping = Keeping(lambda: store, clock.zone)
    keeping.put_plans(_plans(clock))
    effects: list[Effect] = []
    for record in records:
        effects.append(RecordHistory(record))
        rng = random.Random(f"felt {record.id}")  # noqa: S311  (a story, no secret)
        if record.kept_ms and rng.random() < _SAYS_HOW_IT_WAS:
            felt = rng.choice((3, 4, 4, 5, 5))
            effects.append(RecordFeeling(record.id, felt, rng.choice(_NOTES)))
    keeping.keep(initial(), effects, clock.stamp())
    book = People(clock=clock, database=lambda: database).book
    for news in news_of(effects, initial(), initial()):
        taken_in(lambda: book, news, clock.zone())


def _went(habit: Habit, day: date, zone: ZoneInfo, seed: int) -> Record:
    rng = random.Random(f"{seed} {habit.name} {day}")  # noqa: S311  (a story, no secret)
    [outcome] = rng.choices(list(_ENDINGS), list(_ENDINGS.values()))
    start_ms = to_ms(datetime.combine(day, habit.at, tzinfo=zone))
    meant_ms = habit.length // timedelta(milliseconds=1)
    moved_ms = rng.choice((5, 10, 30)) * _MIN_MS if outcome is Outcome.MOVED else 0
    part = rng.uniform(0.3, 0.8) if outcome is Outcome.ENDED_EARLY else 1
    begun = outcome in _BEGUN
    return Record(
        id=f"demo {habit.name} {day}",
        outcome=outcome,
        parts=(),
        start_ms=start_ms,
        meant_ms=meant_ms,
        began_ms=start_ms + moved_ms if begun else None,
        kept_ms=round(meant_ms * part) // _MIN_MS * _MIN_MS if begun else 0,
        moved_ms=moved_ms,
        why="a call from work" if outcome is Outcome.ENDED_EARLY else "",
        title=habit.name,
        person=habit.person,
    )


def _plans(clock: Clock) -> Iterator[AnyPlan]:
    for number, habit in enumerate(HABITS):
        written = Written(
            name=habit.name,
            at=habit.at,
            length=f"{habit.length // timedelta(minutes=1)}m",
            days=",".join(_DAYS[day] for day in habit.weekdays),
            strictness=habit.strictness,
            purpose=habit.purpose,
        )
        plan = plan_written(written, clock)
        yield replace(plan, uid=f"demo-{number}@unplug", person=habit.person)
    breaks = Written(name="Look out of the window", use="50m", length="5m")
    yield replace(plan_written(breaks, clock), uid="demo-breaks@unplug")
    evening = Written(
        name="Quiet evening", wind_down=True, at=time(22, 30), until=time(7)
    )
    quiet = plan_written(evening, clock)
    yield replace(quiet, uid="demo-evening@unplug", on=False)
