"""How sessions went, by the contract: the answer of ``unplug session list``."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from unplug.clock import Clock, from_ms
from unplug.engine.control import NotRunningError, ask
from unplug.engine.sessions.kept import history
from unplug.engine.status import session_json
from unplug.store.sessions import Past

Json = dict[str, Any]


def sessions_listed(folder: Path, clock: Clock, limit: int) -> list[Json]:
    """The present session, if there is one, and those that are over, latest first.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    try:
        now = ask(folder, {"do": "status"}).get("session")
        past = history(folder, limit)
    except NotRunningError:
        from unplug.engine.sessions.access import (  # noqa: PLC0415  (the machine)
            stored_look,
        )

        look = stored_look(folder, clock, limit)
        now, past = session_json(look.session), look.past
    rows = [_over(each, clock.zone()) for each in past]
    return [_present(now), *rows][:limit] if isinstance(now, dict) else rows


def _over(past: Past, zone: ZoneInfo) -> Json:
    record = past.record
    start_ms = record.start_ms if record.began_ms is None else record.began_ms
    return {
        "title": record.title,
        "state": "over",
        "outcome": record.outcome.value,
        "planned": from_ms(record.start_ms).astimezone(zone).isoformat(),
        "start": from_ms(start_ms).astimezone(zone).isoformat(),
        "began": record.began_ms is not None,
        "meant_s": record.meant_ms / 1000,
        "kept_s": record.kept_ms / 1000,
        "moved_s": record.moved_ms / 1000,
        "why": record.why,
        "felt": past.felt,
    }


def _present(now: Json) -> Json:
    running = now["state"] == "running"
    return {
        "title": now["title"],
        "state": now["state"],
        "outcome": None,
        "planned": now["start"],
        "start": now["start"],
        "began": running,
        "meant_s": now["left_s"],
        "kept_s": 0.0,
        "moved_s": 0.0,
        "why": ", ".join(now["why"]),
        "felt": None,
    }
