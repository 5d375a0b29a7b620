"""A face that says how something felt, to be pressed."""

from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.overlay import wording
from ui.overlay.looks import Look
from ui.overlay.parts import KeyButton, text_font
from ui.overlay.spec import FEELINGS

MIDDLE = 3


class FaceButton(KeyButton):
    """A face with a name under it, drawn by us: fonts differ about emoji.

    Args:
        parent: what it stands on.
        felt: 1 to 5.
    """

    def __init__(self, parent: QWidget, felt: int) -> None:
        super().__init__(parent)
        self.felt = felt
        self.say(wording.feeling(felt))

    def sizeHint(self) -> QSize:
        """The face, its name, and some room."""
        metrics = QFontMetrics(text_font(0.9 * self.text_px))
        wide = max(metrics.horizontalAdvance(wording.feeling(f)) for f in FEELINGS)
        width = max(wide, self.face_px) + round(1.4 * self.text_px)
        high = self.face_px + metrics.height() + round(1.5 * self.text_px)
        return QSize(width, high)

    @property
    def face_px(self) -> int:
        """The diameter of the face."""
        return round(2.6 * self.text_px)

    def paint_inside(self, painter: QPainter, look: Look) -> None:
        """Paint the face and its name."""
        ink = QColor(look.surface_ink)
        top = 0.6 * self.text_px
        face = QRectF(
            (self.width() - self.face_px) / 2, top, self.face_px, self.face_px
        )
        self._paint_face(painter, face, ink)
        font = text_font(0.9 * self.text_px)
        painter.setPen(ink)
        painter.setFont(font)
        below = QRectF(self.rect())
        below.setTop(face.bottom() + 0.15 * self.text_px)
        text = f"{self.felt} · {self.text()}" if self.key else self.text()
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_face(self, painter: QPainter, face: QRectF, ink: QColor) -> None:
        size = face.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, max(1.4, size / 22))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(face.adjusted(1, 1, -1, -1))
        bend = (self.felt - MIDDLE) / 2 * 0.15 * size
        y = face.top() + 0.66 * size
        mouth = QPainterPath(QPointF(face.left() + 0.29 * size, y - bend * sin(pi / 4)))
        control = QPointF(face.center().x(), y + bend * 1.4)
        mouth.quadTo(
            control, QPointF(face.left() + 0.71 * size, y - bend * sin(pi / 4))
        )
        painter.drawPath(mouth)
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        for side in (0.35, 0.65):
            eye = QPointF(face.left() + side * size, face.top() + 0.4 * size)
            painter.drawEllipse(eye, size / 17, size / 17)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate and the face."""
        del event
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter, self.look)
        self.paint_inside(painter, self.look)
        painter.end()
