"""Days as patterns need them: digests, with what is not stored yet counted in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from unplug.days import number_of, split_by_day
from unplug.engine.patterns.digesting import digest_from
from unplug.store.digests import Numbers
from unplug.store.pattern_shelf import PatternShelf
from unplug.usage.digest import Digest
from unplug.usage.shown import DAYS_A_WEEK
from unplug.usage.states import SCREEN_STATES, ScreenSpan

MADE_AT_ONCE = 4
"""So many missing digests are made while somebody waits; the rest come later."""
Hours = tuple[int, tuple[int, ...]]
"""A day, and its screen time by hour of the local clock."""


class PatternDays:
    """The days of somebody's screen, up to now.

    Args:
        shelf: what is stored.
        today: the present local day.
        day_start_min: minutes after local midnight at which a day starts.
        waiting: spans that are not stored yet.
        made: digests that were made of what is stored now; more are put in.
    """

    def __init__(
        self,
        shelf: PatternShelf,
        today: date,
        day_start_min: int,
        waiting: Iterable[ScreenSpan] = (),
        made: dict[int, Digest] | None = None,
    ) -> None:
        self._digests = shelf.digests
        self._spans = shelf.spans
        self._today = number_of(today)
        self._made: dict[int, Digest] = {}
        self._made_of_stored = {} if made is None else made
        self._waiting: dict[int, list[ScreenSpan]] = defaultdict(list)
        self._waiting_ms: dict[int, Counter[str | None]] = defaultdict(Counter)
        for span in waiting:
            if span.state not in SCREEN_STATES:
                continue
            start_ms, offset_q = span.start_ms, span.offset_q
            for day, ms in split_by_day(start_ms, span.dur_ms, offset_q, day_start_min):
                self._waiting[day].append(span)
                self._waiting_ms[day][span.app] += ms

    def hours(self, first: date, last: date) -> tuple[list[Hours], int]:
        """The hours of each day, by day, and how many days are missing."""
        live, missing = self._live(first, last)
        stored = self._digests.hours(number_of(first), number_of(last))
        kept = [row for row in stored if row[0] not in live]
        made = [(day, digest.hours_ms) for day, digest in live.items()]
        return sorted([*kept, *made]), missing

    def heat(self, first: date, last: date) -> tuple[list[list[int]], list[int], int]:
        """Hours by weekday, from Monday, how many days had any, and how many miss."""
        live, missing = self._live(first, last)
        low, high = number_of(first), number_of(last)
        sums, days = [], []
        for weekday in range(DAYS_A_WEEK):
            of_hours, used = self._digests.heat(low, high, weekday)
            sums.append([*of_hours])
            days.append(used)
        stored = {day for day, _ in self._digests.hours(self._today, self._today)}
        for day, digest in live.items():
            weekday = (day + 3) % DAYS_A_WEEK
            if day not in stored:
                sums[weekday] = [*map(int.__add__, sums[weekday], digest.hours_ms)]
                days[weekday] += bool(digest.screen_ms)
        return sums, days, missing

    def late(
        self, first: date, last: date, hours: Sequence[int]
    ) -> list[tuple[int, int, int]]:
        """Each day, its screen time in some hours, and when the last of it was."""
        live, _ = self._live(first, last)
        stored = self._digests.late(number_of(first), number_of(last), hours)
        made = [
            (d.day, sum(d.hours_ms[hour] for hour in hours), d.last_ms)
            for d in live.values()
        ]
        return sorted([*(row for row in stored if row[0] not in live), *made])

    def numbers(self, first: date, last: date) -> list[Numbers]:
        """What is said of whole days, by day."""
        live, _ = self._live(first, last)
        stored = self._digests.numbers(number_of(first), number_of(last))
        made = [
            (d.day, d.screen_ms, d.switches, d.long_ms, d.last_ms)
            for d in live.values()
        ]
        return sorted([*(row for row in stored if row[0] not in live), *made])

    def firsts(self, first: date, last: date) -> list[tuple[int, dict[str, int]]]:
        """The first apps of each day, by day."""
        live, _ = self._live(first, last)
        stored = self._digests.firsts(number_of(first), number_of(last))
        kept = [row for row in stored if row[0] not in live]
        made = [(digest.day, digest.firsts) for digest in live.values()]
        return sorted([*kept, *made], key=_day)

    def screen_by_day(self, low: int, high: int) -> dict[int, int]:
        """Screen time of each day, by number, that has any."""
        ms = Counter(
            {day: ms for day, ms, *_ in self._digests.numbers(low, high) if ms}
        )
        undigested = self._digests.undigested(low, high)
        if len(undigested) > MADE_AT_ONCE:
            ms = Counter(self._spans.screen_by_day(low, high))
        else:
            for day in undigested:
                ms.update(self._spans.screen_by_day(day, day))
        for day, by_app in self.waiting_by_app(low, high).items():
            ms[day] += by_app.total()
        return dict(ms)

    def by_app(self, low: int, high: int) -> Counter[str]:
        """Screen time by app over some days."""
        ms: Counter[str] = Counter()
        for total in self._spans.by_app(low, high):
            if total.app is not None and total.state in SCREEN_STATES:
                ms[total.app] += total.ms
        for by_app in self.waiting_by_app(low, high).values():
            for app, of_app in by_app.items():
                if app is not None:
                    ms[app] += of_app
        return ms

    def waiting_by_app(self, low: int, high: int) -> dict[int, Counter[str | None]]:
        """What is not stored yet, by day and app."""
        return {day: ms for day, ms in self._waiting_ms.items() if low <= day <= high}

    def _live(self, first: date, last: date) -> tuple[dict[int, Digest], int]:
        """Digests made on the spot: of today, and of a few days that have none."""
        low, high = number_of(first), min(number_of(last), self._today)
        missing = self._digests.missing(low, high)
        at_once = {*missing[-MADE_AT_ONCE:]}
        at_once |= {day for day in self._waiting if low <= day <= high}
        for day in at_once - self._made.keys():
            self._made[day] = self._make(day)
        live = {day: self._made[day] for day in at_once}
        return live, len(set(missing) - at_once)

    def _make(self, day: int) -> Digest:
        if waiting := self._waiting.get(day):
            return digest_from(self._spans, day, waiting)
        if day not in self._made_of_stored:
            self._made_of_stored[day] = digest_from(self._spans, day)
        return self._made_of_stored[day]


def _day(row: tuple[int, object]) -> int:
    return row[0]
