"""Trips that are connected to a broker as long as the app runs."""

import re
import select
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.unplug.engine.trip_house import DAY_MS, HOUR_MS, House
from tests.unplug.trips.transports.brokers import Mosquitto, mosquitto
from unplug.clock import Stamp, SystemClock, from_ms
from unplug.trips.tending import begin_epoch

PATIENCE_S = 30.0
SPREAD_MS = 1_000  # five apps in one loop, on a machine that may be busy


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
    [way] = house.trips.travelling.posting.told.shown(
        house.trips.travelling.found(None)
    )
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
        assert house.asks("show")["unread_since"] is None
        house.close()
        assert house.trips.sources() == ()


def test_what_could_not_be_opened_is_shown_until_there_is_another_key(
    tmp_path: Path,
) -> None:
    ana = House(tmp_path / "Ana")
    ana.asks("create", name="By the lake", **{"as": "Ana"})
    since_ms = ana.clock.stamp().wall_ms
    trip = ana.trips.travelling.open()
    trip.note_unread(since_ms)
    ana.trips.travelling.book.save(trip)
    ana = ana.restarts()
    ana.clock.advance(HOUR_MS)
    trip = ana.trips.travelling.open()
    trip.note_unread(ana.clock.stamp().wall_ms)  # still so: it began then
    told = ana.asks("show")["unread_since"]
    assert told == from_ms(since_ms).isoformat()
    begin_epoch(trip.replica)
    assert ana.asks("show")["unread_since"] is None
    ana.close()


class WrongClock(SystemClock):
    """The machine's clock, set wrong."""

    def __init__(self, ahead_ms: int) -> None:
        self._ahead_ms = ahead_ms

    def stamp(self) -> Stamp:
        """Read the clocks."""
        now = super().stamp()
        return Stamp(now.wall_ms + self._ahead_ms, now.mono_ms, now.boot_ms)


def ahead_ms(house: House) -> int | None:
    """How far the group is ahead of an app, once it has heard all others."""
    anchor = house.trips.travelling.open().form.anchor
    return anchor.ahead_ms if anchor is not None and anchor.peers == 4 else None


def test_who_talk_agree_on_the_time_and_who_is_far_off_is_told(
    tmp_path: Path, broker: Mosquitto
) -> None:
    url = f"mqtt://127.0.0.1:{broker.port}"
    wrong = {"Ana": 0, "Bea": 20_000, "Cleo": 2 * HOUR_MS, "Dora": 30, "Eva": 0}
    houses = [House(tmp_path / name, WrongClock(ms)) for name, ms in wrong.items()]
    ana, *others = houses
    ana.asks("create", name="By the lake", **{"as": "Ana"})
    ana.asks("sync", broker=url, agreed=True)
    asked = {"for_ms": DAY_MS, "approval": False, "uses": 4}
    link = ana.asks("invite", **asked)["link"]
    for house, name in zip(others, list(wrong)[1:], strict=True):
        house.asks("join", invite=link, **{"as": name})
        house.asks("sync", broker=url, agreed=True)
    until(lambda: all(h.trips.travelling.open().me for h in others), *houses)
    until(lambda: None not in map(ahead_ms, houses), *houses)
    at = [by + (ahead_ms(h) or 0) for by, h in zip(wrong.values(), houses, strict=True)]
    assert max(at) - min(at) <= SPREAD_MS
    told = [" ".join(house.trips.travelling.standing.notices()) for house in houses]
    assert [bool(sentence) for sentence in told] == [False, False, True, False, False]
    assert re.fullmatch(
        r"this computer's clock is (7199|720\d) s ahead of the group's of By the lake",
        told[2],
    )
    for house in houses:
        house.close()
