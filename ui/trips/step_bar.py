"""Where a trip stands, as a row of steps; words carry it, colour only helps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme

_DOT_PX = 6 * theme.GRID_PX


class StepBar(QWidget):
    """Steps from left to right, the present one named in full.

    Args:
        name: what the steps are of, for screen readers.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._steps: tuple[str, ...] = ()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def render_steps(self, steps: Sequence[str], at: int) -> None:
        """Show the steps, and which is the present one."""
        self._steps, self._at = tuple(steps), at
        self.setAccessibleName(f"{self._name}: {steps[at]} ({at + 1}/{len(steps)})")
        self.update()

    def sizeHint(self) -> QSize:
        """The dots, and a line of words below them."""
        high = _DOT_PX + theme.GRID_PX + self._metrics().height()
        return QSize(60 * theme.GRID_PX, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, what joins them, and the words."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        wide = self.width() / len(self._steps)
        middles = [self._mirrored(wide * (at + 0.5)) for at in range(len(self._steps))]
        y = _DOT_PX / 2
        for at in range(1, len(middles)):
            painter.setPen(colours.ink("accent" if at <= self._at else "edge"))
            painter.drawLine(QPointF(middles[at - 1], y), QPointF(middles[at], y))
        roomy = wide > max(self._metrics().horizontalAdvance(s) for s in self._steps)
        for at, (middle, step) in enumerate(zip(middles, self._steps, strict=True)):
            self._paint_dot(painter, colours, at, QPointF(middle, y))
            if roomy or at == self._at:
                self._paint_word(painter, colours, at, step, middle)
        painter.end()

    def _paint_dot(
        self, painter: QPainter, colours: theme.Colours, at: int, middle: QPointF
    ) -> None:
        done, here = at < self._at, at == self._at
        side = _DOT_PX / 2 - 1
        painter.setPen(colours.ink("accent" if done or here else "edge"))
        painter.setBrush(colours.ink("accent" if done or here else "surface"))
        painter.drawEllipse(middle, side, side)
        if done:
            spot = QRect(0, 0, _DOT_PX - 8, _DOT_PX - 8)
            spot.moveCenter(middle.toPoint())
            icons.paint(painter, "check", spot.toRectF(), colours.ink("on_accent"))
            return
        painter.setPen(colours.ink("on_accent" if here else "quiet"))
        painter.setFont(theme.font(theme.TYPE.small, bold=here))
        spot = QRect(0, 0, _DOT_PX, _DOT_PX)
        spot.moveCenter(middle.toPoint())
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def _paint_word(
        self,
        painter: QPainter,
        colours: theme.Colours,
        at: int,
        step: str,
        middle: float,
    ) -> None:
        here = at == self._at
        painter.setFont(theme.font(theme.TYPE.small, bold=here))
        painter.setPen(colours.ink("text" if here else "quiet"))
        metrics = self._metrics()
        wide = metrics.horizontalAdvance(step) + 2 * theme.GRID_PX
        left = min(max(0, round(middle - wide / 2)), max(0, self.width() - wide))
        spot = QRect(left, _DOT_PX + theme.GRID_PX, wide, metrics.height())
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, step)

    def _mirrored(self, x: float) -> float:
        return self.width() - x if self.isRightToLeft() else x

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(theme.TYPE.small, bold=True))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font and scheme."""
        kinds = (QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
