"""What a Home Assistant hears of a session and of a trip, over a real Mosquitto."""

import json
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.unplug.engine.trip_house import DAY_MS, HOUR_MS, House
from tests.unplug.trips.transports.brokers import (
    Mosquitto,
    free_port,
    mosquitto,
    with_password,
)
from unplug import settings
from unplug.engine.choices import Choices
from unplug.engine.home.door import Home
from unplug.engine.home.telling import with_password as url_with
from unplug.engine.preferences import preferences
from unplug.engine.sessions.news import SessionBegan
from unplug.errors import UnplugError
from unplug.sensing.facts import Active

MARK = "test/mark"
Heard = list[tuple[str, Any]]


class Subscriber:
    """Hears everything in the order in which the broker hands it on."""

    def __init__(self, broker: Mosquitto) -> None:
        self._came: queue.Queue[Any] = queue.Queue()
        self._client = Client(CallbackAPIVersion.VERSION2)
        self._client.on_message = lambda _client, _, message: self._came.put(message)
        self._client.on_subscribe = lambda *_: self._came.put(None)
        self._client.connect(broker.address.host, broker.port)
        self._client.subscribe("#", 1)
        self._client.loop_start()
        assert self._came.get(timeout=10) is None

    def hears(self) -> Heard:
        """What came since: the last part of each topic, and what was said there."""
        self._client.publish(MARK, b"", 1)
        found = []
        while (message := self._came.get(timeout=10)).topic != MARK:
            *_, kind, last = message.topic.split("/")
            name = kind if last == "config" else last
            found.append((f"{name} {last}" if last == "config" else name, message))
        return [(name, message.payload.decode()) for name, message in found]

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


class Told:
    """Somebody whose app may tell their home."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder)
        self.home = self._home()

    def _home(self) -> Home:
        house = self.house
        home = Home(
            clock=house.clock,
            choices=Choices(house.folder, preferences(house.folder).settings),
            keys=house.trips.key_store,
            worker=house.worker,
            sessions=house.sessions,
            next_window=house.trips.next_window,
        )
        house.sessions.observers.append(home.session_told)
        return home

    def asks(self, what: str, **asked: object) -> dict[str, Any]:
        self.home.answer({"do": f"home.{what}", **asked})
        self.settles()
        return dict(self.home.answer({"do": "home.done"}))

    def settles(self) -> None:
        self.house.works()
        self.home.look()
        self.house.works()

    def restarts(self) -> None:
        self.house.close()
        self.house = House(self.house.folder, self.house.clock)
        self.home = self._home()
        self.home.session_told(SessionBegan("told", (), None))  # as a start tells it
        self.home.look()
        self.settles()


@contextmanager
def somebody(folder: Path) -> Iterator[Told]:
    told = Told(folder)
    try:
        yield told
    finally:
        told.house.close()


@pytest.fixture(scope="module")
def broker() -> Iterator[Mosquitto]:
    with mosquitto() as made:
        yield made


@pytest.fixture
def ears(broker: Mosquitto) -> Iterator[Subscriber]:
    heard = Subscriber(broker)
    heard.hears()
    yield heard
    heard.close()


def url_of(broker: Mosquitto) -> str:
    return f"mqtt://127.0.0.1:{broker.port}"


def test_sessions_and_windows_are_told_as_they_come_and_go(
    tmp_path: Path, broker: Mosquitto, ears: Subscriber
) -> None:
    with somebody(tmp_path / "Ana") as ana:
        house = ana.house
        assert ana.asks("set", url=url_of(broker))["broker"] == url_of(broker)
        first = ears.hears()
        assert [name for name, _ in first] == [
            "unplugged config",
            "next_window config",
            "unplugged",
            "next_window",
        ]
        assert [said for _, said in first[2:]] == ['{"until": null}', "None"]
        house.asks("create", name="By the lake", **{"as": "Ana"})
        start_ms = house.clock.stamp().wall_ms + 3 * HOUR_MS
        house.locks(start_ms)
        ana.settles()
        *_, (_, window) = ears.hears()
        assert datetime.fromisoformat(window).timestamp() * 1000 == start_ms
        house.says(Active())
        house.lives(3 * HOUR_MS)
        ana.settles()
        *_, (_, unplugged), (_, window) = ears.hears()
        assert window == "None"  # it is not the next one any more
        until = datetime.fromisoformat(json.loads(unplugged)["until"])
        assert until.timestamp() * 1000 == pytest.approx(start_ms + 2 * DAY_MS, abs=2e3)
        house.lives(HOUR_MS)
        ana.settles()
        assert ears.hears() == []  # nothing new
        house.lives(2 * DAY_MS)
        ana.settles()
        *_, (_, unplugged), (_, window) = ears.hears()
        assert (unplugged, window) == ('{"until": null}', "None")
        ana.asks("off")
        assert {said for _, said in ears.hears()} == {""}


def test_after_a_restart_in_a_session_all_is_told_anew(
    tmp_path: Path, broker: Mosquitto, ears: Subscriber
) -> None:
    with somebody(tmp_path / "Ana") as ana:
        ana.asks("set", url=url_of(broker))
        file = ana.house.folder / "settings.toml"
        assert settings.read(file).settings.home.broker == url_of(broker)
        ana.house.asks("create", name="By the lake", **{"as": "Ana"})
        ana.house.locks(ana.house.clock.stamp().wall_ms + 3 * HOUR_MS)
        ana.house.says(Active())
        ana.house.lives(4 * HOUR_MS)
        ana.settles()
        *_, (_, before), _ = ears.hears()
        ana.restarts()
        (_, config), _, (name, said), _ = ears.hears()
        assert (name, said) == ("unplugged", before)
        assert json.loads(config)["off_delay"] == pytest.approx(47 * 3600, abs=2)
        ana.asks("off")
        assert settings.read(file).settings.home.broker == ""


def test_a_window_that_is_declined_is_no_next_window(
    tmp_path: Path, broker: Mosquitto, ears: Subscriber
) -> None:
    with somebody(tmp_path / "Ana") as ana:
        house = ana.house
        house.asks("create", name="By the lake", **{"as": "Ana"})
        house.locks(house.clock.stamp().wall_ms + DAY_MS)
        ana.asks("set", url=url_of(broker))
        *_, (_, window) = ears.hears()
        assert window != "None"
        house.asks("answer", say="no")
        ana.settles()
        *_, (_, window) = ears.hears()
        assert window == "None"
        ana.asks("off")


def test_a_broker_that_is_away_is_told_later(tmp_path: Path) -> None:
    with mosquitto() as broker, somebody(tmp_path / "Ana") as ana:
        house = ana.house
        ana.asks("set", url=url_of(broker))
        broker.kill()
        house.asks("create", name="By the lake", **{"as": "Ana"})
        house.locks(house.clock.stamp().wall_ms + DAY_MS)
        ana.settles()
        told = ana.asks("show")
        assert "cannot reach the broker" in told["error"]
        assert told["last_succeeded"] is not None
        wait_ms = ana.home.next_deadline_ms()
        assert wait_ms is not None
        assert 0 < wait_ms <= 60_000
        broker.start()
        ana.settles()
        assert ana.asks("show")["error"] is not None  # not yet
        house.clock.advance(wait_ms)
        ana.settles()
        assert ana.asks("show")["error"] is None


def test_another_broker_takes_over_and_the_first_forgets(
    tmp_path: Path, broker: Mosquitto, ears: Subscriber
) -> None:
    with mosquitto() as other, somebody(tmp_path / "Ana") as ana:
        ana.asks("set", url=url_of(broker))
        told = [name for name, _ in ears.hears()]
        there = Subscriber(other)
        ana.asks("set", url=url_of(other))
        assert ears.hears() == [(name, "") for name in told]
        assert [name for name, _ in there.hears()][:4] == told
        there.close()


def test_what_is_wrong_is_one_sentence_and_changes_nothing(
    tmp_path: Path,
) -> None:
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)  # the broker gives up being root
    with (
        mosquitto(with_password(tmp_path)) as broker,
        somebody(tmp_path / "Ana") as ana,
    ):
        place = url_of(broker)
        asked = place.replace("mqtt://", "mqtt://ana@")
        ana.asks("set", url=asked, password="right")  # noqa: S106
        for url, password, wrong in (
            (asked, "left", "the broker refuses: mqtt://127.0.0.1"),
            (f"mqtt://127.0.0.1:{free_port()}", "", "cannot reach the broker"),
            ("https://ana:left@elsewhere", "", "not the address of a broker: …@else"),
        ):
            with pytest.raises(UnplugError, match=wrong) as refused:
                ana.asks("set", url=url, password=password)
            assert "left" not in str(refused.value)
            assert ana.asks("show")["broker"] == place
        kept = (ana.house.folder / "settings.toml").read_text()
        assert place in kept
        assert "right" not in kept
        key = ana.house.folder / "keys" / "home.key"
        assert key.stat().st_mode & 0o777 == 0o600
        ana.home.forget_everything()
        assert not key.exists()


def test_a_broker_that_is_left_while_it_is_away_is_said_to_keep_it(
    tmp_path: Path,
) -> None:
    with mosquitto() as broker, somebody(tmp_path / "Ana") as ana:
        ana.asks("set", url=url_of(broker))
        broker.kill()
        told = ana.asks("off")
        assert told["broker"] == ""
        assert "stays there: cannot reach the broker" in told["note"]


def test_a_password_with_odd_characters_goes_into_the_url() -> None:
    url = url_with("mqtts://me@home.example.org:8884/prefix", "p@ss:/?#")
    assert url == "mqtts://me:p%40ss%3A%2F%3F%23@home.example.org:8884/prefix"


def test_where_no_home_is_named_nothing_is_loaded(tmp_path: Path) -> None:
    with somebody(tmp_path / "Ana") as ana:
        ana.home.look()
        assert ana.home._telling is None
        assert ana.home.next_deadline_ms() is None
