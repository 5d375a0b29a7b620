"""Spans as they go over the local socket."""

from unplug.usage.states import ScreenSpan, State

Row = list[int | str | None]


def to_row(span: ScreenSpan) -> Row:
    """A span as it goes over the socket."""
    return [
        span.start_ms,
        span.dur_ms,
        int(span.state),
        span.app,
        span.title,
        span.offset_q,
    ]


def from_row(row: Row) -> ScreenSpan:
    """A span as it came over the socket."""
    start_ms, dur_ms, state, app, title, offset_q = row
    return ScreenSpan(
        start_ms=int(start_ms or 0),
        dur_ms=int(dur_ms or 0),
        state=State(int(state or 0)),
        app=None if app is None else str(app),
        title=None if title is None else str(title),
        offset_q=int(offset_q or 0),
    )
