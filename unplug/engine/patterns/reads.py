"""What the Patterns page asks, and the rows behind each of its numbers.

Ranges of days have both ends included. All is answered from digests and totals, so a
range of ten years takes no longer than a page may; what is not summed up yet is left
out and counted (`Heat.missing`). Today counts up to now, with what is not stored yet.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from unplug.clock import to_ms
from unplug.days import DAY_MS, date_of, day_at, day_number, number_of, start_of
from unplug.engine.patterns.days import PatternDays
from unplug.store.pattern_shelf import PatternShelf
from unplug.store.rollups import first_day_of, month_number
from unplug.usage.digest import HOURS, Digest
from unplug.usage.insights import weeks as compare
from unplug.usage.shown import (
    DAYS_A_WEEK,
    LATE_FROM_HOUR,
    Change,
    Evening,
    FirstApp,
    Fragments,
    Heat,
    Meeting,
    MoodDay,
    Row,
    Share,
    Week,
    Weeks,
)
from unplug.usage.states import ScreenSpan

BY_MONTH_DAYS = 400
"""Longer ranges are told by month."""
_SEED = 2_026


class PatternReads:
    """Questions about patterns, as of one moment.

    Args:
        shelf: what is stored.
        now: the moment, aware.
        zone: where the user is.
        day_start_min: minutes after local midnight at which a day starts.
        waiting: spans that are not stored yet.
        made: digests that were made of what is stored now; more are put in.
        category_of: says the category of an app and a title.
        name_of: says what an app is called.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        shelf: PatternShelf,
        now: datetime,
        zone: ZoneInfo,
        day_start_min: int,
        waiting: tuple[ScreenSpan, ...] = (),
        made: dict[int, Digest] | None = None,
        category_of: Callable[[str, str | None], str],
        name_of: Callable[[str], str] = str,
    ) -> None:
        self._shelf = shelf
        self._spans = shelf.spans
        self._zone = zone
        self._day_start_min = day_start_min
        self._category_of = category_of
        self._name_of = name_of
        self.today = day_at(now, zone, day_start_min)
        self._days = PatternDays(shelf, self.today, day_start_min, waiting, made)
        self._apps: dict[tuple[date, date], Counter[str]] = {}

    def extent(self) -> tuple[date, date] | None:
        """The first and the last day of which anything is known; None: of none."""
        extent = self._spans.extent_days()
        return None if extent is None else (date_of(extent[0]), self.today)

    def heat(self, first: date, last: date) -> Heat:
        """Screen time by weekday and hour."""
        sums, days, missing = self._days.heat(first, last)
        return Heat(first, last, tuple(map(tuple, sums)), tuple(days), missing)

    def heat_rows(
        self, first: date, last: date, weekday: int, hour: int
    ) -> tuple[Row, ...]:
        """The days behind one cell of `heat`, the latest first."""
        rows = (
            Row(date_of(day), ms=of_day[hour])
            for day, of_day in reversed(self._days.hours(first, last)[0])
            if (day + 3) % DAYS_A_WEEK == weekday
        )
        return tuple(row for row in rows if row.ms)

    def weeks(self, last: date, count: int = 12, first_weekday: int = 0) -> Weeks:
        """Weeks beside each other, up to the one with a day in it.

        Args:
            last: a day of the last week.
            count: how many.
            first_weekday: the day on which a week starts, 0 for Monday.
        """
        ahead = (last.weekday() - first_weekday) % DAYS_A_WEEK
        start = number_of(last) - ahead
        first = start - (count - 1) * DAYS_A_WEEK
        ms = self._days.screen_by_day(
            first - compare.PAST_DAYS, start + DAYS_A_WEEK - 1
        )
        shown = tuple(
            _week(ms, first + number * DAYS_A_WEEK) for number in range(count)
        )
        whole = start + DAYS_A_WEEK
        until = whole if whole <= number_of(self.today) else start
        rng = Random(f"{_SEED} {until}")  # noqa: S311  (chance, no secret)
        found = compare.compared(ms, until, rng)
        if found is None:
            return Weeks(shown)
        less = Change.LESS if found.by < 0 else Change.MORE
        change = less if found.is_clear else Change.SAME
        return Weeks(
            shown, change, round(found.by), round(found.low), round(found.high)
        )

    def apps(self, first: date, last: date) -> tuple[Share, ...]:
        """Screen time by app beside the range just before, most first."""
        now, before = self._by_app(first, last), self._by_app(*_before(first, last))
        return _shares(now, before, self._name_of)

    def categories(self, first: date, last: date) -> tuple[Share, ...]:
        """Screen time by category beside the range just before, most first."""
        now = self._by_category(self._by_app(first, last))
        before = self._by_category(self._by_app(*_before(first, last)))
        return _shares(now, before, str)

    def category_rows(self, first: date, last: date, category: str) -> tuple[Row, ...]:
        """The apps behind a category, most first."""
        return tuple(
            Row(first, ms=ms, what=app)
            for app, ms in self._by_app(first, last).most_common()
            if self._category_of(app, None) == category
        )

    def app_rows(self, first: date, last: date, app: str) -> tuple[Row, ...]:
        """The days behind an app's time, the latest first; months in a long range."""
        low, high = number_of(first), number_of(last)
        if high - low < BY_MONTH_DAYS:
            by_day = Counter(self._spans.app_by_day(app, low, high))
            for day, by_app in self._days.waiting_by_app(low, high).items():
                by_day[day] += by_app[app]
            rows = [(date_of(day), ms) for day, ms in by_day.items() if ms]
        else:
            months = self._spans.app_by_month(
                app, month_number(low), month_number(high)
            )
            rows = [(date_of(first_day_of(month)), ms) for month, ms in months.items()]
        return tuple(
            Row(day, ms=ms, what=app) for day, ms in sorted(rows, reverse=True)
        )

    def fragments(self, first: date, last: date) -> tuple[Fragments, ...]:
        """How broken up each day with screen time was, by day."""
        return tuple(
            Fragments(date_of(day), switches, screen_ms, long_ms)
            for day, screen_ms, switches, long_ms, _ in self._days.numbers(first, last)
            if screen_ms
        )

    def evenings(self, first: date, last: date) -> tuple[Evening, ...]:
        """How late it got on each day that was tracked, by day."""
        start = self._day_start_min // 60
        late = range((LATE_FROM_HOUR - start) % HOURS, HOURS)
        hours = [(start + step) % HOURS for step in late]
        return tuple(
            Evening(date_of(day), late_ms, last_ms)
            for day, late_ms, last_ms in self._days.late(first, last, hours)
        )

    def first_apps(self, first: date, last: date) -> tuple[FirstApp, ...]:
        """What is opened first after coming back to the screen, most often first."""
        counts: Counter[str] = Counter()
        for _, firsts in self._days.firsts(first, last):
            counts.update(firsts)
        of = counts.total()
        return tuple(
            FirstApp(app, self._name_of(app), n, of)
            for app, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )

    def first_app_rows(self, first: date, last: date, app: str) -> tuple[Row, ...]:
        """The days behind an app's place among the first, the latest first."""
        return tuple(
            Row(date_of(day), n=firsts[app], what=app)
            for day, firsts in reversed(self._days.firsts(first, last))
            if app in firsts
        )

    def mood_days(self, first: date, last: date) -> tuple[MoodDay, ...]:
        """The days with a mood note beside screen time and people met, by day."""
        marks: dict[int, list[int]] = defaultdict(list)
        words: dict[int, list[str]] = defaultdict(list)
        low = to_ms(start_of(first, self._zone, self._day_start_min)) - DAY_MS
        high = to_ms(start_of(last, self._zone, self._day_start_min)) + 3 * DAY_MS
        for mood in self._shelf.moods.moods(low, high):
            day = day_number(mood.at_ms, mood.offset_q, self._day_start_min)
            if number_of(first) <= day <= number_of(last):
                marks[day].append(mood.mark)
                words[day] += [mood.word] if mood.word else []
        screen = (
            self._days.screen_by_day(number_of(first), number_of(last)) if marks else {}
        )
        met = _met(self.meetings(first, last) if marks else ())
        return tuple(
            MoodDay(
                day=date_of(day),
                mark=sum(of_day) / len(of_day),
                notes=len(of_day),
                words=tuple(words[day]),
                screen_ms=screen.get(day, 0),
                met=met[date_of(day)],
            )
            for day, of_day in sorted(marks.items())
        )

    def meetings(self, first: date, last: date) -> tuple[Meeting, ...]:
        """Meetings and calls, the latest first."""
        return self._shelf.meetings(first, last)

    def _by_app(self, first: date, last: date) -> Counter[str]:
        if (first, last) not in self._apps:
            by_app = self._days.by_app(number_of(first), number_of(last))
            self._apps[first, last] = by_app
        return self._apps[first, last]

    def _by_category(self, by_app: Counter[str]) -> Counter[str]:
        ms: Counter[str] = Counter()
        for app, of_app in by_app.items():
            ms[self._category_of(app, None)] += of_app
        return ms


def _before(first: date, last: date) -> tuple[date, date]:
    """The range of the same length just before."""
    length = last - first + timedelta(days=1)
    return first - length, first - timedelta(days=1)


def _shares(
    now: Counter[str], before: Counter[str], name_of: Callable[[str], str]
) -> tuple[Share, ...]:
    keys = sorted(now | before, key=lambda key: (-now[key], -before[key], key))
    return tuple(Share(key, name_of(key), now[key], before[key]) for key in keys)


def _week(ms: dict[int, int], start: int) -> Week:
    days = range(start, start + DAYS_A_WEEK)
    by_day = tuple(ms.get(day, 0) for day in days)
    return Week(date_of(start), by_day, sum(day in ms for day in days))


def _met(meetings: Iterable[Meeting]) -> Counter[date]:
    """How many people were met in person on each day."""
    who: dict[date, set[str]] = defaultdict(set)
    for meeting in meetings:
        if not meeting.call:
            who[meeting.day].update(meeting.who)
    return Counter({day: len(people) for day, people in who.items()})
