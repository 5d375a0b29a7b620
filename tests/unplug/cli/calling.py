"""Calling the command line from tests, in this process or as another one."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from unplug.cli.main import unplug
from unplug.clock import Clock

REPO = Path(__file__).parents[3]
SENTENCE = re.compile(r"unplug: [^\n:]+(: .+)? — [^\n]+\n")


@dataclass
class FakeFront:
    """Windows that only note what they are asked."""

    started: list[Path] = field(default_factory=list)
    drawn: list[tuple[Path, Path]] = field(default_factory=list)
    exit_code: int = 0

    def start(self, folder: Path) -> int:
        self.started.append(folder)
        return self.exit_code

    def draw_views(self, folder: Path, target: Path, clock: Clock) -> list[Path]:  # noqa: ARG002
        self.drawn.append((folder, target))
        return [target / "tray.png"]


def call(
    folder: Path,
    *words: str | Path,
    front: FakeFront | None = None,
    typed: str | None = None,
) -> Result:
    """Run a command in this process, and type what it asks for."""
    argv = ["--data-dir", str(folder), *map(str, words)]
    return CliRunner().invoke(unplug, argv, obj=front or FakeFront(), input=typed)


def answer(folder: Path, *words: str | Path) -> Any:  # noqa: ANN401  (any JSON)
    """What a command answers as JSON."""
    done = call(folder, *words, "--json")
    assert (done.exit_code, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)


def refusal(folder: Path, *words: str | Path) -> str:
    """The one sentence with which a command fails."""
    done = call(folder, *words)
    assert done.exit_code == 1, (done.exit_code, done.output)
    assert done.stdout == ""
    assert SENTENCE.fullmatch(done.stderr), done.stderr
    return done.stderr


def spawned(
    *words: str | Path,
    env: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
    cwd: Path = REPO,
) -> "subprocess.CompletedProcess[bytes]":
    """Run a command as a program of its own, with nothing but this environment."""
    return subprocess.run(
        [*before, *program(*words)],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPO), **(env or {})},
        cwd=cwd,
        capture_output=True,
        timeout=60,
        check=False,
    )


def program(*words: str | Path) -> list[str]:
    """How the command line is started."""
    return [sys.executable, "-m", "tests.unplug.cli", *map(str, words)]
