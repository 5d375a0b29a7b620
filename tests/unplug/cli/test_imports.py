"""What commands that are typed often do not load; each import is waited for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unplug.cli.calling import REPO, call

PRINT_LOADED = """
import atexit, sys
from tests.unplug.cli.__main__ import NoFront
from unplug.cli.main import main
atexit.register(lambda: print("loaded", *sorted(sys.modules), file=sys.stderr))
main(NoFront())
"""
SLOW = {
    "unplug.sessions.machine",
    "unplug.sessions.events",
    "unplug.trips",
    "unplug.people",
    "sqlite_utils",
    "tomlkit",
    "cbor2",
    "nacl",
    "keyring",
    "holidays",
    "subprocess",
    "asyncio",
}


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a plan, and with settings."""
    folder = tmp_path_factory.mktemp("data")
    words = ("--rrule", "FREQ=WEEKLY", "--at", "18:00", "--for", "1h")
    assert call(folder, "plan", "add", "Supper", *words).exit_code == 0
    return folder


def loaded(folder: Path, *words: str) -> set[str]:
    """What a command has loaded by its end."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT_LOADED, "--data-dir", str(folder), *words],
        cwd=REPO,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "command", ["status", "usage", "plan list", "plan next", "session --help"]
)
def test_looking_loads_nothing_slow(command: str, planned: Path) -> None:
    names = loaded(planned, *command.split())
    assert f"unplug.cli.{command.split(maxsplit=1)[0]}" in names
    assert names & SLOW == set()


def test_people_are_listed_without_what_changes_or_sends_them(planned: Path) -> None:
    names = loaded(planned, "people", "list")
    changing = {"unplug.engine.people.jobs", "unplug.people.vcard.reader"}
    assert names & (SLOW - {"unplug.people"} | changing) == set()
