"""What the user's own Home Assistant may show: unplugged or not, and the next window.

Two retained configurations by which it discovers them, and a retained state each, on a
broker that the user named for this. Nothing of a trip is told but these two values.
"""

import json
import select
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from unplug.trips import primitives
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.broker_trouble import timed_out
from unplug.trips.transports.events import Down, Up
from unplug.trips.transports.gossip import Publish
from unplug.trips.transports.link import Link

DISCOVERY = "homeassistant"
WAIT_S = 8.0


@dataclass(frozen=True, slots=True)
class HomeState:
    """What is told.

    Attributes:
        unplugged: whether a device-free session runs.
        next_window: when the next offline window begins, aware; None: there is none.
    """

    unplugged: bool
    next_window: datetime | None


def home_messages(seed: bytes, state: HomeState) -> tuple[Publish, ...]:
    """The configurations and the states.

    Args:
        seed: something that stays the same on this device and is nobody's name.
        state: the present.
    """
    node = _node(seed)
    device = {"identifiers": [node], "name": "unplug"}
    next_window = state.next_window.isoformat() if state.next_window else "None"
    unplugged = {
        "name": "Unplugged",
        "unique_id": f"{node}_unplugged",
        "state_topic": f"unplug/{node}/unplugged",
        "icon": "mdi:power-plug-off",
        "device": device,
    }
    window = {
        "name": "Next window",
        "unique_id": f"{node}_next_window",
        "state_topic": f"unplug/{node}/next_window",
        "device_class": "timestamp",
        "device": device,
    }
    return (
        _kept(
            f"{DISCOVERY}/binary_sensor/{node}/unplugged/config", json.dumps(unplugged)
        ),
        _kept(f"{DISCOVERY}/sensor/{node}/next_window/config", json.dumps(window)),
        _kept(f"unplug/{node}/unplugged", "ON" if state.unplugged else "OFF"),
        _kept(f"unplug/{node}/next_window", next_window),
    )


def home_farewell(seed: bytes) -> tuple[Publish, ...]:
    """What takes both away again."""
    told = home_messages(seed, HomeState(unplugged=False, next_window=None))
    return tuple(Publish(message.topic, b"", kept=True) for message in told)


def tell_home(address: BrokerAddress, messages: Sequence[Publish]) -> None:
    """Connect, say it, and go; blocks for a moment.

    Raises:
        UnplugError: the broker could not be reached, or did not let us in.
    """
    link = Link(address, back_ms=None)
    link.start()
    try:
        while select.select([link], [], [], WAIT_S)[0]:
            for event in link.take():
                if isinstance(event, Up):
                    link.send(messages)
                    return
                if isinstance(event, Down):
                    raise event.error
        raise timed_out(address)
    finally:
        link.close()  # once all of it has been acknowledged


def _node(seed: bytes) -> str:
    return f"unplug_{primitives.digest('home', seed, size=6).hex()}"


def _kept(topic: str, text: str) -> Publish:
    return Publish(topic, text.encode(), kept=True)
