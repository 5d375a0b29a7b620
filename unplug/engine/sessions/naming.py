"""Which occurrences of the plans the session machine is told of, and for how long."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.clock import Stamp, from_ms
from unplug.engine.snapshot import Coming
from unplug.sessions.appointments import Appointment, appointment, interval
from unplug.sessions.events import PlansKnown
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
from unplug.sessions.terms import DAY, Kind, Terms

HORIZON_MS = 2 * DAY
RENAMED_MS = DAY
"""Occurrences are named anew this often, so there is always a day known ahead."""
MISSED_MS = 32 * DAY
"""What was missed longer ago, while unplug did not run, is nobody's history."""
_BACK_MS = 60_000


@dataclass(frozen=True, slots=True)
class Named:
    """What the machine was told, and where.

    Attributes:
        event: the plans as the machine takes them.
        at: when.
        zone: where the user was.
    """

    event: PlansKnown
    at: Stamp
    zone: ZoneInfo

    def due_in_ms(self, now: Stamp) -> int:
        """How long until they should be named anew; at once after a clock step."""
        if now.wall_ms < self.at.wall_ms - _BACK_MS:
            return 0
        return max(0, self.at.wall_ms + RENAMED_MS - now.wall_ms)


def named(  # noqa: PLR0913  (all that it depends on, as it is pure)
    plans: Iterable[AnyPlan],
    since_ms: int,
    now: Stamp,
    zone: ZoneInfo,
    done: Container[str],
    *,
    terms: Terms | None = None,
    is_holiday: IsHoliday = no_holidays,
) -> Named:
    """Name what is on or comes soon.

    Args:
        plans: all plans.
        since_ms: occurrences that end after this, wall clock.
        now: the present.
        zone: where the user is.
        done: keys of occurrences that had their turn.
        terms: how sessions are carried out, what a plan says of itself left aside.
        is_holiday: asked for plans that rest on public holidays.
    """
    terms = terms or Terms()
    start = from_ms(max(since_ms, now.wall_ms - MISSED_MS))
    end = from_ms(now.wall_ms + HORIZON_MS)
    appointments: list[Appointment] = []
    intervals = []
    for plan in plans:
        if not plan.on:
            continue
        if isinstance(plan, IntervalPlan):
            intervals.append(interval(plan, terms))
            continue
        kind = Kind.PLANNED if isinstance(plan, Plan) else Kind.WIND_DOWN
        dated = calendar_plan(plan, start)
        for found in within(dated, start, end, zone, is_holiday=is_holiday):
            made = appointment(found, terms, kind)
            if made.key not in done:
                appointments.append(made)
    return Named(PlansKnown(tuple(appointments), tuple(intervals)), now, zone)


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
    plans: Sequence[AnyPlan],
    after: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday = no_holidays,
) -> Coming | None:
    """The first occurrence of all plans that starts after an instant."""
    firsts = (
        next_occurrence(calendar_plan(plan, after), after, zone, is_holiday=is_holiday)
        for plan in plans
        if plan.on and not isinstance(plan, IntervalPlan)
    )
    found = min((o for o in firsts if o is not None), key=_start, default=None)
    if found is None:
        return None
    return Coming(found.plan.name, found.start, found.end)


def _start(occurrence: Occurrence) -> datetime:
    return occurrence.span.start
