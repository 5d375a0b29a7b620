"""The focused window on a real X server, with a real window manager."""

import os
import struct
from pathlib import Path

import pytest

from tests.desktop.listening import listening
from tests.desktop.rigs import X11Desktop, x11_desktop
from unplug.sensing.facts import Focus, Occupied
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    SensingOptions,
    Source,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.x11 import opening as x11
from unplug.sensing.x11.connection import connect

SOON_S = 0.1


@pytest.fixture
def desktop(x11: X11Desktop, monkeypatch: pytest.MonkeyPatch) -> X11Desktop:
    inhabit(x11, monkeypatch)
    return x11


def inhabit(desktop: X11Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("WAYLAND_DISPLAY", "XAUTHORITY"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("DISPLAY", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, desktop.env[variable])


def open_focus(*, titles: bool = False) -> Source:
    return x11.open_focus(SensingOptions(titles=titles))


def test_each_change_of_focus_is_said_once_with_the_app(desktop: X11Desktop) -> None:
    editor, browser = desktop.open_window("Editor"), desktop.open_window("Browser")
    with listening(open_focus()) as focus:
        assert focus.facts == [Focus("Browser")]
        for window, app in [(editor, "Editor"), (browser, "Browser")] * 5:
            desktop.xdotool("windowactivate", window)
            focus.until(Focus(app))
        said = [fact for fact in focus.facts if fact != Focus(None)]
        assert said == [Focus("Browser"), *[Focus("Editor"), Focus("Browser")] * 5]


def test_title_is_never_read_unless_it_is_wanted(desktop: X11Desktop) -> None:
    window = desktop.open_window("Editor", "secret")
    with listening(open_focus()) as focus:
        focus.until(Focus("Editor"))
        focus.listen(SOON_S)
        focus.forget()
        desktop.xdotool("set_window", "--name", "another secret", window)
        focus.listen(SOON_S)
        assert focus.facts == []
        assert focus.wakeups == 0


def test_title_follows_the_window_where_it_is_wanted(desktop: X11Desktop) -> None:
    window = desktop.open_window("Editor", "ein Gruß")
    with listening(open_focus(titles=True)) as focus:
        focus.until(Focus("Editor", "ein Gruß"))
        desktop.xdotool("set_window", "--name", "zwei Grüße", window)
        focus.until(Focus("Editor", "zwei Grüße"))
        private = "A page - Google Chrome (Incognito)"
        desktop.xdotool("set_window", "--name", private, window)
        focus.until(Focus("Editor", None))


def fill_the_screen(desktop: X11Desktop, window: str, *, on: bool) -> None:
    """Ask the window manager for it, as programs do."""
    client = connect(desktop.env["DISPLAY"])
    state, full = client.atom("_NET_WM_STATE"), client.atom("_NET_WM_STATE_FULLSCREEN")
    kind, size, from_an_app = 33, 32, 1
    told = (kind, size, int(window), state, int(on), full, 0, from_an_app)
    message = struct.pack("=BBxxII5I", *told, 0)
    redirected = 1 << 19 | 1 << 20
    assert client.accepts(
        struct.pack("=BBHII", 25, 0, 11, client.root, redirected) + message
    )
    client.close()


def test_full_screen_is_told_from_its_start_to_its_end(desktop: X11Desktop) -> None:
    window = desktop.open_window("Film")
    full = Occupied(Reason.FULL_SCREEN, held=True, by="Film")
    free = Occupied(Reason.FULL_SCREEN, held=False, by="Film")
    with listening(open_focus()) as focus:
        for _ in range(5):
            fill_the_screen(desktop, window, on=True)
            focus.until(full)
            fill_the_screen(desktop, window, on=False)
            focus.until(free)
        fill_the_screen(desktop, window, on=True)
        focus.until(full)
        desktop.open_window("Editor")
        focus.until(free)
        assert focus.facts[-2] == Focus("Editor")
    desktop.xdotool("windowactivate", window)
    with listening(open_focus()) as focus:
        focus.until(full)


def test_window_that_is_moved_about_says_nothing(desktop: X11Desktop) -> None:
    window = desktop.open_window("Editor")
    with listening(open_focus()) as focus:
        focus.listen(SOON_S)
        focus.forget()
        for x in range(10, 200, 10):
            desktop.xdotool("windowmove", window, str(x), "50")
        focus.listen(SOON_S)
        assert focus.facts == []


def test_class_that_is_set_late_is_heard_of(desktop: X11Desktop) -> None:
    window = desktop.open_window("Early")
    desktop.run("xprop", "-id", window, "-remove", "WM_CLASS")
    with listening(open_focus()) as focus:
        assert focus.facts == [Focus(None)]
        desktop.xdotool("set_window", "--class", "Late", window)
        focus.until(Focus("Late"))


def test_dialog_without_a_class_belongs_to_its_owner(desktop: X11Desktop) -> None:
    owner, dialog = desktop.open_window("Owner"), desktop.open_window("Dialog")
    desktop.run("xprop", "-id", dialog, "-remove", "WM_CLASS")
    desktop.run(
        *("xprop", "-id", dialog, "-f", "WM_TRANSIENT_FOR", "32x"),
        *("-set", "WM_TRANSIENT_FOR", hex(int(owner))),
    )
    with listening(open_focus()) as focus:
        assert focus.facts == [Focus("Owner")]


def test_windows_that_die_as_they_get_the_focus_harm_nobody(
    desktop: X11Desktop,
) -> None:
    desktop.open_window("Stays")
    with listening(open_focus(titles=True)) as focus:
        for number in range(8):
            window = desktop.open_window(f"Dies{number}")
            desktop.xdotool("windowactivate", window, "windowkill", window)
        focus.until(Focus("Stays", "a window"))


def test_window_that_dies_before_we_ask_for_it_is_no_window(
    desktop: X11Desktop,
) -> None:
    window = desktop.open_window("Dies")
    source = open_focus(titles=True)
    desktop.xdotool("windowkill", window)
    with listening(source) as focus:
        focus.listen(SOON_S)
        assert isinstance(focus.facts[-1], Focus)
        assert focus.facts[-1].app != "unknown"
        desktop.open_window("Next")
        focus.until(Focus("Next", "a window"))


def test_typing_wakes_nobody(desktop: X11Desktop) -> None:
    desktop.open_window("Editor")
    with listening(open_focus(titles=True)) as focus:
        focus.listen(2 * SOON_S)
        desktop.xdotool("key", "a")  # the first one after a switch may be noted
        focus.listen(SOON_S)
        focus.forget()
        desktop.xdotool("type", "--delay", "5", "the quick brown fox " * 3)
        focus.listen(SOON_S)
        assert focus.wakeups == 0


def test_window_manager_may_die_and_come_back(desktop: X11Desktop) -> None:
    one, two = desktop.open_window("One"), desktop.open_window("Two")
    with listening(open_focus()) as focus:
        focus.until(Focus("Two"))
        desktop.window_manager.kill()
        desktop.window_manager.wait()
        focus.listen(SOON_S)
        desktop.xdotool("windowfocus", one)
        focus.until(Focus("One"))
        desktop.xdotool("windowfocus", two)
        focus.until(Focus("Two"))
        desktop.start_window_manager()
        desktop.xdotool("windowactivate", one)
        focus.until(Focus("One"))
        desktop.xdotool("windowactivate", two)
        focus.until(Focus("Two"))


def test_focus_is_known_without_a_window_manager(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with x11_desktop(window_manager=False) as desktop:
        inhabit(desktop, monkeypatch)
        with listening(open_focus()) as focus:
            assert focus.facts == [Focus(None)]
            one, two = desktop.open_window("One"), desktop.open_window("Two")
            for window, app in [(one, "One"), (two, "Two"), (one, "One")]:
                desktop.xdotool("windowfocus", window)
                focus.until(Focus(app))
            desktop.xdotool("windowkill", one)
            focus.until(Focus(None))
            desktop.start_window_manager()
            desktop.xdotool("windowactivate", two)
            focus.until(Focus("Two"))


def test_app_goes_by_its_desktop_entry_only_if_the_desktop_started_it(
    desktop: X11Desktop,
) -> None:
    folder = Path(desktop.env["XDG_DATA_HOME"]) / "applications"
    folder.mkdir()
    (folder / "org.x.Editor.desktop").write_text("[Desktop Entry]\nName=Editor")
    desktop.open_window("Editor")
    with listening(open_focus()) as focus:
        assert focus.facts == [Focus("Editor")]


def test_death_of_the_server_is_a_loss(desktop: X11Desktop) -> None:
    with listening(open_focus()) as focus:
        desktop.server.kill()
        with pytest.raises(SourceLostError, match="lost the X server"):
            focus.listen(5)
        focus.source.close()


def test_no_display_is_said_clearly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    with pytest.raises(SourceUnavailableError, match="DISPLAY is not set — start"):
        open_focus()


def test_display_that_nobody_answers_is_said_clearly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":64999")
    with pytest.raises(SourceUnavailableError, match=r":64999 — check DISPLAY"):
        open_focus()


def test_wayland_is_left_to_those_who_see_all_of_it(desktop: X11Desktop) -> None:
    os.environ["WAYLAND_DISPLAY"] = "wayland-0"
    try:
        with pytest.raises(SourceUnavailableError, match="only a part"):
            open_focus()
    finally:
        del os.environ["WAYLAND_DISPLAY"]
    assert desktop.server.poll() is None
