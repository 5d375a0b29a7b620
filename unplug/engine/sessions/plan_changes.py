"""Small changes of plans from the command line: dates left out, pauses, on and off."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.sessions.kept import plans
from unplug.engine.sessions.planning import put
from unplug.engine.sessions.requests import plan_named
from unplug.errors import UnplugError
from unplug.sessions.plan import Plan


def leave_out(folder: Path, clock: Clock, name: str, days: list[date]) -> None:
    """Let a plan not come on some dates.

    Raises:
        UnplugError: there is no such plan, it has no dates, or it never comes on one
            of them.
    """
    plan = _dated(folder, name)
    for day in days:
        coming = next(plan.nominal_times(day), None)
        if coming is None or coming.date() != day:
            failed, todo = "cannot leave out a date", "see the dates: unplug plan next"
            raise UnplugError(failed, f"{plan.name} does not come on {day}", todo)
    left_out = plan.left_out | frozenset(days)
    put(folder, clock, [replace(plan, left_out=left_out, sequence=plan.sequence + 1)])


def put_back(folder: Path, clock: Clock, name: str, days: list[date]) -> None:
    """Let a plan come again on dates that were left out.

    Raises:
        UnplugError: there is no such plan, or one of them was not left out.
    """
    plan = _dated(folder, name)
    left_out = set(plan.left_out)
    for day in days:
        same = {when for when in left_out if _date_of(when) == day}
        if not same:
            failed, todo = "cannot put back a date", "name one that was left out"
            raise UnplugError(failed, f"{plan.name} on {day}", todo)
        left_out -= same
    sequence = plan.sequence + 1
    put(folder, clock, [replace(plan, left_out=frozenset(left_out), sequence=sequence)])


def resume(folder: Path, clock: Clock, name: str) -> None:
    """End all pauses of a plan, also those that are still to come.

    Raises:
        UnplugError: there is no such plan, or it has no dates.
    """
    plan = _dated(folder, name)
    put(folder, clock, [replace(plan, pauses=(), sequence=plan.sequence + 1)])


def turn(folder: Path, clock: Clock, name: str, *, on: bool) -> None:
    """Let a plan come, or keep it for later.

    Raises:
        UnplugError: there is no such plan.
    """
    plan = plan_named(plans(folder), name)
    put(folder, clock, [replace(plan, on=on)])


def _dated(folder: Path, name: str) -> Plan:
    plan = plan_named(plans(folder), name)
    if isinstance(plan, Plan):
        return plan
    failed, todo = "cannot change single dates of such a plan", "turn it off instead"
    raise UnplugError(failed, plan.name, todo)


def _date_of(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
