"""Runs the tray app on a made-up day: ``python -m tests.ui.on_a_desktop``."""

import sys

from PySide6.QtWidgets import QApplication

from tests.ui.fakes import FakeAutostart, FakeTracker, a_snapshot
from ui.app import APP_NAME
from ui.platform_theme import without_gtk
from ui.tray_app import TrayApp
from ui.unix_signals import EndingSignals
from unplug.clock import SystemClock
from unplug.usage.states import State


def main() -> int:
    with without_gtk():
        qt_app = QApplication([APP_NAME])
    qt_app.setDesktopFileName(APP_NAME)
    qt_app.setQuitOnLastWindowClosed(False)
    tracker = FakeTracker(a_snapshot(state=State.IDLE))
    app = TrayApp(tracker=tracker, autostart=FakeAutostart(), clock=SystemClock())
    signals = EndingSignals()
    signals.end_requested.connect(qt_app.quit)
    qt_app.aboutToQuit.connect(app.close)
    app.start()
    status = qt_app.exec()
    return status if tracker.asked == ["close"] else 70


if __name__ == "__main__":
    sys.exit(main())
