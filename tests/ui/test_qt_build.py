"""What the installed Qt binding must not do to a process that runs for weeks."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000


def test_calls_into_qt_do_not_use_up_references_to_none(qtbot: QtBot) -> None:
    """Until Python 3.11, None goes when its references do, and the process with it."""
    timer, label = QTimer(), QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        timer.stop()
        label.update()
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
