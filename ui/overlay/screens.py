"""A window over every monitor, where windows may place themselves."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QScreen, QWindow

from ui.overlay.cover import (
    PAINT_WITHIN_MS,
    Cover,
    Keyboard,
    MakeScene,
    PaintWatch,
)
from ui.overlay.scene import Scene
from ui.overlay.wishes import FreedScreen

SETTLE_MS = 400
"""A monitor that is plugged in moves and resizes a few times before it rests."""

TRIES = 3
"""So often in ``TRIES_IN_MS`` the windows come to the front again; whoever keeps
raising a window over them, like a screen lock, has a reason to."""

TRIES_IN_MS = 10_000

Screens = Callable[[], list[QScreen]]


@dataclass(frozen=True, slots=True)
class _Covered:
    """A monitor and the scene that covers it."""

    screen: QScreen
    name: str
    scene: Scene


class ScreenCover(Cover):
    """One frameless window for each monitor, above everything.

    On X11 no window manager manages these windows: they stand above panels and
    full-screen windows, on all workspaces, and get the keyboard only when they take it.
    Elsewhere they are full-screen windows like others.

    Args:
        make_scene: makes the scene for a monitor.
        keyboard: X11's; None elsewhere.
        paint_within_ms: a screen that painted nothing by then is freed.
    """

    def __init__(
        self,
        make_scene: MakeScene,
        *,
        keyboard: Keyboard | None = None,
        paint_within_ms: int = PAINT_WITHIN_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_scene = make_scene
        self._keyboard = keyboard
        self._covered: list[_Covered] = []
        self._shown = False
        self._freed: set[str] = set()
        self._has_keyboard = False
        self._tries = TRIES
        self._watch = PaintWatch(self, within_ms=paint_within_ms)
        self._watch.late.connect(self._late)
        self._settle = _one_shot(self, SETTLE_MS, self._sync)
        self._rest = _one_shot(self, TRIES_IN_MS, self._rested)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101  (for mypy)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.focusWindowChanged.connect(self._focus_moved)

    def scenes(self) -> list[Scene]:
        """The scenes that there are now."""
        return [covered.scene for covered in self._covered]

    def show(self) -> None:
        """Cover every monitor; said again, make sure that every one is."""
        if not self._shown:
            self._freed.clear()
        self._shown = True
        self._sync()

    def hide(self) -> None:
        """Free every monitor and give the keyboard back."""
        self._shown = False
        self._settle.stop()
        if self._has_keyboard and self._keyboard is not None:
            self._keyboard.give_back()
        self._has_keyboard = False
        while self._covered:
            self._drop(self._covered[-1])

    def quiet_ms(self) -> int | None:
        """Milliseconds since the last input; None: nobody knows."""
        return self._keyboard.quiet_ms() if self._keyboard else None

    def take_keyboard(self) -> None:
        """Let the scene under the pointer, or else the first, have the keyboard."""
        scene = self._scene_in_use()
        if scene is None:
            return
        if self._keyboard is None:
            scene.activateWindow()
        elif self._has_keyboard:
            self._keyboard.pass_on(int(scene.winId()))
        else:
            self._keyboard.lend(int(scene.winId()))
        self._has_keyboard = True

    def _scene_in_use(self) -> Scene | None:
        here = QGuiApplication.screenAt(QCursor.pos())
        for covered in self._covered:
            if covered.screen is here:
                return covered.scene
        return self._covered[0].scene if self._covered else None

    def _added(self, _: QScreen) -> None:
        if self._shown and not self._settle.isActive():
            self._settle.start()

    def _removed(self, screen: QScreen) -> None:
        for covered in [c for c in self._covered if c.screen is screen]:
            self._drop(covered)
        if self._shown and self._has_keyboard:
            self.take_keyboard()

    def _sync(self) -> None:
        """Make windows and monitors match."""
        screens = [s for s in QGuiApplication.screens() if not s.geometry().isEmpty()]
        for covered in [c for c in self._covered if c.screen not in screens]:
            self._drop(covered)
        have = [covered.screen for covered in self._covered]
        for screen in screens:
            if screen not in have and screen.name() not in self._freed:
                self._cover(screen)
        self._fit()

    def _cover(self, screen: QScreen) -> None:
        scene = self._make_scene()
        covered = _Covered(screen, screen.name(), scene)
        self._covered.append(covered)
        scene.setWindowFlags(_flags(managed=self._keyboard is None))
        scene.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        scene.setScreen(screen)
        scene.setGeometry(screen.geometry())
        scene.painted.connect(lambda: self._has_painted(covered))
        screen.geometryChanged.connect(self._fit)
        screen.logicalDotsPerInchChanged.connect(self._fit)
        self._watch.expect(covered)
        if self._keyboard is None:
            scene.showFullScreen()
        else:
            scene.show()
            scene.raise_()

    def _fit(self) -> None:
        first: QScreen | None = QGuiApplication.primaryScreen()
        for covered in self._covered:
            area = covered.screen.geometry()
            if covered.scene.geometry() != area:
                covered.scene.setGeometry(area)
            origin = first.geometry() if first else area
            shift = area.topLeft() - origin.topLeft()
            covered.scene.look_from(shift, origin.width())

    def _drop(self, covered: _Covered) -> None:
        self._covered.remove(covered)
        self._watch.forget(covered)
        covered.scene.hide()
        covered.scene.deleteLater()

    def _has_painted(self, covered: _Covered) -> None:
        self._watch.forget(covered)
        self.painted.emit()

    def _late(self, covered: _Covered) -> None:
        if covered in self._covered:
            self._drop(covered)
            self._freed.add(covered.name)
            self.screen_freed.emit(FreedScreen(covered.name))

    def _focus_moved(self, window: QWindow | None) -> None:
        """Come to the front again when a window of somebody else got in between."""
        if window is not None or not self._shown or not self._has_keyboard:
            return
        if self._tries == 0:
            return
        self._tries -= 1
        if not self._rest.isActive():
            self._rest.start()
        self._has_keyboard = False
        for covered in self._covered:
            covered.scene.raise_()
        self.keyboard_lost.emit()

    def _rested(self) -> None:
        self._tries = TRIES


def _flags(*, managed: bool) -> Qt.WindowType:
    flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    if managed:
        return Qt.WindowType.Window | flags
    return Qt.WindowType.Window | flags | Qt.WindowType.X11BypassWindowManagerHint


def _one_shot(parent: QObject, wait_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(call)
    return timer
