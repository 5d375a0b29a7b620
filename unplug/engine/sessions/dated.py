"""When plans come next, whatever words they are kept in; needs no session machine."""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.engine.snapshot import Coming
from unplug.sessions.forms import AnyPlan
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import (
    IsHoliday,
    Occurrence,
    next_occurrence,
    no_holidays,
    within,
)
from unplug.sessions.rhythms import IntervalPlan

HORIZON = timedelta(days=2)
"""So far ahead the session machine is told of what comes."""


def calendar_plan(
    plan: AnyPlan, since: datetime, slack: timedelta = timedelta(days=3)
) -> Plan:
    """A plan by the calendar, whatever words it is kept in.

    Args:
        plan: any but an interval plan.
        since: from when on its occurrences are wanted.
        slack: how much earlier it begins to count, as a night begins the day before.
    """
    if isinstance(plan, Plan):
        return plan
    if isinstance(plan, IntervalPlan):
        msg = f"{plan.name!r} goes by use, not by the calendar"
        raise TypeError(msg)
    return plan.plan((since - slack).date())


def first_after(
    plans: Iterable[AnyPlan],
    after: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday = no_holidays,
) -> Coming | None:
    """The first occurrence of all plans that starts after an instant."""
    firsts = (
        next_occurrence(dated, after, zone, is_holiday=is_holiday)
        for dated in _calendar(plans, after)
    )
    return shown(min((o for o in firsts if o is not None), key=_start, default=None))


def soonest(
    plans: Iterable[AnyPlan],
    now: datetime,
    zone: ZoneInfo,
    done: Container[str],
    is_holiday: IsHoliday = no_holidays,
) -> Occurrence | None:
    """The occurrence of all plans that is on or comes first, within ``HORIZON``.

    Args:
        plans: all plans.
        now: the present.
        zone: where the user is.
        done: keys of occurrences that had their turn.
        is_holiday: asked for plans that rest on public holidays.
    """
    until = now + HORIZON
    near = (
        found
        for dated in _calendar(plans, now)
        for found in within(dated, now, until, zone, is_holiday=is_holiday)
    )
    waiting = (found for found in near if _key(found) not in done)
    return min(waiting, key=_in_order, default=None)


def shown(found: Occurrence | None) -> Coming | None:
    """An occurrence as the front-ends show it."""
    return None if found is None else Coming(found.plan.name, found.start, found.end)


def _calendar(plans: Iterable[AnyPlan], since: datetime) -> Iterator[Plan]:
    return (
        calendar_plan(plan, since)
        for plan in plans
        if plan.on and not isinstance(plan, IntervalPlan)
    )


def _key(occurrence: Occurrence) -> str:
    """What happens at most once, as an appointment has it."""
    uid, nominal = occurrence.key
    return f"{uid}@{nominal.isoformat()}"


def _start(occurrence: Occurrence) -> datetime:
    return occurrence.span.start


def _in_order(occurrence: Occurrence) -> tuple[datetime, datetime, str]:
    span = occurrence.span
    return span.start, span.end, _key(occurrence)
