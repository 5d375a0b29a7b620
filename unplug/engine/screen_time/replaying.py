"""Replaying a recording: the same rules, no desktop and no database."""

from collections.abc import Iterator
from pathlib import Path

from unplug.sensing.facts import Observed
from unplug.sensing.recorded.files import read
from unplug.usage.reducer import initial, open_spans, step
from unplug.usage.states import ScreenSpan

KEPT_PIECES = 512
"""A recording may tell of a longer absence than the threshold of its replay."""


def replay(path: Path, idle_after_ms: int) -> Iterator[ScreenSpan]:
    """The spans of a recording, in order; the last one ends at the last fact.

    Raises:
        UnplugError: the file cannot be read; names the line and the reason.
    """
    return joined(_reduced(read(path), idle_after_ms))


def joined(spans: Iterator[ScreenSpan]) -> Iterator[ScreenSpan]:
    """The spans with neighbours that differ in nothing made one."""
    last: ScreenSpan | None = None
    for span in spans:
        if last is not None and _continues(last, span):
            last = ScreenSpan(
                last.start_ms,
                last.dur_ms + span.dur_ms,
                last.state,
                last.app,
                last.title,
                last.offset_q,
            )
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _reduced(facts: Iterator[Observed], idle_after_ms: int) -> Iterator[ScreenSpan]:
    reduction = initial()
    for observed in facts:
        reduction, final = step(
            reduction, observed, idle_after_ms=idle_after_ms, keep=KEPT_PIECES
        )
        yield from final
    yield from open_spans(reduction)


def _continues(last: ScreenSpan, span: ScreenSpan) -> bool:
    return (last.end_ms, last.state, last.app, last.title, last.offset_q) == (
        span.start_ms,
        span.state,
        span.app,
        span.title,
        span.offset_q,
    )
