"""Do-not-disturb during a session, and put back after it, whatever happens."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from jeepney import DBusAddress, new_method_call

from unplug.acting.desk import Desk
from unplug.acting.journal import Entry, Journal
from unplug.acting.switches import Switch, server_information, switch_named
from unplug.errors import UnplugError
from unplug.sensing.bus.connection import Bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.bus.wire import Body

JOURNAL_NAME = "do-not-disturb.json"
_SERVER = DBusAddress(
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
    "org.freedesktop.Notifications",
)
_INHIBIT: Body = ("unplug", "device-free time", {})

log = logging.getLogger(__name__)


class Quiet(Protocol):
    """Do-not-disturb that can be wanted and no longer wanted."""

    @property
    def missing(self) -> str:
        """Why it could not be turned on; empty when it could."""

    def recover(self) -> None:
        """Put back what a crash has left."""

    def on(self) -> None:
        """Hold notifications back."""

    def off(self) -> None:
        """Let them through again, if it was us who held them back."""


class DoNotDisturb:
    """The desktop's own do-not-disturb.

    Where the notification service can be asked to hold back (Plasma), it forgets that
    by itself when we die. Elsewhere a switch is turned that would stay; what it was
    before is on the disk before it is turned, and is put back at the next start if we
    were killed meanwhile. What cannot be written down is not turned. A switch that was
    on already stays on.

    Wishes may come at any time; one step is taken after the other.

    Args:
        desk: the session bus.
        folder: where to write down what has to be put back.
    """

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._journal = Journal(folder / JOURNAL_NAME)
        self._wanted = False
        self._busy = False
        self._undo: Callable[[], None] | None = None
        self._missing = ""
        desk.attend(setup=_nothing_to_set_up, hear=_nothing_to_hear, lost=self._lost)

    @property
    def missing(self) -> str:
        """Why it could not be turned on; empty when it could."""
        return self._missing

    def recover(self) -> None:
        """Put back what a crash has left; harmless when there is nothing."""
        if self._undo is None and self._journal.read() is not None:
            self._undo = self._put_back
            self._work()

    def on(self) -> None:
        """Hold notifications back."""
        self._wanted = True
        self._work()

    def off(self) -> None:
        """Let them through again, if it was us who held them back."""
        self._wanted = False
        self._work()

    def _work(self) -> None:
        if self._busy or self._wanted == (self._undo is not None):
            return
        self._busy = True
        if self._undo is not None:
            self._undo()
        else:
            message = new_method_call(_SERVER, "Inhibit", "ssa{sv}", _INHIBIT)
            self._desk.ask(message, "u", self._inhibited, self._find_switch)

    def _done(self, undo: Callable[[], None] | None, missing: str = "") -> None:
        self._undo, self._missing, self._busy = undo, missing, False
        self._work()

    def _failed(self, missing: str) -> None:
        """Give up until the next wish."""
        log.warning("%s", missing)
        self._missing, self._busy = missing, False
        if not self._wanted:
            self._undo = None

    def _inhibited(self, body: Body) -> None:
        def undo() -> None:
            message = new_method_call(_SERVER, "UnInhibit", "u", body)
            self._desk.ask(
                message, "", lambda _body: self._done(None), lambda: self._done(None)
            )

        self._done(undo)

    def _find_switch(self) -> None:
        def found(body: Body) -> None:
            service = str(body[0])
            switch = switch_named(service, self._desk)
            if switch is None:
                self._failed(f"do-not-disturb cannot be turned on in {service}")
            else:
                self._look_at(service, switch)

        todo = "no notification service answers"
        failed = f"do-not-disturb cannot be turned on: {todo}"
        self._desk.ask(
            server_information(), "ssss", found, lambda: self._failed(failed)
        )

    def _look_at(self, service: str, switch: Switch) -> None:
        def taken(before: bool | None) -> None:  # noqa: FBT001  (what was read)
            if before:
                self._done(self._leave_on)
            else:
                self._turn(Entry(service, before), switch)

        written = self._journal.read()
        if written is not None:  # it may still be on from before a crash
            self._turn(Entry(service, written.before), switch)
        else:
            failed = f"do-not-disturb of {service} cannot be read"
            switch.read(taken, lambda: self._failed(failed))

    def _turn(self, entry: Entry, switch: Switch) -> None:
        try:
            self._journal.write(entry)
        except UnplugError as error:
            self._failed(f"do-not-disturb stays off: {error}")
            return

        def refused() -> None:
            self._journal.clear()
            self._failed(f"do-not-disturb of {entry.service} cannot be turned on")

        switch.write(lambda: self._done(self._put_back), refused, quiet=True)

    def _leave_on(self) -> None:
        self._done(None)

    def _put_back(self) -> None:
        entry = self._journal.read()
        switch = switch_named(entry.service, self._desk) if entry else None
        if entry is None or switch is None:
            self._journal.clear()
            self._done(None)
            return

        def over() -> None:
            self._journal.clear()
            self._done(None)

        def refused() -> None:  # the journal stays: the next start tries again
            self._failed(f"do-not-disturb of {entry.service} cannot be put back")

        switch.write(over, refused, quiet=entry.before)

    def _lost(self) -> None:
        """The bus is gone, and an inhibition with it; a journal stays on the disk."""
        self._undo = None if self._journal.read() is None else self._put_back


def _nothing_to_set_up(_bus: Bus) -> None:
    """No signal is needed."""


def _nothing_to_hear(_heard: Heard) -> None:
    """No signal is needed."""
