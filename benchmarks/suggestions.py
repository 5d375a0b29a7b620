"""Is unplug's way of suggesting people better than the ways of other programs?

Simulated people (``_suggest_world`` states every assumption) live half a year with each
way of being spoken to, under harsh and mild quitting. Regret is the share of what an
oracle achieves that is missed; it knows all that is hidden and keeps the rules of the
house. With ``BENCH=full`` an oracle that does not wait for usage to be high follows.
Seeds below ``FRESH`` are for choosing constants, those from there on never.

Then a million days (fewer unless ``BENCH=full``) of people whose usage is always high
are watched for a suggestion in quiet hours, calls, full screen or sessions, over
budget, or of people who are never to be suggested (``_suggest_gates``).

    python -m benchmarks.suggestions [--people 16] [--days 10000] [--seed 1000000]
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat

from benchmarks import FULL
from benchmarks import _suggest_gates as gates
from benchmarks._suggest_life import Life, Outcome, Player
from benchmarks._suggest_players import (
    Chance,
    FixedInterval,
    MostOverdue,
    Nag,
    Oracle,
    Ours,
)
from benchmarks._suggest_world import BASE, User, user

FRESH = 1_000_000
LIVES = range(3)
OTHER_LIVES = range(100, 102)
BARS = (0.02, 0.05, 0.1, 0.2, 0.3)
PLAYERS: dict[str, Callable[[], Player]] = {
    "unplug": lambda: Ours(told=True),
    "unplug, own evenings told": lambda: Ours(told=True, own_told=True),
    "unplug, nothing told": lambda: Ours(told=False),
    "most overdue, daily": MostOverdue,
    "fixed interval": FixedInterval,
    "4 h limit, every 30 min": Nag,
    "random": Chance,
}
TARGETS = {"harsh": (0.45, 0.30), "mild": (0.35, 0.08)}


@dataclass(slots=True)
class Tally:
    """What some lives came to together."""

    worth: float = 0.0
    days: int = 0
    shown: int = 0
    accepted: int = 0
    quits: int = 0
    lives: int = 0

    def add(self, outcome: Outcome) -> None:
        self.worth += outcome.worth
        self.days += outcome.days
        self.shown += outcome.shown
        self.accepted += outcome.accepted
        self.quits += outcome.quit
        self.lives += 1


def lives(person: User, regime: str, make: Callable[[], Player], lucks: range) -> Tally:
    """Several lives of one person with one player."""
    tally = Tally()
    for luck in lucks:
        tally.add(Life(person, regime, luck).run(make()))
    return tally


def oracle(person: User, regime: str, *, any_time: bool = False) -> Tally:
    """The best that could be done, with the bar that did best in other lives."""

    def with_bar(bar: float, lucks: range) -> Tally:
        return lives(person, regime, lambda: Oracle(bar, any_time=any_time), lucks)

    best = max(BARS, key=lambda bar: with_bar(bar, OTHER_LIVES).worth)
    return with_bar(best, LIVES)


def one(seed: int, regime: str) -> dict[str, Tally]:
    """All players with one person."""
    person = user(seed)
    found = {name: lives(person, regime, make, LIVES) for name, make in PLAYERS.items()}
    found["oracle"] = oracle(person, regime)
    if FULL:
        found["oracle, at any time"] = oracle(person, regime, any_time=True)
    return found


def total(tallies: list[Tally]) -> Tally:
    """Many tallies as one."""
    whole = Tally()
    for each in tallies:
        for name in Tally.__slots__:
            setattr(whole, name, getattr(whole, name) + getattr(each, name))
    return whole


def report(regime: str, people: list[dict[str, Tally]]) -> bool:
    """Print a table; whether every target was met."""
    best = total([each["oracle"] for each in people]).worth
    print(f"{regime:>28}  regret  /day  accepted  quit")
    for name in people[0]:
        tally = total([each[name] for each in people])
        print(
            f"{name:>28}  {1 - tally.worth / best:6.1%}"
            f"  {tally.shown / max(tally.days, 1):4.2f}"
            f"  {tally.accepted / max(tally.shown, 1):8.1%}"
            f"  {tally.quits / tally.lives:5.1%}"
        )
    ours = total([each["unplug"] for each in people])
    better = sum(
        each["unplug"].worth > each["most overdue, daily"].worth for each in people
    )
    print(f"{'better than most overdue':>28}  {better / len(people):6.1%} of people")
    regret_most, quit_most = TARGETS[regime]
    return (
        1 - ours.worth / best <= regret_most
        and ours.quits / ours.lives <= quit_most
        and ours.shown / ours.days <= 0.6
        and ours.accepted / ours.shown >= 0.4
        and better / len(people) >= 0.9
    )


def shut(seen: list[gates.Watched]) -> bool:
    """Print what was seen at the gates; whether nothing was wrong."""
    wrong = sum((each.wrong for each in seen), Counter[str]())
    print(
        f"gates: {sum(each.days for each in seen)} days, "
        f"{sum(each.moments for each in seen)} moments, "
        f"{sum(each.shown for each in seen)} suggestions, {wrong.total()} wrong"
    )
    for what, times in wrong.most_common():
        print(f"  {times} {what}")
    return wrong.total() == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=400 if FULL else 16)
    parser.add_argument("--days", type=int, default=1_000_000 if FULL else 10_000)
    parser.add_argument("--seed", type=int, default=FRESH)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    began = time.perf_counter()
    met = True
    seeds = range(asked.seed, asked.seed + asked.people)
    with ProcessPoolExecutor(asked.jobs) as pool:
        for regime in BASE:
            people = list(pool.map(one, seeds, repeat(regime), chunksize=4))
            met = report(regime, people) and met
        firsts = range(asked.seed, asked.seed + asked.days // gates.DAYS)
        met = shut(list(pool.map(gates.watched, firsts, chunksize=4))) and met
    took = time.perf_counter() - began
    verdict = "all targets met" if met else "a target was missed"
    print(f"suggestions: {asked.people} people, {verdict}, {took:.0f} s")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
