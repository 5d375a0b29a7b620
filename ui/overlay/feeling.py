"""The card after a session: how did it feel? One tap, or none."""

from math import pi, sin

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import words
from ui.overlay import wording
from ui.overlay.announcing import say
from ui.overlay.card import Card
from ui.overlay.hosts import CardHost
from ui.overlay.looks import Look
from ui.overlay.parts import KeyButton, Line, text_font
from ui.overlay.spec import FEELINGS, FeelingSpec
from ui.overlay.wishes import FeltWish
from ui.wishes import NoteWish

MIDDLE = 3

WORD_FOR_MS = 20_000
"""The card waits so long for a word that nobody has begun to write."""

LONGEST_WORD = 200
translate = QCoreApplication.translate


class FaceButton(KeyButton):
    """A face with a name under it, drawn by us: fonts differ about emoji.

    Args:
        parent: what it stands on.
        felt: 1 to 5.
    """

    def __init__(self, parent: QWidget, felt: int) -> None:
        super().__init__(parent)
        self.felt = felt
        self.say(wording.feeling(felt))

    def sizeHint(self) -> QSize:
        """The face, its name, and some room."""
        metrics = QFontMetrics(text_font(0.9 * self.text_px))
        wide = max(metrics.horizontalAdvance(wording.feeling(f)) for f in FEELINGS)
        width = max(wide, self.face_px) + round(1.4 * self.text_px)
        high = self.face_px + metrics.height() + round(1.5 * self.text_px)
        return QSize(width, high)

    @property
    def face_px(self) -> int:
        """The diameter of the face."""
        return round(2.6 * self.text_px)

    def paint_inside(self, painter: QPainter, look: Look) -> None:
        """Paint the face and its name."""
        ink = QColor(look.surface_ink)
        top = 0.6 * self.text_px
        face = QRectF(
            (self.width() - self.face_px) / 2, top, self.face_px, self.face_px
        )
        self._paint_face(painter, face, ink)
        font = text_font(0.9 * self.text_px)
        painter.setPen(ink)
        painter.setFont(font)
        below = QRectF(self.rect())
        below.setTop(face.bottom() + 0.15 * self.text_px)
        text = f"{self.felt} · {self.text()}" if self.key else self.text()
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_face(self, painter: QPainter, face: QRectF, ink: QColor) -> None:
        size = face.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, max(1.4, size / 22))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(face.adjusted(1, 1, -1, -1))
        bend = (self.felt - MIDDLE) / 2 * 0.15 * size
        y = face.top() + 0.66 * size
        mouth = QPainterPath(QPointF(face.left() + 0.29 * size, y - bend * sin(pi / 4)))
        control = QPointF(face.center().x(), y + bend * 1.4)
        mouth.quadTo(
            control, QPointF(face.left() + 0.71 * size, y - bend * sin(pi / 4))
        )
        painter.drawPath(mouth)
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        for side in (0.35, 0.65):
            eye = QPointF(face.left() + side * size, face.top() + 0.4 * size)
            painter.drawEllipse(eye, size / 17, size / 17)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate and the face."""
        del event
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plate(painter, self.look)
        self.paint_inside(painter, self.look)
        painter.end()


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
