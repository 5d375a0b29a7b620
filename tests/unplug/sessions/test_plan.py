from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.sessions.making import MADRID, a_plan, at, days, starts
from unplug.errors import UnplugError
from unplug.sessions.lasting import Lasting, Until, read_lasting
from unplug.sessions.plan import Pause, Strictness


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"name": "  "}, "name needs 1 to 200"),
        ({"name": "two\nlines"}, "on one line"),
        ({"uid": ""}, "uid needs"),
        ({"zone": "Europe/Atlantis"}, "Europe/Atlantis"),
        ({"zone": ""}, "time zone"),
        ({"zone": "../../etc/passwd"}, "time zone"),
        ({"zone": "Europe"}, "time zone"),
        ({"holidays_of": "Spain"}, "ES or DE-BY"),
        ({"sequence": -1}, "negative"),
        ({"first": "1066-10-14 09:00"}, "1970 to 2999"),
        ({"rule": "FREQ=DAILY;UNTIL=20251231"}, "the rule ends before it starts"),
        ({"rule": "FREQ=DAILY;UNTIL=20251230T000000Z"}, "ends before it starts"),
        ({"rule": "FREQ=DAILY;UNTIL=20260101T170000"}, "would never come"),
        ({"lasting": Until(at=time(17))}, "it ends before it starts"),
        ({"lasting": Until(at=time(18))}, "it ends before it starts"),
    ],
)
def test_an_impossible_plan_is_refused_at_birth(
    changed: dict[str, object], named: str
) -> None:
    with pytest.raises(UnplugError, match=named):
        a_plan(**changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "length",
    [
        Lasting(days=1, rest=timedelta(hours=18)),
        Lasting(rest=timedelta(minutes=90, seconds=5)),
        Lasting(days=7),
        Until(days=2, at=time(12)),
        Until(at=time(23, 59)),
    ],
)
def test_a_length_reads_what_it_writes(length: Lasting | Until) -> None:
    assert read_lasting(length.text) == length


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "PT", "P1DT", "PT30S", "PT0S", "-PT1H", "P32D", "PT1H1D", "2 h"),
        *("+1D 24:00", "+40D 10:00", "P9999W", "+1D"),
    ],
)  # fmt: skip
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(UnplugError):
        read_lasting(text)


def test_a_pause_ends_after_it_starts() -> None:
    with pytest.raises(UnplugError, match="let the pause end"):
        Pause(date(2026, 8, 10), date(2026, 8, 9))


def test_exceptions_pauses_and_extra_times_shape_what_comes() -> None:
    plan = a_plan(
        "2026-01-01 18:00",
        "FREQ=DAILY",
        left_out=frozenset({at("2026-01-02 18:00"), date(2026, 1, 3)}),
        pauses=(Pause(date(2026, 1, 5), date(2026, 1, 7)),),
        extra=(at("2026-01-02 10:00"), at("2026-01-03 10:00")),
    )
    assert starts(plan, 4) == [
        "2026-01-01 18:00+0100",
        "2026-01-02 10:00+0100",
        "2026-01-04 18:00+0100",
        "2026-01-08 18:00+0100",
    ]


def test_an_extra_time_on_a_date_that_has_one_adds_no_second() -> None:
    plan = a_plan("2026-01-01 18:00", "FREQ=DAILY", extra=(at("2026-01-02 10:00"),))
    assert days(plan, 3) == ["2026-01-01", "2026-01-02", "2026-01-03"]
    assert starts(plan, 2)[1] == "2026-01-02 10:00+0100"


def test_a_count_counts_before_exceptions_are_taken_out() -> None:
    left_out = frozenset({date(2026, 1, 2)})
    plan = a_plan("2026-01-01 18:00", "FREQ=DAILY;COUNT=3", left_out=left_out)
    assert days(plan, 9) == ["2026-01-01", "2026-01-03"]


def test_a_plan_without_a_rule_comes_once() -> None:
    assert starts(a_plan(rule=None), 5) == ["2026-01-01 18:00+0100"]


def test_a_floating_plan_goes_by_the_clock_of_the_place() -> None:
    assert a_plan().zone_at(MADRID) is MADRID
    assert a_plan(zone="Asia/Tokyo").zone_at(MADRID).key == "Asia/Tokyo"


def test_strictness_has_an_order() -> None:
    ranks = [s.rank for s in (Strictness.GENTLE, Strictness.FIRM, Strictness.PROMISE)]
    assert ranks == sorted(ranks)


@given(st.integers(0, 30), st.integers(60, 86_399))
def test_any_length_survives_its_text(days_: int, seconds: int) -> None:
    length = Lasting(days=days_, rest=timedelta(seconds=seconds))
    assert Lasting.read(length.text) == length
