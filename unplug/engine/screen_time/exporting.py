"""Exporting: all spans, the totals of days whose spans are gone, and mood notes."""

from collections.abc import Iterator
from pathlib import Path

from unplug.days import date_of
from unplug.engine.screen_time.looking import Records, records
from unplug.files import write_atomically
from unplug.store.moods import MoodReader
from unplug.store.reading import NothingRecordedError, reading
from unplug.usage import activitywatch
from unplug.usage.export import (
    DayRow,
    csv_chunks,
    day_csv_chunks,
    day_json_chunks,
    json_chunks,
    mood_chunks,
)
from unplug.usage.states import ScreenSpan

_EVER = range(-(1 << 62), 1 << 62)
FORMATS = ("json", "csv", "activitywatch")
_CHUNKS = {
    "json": (json_chunks, day_json_chunks),
    "csv": (csv_chunks, day_csv_chunks),
}


def export(folder: Path, target: Path, form: str) -> list[Path]:
    """Write everything into a folder; a file of that name is replaced.

    Args:
        folder: the data folder.
        target: where to; made where it is missing.
        form: one of ``FORMATS``.

    Returns:
        The files that were written.

    Raises:
        UnplugError: it cannot be read, or the folder cannot be written.
    """
    with records(folder) as found:
        if form == "activitywatch":
            path = target / "activitywatch.json"
            write_atomically(path, activitywatch.chunks(lambda: _spans(found)))
            return [path]
        spans, days = (target / f"{name}.{form}" for name in ("screen-time", "days"))
        of_spans, of_days = _CHUNKS[form]
        write_atomically(spans, of_spans(_spans(found)))
        write_atomically(days, of_days(_days(found)))
    return [spans, days, *_moods(folder, target, form)]


def _moods(folder: Path, target: Path, form: str) -> Iterator[Path]:
    """Write the mood notes; where there are none, there is no file of them."""
    try:
        with reading(folder) as connection:
            notes = MoodReader(lambda: connection).moods(_EVER.start, _EVER.stop)
    except NothingRecordedError:
        return
    if notes:
        path = target / f"moods.{form}"
        write_atomically(path, mood_chunks(notes, form))
        yield path


def _spans(found: Records) -> Iterator[ScreenSpan]:
    """All spans in order, what is not committed last."""
    if found.stored is not None:
        extent = found.stored.extent_ms()
        if extent is not None:
            yield from found.stored.spans(extent[0], extent[1] + 1)
    yield from found.waiting


def _days(found: Records) -> Iterator[DayRow]:
    """The totals of every day, also of those whose spans are gone."""
    extent = None if found.stored is None else found.stored.extent_days()
    if found.stored is None or extent is None:
        return
    for number in range(extent[0], extent[1] + 1):
        for total in found.stored.by_app(number, number):
            yield date_of(number), total.app, total.state, total.ms
