"""How long whoever speaks over a broker waits for what."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Waits, in milliseconds; what many would do at once is spread by chance.

    Attributes:
        quiet_ms: without news for so long, what was going on is over.
        hurry_ms: news that never stop are no reason to wait longer.
        spread_ms: over how long answers that anybody can give are spread.
        flight_ms: how long what was sent may be under way: it is not sent twice.
        turn_ms: how long somebody waits for each other who is to answer before them.
        gather_ms: who comes with news waits so long for others who come.
        gathered_ms: and, if they keep coming, so long at most.
        timing_ms: how long answers that compare clocks wait for each other at most.
        again_ms: the first wait before saying again what nobody confirmed; it doubles.
        longest_ms: the longest such wait.
        read_after_ms: how long after connecting the store is read at the latest.
        write_after_ms: how long what was just written waits for more before it is
            stored.
        verify_after_ms: how long after storing the store is read again.
        look_ms: how often the store is looked at while all is well.
        back_ms: the first wait after a connection failed; it doubles. None: it is not
            tried again.
        longest_back_ms: the longest such wait.
    """

    quiet_ms: int = 150
    hurry_ms: int = 1_000
    spread_ms: int = 400
    flight_ms: int = 1_000
    turn_ms: int = 1_500
    gather_ms: int = 150
    gathered_ms: int = 600
    timing_ms: int = 1_500
    again_ms: int = 1_000
    longest_ms: int = 600_000
    read_after_ms: int = 1_000
    write_after_ms: int = 2_000
    verify_after_ms: int = 2_000
    look_ms: int = 900_000
    back_ms: int | None = 1_000
    longest_back_ms: int = 600_000

    def some(self, rng: random.Random, of_ms: int | None = None) -> int:
        """Some of a wait, by chance; of ``spread_ms`` if none is named."""
        return rng.randrange(1 + (self.spread_ms if of_ms is None else of_ms))

    def backed_off(self, tries: int, rng: random.Random) -> int:
        """The wait before the next of several tries; the first is number 0."""
        wait_ms = min(self.again_ms << min(tries, 20), self.longest_ms)
        return wait_ms // 2 + self.some(rng, wait_ms // 2)


LIVE = Pace()
BRIEF = Pace(
    spread_ms=150,
    gather_ms=0,
    gathered_ms=0,
    again_ms=500,
    read_after_ms=0,
    write_after_ms=0,
    verify_after_ms=50,
    back_ms=None,
)
"""For somebody who comes, reads, leaves something and goes."""
