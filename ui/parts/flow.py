"""Parts in a row that goes on in the next line where it is full."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui import theme

_Placed = tuple[QLayoutItem, QSize, int]


class FlowLayout(QLayout):
    """Lays out one after the other, in reading direction, and wraps."""

    def __init__(
        self, parent: QWidget | None = None, *, gap_px: int = 2 * theme.GRID_PX
    ) -> None:
        super().__init__(parent)
        self._gap_px = gap_px
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; called by Qt."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It needs no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Take a place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints)
        wide += self._gap_px * max(len(hints) - 1, 0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """One below the other."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        """Place the items, each in the middle of its row; returns how high that is."""
        y, row_px = 0, 0
        for row in self._rows(max(rect.width(), 1)):
            y += row_px + self._gap_px if row_px else 0
            row_px = max(size.height() for _, size, _ in row)
            if really:
                self._place_row(rect, y, row_px, row)
        return y + row_px

    def _rows(self, width: int) -> list[list[_Placed]]:
        """What stands in each row: the item, its size, its way from the start."""
        rows: list[list[_Placed]] = []
        x = width + 1
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size, x))
            x += size.width() + self._gap_px
        return rows

    def _place_row(self, rect: QRect, y: int, high: int, row: list[_Placed]) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, size, x in row:
            left = rect.width() - x - size.width() if mirrored else x
            top = y + (high - size.height()) // 2
            item.setGeometry(QRect(rect.topLeft() + QPoint(left, top), size))
