"""Where things are kept."""

from pathlib import Path

import pytest

from unplug.paths import data_dir


def test_what_the_user_says_goes_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UNPLUG_DATA_DIR", str(tmp_path / "environment"))
    assert data_dir(tmp_path / "said") == tmp_path / "said"
    assert data_dir() == tmp_path / "environment"


@pytest.mark.parametrize("base", ["", "relative"])
def test_without_a_good_word_it_is_the_desktops_own_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, base: str
) -> None:
    monkeypatch.delenv("UNPLUG_DATA_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", base)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_dir() == tmp_path / ".local" / "share" / "unplug"
