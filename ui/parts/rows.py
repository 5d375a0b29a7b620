"""A row of a list that opens something: a name, what explains it, and a value."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.words import one_line

_INSET_PX = 3 * theme.GRID_PX


class ListRow(QPushButton):
    """A row that can be pressed; long names are shortened, and whole in the tip.

    Args:
        title: what it is about.
        detail: what explains it, in a second line; empty for none.
        trailing: a value at the end.
        icon: the name of an icon; empty for none.
    """

    def __init__(
        self,
        title: str,
        detail: str = "",
        trailing: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._icon = icon
        self.render_row(title, detail, trailing)

    def render_row(self, title: str, detail: str = "", trailing: str = "") -> None:
        """Show something else."""
        self._title, self._detail = one_line(title, 400), one_line(detail, 400)
        self._trailing = trailing
        parts = (self._title, self._detail, self._trailing)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line or two, and the space round them."""
        body, small = self._metrics()
        high = body.height() + (small.height() + 2 if self._detail else 0)
        wide = body.horizontalAdvance(self._title) + body.horizontalAdvance(
            self._trailing
        )
        wide = min(wide, 80 * theme.GRID_PX) + 8 * theme.GRID_PX
        return QSize(wide, high + 2 * _INSET_PX)

    def minimumSizeHint(self) -> QSize:
        """Any width will do: what does not fit is shortened."""
        return QSize(30 * theme.GRID_PX, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, focus, icon, name, detail and value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        self._paint_ground(painter, colours)
        room = self.rect().adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
        if self._icon:
            side = icons.SIDE_PX
            spot = QRect(room.left(), room.center().y() - side // 2, side, side)
            ink = colours.ink("quiet")
            icons.paint(painter, self._icon, QRectF(self._mirrored(spot)), ink)
            room.setLeft(room.left() + side + 2 * theme.GRID_PX)
        self._paint_words(painter, colours, room)
        painter.end()

    def _paint_ground(self, painter: QPainter, colours: theme.Colours) -> None:
        if not (self.underMouse() or self.hasFocus() or self.isDown()):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ink("track" if self.isDown() else "sunken"))
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(colours.ink("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_words(
        self, painter: QPainter, colours: theme.Colours, room: QRect
    ) -> None:
        body, small = self._metrics()
        value_px = body.horizontalAdvance(self._trailing)
        name_px = room.width() - value_px - (3 * theme.GRID_PX if value_px else 0)
        lines = [(self._title, theme.TYPE.body, "text", body)]
        if self._detail:
            lines.append((self._detail, theme.TYPE.small, "quiet", small))
        top = room.top()
        start = self._alignment(end=False)
        for text, factor, ink, metrics in lines:
            painter.setFont(theme.font(factor))
            painter.setPen(colours.ink(ink))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, name_px)
            line = QRect(room.left(), top, name_px, metrics.height())
            painter.drawText(self._mirrored(line), start, shown)
            top += metrics.height() + 2
        painter.setFont(theme.font(theme.TYPE.body))
        painter.setPen(colours.ink("quiet"))
        spot = QRect(room.right() - value_px + 1, room.top(), value_px, room.height())
        painter.drawText(
            self._mirrored(spot), self._alignment(end=True), self._trailing
        )

    def _mirrored(self, rect: QRect) -> QRect:
        if not self.isRightToLeft():
            return rect
        return QRect(
            self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height()
        )

    def _alignment(self, *, end: bool) -> Qt.AlignmentFlag:
        right = end != self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        body, small = theme.font(theme.TYPE.body), theme.font(theme.TYPE.small)
        return QFontMetrics(body), QFontMetrics(small)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()
        super().changeEvent(event)
