from datetime import date, time, timedelta

import pytest

from tests.unplug.sessions.making import MADRID, madrid
from unplug.errors import UnplugError
from unplug.sessions.recurrence import running_at
from unplug.sessions.rhythms import IntervalPlan, ScreenHours, WindDown

MINUTE = timedelta(minutes=1)


def an_interval(**changed: object) -> IntervalPlan:
    fields: dict[str, object] = {"uid": "a", "name": "eyes", "use": 50 * MINUTE}
    return IntervalPlan(**{**fields, "off": 10 * MINUTE, **changed})  # type: ignore[arg-type]


def test_every_so_often_the_break_is_a_long_one() -> None:
    plan = an_interval(off=MINUTE, long_every=3, long_off=10 * MINUTE)
    lengths = [plan.off_after(taken) // MINUTE for taken in range(6)]
    assert lengths == [1, 1, 10, 1, 1, 10]
    assert an_interval().off_after(2) == 10 * MINUTE


@pytest.mark.parametrize(
    "changed",
    [
        {"use": timedelta(seconds=30)},
        {"use": timedelta(hours=13)},
        {"off": timedelta(seconds=5)},
        {"off": timedelta(hours=5)},
        {"natural": timedelta()},
        {"long_every": 3},
        {"long_off": 20 * MINUTE},
        {"long_every": 1, "long_off": 20 * MINUTE},
        {"long_every": 3, "long_off": 5 * MINUTE},
    ],
)
def test_an_interval_out_of_bounds_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(UnplugError):
        an_interval(**changed)


def test_a_wind_down_runs_past_midnight() -> None:
    evening = WindDown(uid="w", name="evening", starts=time(22), bed=time(0, 30))
    plan = evening.plan(date(2026, 1, 1))
    assert running_at([plan], madrid("2026-01-06 00:29"), MADRID)
    assert not running_at([plan], madrid("2026-01-06 00:30"), MADRID)


def test_a_wind_down_is_only_for_the_evenings_chosen() -> None:
    evening = WindDown(
        uid="w", name="w", starts=time(21), bed=time(23), weekdays=frozenset({6})
    )
    plan = evening.plan(date(2026, 1, 1))
    assert running_at([plan], madrid("2026-01-04 22:00"), MADRID)
    assert not running_at([plan], madrid("2026-01-05 22:00"), MADRID)


@pytest.mark.parametrize(
    ("last", "off", "on"),
    [
        (time(22), ["2026-01-02 22:00", "2026-01-03 06:59"], ["2026-01-03 07:00"]),
        (time(1), ["2026-01-03 01:00", "2026-01-03 06:59"], ["2026-01-03 00:59"]),
    ],
)
def test_between_last_and_first_screen_time_it_is_off(
    last: time, off: list[str], on: list[str]
) -> None:
    friday = frozenset({4})  # 2026-01-02
    hours = ScreenHours(uid="s", name="s", first=time(7), last=last, weekdays=friday)
    plan = hours.plan(date(2026, 1, 1))
    assert all(running_at([plan], madrid(when), MADRID) for when in off)
    assert not any(running_at([plan], madrid(when), MADRID) for when in on)


def test_rhythms_without_days_or_length_are_refused() -> None:
    with pytest.raises(UnplugError, match="at least one day"):
        WindDown(uid="w", name="w", starts=time(1), bed=time(2), weekdays=frozenset())
    with pytest.raises(UnplugError, match="some length"):
        WindDown(uid="w", name="w", starts=time(1), bed=time(1))
    with pytest.raises(UnplugError, match="between first and last"):
        ScreenHours(uid="s", name="s", first=time(7), last=time(7))
