"""The next occurrence without the session machine, where what is kept says enough.

Loading the machine takes longer than all the rest of a command. What it was told last,
two days of occurrences, is in its kept state; while no session is near or on, and the
zone is the same, nothing else can come of it. When those days are over, or nothing
comes in them, the plans themselves say what comes.
"""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from unplug.clock import Clock, Stamp, from_ms
from unplug.engine.sessions.public_holidays import holidays_in
from unplug.engine.snapshot import Coming, SessionNow
from unplug.errors import UnplugError
from unplug.store.reading import reading
from unplug.store.sessions import SessionReader, StoredPlan

if TYPE_CHECKING:
    from unplug.sessions.recurrence import IsHoliday

RESTING = ("Planned",)
_STEP_MS = 60_000
_ALMOST_MS = 60_000
_NEAR = timedelta(hours=1)
"""No session is announced longer before its start."""
_LONGEST_DAYS = 33
"""No occurrence that is on began earlier."""


class UnsureError(Exception):
    """What is kept does not say enough: ask the machine."""


def sessions_now(folder: Path, clock: Clock) -> tuple[Coming | None, SessionNow | None]:
    """What comes and what is on; by the session machine only where it has to be.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    now, zone = clock.stamp(), clock.zone()
    try:
        with reading(folder) as connection:
            reader = SessionReader(lambda: connection)
            return quick_coming(reader, now, zone, holidays_in(folder)), None
    except UnsureError:
        from unplug.engine.sessions.access import (  # noqa: PLC0415  (the machine)
            stored_look,
        )

        look = stored_look(folder, clock)
        return look.coming, look.session


def quick_coming(
    reader: SessionReader,
    now: Stamp,
    zone: ZoneInfo,
    is_holiday: "IsHoliday",
) -> Coming | None:
    """The next occurrence, no session being announced, due or on.

    Raises:
        UnsureError: only the machine can tell.
    """
    try:
        state = _resting(reader.state(), now, zone)
        told = [each for each in state["upcoming"] if each["end_ms"] > now.wall_ms]
        if told:
            return _told(told, reader.plans(), now, zone)
        return _planned(reader, set(state["seen"]), now, zone, is_holiday)
    except (
        *(KeyError, TypeError, ValueError, AttributeError, StopIteration),
        UnplugError,
    ) as error:
        raise UnsureError from error


def _resting(
    kept: Any,  # noqa: ANN401  (JSON)
    now: Stamp,
    zone: ZoneInfo,
) -> dict[str, Any]:
    """The kept state, if nothing goes on in it and it was kept here."""
    state = kept["state"]
    if kept["zone"] != zone.key or state["phase"]["is"] not in RESTING:
        raise UnsureError
    at = state["at"]
    if at is not None and now.wall_ms < at["wall_ms"] - _STEP_MS:
        raise UnsureError
    return dict(state)


def _told(
    coming: list[dict[str, Any]],
    plans: tuple[StoredPlan, ...],
    now: Stamp,
    zone: ZoneInfo,
) -> Coming:
    """The first of what the machine was told."""
    if any(_is_near(each, now.wall_ms) for each in coming):
        raise UnsureError
    first = coming[0]
    form = next(plan.form for plan in plans if plan.uid == first["plan"])
    shown = ZoneInfo(form["zone"]) if form.get("zone") else zone
    return Coming(
        first["terms"]["title"],
        from_ms(first["start_ms"]).astimezone(shown),
        from_ms(first["end_ms"]).astimezone(shown),
    )


def _planned(
    reader: SessionReader,
    seen: set[str],
    now: Stamp,
    zone: ZoneInfo,
    is_holiday: "IsHoliday",
) -> Coming | None:
    """The first that the plans name, whatever the machine was told."""
    from unplug.engine.sessions import dated  # noqa: PLC0415  (what comes was kept)
    from unplug.sessions.forms import from_form  # noqa: PLC0415

    plans = [from_form(plan.kind, plan.form) for plan in reader.plans()]
    since = now.utc - timedelta(days=_LONGEST_DAYS)
    done = seen | reader.done(since.date().isoformat())
    first = dated.soonest(plans, now.utc, zone, done, is_holiday)
    if first is None:
        return dated.first_after(plans, now.utc + dated.HORIZON, zone, is_holiday)
    if first.span.start <= now.utc + _NEAR:
        raise UnsureError
    return dated.shown(first)


def _is_near(appointment: dict[str, Any], now_ms: int) -> bool:
    shown_ms = appointment["start_ms"] - appointment["terms"]["heads_up_ms"][0]
    return bool(shown_ms <= now_ms + _ALMOST_MS)
