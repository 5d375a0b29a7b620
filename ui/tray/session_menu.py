"""Device-free sessions in the tray's menu: now, next, on the spot, and not for now."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import words
from ui.tray import session_spec as spec
from ui.tray.lines import add_line, say
from ui.tray.tracking_menu import pause_label
from ui.wishes import PauseLength, RemindersWish, SessionWish, UnplugWish
from unplug.engine.snapshot import Snapshot

LENGTHS_MIN = (15, 30, 60)
_UNBEGUN = ("announced", "due", "waiting", "offered")
translate = QCoreApplication.translate


class SessionMenu(QObject):
    """Shows the session that runs or comes, and what can be asked of it.

    What stays off the screen, because somebody shares it, can be answered here.

    Signals:
        page_requested: show the sessions page.
        wished: carries a `SessionWish`.
        unplug_requested: carries an `UnplugWish`.
        reminders_requested: carries a `RemindersWish`.
    """

    page_requested = Signal()
    wished = Signal(SessionWish)
    unplug_requested = Signal(UnplugWish)
    reminders_requested = Signal(RemindersWish)
    _hours: tuple[datetime, ...] = ()

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.now = add_line(menu, self.page_requested.emit)
        self.begin = self._add_wish(menu, translate("Tray", "Begin now"), "Begin")
        self.later = self._add_wish(menu, "", "Postpone")
        self.not_today = self._add_wish(menu, translate("Tray", "Not today"), "Skip")
        self.end = self._add_wish(menu, translate("Tray", "End it"), "EndEarly")
        need = translate("Tray", "I need my computer")
        self.need = self._add_wish(menu, need, "NeedComputer")
        self.next = add_line(menu, self.page_requested.emit)
        self.skip = self._add_wish(menu, "", "Skip")
        self.undo_skip = self._add_wish(menu, "", "UndoSkip")
        self.unplug = menu.addMenu(translate("Tray", "Unplug now"))
        self._add_lengths()
        self.reminders = menu.addMenu(translate("Tray", "Pause reminders"))
        for length in PauseLength:
            wish = partial(self.reminders_requested.emit, RemindersWish(length))
            add_line(self.reminders, wish, pause_label(length))
        resume = partial(self.reminders_requested.emit, RemindersWish(None))
        self.resume = add_line(menu, resume)
        menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present."""
        tell = partial(say, drawn_by_panel=drawn_by_panel)
        tell(self.now, spec.session_line(snapshot))
        tell(self.next, spec.coming_line(snapshot))
        self._offer_answers(snapshot)
        skip = translate("Tray", "Skip {title}")
        coming = snapshot.coming.plan if snapshot.coming else ""
        can_skip = spec.skippable(snapshot)
        tell(self.skip, skip.format(title=spec.title_of(coming)) if can_skip else "")
        undo, skipped = translate("Tray", "Do not skip {title}"), snapshot.skipped
        title = "" if skipped is None else undo.format(title=spec.title_of(skipped))
        tell(self.undo_skip, title)
        self._offer_reminders(snapshot)
        self._offer_hours(snapshot.at)

    def _offer_answers(self, snapshot: Snapshot) -> None:
        session = snapshot.session
        state = "" if session is None else session.state
        for action in (self.begin, self.not_today):
            action.setVisible(state in _UNBEGUN)
        later = timedelta() if session is None else session.later
        minutes = max(1, later // timedelta(minutes=1))
        text = translate("Tray", "In {minutes} min instead").format(minutes=minutes)
        offered = state in _UNBEGUN and bool(later)
        say(self.later, text if offered else "", drawn_by_panel=False)
        gentle = session is not None and session.strictness == "gentle"
        self.end.setVisible(state == "running" and gentle)
        self.need.setVisible(state == "running" and not gentle)

    def _offer_reminders(self, snapshot: Snapshot) -> None:
        until = snapshot.reminders_paused_until
        self.reminders.menuAction().setVisible(until is None)
        text = translate("Tray", "Resume reminders (paused until {when})")
        when = "" if until is None else words.moment(until, snapshot.at)
        said = "" if until is None else text.format(when=when)
        say(self.resume, said, drawn_by_panel=False)

    def _offer_hours(self, at: datetime) -> None:
        """Name the hours that come next; they change once an hour."""
        self._hours = spec.full_hours(at)
        text = translate("Tray", "Until {time}")
        for action, hour in zip(self.until, self._hours, strict=True):
            say(action, text.format(time=words.clock(hour)), drawn_by_panel=False)

    def _add_lengths(self) -> None:
        self.lengths: list[QAction] = []
        for minutes in LENGTHS_MIN:
            wish = UnplugWish(length=timedelta(minutes=minutes))
            text = translate("Tray", "For {length}")
            text = text.format(length=words.duration(minutes * words.MINUTE_MS))
            ask = partial(self.unplug_requested.emit, wish)
            self.lengths.append(add_line(self.unplug, ask, text))
        self.unplug.addSeparator()
        self.until = [
            add_line(self.unplug, partial(self._until_chosen, at))
            for at in range(spec.HOURS_OFFERED)
        ]

    def _until_chosen(self, at: int) -> None:
        if self._hours:
            self.unplug_requested.emit(UnplugWish(until=self._hours[at]))

    def _add_wish(self, menu: QMenu, text: str, name: str) -> QAction:
        return add_line(menu, partial(self.wished.emit, SessionWish(name)), text)
