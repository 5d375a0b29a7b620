"""From real plans to appointments, told with the machine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.unplug.sessions.evening import BREAK, FIRM, HOUR, MIN, S, e, evening
from unplug.clock import to_ms
from unplug.sessions.appointments import (
    Appointment,
    Interval,
    appointment,
    interval,
)
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.recurrence import within
from unplug.sessions.rhythms import IntervalPlan
from unplug.sessions.rule import Freq, Rule
from unplug.sessions.rules import Rules
from unplug.sessions.terms import Kind, Terms, joined

MADRID = ZoneInfo("Europe/Madrid")


def daily(first: str, lasting: timedelta, **more: object) -> Plan:
    return Plan(
        uid="p",
        name="Evening",
        first=datetime.fromisoformat(first),
        lasting=Lasting(rest=lasting),
        rule=Rule(freq=Freq.DAILY),
        strictness=Strictness.FIRM,
        **more,  # type: ignore[arg-type]  # whatever a plan may hold
    )


def found(plan: Plan, since: str, until: str) -> list[Appointment]:
    start, end = (
        datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (since, until)
    )
    return [
        appointment(o, Terms(), Kind.PLANNED) for o in within(plan, start, end, MADRID)
    ]


def test_a_plan_brings_its_name_and_strictness() -> None:
    (one, *_) = found(
        daily("2026-06-01T18:00", timedelta(hours=2)), "2026-06-01", "2026-06-02"
    )
    assert (one.terms.title, one.terms.strictness) == ("Evening", Strictness.FIRM)
    assert one.key == "p@2026-06-01"


@pytest.mark.parametrize(("minutes", "by_hour"), [(10, False), (60, False), (61, True)])
def test_up_to_an_hour_the_length_counts_and_beyond_it_the_hour(
    minutes: int, *, by_hour: bool
) -> None:
    plan = daily("2026-06-01T18:00", timedelta(minutes=minutes))
    (one, *_) = found(plan, "2026-06-01", "2026-06-02")
    assert one.terms.keeps_end == by_hour


def test_sunday_night_is_on_at_half_past_midnight_on_monday() -> None:
    plan = daily("2026-05-31T23:00", timedelta(hours=2))
    monday = to_ms(datetime(2026, 6, 1, 0, 0, tzinfo=MADRID))
    plans = found(plan, "2026-05-31T00:00", "2026-05-31T23:59")
    d = evening(*plans, start=monday - 2 * HOUR).advance(2 * HOUR + 30 * MIN)
    assert d.overlay is not None
    assert d.advance(30 * MIN).overlay is None


def test_half_past_two_in_autumn_comes_once() -> None:
    plan = daily("2026-10-24T02:30", timedelta(minutes=20))
    plans = found(plan, "2026-10-24T20:00", "2026-10-25T20:00")
    start = to_ms(datetime(2026, 10, 24, 22, tzinfo=UTC))
    d = evening(*plans, start=start).advance(12 * HOUR)
    assert len(d.all_said(e.ShowOverlay)) == 1
    assert d.outcomes == ["kept"]


def test_a_session_over_a_clock_change_lasts_its_real_length() -> None:
    plan = daily("2026-03-28T23:00", timedelta(hours=6))
    plans = found(plan, "2026-03-28T20:00", "2026-03-29T03:00")
    start = to_ms(datetime(2026, 3, 28, 21, 30, tzinfo=UTC))
    d = evening(*plans, start=start).advance(7 * HOUR)
    assert d.record.meant_ms == 6 * HOUR
    assert d.record.kept_ms == 6 * HOUR - 2 * MIN


def test_an_interval_plan_brings_all_it_says() -> None:
    plan = IntervalPlan(
        uid="i",
        name="Eyes",
        use=timedelta(minutes=50),
        off=timedelta(minutes=5),
        long_every=3,
        long_off=timedelta(minutes=20),
    )
    got = interval(plan, Terms())
    assert (got.use_ms, got.off_ms, got.natural_ms) == (50 * MIN, 5 * MIN, 5 * MIN)
    assert [got.off_after(n) // MIN for n in range(6)] == [5, 5, 20, 5, 5, 20]
    assert (got.terms.title, got.terms.keeps_end) == ("Eyes", False)


def test_values_that_make_no_sense_are_refused_at_birth() -> None:
    with pytest.raises(ValueError, match="lasts up to a month"):
        Appointment("p", "n", 10, 10)
    with pytest.raises(ValueError, match="counts some use"):
        Interval("p", 0, S, S)
    with pytest.raises(ValueError, match="no hour"):
        Interval("p", S, S, S, terms=FIRM)
    with pytest.raises(ValueError, match="as long as"):
        Interval("p", S, 60 * 24 * HOUR, S)
    with pytest.raises(ValueError, match="before its start"):
        Terms(heads_up_ms=())
    with pytest.raises(ValueError, match="longest to the shortest"):
        Terms(heads_up_ms=(MIN, 5 * MIN))
    with pytest.raises(ValueError, match="a little shorter"):
        Rules(postpone_ms=(MIN, 2 * MIN))
    with pytest.raises(ValueError, match="not negative"):
        Rules(exits_a_week=-1)


def test_joined_terms_are_the_stronger_of_each() -> None:
    one = replace(BREAK, title="A", screens_off=True)
    both = joined(one, Terms(strictness=Strictness.PROMISE, title="B", share=True))
    assert both.strictness is Strictness.PROMISE
    assert (both.title, both.screens_off, both.share) == ("A · B", True, True)
    assert joined(both, one).title == "A · B"
