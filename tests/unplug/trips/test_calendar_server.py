"""A window in a real Radicale."""

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from urllib.request import Request, urlopen

import pytest

from tests.unplug.trips.groups import NOW_MS, group, lock
from tests.unplug.trips.transports.brokers import free_port, wait_for
from unplug.errors import UnplugError
from unplug.trips.calendar_server import Calendar, put_window, take_window
from unplug.trips.window_ics import window_ics

UID = "trip-1@unplug"
CONFIG = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
[storage]
filesystem_folder = {folder}/collections
[rights]
type = owner_only
"""


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calendar]:
    folder, port = tmp_path_factory.mktemp("radicale"), free_port()
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    (folder / "users").write_text("ana:right\n")
    words = [sys.executable, "-m", "radicale", "--config", str(folder / "config")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(words, stdout=log, stderr=log, env=os.environ)
    try:
        wait_for(port, process)
        url = f"http://127.0.0.1:{port}/ana/trips/"
        made = Calendar(url, "ana", "right")
        assert raw(made, "MKCALENDAR", "") == 201
        yield made
    finally:
        process.terminate()
        process.wait()


def raw(calendar: Calendar, method: str, name: str, body: bytes | None = None) -> int:
    """What another program does there."""
    asked = Request(calendar.url + name, data=body, method=method)  # noqa: S310
    login = f"{calendar.user}:{calendar.password}".encode()
    asked.add_header("Authorization", f"Basic {base64.b64encode(login).decode()}")
    with urlopen(asked, timeout=10) as answer:  # noqa: S310
        return int(answer.status)


def ics(text: str = "By the lake", sequence: int = 1) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//unplug//EN",
        "BEGIN:VEVENT",
        f"UID:{UID}",
        f"SEQUENCE:{sequence}",
        "DTSTAMP:20260101T000000Z",
        "DTSTART:20260301T100000Z",
        "DTEND:20260301T120000Z",
        f"SUMMARY:{text}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    return "\r\n".join(lines).encode()


@pytest.fixture(autouse=True)
def empty(calendar: Calendar) -> Iterator[None]:
    yield
    take_window(calendar, UID, "")


def test_a_window_is_put_and_replaced_and_taken(calendar: Calendar) -> None:
    first = put_window(calendar, UID, ics())
    assert first is not None
    second = put_window(calendar, UID, ics(sequence=2), first.etag)
    assert second is not None
    assert second.etag
    assert second.etag != first.etag
    assert not second.was_changed
    assert take_window(calendar, UID, second.etag)


def test_the_window_of_a_real_trip_is_taken_by_the_server(calendar: Calendar) -> None:
    ana, _ = group("Ana", "Bea")
    lock(ana)
    plan = ana.state().plan
    assert plan is not None
    assert put_window(calendar, UID, window_ics(ana.state(), plan, NOW_MS)) is not None


def test_what_somebody_changed_is_replaced_and_that_is_said(calendar: Calendar) -> None:
    first = put_window(calendar, UID, ics())
    assert first is not None
    name = UID.replace("@", "%40") + ".ics"
    raw(calendar, "PUT", name, ics("mine"))
    again = put_window(calendar, UID, ics(sequence=2), first.etag)
    assert again is not None
    assert again.was_changed
    assert put_window(calendar, UID, ics(sequence=3), again.etag) is not None


def test_what_somebody_took_away_is_not_put_back(calendar: Calendar) -> None:
    first = put_window(calendar, UID, ics())
    assert first is not None
    raw(calendar, "DELETE", UID.replace("@", "%40") + ".ics")
    assert put_window(calendar, UID, ics(sequence=2), first.etag) is None


def test_a_window_that_was_put_by_another_device_is_found(calendar: Calendar) -> None:
    put_window(calendar, UID, ics())
    again = put_window(calendar, UID, ics(sequence=2))
    assert again is not None
    assert again.was_changed


def test_what_is_wrong_is_one_sentence(calendar: Calendar) -> None:
    wrong = replace(calendar, password="left")  # noqa: S106
    with pytest.raises(UnplugError, match=r"refuses: 127\.0\.0\.1 — check the user"):
        put_window(wrong, UID, ics())
    nowhere = Calendar(f"http://127.0.0.1:{free_port()}/ana/trips/")
    with pytest.raises(UnplugError, match="cannot reach the calendar server"):
        put_window(nowhere, UID, ics())
    with pytest.raises(UnplugError, match="not the address of a calendar: calendar"):
        put_window(Calendar("calendar"), UID, ics())
    elsewhere = replace(calendar, url=calendar.url.replace("trips", "none"))
    with pytest.raises(UnplugError, match=r"does not take it: .* — check the calendar"):
        put_window(elsewhere, UID, ics())
