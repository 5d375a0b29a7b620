"""The private desktops themselves: what every other desktop test stands on."""

import json
import os
from pathlib import Path

import pytest

from tests.desktop.rigs import (
    RigError,
    SwayDesktop,
    Tray,
    X11Desktop,
    wait_for,
    x11_desktop,
)


def test_x11_desktop_has_two_monitors(x11: X11Desktop) -> None:
    shown = x11.run("xrandr", "--listmonitors")
    assert "LEFT" in shown
    assert "RIGHT" in shown


def test_x11_window_gets_the_keys(x11: X11Desktop) -> None:
    window = x11.open_window("Rigged", "a title")
    x11.xdotool("windowactivate", "--sync", window)
    assert x11.xdotool("getactivewindow") == window
    assert x11.xdotool("getwindowname", window) == "a title"


@pytest.mark.parametrize("tray", ["xfce4", "trayer"])
def test_x11_desktop_takes_tray_icons_and_notifications(tray: Tray) -> None:
    with x11_desktop(tray=tray, notifications="dunst") as desktop:
        assert desktop.owns("org.freedesktop.Notifications")
        assert desktop.owns("org.kde.StatusNotifierWatcher") == (tray == "xfce4")


def test_xfce_notification_daemon_answers() -> None:
    with x11_desktop(notifications="xfce4") as desktop:
        assert desktop.owns("org.freedesktop.Notifications")


def test_sway_desktop_has_two_outputs_and_moves_the_focus(sway: SwayDesktop) -> None:
    assert len(json.loads(sway.swaymsg("-t", "get_outputs"))) == 2
    sway.open_window("one")
    sway.open_window("two")
    sway.focus("one")
    tree = json.loads(sway.swaymsg("-t", "get_tree"))
    assert _focused(tree) == "one"


def test_screenshots_are_pictures(
    x11: X11Desktop, sway: SwayDesktop, tmp_path: Path
) -> None:
    for desktop in (x11, sway):
        picture = tmp_path / f"{type(desktop).__name__}.png"
        desktop.screenshot(picture)
        assert picture.read_bytes().startswith(b"\x89PNG")


def test_nothing_is_left_when_a_test_fails_on_a_desktop() -> None:
    homes: list[Path] = []

    def failing_test() -> None:
        with x11_desktop(tray="xfce4", notifications="xfce4") as desktop:
            homes.append(desktop.home)
            assert _living_in(desktop.home)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing_test()
    assert not homes[0].exists()
    wait_for(lambda: not _living_in(homes[0]), what="every program gone")


def test_condition_that_never_comes_true_is_reported_with_its_name() -> None:
    with pytest.raises(RigError, match="the moon"):
        wait_for(lambda: False, timeout_s=0.05, what="the moon")


def _living_in(home: Path) -> list[str]:
    mark = b"HOME=" + os.fsencode(home)
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes().split(b"\0"):
                found.append(entry.name)
        except OSError:
            continue
    return found


def _focused(node: dict[str, object]) -> object:
    if node.get("focused") and node.get("app_id"):
        return node["app_id"]
    for key in ("nodes", "floating_nodes"):
        children = node.get(key)
        assert isinstance(children, list)
        for child in children:
            found = _focused(child)
            if found is not None:
                return found
    return None
