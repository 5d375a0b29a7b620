"""The overlay on sway: layer surfaces that Qt paints, fed with pointer and keys."""

import json
import time
from pathlib import Path

from tests.desktop.playing import Playing, playing
from tests.desktop.rigs import SwayDesktop

WALK = {"purpose": "A walk along the river", "person": "Marta"}
OUT_WITHIN_S = 15.0


def outputs(sway: SwayDesktop) -> dict[str, dict[str, int]]:
    listed = json.loads(sway.swaymsg("-t", "get_outputs"))
    return {output["name"]: output["rect"] for output in listed if output["active"]}


def corners(sway: SwayDesktop, output: str) -> set[str]:
    """The colours in the corners of an output."""
    shot = sway.home / f"{output}.png"
    sway.run("grim", "-o", output, shot)
    return set(_pixels(sway, shot))


def _pixels(sway: SwayDesktop, shot: Path) -> list[str]:
    spots = "%[pixel:p{2,2}] %[pixel:p{1270,2}] %[pixel:p{2,710}] %[pixel:p{1270,710}]"
    return sway.run("convert", shot, "-format", spots, "info:").split()


def open_editor(sway: SwayDesktop) -> None:
    """A window that writes down every key it gets."""
    keep = f"stty raw -echo; cat > {sway.home}/typed"
    sway.spawn("foot", "--app-id", "editor", "sh", "-c", keep)
    sway.wait_for((sway.home / "typed").exists, what="the editor")
    focused = '"focused": true'
    sway.wait_for(lambda: _editor_has(sway, focused), what="the editor's focus")


def _editor_has(sway: SwayDesktop, mark: str) -> bool:
    tree = sway.swaymsg("-t", "get_tree")
    return mark in tree and '"app_id": "editor"' in tree


def press(sway: SwayDesktop, *keys: str) -> None:
    """Press keys on a keyboard that was plugged in a moment before."""
    strokes = [part for key in keys for part in ("-k", key)]
    sway.wtype("-s", "300", *strokes, "-s", "100")


def written(sway: SwayDesktop) -> str:
    return (sway.home / "typed").read_text()


def test_every_output_is_covered_above_full_screen_windows(sway: SwayDesktop) -> None:
    bare = {name: corners(sway, name) for name in outputs(sway)}
    with playing(sway) as play:
        sway.open_window("editor")
        sway.swaymsg("fullscreen", "enable")
        play.say("show", **WALK)
        play.hear("covered")
        assert len(play.scenes()) == 2
        for name, before in bare.items():
            sway.wait_for(lambda n=name, b=before: not corners(sway, n) & b)  # type: ignore[misc]
        sway.swaymsg("workspace", "2")
        sway.open_window("another")
        for name, before in bare.items():
            assert not corners(sway, name) & before
        play.say("hide")
        play.hear("hidden")


def test_an_output_that_comes_turns_or_scales_is_covered(
    sway: SwayDesktop,
) -> None:
    with playing(sway) as play:
        play.say("show", **WALK)
        play.hear("covered")
        sway.swaymsg("create_output")
        sway.wait_for(lambda: len(outputs(sway)) == 3)
        sway.wait_for(lambda: len(play.scenes()) == 3, 1.0, "the third is covered")
        sway.swaymsg("output", min(outputs(sway)), "transform", "90")
        sway.wait_for(lambda: (0, 0, 720, 1280) in play.scenes(), what="turned")
        sway.swaymsg("output", min(outputs(sway)), "scale", "2")
        sway.wait_for(lambda: (0, 0, 360, 640) in play.scenes(), what="scaled")
        assert play.process.poll() is None


def test_nothing_typed_in_the_first_seconds_is_lost_or_dismisses(
    sway: SwayDesktop,
) -> None:
    open_editor(sway)
    text = "the quick brown fox jumps over the lazy dog "
    with playing(sway) as play:
        sway.wtype("-s", "300", "-d", "5", text)
        play.say("show", **WALK)
        play.hear("covered")
        sway.wtype("-s", "300", "-d", "10", text)
        sway.wait_for(lambda: written(sway) == text * 2, what="all that was typed")
        assert not [line for line in play.said() if line.startswith("needed")]


def test_the_way_out_works_by_keyboard_alone(sway: SwayDesktop) -> None:
    open_editor(sway)
    with playing(sway) as play:
        play.say("show", **WALK)
        play.hear("covered")
        began = time.monotonic()
        play.hear("keyboard", 6.0)
        press(sway, "space", "Return", "Escape")
        play.hear("needed")
        play.hear("freed by breath", OUT_WITHIN_S)
        assert time.monotonic() - began < OUT_WITHIN_S
        press(sway, *"free")
        sway.wait_for(lambda: written(sway) == "free", what="keys reach the editor")


def test_killing_the_process_frees_screen_and_keyboard(sway: SwayDesktop) -> None:
    open_editor(sway)
    with playing(sway) as play:
        play.say("show", **WALK)
        play.hear("covered")
        play.hear("keyboard", 6.0)
        play.process.kill()
        play.process.wait()
        press(sway, *"free")
        sway.wait_for(lambda: written(sway) == "free", what="keys reach the editor")


def test_a_strip_leaves_the_keyboard_alone_until_it_is_asked(
    sway: SwayDesktop,
) -> None:
    open_editor(sway)
    with playing(sway) as play:
        play.say("announce_strip", **WALK)
        play.hear("strip")
        sway.wtype("-s", "300", "1 2 3")
        sway.wait_for(lambda: written(sway) == "1 2 3")
        assert play.said() == []
        play.say("strip_keyboard")
        sway.wait_for(lambda: _typed_two(sway, play), what="a digit chooses")


def _typed_two(sway: SwayDesktop, play: Playing) -> bool:
    press(sway, "2")
    return any(line == "postponed 300000" for line in play.said())
