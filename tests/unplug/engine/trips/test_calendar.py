"""Windows of trips in a real Radicale, as the running app keeps them there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.unplug.engine.trip_house import DAY_MS, HOUR_MS, House
from tests.unplug.trips.radicales import Radicale, radicale
from unplug import settings
from unplug.engine.erasing import erase_everything
from unplug.engine.trips.calendar_desk import in_clear
from unplug.errors import UnplugError


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def server(shared: Radicale) -> Iterator[Radicale]:
    if shared.process is None:
        shared.start()
    yield shared
    if shared.process is None:
        shared.start()
    for name in shared.names():
        shared.ask("DELETE", shared.file(name))


@contextmanager
def alone(home: Path) -> Iterator[House]:
    house = House(home / "Ana")
    house.asks("create", name="By the lake", **{"as": "Ana"})
    try:
        yield house
    finally:
        house.close()


def named(house: House, server: Radicale, **other: str) -> dict[str, Any]:
    """Ana names her calendar, and it is looked for."""
    known = server.calendar
    said = {"url": known.url, "user": known.user, "password": known.password}
    house.asks("calendar", how="set", **{**said, **other})
    return settled(house)


def settled(house: House) -> dict[str, Any]:
    """All that is done beside the loop is done."""
    while True:
        house.works()
        house.trips.look()
        if not house.worker.busy:
            return dict(house.asks("calendar", how="done"))


def soon(house: House) -> int:
    return house.clock.stamp().wall_ms + 3 * DAY_MS


def test_a_window_is_put_there_when_it_is_locked_and_goes_when_one_declines(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        assert named(house, server)["windows"] == 0
        house.locks(1_770_000_000_000)
        assert settled(house)["windows"] == 1
        first = server.text()
        assert "SUMMARY:By the lake\r\n" in first
        assert "SEQUENCE:0\r\n" in first
        assert "DTSTART;TZID=Europe/Madrid:20260202T034000\r\n" in first
        assert "DTEND;TZID=Europe/Madrid:20260204T034000\r\n" in first
        assert "BEGIN:VTIMEZONE" in first
        assert "TRIGGER:-PT15M" in first
        assert "ATTENDEE" not in first
        house.locks(1_770_000_000_000 + HOUR_MS)
        settled(house)
        second = server.text()
        assert "SEQUENCE:2\r\n" in second
        assert "20260202T044000" in second
        [uid] = {line for line in second.splitlines() if line.startswith("UID:trip-")}
        assert uid in first
        house.asks("answer", say="no")
        assert settled(house)["windows"] == 0
        assert server.names() == []
        house.locks(soon(house))  # a new revision asks anew
        settled(house)
        assert "SEQUENCE:4\r\n" in server.text()
        house.asks("cancel")
        settled(house)
        assert server.names() == []


def test_a_window_that_was_locked_before_is_put_there_too(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        house.locks(soon(house))
        assert named(house, server)["windows"] == 1
        assert len(server.names()) == 1


def test_what_was_taken_out_by_hand_is_not_put_back(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house))
        settled(house)
        server.ask("DELETE", server.file(server.names()[0]))
        house.locks(soon(house) + HOUR_MS)
        settled(house)
        assert server.names() == []
        assert house.asks("show")["calendar"]["note"] == "removed"
        house.locks(soon(house) + 2 * HOUR_MS)
        settled(house)
        assert server.names() == []


def test_what_was_changed_by_hand_is_put_right_and_that_is_noted(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house))
        settled(house)
        text = server.text().replace("By the lake", "Dentist")
        text = text.replace("-//unplug//trips//EN", "-//a phone//EN")
        server.ask("PUT", server.file(server.names()[0]), text.encode())
        house.locks(soon(house) + HOUR_MS)
        settled(house)
        assert "By the lake" in server.text()
        assert house.asks("show")["calendar"]["note"] == "changed"


def test_a_server_that_is_away_is_tried_again_and_the_trip_is_as_it_was(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        server.stop()
        house.locks(soon(house))
        before = house.asks("show")["digest"]
        told = settled(house)
        assert "cannot reach the calendar server: 127.0.0.1" in told["error"]
        assert told["last_succeeded"] is not None
        [notice] = house.trips.calendar.notices()
        assert "cannot reach the calendar server" in notice
        assert 0 < (house.trips.next_deadline_ms() or 0) <= 60_000
        server.start()
        house.clock.advance(30_000)
        settled(house)
        assert server.names() == []  # not yet
        house.clock.advance(30_000)
        assert settled(house)["error"] is None
        assert len(server.names()) == 1
        assert house.asks("show")["digest"] == before


def test_a_restart_goes_on_with_what_it_knows(tmp_path: Path, server: Radicale) -> None:
    house = House(tmp_path / "Ana")
    house.asks("create", name="By the lake", **{"as": "Ana"})
    named(house, server)
    house.locks(soon(house))
    settled(house)
    tag = house.asks("show")["calendar"]
    house = house.restarts()
    settled(house)
    assert house.asks("show")["calendar"] == tag
    house.locks(soon(house) + HOUR_MS)
    settled(house)
    assert house.asks("show")["calendar"]["note"] == ""
    assert "SEQUENCE:2\r\n" in server.text()
    house.close()


def test_a_window_that_is_over_stays_there_as_long_as_the_trip_does(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house), HOUR_MS)
        settled(house)
        house.lives(4 * DAY_MS)
        settled(house)
        assert len(server.names()) == 1
        house.lives(40 * DAY_MS)  # thirty days after, the trip goes, and all of it
        settled(house)
        assert house.asks("list")["trips"] == []
        assert server.names() == []


def test_a_trip_that_is_deleted_after_its_window_takes_it_along(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house), HOUR_MS)
        settled(house)
        house.lives(4 * DAY_MS)
        server.stop()
        house.asks("forget")
        assert "cannot reach" in settled(house)["error"]  # it is owed, and said
        server.start()
        house.clock.advance(60_000)
        assert settled(house)["error"] is None
        assert server.names() == []


def test_a_trip_that_goes_before_its_window_takes_it_along(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house))
        settled(house)
        house.asks("forget")
        settled(house)
        assert server.names() == []


def test_what_goes_while_the_server_is_away_goes_from_there_after_a_restart(
    tmp_path: Path, server: Radicale
) -> None:
    house = House(tmp_path / "Ana")
    house.asks("create", name="By the lake", **{"as": "Ana"})
    named(house, server)
    house.locks(soon(house))
    settled(house)
    server.stop()
    house.asks("forget")
    settled(house)
    server.start()
    assert len(server.names()) == 1
    house = house.restarts()
    settled(house)
    assert server.names() == []
    house.close()
    house = House(house.folder, house.clock)
    assert house.trips.calendar.desk is None  # nothing is left to be done
    house.close()


def test_another_calendar_takes_over_and_none_leaves_nothing_behind(
    tmp_path: Path, server: Radicale
) -> None:
    other = server.make("other")
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house))
        settled(house)
        assert named(house, server, url=other)["url"] == other
        settled(house)
        assert (server.names(), len(server.names(other))) == ([], 1)
        keys = house.folder / "keys"
        assert (keys / "calendar.key").stat().st_mode & 0o777 == 0o600
        file = (house.folder / "settings.toml").read_text()
        assert other in file
        assert "right" not in file
        house.asks("calendar", how="off")
        assert settled(house)["url"] == ""
        assert server.names(other) == []
        assert not (keys / "calendar.key").exists()
        assert settings.read(house.folder / "settings.toml").settings.calendar.url == ""
    server.ask("DELETE", other)


def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        house.locks(soon(house))
        named(house, server)
        for said, wrong in (
            ({"password": "left"}, "the calendar server refuses: 127.0.0.1"),
            ({"url": f"{server.root}ana/none/"}, "no calendar at this address"),
            ({"url": "my calendar"}, "not the address of a calendar: my calendar"),
            ({"url": "http://127.0.0.1:9/dav/"}, "cannot reach the calendar server"),
        ):
            with pytest.raises(UnplugError, match=wrong):
                named(house, server, **said)
            told = house.asks("calendar", how="show")
            assert (told["url"], told["windows"]) == (server.calendar.url, 1)
        assert len(server.names()) == 1


def test_a_password_that_is_gone_is_asked_for(tmp_path: Path, server: Radicale) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        (house.folder / "keys" / "calendar.key").unlink()
        house.locks(soon(house))
        assert "give it once more" in settled(house)["error"]
        named(house, server)
        settled(house)
        assert len(server.names()) == 1


def test_nothing_of_it_is_loaded_where_no_calendar_is_named(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        house.locks(soon(house))
        assert house.trips.calendar.desk is None


def test_erasing_everything_takes_windows_out_and_forgets_the_password(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house))
        settled(house)
        house.trips.forget_everything()
        assert not (house.folder / "keys" / "calendar.key").exists()
        settled(house)
        assert server.names() == []
        assert house.trips.calendar.notices() == ()


def test_what_erasing_cannot_take_out_of_the_calendar_is_said(
    tmp_path: Path, server: Radicale
) -> None:
    with alone(tmp_path) as house:
        named(house, server)
        house.locks(soon(house))
        settled(house)
        server.stop()
        house.trips.forget_everything()
        settled(house)
        [notice] = house.trips.calendar.notices()
        assert notice.startswith("windows of trips stay in the calendar")
        server.start()


def test_erasing_without_the_app_takes_windows_out_too_and_says_what_stays(
    tmp_path: Path, server: Radicale
) -> None:
    for reached in (True, False):
        with alone(tmp_path / str(reached)) as house:
            named(house, server)
            house.locks(soon(house))
            settled(house)
        keyless = house.folder / settings.FILE_NAME
        settings.change(keyless, "trips.keyring", value=False)
        if not reached:
            server.stop()
        told = erase_everything(house.folder, house.clock)
        assert bool(told) != reached
        if reached:
            assert server.names() == []
        else:
            assert "stay in the calendar" in told
            server.start()


def test_what_is_kept_without_a_calendar_reads_as_before(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        form = house.trips.travelling.open().form
        assert form.calendar is None
        assert replace(form, calendar=None) == form


@pytest.mark.parametrize(
    ("url", "noted"),
    [
        ("http://cloud.example.org/dav/", True),
        ("https://cloud.example.org/dav/", False),
        ("http://127.0.0.1:5232/ana/", False),
        ("http://[::1]:5232/ana/", False),
        ("", False),
    ],
)
def test_a_password_that_travels_in_clear_is_noted(url: str, *, noted: bool) -> None:
    assert bool(in_clear(url)) is noted
