"""Cookies, out of authority files as xauth writes them."""

import socket
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.sensing.x11.auth import LOCAL, METHOD, WILD, cookie_for, read_entries

HOST = socket.gethostname().encode()
INTERNET = 0


def entry(
    cookie: bytes,
    *,
    family: int = LOCAL,
    address: bytes = HOST,
    number: bytes = b"7",
    method: bytes = METHOD,
) -> bytes:
    fields = (address, number, method, cookie)
    return struct.pack(">H", family) + b"".join(
        struct.pack(">H", len(field)) + field for field in fields
    )


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "authority"
    monkeypatch.setenv("XAUTHORITY", str(path))
    return path


@pytest.fixture
def here() -> Iterator[socket.socket]:
    one, two = socket.socketpair()
    with closing(one), closing(two):
        yield one


def test_entry_for_this_host_and_display_is_taken(
    authority: Path, here: socket.socket
) -> None:
    authority.write_bytes(
        entry(b"old", number=b"6")
        + entry(b"other method", method=b"XDM-AUTHORIZATION-1")
        + entry(b"far", family=INTERNET, address=bytes((10, 0, 0, 1)))
        + entry(b"other host", address=b"elsewhere")
        + entry(b"right")
        + entry(b"too late")
    )
    assert cookie_for(here, 7) == b"right"
    assert cookie_for(here, 6) == b"old"
    assert cookie_for(here, 8) == b""


def test_entry_for_all_hosts_or_displays_is_for_this_one_too(
    authority: Path, here: socket.socket
) -> None:
    authority.write_bytes(entry(b"wild", family=WILD, address=b"", number=b""))
    assert cookie_for(here, 7) == cookie_for(here, 12) == b"wild"


def test_machine_may_have_been_renamed(authority: Path, here: socket.socket) -> None:
    authority.write_bytes(entry(b"cookie", address=b"my-old-name"))
    assert cookie_for(here, 7) == b"cookie"


def test_server_on_another_host_is_known_by_its_address(authority: Path) -> None:
    class Far(socket.socket):
        def getpeername(self) -> tuple[str, int]:
            return "192.0.2.7", 6007

    authority.write_bytes(
        entry(b"local")
        + entry(b"other", family=INTERNET, address=bytes((192, 0, 2, 8)))
        + entry(b"far", family=INTERNET, address=bytes((192, 0, 2, 7)))
    )
    with Far(socket.AF_INET) as sock:
        assert cookie_for(sock, 7) == b"far"
        assert cookie_for(sock, 8) == b""


def test_what_ssh_forwards_is_local(authority: Path) -> None:
    authority.write_bytes(entry(b"forwarded", number=b"10"))
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as sock,
    ):
        assert cookie_for(sock, 10) == b"forwarded"


def test_entries_before_the_end_of_a_truncated_file_count(
    authority: Path, here: socket.socket
) -> None:
    whole = entry(b"first") + entry(b"second", number=b"8")
    for size in range(len(whole)):
        authority.write_bytes(whole[:size])
        known = size >= len(entry(b"first"))
        assert cookie_for(here, 7) == (b"first" if known else b"")
        assert cookie_for(here, 8) == b""


def test_no_file_is_no_cookie(
    authority: Path, here: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cookie_for(here, 7) == b""
    authority.mkdir()
    assert cookie_for(here, 7) == b""
    monkeypatch.delenv("XAUTHORITY")
    monkeypatch.delenv("HOME", raising=False)
    assert cookie_for(here, 7) == b""


def test_file_is_in_the_home_folder_unless_said_otherwise(
    tmp_path: Path, here: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XAUTHORITY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".Xauthority").write_bytes(entry(b"at home"))
    assert cookie_for(here, 7) == b"at home"


@given(st.binary(max_size=300))
def test_rubbish_is_read_to_its_end(
    tmp_path_factory: pytest.TempPathFactory, rubbish: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "rubbish"
    path.write_bytes(rubbish)
    assert len(list(read_entries(path))) <= len(rubbish) // 10
