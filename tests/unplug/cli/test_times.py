from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from unplug.cli.times import lately

NOW = datetime(2026, 3, 2, 0, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Madrid"))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-03-01T23:05:00+00:00", "today 00:05"),
        ("2026-03-01T22:59:00+00:00", "yesterday 23:59"),
        ("2026-02-28T12:00:00+00:00", "28 Feb 2026 13:00"),
    ],
)
def test_what_was_lately_is_said_by_the_own_clock(at: str, said: str) -> None:
    assert lately(at, NOW) == said
