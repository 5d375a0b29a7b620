"""How a person's row is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.people.model import ROLE, PersonRow
from ui.words import one_line

_INSET_PX = 3 * theme.GRID_PX
_GAP_PX = 2


class PersonDelegate(QStyledItemDelegate):
    """Name above, how it stands below, what is near at the end."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: PersonRow | None = index.data(ROLE)
        if row is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, rect, chosen=chosen, focused=focused, pointed=pointed)
        room = rect.adjusted(_INSET_PX, _INSET_PX // 2, -_INSET_PX, -_INSET_PX // 2)
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        _paint_words(painter, room, row, right_to_left=right_to_left)
        painter.restore()

    def sizeHint(
        self,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Two lines, and the space round them."""
        body, small = _metrics()
        return QSize(
            30 * theme.GRID_PX, body.height() + small.height() + _GAP_PX + _INSET_PX * 2
        )


def _paint_ground(
    painter: QPainter, rect: QRect, *, chosen: bool, focused: bool, pointed: bool
) -> None:
    if not (chosen or pointed):
        return
    colours = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.ink("track" if chosen else "sunken"))
    if chosen and focused:
        painter.setPen(colours.ink("accent"))
    painter.drawRoundedRect(QRectF(rect).adjusted(2, 1, -2, -1), 8, 8)


def _paint_words(
    painter: QPainter, room: QRect, row: PersonRow, *, right_to_left: bool
) -> None:
    colours = theme.colours()
    body, small = _metrics()
    high = body.height() + _GAP_PX + small.height()
    top = room.top() + (room.height() - high) // 2
    most_px = room.width() * 9 // 20
    mark = small.elidedText(row.mark, Qt.TextElideMode.ElideRight, most_px)
    mark_px = small.horizontalAdvance(mark)
    name_px = room.width() - (mark_px + 3 * theme.GRID_PX if mark_px else 0)
    start = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    ended = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignVCenter

    def place(left: int, at: int, wide: int, tall: int) -> QRect:
        line = QRect(left, at, wide, tall)
        if right_to_left:
            line.moveLeft(room.left() + room.right() - line.right())
        return line

    painter.setFont(theme.font(theme.TYPE.body))
    painter.setPen(colours.ink("text"))
    elide = Qt.TextElideMode.ElideRight
    name = body.elidedText(one_line(row.name, 400), elide, name_px)
    line = place(room.left(), top, name_px, body.height())
    painter.drawText(line, start | middle, name)
    painter.setFont(theme.font(theme.TYPE.small))
    painter.setPen(colours.ink("accent"))
    left = room.right() - mark_px + 1
    painter.drawText(place(left, top, mark_px, body.height()), ended | middle, mark)
    painter.setPen(colours.ink("quiet"))
    detail = small.elidedText(row.detail, elide, room.width())
    at = top + body.height() + _GAP_PX
    line = place(room.left(), at, room.width(), small.height())
    painter.drawText(line, start | middle, detail)


def _metrics() -> tuple[QFontMetrics, QFontMetrics]:
    body, small = theme.font(theme.TYPE.body), theme.font(theme.TYPE.small)
    return QFontMetrics(body), QFontMetrics(small)
