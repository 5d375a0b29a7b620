"""What the resident app costs on a real desktop: memory, processor, wake-ups, writes.

The whole tray app runs on a private X desktop with a panel. Idle: nobody touches
anything, the idle threshold has passed. Active: a key a second; then also a change of
window every ten seconds. A wake-up is a voluntary context switch of any of its threads.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import FULL
from tests.desktop.rigs import X11Desktop, x11_desktop
from tests.desktop.scripted_run import unplug

REPO = Path(__file__).parents[1]
SETTLE_S = 75.0  # past what a start brings with it: the first backup, a minute in
MEASURED_S = 600.0 if FULL else 60.0
STARTS = 9 if FULL else 3
HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Reading:
    """The kernel's own account of a process, all threads."""

    at: float
    cpu_s: float
    wakeups: int
    written: int

    @classmethod
    def of(cls, pid: int) -> "Reading":
        """Read it now."""
        wakeups = 0
        cpu_ns = 0
        for task in Path(f"/proc/{pid}/task").iterdir():
            status = (task / "status").read_text()
            line = next(x for x in status.splitlines() if x.startswith("voluntary_"))
            wakeups += int(line.split()[1])
            cpu_ns += int((task / "schedstat").read_text().split()[0])
        io = Path(f"/proc/{pid}/io").read_text().splitlines()
        written = int(next(x for x in io if x.startswith("write_bytes")).split()[1])
        return cls(time.monotonic(), cpu_ns / 1e9, wakeups, written)


def main() -> int:
    """Print the figures."""
    with x11_desktop(tray="xfce4") as desktop:
        _starts(desktop)
        pid = _start(desktop, "measured")[0]
        time.sleep(SETTLE_S)
        print(f"memory after start: {_pss_mb(pid):.1f} MB PSS")
        windows = [desktop.open_window(name) for name in ("Alpha", "Beta")]
        _report("active, a key a second", pid, lambda: _work(desktop, windows[:1]))
        _report("the same, 6 windows a minute", pid, lambda: _work(desktop, windows))
        time.sleep(15)  # the threshold of ten seconds passes
        _report("idle, nobody there", pid, lambda: time.sleep(MEASURED_S))
        print(f"memory after that: {_pss_mb(pid):.1f} MB PSS")
    return 0


def _starts(desktop: X11Desktop) -> None:
    took = []
    for number in range(STARTS + 1):
        pid, seconds = _start(desktop, f"start{number}")
        took.append(seconds)
        os.kill(pid, 15)
        _until(lambda: not _icons(desktop))
    warm = sorted(took[1:])
    print(
        f"start to tray icon, warm: median {warm[len(warm) // 2]:.2f} s, "
        f"worst {warm[-1]:.2f} s of {len(warm)}"
    )


def _start(desktop: X11Desktop, name: str) -> tuple[int, float]:
    """Start the app; its process and the seconds until the panel has its icon."""
    folder = desktop.home / name
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text("[tracking]\nidle_after_s = 10\n")
    before = time.monotonic()
    process = desktop.spawn(*unplug(folder), env={"PYTHONPATH": str(REPO)})
    _until(lambda: _icons(desktop))
    return process.pid, time.monotonic() - before


def _icons(desktop: X11Desktop) -> bool:
    """Whether the panel knows of a tray icon."""
    told = desktop.run(
        "dbus-send",
        "--session",
        "--print-reply",
        "--dest=org.kde.StatusNotifierWatcher",
        "/StatusNotifierWatcher",
        "org.freedesktop.DBus.Properties.Get",
        "string:org.kde.StatusNotifierWatcher",
        "string:RegisteredStatusNotifierItems",
    )
    return "StatusNotifierItem" in told.partition("array")[2]


def _work(desktop: X11Desktop, windows: list[str]) -> None:
    end = time.monotonic() + MEASURED_S
    turns = 0
    while time.monotonic() < end:
        if len(windows) > 1:
            desktop.xdotool("windowactivate", windows[turns % len(windows)])
        # One process for all ten: each that comes and goes is an event to every app.
        desktop.run("xdotool", "key", "--delay", "1000", *"abcdefghij", timeout_s=20)
        turns += 1


def _report(what: str, pid: int, live: Callable[[], None]) -> None:
    before = Reading.of(pid)
    live()
    after = Reading.of(pid)
    hours = (after.at - before.at) / HOUR_S
    print(
        f"{what}: {(after.cpu_s - before.cpu_s) / hours:.2f} CPU-s/h, "
        f"{(after.wakeups - before.wakeups) / hours / 60:.1f} wake-ups/min, "
        f"{(after.written - before.written) / hours / 1e6:.2f} MB/h written"
    )


def _pss_mb(pid: int) -> float:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(x for x in rollup if x.startswith("Pss:")).split()[1]) / 1000


def _until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            message = "it did not happen in time"
            raise TimeoutError(message)
        time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main())
