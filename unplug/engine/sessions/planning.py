"""Plans from outside the app: made, shown, paused, and when they come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from unplug import durations
from unplug.clock import Clock
from unplug.engine.sessions.access import plans, request
from unplug.engine.sessions.naming import calendar_plan, first_after
from unplug.engine.sessions.public_holidays import holidays_in
from unplug.engine.sessions.requests import plan_named
from unplug.engine.sessions.rows import says
from unplug.engine.snapshot import Coming
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan, kind_of, to_form
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Pause, Plan
from unplug.sessions.recurrence import IsHoliday, Occurrence, occurrences
from unplug.sessions.rhythms import IntervalPlan

Json = dict[str, Any]
_DAYS = re.compile(r"(\d{1,4})\s*(?:d|days?)\b\s*(.*)", re.ASCII | re.IGNORECASE)
_BATCH_BYTES = 48 * 1024
"""A request to the running app holds 64 KiB."""


def add(folder: Path, clock: Clock, plan: AnyPlan) -> Coming | None:
    """Add a plan.

    Returns:
        When it comes first; None: no date of it is still to come, or it goes by use.

    Raises:
        UnplugError: it is there already, or the disk does not take it.
    """
    now = clock.stamp().utc
    coming = first_after([plan], now, clock.zone(), holidays_in(folder))
    request(folder, clock, {"do": "plan.add", "plan": _sent(plan)})
    return coming


def remove(folder: Path, clock: Clock, name: str) -> None:
    """Remove a plan.

    Raises:
        UnplugError: there is none of this name, or the disk does not let it.
    """
    plan_named(plans(folder), name)
    request(folder, clock, {"do": "plan.remove", "name": name})


def pause(folder: Path, clock: Clock, name: str, first: date, last: date) -> None:
    """Let a plan rest on some dates, both included.

    Raises:
        UnplugError: there is no such plan, it goes by no calendar, or the pause ends
            before it starts.
    """
    plan = plan_named(plans(folder), name)
    if not isinstance(plan, Plan):
        failed, todo = "cannot pause a plan without dates", "remove it for that time"
        raise UnplugError(failed, plan.name, todo)
    pauses = tuple(sorted({*plan.pauses, Pause(first, last)}))
    put(folder, clock, [replace(plan, pauses=pauses, sequence=plan.sequence + 1)])


def put(folder: Path, clock: Clock, changed: Sequence[AnyPlan]) -> None:
    """Add plans, or change those with the same uid.

    Raises:
        UnplugError: the disk does not take them, or one is too long to be sent.
    """
    batch: list[Json] = []
    size = 0
    for plan in changed:
        form = _sent(plan)
        length = len(repr(form)) * 2
        if batch and size + length > _BATCH_BYTES:
            request(folder, clock, {"do": "plan.put", "plans": batch})
            batch, size = [], 0
        batch.append(form)
        size += length
    if batch:
        request(folder, clock, {"do": "plan.put", "plans": batch})


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


def lasting(text: str) -> Lasting:
    """Read a length: "2h", "45m", "2d", "1d 6h", "P1DT18H".

    Raises:
        UnplugError: it is none, or longer than a plan can be.
    """
    if text.strip().upper().startswith("P"):
        return Lasting.read(text)
    found = _DAYS.fullmatch(text.strip())
    if found is None:
        return Lasting(rest=durations.parse(text))
    rest = durations.parse(found[2]) if found[2] else timedelta()
    return Lasting(days=int(found[1]), rest=rest)


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


def _sent(plan: AnyPlan) -> Json:
    return {"kind": kind_of(plan), **to_form(plan)}


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
