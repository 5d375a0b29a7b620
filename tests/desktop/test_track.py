"""unplug in a terminal, on a real desktop: asked, killed, locked, put to sleep."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.rigs import Desktop, X11Desktop, x11_desktop
from tests.unplug.cli.calling import REPO, program
from tests.unplug.sensing.buses import private_bus
from tests.unplug.sensing.mocked_logind import MANAGER, SESSION, MockedLogind

PATIENCE_S = 20.0
Spans = list[tuple[str, str | None, float, float]]
"""State, app, start and end in seconds since 1970."""


class Tracked:
    """``unplug track`` on a desktop, and the questions one asks it."""

    def __init__(self, desktop: Desktop, name: str = "data") -> None:
        self.desktop = desktop
        self.folder = desktop.home / name
        self.process = self.start()

    def start(self) -> "subprocess.Popen[bytes]":
        """Start to track, once more if need be."""
        self.process = self.spawn("track")
        self.desktop.wait_for(self.is_running, PATIENCE_S, "unplug track")
        return self.process

    def spawn(self, *words: str | Path) -> "subprocess.Popen[bytes]":
        argv = program("--data-dir", self.folder, *words)
        return self.desktop.spawn(*argv, env={"PYTHONPATH": str(REPO)})

    def ask(self, *words: str | Path) -> Any:  # noqa: ANN401  (any JSON)
        argv = program("--data-dir", self.folder, *words, "--json")
        return json.loads(self.desktop.run("env", f"PYTHONPATH={REPO}", *argv))

    def is_running(self) -> bool:
        assert self.process.poll() is None
        return (self.folder / "unplug.socket").exists() and self.status["running"]

    @property
    def status(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.ask("status")
        return answer

    @property
    def total(self) -> dict[str, float]:
        days = ("--from", "yesterday", "--to", "today")
        total: dict[str, float] = self.ask("usage", *days)["total"]
        return total

    def waits_for(self, state: str) -> None:
        self.desktop.wait_for(lambda: self.status["state"] == state, what=state)

    def ends(self, number: int) -> int:
        """End by a signal; returns the exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)

    def spans(self) -> Spans:
        target = self.desktop.home / "exported"
        argv = program("--data-dir", self.folder, "export", "--to", target)
        self.desktop.run("env", f"PYTHONPATH={REPO}", *argv)
        return told((target / "screen-time.json").read_text())


def told(text: str) -> Spans:
    return [
        (s["state"], s["app"], _seconds(s["start"]), _seconds(s["end"]))
        for s in json.loads(text)["spans"]
    ]


def _seconds(written: str) -> float:
    return datetime.fromisoformat(written).timestamp()


def length_s(spans: Spans) -> float:
    return sum(end - start for *_, start, end in spans)


@pytest.fixture
def tracked(x11: X11Desktop) -> Tracked:
    return Tracked(x11)


def test_the_running_app_answers_for_itself(
    x11: X11Desktop, tracked: Tracked, tmp_path: Path
) -> None:
    x11.open_window("Alpha")
    x11.wait_for(lambda: tracked.status["app"] == "Alpha", what="focus of Alpha")
    before = time.time()
    before_s = tracked.total["screen_s"]
    time.sleep(1.0)
    after_s, after = tracked.total["screen_s"], time.time()
    assert 1.0 <= after_s - before_s <= after - before
    assert tracked.status["today"]["screen_s"] >= after_s
    last = tracked.spans()[-1]
    assert last[:2] == ("active", "Alpha")
    assert last[3] >= after - 1.0

    refused = subprocess.run(
        program("--data-dir", tracked.folder, "track"),
        env={**x11.env, "PYTHONPATH": str(REPO)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        cwd=tmp_path,
        check=False,
    )
    assert refused.returncode == 1
    assert f"process {tracked.process.pid} " in refused.stderr
    assert tracked.is_running()

    x11.run(
        *("env", f"PYTHONPATH={REPO}"),
        *program("--data-dir", tracked.folder, "erase", "--everything", "--yes"),
    )
    assert tracked.total["screen_s"] < after_s
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        assert tracked.ends(number) == 0
        assert not (tracked.folder / "unplug.socket").exists()
        assert tracked.status["running"] is False
        tracked.start()
    spans = tracked.spans()
    ends = [end for *_, end in spans]
    starts = [start for *_, start, _ in spans]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_kill_loses_less_than_a_second_and_nothing_counts_twice(
    x11: X11Desktop, tracked: Tracked
) -> None:
    x11.open_window("Alpha")
    x11.wait_for(lambda: tracked.status["app"] == "Alpha", what="focus of Alpha")
    began = tracked.spans()[0][2]
    lived = 0.0
    for _ in range(2):
        time.sleep(1.3)
        assert tracked.ends(signal.SIGKILL) == -signal.SIGKILL
        killed = time.time()
        spans = tracked.spans()
        assert killed - 1.0 <= spans[-1][3] <= killed
        assert not tracked.status["running"]
        lived = killed - began
        assert length_s(spans) <= lived
        tracked.start()
    spans = tracked.spans()
    assert length_s(spans) <= time.time() - began
    assert not list(tracked.folder.glob("*damaged*"))


@pytest.fixture
def logind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[tuple[X11Desktop, MockedLogind]]:
    """A desktop on a machine that has a logind."""
    monkeypatch.setenv("XDG_SESSION_ID", "c1")
    with (
        x11_desktop() as desktop,
        private_bus(tmp_path) as bus,
        closing(MockedLogind(bus)) as logind,
    ):
        desktop.env["DBUS_SYSTEM_BUS_ADDRESS"] = bus.address
        desktop.env["XDG_SESSION_ID"] = "c1"
        yield desktop, logind


def test_a_locked_or_sleeping_machine_has_no_screen_time(
    logind: tuple[X11Desktop, MockedLogind],
) -> None:
    desktop, machine = logind
    tracked = Tracked(desktop)
    desktop.open_window("Alpha")
    tracked.waits_for("active")
    for state, away, back in (
        ("locked", (SESSION, "Session", "Lock"), (SESSION, "Session", "Unlock")),
        ("asleep", (MANAGER, "Manager", "PrepareForSleep", 1), None),
    ):
        machine.emit(*away)  # type: ignore[arg-type]  (numbers come last)
        tracked.waits_for(state)
        at = time.time()
        before = tracked.total
        time.sleep(1.2)
        during, left_s = tracked.total, time.time() - at
        assert during["screen_s"] == before["screen_s"]
        assert 1.2 <= during[f"{state}_s"] - before[f"{state}_s"] <= left_s
        if back is None:
            desktop.wait_for(lambda: not machine.inhibitors, what="letting it sleep")
            machine.emit(MANAGER, "Manager", "PrepareForSleep", 0)
        else:
            machine.emit(*back)
        tracked.waits_for("active")
    desktop.wait_for(lambda: machine.inhibitors, what="a new inhibitor")
    began = tracked.spans()[0][2]
    states = {state: tracked.total[f"{state}_s"] for state in ("locked", "asleep")}
    assert tracked.ends(signal.SIGTERM) == 0
    ended = time.time()
    total = tracked.total
    assert {state: total[f"{state}_s"] for state in states} == states
    assert ended - began - 1.0 <= length_s(tracked.spans()) <= ended - began


def test_what_is_recorded_and_replayed_is_what_was_tracked(x11: X11Desktop) -> None:
    tracked = Tracked(x11)
    file = x11.home / "desk.jsonl"
    recorder = tracked.spawn("record", file)
    windows = {app: x11.open_window(app) for app in ("Alpha", "Beta", "Gamma")}
    x11.wait_for(lambda: file.exists() and "Gamma" in file.read_text(), PATIENCE_S)
    for app in ("Alpha", "Beta", "Gamma", "Beta", "Alpha", "Gamma"):
        x11.xdotool("windowactivate", windows[app])
        x11.xdotool("key", "shift")
        time.sleep(0.4)
    recorder.send_signal(signal.SIGINT)
    assert recorder.wait(PATIENCE_S) == 0
    tracked.ends(signal.SIGTERM)

    replayed = told(x11.run(*("env", f"PYTHONPATH={REPO}"), *program("replay", file)))
    begun, ended = replayed[0][2], replayed[-1][3]
    seen = [s for s in tracked.spans() if s[3] > begun and s[2] < ended]
    assert [s[:2] for s in seen[-7:]] == [s[:2] for s in replayed[-7:]]
    for ours, theirs in zip(seen[-6:], replayed[-6:], strict=True):
        assert abs(ours[2] - theirs[2]) <= 0.05
    assert length_s(replayed) == pytest.approx(ended - begun, abs=0.001)
