"""Tables that change while somebody walks through them."""

import asyncio

from unplug.trips.transports.steady_amqtt import SteadyBroker, SteadyDict


def test_who_walks_through_sees_it_as_it_was() -> None:
    table = SteadyDict({"a": 1, "b": 2})
    seen = []
    for name in table:
        table[name * 2] = 0
        seen.append(name)
    for name, value in table.items():
        del table[name]
        seen.append(f"{name}{value}")
    assert seen == ["a", "b", "a1", "b2", "aa0", "bb0"]
    assert table == {}


def test_the_broker_that_is_installed_has_the_tables_that_are_mended() -> None:
    """A later amqtt may be mended itself, or broken elsewhere: look again then."""
    broker = asyncio.run(_built())
    assert isinstance(broker._subscriptions, SteadyDict)
    assert isinstance(broker._retained_messages, SteadyDict)


async def _built() -> SteadyBroker:
    return SteadyBroker({"listeners": {"default": {"type": "tcp"}}, "plugins": {}})
