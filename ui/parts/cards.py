"""What holds things together: cards, lines between them, and what an empty one says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts.buttons import Button
from ui.parts.icon_label import IconLabel
from ui.parts.text import Heading, Quiet

PADDING_PX = 5 * theme.GRID_PX


class Card(QFrame):
    """A surface with a heading and a column of parts below it.

    Args:
        heading: what it is called; empty for none.

    Attributes:
        head: the row of the heading; what is added to it stands at its end.
        body: the column.
    """

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX)
        self.body.setSpacing(3 * theme.GRID_PX)
        self.head = QHBoxLayout()
        self.heading = Heading(heading)
        self.heading.setVisible(bool(heading))
        self.head.addWidget(self.heading, 1)
        self.body.addLayout(self.head)
        if heading:
            self.setAccessibleName(heading)

    def retitle(self, heading: str) -> None:
        """Call it something else."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)

    def add(self, part: QWidget | QLayout) -> None:
        """Put something below what is there."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)


class Separator(QFrame):
    """A line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", True)  # noqa: FBT003  (Qt's)
        self.setFixedHeight(1)


class EmptyState(QWidget):
    """Says what will appear here, and when.

    Args:
        icon: the name of an icon; empty for none.
        heading: what is not here yet.
        text: when it will be, or what to do about it.
        action: a button that does it.
    """

    def __init__(
        self,
        *,
        icon: str = "",
        heading: str,
        text: str,
        action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PADDING_PX, 0, PADDING_PX)
        column.setSpacing(2 * theme.GRID_PX)
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon:
            column.addWidget(IconLabel(icon, 10 * theme.GRID_PX), 0, middle)
        self.heading, self.text = Heading(heading), Quiet(text)
        for label in (self.heading, self.text):
            label.setAlignment(middle)
            column.addWidget(label)
        self.action = action
        if action is not None:
            column.addSpacing(2 * theme.GRID_PX)
            column.addWidget(action, 0, middle)
        column.addStretch(1)  # together at the top, however much room there is
