"""The present as the command line tells it, to people and to scripts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from unplug import durations
from unplug.clock import Clock
from unplug.days import day_number, offset_quarters
from unplug.engine.control import NotRunningError, ask
from unplug.engine.looking import records
from unplug.engine.preferences import preferences
from unplug.engine.snapshot import AppTime, Snapshot
from unplug.engine.today import Today, by_app, by_state
from unplug.engine.usual import UsualDays
from unplug.usage.states import State
from unplug.usage.totals import Totals

Json = dict[str, Any]
_TOP_APPS = 3


def present(folder: Path, clock: Clock) -> Json:
    """The status by the contract: from the running app, else from the database.

    Raises:
        UnplugError: what is recorded cannot be read; says why.
    """
    try:
        return ask(folder, {"do": "status"})
    except NotRunningError:
        return as_json(_recorded(folder, clock), running=False)


def as_json(snapshot: Snapshot, *, running: bool) -> Json:
    """The status by the contract: ISO times, durations in seconds.

    Args:
        snapshot: the present.
        running: whether an app is tracking.
    """
    until = snapshot.paused_until
    forever = until == datetime.max.replace(tzinfo=UTC)
    return {
        "at": snapshot.at.isoformat("T", "milliseconds"),
        "running": running,
        "state": snapshot.state.name.lower() if running else None,
        "app": snapshot.app,
        "today": Totals.of(snapshot.by_state_ms).in_seconds(),
        "usual_s": None if snapshot.usual_ms is None else snapshot.usual_ms / 1000,
        "top": [
            {"app": a.app, "name": a.name, "screen_s": a.screen_ms / 1000}
            for a in snapshot.top
        ],
        "paused_until": None if until is None or forever else until.isoformat(),
        "next": None,
        "session": None,
        "notices": list(snapshot.notices),
    }


def sentences(told: Json) -> list[str]:
    """The status for people, a line each."""
    screen = durations.for_people(round(told["today"]["screen_s"] * 1000))
    lines = [f"{screen} today"]
    if told["usual_s"] is not None:
        usual = durations.for_people(round(told["usual_s"] * 1000))
        lines[0] += f" · usually {usual} by now"
    lines += [
        f"{app['name']}  {durations.for_people(round(app['screen_s'] * 1000))}"
        for app in told["top"]
    ]
    if not told["running"]:
        lines.append("unplug is not running")
    elif told["state"] == "paused":
        until = told["paused_until"]
        lines.append(f"paused until {until}" if until else "paused until you resume")
    return [*lines, *told["notices"]]


def _recorded(folder: Path, clock: Clock) -> Snapshot:
    """The present as far as it is on disk."""
    now, zone = clock.stamp(), clock.zone()
    chosen = preferences(folder)
    start_min = chosen.settings.days.start_min
    day = day_number(now.wall_ms, offset_quarters(now.wall_ms, zone), start_min)
    with records(folder) as found:
        stored = {}
        usual_ms = None
        if found.stored is not None:
            stored = {(t.app, t.state): t.ms for t in found.stored.by_app(day, day)}
            usual_ms = UsualDays(found.stored, start_min).usual_ms(now.wall_ms, zone)
        totals = Today(day, start_min, stored).with_open(found.waiting)
    apps = sorted(by_app(totals).items(), key=lambda item: -item[1])[:_TOP_APPS]
    return Snapshot(
        at=now.utc.astimezone(zone),
        state=State.IDLE,
        by_state_ms=by_state(totals),
        usual_ms=usual_ms,
        top=tuple(AppTime(app, app, ms) for app, ms in apps),
        notices=chosen.notices,
    )
