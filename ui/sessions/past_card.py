"""The card with the sessions that are over: how it went."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.parts import Card, Quiet, clear
from ui.sessions.past_item import PastItem
from ui.wishes import NoteWish
from unplug.engine.sessions.rows import PastRow

translate = QCoreApplication.translate


class PastCard(Card):
    """Lists past sessions.

    Signals:
        noted: how one felt was said; carries a `NoteWish`.
    """

    noted = Signal(NoteWish)

    def __init__(self) -> None:
        super().__init__(translate("Sessions", "How it went"))
        self.items: list[PastItem] = []
        text = translate("Sessions", "Sessions appear here when they are over.")
        self.nothing = Quiet(text)
        self.add(self.nothing)
        self._lines = QVBoxLayout()
        self.add(self._lines)

    def show_past(
        self, rows: tuple[PastRow, ...], today: date, names: dict[str, str]
    ) -> None:
        """Show sessions that are over.

        Args:
            rows: the sessions.
            today: the person's local day.
            names: what people are called, by uid.
        """
        clear(self._lines)
        self.items = [
            self._item(row, today, names.get(row.person or "", "")) for row in rows
        ]
        for item in self.items:
            self._lines.addWidget(item)
        self.nothing.setVisible(not rows)

    def _item(self, row: PastRow, today: date, whom: str) -> PastItem:
        item = PastItem(row, today, whom)
        item.felt.connect(
            lambda felt: self.noted.emit(NoteWish(row.id, felt, row.note))
        )
        return item
