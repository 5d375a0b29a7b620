"""Where screen time went: the answer of ``unplug usage``."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from unplug.clock import from_ms, to_ms
from unplug.days import (
    DAY_MS,
    QUARTER_MS,
    date_of,
    number_of,
    split_by_day,
    start_of,
)
from unplug.engine.screen_time.looking import Records
from unplug.store.totals import HOUR_MS, UsageReader
from unplug.usage import totals
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State
from unplug.usage.totals import Totals

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""Days that can be asked for; beyond them the arithmetic of dates ends soon."""
GROUPINGS = ("app", "category", "hour", "day", "state")
CategoryOf = Callable[[str, str | None], str]
States = dict[State, int]
Grouped = dict[str | None, States]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        first: the first local day.
        last: the last one, included.
        by: one of ``GROUPINGS``.
        zone: the desktop's zone.
        day_start_min: minutes after midnight at which a day starts.
        category_of: says the category of an app and a title.
        titles: whether titles are kept, so that categories may depend on them.
    """

    first: date
    last: date
    by: str
    zone: ZoneInfo
    day_start_min: int
    category_of: CategoryOf
    titles: bool = False

    @property
    def start(self) -> datetime:
        """Where the first day starts."""
        return start_of(self.first, self.zone, self.day_start_min)

    @property
    def end(self) -> datetime:
        """Where the day after the last one starts."""
        after = self.last + timedelta(days=1)
        return start_of(after, self.zone, self.day_start_min)


def report(records: Records, question: Question) -> dict[str, object]:
    """The answer by the contract: rows and their total, durations in seconds."""
    waiting = list(_in_days(records.waiting, question))
    by_state = _by_state(records.stored, waiting, question)
    by = question.by
    if by == "state":
        rows = [_state_row(state, ms) for state, ms in by_state.items() if ms]
    else:
        grouped = _GROUPERS[by](records.stored, waiting, question)
        rows = [_row(by, key, states) for key, states in _ordered(by, grouped)]
    return {
        "from": question.start.isoformat(),
        "to": question.end.isoformat(),
        "by": by,
        "rows": rows,
        "total": Totals.of(by_state).in_seconds(),
    }


def _by_state(
    stored: UsageReader | None, waiting: Iterable[ScreenSpan], asked: Question
) -> States:
    sums = dict.fromkeys(State, 0)
    if stored is not None:
        sums |= stored.by_state(number_of(asked.first), number_of(asked.last))
    for span in waiting:
        sums[span.state] += span.dur_ms
    return sums


def _by_app(
    stored: UsageReader | None, waiting: Iterable[ScreenSpan], asked: Question
) -> Grouped:
    grouped: Grouped = {}
    if stored is not None:
        first, last = number_of(asked.first), number_of(asked.last)
        for total in stored.by_app(first, last):
            _add(grouped, total.app, total.state, total.ms)
    for span in waiting:
        _add(grouped, span.app, span.state, span.dur_ms)
    return grouped


def _by_category(
    stored: UsageReader | None, waiting: list[ScreenSpan], asked: Question
) -> Grouped:
    grouped: Grouped = {}
    titled: Counter[tuple[str, State]] = Counter()
    if asked.titles:
        for span in _titled(stored, waiting, asked):
            app = span.app or ""
            titled[app, span.state] += span.dur_ms
            category = asked.category_of(app, span.title)
            _add(grouped, category, span.state, span.dur_ms)
    for name, states in _by_app(stored, waiting, asked).items():
        if name is None:
            grouped[None] = states
            continue
        category = asked.category_of(name, None)
        for state, ms in states.items():
            _add(grouped, category, state, ms - titled[name, state])
    return grouped


def _titled(
    stored: UsageReader | None, waiting: Iterable[ScreenSpan], asked: Question
) -> Iterator[ScreenSpan]:
    """The asked time whose app and title are still known, one by one."""
    kept: Iterable[ScreenSpan] = ()
    if stored is not None:
        # A zone that the user has left may be a day away from the present one.
        start_ms, end_ms = to_ms(asked.start) - DAY_MS, to_ms(asked.end) + DAY_MS
        kept = _in_days(stored.spans(start_ms, end_ms), asked)
    for spans in (kept, waiting):
        for span in spans:
            if span.app is not None and span.title is not None:
                yield span


def _by_day(
    stored: UsageReader | None, waiting: Iterable[ScreenSpan], asked: Question
) -> Grouped:
    grouped: Grouped = {}
    if stored is not None:
        days = stored.by_day(number_of(asked.first), number_of(asked.last))
        for day, states in days.items():
            for state, ms in states.items():
                _add(grouped, date_of(day).isoformat(), state, ms)
    for span in waiting:
        day, _ = next(_days_of(span, asked))
        _add(grouped, date_of(day).isoformat(), span.state, span.dur_ms)
    return grouped


def _by_hour(
    stored: UsageReader | None, waiting: Iterable[ScreenSpan], asked: Question
) -> Grouped:
    hours: list[tuple[datetime, States]] = []
    if stored is not None:
        kept = stored.by_clock_hour(number_of(asked.first), number_of(asked.last))
        hours += [(_hour_start(*hour), states) for hour, states in kept.items()]
    # They are cut to days already, in whatever zone that was.
    bounds = (to_ms(asked.start) - DAY_MS, to_ms(asked.end) + DAY_MS)
    for start, total in totals.by_hour(waiting, *bounds).items():
        hours.append((start, total.by_state_ms()))
    grouped: Grouped = {}
    for start, states in sorted(hours, key=lambda hour: (hour[0], hour[0].utcoffset())):
        for state, ms in states.items():
            _add(grouped, start.isoformat(), state, ms)
    return grouped


_GROUPERS: dict[
    str, Callable[[UsageReader | None, list[ScreenSpan], Question], Grouped]
] = {"app": _by_app, "category": _by_category, "hour": _by_hour, "day": _by_day}


def _in_days(spans: Iterable[ScreenSpan], asked: Question) -> Iterable[ScreenSpan]:
    """The spans cut at local day starts, those of the asked days only."""
    first, last = number_of(asked.first), number_of(asked.last)
    for span in spans:
        start_ms = span.start_ms
        for day, ms in _days_of(span, asked):
            if first <= day <= last:
                yield replace(span, start_ms=start_ms, dur_ms=ms)
            start_ms += ms


def _days_of(span: ScreenSpan, asked: Question) -> Iterator[tuple[int, int]]:
    return split_by_day(span.start_ms, span.dur_ms, span.offset_q, asked.day_start_min)


def _hour_start(hour: int, offset_q: int) -> datetime:
    """The start of an hour of the local clock, with the offset that held."""
    offset_ms = offset_q * QUARTER_MS
    zone = timezone(timedelta(milliseconds=offset_ms))
    return from_ms(hour * HOUR_MS - offset_ms).astimezone(zone)


def _ordered(by: str, grouped: Grouped) -> list[tuple[str | None, States]]:
    """Only what has screen time; by time for apps, in order for hours and days."""
    rows = [(key, states) for key, states in grouped.items() if _screen_ms(states)]
    if by == "hour":
        return rows
    if by == "day":
        return sorted(rows, key=lambda row: row[0] or "")
    return sorted(rows, key=lambda row: -_screen_ms(row[1]))


def _screen_ms(states: States) -> int:
    return sum(states.get(state, 0) for state in SCREEN_STATES)


def _add(grouped: Grouped, key: str | None, state: State, ms: int) -> None:
    states = grouped.setdefault(key, {})
    states[state] = states.get(state, 0) + ms


def _row(by: str, key: str | None, states: States) -> dict[str, object]:
    return {
        by: key,
        "active_s": states.get(State.ACTIVE, 0) / 1000,
        "watching_s": states.get(State.WATCHING, 0) / 1000,
    }


def _state_row(state: State, ms: int) -> dict[str, object]:
    row = _row("state", state.name.lower(), {state: ms})
    return {**row, "s": ms / 1000}
