"""The small strip that announces a session, and asks for nothing."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid  # Qt may delete a card before us, as at the end

from ui.overlay import wording
from ui.overlay.announcing import say
from ui.overlay.card import Card
from ui.overlay.hosts import CardHost
from ui.overlay.looks import Look
from ui.overlay.parts import KeyButton, Line, text_font
from ui.overlay.spec import Choice, StripSpec
from ui.overlay.wishes import PostponeWish
from unplug.clock import Clock

NARROWEST = 26
WIDEST = 44
LONGEST_WAIT_MS = 60 * 60_000
translate = QCoreApplication.translate


class StripCard(Card):
    """Renders a `StripSpec`.

    Signals:
        chosen: carries a `Choice`.
    """

    chosen = Signal(Choice)

    def __init__(self, spec: StripSpec, clock: Clock) -> None:
        super().__init__(translate("Strip", "Device-free time is announced"))
        self._clock = clock
        self._spec = spec
        self.about = Line(self, most_lines=2)
        self.when = Line(self, most_lines=2)
        self._row = QHBoxLayout()
        self._buttons: dict[Choice, KeyButton] = {}
        self.column.addWidget(self.about)
        self.column.addWidget(self.when)
        self.column.addLayout(self._row)
        self.render_spec(spec)

    def choices(self) -> list[KeyButton]:
        """The buttons, in the order of the spec."""
        return [self._buttons[choice] for choice in self._spec.choices]

    def render_spec(self, spec: StripSpec) -> None:
        """Show another state of the announcement."""
        self._spec = spec
        self.comfort = spec.comfort
        if tuple(self._buttons) != spec.choices:
            self._offer(spec.choices)
        for choice, button in self._buttons.items():
            button.say(wording.choice(choice, spec.later_ms))
        self.about.say(wording.strip_about(spec))
        self.refresh()
        self.restyle()

    def refresh(self) -> None:
        """Say how long it takes from now."""
        left_ms = None
        if self._spec.until_boot_ms is not None:
            left_ms = self._spec.until_boot_ms - self._clock.stamp().boot_ms
        self.when.say(wording.strip_when(self._spec, left_ms))

    def remark(self) -> None:
        """Put a remark beside the time that is left, until that is said anew."""
        lines = (self.when.full_text, wording.remark())
        self.when.say(" ".join(line for line in lines if line))
        self.restyle()

    def dress(self, look: Look) -> None:
        """Give colours and sizes to the parts; all buttons are equally wide."""
        unit = self.unit
        bold = text_font(1.1 * unit, QFont.Weight.Medium)
        buttons = list(self._buttons.values())
        for button in buttons:
            button.dress(look, unit)
        each = max((button.sizeHint().width() for button in buttons), default=0)
        for button in buttons:
            button.setFixedWidth(each)
        gap = round(0.6 * unit)
        self._row.setSpacing(gap)
        row = len(buttons) * (each + gap) - gap
        about = QFontMetrics(bold).horizontalAdvance(self.about.full_text) + 4
        most = max(row, round(WIDEST * unit))
        width = min(max(row, about, round(NARROWEST * unit)), most)
        self.about.setFixedWidth(width)
        self.when.setFixedWidth(width)
        self.about.dress(bold, look.surface_ink)
        self.when.dress(text_font(unit), look.surface_ink)

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        for old in self._buttons.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self._buttons = {choice: self._button(choice) for choice in choices}
        self._row.addStretch(1)
        for button in self._buttons.values():
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _button(self, choice: Choice) -> KeyButton:
        button = KeyButton(self)
        button.clicked.connect(lambda *_: self.chosen.emit(choice))
        button.show()
        return button


class Strip(QObject):
    """Shows a `StripSpec` at the top of the screen and says what was chosen.

    Signals:
        started_now: the person wants it now.
        postponed: carries a `PostponeWish`.
        after_this_call: the person wants it when the call is over.
        skipped: not today.
        ended: the person ends the gentle session that runs.

    Args:
        clock: for the countdown.
        host: where cards are shown on this desktop.
    """

    started_now = Signal()
    postponed = Signal(PostponeWish)
    after_this_call = Signal()
    skipped = Signal()
    ended = Signal()

    def __init__(
        self, *, clock: Clock, host: CardHost, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._host = host
        self._spec: StripSpec | None = None
        self.card: StripCard | None = None
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._tick)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda *_: self._restyle())

    def show_spec(self, spec: StripSpec) -> None:
        """Show the strip, or change what it says."""
        fresh = self._spec is None or self._spec.stage is not spec.stage
        self._spec = spec
        if self.card is None:
            self.card = StripCard(spec, self._clock)
            self.card.chosen.connect(self._chosen)
            self.card.dismissed.connect(self._host.give_keyboard_back)
            self._host.show(self.card)
        else:
            self.card.render_spec(spec)
        if fresh:
            lines = (self.card.about.full_text, self.card.when.full_text)
            say(self.card, ". ".join(line for line in lines if line))
        self._arm(spec)

    def remark(self) -> None:
        """Say kindly, until the minute changes, that this is device-free time."""
        if self.card is not None and isValid(self.card):
            self.card.remark()

    def hide(self) -> None:
        """Take it away; safe to call when there is none."""
        self._minute.stop()
        self._spec = None
        if self.card is not None:
            card, self.card = self.card, None
            self._host.hide(card)

    def take_keyboard(self) -> None:
        """Let digits choose until one did, because somebody asked for it."""
        if self.card is not None:
            self._host.take_keyboard()

    def _chosen(self, choice: Choice) -> None:
        later_ms = self._spec.later_ms if self._spec else 0
        self._host.give_keyboard_back()
        match choice:
            case Choice.NOW:
                self.started_now.emit()
            case Choice.LATER:
                self.postponed.emit(PostponeWish(later_ms))
            case Choice.AFTER_CALL:
                self.after_this_call.emit()
            case Choice.NOT_TODAY:
                self.skipped.emit()
            case Choice.END:
                self.ended.emit()

    def _restyle(self) -> None:
        if self.card is not None and isValid(self.card):
            self.card.restyle()

    def _tick(self) -> None:
        if self._spec is not None and self.card is not None and isValid(self.card):
            self.card.refresh()
            self.card.restyle()
            self._arm(self._spec)

    def _arm(self, spec: StripSpec) -> None:
        self._minute.stop()
        if spec.until_boot_ms is None:
            return
        left_ms = spec.until_boot_ms - self._clock.stamp().boot_ms
        if left_ms > 0:
            wait_ms = wording.next_change_ms(left_ms)
            self._minute.start(min(wait_ms, LONGEST_WAIT_MS))
