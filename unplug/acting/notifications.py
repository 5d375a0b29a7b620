"""Notifications of the desktop, with buttons."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from jeepney import DBusAddress, Message, new_method_call

from unplug.acting.desk import Desk, subscribe
from unplug.acting.notes import (
    BY_A_CLICK,
    Button,
    Closed,
    NoNotifications,
    Note,
    Notifications,
    Pressed,
    Urgency,
    unheard,
)
from unplug.sensing.bus.connection import Bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.bus.wire import Body

_NAME = "org.freedesktop.Notifications"
_SERVER = DBusAddress("/org/freedesktop/Notifications", _NAME, _NAME)
__all__ = [
    "BY_A_CLICK",
    "Button",
    "Closed",
    "DesktopNotifications",
    "NoNotifications",
    "Note",
    "Notifications",
    "Pressed",
    "Urgency",
]

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Shown:
    """A note on its way to the screen, or on it.

    Attributes:
        server_id: the notification service's number; 0 until it answers.
        owner: the service's connection; empty until the note is shown.
        withdrawn: it is to go as soon as its number is known.
    """

    server_id: int = 0
    owner: str = ""
    withdrawn: bool = False


class DesktopNotifications:
    """The notification service of the session bus.

    Args:
        desk: the session bus.
        app_name: what people call us.
        icon: the icon's name.
    """

    def __init__(self, desk: Desk, *, app_name: str, icon: str = "unplug") -> None:
        self.buttons: bool | None = None
        self.heard: Callable[[Pressed | Closed], None] = unheard
        self._desk = desk
        self._app_name = app_name
        self._icon = icon
        self._markup = False
        self._owner = ""
        self._notes: dict[int, _Shown] = {}
        self._numbers = count(1)
        self._token = ("", 0, "")  # owner, the service's number, token
        desk.attend(setup=self._set_up, hear=self._hear, lost=self._lost)

    def look(self) -> None:
        """Find out what this desktop offers."""
        self._desk.ask(_call("GetCapabilities"), "as", self._able, self._unable)

    def show(self, note: Note, *, instead_of: int | None = None) -> int:
        """Show a note, or another one in the place of one; returns its number."""
        number = next(self._numbers)
        if self.buttons is None:  # the service answers in the order it is asked
            self.look()
        replaced = self._notes.pop(instead_of, None) if instead_of else None
        self._notes[number] = _Shown()
        body = self._arguments(note, replaced.server_id if replaced else 0)
        self._desk.ask(
            _call("Notify", "susssasa{sv}i", body),
            "u",
            lambda reply: self._shown(number, reply),
            lambda: self._gone(number, shown=False),
        )
        return number

    def withdraw(self, number: int) -> None:
        """Take a note back; nothing more is heard of it."""
        shown = self._notes.get(number)
        if shown is None:
            return
        shown.withdrawn = True
        if shown.server_id:
            del self._notes[number]
            self._desk.tell(_call("CloseNotification", "u", (shown.server_id,)))

    def _arguments(self, note: Note, replaces: int) -> Body:
        buttons = [text for b in note.buttons for text in (b.key, b.label)]
        hints = {
            "urgency": ("y", int(note.urgency)),
            "desktop-entry": ("s", "unplug"),
            "suppress-sound": ("b", True),
        }
        shown_ms = -1 if note.shown_ms is None else note.shown_ms
        text = _escaped(note.body) if self._markup else note.body
        start = (self._app_name, replaces, self._icon, note.title, text)
        return (*start, buttons, hints, shown_ms)

    def _able(self, body: Body) -> None:
        (capabilities,) = body
        self.buttons = "actions" in capabilities
        self._markup = "body-markup" in capabilities

    def _unable(self) -> None:
        self.buttons = False

    def _shown(self, number: int, reply: Body) -> None:
        shown = self._notes.get(number)
        if shown is None:  # replaced before it was shown
            self._desk.tell(_call("CloseNotification", "u", reply))
            return
        (shown.server_id,) = reply
        shown.owner = self._owner
        if shown.withdrawn:
            self.withdraw(number)

    def _set_up(self, bus: Bus) -> None:
        subscribe(bus, interface=_NAME, path=_SERVER.object_path)
        bus.follow(_NAME, self._owner_changed)

    def _owner_changed(self, _name: str, owner: str) -> None:
        """Another service knows nothing of our notes, and may offer other things."""
        before, self._owner = self._owner, owner
        if before and before != owner:
            self.buttons = None
            for number, shown in list(self._notes.items()):
                if shown.server_id:
                    self._gone(number, shown=True)

    def _hear(self, heard: Heard) -> None:
        if heard.interface != _NAME or heard.sender != self._owner:
            return
        match heard.member, heard.body:
            case "ActivationToken", (int(server_id), str(token)):
                self._token = (heard.sender, server_id, token)
            case "ActionInvoked", (int(server_id), str(key)):
                number = self._number_of(server_id)
                if number is not None:
                    self.withdraw(number)  # some services leave it where it is
                    self.heard(Pressed(number, key, self._take_token(server_id)))
            case "NotificationClosed", (int(server_id), int()):
                number = self._number_of(server_id)
                if number is not None:
                    self._gone(number, shown=True)

    def _take_token(self, server_id: int) -> str:
        (owner, known, token), self._token = self._token, ("", 0, "")
        return token if (owner, known) == (self._owner, server_id) else ""

    def _number_of(self, server_id: int) -> int | None:
        for number, shown in self._notes.items():
            if shown.server_id == server_id:
                return number
        return None

    def _gone(self, number: int, *, shown: bool) -> None:
        note = self._notes.pop(number, None)
        if note is not None and not note.withdrawn:
            self.heard(Closed(number, shown=shown))

    def _lost(self) -> None:
        self._owner_changed(_NAME, "")


def _call(member: str, signature: str | None = None, body: Body = ()) -> Message:
    return new_method_call(_SERVER, member, signature, body)


def _escaped(text: str) -> str:
    """Plain text where markup is expected (``html`` would take 2 ms to load)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
