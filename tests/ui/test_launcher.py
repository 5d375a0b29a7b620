import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.platform_theme import VARIABLE, without_gtk


def test_the_launcher_loads_neither_qt_nor_a_parser_before_it_knows_what_for() -> None:
    code = (
        "import sys, ui.__main__;"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'click'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_without_a_display_it_says_so_and_hands_over_to_the_terminal() -> None:
    code = (
        "import sys, types;"
        "cli = types.ModuleType('unplug.cli.main');"
        "cli.main = lambda start_tray: print(sys.argv[1:]);"
        "sys.modules['unplug.cli.main'] = cli;"
        "sys.argv = ['unplug'];"
        "from ui.__main__ import main; main()"
    )
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, "UNPLUG_DATA_DIR": "/data"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['--data-dir', '/data', 'track']"
    assert done.stderr.count("\n") == 1
    assert "no display here" in done.stderr


def launched(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What the launcher does with arguments, told by a tray that only says so."""
    code = (
        "import sys, types;"
        "app = types.ModuleType('ui.app');"
        "app.run = lambda folder: print(folder, 'click' in sys.modules) or 7;"
        "sys.modules['ui.app'] = app;"
        "from ui.__main__ import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_data_folder_alone_starts_the_tray_without_the_parser(tmp_path: Path) -> None:
    done = launched("--data-dir", str(tmp_path))
    assert (done.returncode, done.stdout) == (7, f"{tmp_path} False\n")


def test_a_file_in_the_place_of_the_folder_is_a_mistake_in_the_call(
    tmp_path: Path,
) -> None:
    (tmp_path / "notes").touch()
    done = launched("--data-dir", str(tmp_path / "notes"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a file" in done.stderr


def test_not_knowing_where_to_keep_data_is_one_sentence() -> None:
    hidden = ("HOME", "UNPLUG_DATA_DIR", "XDG_DATA_HOME")
    shown = {k: v for k, v in os.environ.items() if k not in hidden}
    code = (
        "import os, pwd; os.path.expanduser = lambda path: path;"
        "from ui.__main__ import main; import sys; sys.argv = ['unplug']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=shown,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("unplug: cannot tell where to keep data")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("desktop", "theme"), [("XFCE", "gnome"), ("ubuntu:GNOME", "gnome"), ("KDE", None)]
)
def test_gtk_is_kept_out_and_the_choice_is_not_left_behind(
    monkeypatch: pytest.MonkeyPatch, desktop: str, theme: str | None
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    with without_gtk():
        assert os.environ.get(VARIABLE) == theme
    assert VARIABLE not in os.environ


def test_whoever_names_a_theme_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "gtk3")
    with without_gtk():
        assert os.environ[VARIABLE] == "gtk3"
    assert os.environ[VARIABLE] == "gtk3"
