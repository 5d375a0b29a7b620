"""Measure the overlay on two monitors of a private X desktop.

How long from "due" until both monitors are painted; how long a plugged-in monitor stays
open; whether random changes of monitors leave one open; whether screenshots are covered
at every scale; and what a session costs while nothing happens.

Usage: python -m benchmarks.overlay [--shows N] [--changes N] [--minutes N]
"""

import argparse
import random
import re
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import FULL
from tests.desktop.monitors import Virtual, covers, monitors
from tests.desktop.playing import Playing, playing
from tests.desktop.rigs import MONITOR, X11Desktop, x11_desktop
from unplug.sensing.x11.connection import connect
from unplug.sensing.x11.requests import Question

SHOWN_MS, COVERED_S = 150, 1.0
CPU_S_PER_H, WAKE_UPS_PER_MIN, PSS_MB = 15, 400, 90
SETTLED_S = 3.0
SCALES = ("1", "1.5", "2")
WIDTH, HEIGHT = MONITOR
SPOTS = ((40, 40), (WIDTH - 40, 40), (40, HEIGHT - 40), (WIDTH - 40, HEIGHT - 40))


class Screen:
    """Looks at the pixels that the server shows in the corners of both monitors."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._x = connect(desktop.env["DISPLAY"])

    def lit(self) -> bool:
        """Whether all of them show something."""
        return all(self._colours())

    def dark(self) -> bool:
        """Whether the root window shows at all of them."""
        return not any(self._colours())

    def _colours(self) -> list[int]:
        spots = [(x + dx, y) for x, y in SPOTS for dx in (0, WIDTH)]
        asked = [self._x.ask(pixel(self._x.root, *spot)) for spot in spots]
        return [self._x.answer(one) or 0 for one in asked]


def pixel(window: int, x: int, y: int) -> Question[int]:
    """The colour of one pixel; X11's GetImage."""
    request = struct.pack("=2BHI2h2HI", 73, 2, 5, window, x, y, 1, 1, 0xFFFFFF)
    return Question(request, lambda reply: int(struct.unpack_from("=I", reply, 32)[0]))


def until(condition: Callable[[], bool], timeout_s: float, pause_s: float) -> float:
    """Seconds until something is true; infinite if it never is."""
    began = time.monotonic()
    while time.monotonic() - began < timeout_s:
        if condition():
            return time.monotonic() - began
        time.sleep(pause_s)
    return float("inf")


def time_shows(desktop: X11Desktop, shows: int) -> list[float]:
    """Milliseconds from the wish to the pixels of both monitors; the first is cold."""
    screen, taken = Screen(desktop), []
    with playing(desktop) as play:
        for _ in range(shows):
            until(screen.dark, 5, 0.01)
            began = time.monotonic()
            play.say("show", purpose="A walk along the river", person="Marta")
            until(screen.lit, 5, 0.004)
            taken.append(1_000 * (time.monotonic() - began))
            play.hear("covered")
            play.say("hide")
            play.hear("hidden")
    return taken


@dataclass(frozen=True, slots=True)
class Changes:
    """What random changes of monitors did."""

    made: int
    looked: int
    open_after: int
    slowest_s: float
    died: bool


def change_monitors(desktop: X11Desktop, changes: int, seed: int) -> Changes:
    """Change monitors at random, sometimes several at once, and look after each."""
    rng = random.Random(seed)
    virtual = Virtual(desktop, rng)
    open_after, taken = 0, []
    with playing(desktop) as play:
        play.say("show", purpose="A walk along the river")
        play.hear("covered")
        for _ in range(changes):
            virtual.change()
            if rng.random() < 0.3:
                continue  # the next one comes while this one is under way
            wanted = monitors(desktop)
            taken.append(until(lambda: covers(desktop) == wanted, SETTLED_S, 0.01))  # noqa: B023
            open_after += taken[-1] > SETTLED_S
        died = play.process.poll() is not None
    return Changes(changes, len(taken), open_after, max(taken), died)


def look_at_scales(desktop: X11Desktop) -> list[str]:
    """The scales at which a screenshot shows something of the root window."""
    uncovered = []
    for scale in SCALES:
        shot = desktop.home / f"scale-{scale}.png"
        with playing(desktop, QT_SCALE_FACTOR=scale) as play:
            play.say("show", purpose="A walk along the river")
            play.hear("covered")
            until(Screen(desktop).lit, 5, 0.01)
            desktop.screenshot(shot)
        if black_share(desktop, shot) > 0:
            uncovered.append(scale)
    return uncovered


def black_share(desktop: X11Desktop, shot: Path) -> float:
    """How much of a picture is as black as the root window: nothing in a scene is."""
    said = desktop.run(
        *("convert", shot, "-fill", "white", "+opaque", "black"),
        *("-format", "%[fx:1-mean]", "info:"),
    )
    return float(said)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a session costs per hour, per minute, and in megabytes."""

    cpu_s_per_h: float
    wake_ups_per_min: float
    pss_mb: float


def measure_cost(desktop: X11Desktop, minutes: float) -> Cost:
    """Leave a session alone on two monitors, across changes of the minute."""
    with playing(desktop) as play:
        play.say("show", for_s=5_400, purpose="A walk along the river", person="Marta")
        play.hear("covered")
        time.sleep(8)  # the keyboard is taken, everything has come to rest
        before, began = usage(play), time.monotonic()
        time.sleep(60 * minutes)
        after, passed_s = usage(play), time.monotonic() - began
        rollup = Path(f"/proc/{play.pid}/smaps_rollup").read_text()
    # Threads that ended in between had nothing to do with it any more.
    none = (0.0, 0)
    cpu_s = sum(cpu - before.get(task, none)[0] for task, (cpu, _) in after.items())
    woken = sum(n - before.get(task, none)[1] for task, (_, n) in after.items())
    pss = re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)
    assert pss is not None
    return Cost(
        cpu_s / passed_s * 3600,
        woken / passed_s * 60,
        int(pss[1]) * 1024 / 1e6,
    )


def usage(play: Playing) -> dict[str, tuple[float, int]]:
    """CPU seconds so far, and how often it was woken, of each thread."""
    found = {}
    for task in Path(f"/proc/{play.pid}/task").iterdir():
        cpu_ns = int((task / "schedstat").read_text().split()[0])
        status = (task / "status").read_text()
        woken = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status, re.MULTILINE)
        assert woken is not None
        found[task.name] = (cpu_ns / 1e9, int(woken[1]))
    return found


def say(name: str, figure: str, limit: str, *, good: bool) -> bool:
    print(f"{'ok  ' if good else 'FAIL'} {name}: {figure} (at most {limit})")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shows", type=int, default=300 if FULL else 60)
    parser.add_argument("--changes", type=int, default=500 if FULL else 60)
    parser.add_argument("--minutes", type=float, default=10 if FULL else 1.2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    good = []
    with x11_desktop() as desktop:
        shows = sorted(time_shows(desktop, options.shows))
        p99 = shows[min(len(shows) - 1, round(0.99 * len(shows)))]
        figure = f"median {shows[len(shows) // 2]:.0f} ms, p99 {p99:.0f} ms"
        name = f"due until painted on both monitors, {len(shows)} times"
        good.append(say(name, figure, f"{SHOWN_MS} ms", good=p99 <= SHOWN_MS))
        uncovered = look_at_scales(desktop)
        name = f"screenshots at {', '.join(SCALES)} with something left open"
        good.append(say(name, str(len(uncovered)), "0", good=not uncovered))
        cost = measure_cost(desktop, options.minutes)
        for name, figure_, limit in (
            ("CPU s/h in a session", cost.cpu_s_per_h, CPU_S_PER_H),
            ("wake-ups/min in a session", cost.wake_ups_per_min, WAKE_UPS_PER_MIN),
            ("PSS MB in a session", cost.pss_mb, PSS_MB),
        ):
            good.append(say(name, f"{figure_:.1f}", str(limit), good=figure_ <= limit))
    with x11_desktop() as desktop:
        changes = change_monitors(desktop, options.changes, options.seed)
    figure = f"{changes.open_after} of {changes.looked} left open, died: {changes.died}"
    fine = changes.open_after == 0 and not changes.died
    good.append(
        say(f"{changes.made} random changes of monitors", figure, "0", good=fine)
    )
    figure = f"slowest {changes.slowest_s:.2f} s"
    fine = changes.slowest_s <= COVERED_S
    good.append(
        say("monitor covered after a change", figure, f"{COVERED_S} s", good=fine)
    )
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
