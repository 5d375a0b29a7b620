"""Which addresses only this computer's surroundings reach."""

import pytest

from unplug.trips.transports.local_network import AddressWatch, is_local


@pytest.mark.parametrize(
    "address", ["192.168.1.5", "10.0.0.9", "172.16.4.1", "169.254.7.7", "100.64.0.3"]
)
def test_private_addresses_are_local(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "0.0.0.0", "224.0.0.251", "fe80::1", "broker.local", ""],  # noqa: S104
)
def test_what_strangers_reach_and_what_is_no_single_address_is_not(
    address: str,
) -> None:
    assert not is_local(address)


def test_a_watch_has_something_to_watch_until_it_is_closed() -> None:
    watch = AddressWatch()
    watch.drain()  # nothing has come or gone: it does not wait for it
    assert watch.fileno() >= 0
    watch.close()
    assert watch.fileno() == -1
