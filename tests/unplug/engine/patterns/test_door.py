"""Patterns as the window asks for them, on a database of a few weeks."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeClock
from unplug.clock import to_ms
from unplug.days import DAY_MS, date_of, number_of
from unplug.engine.patterns.digesting import make_missing
from unplug.engine.patterns.door import Patterns
from unplug.engine.patterns.moods import Moods
from unplug.engine.patterns.reads import PatternReads
from unplug.engine.people.door import People
from unplug.engine.sessions.news import SessionFelt, SessionOver
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.store.database import Database
from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestStore
from unplug.store.moods import MoodStore
from unplug.store.pattern_shelf import PatternShelf
from unplug.store.people.checkins import Logged
from unplug.store.people.store import PeopleStore
from unplug.store.usage import UsageStore
from unplug.usage.moods import Mood
from unplug.usage.shown import Change
from unplug.usage.states import ScreenSpan, State

MIN, HOUR = 60_000, 3_600_000
MONDAY = date(2026, 3, 2)
FIRST = number_of(MONDAY)
TODAY = MONDAY + timedelta(days=70)
NOW = datetime(2026, 5, 11, 12, tzinfo=UTC)


def at(day: int, hour: float) -> int:
    return (FIRST + day) * DAY_MS + round(hour * HOUR)


class World:
    """Ten weeks: two hours of work a day from nine, film on Tuesday night."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder, FakeClock())
        self.usage = UsageStore(self.database, 240)
        spans = []
        for day in range(70):
            work = 60 + day * 7 % 11
            spans.append(ScreenSpan(at(day, 9), work * MIN, State.ACTIVE, "code"))
            spans.append(ScreenSpan(at(day, 12), 10 * MIN, State.ACTIVE, "firefox"))
            if day % 7 == 1:
                spans.append(ScreenSpan(at(day, 23), 90 * MIN, State.WATCHING, "vlc"))
        self.append(*spans)

    def append(self, *spans: ScreenSpan) -> None:
        self.usage.append(spans, self.usage.last_commit_id + 1)

    def reads(self, *waiting: ScreenSpan) -> PatternReads:
        return PatternReads(
            shelf=PatternShelf.of(self.database),
            now=NOW,
            zone=ZoneInfo("UTC"),
            day_start_min=240,
            waiting=waiting,
            category_of=lambda app, _: "Work" if app == "code" else "Leisure",
            name_of=str.title,
        )

    def digest(self) -> "World":
        spans, digests = DaySpans(self.database.connection), DigestStore(self.database)
        while make_missing(spans, digests, FIRST + 69):
            pass
        return self


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.database.close()


def test_a_heat_map_adds_up_to_the_screen_time_and_opens_to_its_days(
    world: World,
) -> None:
    reads = world.digest().reads()
    heat = reads.heat(MONDAY, TODAY)
    total = sum(map(sum, heat.sums_ms))
    assert total == sum(reads.apps(MONDAY, TODAY)[i].ms for i in range(3))
    assert heat.missing == 0
    assert heat.days == (10,) * 7
    rows = reads.heat_rows(MONDAY, TODAY, 1, 23)
    assert sum(row.ms for row in rows) == heat.sums_ms[1][23] == 10 * HOUR
    assert [row.day.weekday() for row in rows] == [1] * 10
    assert heat.mean_ms(1, 23) == HOUR
    assert heat.mean_ms(1, 0) == 30 * MIN


def test_days_that_are_not_summed_up_yet_are_counted_as_missing(world: World) -> None:
    heat = world.reads().heat(MONDAY, TODAY)
    assert heat.missing == 66
    assert sum(heat.days) == 4


def test_what_is_not_stored_yet_counts(world: World) -> None:
    open_span = ScreenSpan(at(70, 8), 30 * MIN, State.ACTIVE, "code")
    reads = world.digest().reads(open_span)
    assert reads.heat(TODAY, TODAY).sums_ms[0][8] == 30 * MIN
    assert reads.apps(TODAY, TODAY)[0].ms == 30 * MIN
    assert reads.app_rows(TODAY, TODAY, "code")[0].ms == 30 * MIN
    assert reads.fragments(TODAY, TODAY)[0].long_ms == 30 * MIN
    assert reads.weeks(TODAY).weeks[-1].screen_ms == 30 * MIN


def test_weeks_stand_beside_each_other_and_the_last_whole_two_are_compared(
    world: World,
) -> None:
    same = world.digest().reads().weeks(TODAY, count=3)
    assert [week.first for week in same.weeks] == [
        MONDAY + timedelta(days=days) for days in (56, 63, 70)
    ]
    assert [week.tracked for week in same.weeks] == [7, 7, 0]
    assert same.change is Change.SAME
    assert same.low_ms < same.by_ms < same.high_ms
    more = [
        ScreenSpan(at(day, 15), 240 * MIN, State.ACTIVE, "game")
        for day in range(63, 70)
    ]
    world.append(*more)
    changed = world.reads().weeks(TODAY, count=3)
    assert changed.change is Change.MORE
    assert changed.low_ms > 0
    assert world.reads().weeks(MONDAY + timedelta(days=7)).change is Change.UNKNOWN


def test_a_week_can_start_on_any_day(world: World) -> None:
    weeks = world.reads().weeks(TODAY, count=2, first_weekday=6)
    assert [week.first.weekday() for week in weeks.weeks] == [6, 6]


def test_apps_and_categories_stand_beside_the_range_before(world: World) -> None:
    reads = world.reads()
    last = MONDAY + timedelta(days=34)
    first = MONDAY + timedelta(days=28)
    code, film, firefox = reads.apps(first, last)
    assert (code.key, code.name) == ("code", "Code")
    assert (film.ms, film.before_ms) == (90 * MIN, 90 * MIN)
    assert firefox.ms == 70 * MIN
    work, leisure = reads.categories(first, last)
    assert (work.key, work.ms) == ("Work", code.ms)
    assert leisure.ms == film.ms + firefox.ms
    rows = reads.category_rows(first, last, "Leisure")
    assert [(row.what, row.ms) for row in rows] == [
        ("vlc", film.ms),
        ("firefox", firefox.ms),
    ]
    by_day = reads.app_rows(first, last, "code")
    assert sum(row.ms for row in by_day) == code.ms
    assert by_day[0].day == last


def test_a_long_range_tells_an_app_by_month(world: World) -> None:
    rows = world.reads().app_rows(date(2024, 1, 1), TODAY, "firefox")
    assert [row.day for row in rows] == [date(2026, month, 1) for month in (5, 4, 3)]
    assert sum(row.ms for row in rows) == 700 * MIN


def test_evenings_are_late_from_twenty_minutes_after_eleven(world: World) -> None:
    reads = world.digest().reads()
    evenings = reads.evenings(MONDAY, MONDAY + timedelta(days=6))
    assert [evening.is_late for evening in evenings] == [False, True, *[False] * 5]
    assert evenings[1].late_ms == 90 * MIN
    assert evenings[1].last_ms == at(1, 24.5)


def test_first_apps_are_counted_and_open_to_their_days(world: World) -> None:
    reads = world.digest().reads()
    first, *others = reads.first_apps(MONDAY, TODAY)
    assert (first.app, first.n, first.of) == ("code", 70, 150)
    assert [(other.app, other.n) for other in others] == [("firefox", 70), ("vlc", 10)]
    rows = reads.first_app_rows(MONDAY, TODAY, "vlc")
    assert [row.n for row in rows] == [1] * 10


def test_a_broken_up_day_shows_in_its_switches(world: World) -> None:
    pieces = [
        ScreenSpan(at(70, 8) + n * MIN, MIN, State.ACTIVE, "ab"[n % 2])
        for n in range(30)
    ]
    [broken] = world.reads(*pieces).fragments(TODAY, TODAY)
    assert broken.switches == 29
    assert broken.switches_an_hour == pytest.approx(58)
    assert broken.long_ms == 0


def test_moods_stand_beside_screen_time_and_people(world: World) -> None:
    moods = MoodStore(world.database)
    for hour, mark, word in ((10, 2, "tired"), (20, 4, "")):
        moods.put(Mood(at(3, hour), mark, word))
    moods.put(Mood(at(5, 27), 5))  # after midnight, still the same evening
    met = CheckIn(
        kind=CheckInKind.IN_PERSON,
        people=frozenset(("mara", "ben")),
        on=MONDAY + timedelta(days=3),
    )
    people = PeopleStore(world.database)
    people.log(Logged("one", met))
    first, second = world.reads().mood_days(MONDAY, TODAY)
    assert (first.day, first.mark, first.notes) == (met.on, 3.0, 2)
    assert (first.words, first.met) == (("tired",), 2)
    assert first.screen_ms == (60 + 21 % 11 + 10) * MIN
    assert (second.day, second.met) == (date_of(FIRST + 5), 0)
    [meeting] = world.reads().meetings(MONDAY, TODAY)
    assert meeting.who == ("ben", "mara")


def test_nothing_is_known_of_an_empty_database(tmp_path: Path) -> None:
    database = Database(tmp_path, FakeClock())
    UsageStore(database, 240)
    reads = PatternReads(
        shelf=PatternShelf.of(database),
        now=NOW,
        zone=ZoneInfo("UTC"),
        day_start_min=240,
        category_of=lambda *_: "",
    )
    assert reads.extent() is None
    assert reads.heat(MONDAY, TODAY).sums_ms == ((0,) * 24,) * 7
    assert reads.weeks(TODAY).change is Change.UNKNOWN
    assert reads.mood_days(MONDAY, TODAY) == ()
    assert reads.first_apps(MONDAY, TODAY) == ()
    database.close()


def a_door(folder: Path, database: Database | None, clock: FakeClock) -> Patterns:
    return Patterns(
        clock=clock,
        folder=folder,
        database=lambda: database,
        waiting=tuple,
        zone=clock.zone,
        name_of=str,
        worker=Worker(),
    )


def test_without_a_database_the_door_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnplugError, match="cannot look at patterns"):
        _ = a_door(tmp_path, None, FakeClock()).reads


def test_a_finished_day_is_told_anew_once_more_of_it_is_known(tmp_path: Path) -> None:
    world = World(tmp_path)
    clock = FakeClock(to_ms(NOW))
    door = a_door(tmp_path, world.database, clock)

    def yesterday_ms() -> int:
        return sum(map(sum, door.reads.heat(yesterday, yesterday).sums_ms))

    yesterday = TODAY - timedelta(days=1)
    before_ms = yesterday_ms()
    assert yesterday_ms() == before_ms
    world.append(ScreenSpan(at(69, 15), 20 * MIN, State.ACTIVE, "code"))
    assert yesterday_ms() == before_ms + 20 * MIN
    with closing(sqlite3.connect(world.database.files.database)) as another:
        another.execute("DELETE FROM span WHERE start_ms = ?", (at(69, 15),))
        another.commit()
    assert yesterday_ms() == before_ms
    world.database.close()


def a_mood_door(folder: Path, clock: FakeClock) -> Moods:
    database = Database(folder, clock)
    return Moods(clock=clock, database=lambda: database, zone=clock.zone)


def test_a_second_tap_within_a_minute_takes_the_first_ones_place(
    tmp_path: Path,
) -> None:
    clock = FakeClock()
    moods = a_mood_door(tmp_path, clock)
    told: list[int] = []
    moods.observers.append(lambda: told.append(len(moods.recent())))
    moods.note(1)
    clock.advance(30_000)
    moods.note(2, "  better  ")
    clock.advance(90_000)
    moods.note(4)
    assert [(m.mark, m.word) for m in moods.recent()] == [(2, "better"), (4, "")]
    assert told == [1, 1, 2]


def test_low_marks_of_a_month_are_told_for_the_quiet_corner(tmp_path: Path) -> None:
    clock = FakeClock()
    moods = a_mood_door(tmp_path, clock)
    for mark in (1, 3, 2):
        moods.note(mark)
        clock.advance(86_400_000)
    month = timedelta(days=30)
    assert len(moods.lows_since(clock.stamp().utc - month)) == 2
    clock.advance(28 * 86_400_000)
    assert len(moods.lows_since(clock.stamp().utc - month)) == 1
    with pytest.raises(UnplugError, match="cannot note a mood"):
        moods.note(6)


def test_how_one_feels_right_after_a_session_is_a_mood_note(tmp_path: Path) -> None:
    clock = FakeClock()
    moods = a_mood_door(tmp_path, clock)
    ms = timedelta()
    over = SessionOver("s", (), "kept", NOW, NOW, ms, ms, "Evening", None)
    moods.session_told(SessionFelt("earlier", 1))
    moods.session_told(over)
    clock.advance(60_000)
    moods.session_told(SessionFelt("s", 4, "a walk " * 40))
    [mood] = moods.recent()
    assert mood.mark == 4
    assert mood.word.startswith("a walk a walk")
    clock.advance(3_600_000)
    moods.session_told(SessionFelt("s", 2))
    assert len(moods.recent()) == 1


def test_how_a_meeting_of_today_felt_is_a_mood_note(tmp_path: Path) -> None:
    clock = FakeClock()
    database = Database(tmp_path, clock)
    moods = Moods(clock=clock, database=lambda: database, zone=clock.zone)
    people = People(clock=clock, database=lambda: database)
    people.logged.append(moods.check_in_logged)
    who = frozenset(("mara",))
    today = people.book.today
    for on, felt in ((today, 5), (today, None), (today - timedelta(days=1), 1)):
        met = CheckIn(kind=CheckInKind.IN_PERSON, people=who, on=on, felt=felt)
        people.book.log(met)
        clock.advance(120_000)
    assert [mood.mark for mood in moods.recent()] == [5]
    database.close()
