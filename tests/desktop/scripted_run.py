"""A scripted stretch at a real desktop, and what unplug made of it.

Three apps, switches at a steady pace with a key each, one short visit, and an absence
longer than the idle threshold. The truth is when the desktop was told; what unplug
says is read through its own command line.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Protocol

from tests.desktop.rigs import Desktop, SwayDesktop, X11Desktop

APPS = ("Alpha", "Beta", "Gamma")
_SLIVER_S = 0.03
REPO = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Script:
    """How long everything takes, in seconds."""

    idle_after_s: int = 180
    switches: int = 24
    between_s: float = 0.75
    visit_s: float = 0.4
    settled_s: float = 200.0
    away_s: float = 200.0
    back_s: float = 60.0


SHORT = Script(idle_after_s=10, settled_s=5.0, away_s=14.0, back_s=3.0)


class Hands(Protocol):
    """Somebody at the desktop."""

    def open(self, app: str) -> None:
        """Open a window."""

    def focus(self, app: str) -> None:
        """Turn to a window."""

    def press(self) -> None:
        """Press a key that does nothing."""


class X11Hands:
    """Hands on X11."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop
        self._windows: dict[str, str] = {}

    def open(self, app: str) -> None:
        self._windows[app] = self._desktop.open_window(app)

    def focus(self, app: str) -> None:
        self._desktop.xdotool("windowactivate", self._windows[app])

    def press(self) -> None:
        self._desktop.xdotool("key", "shift")


class SwayHands:
    """Hands on sway."""

    def __init__(self, desktop: SwayDesktop) -> None:
        self._desktop = desktop

    def open(self, app: str) -> None:
        self._desktop.open_window(app)

    def focus(self, app: str) -> None:
        self._desktop.focus(app)

    def press(self) -> None:
        self._desktop.wtype("-k", "Shift_L")


@dataclass
class Truth:
    """What really happened."""

    visits: list[tuple[float, str]] = field(default_factory=list)
    away_from: float = 0.0
    back_at: float = 0.0
    end: float = 0.0

    def spent_s(self) -> dict[str, float]:
        """Seconds of screen time by app."""
        spent: Counter[str] = Counter()
        ends = [at for at, _ in self.visits[1:]] + [self.end]
        for (start, app), end in zip(self.visits, ends, strict=True):
            away = max(0.0, min(end, self.back_at) - max(start, self.away_from))
            spent[app] += end - start - away
        return dict(spent)


@dataclass(frozen=True, slots=True)
class Found:
    """What unplug says, beside the truth.

    Attributes:
        off_s: the largest error of an app's screen time.
        switches: how many of the switches were seen.
        idle_off_s: the larger error of the two edges of the absence.
    """

    off_s: float
    switches: int
    idle_off_s: float


def run(desktop: Desktop, hands: Hands, script: Script) -> Found:
    """Play the script in front of ``unplug track``; compare."""
    folder = desktop.home / "data"
    folder.mkdir()
    settings = f"[tracking]\nidle_after_s = {script.idle_after_s}\n"
    (folder / "settings.toml").write_text(settings)
    for app in APPS:
        hands.open(app)
    hands.press()
    tracker = desktop.spawn(*unplug(folder, "track"), env={"PYTHONPATH": str(REPO)})
    desktop.wait_for(lambda: _answers(desktop, folder), 20, "unplug track")
    truth = play(hands, script)
    spans = _spans(desktop, folder)
    desktop.end(tracker)
    return compare(truth, spans)


def play(hands: Hands, script: Script) -> Truth:
    """Sit at the desktop."""
    truth = Truth()

    def turn_to(app: str) -> None:
        before = time.time()
        hands.focus(app)
        truth.visits.append(((before + time.time()) / 2, app))

    turn_to(APPS[0])
    hands.press()
    next_at = time.time()
    for app in islice(cycle((*APPS[1:], APPS[0])), script.switches):
        next_at += script.between_s
        _until(next_at)
        turn_to(app)
        hands.press()
    _until(next_at + script.between_s)
    turn_to(APPS[1])  # the short visit
    _until(time.time() + script.visit_s)
    turn_to(APPS[2])
    _stay(hands, script.settled_s, script.idle_after_s / 2)
    truth.away_from = _pressed(hands)
    _until(truth.away_from + script.away_s)
    truth.back_at = _pressed(hands)
    _until(truth.back_at + script.back_s)
    truth.end = time.time()
    return truth


def compare(truth: Truth, spans: list[dict[str, object]]) -> Found:
    """Hold the spans against the truth."""
    start = truth.visits[0][0]
    told: Counter[str] = Counter()
    seen = 0
    last: str | None = None
    idle: list[tuple[float, float]] = []
    for span in spans:
        begun = datetime.fromisoformat(str(span["start"])).timestamp()
        ended = datetime.fromisoformat(str(span["end"])).timestamp()
        length = min(ended, truth.end) - max(begun, start)
        if length <= _SLIVER_S:  # the window before the first, until it gave way
            continue
        app = span["app"]
        if span["state"] == "idle":
            idle.append((begun, ended))
        elif isinstance(app, str):
            told[app] += length
            seen += app != last and last is not None
            last = app
    spent = truth.spent_s()
    off = max(abs(told[app] - spent[app]) for app in APPS)
    edges = [
        (abs(begun - truth.away_from), abs(ended - truth.back_at))
        for begun, ended in idle
    ]
    idle_off = max(edges[0]) if len(edges) == 1 else float("inf")
    return Found(off, seen, idle_off)


def unplug(folder: Path, *words: str) -> list[str]:
    """The command that runs unplug on a data folder."""
    return [sys.executable, "-m", "ui", "--data-dir", str(folder), *words]


def _answers(desktop: Desktop, folder: Path) -> bool:
    return (folder / "unplug.socket").exists() and bool(
        _ask(desktop, folder, "status", "--json")["running"]
    )


def _spans(desktop: Desktop, folder: Path) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as target:
        _run(desktop, unplug(folder, "export", "--to", target))
        exported = json.loads((Path(target) / "screen-time.json").read_text())
    spans: list[dict[str, object]] = exported["spans"]
    return spans


def _ask(desktop: Desktop, folder: Path, *words: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads(_run(desktop, unplug(folder, *words)))
    return answer


def _run(desktop: Desktop, argv: list[str]) -> str:
    return desktop.run("env", f"PYTHONPATH={REPO}", *argv)


def _pressed(hands: Hands) -> float:
    before = time.time()
    hands.press()
    return (before + time.time()) / 2


def _stay(hands: Hands, length_s: float, press_every_s: float) -> None:
    end = time.time() + length_s
    while (left := end - time.time()) > 0:
        hands.press()
        _until(time.time() + min(left, press_every_s))


def _until(instant: float) -> None:
    time.sleep(max(0.0, instant - time.time()))
