from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.recurrence import HALF_HOURS, check_zone, compare_batch, zone_names
from tests.unplug.sessions.making import (
    MADRID,
    a_plan,
    at,
    days,
    madrid,
    names,
    starts,
    utc,
)
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.recurrence import (
    Occurrence,
    merged,
    next_occurrence,
    occurrences,
    running_at,
    within,
)
from unplug.sessions.rule import Rule


def test_a_time_that_the_clocks_skip_moves_forward_by_the_gap() -> None:
    plan = a_plan("2027-03-27 02:30")
    assert starts(plan, 3) == [
        "2027-03-27 02:30+0100",
        "2027-03-28 03:30+0200",
        "2027-03-29 02:30+0200",
    ]


def test_a_repeated_time_comes_once_the_first_time() -> None:
    plan = a_plan("2026-10-24 02:30")
    assert starts(plan, 3) == [
        "2026-10-24 02:30+0200",
        "2026-10-25 02:30+0200",
        "2026-10-26 02:30+0100",
    ]
    second = madrid("2026-10-25 02:30", fold=1)
    after = next_occurrence(plan, second, MADRID)
    assert after is not None
    assert after.nominal == at("2026-10-26 02:30")


def test_half_past_one_in_new_york_in_autumn_comes_once() -> None:
    plan = a_plan("2026-10-31 01:30")
    found = starts(plan, 3, zone=ZoneInfo("America/New_York"))
    assert found[1:] == ["2026-11-01 01:30-0400", "2026-11-02 01:30-0500"]


def test_asking_in_the_repeated_hour_with_a_local_now_compares_instants() -> None:
    plan = a_plan("2026-10-25 02:30", None)
    first = madrid("2026-10-25 02:40").astimezone(MADRID)
    assert next_occurrence(plan, first, MADRID) is None
    assert running_at([plan], first, MADRID)
    over = madrid("2026-10-25 03:40").astimezone(MADRID)
    assert not running_at([plan], over, MADRID)


@pytest.mark.parametrize(
    ("lasting", "start", "ends", "hours"),
    [
        ("PT42H", "2027-03-26 18:00", "2027-03-28 13:00+0200", 42),
        ("P1DT18H", "2027-03-26 18:00", "2027-03-28 13:00+0200", 42),
        ("P2D", "2027-03-26 18:00", "2027-03-28 18:00+0200", 47),
        ("+2D 12:00", "2027-03-26 18:00", "2027-03-28 12:00+0200", 41),
        ("+2D 12:00", "2026-10-23 18:00", "2026-10-25 12:00+0100", 43),
        ("+1D 06:00", "2026-10-24 22:00", "2026-10-25 06:00+0100", 9),
        ("PT8H", "2026-10-24 22:00", "2026-10-25 05:00+0100", 8),
        ("P1D", "2027-03-28 02:30", "2027-03-29 03:30+0200", 24),
        ("+0D 02:45", "2027-03-28 02:15", "2027-03-28 03:45+0200", 0.5),
        ("+0D 03:10", "2027-03-28 02:30", "2027-03-28 04:10+0200", 40 / 60),
        ("PT40M", "2026-10-25 02:30", "2026-10-25 02:10+0100", 40 / 60),
    ],
)
def test_hours_are_exact_days_nominal_and_ends_by_the_clock_stay(
    lasting: str, start: str, ends: str, hours: float
) -> None:
    [found] = occurrences(a_plan(start, None, lasting), utc("2026-01-01"), MADRID)
    assert f"{found.end:%Y-%m-%d %H:%M%z}" == ends
    assert found.span.length == timedelta(hours=hours)


def test_what_began_before_midnight_is_on_after_it() -> None:
    plan = a_plan("2026-01-04 23:00", "FREQ=WEEKLY;BYDAY=SU", "+1D 01:00")
    monday = "2026-01-12"
    assert names(running_at([plan], madrid(f"{monday} 00:30"), MADRID)) == ["a"]
    assert names(running_at([plan], madrid(f"{monday} 01:00"), MADRID)) == []
    assert names(running_at([plan], madrid("2026-01-11 22:59"), MADRID)) == []
    assert names(running_at([plan], madrid("2026-01-11 23:00"), MADRID)) == ["a"]


def test_a_stretch_of_days_is_on_to_its_last_minute() -> None:
    plan = a_plan("2026-01-02 18:00", "FREQ=MONTHLY", "P9D")
    assert running_at([plan], madrid("2026-02-11 17:59"), MADRID)
    assert not running_at([plan], madrid("2026-02-11 18:00"), MADRID)


def test_what_happened_on_a_nominal_date_does_not_happen_again() -> None:
    plan = a_plan("2026-01-01 18:00")
    done = {date(2026, 1, 1), date(2026, 1, 2)}
    found = next_occurrence(plan, utc("2026-01-01"), MADRID, done=done)
    assert found is not None
    assert found.key == ("a", date(2026, 1, 3))


def test_flying_west_brings_no_second_evening_where_the_first_is_remembered() -> None:
    plan = a_plan("2026-01-01 18:00")
    tokyo, honolulu = ZoneInfo("Asia/Tokyo"), ZoneInfo("Pacific/Honolulu")
    first = next_occurrence(plan, utc("2026-01-05 00:00"), tokyo)
    assert first is not None
    again = next_occurrence(plan, first.span.end, honolulu)
    assert again is not None
    assert again.nominal.date() == first.nominal.date()
    other = next_occurrence(plan, first.span.end, honolulu, done={first.nominal.date()})
    assert other is not None
    assert other.nominal.date() == first.nominal.date() + timedelta(days=1)


def test_a_fixed_plan_comes_at_the_same_instant_wherever_the_user_is() -> None:
    plan = a_plan(zone="Asia/Tokyo")
    here = next_occurrence(plan, utc("2026-06-01"), MADRID)
    there = next_occurrence(plan, utc("2026-06-01"), ZoneInfo("America/Lima"))
    assert here is not None
    assert there is not None
    assert here.span == there.span
    assert f"{here.start:%H:%M%z}" == "18:00+0900"


def test_public_holidays_are_left_out_where_asked_for() -> None:
    asked: list[tuple[str, date]] = []

    def is_holiday(country: str, day: date) -> bool:
        asked.append((country, day))
        return (country, day) == ("ES", date(2026, 1, 6))

    plan = a_plan("2026-01-05 18:00", holidays_of="ES")
    found = islice(
        occurrences(plan, utc("2026-01-05"), MADRID, is_holiday=is_holiday), 2
    )
    assert [one.nominal.day for one in found] == [5, 7]
    assert {country for country, _ in asked} == {"ES"}
    free = a_plan("2026-01-05 18:00")
    assert next_occurrence(free, utc("2026-01-06"), MADRID, is_holiday=is_holiday)


def test_a_plan_that_rests_on_every_day_ends_the_search() -> None:
    plan = a_plan("2026-01-05 18:00", holidays_of="ES")
    always = next_occurrence(
        plan, utc("2026-01-05"), MADRID, is_holiday=lambda _country, _day: True
    )
    assert always is None


def test_overlapping_and_touching_plans_make_one_stretch_with_their_reasons() -> None:
    plans = [
        a_plan("2026-01-01 18:00", None, uid="walk"),
        a_plan("2026-01-01 19:00", None, uid="meal", strictness=Strictness.FIRM),
        a_plan("2026-01-01 21:00", None, uid="book"),
        a_plan("2026-01-01 23:30", None, uid="sleep"),
    ]
    found = [
        one for plan in plans for one in occurrences(plan, utc("2026-01-01"), MADRID)
    ]
    first, second = merged(found)
    assert names(first.occurrences) == ["walk", "meal", "book"]
    assert first.span.length == timedelta(hours=5)
    assert first.strictness is Strictness.FIRM
    assert names(second.occurrences) == ["sleep"]


def test_a_short_plan_inside_a_long_one_does_not_shorten_it() -> None:
    long = a_plan("2026-01-01 10:00", None, "PT8H", uid="long")
    short = a_plan("2026-01-01 11:00", None, "PT1H", uid="short")
    late = a_plan("2026-01-01 17:30", None, "PT1H", uid="late")
    found = [next_occurrence(p, utc("2026-01-01"), MADRID) for p in (late, short, long)]
    [stretch] = merged(one for one in found if one is not None)
    assert stretch.span.length == timedelta(hours=8, minutes=30)


def test_within_finds_what_touches_a_window_from_either_side() -> None:
    plan = a_plan("2026-01-01 23:00", "FREQ=DAILY", "+1D 01:00")
    found = within(plan, madrid("2026-01-05 00:30"), madrid("2026-01-05 23:00"), MADRID)
    assert [one.nominal.day for one in found] == [4, 5]


def test_a_plan_from_long_ago_is_found_without_going_through_its_past() -> None:
    plan = a_plan("1975-01-01 18:00", "FREQ=DAILY;INTERVAL=3")
    assert days(plan, 1, "2026-01-01") == ["2026-01-03"]


@pytest.mark.parametrize("year", [1, 9999])
def test_any_instant_may_be_asked_about(year: int) -> None:
    when = datetime(year, 1, 1, tzinfo=UTC)
    found = next_occurrence(a_plan(), when, ZoneInfo("Pacific/Kiritimati"))
    assert (found is None) is (year == 9999)
    assert running_at([a_plan()], when, MADRID) == ()


def test_a_local_time_is_no_instant_to_ask_about() -> None:
    with pytest.raises(ValueError, match="not a local time"):
        next_occurrence(a_plan(), at("2026-01-01"), MADRID)


def test_the_last_year_of_all_ends_the_search_without_an_error() -> None:
    plan = a_plan("2999-12-31 18:00", "FREQ=YEARLY;INTERVAL=90")
    assert len(list(occurrences(plan, utc("2026-01-01"), MADRID))) == 67


@pytest.mark.parametrize("zone", zone_names()[::60])
def test_every_zone_and_half_hour_has_one_start_for_each_nominal_date(
    zone: str,
) -> None:
    seen, _ = check_zone(zone, date(2026, 1, 1), 1)
    assert seen == 365 * len(HALF_HOURS)


def test_a_zone_that_skipped_a_whole_date_keeps_each_nominal_date_once() -> None:
    seen, moved = check_zone("Pacific/Apia", date(2011, 1, 1), 1)
    assert seen == 365 * len(HALF_HOURS)
    assert moved > len(HALF_HOURS)


def test_random_rules_in_random_zones_agree_with_an_independent_expansion() -> None:
    starts_, changes, zones, differences = compare_batch(4711, zone_names(), 120)
    assert differences == []
    assert starts_ > 1000
    assert changes > 10
    assert len(zones) >= 50


@given(
    st.sampled_from(["Europe/Madrid", "America/New_York", "Australia/Lord_Howe"])
    | st.sampled_from(["Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns"]),
    st.datetimes(at("2020-01-01"), at("2030-01-01")),
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SA,SU", "FREQ=MONTHLY"]),
    st.integers(1, 3 * 1440),
)  # fmt: skip
def test_an_occurrence_is_running_from_its_start_until_its_end(
    zone: str, first: datetime, rule: str, minutes: int
) -> None:
    here = ZoneInfo(zone)
    plan = Plan(
        uid="a",
        name="a",
        first=first.replace(microsecond=0),
        lasting=Lasting(rest=timedelta(minutes=minutes)),
        rule=Rule.read(rule),
    )
    second = timedelta(seconds=1)
    for one in islice(occurrences(plan, first.replace(tzinfo=UTC), here), 5):
        for instant in (one.span.start, one.span.end - second):
            assert one in running_at([plan], instant, here)
        for instant in (one.span.start - second, one.span.end):
            assert one not in running_at([plan], instant, here)
        assert next_occurrence(plan, one.span.start, here) == one


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 90)), max_size=12))
def test_stretches_are_ordered_apart_and_cover_what_they_are_made_of(
    parts: list[tuple[int, int]],
) -> None:
    base = a_plan("2026-01-01 00:00", None)
    found: list[Occurrence] = []
    for n, (begin, minutes) in enumerate(parts):
        plan = replace(
            base,
            uid=f"p{n}",
            first=base.first + timedelta(minutes=begin),
            lasting=Lasting(rest=timedelta(minutes=minutes)),
        )
        found += occurrences(plan, utc("2025-12-31"), MADRID)
    stretches = merged(found)
    ends = [stretch.span.end for stretch in stretches]
    assert all(a < b.span.start for a, b in zip(ends, stretches[1:], strict=False))
    assert sorted(names(found)) == sorted(
        uid for stretch in stretches for uid in names(stretch.occurrences)
    )
    for stretch in stretches:
        assert stretch.span.start == min(o.span.start for o in stretch.occurrences)
        assert stretch.span.end == max(o.span.end for o in stretch.occurrences)
