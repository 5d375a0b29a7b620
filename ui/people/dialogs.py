"""What dialogs about people have in common."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import (
    Body,
    Button,
    InlineNotice,
    Scrollable,
    Title,
    secondary_button,
)

_LINE_PX = 17
translate = QCoreApplication.translate


class Sheet(QDialog):
    """A title, a column of parts that scrolls, and buttons below.

    Args:
        title: what it is about.
        parent: the window over which it stands.

    Attributes:
        column: where the parts go.
        buttons: the row of buttons.
        trouble: says what went wrong.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setStyleSheet(theme.style_sheet(theme.apply()))
        self.setModal(parent is not None)
        space = 6 * theme.GRID_PX
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space, space, space, space)
        whole.setSpacing(4 * theme.GRID_PX)
        self.title = Title(title)
        whole.addWidget(self.title)
        self.trouble = InlineNotice(warning=True)
        self.trouble.hide()
        whole.addWidget(self.trouble)
        inside = Scrollable()
        inside.setProperty("page", True)  # noqa: FBT003  (Qt's)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, theme.GRID_PX, 0)
        self.column.setSpacing(4 * theme.GRID_PX)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(area, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(2 * theme.GRID_PX)
        whole.addLayout(self.buttons)

    def end_with(self, *buttons: Button, cancel: str = "") -> None:
        """Put buttons at the end of the row, after the one that does nothing."""
        self.buttons.addStretch(1)
        said = cancel or translate("People", "Cancel")
        self.buttons.addWidget(secondary_button(said, self.reject))
        for button in buttons:
            self.buttons.addWidget(button)

    def on_ctrl_enter(self, do: Callable[[], object]) -> None:
        """Do something at Ctrl+Enter, wherever the focus is."""
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def fit(self, wide_px: int, high_px: int) -> None:
        """Take a size, larger with larger text, but no more than the screen has."""
        room = self.screen().availableGeometry()
        scale = max(1.0, QFontMetrics(theme.font(theme.TYPE.body)).height() / _LINE_PX)
        wide, high = round(wide_px * scale), round(high_px * scale)
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 60))


class Ask(Sheet):
    """A question with two answers of one kind.

    Args:
        title: the question.
        text: what follows from it.
        yes: what the one answer says.
        no: what the other says; Escape gives it, too.
        parent: the window over which it stands.
    """

    def __init__(
        self, title: str, text: str, *, yes: str, no: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.column.addWidget(Body(text))
        self.column.addStretch(1)
        self.yes = secondary_button(yes, self.accept)
        self.end_with(self.yes, cancel=no)
        self.fit(110 * theme.GRID_PX, 60 * theme.GRID_PX)
