"""The present as the command line tells it, to people and to scripts."""

from datetime import UTC, datetime

from unplug.engine.snapshot import Snapshot
from unplug.usage.states import State
from unplug.usage.totals import Totals

Json = dict[str, object]


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
        "paused": snapshot.state is State.PAUSED,
        "paused_until": None if until is None or forever else until.isoformat(),
        "next": None,
        "session": None,
        "notices": list(snapshot.notices),
    }
