"""The first words with an X server, or with what turns out to be none."""

import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_x_server import SETUP, setup_reply
from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11.auth import METHOD
from unplug.sensing.x11.connection import connect
from unplug.sensing.x11.setup import RefusedError, Setup, shake_hands

# A display that no other run of these tests has.
NUMBER = 20_000 + os.getpid() % 20_000
NAME = f"\0/tmp/.X11-unix/X{NUMBER}"


def greeted(
    said: bytes, *, screen: int = 0, cookie: bytes = b""
) -> tuple[Setup, bytes]:
    """What we make of what a server says, and what we said to it."""
    client, server = socket.socketpair()
    with closing(client), closing(server):
        server.sendall(said)
        server.shutdown(socket.SHUT_WR)
        client.settimeout(1)
        setup = shake_hands(
            client, screen=screen, method=METHOD, cookie=cookie, timeout_s=1
        )
        return setup, server.recv(999)


def refusal(status: int, reason: bytes) -> bytes:
    reason_bytes = len(reason) if status == 0 else 0
    text = reason + bytes(-len(reason) % 4)
    return struct.pack("=2B3H", status, reason_bytes, 11, 0, len(text) // 4) + text


def test_root_is_that_of_the_screen_we_mean() -> None:
    said = setup_reply(11, 22, 33, vendor=b"Some vendor, Inc")
    roots = [greeted(said, screen=screen)[0].root for screen in range(3)]
    assert roots == [11, 22, 33]
    assert greeted(said)[0] == Setup(11, SETUP.id_base, SETUP.id_mask)


def test_we_show_our_cookie_or_nothing() -> None:
    order = {"little": b"l", "big": b"B"}[sys.byteorder]
    _, said = greeted(setup_reply(1))
    assert said == order + struct.pack("=x4H2x", 11, 0, 0, 0)
    _, said = greeted(setup_reply(1), cookie=b"0123456789abcde")
    head = struct.pack("=x4H2x", 11, 0, 18, 15)
    assert said == order + head + METHOD + b"\0\0" + b"0123456789abcde\0"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (refusal(0, b"No protocol specified\n"), "^No protocol specified$"),
        (refusal(2, b"Prove\x1b[0m it\0\0\0\0"), r"^Prove\[0m it$"),
        (refusal(0, b""), "^it gives no reason$"),
        (refusal(0, b"x" * 255), "^x{200}$"),
        (setup_reply(1)[:-1], "^it hung up$"),
        (b"", "^it hung up$"),
        (struct.pack("=Bx3H", 1, 11, 0, 0), "no X server$"),
        (setup_reply(), "no screen 0"),
    ],
)
def test_refusal_is_in_the_words_of_the_server(said: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        greeted(said)


def test_screen_that_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedError, match="no screen 2"):
        greeted(setup_reply(11, 22), screen=2)


@given(st.binary(max_size=300))
def test_rubbish_is_a_setup_or_a_refusal(rubbish: bytes) -> None:
    for said in (rubbish, b"\1" + rubbish, setup_reply(1)[:8] + rubbish):
        try:
            setup, _ = greeted(said)
        except RefusedError as error:
            assert str(error)  # noqa: PT017  (either is fine)
        else:
            assert isinstance(setup, Setup)


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(NAME)
        server.listen()
        yield server


def test_server_that_says_nothing_is_given_up(
    server: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unplug.sensing.x11.connection.TIMEOUT_S", 0.02)
    with pytest.raises(SourceUnavailableError, match=f"timed out at :{NUMBER} — check"):
        connect(f":{NUMBER}")
    assert server.fileno() >= 0


def test_what_is_no_display_is_said_clearly() -> None:
    with pytest.raises(SourceUnavailableError, match="not the name of a display at"):
        connect("nonsense")
