"""Which occurrences of the plans the session machine is told of, and for how long."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from unplug.clock import Stamp, from_ms
from unplug.engine.sessions.dated import HORIZON, calendar_plan
from unplug.sessions.appointments import Appointment, appointment, interval
from unplug.sessions.events import PlansKnown
from unplug.sessions.forms import AnyPlan
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import IsHoliday, no_holidays, within
from unplug.sessions.rhythms import IntervalPlan
from unplug.sessions.terms import DAY, Kind, Terms

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
    end = now.utc + HORIZON
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
