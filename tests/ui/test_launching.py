"""The command that starts this copy again."""

import sys
from pathlib import Path

import pytest

import ui
from ui.launching import Launch, launch_of_this


def test_an_installed_script_is_started_by_its_full_path(tmp_path: Path) -> None:
    (tmp_path / "unplug").touch()
    launch = launch_of_this(started_as=str(tmp_path / "unplug"))
    assert launch == Launch((str(tmp_path / "unplug"),))


def test_the_script_without_a_console_is_preferred(tmp_path: Path) -> None:
    for name in ("unplug.exe", "unplug-tray.exe"):
        (tmp_path / name).touch()
    launch = launch_of_this(
        ["--data-dir", "D"], started_as=str(tmp_path / "unplug.exe")
    )
    assert launch.command == (str(tmp_path / "unplug-tray.exe"), "--data-dir", "D")


def test_a_link_to_the_script_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "unplug").touch()
    (tmp_path / "unplug").symlink_to(tmp_path / "venv" / "unplug")
    launch = launch_of_this(started_as=str(tmp_path / "unplug"))
    assert launch.command == (str(tmp_path / "unplug"),)


def test_a_relative_script_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "unplug").touch()
    monkeypatch.chdir(tmp_path)
    assert launch_of_this(started_as="unplug").command == (str(tmp_path / "unplug"),)


def test_a_module_run_from_a_checkout_needs_its_folder() -> None:
    assert ui.__file__ is not None
    checkout = Path(ui.__file__).parent.parent
    launch = launch_of_this(started_as=str(checkout / "ui" / "__main__.py"))
    assert launch == Launch((sys.executable, "-m", "ui"), checkout)
