"""A small card above everything that leaves the keyboard where it is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.overlay.key_names import digit_of
from ui.overlay.looks import DayPart, Look, look
from ui.overlay.parts import KeyButton
from ui.overlay.spec import Comfort

CORNER = 0.7


class Card(QWidget):
    """Holds a few lines and a row of equal buttons; digits press them.

    Signals:
        resized: it wants to be as large as ``sizeHint()`` says now.
        dismissed: Escape was pressed, so the keyboard may go where it was.

    Args:
        name: what a screen reader calls it.
    """

    resized = Signal()
    dismissed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.comfort = Comfort()
        self.column = QVBoxLayout(self)
        self._look = look(DayPart.DAY, dark=theme.colours() is theme.DARK)
        self._hints = False
        self._seen_through = False

    @property
    def unit(self) -> float:
        """The size of text in pixels."""
        own = QFontInfo(QGuiApplication.font()).pixelSize()
        return own * self.comfort.text_scale

    def choices(self) -> list[KeyButton]:
        """The buttons that digits press, in their order."""
        return []

    def restyle(self) -> None:
        """Take on the desktop's scheme and font."""
        self._look = look(DayPart.DAY, dark=theme.colours() is theme.DARK)
        aside, above = round(1.3 * self.unit), round(0.9 * self.unit)
        self.column.setContentsMargins(aside, above, aside, above)
        self.column.setSpacing(round(0.5 * self.unit))
        self.dress(self._look)
        self._fit()
        self.update()

    def dress(self, look: Look) -> None:
        """Give colours and sizes to the parts."""

    def show_hints(self, *, on: bool) -> None:
        """Name the keys, while the keyboard is here."""
        self._hints = on
        for number, button in enumerate(self.choices(), start=1):
            button.offer_key(str(number) if on else "")
        self.restyle()

    def see_through(self) -> None:
        """The corners may be transparent here, and need no mask."""
        self._seen_through = True
        self.clearMask()

    def _fit(self) -> None:
        self.column.activate()
        self.resize(self.sizeHint())
        self.resized.emit()

    def sizeHint(self) -> QSize:
        """As large as the parts want it."""
        hint = self.column.totalSizeHint()
        if not self.column.hasHeightForWidth():
            return hint
        return QSize(hint.width(), self.column.totalHeightForWidth(hint.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._look.surface))
        painter.setPen(QPen(QColor(self._look.line), 1.2))
        box = QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6)
        painter.drawRoundedRect(box, CORNER * self.unit, CORNER * self.unit)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners, where there is nobody to blend them."""
        super().resizeEvent(event)
        if not self._seen_through:
            path = QPainterPath()
            radius = CORNER * self.unit
            path.addRoundedRect(QRectF(self.rect()), radius, radius)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Escape lets go; only while the keyboard was asked here."""
        event.accept()
        if not self._hints or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        number = digit_of(event)
        choices = self.choices()
        if 1 <= number <= len(choices):
            choices[number - 1].click()
