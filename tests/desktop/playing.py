"""The overlay, strip and card running on a private desktop, driven line by line."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.rigs import Desktop, RigError

ROOT = Path(__file__).parents[2]
PATIENCE_S = 15.0


class Playing:
    """What ``tests.ui.overlay.on_a_desktop`` shows, and what it reports."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[tuple[str, float]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    @property
    def pid(self) -> int:
        return self.process.pid

    def say(self, command: str, **arguments: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{command} {json.dumps(arguments)}\n")
        self.process.stdin.flush()

    def hear(self, word: str, timeout_s: float = PATIENCE_S) -> str:
        """The rest of the next line that begins with a word."""
        return self.hear_at(word, timeout_s)[0]

    def hear_at(self, word: str, timeout_s: float = PATIENCE_S) -> tuple[str, float]:
        """The same, and when it was read (monotonic, seconds)."""
        until = time.monotonic() + timeout_s
        while (left_s := until - time.monotonic()) > 0:
            try:
                line, at = self._lines.get(timeout=left_s)
            except queue.Empty:
                break
            if line.startswith(word):
                return line[len(word) :].strip(), at
        msg = f"it did not say {word!r} within {timeout_s} s"
        raise RigError(msg)

    def said(self) -> list[str]:
        """All lines that nobody has heard yet."""
        lines = []
        while not self._lines.empty():
            lines.append(self._lines.get_nowait()[0])
        return lines

    def scenes(self) -> list[tuple[int, int, int, int]]:
        """Where the scenes are: left, top, width, height."""
        self.say("scenes")
        return [tuple(area) for area in json.loads(self.hear("scenes"))]

    def end(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(PATIENCE_S)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put((line.rstrip("\n"), time.monotonic()))


@contextmanager
def playing(desktop: Desktop, **env: str) -> Iterator[Playing]:
    """Start it on a desktop; it is gone afterwards."""
    with (desktop.home / "rig.log").open("a") as log:
        process = subprocess.Popen(
            [
                sys.executable,
                "-X",
                "faulthandler",
                "-m",
                "tests.ui.overlay.on_a_desktop",
            ],
            env={**desktop.env, "PYTHONPATH": str(ROOT), **env},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd=ROOT,
        )
    try:
        play = Playing(process)
        play.hear("ready")
        yield play
    finally:
        process.kill()
        process.wait(PATIENCE_S)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
