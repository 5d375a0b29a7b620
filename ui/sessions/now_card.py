"""What runs, what comes, and what can be asked of it; the tray's menu on a page."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu

from ui import words
from ui.parts import (
    Button,
    Card,
    FlowLayout,
    InlineNotice,
    Lead,
    Quiet,
    primary_button,
    secondary_button,
)
from ui.tray import session_spec as spec
from ui.tray.session_menu import LENGTHS_MIN
from ui.wishes import RemindersWish, SessionWish, UnplugWish
from unplug.engine.snapshot import Snapshot

_UNBEGUN = ("announced", "due", "waiting", "offered")
translate = QCoreApplication.translate


class NowCard(Card):
    """Shows the present of sessions.

    Signals:
        wished: carries a `SessionWish`, an `UnplugWish` or a `RemindersWish`.
    """

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.line, self.next = Lead(), Quiet()
        self.begin = self._wish(translate("Sessions", "Begin now"), "Begin")
        self.later = self._wish("", "Postpone")
        self.not_today = self._wish(translate("Sessions", "Not today"), "Skip")
        self.end = self._wish(translate("Sessions", "End it"), "EndEarly")
        need = translate("Sessions", "I need my computer")
        self.need = self._wish(need, "NeedComputer")
        self.skip = self._wish(translate("Sessions", "Skip this one"), "Skip")
        self.undo_skip = self._wish("", "UndoSkip")
        self.unplug = primary_button(translate("Sessions", "Unplug now"))
        self.menu = QMenu(self.unplug)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.unplug.setMenu(self.menu)
        resume = translate("Sessions", "Resume reminders")
        self.resume = secondary_button(
            resume, lambda: self.wished.emit(RemindersWish(None))
        )
        self.paused = InlineNotice(action=self.resume)
        self._snapshot: Snapshot | None = None
        buttons = FlowLayout()
        for button in (
            *(self.unplug, self.begin, self.later, self.not_today, self.end),
            *(self.need, self.skip, self.undo_skip),
        ):
            buttons.addWidget(button)
        for part in (self.line, self.next, buttons, self.paused):
            self.add(part)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        self._snapshot = snapshot
        now, coming = spec.session_line(snapshot), spec.coming_line(snapshot)
        nothing = translate("Sessions", "No device-free time is planned.")
        self.line.setText(now or coming or nothing)
        self.next.setText(coming if now else "")
        self.next.setVisible(bool(now and coming))
        session = snapshot.session
        state = "" if session is None else session.state
        for button in (self.begin, self.not_today):
            button.setVisible(state in _UNBEGUN)
        later = timedelta() if session is None else session.later
        text = translate("Sessions", "In {minutes} min instead")
        self.later.say(text.format(minutes=max(1, later // timedelta(minutes=1))))
        self.later.setVisible(state in _UNBEGUN and bool(later))
        gentle = session is not None and session.strictness == "gentle"
        self.end.setVisible(state == "running" and gentle)
        self.need.setVisible(state == "running" and not gentle)
        self.skip.setVisible(spec.skippable(snapshot))
        self._show_skipped(snapshot)
        self._show_pause(snapshot)

    def _show_skipped(self, snapshot: Snapshot) -> None:
        skipped = snapshot.skipped
        text = translate("Sessions", "Do not skip {title}")
        self.undo_skip.say(text.format(title=spec.title_of(skipped or "")))
        self.undo_skip.setVisible(skipped is not None)

    def _show_pause(self, snapshot: Snapshot) -> None:
        until = snapshot.reminders_paused_until
        text = translate("Sessions", "Reminders are paused until {when}.")
        when = "" if until is None else words.moment(until, snapshot.at)
        self.paused.say("" if until is None else text.format(when=when))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for minutes in LENGTHS_MIN:
            text = translate("Sessions", "For {length}")
            text = text.format(length=words.duration(minutes * words.MINUTE_MS))
            self._offer(text, UnplugWish(length=timedelta(minutes=minutes)))
        if self._snapshot is None:
            return
        self.menu.addSeparator()
        for hour in spec.full_hours(self._snapshot.at):
            text = translate("Sessions", "Until {time}")
            text = text.format(time=words.clock(hour))
            self._offer(text, UnplugWish(until=hour))

    def _offer(self, text: str, wish: UnplugWish) -> None:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda *_: self.wished.emit(wish))

    def _wish(self, text: str, name: str) -> Button:
        return secondary_button(text, lambda: self.wished.emit(SessionWish(name)))
