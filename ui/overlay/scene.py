"""What one monitor shows during a session."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.overlay import landscape, wording
from ui.overlay.key_names import digit_of, key_of
from ui.overlay.keys import Meaning, Typing, press
from ui.overlay.looks import Look
from ui.overlay.pages import CalmPage, LeavingPage
from ui.overlay.parts import KeyButton, Line, text_font
from ui.overlay.spec import SceneSpec
from ui.overlay.wishes import LeaveWish
from unplug.clock import Clock

LINES_HIGH = 54
"""A screen's shorter side holds this many lines of text at 100 %, and half as many at
200 %, which is what the scene needs at least."""

CLICK_AFTER_MS = 800
"""A click that was under way when the overlay came is not meant for it."""

GUIDE_FOR_MS = 3 * 60_000
"""The breathing guide rests after this long, for it is the only thing that costs."""

translate = QCoreApplication.translate


class Scene(QWidget):
    """Renders a `SceneSpec`; knows nothing of other monitors.

    Signals:
        painted: it has painted for the first time.
        computer_needed: the person needs the computer.
        leave_requested: carries a `LeaveWish`.
        stayed: the wish to leave is taken back.
    """

    painted = Signal()
    computer_needed = Signal()
    leave_requested = Signal(LeaveWish)
    stayed = Signal()

    def __init__(self, *, clock: Clock, look: Look, spec: SceneSpec) -> None:
        super().__init__()
        self._clock = clock
        self._look = look
        self._spec = spec
        self._typing = Typing(clock.stamp().boot_ms)
        self._shift = QPoint()
        self._first_width = 0
        self._has_painted = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(translate("Overlay", "Device-free time"))
        self.setAccessibleName(translate("Overlay", "Device-free time"))
        self.calm = CalmPage(self, clock)
        self.leaving = LeavingPage(self, clock)
        self.breathe = KeyButton(self, key=translate("Overlay", "B"))
        self.need = KeyButton(self, key=translate("Overlay", "Esc"))
        self.end = KeyButton(self)
        self.plainly = Line(self, most_lines=2)
        self._guide_end = QTimer(self)
        self._guide_end.setSingleShot(True)
        self._lay_out()
        self._connect_parts()
        self.render_spec(spec)
        self._breathe(on=spec.breathing)
        self.setFocus()  # no button looks chosen

    def render_spec(self, spec: SceneSpec) -> None:
        """Show another state of the session."""
        self._spec = spec
        self.calm.render_spec(spec)
        self.plainly.say(wording.plainly(spec.strictness))
        self.end.setVisible(spec.can_end and spec.leaving is None)
        self.breathe.setVisible(spec.leaving is None)
        self.calm.setVisible(spec.leaving is None)
        self.leaving.setVisible(spec.leaving is not None)
        if spec.leaving is not None:
            self.leaving.render_leaving(spec.leaving)
        self.refresh()
        self.restyle()

    def refresh(self) -> None:
        """Show the time that is left now."""
        left_ms = self._spec.ends_boot_ms - self._clock.stamp().boot_ms
        self.calm.figures.say(wording.left(left_ms))
        if self._spec.leaving is not None:
            self.leaving.render_leaving(self._spec.leaving)

    def dress(self, look: Look) -> None:
        """Take other colours: the desktop changed, or the day went on."""
        if look != self._look:
            self._look = look
            self.restyle()

    def look_from(self, shift: QPoint, first_width: int) -> None:
        """Show the part of the landscape that lies so far from the first screen."""
        if (shift, first_width) != (self._shift, self._first_width):
            self._shift, self._first_width = shift, first_width
            self.update()

    def begin(self) -> None:
        """Be shown from now on: for a while, keys mean nothing."""
        self._typing = Typing(self._clock.stamp().boot_ms)

    def shown_for_ms(self) -> int:
        """For how long it has been shown."""
        return self._clock.stamp().boot_ms - self._typing.shown_ms

    @property
    def look(self) -> Look:
        """Its colours."""
        return self._look

    def restyle(self) -> None:
        """Fit type and colours to the screen and to how it is read."""
        unit, still = self._unit(), self._spec.comfort.reduced_motion
        self.calm.dress(self._look, unit, still=still)
        self.leaving.dress(self._look, unit, still=still)
        for button in (self.breathe, self.need, self.end):
            button.dress(self._look, unit)
        self.plainly.dress(text_font(0.9 * unit), self._look.shore_ink)
        aside = round(1.5 * unit)
        self._column.setContentsMargins(aside, round(1.2 * unit), aside, aside)
        self._column.setSpacing(round(0.8 * unit))
        self._buttons.setSpacing(round(0.8 * unit))
        self.update()

    def _unit(self) -> float:
        """The size of text in pixels."""
        own = QFontInfo(QGuiApplication.font()).pixelSize()
        base = max(own, min(self.width(), self.height()) / LINES_HIGH)
        most = 2 / LINES_HIGH * min(self.height(), self.width() * 1.04)
        return min(base * self._spec.comfort.text_scale, most)

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in (self.breathe, self.end, self.need):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(5)
        self._column.addWidget(self.calm)
        self._column.addWidget(self.leaving, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(9)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.plainly)

    def _connect_parts(self) -> None:
        self.breathe.clicked.connect(
            lambda *_: self._breathe(on=not self.calm.breathing)
        )
        self._guide_end.timeout.connect(lambda: self._breathe(on=False))
        self.need.say(translate("Overlay", "I need my computer"))
        self.end.say(translate("Overlay", "End early"))
        self.need.clicked.connect(self._clicked_need)
        self.end.clicked.connect(self._clicked_end)
        self.leaving.reason_chosen.connect(self._chose_reason)
        self.leaving.stayed.connect(self.stayed)

    def _breathe(self, *, on: bool) -> None:
        self.calm.breathe(on=on)
        if on:
            self._guide_end.start(GUIDE_FOR_MS)
            text = translate("Overlay", "Stop the breathing guide")
        else:
            self._guide_end.stop()
            text = translate("Overlay", "Breathe with me")
        self.breathe.say(text)
        self.restyle()

    def _clicked_need(self) -> None:
        if self._deaf_to_clicks() or self._spec.leaving is not None:
            return
        self.computer_needed.emit()

    def _clicked_end(self) -> None:
        if not self._deaf_to_clicks():
            self.leave_requested.emit(LeaveWish())

    def _deaf_to_clicks(self) -> bool:
        return self.shown_for_ms() < CLICK_AFTER_MS

    def _chose_reason(self, number: int) -> None:
        self.leave_requested.emit(LeaveWish(wording.reasons()[number - 1]))

    def view(self) -> landscape.View:
        """Hills begin below the text, the shore above the last line."""
        height = max(1, self.height())
        unit = self._unit()
        text_ends = self.calm.geometry().bottom() if self.calm.isVisible() else 0
        shore = min(0.88 * height, self.plainly.geometry().top() - 0.5 * unit)
        sky = min(max(0.56 * height, text_ends + 0.5 * unit), shore - 2)
        return landscape.View(
            shift_px=self._shift.x(),
            first_width_px=self._first_width,
            text_ends=text_ends / height,
            sky_ends=sky / height,
            shore_begins=shore / height,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the landscape where something changed."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        landscape.paint(painter, QRectF(self.rect()), self._look, self.view())
        painter.end()
        if not self._has_painted:
            self._has_painted = True
            # After this event, so that what is told is on the screen by then.
            QTimer.singleShot(0, self, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge a key; none is passed on."""
        event.accept()
        if event.isAutoRepeat():
            return
        self._typing, meaning = press(
            self._typing,
            key_of(event),
            self._clock.stamp().boot_ms,
            leaving=self._spec.leaving is not None,
        )
        if meaning is Meaning.LEAVE:
            self.computer_needed.emit()
        elif meaning is Meaning.STAY:
            self.stayed.emit()
        elif meaning is Meaning.BREATHE:
            self._breathe(on=not self.calm.breathing)
        elif meaning is Meaning.REASON and digit_of(event) <= len(self.leaving.reasons):
            self._chose_reason(digit_of(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the type to the new size."""
        super().resizeEvent(event)
        self.restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.restyle()

    def text_areas(self) -> list[tuple[Line, QRect]]:
        """Where text stands on the landscape itself."""
        lines = [line for line in self.findChildren(Line) if line.isVisibleTo(self)]
        free = [line for line in lines if not self.leaving.isAncestorOf(line)]
        return [
            (line, line.ink_area().translated(line.mapTo(self, QPoint())))
            for line in free
        ]
