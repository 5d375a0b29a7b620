import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.active import activate
from tests.ui.fakes import NOON, FakeTracker, a_snapshot, surroundings
from ui.parts import Body, UndoOffer
from ui.window.page import Page, PageWish, Surroundings
from ui.window.pages import PageKind
from ui.window.window import NARROW_PX, MainWindow
from ui.wishes import PauseLength, PauseWish, QuitWish, ResumeWish
from unplug.engine.snapshot import Snapshot
from unplug.usage.states import State

pytestmark = pytest.mark.usefixtures("qtbot")


class Sheet(Page):
    """A page that remembers what it was told."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.refreshed = 0
        self.shown: list[Snapshot] = []
        self.looked_at: list[str] = []
        self.add(Body("words " * 60))

    def refresh(self) -> None:
        self.refreshed += 1

    def render_snapshot(self, snapshot: Snapshot) -> None:
        self.shown.append(snapshot)

    def look_at(self, about: str) -> None:
        self.looked_at.append(about)


class Rig:
    """A window of three pages."""

    def __init__(self, qtbot: QtBot) -> None:
        self.built: list[str] = []
        kinds = tuple(self.kind(name) for name in ("one", "two", "three"))
        self.window = MainWindow(surroundings(), kinds)
        qtbot.addWidget(self.window)
        self.window.come_forward()
        activate(qtbot, self.window)

    def kind(self, name: str) -> PageKind:
        def build(_around: Surroundings) -> Page:
            self.built.append(name)
            return Sheet(name)

        return PageKind(name, "today", name.title, build)

    def page(self) -> Sheet:
        assert isinstance(self.window.page, Sheet)
        return self.window.page


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    return Rig(qtbot)


def test_a_page_is_built_when_it_is_first_looked_at(rig: Rig) -> None:
    assert rig.built == ["one"]
    rig.window.bar.buttons["three"].click()
    rig.window.bar.buttons["one"].click()
    rig.window.bar.buttons["three"].click()
    assert rig.built == ["one", "three"]
    assert rig.page().refreshed == 2


def test_numbers_lead_to_the_pages(qtbot: QtBot, rig: Rig) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(rig.window, Qt.Key.Key_3, ctrl)
    assert rig.window.key == "three"
    assert rig.window.bar.buttons["three"].isChecked()
    qtbot.keyClick(rig.window, Qt.Key.Key_1, ctrl)
    assert rig.window.key == "one"


def test_arrows_lead_down_the_bar_and_back_again(qtbot: QtBot, rig: Rig) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    for wanted in ("two", "three", "one"):
        qtbot.keyClick(rig.window, Qt.Key.Key_Down, alt)
        assert rig.window.key == wanted
    qtbot.keyClick(rig.window, Qt.Key.Key_Up, alt)
    assert rig.window.key == "three"
    for key, wanted in (
        (Qt.Key.Key_Left, "one"),
        (Qt.Key.Key_Left, "three"),
        (Qt.Key.Key_Right, "one"),
    ):
        qtbot.keyClick(rig.window, key, alt)
        assert rig.window.key == wanted


def test_the_present_reaches_the_page_in_view_and_each_that_comes_into_it(
    rig: Rig,
) -> None:
    now = a_snapshot()
    first = rig.page()
    rig.window.render_snapshot(now)
    rig.window.go("two")
    assert first.shown == [now]
    assert rig.page().shown == [now]


def test_a_page_can_lead_to_something_on_another(rig: Rig) -> None:
    rig.page().page_requested.emit(PageWish("two", "Ada"))
    assert rig.window.key == "two"
    assert rig.page().looked_at == ["Ada"]


def test_what_a_page_wants_is_passed_on(qtbot: QtBot, rig: Rig) -> None:
    with qtbot.waitSignal(rig.window.wished) as asked:
        rig.page().wished.emit(QuitWish())
    assert asked.args == [QuitWish()]


def test_what_was_done_can_be_taken_back_for_a_moment(rig: Rig) -> None:
    undone: list[bool] = []
    rig.page().did.emit(UndoOffer("Ada was forgotten.", lambda: undone.append(True)))
    assert rig.window.toast.isVisible()
    assert rig.window.rect().contains(rig.window.toast.geometry())
    rig.window.toast.undo.click()
    assert undone == [True]
    assert not rig.window.toast.isVisible()


def test_the_bar_lies_at_the_foot_where_it_is_narrow(rig: Rig) -> None:
    bar, stack = rig.window.bar, rig.window.stack
    assert bar.geometry().right() < _in_window(stack, rig.window).x()
    rig.window.resize(NARROW_PX - 1, 700)
    assert bar.y() >= _in_window(stack, rig.window).bottom()
    rig.window.resize(NARROW_PX, 700)
    assert bar.geometry().right() < _in_window(stack, rig.window).x()


def test_pausing_is_at_hand_on_every_page(qtbot: QtBot, rig: Rig) -> None:
    more = rig.window.more
    with qtbot.waitSignal(rig.window.wished) as asked:
        more.pauses[PauseLength.QUARTER_HOUR].trigger()
    assert asked.args == [PauseWish(PauseLength.QUARTER_HOUR)]
    rig.window.render_snapshot(a_snapshot(state=State.PAUSED, paused_until=NOON))
    assert more.resume.isVisible()
    assert rig.window.bar.more.accessibleName() == "Paused"
    with qtbot.waitSignal(rig.window.wished) as asked:
        more.resume.trigger()
    assert asked.args == [ResumeWish()]


def test_notices_are_there_as_long_as_there_are_some(rig: Rig) -> None:
    rig.window.render_snapshot(a_snapshot(notices=("the disk is full",)))
    assert rig.window.notice.isVisible()
    rig.window.render_snapshot(a_snapshot())
    assert not rig.window.notice.isVisible()


def _in_window(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def test_made_up_data_is_said_to_be(qtbot: QtBot) -> None:
    for made_up in (False, True):
        tracker = FakeTracker()
        tracker.made_up = made_up
        window = MainWindow(surroundings(tracker))
        qtbot.addWidget(window)
        assert window.bar.demo.isHidden() is not made_up
