"""What unplug says of a scripted stretch at a real desktop, against the truth.

In full: nine minutes on X11 (24 switches 0.75 s apart, a 0.4 s visit, 200 s away with
the threshold at 180 s); else the short script that the tests play too.
"""

import sys

from benchmarks import FULL
from tests.desktop.rigs import sway_desktop, x11_desktop
from tests.desktop.scripted_run import (
    SHORT,
    Found,
    Script,
    SwayHands,
    X11Hands,
    run,
)


def main() -> int:
    """Print the figures of both desktops."""
    script = Script() if FULL else SHORT
    with x11_desktop() as x11:
        _print("X11", script, run(x11, X11Hands(x11), script))
    with sway_desktop() as sway:
        _print("sway", script, run(sway, SwayHands(sway), script))
    return 0


def _print(desktop: str, script: Script, found: Found) -> None:
    print(
        f"accuracy on {desktop}: apps within {found.off_s:.3f} s, "
        f"{found.switches} of {script.switches + 2} switches, "
        f"idle edges within {found.idle_off_s * 1000:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
