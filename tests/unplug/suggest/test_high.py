from dataclasses import replace
from datetime import datetime, time

import pytest

from tests.unplug.suggest.making import CALM, HIGH, MADRID, MIN_MS, NOW
from unplug.suggest.high import Measure, long_stretch_ms, past_wind_down, signs, z
from unplug.suggest.inputs import Limit, Usage, Usual, Wishes

LOCAL = NOW.astimezone(MADRID)


def measures(usage: Usage, wishes: Wishes = Wishes()) -> list[Measure]:  # noqa: B008
    return [sign.measure for sign in signs(usage, wishes, LOCAL)]


def test_a_usual_day_shows_no_sign() -> None:
    assert measures(CALM) == []


def test_far_above_the_usual_is_high_and_says_both_figures() -> None:
    (sign,) = signs(HIGH, Wishes(), LOCAL)
    assert sign.sentence == "3 h 40 today, usually 2 h 10."


def test_z_is_the_distance_in_spreads_of_at_least_a_quarter_of_an_hour() -> None:
    assert z(90 * MIN_MS, Usual(60 * MIN_MS, 0, 10)) == pytest.approx(2.0)
    spread = 1.4826 * 10 + 15
    assert z(90 * MIN_MS, Usual(60 * MIN_MS, 10 * MIN_MS, 10)) == pytest.approx(
        30 / spread
    )


@pytest.mark.parametrize(
    ("days", "share"), [(2, 0.0), (3, 0.3), (6, 6 / 13), (7, 1.0), (20, 1.0)]
)
def test_few_days_count_less_and_under_three_not_at_all(
    days: int, share: float
) -> None:
    usual = Usual(60 * MIN_MS, 0, days)
    assert z(90 * MIN_MS, usual) == pytest.approx(2.0 * share)


def test_a_long_stretch_is_high_only_from_45_minutes_and_the_own_percentile_on() -> (
    None
):
    short = replace(CALM, stretch_ms=44 * MIN_MS, long_stretch_ms=20 * MIN_MS)
    assert measures(short) == []
    assert measures(replace(short, stretch_ms=45 * MIN_MS)) == [Measure.STRETCH]
    long = replace(CALM, stretch_ms=80 * MIN_MS, long_stretch_ms=90 * MIN_MS)
    assert measures(long) == []
    assert measures(replace(long, long_stretch_ms=None)) == []


def test_over_an_own_limit_is_high_and_names_it() -> None:
    limit = Limit("Video", 61 * MIN_MS, 60 * MIN_MS)
    usage = replace(CALM, limits=(limit, Limit("", MIN_MS, 2 * MIN_MS)))
    (sign,) = signs(usage, Wishes(), LOCAL)
    assert sign.sentence == "Over your Video limit, 1 h."


@pytest.mark.parametrize(
    ("at", "past"),
    [("21:59", False), ("22:00", True), ("03:59", True), ("04:00", False)],
)
def test_wind_down_lasts_until_the_day_starts(at: str, past: bool) -> None:  # noqa: FBT001
    local = datetime.combine(LOCAL.date(), time.fromisoformat(at), MADRID)
    assert past_wind_down(Wishes(wind_down_min=22 * 60), local) is past
    assert not past_wind_down(Wishes(), local)


def test_a_percentile_needs_enough_stretches() -> None:
    assert long_stretch_ms([MIN_MS] * 19) is None
    assert long_stretch_ms([i * MIN_MS for i in range(100, -1, -1)]) == 85 * MIN_MS
