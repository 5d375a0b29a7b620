"""The whole way by pointer and keys: welcomed, unplugged, suggested, met."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.rigs import X11Desktop, x11_desktop
from tests.desktop.scripted_run import REPO, unplug
from unplug.clock import SystemClock
from unplug.days import DAY_START_MIN, day_at
from unplug.engine.demo.month import SEED, month
from unplug.engine.demo.people import furnish_people
from unplug.store.database import Database
from unplug.store.usage import UsageStore

PATIENCE_S = 20.0
MARA = "Mara Lindqvist"


class Somebody:
    """Somebody at the desktop, with eyes, a pointer and keys.

    Args:
        desktop: where they sit.
        folder: their data.
    """

    def __init__(self, desktop: X11Desktop, folder: Path) -> None:
        self._desktop = desktop
        self._folder = folder
        self._eyes, app = socket.socketpair()
        with app:
            desktop.spawn(
                *(sys.executable, "-m", "tests.desktop.findable"),
                *(str(folder), str(app.fileno())),
                env={"PYTHONPATH": str(REPO), "UNPLUG_NO_WELCOME": ""},
                pass_fds=(app.fileno(),),
            )
        self._eyes.settimeout(PATIENCE_S)
        self._answers = self._eyes.makefile("r")

    def close(self) -> None:
        """Look no longer."""
        self._answers.close()
        self._eyes.close()

    def sees(self, name: str) -> tuple[int, int] | None:
        """Where something of this name or text is seen."""
        self._eyes.sendall(f"{name}\n".encode())
        found = json.loads(self._answers.readline())
        return None if found is None else (found[0], found[1])

    def waits_for(self, name: str) -> tuple[int, int]:
        """Where it is, once it stays at one place."""
        seen = [None, self.sees(name)]

        def rests() -> bool:
            seen[:] = [seen[1], self.sees(name)]
            return seen[1] is not None and seen[0] == seen[1]

        self._desktop.wait_for(rests, PATIENCE_S, f"{name} to be seen")
        assert seen[1] is not None
        return seen[1]

    def clicks(self, name: str) -> None:
        """Click what has this name, once it is there."""
        x, y = self.waits_for(name)
        self._desktop.xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def presses(self, *keys: str) -> None:
        """Press keys."""
        self._desktop.xdotool("key", *keys)

    def types(self, text: str) -> None:
        """Type a text."""
        self._desktop.xdotool("type", text)

    def asks(self, *words: str) -> Any:  # noqa: ANN401  (any JSON)
        """Ask unplug on the command line."""
        env = {**self._desktop.env, "PYTHONPATH": str(REPO)}
        argv = [*unplug(self._folder), *words, "--json"]
        done = subprocess.run(
            argv, env=env, check=True, capture_output=True, timeout=PATIENCE_S
        )
        return json.loads(done.stdout)

    def waits_until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for what the command line tells."""
        self._desktop.wait_for(condition, PATIENCE_S, what)

    def leaves(self) -> None:
        """Need the computer: press Escape until the screen is free."""

        def out() -> bool:
            self.presses("Escape")
            return self.asks("status")["session"] is None

        self._desktop.wait_for(out, PATIENCE_S, "the way out")


@pytest.fixture
def somebody() -> Iterator[Somebody]:
    with x11_desktop(tray="xfce4") as desktop:
        folder = desktop.home / "data"
        lived(folder)
        with closing(Somebody(desktop, folder)) as made:
            yield made


def lived(folder: Path) -> None:
    """Somebody has used the screen for a month, and knows people."""
    clock = SystemClock()
    with closing(Database(folder, clock)) as database:
        spans = month(today(), clock.zone(), clock.stamp().wall_ms, SEED)
        UsageStore(database, DAY_START_MIN).append(list(spans), 1)
        furnish_people(database, clock, SEED)


def today() -> date:
    clock = SystemClock()
    return day_at(clock.stamp().utc, clock.zone(), DAY_START_MIN)


def test_welcomed_unplugged_suggested_met_and_understood(somebody: Somebody) -> None:
    somebody.clicks("Skip all")
    assert not somebody.sees("Skip all")

    somebody.clicks("Device-free time")
    somebody.clicks("Unplug now")
    somebody.clicks("For 15 min")
    somebody.waits_for("I need my computer")
    assert somebody.asks("status")["session"]["state"] == "running"
    somebody.leaves()
    [session] = somebody.asks("session", "list")
    assert (session["outcome"], session["meant_s"]) == ("ended early", 900)

    somebody.clicks("Today")
    somebody.clicks("Suggest somebody")
    somebody.waits_for("Someone else")
    assert somebody.asks("suggest")["suggestion"]["person"] == MARA

    somebody.clicks("People")
    somebody.clicks("Log a meeting")
    somebody.clicks("Who")
    somebody.types("Mara")
    somebody.presses("Return")
    since = today().isoformat()
    somebody.clicks("Log it")
    somebody.waits_until(lambda: last_met(somebody) >= since, "the meeting")

    somebody.clicks("Patterns")
    somebody.waits_for("Hours of the week")
    [insight, *_] = somebody.asks("insights")
    somebody.waits_for(insight["sentence"])
    somebody.clicks("Show them")
    somebody.waits_for("Save as CSV")


def last_met(somebody: Somebody) -> str:
    return str(somebody.asks("people", "show", MARA)["last_met"])
