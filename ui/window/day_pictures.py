"""A day as charts want it: its course against the usual, its stretches in lanes."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from ui import words
from ui.charts.band import BandWords, Course
from ui.charts.table import Table
from ui.charts.timeline import Lane, Look, Stretch, StretchWords, Tick
from ui.window import wording
from unplug.engine.screen_time.days_seen import SeenDay
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

LANES = 5
"""So many apps have a lane of their own."""

STEP_MS = 15 * 60_000
STEPS = 96
_LABEL_EVERY = 12  # three hours
_JOINED_MS = 1_000
translate = QCoreApplication.translate

_LOOKS = {
    State.ACTIVE: Look.FULL,
    State.WATCHING: Look.HALF,
    State.IDLE: Look.THIN,
    State.LOCKED: Look.DOTTED,
    State.PAUSED: Look.DOTTED,
    State.OFFLINE: Look.HATCHED,
}


def course(seen: SeenDay) -> Course:
    """How a day grew, beside what is usual."""
    names = tuple(
        wording.clock(seen.start_ms + at * STEP_MS, seen.offset)
        for at in range(STEPS + 1)
    )
    labels = tuple(
        name if at % _LABEL_EVERY == 0 else "" for at, name in enumerate(names)
    )
    usual = seen.usual
    if usual is None:
        return Course(names, labels, seen.grown_ms)
    return Course(
        names, labels, seen.grown_ms, usual.median_ms, usual.low_ms, usual.high_ms
    )


def course_words() -> BandWords:
    """What the parts of a course are called."""
    return BandWords(
        over=translate("Today", "Time"),
        today=translate("Today", "This day"),
        usual=translate("Today", "Usual"),
        band=translate("Today", "Usual range"),
        say=lambda ms: words.duration(int(ms)),
    )


def stretch_words(name_of: Callable[[str], str], offset: timedelta) -> StretchWords:
    """How stretches of a day are put into words."""

    def say(what: object) -> str:
        span = _span(what)
        who = wording.state(span.state)
        if span.app is not None:
            who = f"{name_of(span.app)}, {who}"
        return f"{who}\n{_when(span, offset)} · {wording.exact(span.dur_ms)}"

    return StretchWords(
        say=say,
        headers=row_headers(),
        row=lambda what: row(_span(what), name_of, offset),
    )


def row_headers() -> tuple[str, ...]:
    """What the cells of a stretch's row are."""
    return (
        translate("Today", "From"),
        translate("Today", "To"),
        translate("Today", "Length"),
        translate("Today", "State"),
        translate("Today", "App"),
    )


def row(
    span: ScreenSpan, name_of: Callable[[str], str], offset: timedelta
) -> tuple[str, ...]:
    """A stretch as cells."""
    return (
        wording.clock(span.start_ms, offset),
        wording.clock(span.end_ms, offset),
        wording.exact(span.dur_ms),
        wording.state(span.state),
        "" if span.app is None else name_of(span.app),
    )


def rows(
    title: str,
    spans: Iterable[ScreenSpan],
    name_of: Callable[[str], str],
    offset: timedelta,
) -> Table:
    """Stretches as a table."""
    found = tuple(row(span, name_of, offset) for span in spans)
    return Table(title, row_headers(), found)


def lanes(seen: SeenDay, name_of: Callable[[str], str]) -> tuple[Lane, ...]:
    """What the person was doing, and below it each of the main apps."""
    by_app: dict[str | None, list[ScreenSpan]] = defaultdict(list)
    for span in seen.spans:
        if span.state in SCREEN_STATES:
            by_app[span.app].append(span)
    most = sorted(
        (app for app in by_app if app is not None),
        key=lambda app: -_length(by_app[app]),
    )
    all_states = translate("Today", "At the screen")
    found = [Lane(all_states, _stretches(seen.spans, seen), -1, _said(seen.screen_ms))]
    for at, app in enumerate(most[:LANES]):
        of_app = by_app[app]
        stretches = _stretches(of_app, seen)
        found.append(Lane(name_of(app), stretches, at, _said(_length(of_app))))
    rest = [span for app in (*most[LANES:], None) for span in by_app.get(app, ())]
    if rest:
        rest.sort(key=lambda span: span.start_ms)
        name = translate("Today", "Everything else")
        found.append(Lane(name, _stretches(rest, seen), LANES, _said(_length(rest))))
    return tuple(found)


def ticks(seen: SeenDay) -> tuple[Tick, ...]:
    """A line every three hours."""
    step = _LABEL_EVERY * STEP_MS
    return tuple(
        Tick(_share(at, seen), wording.clock(at, seen.offset))
        for at in range(seen.start_ms, seen.end_ms + 1, step)
    )


def now_share(seen: SeenDay) -> float | None:
    """Where the present is; None on a day that is over."""
    return _share(seen.now_ms, seen) if seen.now_ms < seen.end_ms else None


def longest(seen: SeenDay, away_ms: int) -> tuple[ScreenSpan, ...]:
    """The spans of the longest time at the screen without a break of that length."""
    stretches: list[list[ScreenSpan]] = []
    end_ms = 0
    for span in seen.spans:
        if span.state not in SCREEN_STATES:
            continue
        if not stretches or span.start_ms - end_ms >= away_ms:
            stretches.append([])
        stretches[-1].append(span)
        end_ms = span.end_ms
    return tuple(max(stretches, key=_length, default=[]))


def first_after_return(seen: SeenDay, away_ms: int) -> ScreenSpan | None:
    """The first app after the latest absence of at least that length."""
    found: ScreenSpan | None = None
    end_ms: int | None = None
    for span in seen.spans:
        if span.state not in SCREEN_STATES:
            continue
        came_back = end_ms is None or span.start_ms - end_ms >= away_ms
        if came_back and span.app is not None:
            found = span
        end_ms = span.end_ms
    return found


def _stretches(spans: Iterable[ScreenSpan], seen: SeenDay) -> tuple[Stretch, ...]:
    """Spans of one kind that follow each other at once, joined."""
    found: list[Stretch] = []
    for span in _joined(spans):
        look = _LOOKS.get(span.state)
        if look is not None:
            start, end = _share(span.start_ms, seen), _share(span.end_ms, seen)
            found.append(Stretch(start, end, look, span))
    return tuple(found)


def _joined(spans: Iterable[ScreenSpan]) -> Iterable[ScreenSpan]:
    last: ScreenSpan | None = None
    for span in spans:
        if (
            last is not None
            and (last.app, last.state) == (span.app, span.state)
            and span.start_ms - last.end_ms < _JOINED_MS
        ):
            last = ScreenSpan(
                last.start_ms,
                max(span.end_ms - last.start_ms, 1),
                last.state,
                last.app,
                None,
                last.offset_q,
            )
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _share(at_ms: int, seen: SeenDay) -> float:
    return (at_ms - seen.start_ms) / (seen.end_ms - seen.start_ms)


def _length(spans: Iterable[ScreenSpan]) -> int:
    return sum(span.dur_ms for span in spans)


def _said(length_ms: int) -> str:
    return words.duration(length_ms)


def _when(span: ScreenSpan, offset: timedelta) -> str:
    text = translate("Today", "{start}–{end}")
    return text.format(
        start=wording.clock(span.start_ms, offset),
        end=wording.clock(span.end_ms, offset),
    )


def _span(what: object) -> ScreenSpan:
    if not isinstance(what, ScreenSpan):
        msg = f"a stretch stands for a span, not {what!r}"
        raise TypeError(msg)
    return what
