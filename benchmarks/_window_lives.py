"""Lives of one app up to a window and through it: sleeps, clock steps, restarts."""

import random
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.fakes import FakeClock
from tests.unplug.engine.trip_house import DAY_MS, HOUR_MS, House
from unplug.clock import boot_id, to_ms
from unplug.sensing.facts import Active, Sleep, Wake
from unplug.trips.group_clock import Anchor

MIN_MS = 60_000
ZONES = ("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "UTC")
EDGES = ("2027-03-28T01:00", "2027-10-31T01:00", "2027-03-14T07:00", "2027-04-03T15:00")
"""Instants, UTC, at which clocks change in these zones."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one window.

    Attributes:
        how: ``began``, ``away`` (asleep or off at the start, and it was noted), or
            ``missed``.
        late_ms: how far from the group's instant it began.
    """

    how: str
    late_ms: int = 0


class Life:
    """One app whose clock may be wrong, in a group whose time is right.

    The group's time runs with the machine's boot clock, which nobody sets.
    """

    def __init__(self, seed: int, folder: Path) -> None:
        self.rng = random.Random(seed)
        edge = datetime.fromisoformat(self.rng.choice(EDGES)).replace(tzinfo=UTC)
        self.start_ms = to_ms(edge) + self.rng.randint(-2 * HOUR_MS, 2 * HOUR_MS)
        self.length_ms = self.rng.randint(2, 60) * HOUR_MS
        self.peers = self.rng.choice((0, 3, 7))
        ahead_ms = self.rng.randint(-DAY_MS, DAY_MS) if self.peers else 0
        group_ms = self.start_ms - self.rng.randint(3 * HOUR_MS, 2 * DAY_MS)
        self.clock = FakeClock(group_ms - ahead_ms, self.rng.choice(ZONES))
        self.behind_ms = group_ms - self.clock.stamp().boot_ms
        self.began_ms: list[int] = []
        self.noted = False
        self.house = House(folder, self.clock)
        self.house.asks("create", name="By the lake", **{"as": "Ana"})
        if self.peers:
            self._hear_peers(ahead_ms)
        self.house.locks(self.start_ms, self.length_ms)
        self.house.says(Active())

    @property
    def group_ms(self) -> int:
        """The group's time."""
        return self.clock.stamp().boot_ms + self.behind_ms

    def live(self) -> Verdict:
        """Live until an hour after the window."""
        end_ms = self.start_ms + self.length_ms + HOUR_MS
        away_at_start = False
        while (before_ms := self.group_ms) < end_ms:
            some_ms = self.rng.randint(5 * MIN_MS, 9 * HOUR_MS)
            away = self._pass(min(end_ms - before_ms, some_ms))
            if before_ms <= self.start_ms < self.group_ms:
                away_at_start = away
        self._note()
        if self.began_ms and not away_at_start:
            return Verdict("began", self.began_ms[0] - self.start_ms)
        return Verdict("away" if away_at_start and self.noted else "missed")

    def _pass(self, ms: int) -> bool:
        """Time passes in some way; whether nobody was there meanwhile."""
        chance = self.rng.random()
        if chance < 0.5:
            self.house.lives(ms)
        elif chance < 0.75:
            self.house.says(Sleep())
            self.clock.sleep(ms)
            self.house.says(Wake(), Active())
        elif chance < 0.9:
            self._note()
            self.house.close()
            self.clock.advance(ms)
            self.house = House(self.house.folder, self.clock)
            self.house.says(Active())
        elif self.peers:  # somebody sets the clock, to anything
            self.clock.step(self.rng.randint(-DAY_MS, DAY_MS))
            self.house.says()
        return 0.5 <= chance < 0.9

    def _hear_peers(self, ahead_ms: int) -> None:
        trip, now = self.house.trips.travelling.open(), self.clock.stamp()
        anchor = Anchor(boot_id(), now.boot_ms, self.group_ms, ahead_ms, self.peers)
        trip.form = replace(trip.form, anchor=anchor)

    def _note(self) -> None:
        """Take down what is known of the window before the app ends."""
        self.began_ms += [at + self.behind_ms for at in self.house.began_boot_ms]
        self.house.began_boot_ms.clear()
        sql = "SELECT count(*) FROM session"
        [(rows,)] = self.house.database.connection.execute(sql).fetchall()
        session = self.house.sessions.unplugging.session()
        self.noted |= bool(rows) or bool(self.began_ms) or session is not None


def run(seed: int) -> Verdict:
    """One life in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="unplug-window-"))
    try:
        life = Life(seed, folder / "data")
        verdict = life.live()
        life.house.close()
        return verdict
    finally:
        shutil.rmtree(folder, ignore_errors=True)
