from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.ui.active import activate
from tests.ui.fakes import MIN_MS, NOON, FakeTracker, a_snapshot, surroundings
from tests.ui.pointing import point
from ui.window.page import PageWish
from ui.window.rows import RowsDialog
from ui.window.today import TodayPage
from ui.wishes import MoodWish
from unplug.engine.snapshot import Coming
from unplug.usage.baseline import Band
from unplug.usage.states import State

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def tracker() -> FakeTracker:
    return FakeTracker()


@pytest.fixture
def page(qtbot: QtBot, tracker: FakeTracker) -> TodayPage:
    page = TodayPage(surroundings(tracker))
    qtbot.addWidget(page)
    page.resize(800, 1200)
    page.render_snapshot(tracker.snapshot())
    page.refresh()
    activate(qtbot, page)
    return page


def rows(page: TodayPage) -> list[list[str]]:
    """The rows that were opened last."""
    view = page.findChildren(RowsDialog)[-1].findChild(QTableView)
    assert view is not None
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_longest_time_without_a_break_is_named_and_opens_to_its_rows(
    page: TodayPage,
) -> None:
    assert "56 min" in plain(page.longest.accessibleName())
    page.longest.click()
    assert [row[4] for row in rows(page)] == ["Code", "Firefox", "Vlc"]
    assert [row[3] for row in rows(page)] == ["active", "active", "watching"]


def test_the_first_app_after_coming_back_is_named(page: TodayPage) -> None:
    assert page.first.accessibleName().endswith("Foot")
    page.first.click()
    assert rows(page)[-2][4] == "Foot"


def test_the_days_course_ends_now_and_says_when_a_usual_will_be_known(
    page: TodayPage,
) -> None:
    table = page.course.chart.table()
    assert len(table.rows) == 97
    assert plain(table.rows[32][1]) == "1 h 46"
    assert table.rows[33][1] == "–"
    assert "three such days" in page.course.says.text()


def test_the_usual_is_a_band_around_a_median(
    tracker: FakeTracker, page: TodayPage
) -> None:
    hour = 60 * MIN_MS
    tracker.days.usual = Band((hour,) * 97, (hour // 2,) * 97, 5)
    page.refresh()
    cells = [plain(cell) for cell in page.course.chart.table().rows[40]]
    assert cells[2:] == ["1 h", "30 min–1 h 30"]
    assert page.course.says.isHidden()


def test_each_app_has_a_lane_and_its_time(page: TodayPage) -> None:
    description = plain(page.timeline.chart.accessibleDescription())
    assert description.startswith("At the screen: 1 h 46, Firefox: 41 min")
    assert "Foot: 10 min" in description
    states = {row[3] for row in page.timeline.chart.table().rows}
    assert {"active", "watching", "away", "screen locked", "device-free"} == states


def test_a_stretch_is_read_out_by_pointing_and_by_the_arrows(
    qtbot: QtBot, page: TodayPage
) -> None:
    chart = page.timeline.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.read_out.startswith("Firefox, active")
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.read_out.startswith("away")
    point(chart, chart.marks[2].box.center().toPoint())
    assert "25 min" in plain(chart.read_out)


def test_days_before_are_reached_by_arrows_and_lead_back_to_the_present(
    qtbot: QtBot, page: TodayPage
) -> None:
    assert not page.range.later.isEnabled()
    assert page.mood.isVisible()
    page.range.earlier.click()
    assert page.range.range.first == NOON.date() - timedelta(days=1)
    assert "in all" in page.ring.accessibleName()
    assert not page.mood.isVisible()
    qtbot.keyClick(page.range, Qt.Key.Key_PageUp)
    assert page.range.range.first == NOON.date() - timedelta(days=2)
    page.range.present.click()
    assert page.range.range.first == NOON.date()
    assert page.title.text() == "Today"


def test_at_the_days_end_it_goes_on_with_the_new_day(
    tracker: FakeTracker, page: TodayPage
) -> None:
    day = timedelta(days=1)
    tracker.days.present += day
    page.render_snapshot(replace(tracker.snapshot(), at=NOON + day))
    assert page.range.range.first == tracker.days.present


def test_a_day_without_anything_says_what_will_come(
    tracker: FakeTracker, page: TodayPage
) -> None:
    tracker.days.spans_of = ()
    page.refresh()
    assert page.empty.isVisible()
    assert not page.timeline.isVisible()
    assert not page.longest.isVisible()


def test_what_is_next_is_said_and_leads_to_sessions(
    qtbot: QtBot, page: TodayPage
) -> None:
    assert "No device-free time planned" in page.next.accessibleName()
    start = NOON + timedelta(days=1, hours=6)
    snapshot = a_snapshot(state=State.ACTIVE)
    coming = Coming("Evening", start, start + timedelta(hours=2))
    object.__setattr__(snapshot, "coming", coming)
    page.render_snapshot(snapshot)
    assert page.next.accessibleName().startswith("Evening, tomorrow")
    with qtbot.waitSignal(page.page_requested) as asked:
        page.next.click()
    assert asked.args == [PageWish("sessions")]


def test_a_mood_is_one_tap_and_a_word_if_one_likes(
    qtbot: QtBot, page: TodayPage
) -> None:
    page.mood.word.setText(" after a walk ")
    with qtbot.waitSignal(page.wished) as asked:
        page.mood.marks[4].click()
    assert asked.args == [MoodWish(4, "after a walk")]
    assert page.mood.word.text() == ""
    assert page.mood.thanks.isVisible()
