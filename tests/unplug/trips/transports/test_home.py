"""What Home Assistant finds on a real Mosquitto."""

import json
import queue
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.unplug.trips.transports.brokers import free_port, mosquitto
from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.home import (
    HomeState,
    home_farewell,
    home_messages,
    tell_home,
)

NOW = datetime(2026, 4, 30, 8, 0, tzinfo=UTC)
WINDOW = datetime(2026, 5, 1, 16, 0, tzinfo=UTC)
STATE = HomeState(until=NOW + timedelta(minutes=45), next_window=WINDOW)
END = "test/end"


def kept(address: BrokerAddress) -> dict[str, bytes]:
    """All that the broker keeps, as a program that comes later finds it."""
    came: queue.Queue[Any] = queue.Queue()
    client = Client(CallbackAPIVersion.VERSION2)
    client.on_message = lambda _client, _, message: came.put(message)
    client.connect(address.host, address.port)
    client.subscribe("#", 1)
    client.loop_start()
    client.publish(END, b"", 1)
    found = {}
    try:
        while (message := came.get(timeout=10)).topic != END:
            if message.retain:
                found[message.topic] = message.payload
    finally:
        client.disconnect()
        client.loop_stop()
    return found


def test_two_configurations_and_their_states_are_kept_and_taken_away() -> None:
    with mosquitto() as broker:
        tell_home(broker.address, home_messages(b"seed", STATE, NOW))
        found = kept(broker.address)
        configs = {t: json.loads(p) for t, p in found.items() if t.endswith("/config")}
        assert sorted(t.split("/")[1] for t in configs) == ["binary_sensor", "sensor"]
        states = {c["name"]: found[c["state_topic"]] for c in configs.values()}
        assert states == {
            "Unplugged": b'{"until": "2026-04-30T08:45:00+00:00"}',
            "Next window": b"2026-05-01T16:00:00+00:00",
        }
        assert len({c["unique_id"] for c in configs.values()}) == 2
        assert len({str(c["device"]) for c in configs.values()}) == 1
        tell_home(broker.address, home_messages(b"seed", HomeState(), NOW))
        later = kept(broker.address)
        assert sorted(later) == sorted(found)
        assert {b'{"until": null}', b"None"} <= set(later.values())
        tell_home(broker.address, home_farewell(b"seed"))
        assert kept(broker.address) == {}


def test_nothing_but_the_two_values_is_told() -> None:
    other = home_messages(b"other", STATE, NOW)
    said = b"".join(m.payload for m in home_messages(b"seed", STATE, NOW))
    assert b"seed" not in said
    assert {m.topic for m in other}.isdisjoint(
        m.topic for m in home_messages(b"seed", STATE, NOW)
    )


def test_a_broker_that_is_not_there_is_one_sentence() -> None:
    address = BrokerAddress("127.0.0.1", free_port(), tls=False)
    with pytest.raises(UnplugError, match="cannot reach the broker"):
        tell_home(address, home_messages(b"seed", STATE, NOW))


def test_what_is_told_ends_by_itself_when_the_session_does() -> None:
    """Tried with a Home Assistant: without another word it shows "off" after that."""
    [running, *_] = home_messages(b"seed", STATE, NOW)
    assert json.loads(running.payload)["off_delay"] == 45 * 60
    [over, *_] = home_messages(b"seed", HomeState(), NOW)
    assert "off_delay" not in json.loads(over.payload)


def test_each_says_who_tells_it_and_what_it_would_be_called() -> None:
    for message in home_messages(b"seed", STATE, NOW)[:2]:
        config = json.loads(message.payload)
        kind = message.topic.split("/")[1]
        assert config["default_entity_id"].startswith(f"{kind}.unplug_")
        assert config["origin"]["name"] == "unplug"
        assert config["device"]["identifiers"]
        assert "object_id" not in config
