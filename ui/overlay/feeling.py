"""Asking after a session: how did it feel? One tap, or none."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui import words
from ui.overlay.announcing import say
from ui.overlay.feeling_card import LONGEST_WORD, FeelingCard
from ui.overlay.hosts import CardHost
from ui.overlay.spec import FeelingSpec
from ui.overlay.wishes import FeltWish
from ui.wishes import NoteWish

WORD_FOR_MS = 20_000
"""The card waits so long for a word that nobody has begun to write."""


class Feeling(QObject):
    """Asks how a session felt.

    Signals:
        felt: carries a `FeltWish`; nobody needs to answer.
        noted: carries a `NoteWish`; nobody needs to write.

    Args:
        host: where cards are shown on this desktop.
    """

    felt = Signal(FeltWish)
    noted = Signal(NoteWish)

    def __init__(self, *, host: CardHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._spec: FeelingSpec | None = None
        self._felt = 0
        self.card: FeelingCard | None = None
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.hide)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda *_: self._restyle())

    def ask(self, spec: FeelingSpec) -> None:
        """Ask about a session; a question that is still open goes unanswered."""
        self.hide()
        self._spec = spec
        self.card = FeelingCard(spec)
        self.card.answered.connect(self._answered)
        self.card.noted.connect(self._noted)
        self.card.keyboard_wanted.connect(self._write)
        self.card.dismissed.connect(self._host.give_keyboard_back)
        self._host.show(self.card)
        say(self.card, self.card.question.full_text)

    def hide(self) -> None:
        """Take the question away; safe to call when there is none."""
        self._leaving.stop()
        self._spec = None
        if self.card is not None:
            card, self.card = self.card, None
            self._host.hide(card)

    def take_keyboard(self) -> None:
        """Let digits answer, because somebody asked for it."""
        if self.card is not None:
            self._host.take_keyboard()

    def _answered(self, answer: int) -> None:
        spec, card = self._spec, self.card
        if spec is None or card is None:
            return
        if answer:
            self._felt = answer
            self._host.give_keyboard_back()
            card.ask_word()
            self._leaving.start(WORD_FOR_MS)
        else:
            self.hide()
        self.felt.emit(FeltWish(spec.session_id, answer or None))

    def _write(self) -> None:
        """Somebody writes: the card stays, and has the keyboard."""
        self._leaving.stop()
        self._host.take_keyboard()
        if self.card is not None:
            self.card.word.setFocus()

    def _noted(self, word: str) -> None:
        spec = self._spec
        self.hide()
        note = words.one_line(word, LONGEST_WORD)
        if spec is not None and note:
            self.noted.emit(NoteWish(spec.session_id, self._felt, note))

    def _restyle(self) -> None:
        if self.card is not None:
            self.card.restyle()
