"""Exports as ActivityWatch writes them, in small."""

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from unplug.usage.activitywatch import read
from unplug.usage.activitywatch.recording import Recording
from unplug.usage.states import ScreenSpan, State

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
UTC_ZONE = "UTC"
Shown = tuple[float, float, State, str | None]


def window(start_s: float, dur_s: float, app: str, title: str = "t") -> dict[str, Any]:
    return _event(start_s, dur_s, {"app": app, "title": title})


def here(start_s: float, dur_s: float) -> dict[str, Any]:
    return _event(start_s, dur_s, {"status": "not-afk"})


def away(start_s: float, dur_s: float) -> dict[str, Any]:
    return _event(start_s, dur_s, {"status": "afk"})


def _event(start_s: float, dur_s: float, data: dict[str, str]) -> dict[str, Any]:
    at = NOON + timedelta(seconds=start_s)
    return {"id": 1, "timestamp": at.isoformat(), "duration": dur_s, "data": data}


def export(
    windows: list[dict[str, Any]], presence: list[dict[str, Any]], host: str = "laptop"
) -> dict[str, Any]:
    kinds = {"currentwindow": windows, "afkstatus": presence}
    return {
        f"aw-watcher-{kind}_{host}": {
            "id": f"aw-watcher-{kind}_{host}",
            "created": NOON.isoformat(),
            "name": None,
            "type": kind,
            "client": "aw-watcher",
            "hostname": host,
            "data": {},
            "events": events,
        }
        for kind, events in kinds.items()
    }


def reading(*buckets: dict[str, Any], titles: bool = False) -> Recording:
    merged = {name: bucket for each in buckets for name, bucket in each.items()}
    text = json.dumps({"buckets": merged})
    return read(io.StringIO(text), "old.json", titles=titles)


def shown(spans: list[ScreenSpan]) -> list[Shown]:
    """Start and end in seconds after noon, state and app."""
    noon_ms = NOON.timestamp() * 1000
    return [
        ((s.start_ms - noon_ms) / 1000, (s.end_ms - noon_ms) / 1000, s.state, s.app)
        for s in spans
    ]
