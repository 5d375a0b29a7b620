"""Plans as the command line lists them, and when they come."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from unplug.clock import Clock
from unplug.engine.sessions.dated import calendar_plan
from unplug.engine.sessions.kept import plans
from unplug.engine.sessions.public_holidays import holidays_in
from unplug.engine.sessions.rows import says
from unplug.sessions.forms import AnyPlan, kind_of, to_form
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import IsHoliday, Occurrence, occurrences
from unplug.sessions.rhythms import IntervalPlan

Json = dict[str, Any]


def listed(folder: Path, clock: Clock) -> list[Json]:
    """All plans: the answer of ``unplug plan list``.

    Raises:
        UnplugError: they cannot be read; says why.
    """
    zone = clock.zone()
    today = clock.stamp().utc.astimezone(zone).date()
    return [_row(plan, today) for plan in plans(folder)]


def coming(folder: Path, after: datetime, zone: ZoneInfo, count: int) -> list[Json]:
    """When plans come: the answer of ``unplug plan next``.

    Raises:
        UnplugError: they cannot be read; says why.
    """
    found = (plan for plan in plans(folder) if plan.on)
    calendar = [plan for plan in found if not isinstance(plan, IntervalPlan)]
    return [
        {
            "plan": each.plan.name,
            "start": each.start.isoformat(),
            "end": each.end.isoformat(),
        }
        for each in islice(_merged(calendar, after, zone, holidays_in(folder)), count)
    ]


def _merged(
    calendar: Sequence[AnyPlan],
    after: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday,
) -> Iterator[Occurrence]:
    return merge(
        *(
            occurrences(calendar_plan(p, after), after, zone, is_holiday=is_holiday)
            for p in calendar
        ),
        key=lambda found: (found.span.start, found.plan.uid),
    )


def _row(plan: AnyPlan, today: date) -> Json:
    pauses = plan.pauses if isinstance(plan, Plan) else ()
    rests = [pause.last for pause in pauses if today in pause]
    return {
        "name": plan.name,
        "kind": kind_of(plan),
        "says": says(plan, today),
        "strictness": plan.strictness.value,
        "on": plan.on,
        "rests_until": max(rests).isoformat() if rests else None,
        **{k: v for k, v in to_form(plan).items() if k in _SHOWN},
    }


_SHOWN = ("uid", "rule", "first", "lasting", "zone", "use_s", "off_s", "start", "end")
