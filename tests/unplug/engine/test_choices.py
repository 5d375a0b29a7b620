"""What is chosen while the app runs: in the file at once, and what then holds."""

from pathlib import Path

import pytest

from unplug.engine.choices import Choices
from unplug.engine.preferences import preferences
from unplug.errors import UnplugError
from unplug.settings import Settings


def choices(folder: Path) -> Choices:
    return Choices(folder, preferences(folder).settings)


def test_what_can_be_taken_up_at_once_is_and_all_who_go_by_it_hear(
    tmp_path: Path,
) -> None:
    chosen, heard = choices(tmp_path), list[Settings]()
    chosen.observers.append(heard.append)
    chosen.change("sessions.skips_a_week", 7)
    assert chosen.running.sessions.skips_a_week == 7
    assert heard == [chosen.running] == [chosen.now()]


def test_what_holds_from_the_next_start_is_only_in_the_file(tmp_path: Path) -> None:
    chosen, heard = choices(tmp_path), list[Settings]()
    chosen.observers.append(heard.append)
    chosen.change("days.starts_at", "05:30")
    assert chosen.now().days.starts_at == "05:30"
    assert chosen.running.days.starts_at == Settings().days.starts_at
    assert heard == []


def test_what_does_not_fit_changes_nothing(tmp_path: Path) -> None:
    chosen = choices(tmp_path)
    with pytest.raises(UnplugError):
        chosen.change("suggestions.per_day", 99)
    assert chosen.now() == chosen.running == Settings()
