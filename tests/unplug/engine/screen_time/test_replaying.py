"""Recordings by the contract: what they add up to."""

import json
from itertools import pairwise
from pathlib import Path

from tests.unplug.cli.calling import answer
from tests.unplug.engine.life import S
from unplug.engine.screen_time.replaying import replay

Told = list[tuple[str, str | None, float]]


def told(tmp_path: Path, *lines: dict[str, object], idle_after_s: int = 120) -> Told:
    """State, app and seconds of each span of a recording."""
    file = tmp_path / "day.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    spans = list(replay(file, idle_after_s * S))
    assert all(a.end_ms <= b.start_ms for a, b in pairwise(spans))
    return [(s.state.name.lower(), s.app, s.dur_ms / 1000) for s in spans]


def at(clock: str, fact: str, **more: object) -> dict[str, object]:
    return {"at": f"2026-03-10T{clock}+00:00", "fact": fact, **more}


def test_at_alone_counts_and_nothing_was_asleep(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "start"),
        at("09:00:00", "focus", app="editor"),
        at("09:10:00", "focus", app="mail"),
        at("13:10:00", "stop"),
    ) == [("active", "editor", 600), ("active", "mail", 4 * 3600)]


def test_the_first_line_need_not_be_a_start(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "focus", app="editor"),
        at("09:01:00", "tick"),
    ) == [("active", "editor", 60)]


def test_idle_goes_back_to_the_last_input_over_windows(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "focus", app="editor"),
        at("09:05:00", "focus", app="mail"),
        at("09:10:00", "idle", idle_s=420),
        at("09:20:00", "active"),
        at("09:21:00", "stop"),
    ) == [("active", "editor", 180), ("idle", None, 1020), ("active", "mail", 60)]


def test_less_than_the_threshold_is_not_idle_yet(tmp_path: Path) -> None:
    lines = (
        at("09:00:00", "focus", app="editor"),
        at("09:01:00", "idle", idle_s=60),
        at("09:01:30", "active"),
        at("09:02:00", "stop"),
    )
    assert told(tmp_path, *lines) == [("active", "editor", 120)]
    assert told(tmp_path, *lines, idle_after_s=60) == [
        ("idle", None, 90),
        ("active", "editor", 30),
    ]


def test_a_threshold_passes_between_two_lines(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "focus", app="editor"),
        at("09:01:00", "idle", idle_s=30),
        at("10:00:00", "stop"),
    ) == [("active", "editor", 30), ("idle", None, 3570)]


def test_a_clock_set_back_takes_no_time_away(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "focus", app="editor"),
        at("09:10:00", "tick"),
        at("09:10:00", "locked"),
        at("09:20:00", "stop"),
    ) == [("active", "editor", 600), ("locked", None, 600)]
    file = tmp_path / "back.jsonl"
    lines = (
        at("09:00:00", "focus", app="editor"),
        at("09:10:00", "focus", app="mail"),
        at("08:00:00", "tick"),
        at("08:10:00", "stop"),
    )
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert sum(span.dur_ms for span in replay(file, 120 * S)) == 20 * 60 * S


def test_the_clocks_tell_sleep_from_life(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "focus", app="editor", mono_s=5, boot_s=5),
        at("17:00:10", "tick", mono_s=15, boot_s=28815),
        at("17:00:20", "stop", mono_s=25, boot_s=28825),
    ) == [
        ("active", "editor", 10),
        ("asleep", None, 28800),
        ("active", "editor", 10),
    ]


def test_lines_with_and_without_clocks_mix(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        at("09:00:00", "start", mono_s=5, boot_s=5),
        at("09:00:00", "focus", app="editor"),
        at("09:01:00", "focus", app="mail", mono_s=65, boot_s=65),
        at("09:02:00", "locked"),
        at("09:03:00", "stop", mono_s=185, boot_s=185),
    ) == [("active", "editor", 60), ("active", "mail", 60), ("locked", None, 60)]


def test_every_state_is_told_and_the_whole_adds_up(tmp_path: Path) -> None:
    lines = [
        at("09:00:00", "start"),
        at("09:00:00", "zone", name="Europe/Madrid"),
        at("09:00:00", "focus", app="vlc"),
        at("09:01:00", "media", playing=True, app="vlc", fullscreen=True),
        at("09:11:00", "idle", idle_s=540),
        at("09:20:00", "active"),
        at("09:21:00", "locked"),
        at("09:22:00", "unlocked"),
        at("09:23:00", "sleep"),
        at("09:24:00", "wake"),
        at("09:25:00", "pause"),
        at("09:26:00", "resume"),
        at("09:27:00", "offline", on=True),
        at("09:28:00", "offline", on=False),
        at("09:29:00", "stop"),
    ]
    file = tmp_path / "all.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    said = answer(tmp_path / "data", "replay", file)
    assert set(said) == {"spans", "total"}
    assert all(set(span) == {"start", "end", "state", "app"} for span in said["spans"])
    assert said["spans"][0]["start"] == "2026-03-10T10:00:00.000+01:00"
    total = said["total"]
    screen_s = total.pop("screen_s")
    assert sum(total.values()) == 29 * 60
    assert screen_s == total["active_s"] + total["watching_s"]
    assert total["watching_s"] == 18 * 60
    for state in ("locked", "asleep", "paused", "offline"):
        assert total[f"{state}_s"] == 60
    assert not (tmp_path / "data").exists()
