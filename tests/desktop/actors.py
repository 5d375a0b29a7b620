"""Actors on a private desktop, in this process or in one that can be killed."""

import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.rigs import Desktop
from unplug.acting.desk import Desk

ROOT = Path(__file__).parents[2]
PATIENCE_S = 10


@contextmanager
def desk_on(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The session bus of a private desktop, for this process."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, desktop.env[name])
    desk = Desk()
    try:
        yield desk
    finally:
        desk.close()


def settled(desk: Desk) -> None:
    """Until nobody asks anything more."""
    while desk._pending:
        desk.settle(5_000)


def heard_until(desk: Desk, condition: Callable[[], object]) -> None:
    """Hear what the desktop says until something is so."""
    give_up = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up
        if select.select([desk], [], [], 0.05)[0]:
            desk.dispatch()


def start(desktop: Desktop, script: str) -> subprocess.Popen[str]:
    """Run a script in a process of its own; returns when it prints "ready"."""
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        env=desktop.env,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,  # so that it waits in input()
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if line != "ready\n":
        process.kill()
        process.communicate()
    assert line == "ready\n", desktop.log()
    return process


def kill(process: subprocess.Popen[str]) -> None:
    """As the kernel does when memory is short: nothing can be put in order."""
    process.kill()
    process.communicate()
