"""Notes with buttons on real notification services."""

from collections.abc import Callable

import pytest

from tests.desktop.actors import desk_on, heard_until
from tests.desktop.rigs import X11Desktop, x11_desktop
from unplug.acting.desk import Desk
from unplug.acting.notifications import (
    BY_A_CLICK,
    Button,
    Closed,
    DesktopNotifications,
    Note,
    Pressed,
)

NOTE = Note(
    "Device-free at 18:00",
    "Dinner & a walk",
    (Button(BY_A_CLICK, "Open"), Button("later", "+5 min")),
    shown_ms=0,
)


class Notes:
    def __init__(self, desk: Desk) -> None:
        self.heard: list[Pressed | Closed] = []
        self.notes = DesktopNotifications(desk, app_name="Unplug")
        self.notes.heard = self.heard.append
        self._desk = desk

    def until(self, condition: Callable[[], object]) -> None:
        heard_until(self._desk, condition)

    def shown(self) -> None:
        self.until(lambda: all(n.server_id for n in self.notes._notes.values()))


def test_buttons_of_dunst_are_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        x11_desktop(notifications="dunst") as desktop,
        desk_on(desktop, monkeypatch) as desk,
    ):
        notes = Notes(desk)
        number = notes.notes.show(NOTE)
        notes.shown()
        assert notes.notes.buttons is True
        desktop.wait_for(
            lambda: desktop.run("dunstctl", "count", "displayed").strip() == "1"
        )
        desktop.run("dunstctl", "action", "0")
        notes.until(lambda: notes.heard)
        assert notes.heard == [Pressed(number, BY_A_CLICK)]
        desktop.wait_for(
            lambda: desktop.run("dunstctl", "count", "displayed").strip() == "0"
        )


def test_withdrawn_note_leaves_the_screen_of_dunst(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        x11_desktop(notifications="dunst") as desktop,
        desk_on(desktop, monkeypatch) as desk,
    ):
        notes = Notes(desk)
        count = ("dunstctl", "count", "displayed")
        number = notes.notes.show(NOTE)
        notes.shown()
        desktop.wait_for(lambda: desktop.run(*count).strip() == "1")
        second = notes.notes.show(NOTE, instead_of=number)
        notes.shown()
        assert desktop.run(*count).strip() == "1"
        notes.notes.withdraw(second)
        desktop.wait_for(lambda: desktop.run(*count).strip() == "0")
        desk.settle()
        assert notes.heard == []


def test_buttons_of_xfce_are_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        x11_desktop(notifications="xfce4") as desktop,
        desk_on(desktop, monkeypatch) as desk,
    ):
        notes = Notes(desk)
        number = notes.notes.show(NOTE)
        notes.shown()
        assert notes.notes.buttons is True
        click_on_last_button(desktop, "xfce4-notifyd")
        notes.until(lambda: notes.heard)
        assert notes.heard == [Pressed(number, "later")]


def test_service_that_is_killed_takes_the_note_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        x11_desktop(notifications="dunst") as desktop,
        desk_on(desktop, monkeypatch) as desk,
    ):
        notes = Notes(desk)
        number = notes.notes.show(NOTE)
        notes.shown()
        desktop.end(desktop._processes[-1])
        notes.until(lambda: notes.heard)
        assert notes.heard == [Closed(number)]


def click_on_last_button(desktop: X11Desktop, name: str) -> None:
    """Click where a program's window has its last button: near its lower right."""
    search = f"xdotool search --onlyvisible --class {name} || true"

    def where() -> tuple[str, int, int] | None:
        windows = desktop.run("sh", "-c", search).split()
        if not windows:
            return None
        shown = desktop.xdotool("getwindowgeometry", "--shell", windows[-1])
        sizes = dict(line.split("=") for line in shown.splitlines())
        return windows[-1], int(sizes["WIDTH"]), int(sizes["HEIGHT"])

    desktop.wait_for(where, what=f"window of {name}")
    window, width, height = where() or ("", 0, 0)
    spot = str(width - 50), str(height - 30)
    desktop.xdotool("mousemove", "--window", window, *spot, "click", "1")
