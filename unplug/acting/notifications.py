"""Notifications of the desktop, with buttons."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from itertools import count
from typing import Protocol

from jeepney import DBusAddress, Message, new_method_call

from unplug.acting.desk import Desk, subscribe
from unplug.sensing.bus import Bus
from unplug.sensing.bus_messages import Heard
from unplug.sensing.bus_wire import Body

_NAME = "org.freedesktop.Notifications"
_SERVER = DBusAddress("/org/freedesktop/Notifications", _NAME, _NAME)
BY_A_CLICK = "default"
"""The button that a click on the notification itself presses."""

log = logging.getLogger(__name__)


class Urgency(IntEnum):
    """How loudly a notification speaks; unplug never shouts."""

    LOW = 0
    NORMAL = 1


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it is called by us and by people."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """A notification.

    Attributes:
        title: one line.
        body: plain text.
        buttons: what can be pressed; with ``BY_A_CLICK`` as key, the note itself.
        urgency: how loudly it speaks.
        shown_ms: how long it stays; 0: until it is closed; None: as the desktop likes.
    """

    title: str
    body: str = ""
    buttons: tuple[Button, ...] = ()
    urgency: Urgency = Urgency.NORMAL
    shown_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a note was pressed; the note is gone then.

    Attributes:
        note: the note's number.
        key: the button's key.
        token: lets the window that opens now take the focus; may be empty.
    """

    note: int
    key: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """A note is gone from the screen, or could not be shown at all.

    Attributes:
        note: the note's number.
        shown: whether it ever was.
    """

    note: int
    shown: bool = True


class Notifications(Protocol):
    """Somebody who shows notes and says what is pressed.

    Attributes:
        buttons: whether the notes have buttons here; None while that is not known. If
            they have none, or a note is ``Closed`` without having been shown, a small
            card of our own takes over.
        heard: takes what happens to the notes.
    """

    buttons: bool | None
    heard: Callable[[Pressed | Closed], None]

    def look(self) -> None:
        """Find out what this desktop offers."""

    def show(self, note: Note, *, instead_of: int | None = None) -> int:
        """Show a note, or another one in the place of one; returns its number."""

    def withdraw(self, number: int) -> None:
        """Take a note back."""


class NoNotifications:
    """For a desktop without notifications: every note is closed before it is shown."""

    buttons: bool | None = False

    def __init__(self) -> None:
        self.heard: Callable[[Pressed | Closed], None] = _unheard
        self._numbers = count(1)

    def look(self) -> None:
        """Nothing is offered."""

    def show(self, note: Note, *, instead_of: int | None = None) -> int:  # noqa: ARG002  (nobody sees it)
        """Say that nobody saw it."""
        number = next(self._numbers)
        self.heard(Closed(number, shown=False))
        return number

    def withdraw(self, number: int) -> None:
        """Nothing is shown."""


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
        self.heard: Callable[[Pressed | Closed], None] = _unheard
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


def _unheard(what: Pressed | Closed) -> None:
    log.debug("nobody hears that %s", what)
