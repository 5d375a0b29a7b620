"""Half-open stretches of time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from unplug.spans import Span

MADRID = ZoneInfo("Europe/Madrid")


def test_a_weekend_over_the_change_of_the_clocks_has_its_true_length() -> None:
    start = datetime(2027, 3, 26, 18, tzinfo=MADRID)
    end = datetime(2027, 3, 28, 12, tzinfo=MADRID)
    assert Span(start, end).length == timedelta(hours=41)


def test_a_span_ends_after_it_starts() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="must end after it starts"):
        Span(now, now)


def test_a_span_over_the_repeated_hour_may_end_at_an_earlier_hand() -> None:
    start = datetime(2026, 10, 25, 2, 30, tzinfo=MADRID)
    end = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=MADRID)
    assert Span(start, end).length == timedelta(minutes=40)


def test_a_span_knows_its_zone() -> None:
    with pytest.raises(ValueError, match="timezone-aware"):
        Span(datetime(2026, 1, 1), datetime(2026, 1, 2))  # noqa: DTZ001
