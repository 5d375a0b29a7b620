"""Media players that pause for a session and go on after it."""

from typing import Protocol

from jeepney import DBusAddress, Message, Properties, message_bus, new_method_call

from unplug.acting.desk import Desk
from unplug.sensing.bus.messages import variants
from unplug.sensing.bus.wire import Body

_ROOT = "org.mpris.MediaPlayer2"
_PLAYER = f"{_ROOT}.Player"
_PATH = "/org/mpris/MediaPlayer2"
_MIRROR = f"{_ROOT}.playerctld"  # repeats another player


class Players(Protocol):
    """What plays, to be paused and taken up again."""

    def pause(self) -> None:
        """Pause what plays."""

    def resume(self) -> None:
        """Let go on what we paused, unless somebody decided otherwise meanwhile."""

    def forget(self) -> None:
        """Leave paused what is paused."""


class MprisPlayers:
    """The players on the session bus that follow MPRIS.

    A player is remembered by its connection, so one that was started anew meanwhile
    stays as it is; and one that is stopped, or plays already, too.

    Args:
        desk: the session bus.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._paused: set[str] = set()
        self._turn = 0

    def pause(self) -> None:
        """Pause what plays."""
        self._turn += 1
        turn = self._turn

        def each(body: Body) -> None:
            (names,) = body
            for name in names:
                if name.startswith(f"{_ROOT}.") and name != _MIRROR:
                    self._find(name, turn)

        self._desk.ask(message_bus.ListNames(), "as", each, _leave)

    def resume(self) -> None:
        """Let go on what we paused, unless somebody decided otherwise meanwhile."""
        owners = sorted(self._paused)
        self.forget()
        for owner in owners:
            self._go_on(owner)

    def forget(self) -> None:
        """Leave paused what is paused."""
        self._turn += 1  # what is still on its way to be paused is left alone
        self._paused.clear()

    def _find(self, name: str, turn: int) -> None:
        def found(body: Body) -> None:
            owner = str(body[0])

            def take(body: Body) -> None:
                self._pause_one(owner, variants(body[0]), turn)

            self._desk.ask(_properties(owner), "a{sv}", take, _leave)

        self._desk.ask(message_bus.GetNameOwner(name), "s", found, _leave)

    def _pause_one(self, owner: str, values: dict[str, object], turn: int) -> None:
        plays = values.get("PlaybackStatus") == "Playing"
        if plays and values.get("CanPause", True) and turn == self._turn:

            def paused(_body: Body) -> None:
                if turn == self._turn:
                    self._paused.add(owner)
                else:  # the session was over before the player had answered
                    self._go_on(owner)

            self._desk.ask(_method(owner, "Pause"), "", paused, _leave)

    def _go_on(self, owner: str) -> None:
        def take(body: Body) -> None:
            if variants(body[0]).get("PlaybackStatus") == "Paused":
                self._desk.tell(_method(owner, "Play"))

        self._desk.ask(_properties(owner), "a{sv}", take, _leave)


def _properties(owner: str) -> Message:
    # To the owner itself: a name would be started again if it has just gone.
    return Properties(DBusAddress(_PATH, owner, _PLAYER)).get_all()


def _method(owner: str, member: str) -> Message:
    return new_method_call(DBusAddress(_PATH, owner, _PLAYER), member)


def _leave() -> None:
    """A player that does not answer is left alone."""
