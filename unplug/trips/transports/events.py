"""What happens to a connection, as its thread tells it."""

from dataclasses import dataclass

from unplug.trips.transports.broker_trouble import BrokerTroubleError


@dataclass(frozen=True, slots=True)
class Up:
    """The broker let us in."""


@dataclass(frozen=True, slots=True)
class Down:
    """There is no connection, or none any more.

    Attributes:
        error: why.
        wait_s: after how long it is tried again; None: it is not.
    """

    error: BrokerTroubleError
    wait_s: float | None


@dataclass(frozen=True, slots=True)
class Listening:
    """The broker has taken note of a ``Listen``."""


@dataclass(frozen=True, slots=True)
class Message:
    """A payload on a topic."""

    topic: str
    payload: bytes


Event = Up | Down | Listening | Message
