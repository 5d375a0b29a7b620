"""The card after a session: five faces, then room for a word."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.overlay import wording
from ui.overlay.card import Card
from ui.overlay.face_button import FaceButton
from ui.overlay.looks import Look
from ui.overlay.parts import KeyButton, Line, text_font
from ui.overlay.spec import FEELINGS, FeelingSpec

LONGEST_WORD = 200
translate = QCoreApplication.translate


class WordField(QLineEdit):
    """One line to write in, in the card's own colours.

    Signals:
        touched: somebody clicked into it.
    """

    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_WORD)
        self.setFrame(False)
        self.setPlaceholderText(translate("Feeling", "if you like"))
        self.setAccessibleName(translate("Feeling", "A word to remember it by"))

    def dress(self, look: Look, unit: float) -> None:
        """Take colours, and the size of text in pixels."""
        self.setFont(text_font(unit))
        self.setStyleSheet(
            f"QLineEdit {{ background: {look.surface}; color: {look.surface_ink};"
            f" border: 1px solid {look.line}; border-radius: {round(unit * 0.5)}px;"
            f" padding: 0 {round(0.7 * unit)}px; }}"
            f"QLineEdit:focus {{ border: 2px solid {look.accent}; }}"
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the keyboard."""
        super().mousePressEvent(event)
        self.touched.emit()


class FeelingCard(Card):
    """Renders a `FeelingSpec`.

    Signals:
        answered: 1 to 5, or 0 for "rather not say".
        noted: the word was written, or is left out; carries it.
        keyboard_wanted: somebody is about to write.
    """

    answered = Signal(int)
    noted = Signal(str)
    keyboard_wanted = Signal()

    def __init__(self, spec: FeelingSpec) -> None:
        super().__init__(translate("Feeling", "How did it feel?"))
        self.comfort = spec.comfort
        self.word = WordField(self)
        self.done = KeyButton(self)
        self.question = Line(self, most_lines=2)
        self.faces = [FaceButton(self, felt) for felt in FEELINGS]
        self.silent = KeyButton(self)
        self._row = QHBoxLayout()
        for face in self.faces:
            self._row.addWidget(face)
            face.clicked.connect(lambda *_, f=face.felt: self.answered.emit(f))
        self.silent.say(translate("Feeling", "Rather not say"))
        self.silent.clicked.connect(lambda *_: self.answered.emit(0))
        self.column.addWidget(self.question)
        self.column.addLayout(self._row)
        self.column.addWidget(self.silent, 0, Qt.AlignmentFlag.AlignHCenter)
        self._last = QHBoxLayout()
        self._last.addWidget(self.word, 1)
        self._last.addWidget(self.done)
        self.column.addLayout(self._last)
        self.done.say(translate("Feeling", "Done"))
        self.done.clicked.connect(lambda *_: self.noted.emit(self.word.text()))
        self.word.returnPressed.connect(self.done.click)
        self.word.touched.connect(self.keyboard_wanted)
        self.word.hide()
        self.done.hide()
        self.question.say(wording.feeling_question(spec.person))
        self.restyle()

    def choices(self) -> list[KeyButton]:
        """The faces, then the silence; while a word may be written, none."""
        return [] if self.asks_word else [*self.faces, self.silent]

    @property
    def asks_word(self) -> bool:
        """Whether it has its answer, and asks for a word."""
        return not self.word.isHidden()

    def ask_word(self) -> None:
        """Keep the answer, and leave room for a word."""
        for part in (*self.faces, self.silent):
            part.hide()
        self.word.show()
        self.done.show()
        self.question.say(translate("Feeling", "Noted. A word to remember it by?"))
        self.restyle()

    def dress(self, look: Look) -> None:
        """Give colours and sizes to the parts."""
        unit, gap = self.unit, round(0.6 * self.unit)
        for face in self.faces:
            face.dress(look, unit)
            face.setFixedSize(face.sizeHint())
        self.silent.dress(look, unit)
        self.done.dress(look, unit)
        self.word.dress(look, unit)
        self.word.setFixedHeight(self.done.sizeHint().height())
        self._row.setSpacing(gap)
        each = self.faces[0].sizeHint().width()
        self.question.setFixedWidth(len(self.faces) * (each + gap) - gap)
        bold = text_font(1.2 * unit, QFont.Weight.Medium)
        self.question.dress(bold, look.surface_ink)
