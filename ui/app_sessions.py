"""What the windows wish of sessions, passed on to whoever grants it."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.ports import Sessions
from ui.stage import ScreenStage
from ui.tray.session_menu import SessionMenu
from ui.wishes import (
    NoteWish,
    PauseLength,
    PlansChanged,
    RemindersWish,
    SessionWish,
    UnplugWish,
)

if TYPE_CHECKING:
    from unplug.settings import Settings

_LENGTHS = {
    PauseLength.QUARTER_HOUR: timedelta(minutes=15),
    PauseLength.HOUR: timedelta(hours=1),
}


def furnish(stage: ScreenStage, app: Any) -> None:  # noqa: ANN401  (by its ports)
    """Let the stage know names and how the person reads, before anything is shown."""

    def name_of(uid: str) -> str:
        from ui.sessions.people import Contacts  # noqa: PLC0415  (seldom)

        return Contacts(app).name_of(uid)

    def read(chosen: "Settings") -> None:
        stage.reading = chosen.reading

    stage.name_of = name_of
    read(app.choices.running)
    app.choices.observers.append(read)


class SessionWishes(QObject):
    """Hears menus and windows; whatever comes of a wish, the tray shows it at once.

    Args:
        sessions: who grants wishes.
        changed: called after each, also one that was refused.
    """

    def __init__(self, sessions: Sessions, changed: Callable[[], None]) -> None:
        super().__init__()
        self._sessions = sessions
        self._changed = changed

    def connect_menu(self, menu: SessionMenu) -> None:
        """Hear the tray's menu."""
        menu.wished.connect(self.grant)
        menu.unplug_requested.connect(self.unplug)
        menu.reminders_requested.connect(self.remind)

    def connect_pages(
        self, grant_by: Callable[[type, Callable[[Any], object]], None]
    ) -> None:
        """Hear the window's pages.

        Args:
            grant_by: has somebody see to the wishes of a kind.
        """
        grant_by(SessionWish, self.grant)
        grant_by(UnplugWish, self.unplug)
        grant_by(RemindersWish, self.remind)
        grant_by(NoteWish, self.note)
        grant_by(PlansChanged, lambda _: self._changed())

    def grant(self, wish: SessionWish) -> None:
        """Pass on what somebody wants of the present session.

        Raises:
            UnplugError: it cannot be granted; says why.
        """
        try:
            self._sessions.wish(wish.name, *wish.arguments)
        finally:
            self._changed()

    def note(self, wish: NoteWish) -> None:
        """Keep how a session that is over felt."""
        try:
            self._sessions.desk.remember(wish.session_id, wish.felt, wish.note)
        finally:
            self._changed()

    def unplug(self, wish: UnplugWish) -> None:
        """Begin a session on the spot.

        Raises:
            UnplugError: it cannot be granted; says why.
        """
        try:
            if wish.until is not None:
                self._sessions.desk.unplug_until(wish.until)
            elif wish.length is not None:
                self._sessions.desk.unplug_for(wish.length)
        finally:
            self._changed()

    def remind(self, wish: RemindersWish) -> None:
        """Pause reminders, or let them come again."""
        try:
            if wish.length is None:
                self._sessions.wish("ResumeReminders")
            elif wish.length is PauseLength.UNTIL_TOMORROW:
                self._sessions.desk.pause_reminders_until_tomorrow()
            else:
                self._sessions.desk.pause_reminders(_LENGTHS[wish.length])
        finally:
            self._changed()
