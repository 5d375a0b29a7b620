"""Where the app is put together: adapters built, areas connected, the loop run."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from ui.app_moods import MoodWishes
from ui.app_people import connect_people
from ui.app_sessions import SessionWishes, furnish
from ui.app_suggesting import suggest_on_screen
from ui.autostart.login_start import LoginStart
from ui.instance import show_running
from ui.platform_theme import without_gtk
from ui.qt_messages import QtMessages
from ui.reports import Reports
from ui.speaking import speak
from ui.stage import ScreenStage
from ui.tray_app import TrayApp
from ui.unix_signals import EndingSignals
from ui.wishes import EraseWish, TripActed, WelcomedWish
from unplug.clock import Clock, SystemClock
from unplug.paths import data_dir

if TYPE_CHECKING:
    from ui.window.page import Surroundings
    from unplug.engine.app import App
    from unplug.settings import Settings

APP_NAME = "unplug"


def run(folder: Path) -> int:
    """Run the tray app on a data folder until it is told to end.

    A second one on the same folder brings the first before the user and ends.

    Returns:
        The exit status.

    Raises:
        UnplugError: it cannot start; says why.
    """
    if show_running(folder):
        return 0
    clock = SystemClock()
    qt_messages = QtMessages()
    qt_messages.install()
    qt_app = new_qt_app()
    reports = Reports(folder=folder / "reports", clock=clock)
    reports.install()

    def show() -> None:
        tray_app.show_window()

    stage = ScreenStage(clock)
    tracker = open_tracker(folder, clock, show, stage)
    arguments = ("--data-dir", str(folder)) if folder != data_dir() else ()
    login_start = LoginStart(arguments)
    tray_app = TrayApp(tracker=tracker, autostart=login_start, clock=clock)
    reports.trouble_met.connect(tray_app.trouble_met)
    join(tracker, tray_app, stage)
    suggest_stage = suggest_on_screen(tracker.suggestions, tray_app)
    signals = EndingSignals()
    signals.end_requested.connect(qt_app.quit)
    qt_app.commitDataRequest.connect(_leave_restarting_to_autostart)
    qt_app.aboutToQuit.connect(tray_app.close)
    try:
        tray_app.start()
        if tracker.first_run.due and not os.environ.get("UNPLUG_NO_WELCOME"):
            tray_app.show_window("welcome")
        return qt_app.exec()
    finally:
        tray_app.close()
        stage.close()
        suggest_stage.close()
        signals.close()


def new_qt_app() -> QApplication:
    """The application as desktops know it, in the user's language."""
    with without_gtk():
        qt_app = QApplication([APP_NAME])
    qt_app.setApplicationName(APP_NAME)
    qt_app.setDesktopFileName(APP_NAME)
    qt_app.setQuitOnLastWindowClosed(False)
    speak(qt_app)
    return qt_app


def join(tracker: "App", tray_app: TrayApp, stage: ScreenStage) -> None:
    """Show what the areas say, and have each of them see to the wishes it can grant."""

    def erase(_: EraseWish) -> None:
        tracker.erase_everything()
        tray_app.tracking_changed()

    def look_as(chosen: "Settings") -> None:
        tray_app.look_as(chosen.tray)

    look_as(tracker.choices.running)
    tracker.choices.observers.append(look_as)
    tray_app.grant_by(EraseWish, erase)
    tray_app.grant_by(WelcomedWish, lambda _: tracker.first_run.over())
    tray_app.grant_by(TripActed, lambda _: tray_app.tracking_changed())
    wishes = SessionWishes(tracker.sessions, tray_app.tracking_changed)
    wishes.connect_menu(tray_app.menu.sessions)
    wishes.connect_pages(tray_app.grant_by)
    stage.wished.connect(wishes.grant)
    stage.noted.connect(wishes.note)
    connect_people(tracker.people, tray_app)
    moods = MoodWishes(tracker.moods, tray_app.tracking_changed)
    moods.connect(tray_app.menu.moods, tray_app.grant_by)


def open_tracker(
    folder: Path, clock: Clock, show: Callable[[], None], stage: ScreenStage
) -> "App":
    """Build the real tracker, listening for commands; the only place that does.

    Args:
        folder: the data folder.
        clock: where the time comes from.
        show: brings the app before the user's eyes.
        stage: where device-free sessions are seen.
    """
    from unplug.engine.app import App  # noqa: PLC0415  (after the QApplication)
    from unplug.engine.sessions.desk_stage import desk_stage  # noqa: PLC0415
    from unplug.engine.sessions.shortcut_keys import open_desktop_keys  # noqa: PLC0415

    tracker = App(
        folder,
        clock,
        show=show,
        stage=stage,
        desk=desk_stage(folder),
        open_keys=open_desktop_keys,
    )
    furnish(stage, tracker)
    tracker.start()
    return tracker


@contextmanager
def looked_at(folder: Path, clock: Clock | None = None) -> "Iterator[Surroundings]":
    """What pages need to show a data folder, without listening to the desktop.

    Args:
        folder: the data folder.
        clock: where the time comes from; the machine's own by default.
    """
    from ui.window.page import Surroundings  # noqa: PLC0415  (only for a window)
    from unplug.engine.app import App  # noqa: PLC0415

    clock = clock or SystemClock()
    app = App(folder, clock)
    try:
        app.sessions.look()
        _ = app.suggestions.desk  # loaded: it knows who is suggested
        yield Surroundings(app, clock, LoginStart(()))
    finally:
        app.close()


def _leave_restarting_to_autostart(manager: QSessionManager) -> None:
    """At logout: unplug comes back by its own switch, not by the session's memory.

    Tracking ends with `aboutToQuit`, once the session really does: a logout can
    still be called off.
    """
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
