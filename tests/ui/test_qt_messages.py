import os
import subprocess
import sys

from ui.qt_messages import last_words


def test_the_last_warning_is_the_reason_and_the_libraries_are_named() -> None:
    warning = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed.\nMore."
    words = last_words([warning], "This application failed to start.")
    assert words.startswith("cannot open the tray: From 6.5.0, xcb-cursor0 or")
    assert "libxcb-icccm4" in words
    assert "\n" not in words


def test_a_display_that_is_gone_is_the_reason_and_not_a_library() -> None:
    warnings = ["could not connect to display :9", "xcb-cursor0 is needed"]
    words = last_words(warnings, "This application failed to start.")
    assert words.startswith("cannot open the tray: could not connect to display :9 —")
    assert "libxcb" not in words


def test_without_any_reason_it_still_says_what_to_do() -> None:
    words = last_words([], "")
    assert words == (
        "cannot open the tray: Qt gave no reason — "
        "track without a tray by `unplug track`"
    )


def test_a_platform_that_qt_does_not_have_ends_in_one_sentence() -> None:
    code = (
        "from ui.qt_messages import QtMessages; QtMessages().install();"
        "from PySide6.QtWidgets import QApplication; QApplication([])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "nonsense"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("unplug: cannot open the tray: ")
    assert done.stderr.count("\n") == 1
