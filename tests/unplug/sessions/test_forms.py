"""Plans as JSON: nothing is lost, and older ones are read as they were."""

from datetime import time, timedelta

import pytest

from tests.unplug.sessions.making import a_plan
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan, from_form, kind_of, to_form
from unplug.sessions.plan import Strictness
from unplug.sessions.rhythms import IntervalPlan, ScreenHours, WindDown

MANNERS = {"purpose": "a walk by the river", "person": "marta", "on": False}
NAMED = {"uid": "u", "name": "n", "strictness": Strictness.FIRM, **MANNERS}
KINDS: list[AnyPlan] = [
    a_plan(**MANNERS),
    IntervalPlan(use=timedelta(minutes=50), off=timedelta(minutes=10), **NAMED),  # type: ignore[arg-type]
    WindDown(starts=time(22), bed=time(23), **NAMED),  # type: ignore[arg-type]
    ScreenHours(first=time(8), last=time(22), **NAMED),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("plan", KINDS, ids=kind_of)
def test_every_kind_of_plan_comes_back_as_it_was(plan: AnyPlan) -> None:
    assert from_form(kind_of(plan), to_form(plan)) == plan


@pytest.mark.parametrize("plan", KINDS, ids=kind_of)
def test_a_plan_of_an_older_version_is_on_and_for_nothing_in_particular(
    plan: AnyPlan,
) -> None:
    form = {k: v for k, v in to_form(plan).items() if k not in MANNERS}
    read = from_form(kind_of(plan), form)
    assert (read.purpose, read.person, read.on) == ("", None, True)


def test_a_plan_that_is_neither_on_nor_off_is_refused() -> None:
    form = {**to_form(a_plan()), "on": "perhaps"}
    with pytest.raises(UnplugError, match="cannot read a stored plan"):
        from_form("calendar", form)


def test_a_purpose_is_one_line_of_some_length() -> None:
    with pytest.raises(UnplugError, match="one line"):
        a_plan(purpose="first\nsecond")
    with pytest.raises(UnplugError, match="one line"):
        a_plan(purpose="x" * 161)
