"""The focused window on an X server without a manager, and how a source opens."""

import struct
from collections.abc import Callable

import pytest

from tests.fake_x_server import ROOT, Answer, Answers, FakeXServer, event
from unplug.sensing.facts import Focus
from unplug.sensing.source import SensingOptions, Source, SourceUnavailableError
from unplug.sensing.x11.focus import X11Focus
from unplug.sensing.x11.opening import open_focus, open_idle
from unplug.sensing.x11.requests import POINTER_ROOT

QUERY_TREE, INTERN_ATOM, GET_PROPERTY = 15, 16, 20
GET_INPUT_FOCUS, QUERY_EXTENSION = 43, 98
STRING = 31
WINDOW = 77


class DesktopWithoutManager:
    """Answers as a server where one window has the keys.

    Each window's number is in its class, unless it is within another window.
    """

    def __init__(self, window: int) -> None:
        self.window = window
        self.within: dict[int, int] = {}
        self._atoms: dict[bytes, int] = {}

    def __call__(self, request: bytes) -> Answer:
        opcode = request[0]
        if opcode == INTERN_ATOM:
            name = request[8:].rstrip(b"\0")
            return struct.pack(
                "=I", self._atoms.setdefault(name, 400 + len(self._atoms))
            )
        if opcode == GET_INPUT_FOCUS:
            return struct.pack("=I", self.window)
        if opcode == QUERY_TREE:
            (window,) = struct.unpack_from("=I", request, 4)
            return struct.pack("=2I", ROOT, self.within.get(window, ROOT))
        if opcode == GET_PROPERTY:
            return self._property(*struct.unpack_from("=2I", request, 4))
        return b"" if opcode == QUERY_EXTENSION else None

    def _property(self, window: int, atom: int) -> Answer:
        if window in self.within or atom != self._atoms[b"WM_CLASS"]:
            return 0, b""
        value = b"instance\0Class%d\0" % window
        return 8, struct.pack("=3I12x", STRING, 0, len(value)) + value


def test_focus_is_said_again_where_an_event_says_that_it_moved() -> None:
    desktop = DesktopWithoutManager(WINDOW)
    with FakeXServer(desktop) as server:
        focus = X11Focus(server.connection(), titles=False)
        assert focus.dispatch() == [Focus("Class77")]
        assert focus.dispatch() == []
        desktop.window = 78
        server.say(event(28, len(server.requests), WINDOW, 12_345))  # a property
        assert focus.dispatch() == []
        server.say(event(10 | 0x80, len(server.requests), WINDOW))  # out of focus
        assert focus.dispatch() == [Focus("Class78")]
        server.say(event(17, len(server.requests), ROOT, WINDOW))  # destroyed
        assert focus.dispatch() == []


def test_keys_that_go_to_a_part_of_a_window_are_that_windows() -> None:
    desktop = DesktopWithoutManager(5)
    desktop.within = {5: 6, 6: WINDOW}
    with FakeXServer(desktop) as server:
        focus = X11Focus(server.connection(), titles=False)
        assert focus.dispatch() == [Focus("Class77")]
        desktop.window = POINTER_ROOT
        server.say(event(9, len(server.requests), ROOT))
        assert focus.dispatch() == [Focus(None)]


@pytest.fixture
def nearby(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answers], FakeXServer]:
    """Makes a server the desktop's own."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")

    def start(answers: Answers) -> FakeXServer:
        server = FakeXServer(answers)
        connect = "unplug.sensing.x11.connection.connect"
        monkeypatch.setattr(connect, lambda _: server.connection())
        return server

    return start


@pytest.mark.parametrize("opener", [open_focus, open_idle])
def test_xwayland_is_left_to_those_who_see_all_of_the_desktop(
    nearby: Callable[[Answers], FakeXServer], opener: Callable[[SensingOptions], Source]
) -> None:
    with (
        nearby(lambda _: bytes((1, 150, 0, 0))) as server,
        pytest.raises(SourceUnavailableError, match=":0 is Xwayland — log in to X11"),
    ):
        opener(SensingOptions())
    assert server.client.fileno() == -1


@pytest.mark.parametrize("opener", [open_focus, open_idle])
def test_server_that_is_lost_while_opening_is_not_available(
    nearby: Callable[[Answers], FakeXServer], opener: Callable[[SensingOptions], Source]
) -> None:
    def answer(request: bytes) -> Answer:
        return b"" if request[8:].startswith(b"XWAYLAND") else None

    with (
        nearby(answer) as server,
        pytest.raises(SourceUnavailableError, match="lost the X server: it does not"),
    ):
        opener(SensingOptions())
    assert server.client.fileno() == -1
