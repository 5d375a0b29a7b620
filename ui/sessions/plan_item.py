"""A plan in the list: what it is, when it comes, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme, words
from ui.parts import Body, Small, flat_button
from ui.sessions import wording
from unplug.engine.sessions.rows import PlanRow

NARROW_PX = 120 * theme.GRID_PX
translate = QCoreApplication.translate


class PlanItem(QWidget):
    """Shows a `PlanRow`; its buttons ask the page.

    Signals:
        turned: it was switched on or off; carries whether it is on.
        edit_requested: it is to be changed.
        removal_requested: it is to go.
    """

    turned = Signal(bool)
    edit_requested = Signal()
    removal_requested = Signal()

    def __init__(
        self, row: PlanRow, now: datetime, whom: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = row
        name = words.one_line(row.name, wording.NAME_LIMIT)
        self.name = Body(name)
        self.says = Small(words.one_line(row.says, 200))
        self.state = Small(self._state(now, whom))
        self.on = QCheckBox(translate("Sessions", "On"))
        self.on.setChecked(row.on)
        said = translate("Sessions", "{plan}: on").format(plan=name)
        self.on.setAccessibleName(said)
        self.on.clicked.connect(self.turned)
        edit, remove = translate("Sessions", "Edit"), translate("Sessions", "Remove")
        self.edit = flat_button(edit, self.edit_requested.emit, name=f"{edit}: {name}")
        self.remove = flat_button(
            remove, self.removal_requested.emit, name=f"{remove}: {name}"
        )
        self._lay_out()

    def _state(self, now: datetime, whom: str) -> str:
        row = self.row
        parts = [wording.plan_state(row, now), wording.strictness(row.strictness)]
        purpose = words.one_line(row.purpose, wording.NAME_LIMIT)
        if whom:
            text = translate("Sessions", "{purpose} with {person}")
            purpose = text.format(purpose=purpose, person=whom).strip()
        return " · ".join(part for part in (*parts, purpose) if part)

    def _lay_out(self) -> None:
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, theme.GRID_PX, 0, theme.GRID_PX)
        text = QVBoxLayout()
        text.setSpacing(2)
        for part in (self.name, self.says, self.state):
            text.addWidget(part)
        self._halves.addLayout(text, 1)
        buttons = QHBoxLayout()
        for button in (self.on, self.edit, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._halves.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where it is narrow."""
        way = QBoxLayout.Direction
        narrow = self.width() < NARROW_PX
        self._halves.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        super().resizeEvent(event)
