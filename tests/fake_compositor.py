"""A Wayland compositor that shows windows and lets time pass as a test says."""

import contextlib
import select
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.fake_wire import (
    HEADER,
    SERVER_IDS,
    Argument,
    message,
    read_kinds,
    states,
    unpacked,
)

ACTIVATED, FULLSCREEN = 2, 3
KINDS = read_kinds()
EVERYTHING = {
    "wl_seat": 7,
    "zwlr_foreign_toplevel_manager_v1": 3,
    "ext_idle_notifier_v1": 2,
    "org_kde_kwin_idle": 1,
}


@dataclass(eq=False)
class Clock:
    """One idle clock of one client, as wlroots runs them."""

    client: "Client"
    number: int
    timeout_ms: int
    seat: str
    held_by_inhibitors: bool
    idled: str
    left_ms: int = 0
    struck: bool = False

    def __post_init__(self) -> None:
        self.left_ms = self.timeout_ms


@dataclass(eq=False)
class Window:
    """A toplevel window and the objects by which clients know it."""

    app_id: str
    title: str
    states: tuple[int, ...] = ()
    handles: "list[tuple[Client, int]]" = field(default_factory=list)


class Client:
    """A connection, and what its object numbers stand for."""

    def __init__(self, peer: socket.socket) -> None:
        self.peer = peer
        self.objects = {1: "wl_display"}
        self.bound: dict[int, str] = {}  # seats: the seat's name by object
        self.waiting = b""
        self.next_id = SERVER_IDS

    def say(self, number: int, event: str, *arguments: Argument) -> None:
        opcode = KINDS[self.objects[number]].events.index(event)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.peer.sendall(message(number, opcode, *arguments))

    def new_object(self, interface: str) -> int:
        number = self.next_id
        self.next_id += 1
        self.objects[number] = interface
        return number

    def named(self, interface: str) -> list[int]:
        return [number for number, name in self.objects.items() if name == interface]


class FakeCompositor:
    """A compositor on a socket of its own.

    A thread answers while the code under test blocks on opening; once ``work()``
    returns, all that was asked before it has been done, so that tests need not wait.

    Args:
        address: the socket to make.
        offers: which globals in which version; several seats by ``seats``.
        seats: names of the seats.
        late_screen_clocks: let the clocks that inhibitors hold strike after the
            others, when the compositor looks at its clients again.
    """

    def __init__(
        self,
        address: Path,
        *,
        offers: Mapping[str, int] | None = None,
        seats: tuple[str, ...] = ("seat0",),
        late_screen_clocks: bool = False,
    ) -> None:
        self.address = address
        self.clocks: list[Clock] = []
        self.windows: list[Window] = []
        self.inhibited = False
        self.silent = False
        self._late = late_screen_clocks
        self._overdue: list[Clock] = []
        offers = dict(EVERYTHING if offers is None else offers)
        seat_version = offers.pop("wl_seat", 0)
        self._globals = dict(enumerate(offers.items(), 1))
        self._seats: dict[int, str] = {}
        self._clients: list[Client] = []
        self._lock = threading.RLock()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(address))
        self._listener.listen()
        self._stop, self._stopper = socket.socketpair()
        if seat_version:
            for seat in seats:
                self.add_seat(seat)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Die, as a compositor that crashes."""
        self._stopper.close()
        self._thread.join(5)
        self.drop_clients()
        self._listener.close()
        self._stop.close()
        self.address.unlink(missing_ok=True)

    def drop_clients(self) -> None:
        """Cut every connection."""
        with self._lock:
            for client in self._clients:
                client.peer.close()
            self._clients.clear()
            self.clocks.clear()

    def work(self) -> None:
        """Do all that clients have asked for up to now."""
        with self._lock:
            self._accept()
            for client in list(self._clients):
                self._read(client)

    # What a test has the desktop do

    def add_seat(self, name: str) -> None:
        """Plug in another keyboard and pointer."""
        with self._lock:
            number = max(self._globals, default=0) + 1
            self._globals[number] = ("wl_seat", 7)
            self._seats[number] = name
            self._say_to_all("wl_registry", "global", number, "wl_seat", 7)

    def remove_seat(self, name: str) -> None:
        """Unplug them again."""
        with self._lock:
            number = next(n for n, seat in self._seats.items() if seat == name)
            del self._globals[number], self._seats[number]
            self._say_to_all("wl_registry", "global_remove", number)

    def open(self, app_id: str, title: str = "", *shown: int) -> Window:
        """Show a window in these states, without taking the focus from others."""
        with self._lock:
            window = Window(app_id, title, shown)
            self.windows.append(window)
            for client in self._clients:
                for manager in client.named("zwlr_foreign_toplevel_manager_v1"):
                    self._introduce(window, client, manager)
            return window

    def focus(self, window: Window | None, *also: int) -> None:
        """Activate one window and no other; ``also`` are its other states."""
        with self._lock:
            for other in self.windows:
                if other is not window and ACTIVATED in other.states:
                    self.show(other)
            if window is not None:
                self.show(window, ACTIVATED, *also)

    def show(self, window: Window, *shown: int) -> None:
        """Put a window into these states and no others."""
        with self._lock:
            window.states = shown
            self.tell(window, "state", states(*shown))
            self.tell(window, "done")

    def rename(self, window: Window, title: str) -> None:
        """Give a window another title."""
        with self._lock:
            window.title = title
            self.tell(window, "title", title)
            self.tell(window, "done")

    def close(self, window: Window) -> None:
        """Close a window."""
        with self._lock:
            self.windows.remove(window)
            self.tell(window, "closed")

    def tell(self, window: Window, event: str, *arguments: Argument) -> None:
        """Say one thing of a window to all that know it."""
        with self._lock:
            for client, number in window.handles:
                client.say(number, event, *arguments)

    def finish(self) -> None:
        """Stop showing windows to anybody."""
        with self._lock:
            self._say_to_all("zwlr_foreign_toplevel_manager_v1", "finished")

    def refuse(self) -> None:
        """Call what the clients did a breach of protocol."""
        with self._lock:
            self._say_to_all("wl_display", "error", 1, 0, "no")

    def pass_ms(self, duration_ms: int) -> None:
        """Let time pass without input."""
        with self._lock:
            for _ in range(duration_ms):
                self._tick()

    def press(self, seat: str = "seat0") -> None:
        """Press a key."""
        with self._lock:
            for clock in self.clocks:
                if clock.seat == seat:
                    self._restart(clock)

    def inhibit(self, *, held: bool) -> None:
        """Let a player keep the screen awake, or no longer."""
        with self._lock:
            if held != self.inhibited:
                self.inhibited = held
                for clock in self.clocks:
                    if clock.held_by_inhibitors:
                        self._restart(clock)

    def _tick(self) -> None:
        for clock in self.clocks:
            stopped = clock.held_by_inhibitors and self.inhibited
            if clock.struck or stopped or clock in self._overdue:
                continue
            clock.left_ms -= 1
            if clock.left_ms > 0:
                continue
            if self._late and clock.held_by_inhibitors:
                self._overdue.append(clock)
            else:
                self._strike(clock)

    def _strike(self, clock: Clock) -> None:
        clock.struck = True
        clock.client.say(clock.number, clock.idled)

    def _restart(self, clock: Clock) -> None:
        clock.left_ms = clock.timeout_ms
        if clock in self._overdue:
            self._overdue.remove(clock)
        if clock.struck:
            clock.struck = False
            clock.client.say(clock.number, "resumed")

    # What a client asks for

    def _serve(self) -> None:
        while True:
            with self._lock:
                watched = [self._stop, self._listener]
                watched += [client.peer for client in self._clients]
            try:
                ready, _, _ = select.select(watched, [], [], 0.05)
            except (OSError, ValueError):  # a connection was cut meanwhile
                continue
            if self._stop in ready:
                return
            self.work()

    def _accept(self) -> None:
        while select.select([self._listener], [], [], 0)[0]:
            self._clients.append(Client(self._listener.accept()[0]))

    def _read(self, client: Client) -> None:
        while select.select([client.peer], [], [], 0)[0]:
            part = client.peer.recv(4096)
            if not part:
                self._forget(client)
                return
            client.waiting += part
        if self.silent:
            return
        for clock in self._overdue:
            self._strike(clock)
        self._overdue.clear()
        while len(client.waiting) >= HEADER.size:
            target, word = HEADER.unpack_from(client.waiting)
            size, opcode = word >> 16, word & 0xFFFF
            if len(client.waiting) < size:
                return
            body = client.waiting[HEADER.size : size]
            client.waiting = client.waiting[size:]
            self._do(client, target, opcode, body)

    def _forget(self, client: Client) -> None:
        client.peer.close()
        self._clients.remove(client)
        self.clocks = [clock for clock in self.clocks if clock.client is not client]
        for window in self.windows:
            window.handles = [known for known in window.handles if known[0] != client]

    def _do(self, client: Client, target: int, opcode: int, body: bytes) -> None:
        interface = client.objects[target]
        request = KINDS[interface].requests[opcode]
        arguments = unpacked(request.types, body)
        match (interface, request.name), arguments:
            case ("wl_display", "sync"), [int(number)]:
                client.objects[number] = "wl_callback"
                client.say(number, "done", 0)
                self._delete(client, number)
            case ("wl_display", "get_registry"), [int(number)]:
                client.objects[number] = "wl_registry"
                for name, offer in self._globals.items():
                    client.say(number, "global", name, *offer)
            case ("wl_registry", "bind"), [int(name), str(kind), int(_), int(number)]:
                self._bind(client, name, kind, number)
            case (_, "get_idle_notification"), [int(number), int(ms), int(seat)]:
                self._add_clock(client, number, ms, seat, held=True)
            case (_, "get_input_idle_notification"), [int(number), int(ms), int(seat)]:
                self._add_clock(client, number, ms, seat, held=False)
            case (_, "get_idle_timeout"), [int(number), int(seat), int(ms)]:
                self._add_clock(client, number, ms, seat, held=True)
            case (_, "destroy" | "release"), []:
                gone = (client, target)
                self.clocks = [
                    clock
                    for clock in self.clocks
                    if (clock.client, clock.number) != gone
                ]
                self._delete(client, target)
            case unexpected:
                msg = f"nobody should ask for this: {unexpected}"
                raise AssertionError(msg)

    def _bind(self, client: Client, name: int, kind: str, number: int) -> None:
        assert self._globals[name][0] == kind
        client.objects[number] = kind
        if kind == "wl_seat":
            client.bound[number] = self._seats[name]
            client.say(number, "capabilities", 3)
        elif kind == "zwlr_foreign_toplevel_manager_v1":
            for window in self.windows:
                self._introduce(window, client, number)

    def _introduce(self, window: Window, client: Client, manager: int) -> None:
        handle = client.new_object("zwlr_foreign_toplevel_handle_v1")
        client.say(manager, "toplevel", handle)
        window.handles.append((client, handle))
        if window.app_id:
            client.say(handle, "app_id", window.app_id)
        client.say(handle, "title", window.title)
        client.say(handle, "state", states(*window.states))
        client.say(handle, "done")

    def _add_clock(
        self, client: Client, number: int, timeout_ms: int, seat: int, *, held: bool
    ) -> None:
        kde = "org_kde_kwin_idle_timeout"
        ext = "ext_idle_notification_v1"
        is_kde = bool(client.named("org_kde_kwin_idle"))
        client.objects[number] = kde if is_kde else ext
        idled = "idle" if is_kde else "idled"
        name = client.bound[seat]
        self.clocks.append(Clock(client, number, timeout_ms, name, held, idled))

    def _delete(self, client: Client, number: int) -> None:
        del client.objects[number]
        if number < SERVER_IDS:
            client.say(1, "delete_id", number)

    def _say_to_all(self, interface: str, event: str, *arguments: Argument) -> None:
        for client in self._clients:
            for number in client.named(interface):
                client.say(number, event, *arguments)
