"""The two faces of the scene: the calm one, and the one for leaving."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.overlay import wording
from ui.overlay.breath import GUIDE, ONE_BREATH, BreathRing
from ui.overlay.looks import Look
from ui.overlay.parts import KeyButton, Line, text_font
from ui.overlay.spec import Leaving, SceneSpec
from unplug.clock import Clock

REASON_COLUMNS = 2
translate = QCoreApplication.translate


class CalmPage(QWidget):
    """Time left, and what it is for; on request a guide for slow breathing."""

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self.title = Line(self)
        self.purpose = Line(self, most_lines=2)
        self.whom = Line(self)
        self.idea = Line(self, most_lines=2)
        self.figures = Line(self)
        self.until = Line(self)
        self.remark = Line(self, most_lines=2)
        self.ring = BreathRing(self, clock, GUIDE)
        self.ring.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for line in (self.title, self.purpose, self.whom, self.idea):
            self._column.addWidget(line)
        self._column.addWidget(self.ring, 1, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.figures)
        self._column.addWidget(self.until)
        self._column.addWidget(self.remark)

    @property
    def breathing(self) -> bool:
        """Whether the guide is on."""
        return not self.ring.isHidden()

    def render_spec(self, spec: SceneSpec) -> None:
        """Show what the time is for."""
        purpose = wording.what_for(spec.purpose or spec.title)
        self.title.say(spec.title if spec.purpose else "")
        self.purpose.say(purpose)
        self.whom.say(wording.with_whom(spec.person))
        self.idea.say(wording.perhaps(spec.idea))
        self.until.say(wording.until(spec.ends_at))

    def breathe(self, *, on: bool) -> None:
        """Turn the guide on or off."""
        if on:
            self.ring.begin(self._clock.stamp().boot_ms)
        self.ring.setVisible(on)

    def dress(self, look: Look, unit: float, *, still: bool) -> None:
        """Take colours, the size of text in pixels, and whether nothing may move."""
        thin = QFont.Weight.Light
        self.title.dress(text_font(1.05 * unit), look.quiet)
        self.purpose.dress(text_font(1.7 * unit, QFont.Weight.Medium), look.ink)
        self.whom.dress(text_font(1.4 * unit), look.ink)
        self.idea.dress(text_font(1.2 * unit), look.ink)
        size = 2.2 if self.breathing else 6.0
        self.figures.dress(text_font(size * unit, thin), look.ink)
        self.until.dress(text_font(1.1 * unit), look.quiet)
        self.remark.dress(text_font(1.1 * unit), look.ink)
        self.ring.dress(look, unit, still=still)
        self._column.setSpacing(round(0.4 * unit))


class LeavingPage(QWidget):
    """One slow breath, a reason where one is wanted, and the way back.

    Signals:
        reason_chosen: its number, from 1 on.
        stayed: the wish to leave is taken back.
    """

    reason_chosen = Signal(int)
    stayed = Signal()

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self._look: Look | None = None
        self._unit = 16.0
        self._breath_until_ms = 0
        self.headline = Line(self, most_lines=2)
        self.ring = BreathRing(self, clock, ONE_BREATH)
        self.question = Line(self, most_lines=2)
        self.reasons = [
            KeyButton(self, key=str(number))
            for number, _ in enumerate(wording.reasons(), start=1)
        ]
        self.stay = KeyButton(self, key=translate("Overlay", "any letter"))
        self._lay_out()
        for number, text in enumerate(wording.reasons(), start=1):
            button = self.reasons[number - 1]
            button.setCheckable(True)
            button.say(text)
            button.clicked.connect(lambda *_, n=number: self.reason_chosen.emit(n))
        self.stay.say(translate("Overlay", "Stay after all"))
        self.stay.clicked.connect(lambda *_: self.stayed.emit())

    def render_leaving(self, leaving: Leaving) -> None:
        """Show how far the wish to leave has come."""
        now_ms = self._clock.stamp().boot_ms
        if leaving.breath_until_boot_ms != self._breath_until_ms:
            self._breath_until_ms = leaving.breath_until_boot_ms
            began_ms = leaving.breath_until_boot_ms - ONE_BREATH.whole_ms
            self.ring.begin(began_ms)
        over = now_ms >= leaving.breath_until_boot_ms
        if over and leaving.asks_reason:
            headline = translate("Overlay", "What calls you away?")
        else:
            headline = translate("Overlay", "One slow breath, then go ahead.")
        self.headline.say(headline)
        if leaving.asks_reason:
            question = translate("Overlay", "What calls you away? Only you see it.")
        else:
            question = translate("Overlay", "If you like: what calls you away?")
        self.question.say(question)
        for button, text in zip(self.reasons, wording.reasons(), strict=True):
            button.setChecked(text == leaving.reason)

    def dress(self, look: Look, unit: float, *, still: bool) -> None:
        """Take colours, the size of text in pixels, and whether nothing may move."""
        self._look, self._unit = look, unit
        heavy = QFont.Weight.Medium
        self.headline.dress(text_font(1.45 * unit, heavy), look.surface_ink)
        self.question.dress(text_font(unit), look.surface_ink)
        self.ring.dress(look, unit, still=still)
        for button in (*self.reasons, self.stay):
            button.dress(look, unit)
        column, aside = self._column, round(2 * unit)
        column.setContentsMargins(aside, round(1.2 * unit), aside, round(1.2 * unit))
        column.setSpacing(round(0.6 * unit))
        self._grid.setSpacing(round(0.5 * unit))
        self.setFixedWidth(round(min(38 * unit, self._widest())))

    def _widest(self) -> float:
        parent = self.parentWidget()
        return parent.width() - 2 * self._unit if parent else 38 * self._unit

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        for index, button in enumerate(self.reasons):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            button.setSizePolicy(policy)
            self._grid.addWidget(button, *divmod(index, REASON_COLUMNS))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.ring, 1, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.question)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.stay, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        del event
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._look.surface))
        painter.setPen(QPen(QColor(self._look.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self._unit, self._unit)
        painter.end()
