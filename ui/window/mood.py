"""How it is going, in one tap; a word beside it is welcome and never needed."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.mood_words import MARKS, mark_name
from ui.parts import Button, Card, FlowLayout, Quiet
from ui.wishes import MoodWish

LONGEST_WORD = 80
translate = QCoreApplication.translate


class MoodCard(Card):
    """Five buttons of one kind, and room for a word.

    Signals:
        noted: somebody said how they feel; carries a `MoodWish`.
    """

    noted = Signal(MoodWish)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Mood", "How are you right now?"), parent)
        row = FlowLayout()
        self.marks: dict[int, Button] = {}
        for mark in MARKS:
            text = f"{mark} · {mark_name(mark)}"
            self.marks[mark] = Button(text, on_click=partial(self._note, mark))
            row.addWidget(self.marks[mark])
        self.word = QLineEdit()
        self.word.setMaxLength(LONGEST_WORD)
        prompt = translate("Mood", "A word for it, if you like")
        self.word.setPlaceholderText(prompt)
        self.word.setAccessibleName(prompt)
        self.thanks = Quiet()
        self.thanks.hide()
        for part in (self.word, row, self.thanks):
            self.add(part)

    def _note(self, mark: int) -> None:
        self.noted.emit(MoodWish(mark, self.word.text().strip()))
        self.word.clear()
        text = translate("Mood", "Noted: {mark} · {name}")
        self.thanks.setText(text.format(mark=mark, name=mark_name(mark)))
        self.thanks.show()
