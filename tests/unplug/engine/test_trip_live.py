"""Trips that are connected to a broker as long as the app runs."""

import select
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.unplug.engine.trip_house import DAY_MS, House
from tests.unplug.trips.transports.brokers import Mosquitto, mosquitto
from unplug.clock import SystemClock

PATIENCE_S = 30.0


@pytest.fixture
def broker() -> Iterator[Mosquitto]:
    with mosquitto() as running:
        yield running


def until(true: Callable[[], bool], *houses: House) -> None:
    """Let the houses run, each under a loop of its own, until something holds."""
    ends = monotonic() + PATIENCE_S
    while not true():
        assert monotonic() < ends, "it did not come"
        for house in houses:
            house.worker.dispatch()
            speakers = house.trips.sources()
            waits = [0.02] if speakers else []
            ready = select.select(speakers, [], [], *waits)[0] if speakers else ()
            for speaker in ready:
                assert house.trips.ready(speaker)
            house.trips.look()


def texts(house: House) -> list[str]:
    items = house.trips.travelling.open().state.items.values()
    return [str(item.said.plain()[0]) for item in items]


def error(house: House) -> str:
    [way] = house.trips.travelling.posting.shown(house.trips.travelling.found(None))
    return str(way["error"] or "")


def test_what_one_writes_the_other_has_at_once_and_a_dead_broker_loses_nothing(
    tmp_path: Path, broker: Mosquitto
) -> None:
    url = f"mqtt://127.0.0.1:{broker.port}"
    ana, bea = (House(tmp_path / name, SystemClock()) for name in ("Ana", "Bea"))
    ana.asks("create", name="By the lake", **{"as": "Ana"})
    ana.asks("sync", broker=url, agreed=True)
    link = ana.asks("invite", for_ms=DAY_MS, approval=False)["link"]
    bea.asks("join", invite=link, **{"as": "Bea"})
    bea.asks("sync", broker=url, agreed=True)
    until(lambda: bea.trips.travelling.open().me is not None, ana, bea)
    ana.asks("list-change", how="add", text="a map")
    until(lambda: texts(bea) == ["a map"], ana, bea)

    broker.kill()
    bea.asks("list-change", how="add", text="a rope")
    until(lambda: bool(error(bea)), ana, bea)
    assert bea.asks("show")["ways"][0]["last_succeeded"] is not None
    broker.start()
    until(lambda: texts(ana) == ["a map", "a rope"], ana, bea)
    assert ana.asks("show")["digest"] == bea.asks("show")["digest"]
    for house in (ana, bea):
        house.close()
        assert house.trips.sources() == ()
