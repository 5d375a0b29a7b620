"""What the machine is told of plans."""

from datetime import timedelta

from tests.fakes import FakeClock
from tests.unplug.sessions.making import MADRID, a_plan
from unplug.engine.sessions.dated import first_after
from unplug.engine.sessions.naming import named
from unplug.sessions.rhythms import IntervalPlan

CLOCK = FakeClock()


def test_a_plan_that_is_off_does_not_come() -> None:
    now = CLOCK.stamp()
    breaks = IntervalPlan(
        uid="b",
        name="breaks",
        use=timedelta(minutes=50),
        off=timedelta(minutes=10),
        on=False,
    )
    told = named([a_plan(on=False), breaks], now.wall_ms, now, MADRID, frozenset())
    assert told.event.appointments == ()
    assert told.event.intervals == ()
    assert first_after([a_plan(on=False)], now.utc, MADRID) is None


def test_what_it_is_for_and_with_whom_is_told_too() -> None:
    now = CLOCK.stamp()
    plan = a_plan(purpose="a walk", person="marta")
    told = named([plan], now.wall_ms, now, MADRID, frozenset())
    terms = told.event.appointments[0].terms
    assert (terms.purpose, terms.person) == ("a walk", "marta")
