"""Keys that work everywhere on a real X server, and in the real app."""

import pytest

from tests.desktop.rigs import X11Desktop, wait_for
from tests.desktop.session_runs import RunningApp
from unplug.sensing.shortcuts import Shortcut
from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11.keys import X11Keys, open_x11_keys

KEYS = {Shortcut.UNPLUG_NOW: "Ctrl+Alt+U", Shortcut.POSTPONE: "Super+F9"}


@pytest.fixture
def desktop(x11: X11Desktop, monkeypatch: pytest.MonkeyPatch) -> X11Desktop:
    monkeypatch.delenv("XAUTHORITY", raising=False)
    monkeypatch.setenv("DISPLAY", x11.env["DISPLAY"])
    return x11


def pressed(keys: X11Keys, count: int) -> list[Shortcut]:
    heard: list[Shortcut] = []

    def enough() -> bool:
        heard.extend(keys.dispatch())
        return len(heard) >= count

    wait_for(enough)
    return heard


def test_keys_are_heard_whatever_has_the_focus_and_no_others(
    desktop: X11Desktop,
) -> None:
    window = desktop.open_window("Letters")
    desktop.xdotool("windowactivate", window)
    keys = open_x11_keys(KEYS)
    desktop.xdotool("key", "a", "ctrl+u", "ctrl+alt+u", "super+F9", "ctrl+alt+a")
    assert pressed(keys, 2) == [Shortcut.UNPLUG_NOW, Shortcut.POSTPONE]
    assert keys.dispatch() == []
    keys.close()


def test_keys_of_another_program_are_not_taken_away(desktop: X11Desktop) -> None:
    first = open_x11_keys(KEYS)
    with pytest.raises(SourceUnavailableError, match="another program has taken it"):
        open_x11_keys(KEYS)
    first.close()
    wait_for(lambda: desktop.succeeds("xdotool", "getmouselocation"))
    open_x11_keys(KEYS).close()


def test_a_key_begins_a_session_and_nothing_is_grabbed_unless_it_is_set(
    desktop: X11Desktop,
) -> None:
    app = RunningApp(desktop, "without").start()
    app.until(None)
    open_x11_keys(KEYS).close()  # nobody has them
    app.quit()
    settings = '[sessions]\nunplug_now_keys = "Ctrl+Alt+U"\n'
    app = RunningApp(desktop, "with", settings).start()
    app.until(None)
    desktop.xdotool("key", "ctrl+alt+u")
    app.until("running")
    assert 1_700 < app.asks(do="status")["session"]["left_s"] <= 1_800
    app.quit()
