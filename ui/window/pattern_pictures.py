"""What is asked of patterns, as charts want it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from ui import words
from ui.charts.axis import axis_of_numbers
from ui.charts.bars import Bar, Measure
from ui.charts.dots import Dot
from ui.charts.heat_map import Grid
from ui.charts.ranks import Rank
from ui.charts.table import Table
from ui.window import wording
from unplug.usage.shown import (
    Change,
    Evening,
    FirstApp,
    Fragments,
    Heat,
    MoodDay,
    Row,
    Share,
    Weeks,
)

TOP = 8
"""So many apps or categories are shown; all are in the table."""
HOURS = 24
FIRST_HOUR = 4
translate = QCoreApplication.translate


def length(ms: float) -> str:
    """A length, as charts of this page say it."""
    return words.duration(int(ms))


def lengths(over: str, beside: str = "") -> Measure:
    """Screen time, over days or apps."""
    name = translate("Patterns", "Screen time")
    return Measure(name, length, beside=beside, over=over)


def counts(name: str, over: str) -> Measure:
    """Plain numbers, to one digit."""

    def say(x: float) -> str:
        whole = float(x).is_integer()
        return QLocale().toString(int(x)) if whole else QLocale().toString(x, "f", 1)

    return Measure(name, say, axis_of_numbers, over=over)


def hours() -> tuple[int, ...]:
    """The hours in the order of a day that starts at four."""
    return tuple((FIRST_HOUR + at) % HOURS for at in range(HOURS))


def heat_grid(heat: Heat) -> Grid:
    """The mean hour of each weekday."""
    days = wording.weekdays()
    return Grid(
        rows=tuple(wording.weekday(day) for day in days),
        columns=tuple(wording.hour(hour) for hour in hours()),
        values=tuple(
            tuple(
                heat.mean_ms(day, hour) if heat.days[day] else None for hour in hours()
            )
            for day in days
        ),
        column_names=tuple(wording.full_hour(hour) for hour in hours()),
    )


def heat_summary(heat: Heat) -> str:
    """Where most of the time goes, in a sentence."""
    week = range(len(heat.sums_ms))
    cells = [(heat.mean_ms(day, hour), day, hour) for day in week for hour in hours()]
    most, day, hour = max(cells)
    if not most:
        return translate("Patterns", "No screen time in this range.")
    text = translate("Patterns", "Most on {day} at {hour}: {length} on average.")
    return text.format(
        day=wording.weekday(day), hour=wording.full_hour(hour), length=length(most)
    )


def week_bars(weeks: Weeks) -> list[Bar]:
    """A bar a week; the last is marked when it differs clearly."""
    clear = weeks.change in (Change.LESS, Change.MORE)
    last = len(weeks.weeks) - 1
    return [
        Bar(
            wording.short_day(week.first),
            week.screen_ms / week.tracked if week.tracked else None,
            marked=clear and at == last,
        )
        for at, week in enumerate(weeks.weeks)
    ]


def week_summary(weeks: Weeks) -> str:
    """How the last whole week compares."""
    match weeks.change:
        case Change.UNKNOWN:
            return translate("Patterns", "Two whole weeks are needed to compare them.")
        case Change.SAME:
            return translate(
                "Patterns", "The last whole week was about the same as the one before."
            )
        case Change.LESS:
            text = translate(
                "Patterns",
                "The last whole week: {by} a day less than the one before "
                "(surely {low} to {high}).",
            )
        case _:
            text = translate(
                "Patterns",
                "The last whole week: {by} a day more than the one before "
                "(surely {low} to {high}).",
            )
    low, high = sorted((abs(weeks.low_ms), abs(weeks.high_ms)))
    return text.format(by=length(abs(weeks.by_ms)), low=length(low), high=length(high))


def share_ranks(shares: Sequence[Share]) -> list[Rank]:
    """The largest, beside the range before."""
    return [Rank(share.name, share.ms, share.before_ms) for share in shares[:TOP]]


def first_ranks(firsts: Sequence[FirstApp]) -> list[Rank]:
    """What is opened first, most often first."""
    return [Rank(first.name, first.n) for first in firsts[:TOP]]


def switch_bars(days: Sequence[Fragments]) -> list[Bar]:
    """Changes of app in an hour, day by day."""
    return [
        Bar(str(each.day.day), each.switches_an_hour, wording.short_day(each.day))
        for each in days
    ]


def switch_summary(days: Sequence[Fragments]) -> str:
    """Fragmentation in one sentence."""
    screen = sum(each.screen_ms for each in days)
    if not screen:
        return translate("Patterns", "No screen time in this range.")
    an_hour = sum(each.switches for each in days) * 3_600_000 / screen
    share = sum(each.long_ms for each in days) / screen
    text = translate(
        "Patterns",
        "{n} changes of app an hour; {share} % of the time in stretches of 25 minutes "
        "or more.",
    )
    return text.format(n=f"{an_hour:.0f}", share=f"{share * 100:.0f}")


def evening_bars(evenings: Sequence[Evening]) -> list[Bar]:
    """Screen time after eleven, evening by evening; late ones are marked."""
    return [
        Bar(
            str(each.day.day),
            each.late_ms,
            wording.short_day(each.day),
            marked=each.is_late,
        )
        for each in evenings
    ]


def evening_summary(evenings: Sequence[Evening]) -> str:
    """How many were late."""
    late = sum(each.is_late for each in evenings)
    text = translate("Patterns", "{late} of {all} evenings went on after 23:20.")
    return text.format(late=late, all=len(evenings))


def mood_dots(moods: Sequence[MoodDay]) -> list[Dot]:
    """Mood beside screen time, a dot a day."""
    return [
        Dot(wording.short_day(each.day), each.screen_ms, each.mark) for each in moods
    ]


def meeting_dots(moods: Sequence[MoodDay]) -> list[Dot]:
    """Mood beside people met, a dot a day."""
    return [Dot(wording.short_day(each.day), each.met, each.mark) for each in moods]


def day_rows(title: str, rows: Sequence[Row], *, counted: bool = False) -> Table:
    """The days behind a number."""
    value = translate("Patterns", "Times") if counted else translate("Patterns", "Time")
    headers = (translate("Patterns", "Day"), value)
    cells = tuple(
        (wording.long_day(row.day), str(row.n) if counted else wording.exact(row.ms))
        for row in rows
    )
    return Table(title, headers, cells)


def app_rows(title: str, rows: Sequence[Row], names: dict[str, str]) -> Table:
    """The apps behind a category."""
    headers = (translate("Patterns", "App"), translate("Patterns", "Time"))
    cells = tuple(
        (names.get(row.what, row.what), wording.exact(row.ms)) for row in rows
    )
    return Table(title, headers, cells)
