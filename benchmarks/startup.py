"""How long the command line takes to answer, with a month of data: wall time, warm.

``status`` is asked without an app and while one tracks; the target is 150 ms. The
median is the figure. A command hardly waits for anything, so its CPU time is what a
machine without other work would show: that decides.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import FULL
from unplug.clock import SystemClock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.demo.month import furnish

RUNS = 60 if FULL else 15
TARGET_MS = 150.0
START_TIMEOUT_S = 20.0
REPO = Path(__file__).parents[1]
MONTH = ("--from", "2000-01-01")


@dataclass(frozen=True, slots=True)
class Took:
    """How long a command took, in milliseconds."""

    median_ms: float
    cpu_ms: float


def program(folder: Path, *words: str) -> list[str]:
    """The command that runs unplug on a data folder."""
    return [sys.executable, "-m", "ui", "--data-dir", str(folder), *words]


def took(folder: Path, *words: str) -> Took:
    """Run a command again and again."""
    times, spent = [], []
    for _ in range(RUNS + 1):
        began, before = time.perf_counter(), _cpu_s()
        subprocess.run(
            program(folder, *words), cwd=REPO, stdout=subprocess.DEVNULL, check=True
        )
        times.append((time.perf_counter() - began) * 1000)
        spent.append((_cpu_s() - before) * 1000)
    return Took(median(times[1:]), median(spent[1:]))


def _cpu_s() -> float:
    """What the ended children have used of the processor."""
    children = os.times()
    return children.children_user + children.children_system


@contextmanager
def tracking(folder: Path) -> Iterator[None]:
    """An app that runs, without a desktop to listen to."""
    nowhere = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}
    env = {name: value for name, value in os.environ.items() if name not in nowhere}
    process = subprocess.Popen(
        program(folder, "track"), cwd=REPO, env=env, stderr=subprocess.DEVNULL
    )
    try:
        give_up = time.monotonic() + START_TIMEOUT_S
        while not _answers(folder) and time.monotonic() < give_up:
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()


def _answers(folder: Path) -> bool:
    try:
        return bool(ask(folder, {"do": "status"})["running"])
    except NotRunningError:
        return False


def main() -> int:
    """Print the figures; 1 where status works longer than it may."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder, SystemClock())
        figures = {
            "status": took(folder, "status"),
            "usage": took(folder, "usage"),
            "usage of the month by app": took(folder, "usage", *MONTH),
            "usage of the month by hour": took(folder, "usage", *MONTH, "--by", "hour"),
        }
        with tracking(folder):
            figures["status of the running app"] = took(folder, "status")
            figures["usage while the app runs"] = took(folder, "usage")
    for words, figure in figures.items():
        print(
            f"startup: {words} in {figure.median_ms:.0f} ms,"
            f" {figure.cpu_ms:.0f} ms of CPU"
        )
    status = [figure for words, figure in figures.items() if "status" in words]
    return int(max(figure.cpu_ms for figure in status) > TARGET_MS)


if __name__ == "__main__":
    sys.exit(main())
