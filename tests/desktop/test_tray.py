"""The tray on real panels, and without one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.rigs import X11Desktop, x11_desktop

ROOT = Path(__file__).parents[2]
WATCHER = "org.kde.StatusNotifierWatcher"


def start(desktop: X11Desktop) -> subprocess.Popen[bytes]:
    environment = {"PYTHONPATH": str(ROOT), "XDG_CURRENT_DESKTOP": "XFCE"}
    return desktop.spawn(sys.executable, "-m", "tests.ui.on_a_desktop", env=environment)


def in_the_panel(desktop: X11Desktop) -> bool:
    printed = desktop.run(
        "dbus-send",
        "--session",
        "--print-reply",
        f"--dest={WATCHER}",
        "/StatusNotifierWatcher",
        "org.freedesktop.DBus.Properties.Get",
        f"string:{WATCHER}",
        "string:RegisteredStatusNotifierItems",
    )
    return "StatusNotifierItem" in printed.partition("array")[2]


def window_is_shown(desktop: X11Desktop) -> bool:
    return desktop.succeeds("xdotool", "search", "--onlyvisible", "--name", "unplug$")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_cleanly_and_takes_the_icon_away(
    number: signal.Signals,
) -> None:
    with x11_desktop(tray="xfce4") as desktop:
        app = start(desktop)
        desktop.wait_for(lambda: in_the_panel(desktop), 10, "the icon")
        app.send_signal(number)
        assert app.wait(5) == 0
        desktop.wait_for(lambda: not in_the_panel(desktop), 5, "no icon")


def test_without_a_panel_a_window_comes_and_a_later_panel_gets_the_icon() -> None:
    with x11_desktop(tray="none") as desktop:
        app = start(desktop)
        desktop.wait_for(lambda: window_is_shown(desktop), 15, "the window")
        desktop.open_window("Other")  # the window in front is not ours
        desktop.start_tray("xfce4")
        desktop.wait_for(lambda: in_the_panel(desktop), 10, "the icon")
        desktop.wait_for(lambda: not window_is_shown(desktop), 5, "no window")
        app.terminate()
        assert app.wait(5) == 0


def test_with_a_panel_it_comes_to_rest_and_shows_no_window_unasked() -> None:
    with x11_desktop(tray="xfce4") as desktop:
        app = start(desktop)
        desktop.wait_for(lambda: in_the_panel(desktop), 10, "the icon")
        desktop.wait_for(lambda: _rests(app.pid), 20, "two seconds without waking")
        assert not window_is_shown(desktop)
        app.terminate()
        assert app.wait(5) == 0


def _rests(pid: int) -> bool:
    before = _switches(pid)
    subprocess.run(["sleep", "2"], check=True)
    return _switches(pid) == before


def _switches(pid: int) -> int:
    lines = (
        line
        for task in Path(f"/proc/{pid}/task").iterdir()
        for line in (task / "status").read_text().splitlines()
    )
    return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
