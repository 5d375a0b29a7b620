"""The picture of an insight, as one of our charts."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui import insight_words, words
from ui.charts.axis import axis_of_lengths, axis_of_numbers
from ui.charts.bars import Bar, Bars, Measure
from ui.charts.chart import Chart
from ui.charts.dots import Dot, Dots
from ui.charts.heat_map import Grid, HeatMap
from ui.window import wording
from unplug.usage.insights.values import Chart as Kind
from unplug.usage.insights.values import (
    Count,
    Evidence,
    Hour,
    Insight,
    Length,
    Mark,
    Number,
    Value,
    Weekday,
)

translate = QCoreApplication.translate
_HOURS = 24
NameOf = Callable[[str], str]


def picture_of(insight: Insight, name: str, name_of: NameOf) -> Chart:
    """Paint an insight.

    Args:
        insight: which.
        name: what to call the picture.
        name_of: says what an app is called.
    """
    picture = insight.picture
    match picture.chart:
        case Kind.DOTS:
            return _dots(picture.points, name, name_of)
        case Kind.HEAT:
            return _heat(picture.points, set(picture.marked), name)
        case Kind.BARS | Kind.PAIRS:
            pairs = picture.chart is Kind.PAIRS
            return _bars(picture.points, set(picture.marked), name, name_of, pairs)


def number(value: Value | None) -> float | None:
    """A value as a chart measures it; None where there is none."""
    match value:
        case Length(ms):
            return ms
        case Count(n) | Hour(n) | Weekday(n):
            return n
        case Number(x) | Mark(x):
            return x
        case _:
            return None


def _measure(value: Value | None, name_of: NameOf, name: str = "") -> Measure:
    """How values like this one are put into words."""
    name = name or translate("Insight", "Value")
    over, beside = translate("Insight", "What"), translate("Insight", "beside")
    if isinstance(value, Length):

        def length(x: float) -> str:
            return insight_words.shown(Length(int(x)), name_of)

        return Measure(name, length, axis_of_lengths, beside, over)

    def plain(x: float) -> str:
        whole = float(x).is_integer()
        return insight_words.shown(Count(int(x)) if whole else Number(x), name_of)

    return Measure(name, plain, axis_of_numbers, beside, over)


def _bars(
    points: tuple[Evidence, ...],
    marked: set[int],
    name: str,
    name_of: NameOf,
    pairs: bool,  # noqa: FBT001  (by its caller alone)
) -> Chart:
    first = points[0].value if points else None
    chart = Bars(name, _measure(first, name_of), lines=9)
    chart.render_bars(
        [
            Bar(
                insight_words.shown(point.label, name_of),
                number(point.value),
                beside=number(point.beside) if pairs else None,
                marked=at in marked,
            )
            for at, point in enumerate(points)
        ],
        name,
    )
    return chart


def _dots(points: tuple[Evidence, ...], name: str, name_of: NameOf) -> Chart:
    first = points[0] if points else None
    across = _measure(first.beside if first else None, name_of)
    up = _measure(first.value if first else None, name_of)
    chart = Dots(name, across, up)
    chart.render_dots(
        [
            Dot(
                insight_words.shown(point.label, name_of),
                number(point.beside) or 0.0,
                number(point.value) or 0.0,
            )
            for point in points
        ],
        name,
    )
    return chart


def _heat(points: tuple[Evidence, ...], marked: set[int], name: str) -> Chart:
    days = wording.weekdays()
    values: list[list[float | None]] = [[None] * _HOURS for _ in days]
    spots = set()
    for at, point in enumerate(points):
        weekday, hour = number(point.label), number(point.beside)
        if weekday is None or hour is None:
            continue
        spot = (days.index(int(weekday)), int(hour) % _HOURS)
        values[spot[0]][spot[1]] = number(point.value)
        if at in marked:
            spots.add(spot)
    chart = HeatMap(
        name,
        lambda ms: words.duration(int(ms)),
        corner=translate("Insight", "Day"),
    )
    grid = Grid(
        tuple(wording.weekday(day, short=True) for day in days),
        tuple(wording.hour(hour) for hour in range(_HOURS)),
        tuple(tuple(row) for row in values),
        tuple(wording.full_hour(hour) for hour in range(_HOURS)),
        frozenset(spots),
    )
    chart.render_grid(grid, name)
    return chart
