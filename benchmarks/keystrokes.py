"""Type at random into an editor while overlays come, and see whether a key is lost.

Each round types for the first two seconds of an overlay, through the X server, into a
window that writes down what it gets; none may be missing, and none may end anything.

Usage: python -m benchmarks.keystrokes [--keys N]
"""

import argparse
import random
import string
import sys
import time

from benchmarks import FULL
from tests.desktop.playing import Playing, playing
from tests.desktop.rigs import X11Desktop, x11_desktop
from tests.desktop.typing_into import open_editor, written

ROUND_S = 1.6
SAFE_S = 2.0
DELAY_MS = 4
LETTERS = string.ascii_letters + string.digits + " .,;-"


def type_while_it_comes(
    desktop: X11Desktop, play: Playing, rng: random.Random, keys: int
) -> tuple[int, int, int]:
    """One round: how many keys were typed in the safe time, got, and acted upon."""
    text = "".join(rng.choices(LETTERS, k=keys))
    before = len(written(desktop))
    play.said()
    began = time.monotonic()
    play.say("show", purpose="A walk along the river")
    typed = 0
    while typed < len(text) and time.monotonic() - began < ROUND_S:
        part = text[typed : typed + 12]
        desktop.xdotool("type", "--delay", str(DELAY_MS), "--", part)
        typed += len(part)
    in_time = time.monotonic() - began < SAFE_S
    play.hear("covered")
    got = len(written(desktop)) - before
    for _ in range(50):
        if got >= typed:
            break
        time.sleep(0.02)
        got = len(written(desktop)) - before
    same = written(desktop)[before:] == text[:typed]
    acted = sum(line.startswith(("needed", "freed")) for line in play.said())
    play.say("hide")
    play.hear("hidden")
    if not in_time:
        return 0, 0, acted
    return typed, got if same else min(got, typed - 1), acted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=10_000 if FULL else 1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    typed = got = acted = rounds = 0
    with x11_desktop() as desktop:
        open_editor(desktop)
        with playing(desktop) as play:
            while typed < options.keys:
                one = type_while_it_comes(desktop, play, rng, rng.randrange(40, 300))
                typed, got, acted = typed + one[0], got + one[1], acted + one[2]
                rounds += 1
    lost = typed - got
    print(
        f"{typed} keys typed in the first {SAFE_S:.0f} s of {rounds} overlays: "
        f"{lost} lost, {acted} acted upon"
    )
    return 1 if lost or acted else 0


if __name__ == "__main__":
    sys.exit(main())
