"""The local socket between the command line and the running app."""

import json
import socket
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from unplug.engine.control import ControlServer, Message, NotRunningError, ask
from unplug.errors import UnplugError


def answer(request: Message) -> Message:
    if request.get("do") == "fail":
        failed = "cannot do this"
        raise UnplugError(failed, "fail", "do that")
    return {"heard": request}


@contextmanager
def served(folder: Path) -> Iterator[ControlServer]:
    """A server that another thread drives until it is closed."""
    server = ControlServer(folder, answer)
    over = threading.Event()

    def drive() -> None:
        while not over.is_set():
            server.dispatch()

    thread = threading.Thread(target=drive)
    thread.start()
    try:
        yield server
    finally:
        over.set()
        thread.join()
        server.close()


def test_a_request_is_answered(tmp_path: Path) -> None:
    with served(tmp_path):
        assert ask(tmp_path, {"do": "x"}) == {"heard": {"do": "x"}}


def test_what_the_app_refuses_reaches_the_user_as_it_is(tmp_path: Path) -> None:
    with served(tmp_path), pytest.raises(UnplugError) as caught:
        ask(tmp_path, {"do": "fail"})
    assert str(caught.value) == "cannot do this: fail — do that"


def test_nobody_there_is_not_running(tmp_path: Path) -> None:
    with pytest.raises(NotRunningError):
        ask(tmp_path, {"do": "x"})


def test_a_socket_left_behind_by_a_kill_is_not_running(tmp_path: Path) -> None:
    dead = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    dead.bind(str(tmp_path / "unplug.socket"))
    dead.close()
    with pytest.raises(NotRunningError):
        ask(tmp_path, {"do": "x"})
    with served(tmp_path):
        assert ask(tmp_path, {}) == {"heard": {}}


def test_only_the_user_may_ask(tmp_path: Path) -> None:
    server = ControlServer(tmp_path, answer)
    mode = (tmp_path / "unplug.socket").stat().st_mode
    server.close()
    assert stat.S_IMODE(mode) == 0o600


def test_a_closed_server_leaves_no_socket_behind(tmp_path: Path) -> None:
    server = ControlServer(tmp_path, answer)
    server.close()
    server.close()
    assert not (tmp_path / "unplug.socket").exists()


def test_a_path_longer_than_a_socket_address_works(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 100) / ("e" * 100)
    deep.mkdir(parents=True)
    with served(deep):
        assert ask(deep, {"do": "x"}) == {"heard": {"do": "x"}}


@pytest.mark.parametrize("rubbish", [b"\n", b"{\n", b"[1]\n", b"\xff\xfe\n", b"7\n"])
def test_rubbish_gets_an_answer_and_the_server_goes_on(
    tmp_path: Path, rubbish: bytes
) -> None:
    with served(tmp_path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
            client.connect(str(tmp_path / "unplug.socket"))
            client.sendall(rubbish)
            assert isinstance(json.loads(client.makefile().readline()), dict)
        assert ask(tmp_path, {"do": "x"}) == {"heard": {"do": "x"}}


def test_a_client_that_says_nothing_holds_nobody_up(tmp_path: Path) -> None:
    with (
        served(tmp_path),
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent,
    ):
        silent.connect(str(tmp_path / "unplug.socket"))
        silent.sendall(b'{"do":')
        assert ask(tmp_path, {"do": "x"}) == {"heard": {"do": "x"}}


def test_a_client_that_never_stops_talking_is_cut_off(tmp_path: Path) -> None:
    with served(tmp_path), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(str(tmp_path / "unplug.socket"))
        with pytest.raises(OSError, match=r"Broken pipe|reset"):
            client.sendall(b"x" * 16_000_000)
