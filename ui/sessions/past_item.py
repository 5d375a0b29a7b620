"""A session that is over, in the list: how it went, and how it felt."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.overlay import wording as of_overlay
from ui.overlay.spec import FEELINGS
from ui.parts import Body, Small, flat_button
from ui.sessions import wording
from unplug.engine.sessions.rows import PastRow

LEFT_ALONE = frozenset({"kept", "moved", "kept away", "ended early"})
"""Of these one can say how they felt; of what never was, one cannot."""

translate = QCoreApplication.translate


class PastItem(QWidget):
    """Shows a `PastRow`; no row is better or worse than another.

    Signals:
        felt: how it felt was said; carries 1 to 5.
    """

    felt = Signal(int)

    def __init__(
        self, row: PastRow, today: date, whom: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = row
        title = wording.title_of(row.title)
        if whom:
            text = translate("Sessions", "{title} with {person}")
            title = text.format(title=title, person=whom)
        self.title = Body(title)
        self.how = Small(wording.how_it_went(row))
        self.when = Small(wording.when(row.start, today), wrapped=False)
        self.feeling = Small(wording.felt(row))
        self.feeling.setVisible(bool(self.feeling.text()))
        self.say = flat_button(translate("Sessions", "How did it feel?"))
        name = translate("Sessions", "How did it feel: {title}").format(title=title)
        self.say.setAccessibleName(name)
        self.say.setVisible(row.felt is None and row.outcome in LEFT_ALONE)
        self.say.clicked.connect(self._ask)
        self.menu: QMenu | None = None
        self._lay_out()

    def choices(self) -> list[QAction]:
        """The five answers, once they are wanted."""
        if self.menu is None:
            self.menu = QMenu(self)
            for feeling in FEELINGS:
                text = f"{feeling} · {of_overlay.feeling(feeling)}"
                action = self.menu.addAction(text)
                action.triggered.connect(lambda *_, f=feeling: self.felt.emit(f))
        return self.menu.actions()

    def _ask(self) -> None:
        self.choices()
        if self.menu is not None:
            self.menu.popup(self.say.mapToGlobal(self.say.rect().bottomLeft()))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.GRID_PX, 0, theme.GRID_PX)
        row.setSpacing(3 * theme.GRID_PX)
        text = QVBoxLayout()
        text.setSpacing(2)
        for part in (self.title, self.how, self.feeling):
            text.addWidget(part)
        text.addStretch(1)
        row.addLayout(text, 1)
        side = QVBoxLayout()
        side.setSpacing(2)
        end = Qt.AlignmentFlag.AlignRight
        side.addWidget(self.when, 0, end)
        side.addWidget(self.say, 0, end)
        side.addStretch(1)
        row.addLayout(side)
