"""Offsets, looked up by the half day."""

from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from unplug.days import offset_quarters
from unplug.usage.offsets import offset_until

ZONES = [
    "UTC",
    "Europe/Madrid",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Africa/Casablanca",
]
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
