"""Importing: another program's time, where nothing of our own is recorded."""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.preferences import preferences
from unplug.sensing.private_titles import safe_title
from unplug.store.database import Database
from unplug.store.restoring import recover_into
from unplug.store.tail import Tail
from unplug.store.usage import UsageStore
from unplug.usage import activitywatch
from unplug.usage.states import ScreenSpan


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import went.

    Attributes:
        events: how many events the file held.
        spans: how many stretches were added.
        problems: what was passed over and why, a sentence each.
    """

    events: int
    spans: int
    problems: list[str]


def import_activitywatch(folder: Path, file: Path, clock: Clock) -> Imported:
    """Take in an ActivityWatch export; all of it or, after any error, nothing.

    Time that is recorded already stays as it is, so that the same file twice adds
    nothing the second time. Of days whose own spans are deleted already, only those
    of which nothing is known take anything in.

    Raises:
        UnplugError: the file is malformed, or the app runs.
    """
    chosen = preferences(folder)
    titles = chosen.settings.tracking.titles
    recording = activitywatch.read_file(file, titles=titles)
    database = Database(folder, clock)
    with contextlib.closing(database):
        store = UsageStore(database, chosen.settings.days.start_min)
        with contextlib.closing(Tail(database.files.tail, store.database_id)) as tail:
            recover_into(store, tail)
        new = list(_untitled(_missing(recording.spans(clock.zone().key), store)))
        if new:
            store.append(new, store.last_commit_id + 1)
    return Imported(recording.events, len(new), list(recording.problems))


def outside(
    spans: Iterable[ScreenSpan], taken: Iterable[tuple[int, int]]
) -> Iterator[ScreenSpan]:
    """The parts of spans that lie outside what is taken.

    Args:
        spans: by start.
        taken: ``[start, end)`` in UTC ms, by start; may overlap one another.
    """
    taken = iter(taken)
    blocks: list[tuple[int, int]] = []
    coming = next(taken, None)
    for span in spans:
        while coming is not None and coming[0] < span.end_ms:
            blocks.append(coming)
            coming = next(taken, None)
        blocks = [block for block in blocks if block[1] > span.start_ms]
        at_ms = span.start_ms
        for start_ms, end_ms in blocks:
            if start_ms > at_ms:
                part_end_ms = min(start_ms, span.end_ms)
                yield replace(span, start_ms=at_ms, dur_ms=part_end_ms - at_ms)
            at_ms = max(at_ms, end_ms)
            if at_ms >= span.end_ms:
                break
        if at_ms < span.end_ms:
            yield replace(span, start_ms=at_ms, dur_ms=span.end_ms - at_ms)


def _missing(spans: Iterator[ScreenSpan], store: UsageStore) -> Iterator[ScreenSpan]:
    spans = store.unretired(spans)
    extent = store.extent_ms()
    if extent is None:
        return spans
    kept = store.spans(extent[0], extent[1] + 1)
    return outside(spans, ((span.start_ms, span.end_ms) for span in kept))


def _untitled(spans: Iterable[ScreenSpan]) -> Iterator[ScreenSpan]:
    """The spans without the titles of private windows."""
    for span in spans:
        if span.title is not None and safe_title(span.title) is None:
            yield replace(span, title=None)
        else:
            yield span
