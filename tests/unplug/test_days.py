"""Local days."""

from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from unplug.clock import from_ms, to_ms
from unplug.days import (
    DAY_MS,
    DAY_START_MIN,
    date_of,
    day_at,
    day_number,
    number_of,
    split_by_day,
    start_of,
)

MADRID = ZoneInfo("Europe/Madrid")


def test_a_late_night_belongs_to_the_evening_before() -> None:
    late = datetime(2026, 5, 2, 3, 59, tzinfo=MADRID)
    assert day_at(late, MADRID, DAY_START_MIN) == date(2026, 5, 1)
    assert day_at(late.replace(hour=4, minute=0), MADRID, DAY_START_MIN) == date(
        2026, 5, 2
    )


def test_a_day_starts_at_four_by_the_local_clock() -> None:
    start = start_of(date(2026, 7, 1), MADRID, DAY_START_MIN)
    assert start == datetime(2026, 7, 1, 2, tzinfo=UTC)


def test_a_start_in_the_gap_of_the_clock_moves_forward_by_the_gap() -> None:
    start = start_of(date(2027, 3, 28), MADRID, 150)  # 02:30 is not there
    assert start.isoformat() == "2027-03-28T03:30:00+02:00"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_day_numbers_and_dates_are_the_same_thing(day: date) -> None:
    assert date_of(number_of(day)) == day


@given(
    st.integers(0, 4_000_000_000_000),
    st.integers(1, 5 * DAY_MS),
    st.integers(-48, 56),
    st.integers(0, 1439),
)
def test_the_parts_of_a_stretch_are_its_days_in_order(
    start_ms: int, dur_ms: int, offset_q: int, day_start_min: int
) -> None:
    parts = list(split_by_day(start_ms, dur_ms, offset_q, day_start_min))
    assert sum(ms for _, ms in parts) == dur_ms
    assert all(0 < ms <= DAY_MS for _, ms in parts)
    assert all(b == a + 1 for (a, _), (b, _) in pairwise(parts))
    assert parts[0][0] == day_number(start_ms, offset_q, day_start_min)
    last_ms = start_ms + dur_ms - 1
    assert parts[-1][0] == day_number(last_ms, offset_q, day_start_min)


@given(st.integers(-(10**13), 10**13))
def test_instants_survive_the_way_through_a_datetime(wall_ms: int) -> None:
    assert to_ms(from_ms(wall_ms)) == wall_ms
