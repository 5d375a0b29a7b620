"""Plans from outside the app: made, removed, paused."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from unplug import durations
from unplug.clock import Clock
from unplug.engine.sessions.access import request
from unplug.engine.sessions.dated import first_after
from unplug.engine.sessions.kept import plans
from unplug.engine.sessions.public_holidays import holidays_in
from unplug.engine.sessions.requests import plan_named
from unplug.engine.snapshot import Coming
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan, kind_of, to_form
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Pause, Plan

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


def _sent(plan: AnyPlan) -> Json:
    return {"kind": kind_of(plan), **to_form(plan)}
