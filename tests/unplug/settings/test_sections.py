"""What sections say beyond their values."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from unplug.settings.sections import Suggestions, section_types, settings_of

ROOT = Path(__file__).parents[3]

NIGHT = Suggestions(quiet_from="22:00", quiet_until="08:00")
NOON = Suggestions(quiet_from="12:00", quiet_until="14:30")
UNTIL_MIDNIGHT = Suggestions(quiet_from="20:00", quiet_until="00:00")
NEVER = Suggestions(quiet_from="08:00", quiet_until="08:00")


@pytest.mark.parametrize(
    ("chosen", "hour", "minute", "quiet"),
    [
        (NIGHT, 21, 59, False),
        (NIGHT, 22, 0, True),
        (NIGHT, 7, 59, True),
        (NIGHT, 8, 0, False),
        (NOON, 11, 59, False),
        (NOON, 12, 0, True),
        (NOON, 14, 30, False),
        (UNTIL_MIDNIGHT, 23, 59, True),
        (UNTIL_MIDNIGHT, 0, 0, False),
        (NEVER, 8, 0, False),
        (NEVER, 20, 0, False),
    ],
)
def test_quiet_hours_may_reach_past_midnight(
    chosen: Suggestions, hour: int, minute: int, *, quiet: bool
) -> None:
    assert chosen.quiet_at(datetime(2026, 5, 2, hour, minute)) is quiet  # noqa: DTZ001  (a local time)


def test_every_setting_is_read_by_somebody() -> None:
    code = "".join(
        path.read_text("utf-8")
        for package in ("unplug", "ui")
        for path in (ROOT / package).rglob("*.py")
    )
    read = set(re.findall(r"\.(\w+)", code))
    there = {each.name for of in section_types().values() for each in settings_of(of)}
    assert there - read == set()
