"""Spans as JSON or CSV, in pieces of text that the caller writes."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta, timezone

from unplug.clock import from_ms
from unplug.days import QUARTER_MS
from unplug.usage.moods import Mood
from unplug.usage.states import ScreenSpan, State

Header = tuple[str, ...]
Values = tuple[object, ...]

HEADER = ("start", "end", "duration_s", "state", "app", "title")
"""The columns of the CSV and the keys of the JSON, in this order.

start, end: ISO 8601 with the offset that held there, to the millisecond; the end is
exclusive. duration_s: seconds, to the millisecond. state: a lower-case name. app,
title: empty in CSV and null in JSON where none is known or kept.
"""


DAY_HEADER = ("day", "app", "state", "duration_s")
"""The columns of the days: a local date, and as above."""

MOOD_HEADER = ("at", "mark", "word")
"""The columns of mood notes: an instant, 1 to 5, and a word where there is one."""

DayRow = tuple[date, str | None, State, int]
"""A day, an app (None where none is known), a state, and milliseconds."""


def json_chunks(spans: Iterable[ScreenSpan]) -> Iterator[str]:
    """``{"spans": [...]}``, one span a line."""
    return _json("spans", HEADER, map(_values, spans))


def csv_chunks(spans: Iterable[ScreenSpan]) -> Iterator[str]:
    """A header and a record for each span, by RFC 4180 (with its CRLF)."""
    return _csv(HEADER, map(_values, spans))


def day_json_chunks(rows: Iterable[DayRow]) -> Iterator[str]:
    """``{"days": [...]}``, one day, app and state a line."""
    return _json("days", DAY_HEADER, map(_day_values, rows))


def day_csv_chunks(rows: Iterable[DayRow]) -> Iterator[str]:
    """A header and a record for each day, app and state, by RFC 4180."""
    return _csv(DAY_HEADER, map(_day_values, rows))


def mood_chunks(moods: Iterable[Mood], form: str) -> Iterator[str]:
    """Mood notes, as the spans, in one form or the other.

    Args:
        moods: by time.
        form: json or csv.
    """
    rows = ((iso(m.at_ms, m.offset_q), m.mark, m.word or None) for m in moods)
    if form == "json":
        return _json("moods", MOOD_HEADER, rows)
    return _csv(MOOD_HEADER, rows)


def _json(name: str, header: Header, rows: Iterable[Values]) -> Iterator[str]:
    yield f'{{"{name}": ['
    between = "\n"
    for values in rows:
        row = dict(zip(header, values, strict=True))
        yield between + json.dumps(row, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _csv(header: Header, rows: Iterable[Values]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, dialect="excel")
    writer.writerow(header)
    for values in rows:
        yield _taken(line)
        writer.writerow(
            f"{value:.3f}" if isinstance(value, float) else value for value in values
        )
    yield _taken(line)


def _day_values(row: DayRow) -> Values:
    day, app, state, ms = row
    return day.isoformat(), app, state.name.lower(), ms / 1000


def _values(span: ScreenSpan) -> Values:
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
