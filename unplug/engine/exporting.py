"""Exporting: all spans, and the totals of days whose spans are gone, as files."""

from collections.abc import Iterator
from pathlib import Path

from unplug.engine.looking import Records, records
from unplug.files import write_atomically
from unplug.usage import activitywatch
from unplug.usage.export import csv_chunks, json_chunks
from unplug.usage.states import ScreenSpan

FORMATS = ("json", "csv", "activitywatch")
_NAMES = {
    "json": "screen-time.json",
    "csv": "screen-time.csv",
    "activitywatch": "activitywatch.json",
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
    path = target / _NAMES[form]
    with records(folder) as found:
        if form == "json":
            chunks = json_chunks(_spans(found))
        elif form == "csv":
            chunks = csv_chunks(_spans(found))
        else:
            chunks = activitywatch.chunks(lambda: _spans(found))
        write_atomically(path, chunks)
    return [path]


def _spans(found: Records) -> Iterator[ScreenSpan]:
    """All spans in order, what is not committed last."""
    if found.stored is not None:
        extent = found.stored.extent_ms()
        if extent is not None:
            yield from found.stored.spans(extent[0], extent[1] + 1)
    yield from found.waiting
