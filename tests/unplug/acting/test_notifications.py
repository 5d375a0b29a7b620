import itertools
from collections.abc import Callable
from typing import Any

import pytest

from tests.unplug.acting.desks import pump_until
from tests.unplug.sensing.buses import FakeService, Returned
from unplug.acting.desk import Desk
from unplug.acting.notifications import (
    BY_A_CLICK,
    Button,
    Closed,
    DesktopNotifications,
    NoNotifications,
    Note,
    Pressed,
    Urgency,
)

Serve = Callable[..., FakeService]
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
BIG = 2**32 - 1  # numbers are unsigned


class Server:
    def __init__(self, serve: Serve, *capabilities: str) -> None:
        self.shown: dict[int, tuple[Any, ...]] = {}
        self.closed: list[int] = []
        self._numbers = itertools.count(BIG, -1)
        self.service = serve()
        self.service.methods["GetCapabilities"] = lambda: ("as", (list(capabilities),))
        self.service.methods["Notify"] = self._notify
        self.service.methods["CloseNotification"] = self._close
        self.service.own(NAME)

    def _notify(self, *note: Any) -> Returned:  # noqa: ANN401  (as it comes)
        number = note[1] or next(self._numbers)
        self.shown[number] = note
        return "u", (number,)

    def _close(self, number: int) -> Returned:
        self.closed.append(number)
        return "", ()

    def press(self, number: int, key: str) -> None:
        self.service.emit(PATH, NAME, "ActionInvoked", "us", number, key)

    def close(self, number: int) -> None:
        self.service.emit(PATH, NAME, "NotificationClosed", "uu", number, 2)


class Told:
    """What is heard of notes."""

    def __init__(self, desk: Desk) -> None:
        self.notes = DesktopNotifications(desk, app_name="Unplug")
        self.notes.heard = self._hear
        self.heard: list[Pressed | Closed] = []
        self._desk = desk

    def _hear(self, what: Pressed | Closed) -> None:
        self.heard.append(what)

    def until(self, count: int) -> list[Pressed | Closed]:
        pump_until(self._desk, lambda: len(self.heard) >= count)
        return self.heard

    def all_shown(self) -> None:
        pump_until(
            self._desk, lambda: all(n.server_id for n in self.notes._notes.values())
        )


@pytest.fixture
def told(desk: Desk) -> Told:
    return Told(desk)


def test_note_arrives_with_its_buttons_quietly(told: Told, serve: Serve) -> None:
    server = Server(serve, "actions", "body-markup")
    buttons = (Button("now", "Now"), Button("later", "+5 min"))
    note = Note("Device-free at 18:00", "1 < 2 & more", buttons, Urgency.LOW, 0)
    told.notes.show(note)
    told.all_shown()
    assert told.notes.buttons is True
    ((app, replaces, icon, title, body, actions, hints, shown_ms),) = (
        server.shown.values()
    )
    assert (app, replaces, icon, title) == ("Unplug", 0, "unplug", note.title)
    assert actions == ["now", "Now", "later", "+5 min"]
    assert hints["urgency"] == ("y", 0)
    assert hints["suppress-sound"] == ("b", True)
    assert shown_ms == 0
    assert body == "1 < 2 & more"  # what it can do was not known yet
    told.notes.show(note)
    told.all_shown()
    assert list(server.shown.values())[-1][4] == "1 &lt; 2 &amp; more"


def test_pressed_button_and_closing_are_told_once(told: Told, serve: Serve) -> None:
    server = Server(serve, "actions")
    one, two = told.notes.show(Note("one")), told.notes.show(Note("two"))
    told.all_shown()
    passed = "token-7"
    server.service.emit(PATH, NAME, "ActivationToken", "us", BIG - 1, passed)
    server.press(BIG - 1, "now")
    server.close(BIG - 1)
    server.close(BIG - 1)
    server.press(BIG, BY_A_CLICK)
    assert told.until(2) == [Pressed(two, "now", passed), Pressed(one, BY_A_CLICK)]
    pump_until(told._desk, lambda: server.closed == [BIG - 1, BIG])


def test_signals_of_others_say_nothing(told: Told, serve: Serve) -> None:
    server = Server(serve, "actions")
    note = told.notes.show(Note("one"))
    told.all_shown()
    stranger = serve()
    stranger.emit(PATH, NAME, "ActionInvoked", "us", BIG, "now")
    server.press(7, "now")  # somebody else's note
    server.service.emit(PATH, NAME, "ActionInvoked", "s", "odd")
    server.press(BIG, "later")
    assert told.until(1) == [Pressed(note, "later")]


def test_withdrawn_note_is_closed_even_before_it_is_shown(
    told: Told, desk: Desk, serve: Serve
) -> None:
    server = Server(serve)
    told.notes.withdraw(told.notes.show(Note("early")))
    pump_until(desk, lambda: server.closed)
    shown = told.notes.show(Note("shown"))
    told.all_shown()
    told.notes.withdraw(shown)
    told.notes.withdraw(shown)
    pump_until(desk, lambda: len(server.closed) == 2)
    for number in server.closed:
        server.close(number)
    desk.settle()
    assert told.heard == []


def test_note_takes_the_place_of_another(told: Told, serve: Serve) -> None:
    server = Server(serve, "actions")
    first = told.notes.show(Note("in 5 minutes"))
    told.all_shown()
    second = told.notes.show(Note("in 1 minute"), instead_of=first)
    told.all_shown()
    assert len(server.shown) == 1
    server.press(BIG, "now")
    assert told.until(1) == [Pressed(second, "now")]


def test_note_replaced_before_it_was_shown_is_closed(
    told: Told, desk: Desk, serve: Serve
) -> None:
    server = Server(serve)
    first = told.notes.show(Note("one"))
    told.notes.show(Note("two"), instead_of=first)
    pump_until(desk, lambda: server.closed)
    assert server.closed == [BIG]


def test_service_without_buttons_is_known(told: Told, desk: Desk, serve: Serve) -> None:
    Server(serve, "body")
    told.notes.look()
    desk.settle()
    assert told.notes.buttons is False


def test_without_a_service_a_note_is_closed_unseen(told: Told) -> None:
    note = told.notes.show(Note("one"))
    assert told.until(1) == [Closed(note, shown=False)]
    assert told.notes.buttons is False


def test_service_that_ends_takes_its_notes_along(
    told: Told, desk: Desk, serve: Serve
) -> None:
    server = Server(serve, "actions")
    note = told.notes.show(Note("one"))
    told.all_shown()
    server.service.close()
    assert told.until(1) == [Closed(note)]
    assert told.notes.buttons is None
    again = Server(serve, "body")
    told.notes.show(Note("two"))
    told.all_shown()
    assert told.notes.buttons is False
    assert len(again.shown) == 1
    assert desk.is_open


def test_desktop_without_notifications_closes_every_note_unseen() -> None:
    notes = NoNotifications()
    heard: list[Pressed | Closed] = []
    notes.heard = heard.append
    notes.look()
    number = notes.show(Note("one"))
    notes.withdraw(number)
    assert heard == [Closed(number, shown=False)]
    assert notes.buttons is False
