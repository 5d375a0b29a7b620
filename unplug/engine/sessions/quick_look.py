"""The next occurrence without the session machine, where what is kept says enough.

Loading the machine takes longer than all the rest of a command. What it was told last,
two days of occurrences, is in its kept state; while no session is near or on, and the
zone is the same, nothing else can come of it.
"""

from typing import Any
from zoneinfo import ZoneInfo

from unplug.clock import Stamp, from_ms
from unplug.engine.snapshot import Coming
from unplug.store.sessions import SessionReader, StoredPlan

RESTING = ("Planned",)
_STEP_MS = 60_000
_ALMOST_MS = 60_000


class UnsureError(Exception):
    """What is kept does not say enough: ask the machine."""


def quick_coming(reader: SessionReader, now: Stamp, zone: ZoneInfo) -> Coming:
    """The next occurrence, no session being announced, due or on.

    Raises:
        UnsureError: only the machine can tell.
    """
    try:
        return _coming(reader.state(), reader.plans(), now, zone)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise UnsureError from error


def _coming(
    kept: Any,  # noqa: ANN401  (JSON)
    plans: tuple[StoredPlan, ...],
    now: Stamp,
    zone: ZoneInfo,
) -> Coming:
    state = kept["state"]
    if kept["zone"] != zone.key or state["phase"]["is"] not in RESTING:
        raise UnsureError
    if now.wall_ms < state["at"]["wall_ms"] - _STEP_MS:
        raise UnsureError
    coming = [each for each in state["upcoming"] if each["end_ms"] > now.wall_ms]
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


def _is_near(appointment: dict[str, Any], now_ms: int) -> bool:
    shown_ms = appointment["start_ms"] - appointment["terms"]["heads_up_ms"][0]
    return bool(shown_ms <= now_ms + _ALMOST_MS)
