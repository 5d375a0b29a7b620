"""Somebody who needs the computer, in a session in some state, with only a keyboard."""

from datetime import timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from ui.overlay.scene import Scene
from ui.stage import ScreenStage
from ui.wishes import SessionWish
from unplug.engine.sessions.door import DeviceFree
from unplug.errors import UnplugError
from unplug.sessions.events import UnplugNow
from unplug.sessions.plan import Strictness
from unplug.sessions.terms import Terms
from unplug.settings import Reading
from unplug.store.database import Database

OUT_WITHIN_MS = 15_000
EVERY_MS = 700  # a second try of Escape, for somebody who is unsure
KEYS = [
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_F4, Qt.Key.Key_Left, Qt.Key.Key_Enter),
]


class Leaver:
    """The app's own parts, from the key to the database, on a clock of its own.

    Args:
        folder: for the database.
        rng: what states there are.
    """

    def __init__(self, folder: Path, rng: Random) -> None:
        self.clock = FakeClock()
        self._rng = rng
        self._database = Database(folder / "data", self.clock)
        self.stage = ScreenStage(self.clock)
        self.stage.wished.connect(self._grant)
        self.sessions = DeviceFree(
            clock=self.clock,
            database=lambda: self._database,
            stage=self.stage,
            offline=lambda _on: None,
        )

    def leave_once(self) -> int:
        """Begin a session, do anything, and then leave by keyboard.

        Returns:
            How long the way out took, in milliseconds.
        """
        self._begin()
        self._do_anything()
        began_ms = self.clock.stamp().boot_ms
        while self.stage._overlay.showing:
            self._press(Qt.Key.Key_Escape)
            self._pass(EVERY_MS)
            taken_ms = self.clock.stamp().boot_ms - began_ms
            if taken_ms > 4 * OUT_WITHIN_MS:
                break
        taken_ms = self.clock.stamp().boot_ms - began_ms
        self.stage.hide_overlay()
        self._pass(11 * 60_000)  # the question how it felt is over
        return taken_ms

    def close(self) -> None:
        """Let go of everything."""
        self.sessions.close()
        self.stage.close()
        self._database.close()

    def _begin(self) -> None:
        rng = self._rng
        strictness = rng.choice((Strictness.FIRM, Strictness.PROMISE))
        self.stage.reading = Reading(text_percent=rng.choice((80, 100, 150, 200)))
        terms = Terms(
            strictness=strictness,
            keeps_end=False,
            title=rng.choice(("", "Evening off")),
            purpose=rng.choice(("", "a walk")),
        )
        length = timedelta(minutes=rng.choice((2, 30, 600, 5_000)))
        for_ms = length // timedelta(milliseconds=1)
        self.sessions.unplugging.wish(UnplugNow(for_ms=for_ms, terms=terms))
        QApplication.processEvents()
        self._pass(rng.choice((0, 1_000, 2_500, 20_000, 70_000)))

    def _do_anything(self) -> None:
        """Type, ask to leave, take it back, give reasons; as it comes."""
        for _ in range(self._rng.randrange(25)):
            self._press(self._rng.choice(KEYS))
            self._pass(self._rng.choice((30, 120, 400, 900, 3_000, 9_000)))
            if not self.stage._overlay.showing:
                self._begin()

    def _press(self, key: Qt.Key) -> None:
        if not self.stage._overlay.showing:
            return
        scene: Scene = self.stage._overlay.scenes()[0]
        text = chr(key).lower() if key < Qt.Key.Key_Escape else ""
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, none, text)
        QApplication.sendEvent(scene.focusWidget() or scene, event)

    def _pass(self, ms: int) -> None:
        """Time passes, as under a loop that serves every deadline."""
        end_ms = self.clock.stamp().mono_ms + ms
        while (left_ms := end_ms - self.clock.stamp().mono_ms) > 0:
            wait_ms = self.sessions.next_deadline_ms()
            if wait_ms is None or wait_ms > left_ms:
                self.clock.advance(left_ms)
                return
            self.clock.advance(max(1, wait_ms))
            self.sessions.look()

    def _grant(self, wish: SessionWish) -> None:
        try:
            self.sessions.wish(wish.name, *wish.arguments)
        except UnplugError:
            return  # no early end is left; the way out is another
