"""What the user's own Home Assistant may show: unplugged or not, and the next window.

Two retained configurations by which it discovers them, and a retained state each, on a
broker that the user named for this. Nothing of a trip is told but these two values.

Nobody stays connected: a computer that sleeps through its session is as it should be,
and would be taken for lost. So it is told with the beginning when the session will be
over, and Home Assistant ends it by itself if nobody says so before: whatever becomes of
this computer, nobody stays unplugged for ever there.
"""

import json
import select
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from unplug import __version__
from unplug.clock import EPOCH
from unplug.trips import primitives
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.broker_trouble import timed_out
from unplug.trips.transports.events import Down, Up
from unplug.trips.transports.gossip import Publish
from unplug.trips.transports.link import Link

DISCOVERY = "homeassistant"
WAIT_S = 8.0
LEAST_S = 1
_ENDS = "value_json.until"
_IS_ON = (
    f"{{{{ 'ON' if {_ENDS} and as_timestamp({_ENDS}) > as_timestamp(now())"
    " else 'OFF' }}"
)
"""What was kept since may be over when Home Assistant comes back and reads it."""


@dataclass(frozen=True, slots=True)
class HomeState:
    """What is told.

    Attributes:
        until: when the device-free session that runs is over, aware; None: none runs.
        next_window: when the next offline window begins, aware; None: there is none.
    """

    until: datetime | None = None
    next_window: datetime | None = None


def home_messages(seed: bytes, state: HomeState, now: datetime) -> tuple[Publish, ...]:
    """The configurations and the states, as the discovery of Home Assistant has them.

    Args:
        seed: something that stays the same on this device and is nobody's name.
        state: the present.
        now: when it is told, aware.
    """
    node = _node(seed)
    next_window = state.next_window.isoformat() if state.next_window else "None"
    until = None if state.until is None else state.until.isoformat()
    unplugged = {
        "name": "Unplugged",
        "icon": "mdi:power-plug-off",
        "value_template": _IS_ON,
        "json_attributes_topic": _topic(node, "unplugged"),
        **_common(node, "binary_sensor", "unplugged"),
    }
    if state.until is not None:
        left_s = (state.until - now).total_seconds()
        unplugged["off_delay"] = max(LEAST_S, round(left_s))
    window = {
        "name": "Next window",
        "device_class": "timestamp",
        **_common(node, "sensor", "next_window"),
    }
    return (
        _kept(f"{DISCOVERY}/binary_sensor/{node}/unplugged/config", unplugged),
        _kept(f"{DISCOVERY}/sensor/{node}/next_window/config", window),
        _kept(_topic(node, "unplugged"), {"until": until}),
        _kept(_topic(node, "next_window"), next_window),
    )


def home_farewell(seed: bytes) -> tuple[Publish, ...]:
    """What takes both away again."""
    told = home_messages(seed, HomeState(), EPOCH)
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


def _topic(node: str, name: str) -> str:
    return f"unplug/{node}/{name}"


def _common(node: str, kind: str, name: str) -> dict[str, object]:
    return {
        "unique_id": f"{node}_{name}",
        "default_entity_id": f"{kind}.unplug_{name}",
        "state_topic": _topic(node, name),
        "device": {"identifiers": [node], "name": "unplug"},
        "origin": {"name": "unplug", "sw_version": __version__},
    }


def _kept(topic: str, said: object) -> Publish:
    text = said if isinstance(said, str) else json.dumps(said)
    return Publish(topic, text.encode(), kept=True)
