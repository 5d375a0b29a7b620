"""What covers the monitors: one scene on each, however this desktop does it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimerEvent, Signal

from ui.overlay.scene import Scene
from ui.overlay.wishes import FreedScreen

MakeScene = Callable[[], Scene]
PAINT_WITHIN_MS = 3_000


class Keyboard(Protocol):
    """The keyboard of a desktop on which windows have to ask for it themselves."""

    def quiet_ms(self) -> int | None:
        """Milliseconds since the last input; None: nobody knows."""

    def lend(self, window: int) -> None:
        """Give it to a window of ours, and remember who had it."""

    def pass_on(self, window: int) -> None:
        """Give it to another window of ours."""

    def give_back(self) -> None:
        """Return it to whoever had it."""


class Cover(QObject):
    """Keeps a scene on every monitor from ``show`` to ``hide``; this one has none.

    Signals:
        painted: a monitor shows its scene.
        keyboard_lost: somebody else took the keyboard that a scene had.
        screen_freed: carries a `FreedScreen` on which nothing was painted in time.
    """

    painted = Signal()
    keyboard_lost = Signal()
    screen_freed = Signal(FreedScreen)

    def scenes(self) -> list[Scene]:
        """The scenes that there are now."""
        return []

    def show(self) -> None:
        """Cover every monitor; said again, make sure that every one is."""

    def hide(self) -> None:
        """Free every monitor."""

    def quiet_ms(self) -> int | None:
        """Milliseconds since the last input; None: nobody knows."""
        return None

    def take_keyboard(self) -> None:
        """Let one of the scenes have the keyboard."""


class PaintWatch(QObject):
    """Says which screens have not been painted in time.

    Signals:
        late: the key of a screen that was expected.
    """

    late = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, within_ms: int = PAINT_WITHIN_MS
    ) -> None:
        super().__init__(parent)
        self._within_ms = within_ms
        self._timers: dict[int, object] = {}

    def expect(self, key: object) -> None:
        """Something should be painted there soon."""
        self.forget(key)
        self._timers[self.startTimer(self._within_ms)] = key

    def forget(self, key: object) -> None:
        """It was painted, or is no longer wanted."""
        for number in [n for n, waiting in self._timers.items() if waiting is key]:
            self.killTimer(number)
            del self._timers[number]

    def timerEvent(self, event: QTimerEvent) -> None:
        """One of them has waited long enough."""
        number = event.timerId()
        self.killTimer(number)
        key = self._timers.pop(number, None)
        if key is not None:
            self.late.emit(key)
