"""The overlay as the rest of the app sees it: show, update, hide; wishes come out."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui import theme
from ui.overlay import wording
from ui.overlay.announcing import say
from ui.overlay.cover import Cover, MakeScene
from ui.overlay.keys import EARLY_MS, keyboard_wait_ms
from ui.overlay.looks import Look, day_part, look
from ui.overlay.scene import Scene
from ui.overlay.spec import Moment, SceneSpec
from ui.overlay.wishes import FreedScreen, LeaveWish
from unplug.clock import Clock

LONGEST_WAIT_MS = 60 * 60_000

REMARKED_MS = 30_000
"""A remark stays at least this long, and goes with the next change of the minute."""

MakeCover = Callable[[MakeScene], Cover]


class Overlay(QObject):
    """Shows a `SceneSpec` on every monitor.

    Signals:
        covered: every monitor shows its scene for the first time since ``show_spec``.
        computer_needed: the person needs the computer.
        leave_requested: carries a `LeaveWish`.
        stayed: the wish to leave is taken back.
        keyboard_taken: keys go to the overlay from now on.
        screen_freed: carries a `FreedScreen` on which nothing could be painted.

    Args:
        clock: for the time that is left, and the colours of the hour.
        make_cover: makes what covers monitors on this desktop.
    """

    covered = Signal()
    computer_needed = Signal()
    leave_requested = Signal(LeaveWish)
    stayed = Signal()
    keyboard_taken = Signal()
    screen_freed = Signal(FreedScreen)

    def __init__(
        self, *, clock: Clock, make_cover: MakeCover, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._spec: SceneSpec | None = None
        self._look: Look | None = None
        self._awaited = 0
        self._left_since_boot_ms = 0
        self._remarked_boot_ms = -REMARKED_MS
        self._cover = make_cover(self._make_scene)
        self._cover.painted.connect(self._painted)
        self._cover.keyboard_lost.connect(self._keyboard_lost)
        self._cover.screen_freed.connect(self.screen_freed)
        self._minute = _one_shot(self, self._tick)
        self._keyboard = _one_shot(self, self._ask_for_keyboard)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda *_: self._recolour())

    @property
    def showing(self) -> bool:
        """Whether the monitors are covered."""
        return self._spec is not None

    def scenes(self) -> list[Scene]:
        """The scenes that there are now."""
        return self._cover.scenes()

    def show_spec(self, spec: SceneSpec) -> None:
        """Cover every monitor, or change what they show."""
        fresh = self._spec is None
        self._spec = spec
        self._look = self._look_now()
        if fresh:
            self._awaited = -1
        for scene in self._cover.scenes():
            scene.dress(self._look)
            scene.render_spec(spec)
        self._cover.show()
        if fresh:
            self._awaited = len(self._cover.scenes())
            # Not before the scenes are there, for till then they are deaf.
            self._left_since_boot_ms = self._clock.stamp().boot_ms
            self._keyboard.start(EARLY_MS)
        self._arm(spec)

    def hide(self) -> None:
        """Free every monitor; safe to call when none is covered."""
        self._spec = None
        self._minute.stop()
        self._keyboard.stop()
        self._cover.hide()

    def remark(self) -> None:
        """Say kindly, for about a minute, that this is device-free time."""
        if self._spec is None:
            return
        self._remarked_boot_ms = self._clock.stamp().boot_ms
        for scene in self._cover.scenes():
            scene.calm.remark.say(wording.remark())

    def announce(self, moment: Moment) -> None:
        """Tell a screen reader, once and not for every monitor."""
        scenes = self._cover.scenes()
        if self._spec is None or not scenes:
            return
        left_ms = self._spec.ends_boot_ms - self._clock.stamp().boot_ms
        say(scenes[0], wording.announcement(moment, self._spec, left_ms))

    def _make_scene(self) -> Scene:
        if self._spec is None or self._look is None:
            msg = "there is nothing to show"
            raise RuntimeError(msg)
        spec = replace(self._spec, breathing=self._spec.breathing and not self.scenes())
        scene = Scene(clock=self._clock, look=self._look, spec=spec)
        scene.computer_needed.connect(self.computer_needed)
        scene.leave_requested.connect(self.leave_requested)
        scene.stayed.connect(self.stayed)
        return scene

    def _painted(self) -> None:
        if self._awaited > 0:
            self._awaited -= 1
            if self._awaited == 0:
                self.covered.emit()

    def _look_now(self) -> Look:
        local = self._clock.stamp().utc.astimezone()  # the C library's zone will do
        return look(day_part(local.hour), dark=theme.colours() is theme.DARK)

    def _recolour(self) -> None:
        if self._spec is not None:
            self._look = self._look_now()
            for scene in self._cover.scenes():
                scene.dress(self._look)

    def _tick(self) -> None:
        if self._spec is None:
            return
        self._recolour()
        now_ms = self._clock.stamp().boot_ms
        remarked = now_ms - self._remarked_boot_ms < REMARKED_MS
        for scene in self._cover.scenes():
            scene.refresh()
            if not remarked:
                scene.calm.remark.say("")
        self._arm(self._spec)

    def _arm(self, spec: SceneSpec) -> None:
        """Wake up when the time that is shown changes, and not before."""
        now_ms = self._clock.stamp().boot_ms
        wait_ms = wording.next_change_ms(max(1, spec.ends_boot_ms - now_ms))
        breath = spec.leaving.breath_until_boot_ms - now_ms if spec.leaving else 0
        if breath > 0:
            wait_ms = min(wait_ms, breath)
        self._minute.start(min(wait_ms, LONGEST_WAIT_MS))

    def _ask_for_keyboard(self) -> None:
        """Take the keyboard in a pause of typing; what is typed till then is safe."""
        if self._spec is None:
            return
        waited_ms = self._clock.stamp().boot_ms - self._left_since_boot_ms
        wait_ms = keyboard_wait_ms(self._cover.quiet_ms(), waited_ms)
        if wait_ms:
            self._keyboard.start(wait_ms)
        else:
            self._cover.take_keyboard()
            self.keyboard_taken.emit()

    def _keyboard_lost(self) -> None:
        self._left_since_boot_ms = self._clock.stamp().boot_ms
        self._keyboard.start(EARLY_MS)


def _one_shot(parent: QObject, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(call)
    return timer
