"""The present as the command line tells it, to people and to scripts."""

from datetime import UTC, datetime
from typing import Any

from unplug import durations
from unplug.engine.snapshot import Snapshot
from unplug.usage.totals import Totals

Json = dict[str, Any]


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
