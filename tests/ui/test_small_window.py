import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fakes import NOON, a_snapshot
from ui import theme
from ui.small_window import SmallWindow
from ui.wishes import LoginWish, PauseLength, PauseWish
from unplug.engine.snapshot import AppTime, Snapshot
from unplug.usage.states import State

pytestmark = pytest.mark.usefixtures("qtbot")

LONG = AppTime("x", "A very long name of an app & its <b>friends</b> " * 4, 3_600_000)


@pytest.fixture
def window(qtbot: QtBot) -> SmallWindow:
    window = SmallWindow(has_tray=True)
    qtbot.addWidget(window)
    window.render_snapshot(a_snapshot())
    window.show()
    return window


def test_the_day_can_be_read_by_a_screen_reader(window: SmallWindow) -> None:
    name = window.ring.accessibleName().replace("\u00a0", " ")
    assert name == "2 h 14 today · usually 1 h 50 by now"
    names = [bar.accessibleName().replace("\u00a0", " ") for bar in window.bars]
    assert names == ["Firefox, 1 h 02", "Code, 41 min", "Foot, 12 min"]


def test_each_pause_button_asks_for_its_length(
    qtbot: QtBot, window: SmallWindow
) -> None:
    for length in PauseLength:
        with qtbot.waitSignal(window.pause_requested) as asked:
            window.pauses[length].click()
        assert asked.args == [PauseWish(length)]


def test_a_pause_can_be_ended_where_it_was_begun(
    qtbot: QtBot, window: SmallWindow
) -> None:
    window.activateWindow()
    window.pauses[PauseLength.HOUR].setFocus()
    window.render_snapshot(a_snapshot(state=State.PAUSED, paused_until=NOON))
    assert window.resume.isVisible()
    assert window.focusWidget() is window.resume
    with qtbot.waitSignal(window.resume_requested):
        window.resume.click()


def test_start_at_login_and_quit_ask_for_what_they_say(
    qtbot: QtBot, window: SmallWindow
) -> None:
    with qtbot.waitSignal(window.login_start_requested) as asked:
        window.login_start.click()
    assert asked.args == [LoginWish(on=True)]
    with qtbot.waitSignal(window.quit_requested):
        window.quit.click()


def test_escape_puts_it_away(qtbot: QtBot, window: SmallWindow) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.put_away):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_everything_that_can_be_pressed_can_be_reached_by_tab(
    qtbot: QtBot, window: SmallWindow
) -> None:
    window.activateWindow()
    window.setFocus()
    reached: set[QWidget] = set()
    for _ in range(12):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
    assert buttons
    assert set(buttons) <= reached


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize(
    "snapshot",
    [
        a_snapshot(0, None, top=()),
        a_snapshot(75, None),
        a_snapshot(725, 150, top=(LONG, LONG, LONG), notices=("disk full " * 20,) * 2),
        a_snapshot(state=State.PAUSED, paused_until=NOON),
    ],
)
def test_no_part_lies_over_another(
    window: SmallWindow, scheme: theme.Colours, snapshot: Snapshot
) -> None:
    window.ring.recolour(scheme)
    window.render_snapshot(snapshot)
    parts = [
        child.geometry()
        for child in window.children()
        if isinstance(child, QWidget) and child.isVisible()
    ]
    for at, one in enumerate(parts):
        assert window.rect().contains(one)
        assert not any(one.intersects(other) for other in parts[at + 1 :])


def test_it_shrinks_again_once_a_notice_is_gone(window: SmallWindow) -> None:
    before = window.height()
    window.render_snapshot(a_snapshot(notices=("disk full " * 20,)))
    assert window.height() > before
    window.render_snapshot(a_snapshot())
    assert window.height() == before


def test_without_a_tray_it_says_how_to_find_it_again(window: SmallWindow) -> None:
    window.render_tray(present=False)
    assert "Start unplug again" in window.footnote.text()
    window.render_tray(present=True)
    assert "tray" in window.footnote.text()
