"""Trips by commands that reach running apps, over their sockets."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from click.testing import CliRunner

from tests.unplug.cli.apps import RunningApp, running
from tests.unplug.cli.calling import FakeFront, call, refusal
from tests.unplug.cli.test_trips import END, START, Person
from tests.unplug.engine.test_telling_home import Subscriber
from tests.unplug.trips.radicales import radicale
from tests.unplug.trips.transports.brokers import mosquitto, select_a_moment
from unplug.cli.main import unplug
from unplug.engine.control import ask
from unplug.errors import UnplugError

PATIENCE_S = 30.0
ZONE = ("--place-zone", "Europe/Madrid")
WINDOW = ("--start", START, "--end", END, *ZONE)


def until(holds: Callable[[], bool], app: RunningApp) -> None:
    """The apps do something beside their loops; wait for what comes of it."""
    ends = monotonic() + PATIENCE_S
    while not holds():
        assert monotonic() < ends, app.said()
        select_a_moment(0.05)


def piped(folder: Path, said: str, *words: str) -> Any:  # noqa: ANN401  (any JSON)
    """A command that reads a password from what is piped in."""
    argv = ["--data-dir", str(folder), *words, "--json"]
    done = CliRunner().invoke(unplug, argv, obj=FakeFront(), input=f"{said}\n")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_a_whole_trip_goes_over_the_sockets_and_both_sides_hold_the_same(
    tmp_path: Path,
) -> None:
    ana, bea = Person(tmp_path, "Ana"), Person(tmp_path, "Bea")
    shared = tmp_path / "shared"
    shared.mkdir()
    with running(ana.data, bea.data) as (first, second):
        ana.does("create", "By the lake", "--as", "Ana")
        ana.does("propose", *WINDOW)
        bea.does("join", ana.asks("invite")["link"], "--as", "Bea")
        words = bea.shown()["words"]

        def meet() -> None:
            for _ in range(2):
                for person in (ana, bea):
                    person.does("sync", "--folder", shared)

        meet()
        [asking] = ana.shown()["requests"]
        assert (asking["name"], asking["words"]) == ("Bea", words)
        ana.does("admit", "Bea")
        meet()
        for person in (ana, bea):
            person.does("vote", "1", "yes")
        meet()
        [proposal] = bea.shown()["proposals"]
        assert (proposal["yes"], proposal["no"]) == (2, 0)
        ana.does("lock", "1")
        meet()
        for person in (ana, bea):
            person.does("answer", "yes")
        meet()
        told = [person.shown() for person in (ana, bea)]
        assert told[0]["digest"] == told[1]["digest"]
        for shown in told:
            assert shown["receipts"] == {"ready": 2, "members": 2}
            assert shown["window"]["start"] == "2099-03-27T18:00:00+01:00"
            assert {m["answer"] for m in shown["members"]} == {"yes"}
        for app in (first, second):
            status = ask(app.folder, {"do": "status"})
            assert status["next"] is not None, status
        ics = tmp_path / "window.ics"
        bea.does("calendar", "--ics", ics)
        text = ics.read_text()
        for line in ("BEGIN:VTIMEZONE", "BEGIN:VALARM", "METHOD:PUBLISH"):
            assert line in text
    after = [person.shown()["digest"] for person in (ana, bea)]  # without the apps
    assert after == [shown["digest"] for shown in told]


def test_what_cannot_be_done_is_said_as_it_is_without_the_app(tmp_path: Path) -> None:
    ana = Person(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    ana.does("propose", *WINDOW)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    wrong: tuple[tuple[str | Path, ...], ...] = (
        ("join", "unplug://join/nothing", "--as", "Ana"),
        ("import", tmp_path / "photo.jpg"),
        ("import", tmp_path / "missing"),
        ("sync",),
        ("sync", "--folder", tmp_path / "stick"),
        ("sync", "--broker", "https://example.org"),
        ("lock", "3"),
        ("answer", "yes"),
        ("admit", "Bea"),
        ("remove", "Bea"),
        ("show", "--trip", "ffff"),
        ("vote", "7", "yes"),
        ("outcome", "fully"),
        ("forget-me-not",),
        ("calendar", "my calendar"),
        ("calendar", "http://127.0.0.1:9/dav/"),
    )
    before = [call(ana.data, "trip", *words) for words in wrong]
    digest = ana.shown()["digest"]
    with running(ana.data):
        for words, alone in zip(wrong, before, strict=True):
            done = call(ana.data, "trip", *words)
            assert (done.stderr, done.stdout) == (alone.stderr, alone.stdout), words
            assert done.exit_code == alone.exit_code != 0, words
        assert ana.shown()["digest"] == digest
        assert ana.shown()["ways"] == []


def test_what_leaves_is_agreed_to_over_the_socket_too(tmp_path: Path) -> None:
    ana, shared = Person(tmp_path, "Ana"), tmp_path / "shared"
    shared.mkdir()
    with running(ana.data):
        ana.does("create", "By the lake", "--as", "Ana")
        asked: dict[str, object] = {"do": "trip.sync", "folder": str(shared)}
        with pytest.raises(UnplugError, match="nothing was sent"):
            ask(ana.data, asked)
        assert list(shared.iterdir()) == []
        done = call(ana.data, "trip", "sync", "--folder", shared)
        assert "Create: The first op" in done.stderr
        assert list(shared.iterdir()) != []


def test_the_window_is_in_the_calendar_as_long_as_it_holds(tmp_path: Path) -> None:
    ana = Person(tmp_path, "Ana")
    with radicale(tmp_path / "radicale") as server, running(ana.data) as (app,):
        url = server.calendar.url
        ana.does("create", "By the lake", "--as", "Ana")
        words = ("trip", "calendar", url, "--user", "ana")
        assert piped(ana.data, "right", *words)["url"] == url
        ana.does("propose", *WINDOW)
        ana.does("lock", "1")
        until(lambda: len(server.names()) == 1, app)
        text = server.text()
        assert "DTSTART;TZID=Europe/Madrid:20990327T180000\r\n" in text
        assert "DTEND;TZID=Europe/Madrid:20990329T120000\r\n" in text
        assert "SEQUENCE:0\r\n" in text
        assert "TRIGGER:-PT15M\r\n" in text
        ana.does("propose", "--start", START, "--end", "2099-03-29T15:00", *ZONE)
        ana.does("lock", "2")
        until(lambda: "SEQUENCE:2\r\n" in server.text(), app)
        until(lambda: ana.shown()["calendar"]["there"], app)
        printed = call(ana.data, "trip", "show").stdout
        assert "  calendar: last succeeded today " in printed
        assert "20990329T150000" in server.text()
        ana.does("answer", "no")
        until(lambda: server.names() == [], app)
        assert "windows go into" in call(ana.data, "trip", "calendar").stdout
        wrong = CliRunner().invoke(
            unplug,
            ["--data-dir", str(ana.data), *words],
            obj=FakeFront(),
            input="left\n",
        )
        assert wrong.exit_code == 1
        assert wrong.stderr == (
            "unplug: the calendar server refuses: 127.0.0.1 — check the user and the"
            " password; some servers want one for apps\n"
        )
        ana.does("calendar", "--off")
        assert ana.asks("calendar")["url"] == ""
        assert "right" not in app.said()


def test_without_the_app_the_calendar_is_seen_to_when_the_trip_travels(
    tmp_path: Path,
) -> None:
    ana, shared = Person(tmp_path, "Ana"), tmp_path / "shared"
    shared.mkdir()
    with radicale(tmp_path / "radicale") as server:
        url = server.calendar.url
        ana.does("create", "By the lake", "--as", "Ana")
        piped(ana.data, "right", "trip", "calendar", url, "--user", "ana")
        ana.does("propose", *WINDOW)
        ana.does("lock", "1")
        assert server.names() == []
        ana.does("sync", "--folder", shared)
        assert len(server.names()) == 1
        server.stop()
        ana.does("answer", "no")
        done = call(ana.data, "trip", "sync")
        assert done.exit_code == 0
        assert "note: cannot reach the calendar server" in done.stderr
        server.start()
        ana.does("calendar", "--now")
        assert server.names() == []
        assert "the calendar server refuses" in failing(
            ana.data, "left", "trip", "calendar", url, "--user", "ana"
        )


def failing(folder: Path, said: str, *words: str) -> str:
    argv = ["--data-dir", str(folder), *words]
    done = CliRunner().invoke(unplug, argv, obj=FakeFront(), input=f"{said}\n")
    assert done.exit_code == 1
    return done.stderr


def test_a_home_hears_of_a_session_also_after_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "Ana"
    with mosquitto() as broker, running(folder) as (app,):
        ears = Subscriber(broker)
        heard: list[tuple[str, str]] = []

        def told(said: str) -> Callable[[], bool]:
            def holds() -> bool:
                heard.extend(ears.hears())
                mine = [payload for name, payload in heard if name == "unplugged"]
                return bool(mine) and (said in mine[-1] if said else not mine[-1])

            return holds

        url = f"mqtt://127.0.0.1:{broker.port}"
        done = call(folder, "home", url)
        assert done.exit_code == 0, done.stderr
        assert f"told over {url} (last succeeded: today " in done.stderr
        until(told('{"until": null}'), app)
        assert call(folder, "session", "start", "--for", "45m").exit_code == 0
        until(told('{"until": "2'), app)
        first = json.loads(heard[-2][1])["until"]
        app.kill()
        heard.clear()
        app.start()
        until(told('{"until": "2'), app)
        again = json.loads(heard[-2][1])["until"]
        apart = datetime.fromisoformat(again) - datetime.fromisoformat(first)
        assert abs(apart.total_seconds()) < 5
        assert call(folder, "session", "end").exit_code == 0
        until(told('{"until": null}'), app)
        assert call(folder, "home", "--off").exit_code == 0
        until(told(""), app)
        assert "nothing is told" in call(folder, "home").stdout
        ears.close()


@pytest.mark.parametrize("with_app", [False, True])
def test_a_home_that_is_none_is_one_sentence(tmp_path: Path, with_app: bool) -> None:  # noqa: FBT001
    folder = tmp_path / "Ana"
    with running(*([folder] if with_app else [])):
        said = refusal(folder, "home", "https://example.org")
        assert "not the address of a broker: https://example.org" in said
        said = refusal(folder, "home", "mqtt://127.0.0.1:9")
        assert "(nothing listens there) — check that it runs" in said
        assert "nothing is told" in call(folder, "home").stdout
