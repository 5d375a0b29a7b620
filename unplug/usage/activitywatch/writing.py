"""Writing spans as an export that ActivityWatch can import."""

import json
from collections.abc import Callable, Iterable, Iterator

from unplug.clock import from_ms
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

CLIENT = "unplug"
_AWAY_STATES = (State.IDLE, State.LOCKED, State.ASLEEP)


def chunks(
    spans: Callable[[], Iterable[ScreenSpan]], *, hostname: str = CLIENT
) -> Iterator[str]:
    """The text of the export, in pieces.

    Active and watching are "not-afk"; idle, locked and asleep are "afk"; time off the
    record and device-free sessions are left out.

    Args:
        spans: gives the spans in order; asked twice, once for each bucket.
        hostname: what ActivityWatch is to call the computer. It is part of the buckets'
            names, and ActivityWatch refuses names that it already has.
    """
    created = next((_at(span.start_ms) for span in spans()), _at(0))
    yield '{"buckets": {'
    yield _head(f"aw-watcher-window_{hostname}", "currentwindow", hostname, created)
    yield from _separated(_windows(spans()))
    yield "]}, "
    yield _head(f"aw-watcher-afk_{hostname}", "afkstatus", hostname, created)
    yield from _separated(_presence(spans()))
    yield "]}}}\n"


def _head(name: str, kind: str, hostname: str, created: str) -> str:
    bucket: dict[str, object] = {
        "id": name,
        "created": created,
        "name": None,
        "type": kind,
        "client": CLIENT,
        "hostname": hostname,
        "data": {},
    }
    return f'{json.dumps(name)}: {json.dumps(bucket)[:-1]}, "events": ['


def _windows(spans: Iterable[ScreenSpan]) -> Iterator[str]:
    for span in spans:
        if span.state in SCREEN_STATES:
            data = {"app": span.app or "unknown", "title": span.title or ""}
            yield _event(span.start_ms, span.end_ms, data)


def _presence(spans: Iterable[ScreenSpan]) -> Iterator[str]:
    """One event for each stretch in which somebody was there, or was not."""
    begun = end = 0
    status = None
    for span in spans:
        now = _status_of(span.state)
        if now != status or span.start_ms != end:
            if status is not None:
                yield _event(begun, end, {"status": status})
            begun, status = span.start_ms, now
        end = span.end_ms
    if status is not None:
        yield _event(begun, end, {"status": status})


def _status_of(state: State) -> str | None:
    if state in SCREEN_STATES:
        return "not-afk"
    return "afk" if state in _AWAY_STATES else None


def _event(start_ms: int, end_ms: int, data: dict[str, str]) -> str:
    duration_s = (end_ms - start_ms) / 1000
    event = {"timestamp": _at(start_ms), "duration": duration_s, "data": data}
    return json.dumps(event, ensure_ascii=False)


def _at(wall_ms: int) -> str:
    return from_ms(wall_ms).isoformat(timespec="milliseconds")


def _separated(events: Iterator[str]) -> Iterator[str]:
    between = "\n"
    for event in events:
        yield between + event
        between = ",\n"
