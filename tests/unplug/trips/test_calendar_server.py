"""A window in a real Radicale."""

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.unplug.trips.groups import NOW_MS, group, lock
from tests.unplug.trips.radicales import Radicale, radicale
from tests.unplug.trips.transports.brokers import free_port
from unplug.errors import UnplugError
from unplug.trips.calendar_server import (
    Calendar,
    found_calendar,
    parted,
    put_window,
    take_window,
)
from unplug.trips.window_ics import PRODUCT, window_ics

UID = "trip-1@unplug"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as made:
        yield made


@pytest.fixture
def calendar(server: Radicale) -> Calendar:
    return server.calendar


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


def test_what_somebody_changed_is_replaced_and_that_is_said(
    server: Radicale, calendar: Calendar
) -> None:
    first = put_window(calendar, UID, ics())
    assert first is not None
    server.ask("PUT", server.file(f"{UID}.ics"), ics("mine"))
    again = put_window(calendar, UID, ics(sequence=2), first.etag)
    assert again is not None
    assert again.was_changed
    theirs = ics().replace(b"-//unplug//EN", PRODUCT.encode())  # another computer's
    server.ask("PUT", server.file(f"{UID}.ics"), theirs)
    third = put_window(calendar, UID, ics(sequence=3), again.etag)
    assert third is not None
    assert not third.was_changed
    assert put_window(calendar, UID, ics(sequence=4), third.etag) is not None


def test_what_somebody_took_away_is_not_put_back(
    server: Radicale, calendar: Calendar
) -> None:
    first = put_window(calendar, UID, ics())
    assert first is not None
    server.ask("DELETE", server.file(f"{UID}.ics"))
    assert put_window(calendar, UID, ics(sequence=2), first.etag) is None


def test_a_window_that_was_put_by_another_device_is_taken_over_in_silence(
    calendar: Calendar,
) -> None:
    put_window(calendar, UID, ics())
    again = put_window(calendar, UID, ics(sequence=2))
    assert again is not None
    assert not again.was_changed


def test_a_window_is_taken_out_also_where_somebody_changed_it(
    server: Radicale, calendar: Calendar
) -> None:
    first = put_window(calendar, UID, ics())
    assert first is not None
    server.ask("PUT", server.file(f"{UID}.ics"), ics("mine"))
    assert not take_window(calendar, UID, first.etag)
    assert server.names() == []
    assert not take_window(calendar, UID, first.etag)


def test_a_calendar_is_found_by_its_own_address_or_as_the_only_one_of_its_server(
    server: Radicale, calendar: Calendar
) -> None:
    assert found_calendar(calendar) == calendar
    bare = replace(calendar, url=calendar.url.rstrip("/"))
    assert found_calendar(bare) == calendar
    assert found_calendar(replace(calendar, url=server.root)) == calendar
    other = server.make("work")
    with pytest.raises(UnplugError, match=r"there are several calendars: .*name one"):
        found_calendar(replace(calendar, url=server.root))
    server.ask("DELETE", other)
    with pytest.raises(UnplugError, match=r"no calendar at this address: http.*copy"):
        found_calendar(Calendar(f"{server.root}zoe/none/", "zoe", "right"))


def test_a_login_that_stands_in_the_address_is_taken_out_of_it() -> None:
    said = Calendar("https://ana:r%40ight@cloud.example.org:8443/dav/")
    known = Calendar("https://cloud.example.org:8443/dav/", "ana", "r@ight")
    assert parted(said) == known


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


def test_without_the_extra_it_is_said_how_to_get_it(
    calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "caldav", None)
    said = r"cannot speak to calendar servers — pip install 'unplug\[caldav\]'"
    for act in (found_calendar, parted):
        with pytest.raises(UnplugError, match=said):
            act(calendar)
