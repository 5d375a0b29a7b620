"""A small window above the others that leaves the keyboard where it is."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.parts import Card

WIDTH_PX = 100 * theme.GRID_PX
MARGIN_PX = 4 * theme.GRID_PX


class PopUp(QWidget):
    """A card of its own in the upper corner of the screen where the pointer is.

    A click into it takes the keyboard there; Escape puts it away.

    Args:
        name: what it is called, also by a screen reader.

    Attributes:
        card: what stands in it.

    Signals:
        put_away: it was put away without an answer.
    """

    put_away = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
        self.setWindowFlags(flags | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.card = Card(name)
        self._column.addWidget(self.card)

    def come(self) -> None:
        """Show it, in the looks that the desktop has at present."""
        self.setStyleSheet(theme.style_sheet(theme.apply()))
        self.fit()
        self.show()
        self.raise_()
        self.setFocus()  # no answer is the first one

    def fit(self) -> None:
        """Be as large as its text needs, and in its corner."""
        self.setFixedWidth(WIDTH_PX)
        # The least height is that of a narrower one, whose lines are more.
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH_PX))
        screen = QGuiApplication.screenAt(QCursor.pos())
        screen = screen or QGuiApplication.primaryScreen()
        if screen is None:
            return
        area = screen.availableGeometry()
        left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = area.left() + MARGIN_PX if left else area.right() - WIDTH_PX - MARGIN_PX
        self.move(x, area.top() + MARGIN_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.put_away.emit()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Text that wraps knows its height only once it is shown."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)
