from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.suggest.weekly import (
    EVERY_DAY,
    WEEKEND,
    WORKDAYS,
    Weekly,
    common,
    covered,
    day_names,
    minute_of,
    stretches,
    without,
)

MADRID = ZoneInfo("Europe/Madrid")
weeklies = st.builds(
    Weekly,
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
minutes = st.integers(29_000_000, 31_000_000)
lists = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 50)), max_size=6)


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [((), 0, 60), ((7,), 0, 60), ((1, 1), 0, 60), ((1,), 1440, 60), ((1,), 0, 0)],
)
def test_hours_that_do_not_exist_are_refused(
    days: tuple[int, ...], start: int, end: int
) -> None:
    with pytest.raises(ValueError, match="no such hours"):
        Weekly(days, start, end)


def test_hours_past_midnight_belong_to_the_day_they_began_on() -> None:
    friday_night = Weekly((4,), 22 * 60, 2 * 60)
    saturday = datetime(2027, 3, 20, 1, 30, tzinfo=MADRID)
    assert friday_night.covers(saturday)
    assert not friday_night.covers(saturday - timedelta(days=1))
    assert not friday_night.covers(saturday + timedelta(minutes=30))
    assert friday_night.length_min == 240


@given(st.lists(weeklies, max_size=3), minutes, st.sampled_from(["UTC", "Asia/Tokyo"]))
def test_an_instant_is_in_a_stretch_just_when_its_local_time_is_covered(
    hours: list[Weekly], minute: int, name: str
) -> None:
    zone = ZoneInfo(name)
    local = datetime.fromtimestamp(minute * 60, UTC).astimezone(zone)
    found = stretches(hours, zone, minute, minute + 1)
    assert bool(found) == covered(hours, local)


@given(st.lists(weeklies, max_size=4), minutes)
def test_stretches_are_ordered_apart_and_inside_the_time_asked_for(
    hours: list[Weekly], first: int
) -> None:
    found = stretches(hours, MADRID, first, first + 72 * 60)
    edges = [edge for each in found for edge in each]
    assert edges == sorted(edges)
    assert len(set(edges)) == len(edges)
    assert all(first <= edge <= first + 72 * 60 for edge in edges)


def test_an_hour_that_the_clock_skips_moves_forward() -> None:
    # Madrid has no 02:30 on 28 March 2027; half past two there is half past three.
    first = minute_of(datetime(2027, 3, 28, tzinfo=MADRID))
    (found,) = stretches([Weekly((6,), 150, 300)], MADRID, first, first + 1440)
    assert found[0] == minute_of(datetime(2027, 3, 28, 3, 30, tzinfo=MADRID))


def _apart(told: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ordered stretches from (gap, length) pairs."""
    at, made = 0, []
    for gap, length in told:
        at += gap + 1
        made.append((at, at + length))
        at += length
    return made


@given(lists, lists)
def test_common_and_without_split_a_list_in_two(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    ours, theirs = _apart(one), _apart(other)

    def inside(found: list[tuple[int, int]]) -> set[int]:
        return {minute for start, end in found for minute in range(start, end)}

    assert inside(common(ours, theirs)) == inside(ours) & inside(theirs)
    assert inside(without(ours, theirs)) == inside(ours) - inside(theirs)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((1,), "Tuesdays"),
        ((1, 3), "Tuesdays, Thursdays"),
        ((0, 2, 4), "Mon, Wed, Fri"),
        (WORKDAYS, "workdays"),
        (WEEKEND, "weekends"),
        (EVERY_DAY, "any day"),
    ],
)
def test_days_are_named_as_people_do(days: tuple[int, ...], said: str) -> None:
    assert day_names([Weekly(days, 0, 60)]) == said
