"""The overlay on a real X server: windows, monitors, keys and the way out."""

import random
import time

import pytest

from tests.desktop.monitors import Virtual, covers, monitors
from tests.desktop.playing import playing
from tests.desktop.rigs import X11Desktop, x11_desktop
from tests.desktop.typing_into import open_editor, owner, written

WALK = {"purpose": "A walk along the river", "person": "Marta"}
OUT_WITHIN_S = 15.0


def test_every_monitor_is_covered_above_panels(x11: X11Desktop) -> None:
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        x11.wait_for(lambda: covers(x11) == monitors(x11))
        assert play.scenes() == [(0, 0, 1280, 1024), (1280, 0, 1280, 1024)]
        play.say("hide")
        play.hear("hidden")
        x11.wait_for(lambda: covers(x11) == [])


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_screenshots_show_nothing_else_at_any_scale(scale: str) -> None:
    with x11_desktop(tray="xfce4") as desktop:
        desktop.open_window("Editor")
        shot = desktop.home / "shot.png"

        def open_share() -> float:
            """How much of the picture is as black as the bare root window."""
            desktop.screenshot(shot)
            black = ("-fill", "white", "+opaque", "black", "-format", "%[fx:1-mean]")
            return float(desktop.run("convert", shot, *black, "info:"))

        assert open_share() > 0.5
        with playing(desktop, QT_SCALE_FACTOR=scale) as play:
            play.say("show", **WALK)
            play.hear("covered")
            desktop.wait_for(lambda: open_share() == 0, what="no black left")


def test_nothing_typed_in_the_first_seconds_is_lost_or_dismisses(
    x11: X11Desktop,
) -> None:
    open_editor(x11)
    text = "the quick brown fox jumps over the lazy dog 1234567890 "
    with playing(x11) as play:
        x11.xdotool("type", "--delay", "5", text)
        play.say("show", **WALK)
        x11.xdotool("type", "--delay", "15", text)
        play.hear("covered")
        x11.wait_for(lambda: written(x11) == text * 2, what="all that was typed")
        assert not [line for line in play.said() if line.startswith("needed")]
        assert len(covers(x11)) == 2


def test_the_way_out_works_by_keyboard_alone(x11: X11Desktop) -> None:
    open_editor(x11)
    editor = owner(x11)
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        began = time.monotonic()
        play.hear("keyboard", 6.0)
        x11.xdotool("key", "space", "Return")
        x11.xdotool("key", "Escape")
        play.hear("needed")
        play.hear("freed by breath", OUT_WITHIN_S)
        assert time.monotonic() - began < OUT_WITHIN_S
        x11.wait_for(lambda: owner(x11) == editor, what="the editor's keyboard")
    assert covers(x11) == []
    assert "\x1b" not in written(x11)


def test_a_letter_takes_the_wish_to_leave_back(x11: X11Desktop) -> None:
    x11.open_window("Editor")
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        play.hear("keyboard", 6.0)
        x11.xdotool("key", "Escape")
        play.hear("needed")
        x11.xdotool("key", "x")
        play.hear("stayed")
        assert len(covers(x11)) == 2


def test_a_window_that_opens_meanwhile_stays_below(x11: X11Desktop) -> None:
    x11.open_window("Editor")
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        play.hear("keyboard", 6.0)
        ours = owner(x11)
        assert ours
        late = x11.open_window("Late")
        x11.xdotool("windowactivate", late)
        x11.wait_for(lambda: owner(x11) == ours, 8.0, "the keyboard is back")
        tree = x11.run("xwininfo", "-root", "-tree")
        assert tree.index("Device-free time") < tree.index("a window")


def test_killing_the_process_frees_screen_and_keyboard(x11: X11Desktop) -> None:
    open_editor(x11)
    editor = owner(x11)
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        play.hear("keyboard", 6.0)
        play.process.kill()
        x11.wait_for(lambda: covers(x11) == [])
        x11.xdotool("mousemove", "--window", editor, "20", "20")
        x11.xdotool("type", "free")
        x11.wait_for(lambda: written(x11) == "free", what="keys reach the editor")


def test_changing_monitors_leaves_none_open_and_no_window_behind(
    x11: X11Desktop,
) -> None:
    virtual = Virtual(x11, random.Random(7))
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        for _ in range(12):
            virtual.change()
            x11.wait_for(lambda: covers(x11) == monitors(x11), what="all covered")
        assert play.process.poll() is None


def test_a_plugged_in_monitor_is_covered_within_a_second(x11: X11Desktop) -> None:
    with playing(x11) as play:
        play.say("show", **WALK)
        play.hear("covered")
        Virtual(x11, random.Random(1)).plug((800, 600))
        x11.wait_for(lambda: len(covers(x11)) == 3, 1.0, "the third is covered")


def test_a_strip_leaves_the_keyboard_alone_until_it_is_asked(x11: X11Desktop) -> None:
    open_editor(x11)
    editor = owner(x11)
    with playing(x11) as play:
        play.say("announce_strip", **WALK)
        play.hear("strip")
        x11.wait_for(lambda: "is announced" in x11.run("xwininfo", "-root", "-tree"))
        x11.xdotool("type", "1 2 3")
        x11.wait_for(lambda: written(x11) == "1 2 3")
        assert play.said() == []
        play.say("strip_keyboard")
        x11.wait_for(lambda: owner(x11) != editor)
        x11.xdotool("key", "2")
        assert play.hear("postponed") == "300000"
        x11.wait_for(lambda: owner(x11) == editor)


def test_a_strip_is_chosen_by_a_click(x11: X11Desktop) -> None:
    with playing(x11) as play:
        play.say("announce_strip", choices=["now"], **WALK)
        play.hear("strip")
        x11.wait_for(lambda: "is announced" in x11.run("xwininfo", "-root", "-tree"))
        strip = x11.xdotool("search", "--name", "is announced").split()[-1]
        size = x11.xdotool("getwindowgeometry", "--shell", strip)
        found = dict(line.split("=") for line in size.splitlines() if "=" in line)
        middle, low = int(found["WIDTH"]) // 2, int(found["HEIGHT"]) - 26
        x11.xdotool("mousemove", "--window", strip, str(middle), str(low), "click", "1")
        play.hear("now")
