"""The present as the command line tells it, to people and to scripts."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from unplug import durations

if TYPE_CHECKING:
    from unplug.engine.snapshot import Coming, SessionNow, Snapshot

Json = dict[str, Any]


def as_json(snapshot: "Snapshot", *, running: bool) -> Json:
    """The status by the contract: ISO times, durations in seconds.

    Args:
        snapshot: the present.
        running: whether an app is tracking.
    """
    from unplug.usage.totals import Totals  # noqa: PLC0415  (not for what is told)

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
        "next": coming_json(snapshot.coming),
        "session": session_json(snapshot.session),
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
    if (session := told["session"]) is not None:
        left = durations.for_people(round(session["left_s"] * 1000))
        title, state = session["title"] or "device-free time", session["state"]
        lines.append(f"{title}: {_SAID[state]} {left}")
    if (coming := told["next"]) is not None:
        start = datetime.fromisoformat(coming["start"])
        lines.append(f"next: {coming['plan']}, {start:%a %d %b %H:%M}")
    return [*lines, *told["notices"]]


_SAID = {
    "announced": "soon, for",
    "due": "now, for",
    "waiting": "waits, for",
    "running": "runs for another",
    "offered": "offered, for another",
}


def coming_json(coming: "Coming | None") -> Json | None:
    """An occurrence by the contract."""
    if coming is None:
        return None
    return {
        "plan": coming.plan,
        "start": coming.start.isoformat(),
        "end": coming.end.isoformat(),
    }


def session_json(session: "SessionNow | None") -> Json | None:
    """The present session by the contract."""
    if session is None:
        return None
    return {
        "title": session.title,
        "state": session.state,
        "strictness": session.strictness,
        "start": session.start.isoformat("T", "milliseconds"),
        "end": session.end.isoformat("T", "milliseconds"),
        "left_s": session.left.total_seconds(),
        "why": list(session.why),
    }
