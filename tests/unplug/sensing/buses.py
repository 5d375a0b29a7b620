"""Private message buses, and services on them that do as they are told."""

import select
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, prep_socket

from unplug.sensing.bus.connection import Bus
from unplug.sensing.bus.source import BusSource
from unplug.sensing.facts import Fact

PATIENCE_S = 10
PROPERTIES = "org.freedesktop.DBus.Properties"
Returned = tuple[str, tuple[Any, ...]]
Method = Callable[..., Returned]


class PrivateBus:
    """A dbus-daemon of our own."""

    def __init__(self, folder: Path, config: Path | None = None) -> None:
        self._daemon = subprocess.Popen(
            [
                "dbus-daemon",
                f"--config-file={config}" if config else "--session",
                "--nofork",
                "--nopidfile",
                "--print-address=1",
                f"--address=unix:path={folder / 'bus'}",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self.path = str(folder / "bus")

    def connect(self, *, descriptors: bool = False) -> Bus:
        sock = prep_socket(self.path, enable_fds=descriptors)
        return Bus(sock, "session bus", descriptors=descriptors)

    def stop(self) -> None:
        if self._daemon.stdout:
            self._daemon.stdout.close()
        self._daemon.kill()
        self._daemon.wait()


@contextmanager
def private_bus(folder: Path, config: Path | None = None) -> Iterator[PrivateBus]:
    bus = PrivateBus(folder, config)
    try:
        yield bus
    finally:
        bus.stop()


class FakeService:
    """A program on the bus: methods, properties and signals as the test says."""

    def __init__(self, bus: PrivateBus, *names: str) -> None:
        self._connection = DBusConnection(
            prep_socket(bus.path, enable_fds=True), enable_fds=True
        )
        self.unique_name = self._connection.unique_name
        self.methods: dict[str, Method] = {}
        self.properties: dict[str, dict[str, tuple[str, Any]]] = {}
        self.silent: set[str] = set()
        self.calls: list[tuple[Any, ...]] = []
        self.replies: dict[int, Message] = {}
        self._arrived = threading.Condition()
        self._sending = threading.Lock()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        for name in names:
            self.own(name)

    def own(self, name: str) -> None:
        assert self.call(message_bus.RequestName(name)).body == (1,)

    def disown(self, name: str) -> None:
        self.call(message_bus.ReleaseName(name))

    def emit(
        self, path: str, interface: str, member: str, signature: str = "", *body: object
    ) -> None:
        where = DBusAddress(path, interface=interface)
        self._send(new_signal(where, member, signature or None, body))
        self.barrier()

    def change(self, path: str, interface: str, **values: tuple[str, Any]) -> None:
        """Set properties, and say so."""
        self.properties[interface].update(values)
        signature = "sa{sv}as"
        self.emit(
            path, PROPERTIES, "PropertiesChanged", signature, interface, values, []
        )

    def call(self, message: Message) -> Message:
        serial = self._send(message)
        with self._arrived:
            assert self._arrived.wait_for(lambda: serial in self.replies, PATIENCE_S)
            return self.replies.pop(serial)

    def post(
        self, where: DBusAddress, member: str, signature: str = "", *body: object
    ) -> None:
        """Call a method without waiting for its reply."""
        self._send(new_method_call(where, member, signature or None, body))
        self.barrier()

    def barrier(self) -> None:
        """Until the bus has passed on all that was sent."""
        self.call(message_bus.GetId())

    def close(self) -> None:
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE_S)
        self._connection.close()

    def _send(self, message: Message) -> int:
        with self._sending:
            serial: int = next(self._connection.outgoing_serial)
            self._connection.send(message, serial=serial)
            return serial

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                self._take(self._connection.receive())

    def _take(self, message: Message) -> None:
        if message.header.message_type is MessageType.method_call:
            self._answer(message)
        elif message.header.message_type is not MessageType.signal:
            with self._arrived:
                self.replies[message.header.fields[HeaderFields.reply_serial]] = message
                self._arrived.notify_all()

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        member = fields[HeaderFields.member]
        path = fields[HeaderFields.path]
        self.calls.append((path, member, *message.body))
        if member in self.silent:
            return
        method = self.methods.get(f"{path}:{member}") or self.methods.get(member)
        try:
            if method is not None:
                signature, body = method(*message.body)
            else:
                signature, body = self._property(member, *message.body)
        except LookupError:
            self._send(new_error(message, "app.unplug.Test.Refused"))
            return
        self._send(new_method_return(message, signature or None, body))

    def _property(self, member: str, *names: str) -> Returned:
        match member, names:
            case "GetAll", (interface,):
                return "a{sv}", (self.properties[interface],)
            case "Get", (interface, name):
                return "v", (self.properties[interface][name],)
        raise LookupError(member)


def said(source: BusSource) -> list[Fact]:
    """All facts that follow from what is on the bus already."""
    source._bus.call(message_bus.GetId(), "s")
    facts = source.dispatch()
    while source._bus._asked:
        assert readable(source)
        facts += source.dispatch()
    return facts


def hear(source: BusSource, count: int = 1) -> list[Fact]:
    """The next facts, as soon as they come."""
    facts = source.dispatch()
    while len(facts) < count:
        assert readable(source)
        facts += source.dispatch()
    return facts


def hear_until(source: BusSource, fact: Fact) -> None:
    """Listen until this fact is the last one."""
    facts = source.dispatch()
    while not facts or facts[-1] != fact:
        assert readable(source), f"{fact} was not said: {facts}"
        facts += source.dispatch()


def eventually(condition: Callable[[], bool]) -> None:
    """Give others the time they need; what they do is not in our order."""
    give_up = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up
        select.select([], [], [], 0.001)


def readable(source: BusSource, timeout_s: float = PATIENCE_S) -> bool:
    return bool(select.select([source], [], [], timeout_s)[0])


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
