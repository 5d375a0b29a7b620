"""Leave sessions in random states by keyboard alone, and see how long it takes.

The keys are Qt's, the scene and the machine are the app's own; only the clock is not.

Usage: python -m benchmarks.way_out [--states N]
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from benchmarks import FULL

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  (after the platform)

    from tests.ui.overlay.leaving import OUT_WITHIN_MS, Leaver  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=2_000 if FULL else 1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        leaver = Leaver(Path(folder), random.Random(options.seed))
        taken = sorted(leaver.leave_once() for _ in range(options.states))
        leaver.close()
    late = sum(each > OUT_WITHIN_MS for each in taken)
    print(
        f"{options.states} states, out by keyboard: median "
        f"{taken[len(taken) // 2] / 1000:.1f} s, slowest {taken[-1] / 1000:.1f} s, "
        f"{late} later than {OUT_WITHIN_MS / 1000:.0f} s"
    )
    del app
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
