from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.fakes import FakeAutostart, FakeTracker, PipeSource, a_snapshot
from ui.reports import Trouble
from ui.tray.spec import Glyph
from ui.tray_app import AFTER_FACT_MS, AFTER_WAKE_MS, TrayApp
from ui.window.settings import SettingsPage
from ui.window.window import MainWindow
from ui.wishes import PauseLength
from unplug.errors import UnplugError
from unplug.settings import Tray
from unplug.usage.states import State

pytestmark = pytest.mark.usefixtures("qtbot")


class Rig:
    """The app on fakes."""

    def __init__(self, *, stuck: bool = False) -> None:
        self.tracker = FakeTracker()
        self.clock = FakeClock()
        self.autostart = FakeAutostart(stuck=stuck)
        self.app = TrayApp(
            tracker=self.tracker, autostart=self.autostart, clock=self.clock
        )
        self.app.start()

    def window(self) -> MainWindow:
        assert self.app.windows.window is not None
        return self.app.windows.window

    def tooltip(self) -> str:
        return self.app.tray.icon.toolTip().replace("\u00a0", " ")


@pytest.fixture
def rig() -> Iterator[Rig]:
    rig = Rig()
    yield rig
    rig.app.close()


def test_the_tray_shows_the_present_from_the_start(rig: Rig) -> None:
    assert rig.tooltip() == "2 h 14 today · usually 1 h 50 by now"
    assert not rig.app.tray.icon.icon().isNull()


def test_the_menu_names_as_many_apps_as_are_wanted_from_then_on(rig: Rig) -> None:
    top = rig.app.menu.day.top
    assert all(line.isVisible() for line in top)
    rig.app.look_as(Tray(top_apps=0))
    assert not any(line.isVisible() for line in top)


@pytest.mark.parametrize(
    ("at", "length"),
    [
        (0, timedelta(minutes=15)),
        (1, timedelta(hours=1)),
    ],
)
def test_each_pause_in_the_menu_pauses_for_so_long(
    rig: Rig, at: int, length: timedelta
) -> None:
    rig.app.menu.tracking.pauses.actions()[at].trigger()
    start = datetime(2026, 1, 1, tzinfo=UTC)
    assert rig.tracker.asked == [("pause", start + length)]
    assert rig.app.menu.tracking.resume.isVisible()
    rig.app.menu.tracking.resume.trigger()
    assert rig.tracker.asked[-1] == "resume"
    assert not rig.app.menu.tracking.resume.isVisible()


def test_tomorrow_is_left_to_tracking_which_knows_when_a_day_starts(
    rig: Rig,
) -> None:
    rig.app.menu.tracking.pauses.actions()[2].trigger()
    assert rig.tracker.asked == ["pause until tomorrow"]
    assert rig.app.menu.tracking.resume.isVisible()


def test_open_shows_the_window_and_its_wishes_arrive(rig: Rig) -> None:
    rig.app.menu.app.open.trigger()
    window = rig.window()
    assert window.isVisible()
    window.more.pauses[PauseLength.HOUR].trigger()
    assert rig.tracker.now.state is State.PAUSED
    assert window.more.resume.isVisible()
    window.more.resume.trigger()
    assert rig.tracker.now.state is State.ACTIVE


def test_start_at_login_is_switched_and_shown_everywhere(rig: Rig) -> None:
    rig.app.show_window("settings")
    rig.app.menu.app.login_start.trigger()
    assert rig.autostart.on
    page = rig.window().page
    assert isinstance(page, SettingsPage)
    assert page.login_start.isChecked()
    page.login_start.click()
    assert not rig.autostart.on


def test_a_stuck_switch_shows_how_things_really_are(qtbot: QtBot) -> None:
    rig = Rig(stuck=True)
    with qtbot.captureExceptions() as caught:
        rig.app.menu.app.login_start.trigger()
    assert [kind for kind, _, _ in caught] == [UnplugError]
    assert not rig.app.menu.app.login_start.isChecked()
    rig.app.close()


def test_opening_the_menu_brings_it_up_to_date(rig: Rig) -> None:
    rig.tracker.now = a_snapshot(135)
    rig.autostart.on = True
    rig.app.menu.menu.aboutToShow.emit()
    assert "2 h 15" in rig.app.menu.day.headline.text().replace("\u00a0", " ")
    assert rig.app.menu.app.login_start.isChecked()


def test_facts_in_a_burst_are_shown_once(qtbot: QtBot, rig: Rig) -> None:
    source = PipeSource()
    rig.tracker.watched = (source,)
    rig.app.loop.sync()
    taken = rig.tracker.snapshots
    for _ in range(5):
        with qtbot.waitSignal(rig.app.loop.heard):
            source.say()
    assert rig.tracker.snapshots == taken
    assert 0 < rig.app._refreshing.remainingTime() <= AFTER_FACT_MS * 1.06
    rig.clock.advance(AFTER_FACT_MS)
    with qtbot.waitSignal(rig.app.loop.heard):
        source.say()
    assert rig.tracker.snapshots == taken + 1
    rig.app.close()
    source.close()


def test_the_trackers_own_heartbeat_rarely_takes_a_snapshot(rig: Rig) -> None:
    taken = rig.tracker.snapshots
    for _ in range(60):
        rig.clock.advance(1000)
        rig.app.loop.woke.emit()
    assert rig.tracker.snapshots - taken <= 60_000 // AFTER_WAKE_MS


def test_while_nobody_is_there_nothing_ticks(rig: Rig) -> None:
    rig.tracker.now = a_snapshot(state=State.IDLE)
    rig.app.tracking_changed()
    assert not rig.app._refreshing.isActive()
    assert not rig.app.loop._deadline.isActive()


def test_a_minute_passing_is_shown_without_any_fact(rig: Rig) -> None:
    rig.tracker.now = a_snapshot(134.5)
    rig.app.tracking_changed()
    assert 25_000 < rig.app._refreshing.remainingTime() <= 31_500
    rig.tracker.now = a_snapshot(135)
    rig.app._refreshing.timeout.emit()
    assert rig.tooltip().startswith("2 h 15 today")


def test_a_trouble_is_shown_until_the_window_was_seen(rig: Rig) -> None:
    rig.app.trouble_met(Trouble("something went wrong, report saved at /x"))
    assert "something went wrong" in rig.tooltip()
    assert rig.app.tray._spec is not None
    assert rig.app.tray._spec.glyph is Glyph.TROUBLE
    rig.app.show_window()
    window = rig.window()
    assert "something went wrong" in window.notice.text.text()
    window.close()
    assert "something went wrong" not in rig.tooltip()


def test_closing_ends_tracking_once(rig: Rig) -> None:
    rig.app.close()
    rig.app.close()
    assert rig.tracker.asked == ["close"]
    assert not rig.app.tray.icon.isVisible()


def test_without_a_panel_the_window_comes_and_leaves_when_one_appears(
    rig: Rig,
) -> None:
    assert not rig.app.host.present
    rig.app._do_without_panel()
    window = rig.window()
    assert window.isVisible()
    assert "No tray here" in window.no_tray.text.text()
    assert window.no_tray.isVisible()
    before = rig.app.tray.icon
    window.lower()
    rig.app.host._registered("org.kde.StatusNotifierWatcher")
    assert rig.app.tray.icon is not before
    assert rig.app.tray.icon.isVisible()


def test_closing_the_window_ends_nothing_and_lets_go_of_it(
    qtbot: QtBot, rig: Rig
) -> None:
    rig.app.show_window()
    window = rig.window()
    with qtbot.waitSignal(window.destroyed):
        window.close()
    assert "close" not in rig.tracker.asked
    assert rig.app.windows.window is None
    rig.app.show_window()
    assert rig.window().isVisible()
