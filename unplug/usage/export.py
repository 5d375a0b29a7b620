"""Spans as JSON or CSV, in pieces of text that the caller writes."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import timedelta, timezone

from unplug.clock import from_ms
from unplug.days import QUARTER_MS
from unplug.usage.states import ScreenSpan

HEADER = ("start", "end", "duration_s", "state", "app", "title")
"""The columns of the CSV and the keys of the JSON, in this order.

start, end: ISO 8601 with the offset that held there, to the millisecond; the end is
exclusive. duration_s: seconds, to the millisecond. state: a lower-case name. app,
title: empty in CSV and null in JSON where none is known or kept.
"""


def json_chunks(spans: Iterable[ScreenSpan]) -> Iterator[str]:
    """``{"spans": [...]}``, one span a line."""
    yield '{"spans": ['
    between = "\n"
    for span in spans:
        row = dict(zip(HEADER, _values(span), strict=True))
        yield between + json.dumps(row, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def csv_chunks(spans: Iterable[ScreenSpan]) -> Iterator[str]:
    """A header and a record for each span, by RFC 4180 (with its CRLF)."""
    line = io.StringIO()
    writer = csv.writer(line, dialect="excel")
    writer.writerow(HEADER)
    for span in spans:
        yield _taken(line)
        start, end, duration_s, *rest = _values(span)
        writer.writerow([start, end, f"{duration_s:.3f}", *rest])
    yield _taken(line)


def _values(span: ScreenSpan) -> tuple[object, ...]:
    return (
        iso(span.start_ms, span.offset_q),
        iso(span.end_ms, span.offset_q),
        span.dur_ms / 1000,
        span.state.name.lower(),
        span.app,
        span.title,
    )


def iso(wall_ms: int, offset_q: int) -> str:
    """An instant in ISO 8601, to the millisecond, with an offset in quarter hours."""
    zone = timezone(timedelta(milliseconds=offset_q * QUARTER_MS))
    return from_ms(wall_ms).astimezone(zone).isoformat(timespec="milliseconds")


def _taken(line: io.StringIO) -> str:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text
