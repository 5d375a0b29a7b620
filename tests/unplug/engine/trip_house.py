"""An app's trips and sessions without the rest of it, on a clock that tests command."""

import select
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.fakes import FakeClock
from unplug.clock import to_ms
from unplug.engine.choices import Choices
from unplug.engine.preferences import preferences
from unplug.engine.sessions.door import DeviceFree
from unplug.engine.sessions.news import SessionNews, SessionOver
from unplug.engine.sessions.stage import NullStage
from unplug.engine.trips.door import Trips
from unplug.engine.working import Worker
from unplug.sensing.facts import Fact, Observed
from unplug.store.database import Database

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


class House:
    """What runs on one machine.

    Args:
        folder: its data.
        clock: one of an earlier run, to go on with.
    """

    def __init__(self, folder: Path, clock: FakeClock | None = None) -> None:
        self.folder = folder
        self.clock = clock or FakeClock(zone="Europe/Madrid")
        self.database = Database(folder, self.clock)
        self.worker = Worker()
        self.offline: list[tuple[int, bool]] = []
        self.began_boot_ms: list[int] = []
        self.over: list[SessionOver] = []
        self.sessions = DeviceFree(
            clock=self.clock,
            database=lambda: self.database,
            stage=NullStage(),
            offline=self._go_offline,
        )
        self.choices = Choices(folder, preferences(folder).settings)
        self.trips = Trips(
            folder=folder,
            clock=self.clock,
            database=lambda: self.database,
            worker=self.worker,
            keyring=False,
            sessions=self.sessions,
            choices=self.choices,
        )
        self.sessions.observers.extend((self.trips.session_told, self._note))
        self.sessions.look()
        self.trips.look()

    def asks(self, what: str, **asked: object) -> Any:  # noqa: ANN401  (JSON)
        """What a command or a window asks for."""
        return self.trips.answer({"do": f"trip.{what}", **asked})

    def locks(self, start_ms: int, length_ms: int = 2 * DAY_MS) -> None:
        """A window is proposed and locked."""
        window = {"start_ms": start_ms, "end_ms": start_ms + length_ms}
        made = self.asks("propose", zone="Europe/Madrid", **window)
        self.asks("lock", n=made["n"])

    def lives(self, ms: int) -> None:
        """Time passes as under a loop that serves every deadline."""
        end_ms = self.clock.stamp().mono_ms + ms
        while True:
            self.trips.look()
            self.sessions.look()
            left_ms = end_ms - self.clock.stamp().mono_ms
            wait_ms = self.next_deadline_ms()
            if wait_ms is None or wait_ms > left_ms:
                self.clock.advance(max(0, left_ms))
                return
            self.clock.advance(wait_ms)

    def next_deadline_ms(self) -> int | None:
        """When the loop would wake."""
        waits = (self.sessions.next_deadline_ms(), self.trips.next_deadline_ms())
        return min((wait for wait in waits if wait is not None), default=None)

    def says(self, *facts: Fact) -> None:
        """The desktop says something."""
        for fact in facts:
            self.sessions.observe(Observed(self.clock.stamp(), fact))
        self.trips.look()
        self.sessions.look()

    def works(self) -> None:
        """Whatever is done beside the loop ends, and is taken in."""
        while self.worker.busy:
            select.select([self.worker], [], [], 0.02)
            self.worker.dispatch()

    def began_ms(self) -> list[int]:
        """The instants, by this wall clock, at which the screen went offline."""
        return [at for at, on in self.offline if on]

    def restarts(self) -> "House":
        """The app ends and begins again."""
        self.close()
        return House(self.folder, self.clock)

    def close(self) -> None:
        """The app ends."""
        self.worker.close()
        self.trips.close()
        self.sessions.close()
        self.database.close()

    def _go_offline(self, on: bool) -> None:  # noqa: FBT001  (as sessions say it)
        now = self.clock.stamp()
        self.offline.append((now.wall_ms, on))
        if on:
            self.began_boot_ms.append(now.boot_ms)

    def _note(self, news: SessionNews) -> None:
        if isinstance(news, SessionOver):
            self.over.append(news)


def meet(folder: Path, *houses: House) -> None:
    """All sync through a folder until there is no news."""
    folder.mkdir(exist_ok=True)
    for _ in range(3):
        for house in houses:
            house.asks("sync", folder=str(folder), agreed=True)
            house.works()
            while not house.asks("synced")["done"]:
                house.works()


def group(home: Path, *names: str) -> list[House]:
    """Houses whose people are all in one trip; the first leads."""
    first, *others = houses = [House(home / name) for name in names]
    first.asks("create", name="By the lake", **{"as": names[0]})
    for house, name in zip(others, names[1:], strict=True):
        link = first.asks("invite", for_ms=DAY_MS, approval=False)["link"]
        house.asks("join", invite=link, **{"as": name})
    meet(home / "shared", *houses)
    return houses


def close(houses: Sequence[House]) -> None:
    """All apps end."""
    for house in houses:
        house.close()


def now_ms(house: House) -> int:
    """The wall clock."""
    return to_ms(house.clock.stamp().utc)
