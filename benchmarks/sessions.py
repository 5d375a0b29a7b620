"""Random lives with device-free sessions: is every one carried out once and rightly?

Each life is a sequence of sleeps (announced or not), steps of the wall clock, changes
of zone around nights on which clocks change, restarts, crashes that lose what was not
stored, power cuts, calls and full-screen windows, absences and every wish a person can
have, over a few days with one to three daily plans and sometimes an interval plan.
Checked after every event and at the end of every life:

* no (plan, date) is begun or recorded twice, none is lost without a record;
* no two sessions begin within a minute, none for a time that has passed, none by
  coming back, none while something holds it back;
* what shows is what the state says, do-not-disturb is never left on;
* every pause of reminders and every deferral ends;
* wherever an overlay shows, "I need my computer" frees the screen within 15 s.

Then scripted cases: every reason to wait, alone and in pairs, begun at every moment
around the start, with sensors that flap.

    python -m benchmarks.sessions [--lives 1000000] [--first 0] [--jobs 2] [--short]

The full run is of short lives, with 2 to 6 events each; the ordinary one of long ones.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import combinations, repeat

from benchmarks import FULL
from benchmarks._session_life import HOUR, MIN, Life, S
from unplug.clock import Stamp
from unplug.sessions import effects as e
from unplug.sessions import events as ev
from unplug.sessions.appointments import Appointment
from unplug.sessions.deadlines import next_change_ms
from unplug.sessions.machine import initial, step
from unplug.sessions.plan import Strictness
from unplug.sessions.terms import USUAL_REASONS, Reason, Terms

BATCH = 500
DUE_MS = HOUR


@dataclass
class Tally:
    """What came of many lives."""

    steps: int = 0
    starts: int = 0
    exits: int = 0
    worst_exit_ms: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.steps += other.steps
        self.starts += other.starts
        self.exits += other.exits
        self.worst_exit_ms = max(self.worst_exit_ms, other.worst_exit_ms)
        self.wrong += other.wrong
        self.examples += other.examples


def batch(first: int, count: int, short: bool) -> Tally:  # noqa: FBT001  (mapped over)
    """Live ``count`` lives from seed ``first``."""
    tally = Tally()
    for seed in range(first, first + count):
        life = Life(seed, short=short)
        life.live()
        tally.steps += life.steps
        tally.starts += life.starts
        tally.exits += life.exits
        tally.worst_exit_ms = max(tally.worst_exit_ms, life.worst_exit_ms)
        for wrong in sorted(set(life.wrong)):
            tally.wrong[wrong.split(":")[0]] += 1
            tally.examples.append(f"seed {seed}: {wrong}")
    return tally


def case(
    reasons: tuple[Reason, ...], from_ms: int, *, flapping: bool, by_hour: bool
) -> tuple[bool, bool]:
    """One session that is held back for forty minutes.

    Returns:
        Whether it interrupted, and whether it came by itself afterwards.
    """
    terms = Terms(strictness=Strictness.FIRM, keeps_end=by_hour)
    plan = Appointment("p", "1", DUE_MS, DUE_MS + 2 * HOUR, terms)
    state, now = initial(), Stamp(0, 0, 0)
    state, _ = step(state, ev.PlansKnown((plan,)), now)
    script = [(from_ms, r, True) for r in reasons]
    until_ms = DUE_MS + 40 * MIN
    script += [(until_ms + n * 7 * MIN, r, False) for n, r in enumerate(reasons)]
    if flapping:
        for at_ms in range(from_ms + 5 * S, until_ms - 6 * S, 12 * S):
            script += [(at_ms, r, False) for r in reasons]
            script += [(at_ms + 6 * S, r, True) for r in reasons]
    held: set[Reason] = set()
    interrupted = came = False
    for at_ms, reason, on in [*sorted(script), (4 * HOUR, Reason.CALL, False)]:
        while True:
            wait = next_change_ms(state)
            due = at_ms if wait is None else (state.at or now).boot_ms + wait
            if due >= at_ms:
                break
            now = Stamp(due, due, due)
            # An ideal pause of typing is there all the time.
            for event in (ev.Tick(), ev.InputPaused(10 * S)):
                state, said = step(state, event, now)
                if any(isinstance(x, e.ShowOverlay) for x in said):
                    came = True
                    interrupted |= bool(held)
        now = Stamp(at_ms, at_ms, at_ms)
        state, said = step(state, ev.Held(reason, on=on), now)
        interrupted |= any(isinstance(x, e.ShowOverlay) for x in said)
        held = held | {reason} if on else held - {reason}
    return interrupted, came


def scripted() -> tuple[int, int, int]:
    """All scripted cases: how many, how many interrupted, how many never came."""
    usual = sorted(USUAL_REASONS)
    sets = [(r,) for r in usual] + list(combinations(usual, 2))
    moments = (-50 * MIN, -4 * MIN, -MIN, -30 * S, -1, 0)
    cases = interruptions = lost = 0
    for reasons in sets:
        for moment in moments:
            for flapping in (False, True):
                for by_hour in (False, True):
                    interrupted, came = case(
                        reasons,
                        DUE_MS + moment,
                        flapping=flapping,
                        by_hour=by_hour,
                    )
                    cases += 1
                    interruptions += interrupted
                    lost += not came
    return cases, interruptions, lost


def main() -> int:
    """Print the figures; 1 where a life or a case broke a rule."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lives", type=int, default=1_000_000 if FULL else 2_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--short", action=argparse.BooleanOptionalAction, default=FULL)
    asked = parser.parse_args()
    began = time.perf_counter()
    tally = Tally()
    sizes = [min(BATCH, asked.lives - i) for i in range(0, asked.lives, BATCH)]
    firsts = range(asked.first, asked.first + asked.lives, BATCH)
    with ProcessPoolExecutor(asked.jobs) as pool:
        for one in pool.map(batch, firsts, sizes, repeat(asked.short)):
            tally.add(one)
    took = time.perf_counter() - began
    cases, interruptions, lost = scripted()
    print(
        f"sessions: {asked.lives} lives, {tally.steps} steps, {tally.starts} begun, "
        f"{sum(tally.wrong.values())} violations {dict(tally.wrong)}, {took:.0f} s"
    )
    print(
        f"ways out: {tally.exits} overlays left, the slowest in "
        f"{tally.worst_exit_ms / S:.1f} s"
    )
    print(
        f"held back: {cases} scripted cases, {interruptions} interruptions, "
        f"{lost} that never came"
    )
    print("\n".join(tally.examples[:20]), end="\n" if tally.examples else "")
    return 1 if tally.wrong or interruptions or lost else 0


if __name__ == "__main__":
    sys.exit(main())
