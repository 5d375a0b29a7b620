"""The parts that scene, strip and card are made of."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from ui.overlay.looks import Look, mixed


def text_font(size_px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The desktop's font in a size."""
    font = QGuiApplication.font()
    font.setPixelSize(max(6, round(size_px)))
    font.setWeight(weight)
    return font


def elided(text: str, font: QFont, width_px: int, most_lines: int) -> str:
    """Text in lines of a width; what does not fit ends in an ellipsis."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width_px))
        start, length = line.textStart(), line.textLength()
        if len(lines) == most_lines - 1:
            mode = Qt.TextElideMode.ElideRight
            rest = text[start:].strip()
            lines.append(metrics.elidedText(rest, mode, width_px))
            break
        lines.append(text[start : start + length].strip())
    layout.endLayout()
    return "\n".join(line for line in lines if line)


class Line(QLabel):
    """Plain text, centred, that wraps to a few lines and elides the rest.

    A screen reader hears all of it.

    Args:
        most_lines: how many lines it may take.
    """

    def __init__(self, parent: QWidget, *, most_lines: int = 1) -> None:
        super().__init__(parent)
        self._full = ""
        self._most_lines = most_lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def full_text(self) -> str:
        """What it says, in full."""
        return self._full

    def ink_area(self) -> QRect:
        """What the letters cover."""
        metrics, flags = QFontMetrics(self.font()), Qt.AlignmentFlag.AlignCenter
        return metrics.boundingRect(self.rect(), flags, self.text())

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room."""
        if text == self._full:
            return
        self._full = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._fit()

    def dress(self, font: QFont, colour: str) -> None:
        """Take a font and a colour."""
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(colour))
        self.setPalette(palette)
        self.setFont(font)
        self._fit()

    def _fit(self) -> None:
        shown = elided(self._full, self.font(), self.width(), self._most_lines)
        if shown != self.text():
            self.setText(shown)
        lines = max(1, shown.count("\n") + 1)
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()


class KeyButton(QAbstractButton):
    """A flat button that shows the key that does the same; Space and Enter do not.

    Args:
        parent: what it stands on.
        key: the key's name; empty: it has none.

    Attributes:
        key: the key's name.
        look: its colours, once it has some.
        text_px: the size of its text.
    """

    def __init__(self, parent: QWidget, *, key: str = "") -> None:
        super().__init__(parent)
        self.key = key
        self.look: Look | None = None
        self.text_px = 16.0
        self._hot = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str) -> None:
        """Name it."""
        self.setText(text)
        self.setAccessibleName(text)
        if self.key:
            self.setAccessibleDescription(self.key)

    def offer_key(self, key: str) -> None:
        """Name another key; an empty one: none."""
        self.key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def dress(self, look: Look, unit: float) -> None:
        """Take colours, and the size of text in pixels."""
        self.look, self.text_px = look, unit
        self.setFont(text_font(unit))
        self.updateGeometry()
        self.update()

    def _room(self) -> tuple[int, int]:
        """Left and right of the text; above and below it."""
        return round(1.0 * self.text_px), round(0.62 * self.text_px)

    def _cap_width(self) -> int:
        if not self.key:
            return 0
        metrics = QFontMetrics(text_font(0.78 * self.text_px))
        least = round(1.3 * self.text_px)
        return max(
            least, metrics.horizontalAdvance(self.key) + round(self.text_px * 0.8)
        )

    def sizeHint(self) -> QSize:
        """As wide as the text and the key want it."""
        metrics = QFontMetrics(self.font())
        aside, above = self._room()
        cap = self._cap_width()
        gap = round(0.7 * self.text_px) if cap else 0
        width = metrics.horizontalAdvance(self.text()) + gap + cap + 2 * aside + 2
        return QSize(width, metrics.height() + 2 * above)

    def minimumSizeHint(self) -> QSize:
        """It may elide, but stays big enough to hit."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), round(6 * self.text_px)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate, the text and the key."""
        del event
        if self.look is None:
            return
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter, look)
        aside, _ = self._room()
        inner = self.rect().adjusted(aside, 0, -aside, 0)
        cap = self._cap_width()
        if cap:
            self._paint_cap(painter, look, inner, cap)
            inner.setRight(inner.right() - cap - round(0.7 * self.text_px))
        painter.setPen(QColor(look.surface_ink))
        painter.setFont(self.font())
        mode = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(self.text(), mode, inner.width() + 1)
        flag = Qt.AlignmentFlag.AlignLeft if cap else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inner, flag | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def paint_plate(self, painter: QPainter, look: Look) -> None:
        """Paint what the text stands on."""
        hot = self._hot or self.isDown() or self.isChecked()
        plate = mixed(look.surface, look.accent, 0.12 if hot else 0.0)
        # Not hasFocus(): on a layer surface Qt knows of no active window.
        focused = self.window().focusWidget() is self
        edge = look.accent if focused or self.isChecked() else look.line
        width = 2.5 if focused else 1.2
        radius = 0.55 * self.text_px
        painter.setBrush(plate)
        painter.setPen(QPen(QColor(edge), width))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_cap(self, painter: QPainter, look: Look, inner: QRect, cap: int) -> None:
        height = 1.45 * self.text_px
        top = inner.center().y() + 0.5 - height / 2
        box = QRectF(inner.right() + 1 - cap, top, cap, height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.line), 1.0))
        painter.drawRoundedRect(box, 0.3 * self.text_px, 0.3 * self.text_px)
        painter.setPen(QColor(look.surface_ink))
        painter.setFont(text_font(0.78 * self.text_px))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the scene."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the scene."""
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self._hot = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer is gone."""
        super().leaveEvent(event)
        self._hot = False
        self.update()
