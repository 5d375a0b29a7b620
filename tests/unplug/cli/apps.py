"""The real app in a terminal, as a process of its own that commands reach."""

import os
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from tests.unplug.cli.calling import REPO, program
from unplug.engine.control import SOCKET_NAME, NotRunningError, ask
from unplug.errors import UnplugError

START_S = 60.0


class RunningApp:
    """``unplug track`` on a data folder.

    Args:
        folder: the data folder; everything that it says is in a file beside it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Until it can be reached."""
        env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(REPO),
            "HOME": str(self.folder.parent),
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/none",
        }
        words = program("--data-dir", self.folder, "track")
        with self.folder.with_suffix(".log").open("ab") as log:
            self.process = subprocess.Popen(words, stdout=log, stderr=log, env=env)
        ends = monotonic() + START_S
        while monotonic() < ends:
            assert self.process.poll() is None, self.said()
            try:
                ask(self.folder, {"do": "status"})
            except (NotRunningError, UnplugError):
                select.select([], [], [], 0.05)
            else:
                return
        pytest.fail(f"the app does not answer: {self.said()}")

    def said(self) -> str:
        return self.folder.with_suffix(".log").read_text(errors="replace")

    def kill(self) -> None:
        """As a crash or a power cut does."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None
        assert not (self.folder / SOCKET_NAME).exists()
        assert "Traceback" not in self.said()


@contextmanager
def running(*folders: Path) -> Iterator[list[RunningApp]]:
    apps = [RunningApp(folder) for folder in folders]
    try:
        for app in apps:
            app.start()
        yield apps
    finally:
        for app in apps:
            app.stop()
