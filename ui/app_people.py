"""People from the tray: a meeting to log, and who celebrates today."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.celebrated_words import celebrated
from ui.tray.people_menu import PeopleMenu

if TYPE_CHECKING:
    from ui.people.log_meeting import LogMeeting, LogWish
    from ui.people.ports import PeopleDoor
    from ui.tray_app import TrayApp
    from unplug.engine.people.door import People


def connect_people(people: "People", tray_app: "TrayApp") -> None:
    """Let the tray's menu ask for a meeting, and the tray say who celebrates."""
    dialogs = PeopleDialogs(people, tray_app)
    dialogs.connect_menu(tray_app.menu.people)
    dialogs.logged.connect(tray_app.tell)
    people.celebrating.observers.append(lambda them: tray_app.tell(celebrated(them)))


class PeopleDialogs(QObject):
    """Opens what the tray's menu asks for of people.

    Args:
        door: the app's people.

    Signals:
        logged: a meeting was logged; carries what to say of it.
    """

    logged = Signal(str)

    def __init__(self, door: "PeopleDoor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.dialog: LogMeeting | None = None

    def connect_menu(self, menu: PeopleMenu) -> None:
        """Hear the tray's menu."""
        menu.log_requested.connect(self.log_meeting)

    def log_meeting(self) -> None:
        """Ask for a meeting; one question at a time.

        Raises:
            UnplugError: the people cannot be reached.
        """
        from ui.people.log_meeting import LogMeeting  # noqa: PLC0415  (2 MB)

        if self.dialog is None:
            self.dialog = LogMeeting(self._door.book)
            self.dialog.wished.connect(self._log)
            self.dialog.finished.connect(self._finished)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _log(self, wish: "LogWish") -> None:
        from ui.people.desk import PeopleDesk  # noqa: PLC0415  (with the dialog)

        self.logged.emit(PeopleDesk(self._door).log(wish).text)

    def _finished(self, *_: object) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
