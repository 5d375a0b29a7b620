from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.active import activate
from tests.ui.pointing import point
from ui import theme
from ui.charts.axis import axis_of_lengths, axis_of_numbers
from ui.charts.band import Band, BandWords, Course
from ui.charts.bars import Bar, Bars, Measure
from ui.charts.chart import Chart
from ui.charts.dots import Dot, Dots
from ui.charts.heat_map import Grid, HeatMap
from ui.charts.table import Table
from ui.charts.timeline import Lane, Look, Stretch, StretchWords, Tick, Timeline

HOUR_MS = 3_600_000
HOURS = Measure("Time", lambda ms: f"{ms / HOUR_MS:.1f} h", over="Day")


def bars() -> Bars:
    chart = Bars("Week", HOURS)
    chart.render_bars(
        [Bar(day, at * HOUR_MS, marked=at == 3) for at, day in enumerate("MTWTFSS")],
        "More at the week's end.",
    )
    return chart


def heat_map() -> HeatMap:
    chart = HeatMap("Hours", lambda ms: f"{ms:.0f}", corner="Day")
    values = tuple(tuple(float(row * 4 + at) for at in range(4)) for row in range(3))
    chart.render_grid(Grid(("Mon", "Tue", "Wed"), ("a", "b", "c", "d"), values))
    return chart


def band() -> Band:
    words = BandWords("Time", "Today", "Usual", "Range", lambda ms: f"{ms:.0f}")
    chart = Band("Course", words)
    names = tuple(str(at) for at in range(10))
    rising = tuple(at * 1e6 for at in range(10))
    chart.render_course(Course(names, names, rising[:6], rising, rising, rising))
    return chart


def timeline() -> Timeline:
    words = StretchWords(str, ("What",), lambda what: (str(what),))
    chart = Timeline("Day", words)
    first = tuple(
        Stretch(at / 10, at / 10 + 0.05, look, f"one {at}")
        for at, look in enumerate(Look)
    )
    second = tuple(
        Stretch(at / 10, at / 10 + 0.0001, Look.FULL, f"two {at}") for at in range(9)
    )
    chart.render_lanes(
        [Lane("One", first), Lane("Two", second, 1)], [Tick(0.5, "x")], 0.9
    )
    return chart


def dots() -> Dots:
    marks = Measure("Mood", str, axis_of_numbers)
    chart = Dots("Both", HOURS, marks)
    chart.render_dots([Dot("a", HOUR_MS, 2), Dot("b", 3 * HOUR_MS, 5)])
    return chart


CHARTS = (bars, heat_map, band, timeline, dots)
Made = Callable[[], Chart]


@pytest.fixture(params=CHARTS, ids=lambda make: make.__name__)
def chart(qtbot: QtBot, request: pytest.FixtureRequest) -> Chart:
    chart: Chart = request.param()
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    activate(qtbot, chart)
    return chart


def test_every_mark_can_be_reached_by_keys_and_read_out(
    qtbot: QtBot, chart: Chart
) -> None:
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    reached = [chart.read_out]
    for _ in range(len(chart.marks) - 1):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        reached.append(chart.read_out)
    assert reached == [mark.text for mark in chart.marks]
    assert all(reached)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.read_out == ""


def test_what_is_pointed_at_is_read_out_and_opens_when_clicked(
    qtbot: QtBot, chart: Chart
) -> None:
    last = len(chart.marks) - 1
    spot = chart.marks[last].box.center().toPoint()
    point(chart, spot)
    assert chart.read_out == chart.marks[last].text
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [last]


def test_enter_opens_a_mark_or_gives_the_table(qtbot: QtBot, chart: Chart) -> None:
    chart.setFocus()
    chart.point_at(None)
    with qtbot.waitSignal(chart.table_requested):
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(chart.opened):
        qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_every_number_is_in_the_table(chart: Chart) -> None:
    table = chart.table()
    assert table.title == chart.accessibleName()
    assert table.rows
    assert len(table.as_csv().splitlines()) == len(table.rows) + 1


@pytest.mark.parametrize("make", CHARTS)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_it_is_painted_for_the_scale_of_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Made, scale: float
) -> None:
    chart = make()
    monkeypatch.setattr(type(chart), "devicePixelRatioF", lambda _: scale)
    qtbot.addWidget(chart)
    chart.resize(501, 201)
    picture = chart._still()
    assert picture.size() == chart.size() * scale
    assert picture.devicePixelRatio() == scale


@pytest.mark.parametrize("make", CHARTS)
def test_it_is_mirrored_where_one_reads_from_right_to_left(
    qtbot: QtBot, make: Made
) -> None:
    chart = make()
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    before = [mark.box for mark in chart.marks]
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for was, mark in zip(before, chart.marks, strict=True):
        assert mark.box.center().x() == pytest.approx(600 - was.center().x(), abs=1)


def test_a_narrow_stretch_can_still_be_pointed_at(qtbot: QtBot) -> None:
    chart = timeline()
    qtbot.addWidget(chart)
    chart.resize(600, 200)
    chart.show()
    box = chart.marks[8].box
    point(chart, QPoint(round(box.x()), round(box.center().y())))
    assert chart.read_out == "two 3"


def test_up_and_down_lead_to_the_next_row(qtbot: QtBot) -> None:
    chart = heat_map()
    qtbot.addWidget(chart)
    chart.resize(600, 200)
    activate(qtbot, chart)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.read_out == "Tue, b\n5"
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.read_out == "Mon, b\n1"


def test_what_matters_is_told_by_shape_as_well(qtbot: QtBot) -> None:
    chart = bars()
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    colours = theme.colours()
    image = chart._still().toImage()
    box = chart.marks[3].box
    above = chart._high(3 * HOUR_MS) - 5
    spot = image.pixelColor(round(box.center().x()), round(above))
    assert spot == QColor(colours.over)


def test_darker_means_more_in_a_heat_map(qtbot: QtBot) -> None:
    chart = heat_map()
    qtbot.addWidget(chart)
    for colours in (theme.LIGHT, theme.DARK):
        ground = colours.ink("surface")
        steps = [chart._ink(colours, float(value)) for value in range(12)]
        ratios = [theme.contrast(step, ground) for step in steps]
        assert ratios == sorted(ratios)
        assert ratios[-1] > ratios[0]


def test_no_cell_is_a_formula() -> None:
    table = Table("t", ("App",), (("=1+1",), ("@x",), ("plain",)))
    assert table.as_csv().split() == ["App", "'=1+1", "'@x", "plain"]


def test_a_table_of_ragged_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="a row has 1 cells, not 2"):
        Table("t", ("One",), (("a", "b"),))


@given(st.floats(0, 1e9))
def test_an_axis_ends_on_a_line_at_or_above_the_highest(highest: float) -> None:
    for axis in (axis_of_lengths(highest), axis_of_numbers(highest)):
        assert axis.top >= highest * 0.999
        assert axis.ticks[-1] == pytest.approx(axis.top)
        assert 2 <= len(axis.ticks) <= 6
