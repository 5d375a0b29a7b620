"""export, import, erase, doctor, demo: what they do and say."""

import json
from pathlib import Path

import pytest

from tests.unplug.cli.calling import FakeFront, answer, call
from tests.unplug.cli.test_reading_commands import active, write
from tests.unplug.engine.life import kept
from tests.unplug.engine.screen_time.test_importing import old
from unplug.cli.main import COMMANDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_every_command_has_a_help_that_agrees_with_the_list(folder: Path) -> None:
    listed = call(folder, "--help").stdout
    for name in COMMANDS:
        assert f"  {name} " in listed
        assert call(folder, name, "--help").exit_code == 0
    assert call(folder, "--version").exit_code == 0
    assert not folder.exists()


def test_export_prints_the_files_it_wrote(folder: Path, tmp_path: Path) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    for form in ("json", "csv", "activitywatch"):
        done = call(folder, "export", "--to", tmp_path / form, "--format", form)
        written = {str(path) for path in (tmp_path / form).iterdir()}
        assert done.exit_code == 0
        assert set(done.stdout.splitlines()) == written


def test_import_says_what_it_read_and_added(folder: Path, tmp_path: Path) -> None:
    told = answer(folder, "import", "activitywatch", old(tmp_path))
    assert set(told) == {"events", "spans", "problems"}
    assert told["events"] == 4
    assert told["spans"] >= 3
    again = call(folder, "import", "activitywatch", old(tmp_path))
    assert again.stdout == "read 4 events, added 0 stretches of time\n"


def test_erase_erases(folder: Path) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    assert call(folder, "erase", "--everything", "--yes").exit_code == 0
    assert sum(kept(folder).values()) == 0


def test_doctor_rebuilds_the_totals(folder: Path) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    before = answer(folder, "usage", "--from", "2026-03-10")
    told = answer(folder, "doctor")
    assert set(told) == {"signals", "database"}
    assert {"signal", "served_by", "missing"} == set(told["signals"][0])
    assert told["database"] == {"says": "whole; 1 day", "damaged": False, "days": 1}
    assert call(folder, "doctor", "--rebuild").exit_code == 0
    assert answer(folder, "usage", "--from", "2026-03-10") == before


def test_demo_leaves_the_users_own_folder_alone(folder: Path, tmp_path: Path) -> None:
    front = FakeFront(exit_code=4)
    assert call(folder, "demo", front=front).exit_code == 4
    [shown] = front.started
    assert not shown.exists()
    assert not folder.exists()
    done = call(folder, "demo", "--screenshots", tmp_path / "views", front=front)
    assert done.stdout == f"{tmp_path / 'views' / 'tray.png'}\n"
    assert not folder.exists()


def test_replay_always_prints_json(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "day.jsonl"
    file.write_text(
        '{"at": "2026-03-10T09:00:00+01:00", "fact": "focus", "app": "editor"}\n'
        '{"at": "2026-03-10T09:00:01.5+01:00", "fact": "stop"}\n'
    )
    plain = json.loads(call(folder, "replay", file).stdout)
    assert plain == answer(folder, "replay", file)
    assert plain["total"]["active_s"] == plain["total"]["screen_s"] == 1.5
