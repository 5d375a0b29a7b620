"""One slow breath after the other, as a ring that widens and narrows."""

from dataclasses import dataclass
from math import cos, pi

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.overlay.looks import Look
from ui.overlay.parts import text_font
from unplug.clock import Clock

FRAME_MS = 66
"""Fifteen pictures a second: as smooth as something this slow needs to be."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long a breath is drawn in and let out, in milliseconds."""

    in_ms: int
    out_ms: int

    @property
    def whole_ms(self) -> int:
        """One breath."""
        return self.in_ms + self.out_ms

    def drawing_in(self, at_ms: int) -> bool:
        """Whether it is being drawn in, so long after the start."""
        return at_ms % self.whole_ms < self.in_ms

    def fullness(self, at_ms: int) -> float:
        """How full the lungs are, 0 to 1."""
        at = at_ms % self.whole_ms
        if at < self.in_ms:
            return (1 - cos(pi * at / self.in_ms)) / 2
        return (1 + cos(pi * (at - self.in_ms) / self.out_ms)) / 2

    def to_turn_ms(self, at_ms: int) -> int:
        """How long until in becomes out, or out becomes in; at least one."""
        at = at_ms % self.whole_ms
        return max(1, (self.in_ms if at < self.in_ms else self.whole_ms) - at)


GUIDE = Rhythm(4_000, 6_000)
"""Six breaths a minute, longer out than in: what slow-breathing studies settle on."""

ONE_BREATH = Rhythm(4_000, 4_000)
"""The breath that leaving costs."""


class BreathRing(QWidget):
    """Breathes while it is shown; with reduced motion only its words change.

    Args:
        parent: what it stands on.
        clock: for the phase of the breath.
        rhythm: how fast.
    """

    def __init__(self, parent: QWidget, clock: Clock, rhythm: Rhythm) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rhythm = rhythm
        self._began_ms = 0
        self._look: Look | None = None
        self._unit = 16.0
        self._still = False
        self._drawing_in = True
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.CoarseTimer)
        self._frames.timeout.connect(self.step)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(translate("Overlay", "Breathing guide"))

    @property
    def word(self) -> str:
        """What to do now."""
        if self._drawing_in:
            return translate("Overlay", "breathe in")
        return translate("Overlay", "breathe out")

    def dress(self, look: Look, unit: float, *, still: bool) -> None:
        """Take colours, the size of text in pixels, and whether nothing may move."""
        self._look, self._unit, self._still = look, unit, still
        self.updateGeometry()
        self.update()
        if self._frames.isActive():
            self._arm()

    def begin(self, at_boot_ms: int) -> None:
        """Breathe from an instant of the boot clock on."""
        self._began_ms = at_boot_ms
        self.step()

    def step(self) -> None:
        """Show where the breath is now."""
        drawing_in = self._rhythm.drawing_in(self._at_ms())
        turned = drawing_in != self._drawing_in
        self._drawing_in = drawing_in
        if turned or not self._still:
            self.update()
        if self.isVisible():
            self._arm()

    def _arm(self) -> None:
        wait_ms = FRAME_MS
        if self._still:
            wait_ms = self._rhythm.to_turn_ms(self._at_ms())
        self._frames.start(wait_ms)

    def _at_ms(self) -> int:
        return max(0, self._clock.stamp().boot_ms - self._began_ms)

    def showEvent(self, event: QShowEvent) -> None:
        """Start to breathe."""
        super().showEvent(event)
        self.step()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest: a hidden ring costs nothing."""
        super().hideEvent(event)
        self._frames.stop()

    def sizeHint(self) -> QSize:
        """Wide enough for the words inside."""
        side = round(11 * self._unit)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Smaller where the screen is."""
        side = round(6.5 * self._unit)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, the ring around it, and the word."""
        del event
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 4
        full = 0.7 if self._still else self._rhythm.fullness(self._at_ms())
        centre = QRectF(self.rect()).center()
        accent = QColor(self._look.accent)
        painter.setPen(QPen(accent, 1.5))
        painter.drawEllipse(centre, side / 2, side / 2)
        accent.setAlphaF(0.16)
        painter.setBrush(accent)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = side / 2 * (0.62 + 0.38 * full)
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QColor(self._look.surface_ink))
        painter.setFont(text_font(min(self._unit, side / 7)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.word)
        painter.end()
