"""Did it happen? How did it feel? Anything to remember? Ten seconds, or none."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Button, Quiet, secondary_button
from ui.suggesting import wording
from ui.suggesting.popup import PopUp
from ui.suggesting.wishes import AfterWish
from unplug.engine.suggestions.suggested import AfterNow

NOTE_MOST = 200
FEELINGS = range(1, 6)
translate = QCoreApplication.translate


class AfterCard(PopUp):
    """Asks how a planned meeting was; what is left unanswered is missing.

    Signals:
        told: an answer; carries an `AfterWish`.
    """

    told = Signal(AfterWish)

    def __init__(self) -> None:
        super().__init__(translate("Suggesting", "How was it?"))
        self._key = ""
        self._felt: int | None = None
        first = QHBoxLayout()
        first.setSpacing(2 * theme.GRID_PX)
        self.yes = secondary_button(translate("Suggesting", "Yes"), self._happened)
        self.no = secondary_button(translate("Suggesting", "No"), self._missed)
        first.addWidget(self.yes)
        first.addWidget(self.no)
        self.first = QWidget()
        self.first.setLayout(first)
        first.setContentsMargins(0, 0, 0, 0)
        self.card.add(self.first)
        self.more = self._build_more()
        self.card.add(self.more)

    def ask(self, after: AfterNow) -> None:
        """Ask about a plan that is over."""
        self._key, self._felt = after.key, None
        self.card.retitle(wording.did_it_happen(after))
        self.note.clear()
        self.first.show()
        self.more.hide()
        self._mark(None)
        self.come()

    def _build_more(self) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(Body(translate("Suggesting", "How did it feel?")))
        row = QHBoxLayout()
        row.setSpacing(0)
        self.feelings = {}
        for felt in FEELINGS:
            spoken = translate("Suggesting", "{felt} of 5").format(felt=felt)
            button = Button(str(felt), kind="segment", name=spoken)
            button.clicked.connect(partial(self._mark, felt))
            button.setCheckable(True)
            self.feelings[felt] = button
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(Quiet(translate("Suggesting", "1: not good · 5: very good")))
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_MOST)
        prompt = translate("Suggesting", "Anything to remember?")
        self.note.setPlaceholderText(prompt)
        self.note.setAccessibleName(prompt)
        self.note.returnPressed.connect(self._done)
        column.addWidget(self.note)
        self.done = secondary_button(translate("Suggesting", "Done"), self._done)
        column.addWidget(self.done)
        return more

    def _happened(self) -> None:
        self.first.hide()
        self.more.show()
        self.fit()
        self.activateWindow()
        self.feelings[FEELINGS[0]].setFocus()

    def _missed(self) -> None:
        self.hide()
        self.told.emit(AfterWish(self._key, happened=False))

    def _mark(self, felt: int | None) -> None:
        self._felt = felt
        for number, button in self.feelings.items():
            button.setChecked(number == felt)

    def _done(self) -> None:
        self.hide()
        note = self.note.text().strip()
        told = AfterWish(self._key, happened=True, felt=self._felt, note=note)
        self.told.emit(told)
