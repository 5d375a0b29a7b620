"""Brokers as ways of trips; their passwords are kept where the keys are."""

from dataclasses import replace

from unplug.engine.trip_ways import Brought, Parcel, brought_by
from unplug.trips import primitives
from unplug.trips.key_stores import KeyStore
from unplug.trips.transports.broker_address import read_address


def by_broker(place: str, parcel: Parcel) -> Brought:
    """Travel over a broker: one visit.

    Args:
        place: its URL, with the password.
        parcel: the trip.

    Raises:
        UnplugError: it could not be reached, or did not let us in.
    """
    from unplug.trips.transports.mqtt import visit  # noqa: PLC0415  (11 MB)

    replica = parcel.open()
    met = visit(read_address(place), replica)
    brought = brought_by(replica, parcel, met.written)
    return replace(brought, offsets_ms=met.offsets_ms)


def without_password(url: str, keys: KeyStore) -> str:
    """What may be kept and shown of a broker's URL; its password goes to the keys.

    Raises:
        UnplugError: it is no broker's URL.
    """
    address = read_address(url)
    if address.user:
        keys.save(_name(address.place), url.strip().encode())
    return address.place


def with_password(place: str, keys: KeyStore) -> str:
    """The broker's URL as it was given."""
    kept = keys.load(_name(place))
    return place if kept is None else kept.decode()


def forget_password(place: str, keys: KeyStore) -> None:
    """Nobody travels by this broker any more."""
    keys.forget(_name(place))


def _name(place: str) -> str:
    return f"broker-{primitives.digest('broker', place.encode(), size=8).hex()}"
