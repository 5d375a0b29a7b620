import os
import subprocess
import sys

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
