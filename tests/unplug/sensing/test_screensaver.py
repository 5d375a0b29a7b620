from collections.abc import Callable

import pytest

from tests.unplug.sensing.buses import FakeService, PrivateBus, hear, readable, said
from unplug.sensing.facts import Locked, Unlocked
from unplug.sensing.screensaver import NAMES, ScreenSaverSource, open_session
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

FREEDESKTOP = "org.freedesktop.ScreenSaver"
XFCE = "org.xfce.ScreenSaver"
OPTIONS = SensingOptions()
Serve = Callable[..., FakeService]


def saver(serve: Serve, *names: str, active: bool = False) -> FakeService:
    service = serve()
    service.methods["GetActive"] = lambda: ("b", (active,))
    for name in names:
        service.own(name)
    return service


def turn(service: FakeService, name: str, *, active: bool) -> None:
    path = "/" + name.replace(".", "/")
    service.methods["GetActive"] = lambda: ("b", (active,))
    service.emit(path, name, "ActiveChanged", "b", active)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_screen_saver_locks_and_unlocks(
    name: str, bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    service = saver(serve, name)
    source = open_session(OPTIONS)
    assert source.dispatch() == [Unlocked("screensaver")]
    turn(service, name, active=True)
    assert said(source) == [Locked("screensaver")]
    turn(service, name, active=False)
    assert said(source) == [Unlocked("screensaver")]
    source.close()


def test_screen_saver_that_is_active_at_start_is_told_at_once(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    saver(serve, "org.gnome.ScreenSaver", active=True)
    source = open_session(OPTIONS)
    assert source.dispatch() == [Locked("screensaver")]
    source.close()


def test_older_object_path_is_asked_where_the_usual_one_is_refused(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    service = serve(FREEDESKTOP)
    service.methods["/ScreenSaver:GetActive"] = lambda: ("b", (True,))
    source = open_session(OPTIONS)
    assert source.dispatch() == [Locked("screensaver")]
    assert [path for path, *_ in service.calls] == [
        "/org/freedesktop/ScreenSaver",
        "/ScreenSaver",
    ]
    source.close()


def test_program_with_two_names_locks_once_and_unlocks_with_both(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    service = saver(serve, FREEDESKTOP, XFCE)
    source = open_session(OPTIONS)
    assert source.dispatch() == [Unlocked("screensaver")]
    turn(service, FREEDESKTOP, active=True)
    turn(service, XFCE, active=True)
    turn(service, FREEDESKTOP, active=False)
    assert said(source) == [Locked("screensaver")]
    turn(service, XFCE, active=False)
    assert said(source) == [Unlocked("screensaver")]
    source.close()


def test_screen_saver_that_vanishes_covers_nothing(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    service = saver(serve, FREEDESKTOP, active=True)
    source = open_session(OPTIONS)
    assert source.dispatch() == [Locked("screensaver")]
    service.close()
    assert hear(source) == [Unlocked("screensaver")]
    saver(serve, FREEDESKTOP, active=True)
    assert hear(source) == [Locked("screensaver")]
    source.close()


def test_screen_saver_that_starts_later_is_heard(bus: PrivateBus, serve: Serve) -> None:
    assert bus.address
    source = open_session(OPTIONS)
    assert source.dispatch() == [Unlocked("screensaver")]
    turn(saver(serve, XFCE), XFCE, active=True)
    assert said(source) == [Locked("screensaver")]
    source.close()


def test_malformed_and_strange_signals_say_nothing(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    service = saver(serve, FREEDESKTOP)
    service.methods["GetActive"] = lambda: ("s", ("yes",))
    source = open_session(OPTIONS)
    assert source.dispatch() == [Unlocked("screensaver")]
    service.emit("/ScreenSaver", FREEDESKTOP, "ActiveChanged", "i", 1)
    service.emit("/ScreenSaver", FREEDESKTOP, "ActiveChanged")
    turn(serve(), FREEDESKTOP, active=True)
    assert said(source) == []
    source.close()


def test_silent_screen_saver_does_not_hold_up_the_start(
    bus: PrivateBus, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bus.address
    monkeypatch.setattr(ScreenSaverSource, "patience_ms", 20)
    service = serve(FREEDESKTOP)
    service.silent.add("GetActive")
    source = open_session(OPTIONS)
    assert source.dispatch() == [Unlocked("screensaver")]
    source.close()


def test_dead_bus_takes_the_lock_back_and_is_lost(
    bus: PrivateBus, serve: Serve
) -> None:
    saver(serve, FREEDESKTOP, active=True)
    source = open_session(OPTIONS)
    assert source.dispatch() == [Locked("screensaver")]
    bus.stop()
    assert hear(source) == [Unlocked("screensaver")]
    assert readable(source)
    with pytest.raises(SourceLostError):
        source.dispatch()
    source.close()


def test_no_session_bus_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(SourceUnavailableError, match="cannot reach the session bus"):
        open_session(OPTIONS)
