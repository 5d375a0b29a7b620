import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unplug.acting.desks import pump_until
from tests.unplug.sensing.buses import FakeService, PrivateBus, eventually
from unplug.acting.desk import Desk
from unplug.acting.screens import DesktopScreens, desktop_screens

Serve = Callable[..., FakeService]
GNOME = "org.gnome.ScreenSaver"
XFCE = "org.xfce.ScreenSaver"
LOGIND = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/auto"


@pytest.fixture
def system(bus: PrivateBus) -> Iterator[Desk]:
    desk = Desk(bus.connect)
    yield desk
    desk.close()


@pytest.fixture
def screens(desk: Desk, system: Desk) -> DesktopScreens:
    return desktop_screens(desk, system, {})


def saver(serve: Serve, name: str) -> FakeService:
    service = serve(name)
    service.methods["Lock"] = lambda: ("", ())
    service.methods["SetActive"] = lambda _on: ("", ())
    return service


def test_lock_is_the_first_screen_savers_that_agrees(
    screens: DesktopScreens, desk: Desk, serve: Serve
) -> None:
    refusing = serve(GNOME)
    agreeing = saver(serve, XFCE)
    screens.lock()
    pump_until(desk, lambda: agreeing.calls)
    assert refusing.calls == [("/org/gnome/ScreenSaver", "Lock")]
    assert agreeing.calls == [("/org/xfce/ScreenSaver", "Lock")]


def test_without_a_screen_saver_logind_is_asked_to_lock(
    screens: DesktopScreens, desk: Desk, serve: Serve
) -> None:
    logind = serve(LOGIND)
    logind.methods["Lock"] = lambda: ("", ())
    screens.lock()
    pump_until(desk, lambda: logind.calls)
    assert logind.calls == [(SESSION, "Lock")]


def test_where_nothing_else_darkens_the_screen_saver_does(
    screens: DesktopScreens, desk: Desk, serve: Serve
) -> None:
    service = saver(serve, GNOME)
    screens.off()
    pump_until(desk, lambda: service.calls)
    assert service.calls == [("/org/gnome/ScreenSaver", "SetActive", True)]
    screens.on()


DARK = """
from unplug.acting.desk import Desk
from unplug.acting.screens import desktop_screens

screens = desktop_screens(Desk(), Desk(), {"SWAYSOCK": "somewhere"})
screens.off()
screens.off()
input()
screens.on()
screens.on()
print("lit", flush=True)
input()
"""


@pytest.mark.parametrize("killed", [False, True])
def test_sway_is_lit_again_when_we_say_so_and_when_we_are_killed(
    tmp_path: Path, *, killed: bool
) -> None:
    tool, told = tmp_path / "swaymsg", tmp_path / "told"
    tool.write_text(f'#!/bin/sh\necho "$@" >>{told}\n')
    tool.chmod(0o700)
    process = subprocess.Popen(
        [sys.executable, "-c", DARK],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    dark, light = "-q output * dpms off\n", "-q output * dpms on\n"
    eventually(lambda: told.exists() and told.read_text() == dark)
    assert process.stdin is not None
    assert process.stdout is not None
    if not killed:
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "lit\n"
        assert told.read_text() == dark + light
    process.kill()
    process.communicate()
    eventually(lambda: told.read_text() == dark + light)


@pytest.mark.parametrize(
    ("environ", "program"),
    [
        ({"DISPLAY": ":0"}, "xset dpms force off"),
        ({"XDG_CURRENT_DESKTOP": "KDE", "DISPLAY": ":0"}, "kscreen-doctor --dpms off"),
    ],
)
def test_monitors_go_off_by_the_desktops_own_program(  # noqa: PLR0913, PLR0917  (fixtures)
    desk: Desk,
    system: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    program: str,
) -> None:
    name = program.split(maxsplit=1)[0]
    tool = tmp_path / name
    tool.write_text(f'#!/bin/sh\necho {name} "$@" >{tmp_path}/called\n')
    tool.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    screens = desktop_screens(desk, system, environ)
    screens.off()
    screens.on()
    assert (tmp_path / "called").read_text().strip() == program
    assert not desk.is_open


def test_missing_program_falls_back_to_the_screen_saver(
    desk: Desk, system: Desk, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    service = saver(serve, XFCE)
    desktop_screens(desk, system, {"DISPLAY": ":0"}).off()
    pump_until(desk, lambda: service.calls)


def test_nothing_that_could_do_it_is_no_error(
    screens: DesktopScreens, desk: Desk, system: Desk
) -> None:
    screens.off()
    screens.lock()
    pump_until(desk, lambda: not desk._pending)
    pump_until(system, lambda: not system._pending)
