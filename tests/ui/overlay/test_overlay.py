from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.overlay.rooms import MIN_MS, a_scene, a_spec
from ui.overlay.cover import Cover, MakeScene, PaintWatch
from ui.overlay.keys import EARLY_MS
from ui.overlay.overlay import Overlay
from ui.overlay.scene import Scene
from ui.overlay.screens import ScreenCover
from ui.overlay.spec import Comfort, Leaving, Moment


class FakeKeyboard:
    """Lends itself; says how long it was quiet."""

    def __init__(self, quiet_ms: int | None = 10_000) -> None:
        self.quiet: int | None = quiet_ms
        self.said: list[str] = []

    def quiet_ms(self) -> int | None:
        return self.quiet

    def lend(self, window: int) -> None:
        self.said.append("lent")
        assert window

    def pass_on(self, window: int) -> None:
        self.said.append("passed on")
        assert window

    def give_back(self) -> None:
        self.said.append("given back")


class TwoMonitors(Cover):
    """Keeps two scenes, and notes who asked for the keyboard."""

    def __init__(self, make_scene: MakeScene) -> None:
        super().__init__()
        self.make_scene = make_scene
        self.kept: list[Scene] = []
        self.quiet: int | None = 10_000
        self.keyboard_taken = 0

    def scenes(self) -> list[Scene]:
        return self.kept

    def show(self) -> None:
        while len(self.kept) < 2:
            self.kept.append(self.make_scene())
            self.kept[-1].show()

    def hide(self) -> None:
        while self.kept:
            self.kept.pop().deleteLater()

    def quiet_ms(self) -> int | None:
        return self.quiet

    def take_keyboard(self) -> None:
        self.keyboard_taken += 1


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def overlay(qtbot: QtBot, clock: FakeClock) -> Iterator[Overlay]:
    del qtbot
    made = Overlay(clock=clock, make_cover=TwoMonitors)
    yield made
    made.hide()
    QApplication.processEvents()


def cover_of(overlay: Overlay) -> TwoMonitors:
    cover = overlay._cover
    assert isinstance(cover, TwoMonitors)
    return cover


def timer_of(overlay: Overlay, name: str) -> QTimer:
    timer = getattr(overlay, name)
    assert isinstance(timer, QTimer)
    return timer


def figures(overlay: Overlay) -> list[str]:
    return [
        scene.calm.figures.full_text.replace("\u00a0", " ")
        for scene in overlay.scenes()
    ]


def test_every_monitor_shows_the_same_time_left(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock, left_min=84))
    assert figures(overlay) == ["1 h 24", "1 h 24"]


def test_it_sleeps_until_the_shown_minute_changes(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock, left_min=83.5))
    minute = timer_of(overlay, "_minute")
    assert minute.interval() == MIN_MS // 2
    clock.advance(MIN_MS // 2)
    minute.timeout.emit()
    assert figures(overlay) == ["1 h 23", "1 h 23"]
    assert minute.interval() == MIN_MS


def test_shown_again_after_a_sleep_it_tells_the_time_that_is_left(
    overlay: Overlay, clock: FakeClock
) -> None:
    spec = a_spec(clock, left_min=84)
    overlay.show_spec(spec)
    clock.sleep(30 * MIN_MS)
    overlay.show_spec(spec)
    assert figures(overlay) == ["54 min", "54 min"]


def test_the_keyboard_is_asked_for_after_two_seconds(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock))
    keyboard = timer_of(overlay, "_keyboard")
    assert keyboard.interval() == EARLY_MS
    assert cover_of(overlay).keyboard_taken == 0
    clock.advance(EARLY_MS)
    keyboard.timeout.emit()
    assert cover_of(overlay).keyboard_taken == 1


def test_the_keyboard_stays_with_somebody_who_types(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock))
    cover_of(overlay).quiet = 0
    clock.advance(EARLY_MS)
    timer_of(overlay, "_keyboard").timeout.emit()
    assert cover_of(overlay).keyboard_taken == 0
    clock.advance(EARLY_MS * 2)
    timer_of(overlay, "_keyboard").timeout.emit()
    assert cover_of(overlay).keyboard_taken == 1


def test_a_lost_keyboard_is_asked_for_as_politely(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock))
    clock.advance(60_000)
    cover_of(overlay).keyboard_lost.emit()
    timer_of(overlay, "_keyboard").timeout.emit()
    assert cover_of(overlay).keyboard_taken == 0


def test_a_change_of_the_session_does_not_begin_the_deaf_time_anew(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock))
    clock.advance(5_000)
    leaving = Leaving(clock.stamp().boot_ms + 8_000)
    overlay.show_spec(a_spec(clock, leaving=leaving))
    assert all(scene.shown_for_ms() == 5_000 for scene in overlay.scenes())
    assert all(scene.leaving.isVisible() for scene in overlay.scenes())


def test_it_wakes_when_the_breath_is_over(overlay: Overlay, clock: FakeClock) -> None:
    leaving = Leaving(clock.stamp().boot_ms + 8_000, asks_reason=True)
    overlay.show_spec(a_spec(clock, leaving=leaving))
    assert timer_of(overlay, "_minute").interval() == 8_000


def test_wishes_of_any_monitor_come_out(
    qtbot: QtBot, overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock, can_end=True))
    clock.advance(5_000)
    with qtbot.waitSignal(overlay.computer_needed, timeout=1_000):
        overlay.scenes()[1].need.click()
    with qtbot.waitSignal(overlay.leave_requested, timeout=1_000):
        overlay.scenes()[0].end.click()


def test_only_one_monitor_breathes_from_the_start(
    overlay: Overlay, clock: FakeClock
) -> None:
    overlay.show_spec(a_spec(clock, breathing=True))
    assert [scene.calm.breathing for scene in overlay.scenes()] == [True, False]


def test_hidden_it_needs_nothing_any_more(overlay: Overlay, clock: FakeClock) -> None:
    overlay.show_spec(a_spec(clock))
    overlay.hide()
    assert not overlay.showing
    assert not timer_of(overlay, "_minute").isActive()
    assert not timer_of(overlay, "_keyboard").isActive()
    assert overlay.scenes() == []
    overlay.announce(Moment.HALF)


def test_a_window_covers_the_screen_exactly(qtbot: QtBot, clock: FakeClock) -> None:
    cover = ScreenCover(lambda: a_scene(clock), keyboard=FakeKeyboard())
    with qtbot.waitSignal(cover.painted, timeout=5_000):
        cover.show()
    screens = QGuiApplication.screens()
    areas = [scene.geometry() for scene in cover.scenes()]
    assert areas == [screen.geometry() for screen in screens]
    cover.hide()
    assert cover.scenes() == []


def test_shown_twice_there_is_one_window_for_each_screen(
    qtbot: QtBot, clock: FakeClock
) -> None:
    cover = ScreenCover(lambda: a_scene(clock), keyboard=FakeKeyboard())
    with qtbot.waitSignal(cover.painted, timeout=5_000):
        cover.show()
        cover.show()
    assert len(cover.scenes()) == len(QGuiApplication.screens())
    cover.hide()


def test_a_screen_that_goes_away_is_dropped_at_once(
    qtbot: QtBot, clock: FakeClock
) -> None:
    del qtbot
    cover = ScreenCover(lambda: a_scene(clock), keyboard=FakeKeyboard())
    cover.show()
    cover._removed(QGuiApplication.primaryScreen())
    assert cover.scenes() == []
    cover.hide()


def test_the_keyboard_is_given_back_at_the_end(qtbot: QtBot, clock: FakeClock) -> None:
    del qtbot
    keyboard = FakeKeyboard()
    cover = ScreenCover(lambda: a_scene(clock), keyboard=keyboard)
    cover.show()
    cover.take_keyboard()
    cover.hide()
    assert keyboard.said == ["lent", "given back"]


def test_a_keyboard_that_was_never_taken_is_not_given_back(
    qtbot: QtBot, clock: FakeClock
) -> None:
    del qtbot
    keyboard = FakeKeyboard()
    cover = ScreenCover(lambda: a_scene(clock), keyboard=keyboard)
    cover.show()
    cover.hide()
    assert keyboard.said == []


class Unpainted(Scene):
    """A scene that never gets to paint."""

    def paintEvent(self, event: object) -> None:
        pass


def test_a_screen_that_painted_nothing_in_time_is_freed(
    qtbot: QtBot, clock: FakeClock
) -> None:
    spec = a_spec(clock, comfort=Comfort())
    cover = ScreenCover(
        lambda: Unpainted(clock=clock, look=a_scene(clock).look, spec=spec),
        keyboard=FakeKeyboard(),
        paint_within_ms=1,
    )
    with qtbot.waitSignal(cover.screen_freed, timeout=5_000):
        cover.show()
    assert cover.scenes() == []
    cover.show()
    assert cover.scenes() == []  # not again in this session
    cover.hide()
    cover.show()
    assert len(cover.scenes()) == len(QGuiApplication.screens())
    cover.hide()


def test_a_screen_that_was_painted_is_not_late(qtbot: QtBot) -> None:
    watch = PaintWatch(within_ms=1)
    watch.expect("left")
    watch.forget("left")
    watch.expect("right")
    with qtbot.waitSignal(watch.late, timeout=5_000) as late:
        pass
    assert late.args == ["right"]
