import subprocess
import sys
from pathlib import Path

import pytest

from tests.unplug.sensing.wayland.rig import StartCompositor
from unplug.sensing.source import SensingOptions, SourceUnavailableError
from unplug.sensing.wayland import connection as wayland
from unplug.sensing.wayland.address import compositor_socket
from unplug.sensing.wayland.connection import WaylandConnection
from unplug.sensing.wayland.idle import open_idle
from unplug.sensing.wayland.wlroots import open_focus

FAILED = "cannot try this"
FORGETFUL = """
from unplug.sensing.source import SensingOptions
from unplug.sensing.wayland.idle import open_idle
from unplug.sensing.wayland.wlroots import open_focus

kept = [open_focus(SensingOptions()), open_idle(SensingOptions())]
print([source.dispatch() for source in kept])
"""
ELSEWHERE = """
import sys

import unplug.sensing.wayland.idle
import unplug.sensing.wayland.wlroots

print([name for name in sys.modules if name.startswith("pywayland")])
"""


def run(script: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_without_a_wayland_session_nothing_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for opening in (open_focus, open_idle):
        with pytest.raises(SourceUnavailableError, match="WAYLAND_DISPLAY"):
            opening(SensingOptions())


def test_without_a_wayland_session_the_library_is_not_even_loaded() -> None:
    assert run(ELSEWHERE).stdout == "[]\n"


def test_display_may_be_a_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "wayland-9"))
    assert compositor_socket(FAILED) == tmp_path / "wayland-9"


def test_socket_that_nobody_serves_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-8")
    with pytest.raises(SourceUnavailableError, match="wayland-8: No such file"):
        open_focus(SensingOptions())


def test_compositor_that_hangs_does_not_hang_us(
    start: StartCompositor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wayland, "ANSWER_MS", 20)
    start().silent = True
    with pytest.raises(SourceUnavailableError, match="silent"):
        open_idle(SensingOptions())


def test_socket_meant_for_the_windows_is_left_alone(
    start: StartCompositor, monkeypatch: pytest.MonkeyPatch
) -> None:
    start()
    monkeypatch.setenv("WAYLAND_SOCKET", "0")
    open_idle(SensingOptions()).close()


def test_process_that_forgets_to_close_ends_in_peace(start: StartCompositor) -> None:
    """The library crashes at exit otherwise."""
    start()
    done = run(FORGETFUL)
    assert done.stdout == "[[Focus(app=None, title=None)], [Active()]]\n"
    assert (done.returncode, done.stderr) == (0, "")


def test_fault_in_a_callback_is_not_swallowed(start: StartCompositor) -> None:
    start()
    connection = WaylandConnection(compositor_socket(FAILED), FAILED)
    try:
        connection.when_settled(lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            connection.settle()
        connection.settle()
    finally:
        connection.close()
