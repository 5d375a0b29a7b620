import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unplug.store.making import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    NEW_YEAR,
    NOON_MS,
    a_database,
    a_store,
    all_rows,
    day_starts,
    minutes,
    spans,
    summed,
)
from unplug.store.rollups import month_number
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(spans, max_size=12), max_size=5), day_starts)
def test_totals_equal_spans_to_the_millisecond(
    batches: list[list[ScreenSpan]], day_start_min: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        a_store(Path(folder) / "data", day_start_min) as store,
    ):
        for number, batch in enumerate(batches, start=1):
            assert store.append(batch, number)
        written = [span for batch in batches for span in batch]
        days = all_rows(store._connection, "day")
        assert {row[:3]: row[3] for row in days} == summed(store, day_start_min)
        assert sum(row[4] for row in days) == len(written)
        assert sum(row[3] for row in days) == sum(span.dur_ms for span in written)
        months: dict[tuple[int, int, int], int] = {}
        for day, app, state, ms, _ in days:
            key = (month_number(day), app, state)
            months[key] = months.get(key, 0) + ms
        stored = all_rows(store._connection, "month")
        assert {row[:3]: row[3] for row in stored} == months


@settings(max_examples=40, deadline=None)
@given(
    st.lists(spans, max_size=30),
    st.lists(spans, max_size=10),
    day_starts,
    day_starts,
    st.integers(-45, 45),
)
def test_a_rebuild_changes_no_bit_whatever_was_retired_and_wherever_days_started(
    early: list[ScreenSpan],
    late: list[ScreenSpan],
    first_start: int,
    then_start: int,
    retired: int,
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        with a_store(folder, first_start) as store:
            store.append(early, 1)
            while store.retire(NOON_MS + retired * DAY_MS, limit=3):
                pass
        with a_store(folder, then_start) as store:
            store.append(late, 2)
            before = [all_rows(store._connection, t) for t in ("day", "month")]
            store.rebuild()
            after = [all_rows(store._connection, t) for t in ("day", "month")]
            assert after == before
            total = sum(span.dur_ms for span in early + late)
            assert sum(row[3] for row in after[0]) == total
            while store.retire(NOON_MS + 20 * DAY_MS, limit=3):
                pass
            store.rebuild()
            assert sum(row[3] for row in all_rows(store._connection, "day")) == total


def test_what_is_appended_comes_back_as_it_was(tmp_path: Path) -> None:
    long = ScreenSpan(NOON_MS, 3 * DAY_MS, State.ASLEEP, offset_q=-20)
    short = ScreenSpan(long.end_ms, 5, State.WATCHING, "player", "a film", 22)
    with a_store(tmp_path) as store:
        store.append([short, long], 1)
        assert list(store.spans(NOON_MS, short.end_ms)) == [long, short]
        assert list(store.spans(NOON_MS + 2 * DAY_MS, long.end_ms)) == [long]
        assert list(store.spans(long.end_ms, long.end_ms + 1)) == [short]
        assert store.extent_ms() == (NOON_MS, short.end_ms)


def test_spans_come_a_page_at_a_time_and_none_is_missed(tmp_path: Path) -> None:
    written = minutes(2_500)
    with a_store(tmp_path) as store:
        store.append(written, 1)
        assert list(store.spans(0, NOON_MS * 2)) == written


def test_a_start_that_is_taken_moves_to_the_next_free_millisecond(
    tmp_path: Path,
) -> None:
    twice = [ScreenSpan(NOON_MS, 10 + n, State.ACTIVE, "editor") for n in range(3)]
    with a_store(tmp_path) as store:
        store.append(twice[:2], 1)
        store.append(twice[2:], 2)
        stored = [(s.start_ms, s.dur_ms) for s in store.spans(0, NOON_MS * 2)]
    assert stored == [(NOON_MS, 10), (NOON_MS + 1, 11), (NOON_MS + 2, 12)]


def test_a_commit_goes_in_once_however_often_it_is_tried(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        assert store.append(minutes(2), 7)
        assert not store.append(minutes(2), 7)
        assert not store.append(minutes(2), 6)
        assert store.last_commit_id == 7
        assert len(list(store.spans(0, NOON_MS * 2))) == 2


def test_questions_about_days_agree_with_each_other(tmp_path: Path) -> None:
    year = range(NEW_YEAR - 200, NEW_YEAR + 200)
    with a_store(tmp_path) as store:
        written = [
            span
            for number, day in enumerate(year)
            for span in minutes(number % 5, day * DAY_MS + 9 * HOUR_MS, f"app{day % 7}")
        ]
        store.append(written, 1)
        for first, last in (
            (year[0], year[-1]),
            (NEW_YEAR, NEW_YEAR + 30),
            (NEW_YEAR, NEW_YEAR + 58),
            (NEW_YEAR - 1, NEW_YEAR + 31),
            (NEW_YEAR + 3, NEW_YEAR + 9),
            (NEW_YEAR - 33, NEW_YEAR + 95),
            (NEW_YEAR + 5, NEW_YEAR + 5),
        ):
            days = store.by_day(first, last)
            wanted = sum(day.get(State.ACTIVE, 0) for day in days.values())
            apps = store.by_app(first, last)
            assert store.by_state(first, last)[State.ACTIVE] == wanted
            assert sum(total.ms for total in apps) == wanted
            assert sum(total.n for total in apps) * MINUTE_MS == wanted
            assert apps == sorted(apps, key=lambda total: -total.ms)
        assert store.by_app(NEW_YEAR + 1, NEW_YEAR) == []
        assert store.extent_days() == (year[1], year[-1])


def test_hours_are_those_of_the_local_clock_and_cut_long_spans(tmp_path: Path) -> None:
    offset_q = 8  # two hours east: 14:00 there
    span = ScreenSpan(
        NOON_MS - 30 * MINUTE_MS, 90 * MINUTE_MS, State.ACTIVE, "a", None, offset_q
    )
    night = ScreenSpan(
        NOON_MS + 12 * HOUR_MS, 7 * HOUR_MS, State.ASLEEP, offset_q=offset_q
    )
    with a_store(tmp_path) as store:
        store.append([span, night], 1)
        hours = store.by_hour(NEW_YEAR, NEW_YEAR + 1)
    assert hours[NEW_YEAR, 13] == {State.ACTIVE: 30 * MINUTE_MS}
    assert hours[NEW_YEAR, 14] == {State.ACTIVE: HOUR_MS}
    assert hours[NEW_YEAR, 3] == {State.ASLEEP: HOUR_MS}
    assert hours[NEW_YEAR + 1, 4] == {State.ASLEEP: HOUR_MS}
    assert len(hours) == 9


@settings(max_examples=40, deadline=None)
@given(st.lists(spans, max_size=15), day_starts)
def test_hours_and_curves_hold_the_same_time_as_days(
    written: list[ScreenSpan], day_start_min: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        a_store(Path(folder) / "data", day_start_min) as store,
    ):
        store.append(written, 1)
        first, last = NEW_YEAR - 20, NEW_YEAR + 20
        days = store.by_day(first, last)
        hours: dict[int, dict[State, int]] = {}
        for (day, hour), by_state in store.by_hour(first, last).items():
            assert 0 <= hour < 24
            for state, ms in by_state.items():
                of_day = hours.setdefault(day, {})
                of_day[state] = of_day.get(state, 0) + ms
        assert hours == days
        for day, curve in store.screen_curves(first, last).items():
            assert len(curve) == 97
            assert curve == sorted(curve)
            of_day = days[day]
            screen = of_day.get(State.ACTIVE, 0) + of_day.get(State.WATCHING, 0)
            assert curve[0] == 0
            assert curve[-1] == screen


def test_a_curve_grows_where_the_time_was_spent(tmp_path: Path) -> None:
    begin = NEW_YEAR * DAY_MS + 4 * HOUR_MS
    with a_store(tmp_path) as store:
        store.append(
            [ScreenSpan(begin + 10 * MINUTE_MS, 20 * MINUTE_MS, State.ACTIVE)], 1
        )
        curve = store.screen_curves(NEW_YEAR, NEW_YEAR)[NEW_YEAR]
    assert curve[:4] == [0, 5 * MINUTE_MS, 20 * MINUTE_MS, 20 * MINUTE_MS]


def test_retiring_goes_in_small_steps_and_keeps_totals_but_no_titles(
    tmp_path: Path,
) -> None:
    old = [
        ScreenSpan(NOON_MS + n * MINUTE_MS, MINUTE_MS, State.ACTIVE, "mail", "secret")
        for n in range(25)
    ]
    with a_store(tmp_path) as store:
        store.append(old, 1)
        store.append(minutes(3, NOON_MS + 10 * DAY_MS), 2)
        steps = 1
        while store.retire(NOON_MS + 5 * DAY_MS, limit=10):
            steps += 1
        assert steps == 3
        assert len(list(store.spans(0, NOON_MS * 2))) == 3
        assert store.by_state(NEW_YEAR, NEW_YEAR)[State.ACTIVE] == 25 * MINUTE_MS
        names = {str(row[1]) for row in all_rows(store._connection, "name")}
        assert names == {"mail", "editor"}
        store.append([ScreenSpan(NOON_MS - 1, 1, State.ACTIVE, "mail", "again")], 3)
        assert store.by_state(NEW_YEAR, NEW_YEAR)[State.ACTIVE] == 25 * MINUTE_MS + 1
    assert b"secret" not in (tmp_path / "unplug.db").read_bytes()


def test_another_day_start_has_the_totals_worked_out_again(tmp_path: Path) -> None:
    early = ScreenSpan(NEW_YEAR * DAY_MS + HOUR_MS, HOUR_MS, State.ACTIVE, "a")
    with a_store(tmp_path, 240) as store:
        store.append([early], 1)
        assert list(store.by_day(0, 99_999)) == [NEW_YEAR - 1]
    with a_store(tmp_path, 0) as store:
        assert list(store.by_day(0, 99_999)) == [NEW_YEAR]
        assert store.day_start_min == 0


def test_a_rebuild_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[float] = []
    with a_store(tmp_path) as store:
        store.append(minutes(50), 1)
        store.rebuild(told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 50


def test_a_name_that_cannot_be_stored_as_it_is_is_made_to_fit(tmp_path: Path) -> None:
    odd = ["", "\udc80bad", "nul\0", "é" * 5_000]
    with a_store(tmp_path) as store:
        store.append(
            [
                ScreenSpan(NOON_MS + n, 1, State.ACTIVE, app)
                for n, app in enumerate(odd)
            ],
            1,
        )
        apps = [span.app for span in store.spans(0, NOON_MS * 2)]
    assert apps == [None, "?bad", "nul", "é" * 200]


def test_a_name_given_in_a_failed_commit_is_not_relied_on_later(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        bad = ScreenSpan(2**70, 1, State.ACTIVE, "new")
        with pytest.raises(OverflowError):
            store.append([*minutes(1, app="new"), bad], 1)
        store.append(minutes(1, app="other"), 1)
        store.append(minutes(1, app="new"), 2)
        assert {total.app for total in store.by_app(0, 99_999)} == {"other", "new"}


def test_erasing_everything_leaves_nothing_behind(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(3, app="a-secret-app"), 1)
        first_id = store.database_id
        (tmp_path / "backups").mkdir()
        (tmp_path / "backups" / "unplug-20260101.db").write_bytes(b"a-secret-app")
        (tmp_path / "unplug.db.damaged-20260101-000000").write_bytes(b"a-secret-app")
        (tmp_path / "unplug.tail").write_bytes(b"a-secret-app")
        store.erase_everything()
        assert store.extent_ms() is None
        assert store.last_commit_id == 0
        assert store.database_id not in ("", first_id)
        assert store.append(minutes(1), 1)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in left if b"a-secret-app" in path.read_bytes()]


def test_damage_met_by_a_question_is_said_and_checked_at_the_next_start(
    tmp_path: Path,
) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(5_000), 1)
    with a_store(tmp_path) as store:
        file = tmp_path / "unplug.db"
        data = bytearray(file.read_bytes())
        for page in range(8 * 2048, len(data), 2048):
            data[page : page + 100] = b"\xff" * 100
        file.write_bytes(data)
        with pytest.raises(StorageTroubleError) as caught:
            list(store.spans(0, NOON_MS * 2))
        assert caught.value.kind is Trouble.DAMAGED
        assert (tmp_path / "unplug.db-check").exists()
        store._database.reopen()
        store.attach(240)
        assert "damaged and has been repaired" in store._database.notices[0]
        assert store.append(minutes(1, NOON_MS * 2), 99)


def test_a_store_takes_the_day_start_of_the_settings(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    assert UsageStore(database, 0).day_start_min == 0
    database.close()


def test_a_span_takes_25_bytes_at_most_totals_and_all(tmp_path: Path) -> None:
    apps = [f"org.example.App{number}" for number in range(20)]
    written = [
        ScreenSpan(
            NOON_MS + n * 40_000, 39_999 - n % 997, State(n % 3), apps[n % 20], None, 4
        )
        for n in range(30_000)
    ]
    with a_store(tmp_path):
        pass
    empty = (tmp_path / "unplug.db").stat().st_size  # tables of other areas
    with a_store(tmp_path) as store:
        for number in range(0, len(written), 1_000):
            store.append(written[number : number + 1_000], number + 1)
    assert (tmp_path / "unplug.db").stat().st_size - empty <= 25 * len(written)


def test_ranges_of_days_are_answered_from_totals_alone_and_months_unsorted(
    tmp_path: Path,
) -> None:
    asked: list[str] = []
    with a_store(tmp_path) as store:
        store.append(minutes(10), 1)
        store._connection.set_trace_callback(asked.append)
        store.by_app(NEW_YEAR - 3_650, NEW_YEAR)
        store.by_state(NEW_YEAR - 3_650, NEW_YEAR)
        store._connection.set_trace_callback(None)
        assert not [sql for sql in asked if "span" in sql]
        months = next(sql for sql in asked if "FROM month" in sql)
        plan = store._connection.execute(f"EXPLAIN QUERY PLAN {months}").fetchall()
    assert not [step for step in plan if "TEMP" in step[3]]
