"""Spans cut to a day, and how screen time grew in it."""

from collections.abc import Iterable
from dataclasses import replace

from unplug.usage.baseline import STEP_MS, STEPS, curve_of
from unplug.usage.states import ScreenSpan


def cut(spans: Iterable[ScreenSpan], start_ms: int, end_ms: int) -> list[ScreenSpan]:
    """The parts of spans that lie in ``[start_ms, end_ms)``, by start."""
    parts = []
    for span in spans:
        start, end = max(span.start_ms, start_ms), min(span.end_ms, end_ms)
        if end > start:
            whole = (start, end) == (span.start_ms, span.end_ms)
            part = span if whole else replace(span, start_ms=start, dur_ms=end - start)
            parts.append(part)
    return sorted(parts, key=_start)


def grown(spans: Iterable[ScreenSpan], start_ms: int, now_ms: int) -> tuple[int, ...]:
    """Screen time up to each quarter of an hour of a day, and up to now at last.

    Returns:
        At most as many values as `baseline.Curve` has; none where nothing counts.
    """
    curve = curve_of(spans, start_ms, now_ms)
    if curve is None:
        return ()
    since_ms = now_ms - start_ms
    steps = min(since_ms // STEP_MS, STEPS)
    so_far = curve[: steps + 1]
    if since_ms % STEP_MS and steps < STEPS:
        # What comes later in this quarter is not there yet: its end is now's.
        so_far = (*so_far, curve[steps + 1])
    return so_far


def _start(span: ScreenSpan) -> int:
    return span.start_ms
