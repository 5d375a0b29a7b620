"""Offsets, looked up by the half day."""

from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from unplug.days import offset_quarters
from unplug.usage.offsets import offset_until, split_by_offset

ZONES = [
    "UTC",
    "Europe/Madrid",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Africa/Casablanca",
]
HOUR_MS = 3_600_000
INSTANTS = st.integers(1_577_836_800_000, 2_208_988_800_000)  # 2020 to 2040


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(ZONES), INSTANTS)
def test_the_offset_holds_up_to_the_instant_that_is_named(
    zone: str, wall_ms: int
) -> None:
    offset_q, until_ms = offset_until(zone, wall_ms)
    assert until_ms > wall_ms
    assert offset_quarters(wall_ms, ZoneInfo(zone)) == offset_q
    assert offset_quarters(until_ms - 1, ZoneInfo(zone)) == offset_q


def test_summer_time_begins_to_the_millisecond() -> None:
    change_ms = 1_806_195_600_000  # 2027-03-28 01:00 UTC
    assert offset_until("Europe/Madrid", change_ms - 1) == (4, change_ms)
    assert offset_until("Europe/Madrid", change_ms)[0] == 8


def test_a_stretch_over_the_change_of_summer_time_is_cut_there() -> None:
    change_ms = 1_806_195_600_000
    start_ms, end_ms = change_ms - HOUR_MS, change_ms + HOUR_MS
    assert list(split_by_offset("Europe/Madrid", start_ms, end_ms)) == [
        (start_ms, HOUR_MS, 4),
        (change_ms, HOUR_MS, 8),
    ]


def test_a_stretch_of_weeks_without_a_change_stays_whole() -> None:
    start_ms, dur_ms = 1_811_808_000_000, 999 * HOUR_MS  # June 2027
    assert list(split_by_offset("Europe/Madrid", start_ms, start_ms + dur_ms)) == [
        (start_ms, dur_ms, 8)
    ]


@settings(deadline=None)
@given(st.sampled_from(ZONES), INSTANTS, st.integers(1, 400 * 24 * HOUR_MS))
def test_the_pieces_join_up_and_each_has_the_offset_of_both_its_ends(
    name: str, start_ms: int, length_ms: int
) -> None:
    zone = ZoneInfo(name)
    at = start_ms
    for begun, dur_ms, offset_q in split_by_offset(
        name, start_ms, start_ms + length_ms
    ):
        assert begun == at
        at += dur_ms
        assert offset_q == offset_quarters(begun, zone) == offset_quarters(at - 1, zone)
    assert at == start_ms + length_ms
