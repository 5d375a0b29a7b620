"""Notes that people see: what they say, their buttons, and what becomes of them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from itertools import count
from typing import Protocol

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
        self.heard: Callable[[Pressed | Closed], None] = unheard
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


def unheard(what: Pressed | Closed) -> None:
    """Nobody hears it."""
    log.debug("nobody hears that %s", what)
