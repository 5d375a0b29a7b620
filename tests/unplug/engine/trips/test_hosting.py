"""The own broker of the running app, on the loopback: off, on, moved, and off again."""

import os
import select
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from tests.unplug.cli.calling import program
from tests.unplug.engine.trip_house import DAY_MS, House
from tests.unplug.trips.transports.brokers import free_port
from unplug import settings
from unplug.clock import SystemClock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.trips.brokers import places_of
from unplug.engine.trips.hosting import Hosting
from unplug.engine.working import Job

PATIENCE_S = 30.0
Build = Callable[..., House]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    houses: list[House] = []

    def make(name: str = "Ana", **chosen: object) -> House:
        here = {"port": free_port(), "address": "127.0.0.1", **chosen}
        houses.append(house_with(tmp_path / name, **here))
        return houses[-1]

    yield make
    for house in houses:
        house.close()


def house_with(folder: Path, **own_broker: object) -> House:
    """A house whose user has chosen something of an own broker."""
    folder.mkdir(exist_ok=True)
    for name, value in own_broker.items():
        settings.change(folder / settings.FILE_NAME, f"own_broker.{name}", value)
    return House(folder, SystemClock())


def until(true: Callable[[], bool], *houses: House) -> None:
    """Let the houses run, each under a loop of its own, until something holds."""
    ends = monotonic() + PATIENCE_S
    while not true():
        assert monotonic() < ends, "it did not come"
        for house in houses:
            house.worker.dispatch()
            speakers = house.trips.sources()
            ready = select.select(speakers, [], [], 0.02)[0] if speakers else ()
            for speaker in ready:
                assert house.trips.ready(speaker)
            house.trips.look()


def listens(house: House) -> bool:
    """Whether anybody listens where the own broker would."""
    with socket.socket() as trying:
        return (
            trying.connect_ex(("127.0.0.1", house.choices.running.own_broker.port)) == 0
        )


def begins(house: House, title: str = "By the lake") -> None:
    house.asks("create", name=title, **{"as": house.folder.name})


def place(house: House) -> str:
    return f"mqtt://127.0.0.1:{house.choices.running.own_broker.port}"


def hosting(house: House) -> Hosting:
    found = house.trips.travelling.hosting
    assert isinstance(found, Hosting)
    return found


def test_nothing_listens_until_it_is_switched_on_nor_after_it_is_off(
    build: Build,
) -> None:
    ana = build()
    begins(ana)
    house_runs(ana)
    assert not listens(ana)
    assert ana.asks("host") == {
        "on": False,
        "listening": False,
        "place": None,
        "name": None,
        "port": ana.choices.running.own_broker.port,
        "trips": [],
        "error": None,
    }
    ana.asks("host", on=True)
    until(lambda: ana.asks("host")["listening"], ana)
    assert listens(ana)
    ana.asks("host", on=False)
    until(lambda: hosting(ana).pid is None, ana)
    assert not listens(ana)
    assert ana.asks("show")["ways"] == []
    assert ana.trips.sources() == ()


def house_runs(house: House) -> None:
    for _ in range(3):
        until(lambda: True, house)
        house.trips.look()


def test_without_a_trip_that_the_user_organises_nothing_listens(build: Build) -> None:
    ana = build(on=True)
    shown = ana.asks("host")
    assert shown["error"] == "it listens once you organise a trip: unplug trip create"
    assert hosting(ana).pid is None
    begins(ana)
    until(lambda: ana.asks("host")["listening"], ana)
    assert ana.asks("host")["trips"] == ["By the lake"]
    ana.asks("forget")  # nobody else is in it
    until(lambda: hosting(ana).pid is None, ana)
    assert not listens(ana)


def test_two_meet_over_the_organisers_computer_and_nothing_else(build: Build) -> None:
    ana, bea = build("Ana"), build("Bea")
    begins(ana)
    ana.asks("host", on=True)
    until(lambda: bool(ana.asks("show")["ways"]), ana)
    ana.asks("sync", agreed=True)
    [way] = ana.asks("show")["ways"]
    assert (way["kind"], way["place"]) == ("own", place(ana))
    link = ana.asks("invite", for_ms=DAY_MS, approval=False)["link"]
    bea.asks("join", invite=link, **{"as": "Bea"})
    [way] = bea.asks("show")["ways"]
    assert (way["kind"], way["place"]) == ("broker", place(ana))
    bea.asks("sync", agreed=True)
    until(lambda: bea.trips.travelling.open().me is not None, ana, bea)
    ana.asks("list-change", how="add", text="a map")
    until(lambda: len(bea.asks("show")["items"]) == 1, ana, bea)
    until(lambda: ana.asks("show")["ways"][0]["last_succeeded"] is not None, ana, bea)


def test_in_another_network_it_listens_there_and_the_own_trip_follows(
    build: Build,
) -> None:
    ana = build(on=True)
    begins(ana)
    until(lambda: place(ana) in ways(ana), ana)
    before = place(ana)
    ana.choices.change("own_broker.address", "127.0.0.2")
    now = f"mqtt://127.0.0.2:{ana.choices.running.own_broker.port}"
    until(lambda: ways(ana) == [now], ana)
    assert before not in ways(ana)
    assert now in ana.asks("host")["place"]


def test_a_member_goes_along_when_the_organisers_computer_is_elsewhere(
    build: Build,
) -> None:
    ana, bea = build("Ana", on=True), build("Bea")
    begins(ana)
    until(lambda: place(ana) in ways(ana), ana)
    ana.asks("sync", agreed=True)
    link = ana.asks("invite", for_ms=DAY_MS, approval=False)["link"]
    bea.asks("join", invite=link, **{"as": "Bea"})
    bea.asks("sync", agreed=True)
    until(lambda: bea.trips.travelling.open().me is not None, ana, bea)
    before = ways(bea)
    seeking = bea.trips.travelling.posting.seeking
    seeking.near = lambda host: host == "127.0.0.1"
    seeking.find = _on_the_loopback
    ana.choices.change("own_broker.port", free_port())
    until(lambda: hosting(ana).place == place(ana), ana, bea)
    until(lambda: ways(bea) == [place(ana)], ana, bea)
    assert ways(bea) != before
    bea.asks("list-change", how="add", text="a map")
    until(lambda: len(ana.asks("show")["items"]) == 1, ana, bea)


def _on_the_loopback(trips: list[str], job: Job) -> dict[str, str]:
    """A few looks in one: the broker may only be on its way."""
    found: dict[str, str] = {}
    for _ in range(6):
        found = found or places_of(trips, wait=job.wait, interfaces=["127.0.0.1"])
    return found


def ways(house: House) -> list[str]:
    return [way["place"] for way in house.asks("show")["ways"]]


def test_a_port_that_is_taken_is_said_and_tried_again_later(build: Build) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ana = build(on=True, port=other.getsockname()[1])
        begins(ana)
        until(lambda: bool(ana.asks("host")["error"]), ana)
        error = str(ana.asks("host")["error"])
        assert "(the port is in use) — choose another: own_broker.port" in error
        assert error in ana.trips.travelling.standing.notices()
        wait_ms = hosting(ana).next_deadline_ms()
        assert wait_ms is not None
        assert 0 < wait_ms <= 60_000
        assert "does not listen" in str(refused(ana))


def refused(house: House) -> str:
    from unplug.errors import UnplugError  # noqa: PLC0415

    house.trips.travelling.posting.add(
        house.trips.travelling.found(None), "own", place(house)
    )
    with pytest.raises(UnplugError) as refusal:
        house.asks("sync", agreed=True)
    return str(refusal.value)


def test_one_that_is_killed_begins_again(build: Build) -> None:
    ana = build(on=True)
    begins(ana)
    until(lambda: ana.asks("host")["listening"], ana)
    pid = hosting(ana).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    until(lambda: "lost your own broker" in str(ana.asks("host")["error"]), ana)
    for on in (False, True):  # or a minute passes
        ana.asks("host", on=on)
    until(lambda: ana.asks("host")["listening"], ana)
    assert hosting(ana).pid != pid


def test_a_restarted_app_listens_again_and_an_ended_one_does_not(
    tmp_path: Path,
) -> None:
    own = {"on": True, "port": free_port(), "address": "127.0.0.1"}
    ana = house_with(tmp_path / "Ana", **own)
    begins(ana)
    until(lambda: listens(ana), ana)
    ana.close()
    assert not listens(ana)
    again = house_with(tmp_path / "Ana")
    try:
        until(lambda: listens(again), again)
    finally:
        again.close()
    assert not listens(ana)


def test_ways_over_it_are_gone_where_it_was_switched_off_meanwhile(
    tmp_path: Path,
) -> None:
    own = {"on": True, "port": free_port(), "address": "127.0.0.1"}
    ana = house_with(tmp_path / "Ana", **own)
    begins(ana)
    until(lambda: bool(ways(ana)), ana)
    ana.close()
    again = house_with(tmp_path / "Ana", on=False)
    try:
        assert ways(again) == []
    finally:
        again.close()


def test_the_real_app_listens_by_command_only_and_not_once_it_is_killed(
    tmp_path: Path,
) -> None:
    port = free_port()
    tmp_path.joinpath("settings.toml").write_text(
        f'[own_broker]\nport = {port}\naddress = "127.0.0.1"\n'
        "[trips]\nkeyring = false\n"
    )

    def listening() -> bool:
        with socket.socket() as trying:
            return trying.connect_ex(("127.0.0.1", port)) == 0

    def wait(true: Callable[[], bool]) -> None:
        ends = monotonic() + PATIENCE_S
        while not true():
            assert monotonic() < ends
            select.select([], [], [], 0.02)

    command = program("--data-dir", tmp_path, "track")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as app:
        try:
            wait(lambda: _answers(tmp_path))
            ask(tmp_path, {"do": "trip.create", "name": "Lake", "as": "Ana"})
            ask(tmp_path, {"do": "trip.show"})
            assert _inet_listeners(app.pid) == []
            ask(tmp_path, {"do": "trip.host", "on": True})
            wait(listening)
            assert "on = true" in tmp_path.joinpath("settings.toml").read_text()
            assert _inet_listeners(app.pid) == [("127.0.0.1", port)]
            ask(tmp_path, {"do": "trip.host", "on": False})
            wait(lambda: not listening())
            wait(lambda: _inet_listeners(app.pid) == [])
            ask(tmp_path, {"do": "trip.host", "on": True})
            wait(listening)
            ask(tmp_path, {"do": "erase"})
            wait(lambda: not listening())
            shown = ask(tmp_path, {"do": "trip.host"})
            assert (shown["on"], shown["listening"]) == (True, False)
            ask(tmp_path, {"do": "trip.create", "name": "Hut", "as": "Ana"})
            wait(listening)
        finally:
            app.kill()
    wait(lambda: not listening())


def _answers(folder: Path) -> bool:
    try:
        ask(folder, {"do": "status"})
    except NotRunningError:
        return False
    return True


def _inet_listeners(pid: int) -> list[tuple[str, int]]:
    """Where a process or one of its children listens on the network."""
    found = []
    for each in (pid, *_children(pid)):
        with suppress(FileNotFoundError):  # it has just ended
            found += _listening(each)
    return found


def _listening(pid: int) -> list[tuple[str, int]]:
    found = []
    links = set()
    for fd in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            links.add(str(fd.readlink()))
    for table in ("tcp", "tcp6"):
        path = Path(f"/proc/{pid}/net/{table}")
        lines = path.read_text().splitlines()[1:] if path.exists() else []
        for line in lines:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in links:
                host, port = fields[1].split(":")
                raw = bytes.fromhex(host)[::-1]
                at = socket.inet_ntoa(raw) if table == "tcp" else host
                found.append((at, int(port, 16)))
    return found


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in listed]
