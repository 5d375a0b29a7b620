from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unplug.sensing.buses import (
    PROPERTIES,
    FakeService,
    PrivateBus,
    hear,
    readable,
    said,
)
from unplug.sensing.facts import Occupied
from unplug.sensing.quiet import QuietSource, open_quiet
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

Serve = Callable[..., FakeService]
SERVER = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
DUNST = "org.dunstproject.cmd0"
XFCONF = "org.xfce.Xfconf"
XFCONF_PATH = "/org/xfce/Xfconf"
SWITCH = ("xfce4-notifyd", "/do-not-disturb")
WRITER = "ca.desrt.dconf.Writer"


def quiet(by: str, *, held: bool = True) -> Occupied:
    return Occupied(Reason.DO_NOT_DISTURB, held=held, by=by)


@pytest.fixture
def source(bus: PrivateBus) -> Iterator[QuietSource]:
    assert bus.address
    source = open_quiet(SensingOptions())
    assert source.dispatch() == []
    yield source
    source.close()


def server(serve: Serve, interface: str, **values: bool) -> FakeService:
    service = serve()
    service.properties[interface] = {k: ("b", v) for k, v in values.items()}
    service.own(SERVER)
    return service


def xfconf(serve: Serve, *, on: bool | None) -> FakeService:
    service = serve()
    if on is not None:
        service.methods["GetProperty"] = lambda *_: ("v", (("b", on),))
    service.own(XFCONF)
    return service


def turn(service: FakeService, switch: tuple[str, str], *, on: bool) -> None:
    body = (*switch, ("b", on))
    service.emit(XFCONF_PATH, XFCONF, "PropertyChanged", "ssv", *body)


@pytest.mark.parametrize(
    ("interface", "name", "by"),
    [(SERVER, "Inhibited", "plasma"), (DUNST, "paused", "dunst")],
)
def test_property_of_the_notification_service_is_followed(
    source: QuietSource, serve: Serve, interface: str, name: str, by: str
) -> None:
    service = server(serve, interface, **{name: True})
    assert said(source) == [quiet(by)]
    service.change(PATH, interface, **{name: ("b", False)})
    service.change(PATH, interface, **{name: ("b", False)})
    service.change(PATH, interface, **{name: ("b", True)})
    assert said(source) == [quiet(by, held=False), quiet(by)]
    service.close()
    assert hear(source) == [quiet(by, held=False)]


def test_switch_of_xfce_is_followed(source: QuietSource, serve: Serve) -> None:
    service = xfconf(serve, on=True)
    assert said(source) == [quiet("xfce4-notifyd")]
    service.emit(XFCONF_PATH, XFCONF, "PropertyRemoved", "ss", *SWITCH)
    assert said(source) == [quiet("xfce4-notifyd", held=False)]
    turn(service, SWITCH, on=True)
    assert said(source) == [quiet("xfce4-notifyd")]


def test_other_settings_and_other_senders_say_nothing(
    source: QuietSource, serve: Serve
) -> None:
    service = xfconf(serve, on=None)
    turn(service, ("xfce4-notifyd", "/log-level"), on=True)
    turn(service, ("xfce4-panel", "/do-not-disturb"), on=True)
    turn(serve(), SWITCH, on=True)
    stranger = serve()
    stranger.properties[SERVER] = {}
    stranger.change(PATH, SERVER, Inhibited=("b", True))
    body = (*SWITCH, ("s", "yes"))
    service.emit(XFCONF_PATH, XFCONF, "PropertyChanged", "ssv", *body)
    stranger.emit(PATH, PROPERTIES, "PropertiesChanged", "s", SERVER)
    assert said(source) == []


def test_gnome_is_asked_when_its_setting_is_touched_and_only_then(
    bus: PrivateBus, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    banners, asked = tmp_path / "banners", tmp_path / "asked"
    tool = tmp_path / "gsettings"
    tool.write_text(f'#!/bin/sh\necho "$@" >>{asked}\ncat {banners}\n')
    tool.chmod(0o700)
    banners.write_text("true\n")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    source = open_quiet(SensingOptions())
    assert source.dispatch() == []
    writer = serve()

    def touch(prefix: str, *changes: str) -> None:
        path = f"/{WRITER.replace('.', '/')}/user"
        writer.emit(path, WRITER, "Notify", "sass", prefix, list(changes), "tag")

    banners.write_text("false\n")
    touch("/org/gnome/desktop/", "sound/volume")
    assert said(source) == []
    touch("/org/gnome/desktop/notifications/show-banners")
    assert said(source) == [quiet("gnome")]
    banners.write_text("true\n")
    touch("/org/gnome/desktop/notifications/", "show-in-lock-screen", "show-banners")
    assert said(source) == [quiet("gnome", held=False)]
    lines = asked.read_text().splitlines()
    assert lines == ["get org.gnome.desktop.notifications show-banners"] * 3
    source.close()
    assert bus.address


def test_dead_bus_takes_everything_back_and_is_lost(
    source: QuietSource, serve: Serve, bus: PrivateBus
) -> None:
    server(serve, DUNST, paused=True)
    assert said(source) == [quiet("dunst")]
    bus.stop()
    assert hear(source) == [quiet("dunst", held=False)]
    assert readable(source)
    with pytest.raises(SourceLostError):
        source.dispatch()


def test_no_session_bus_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(SourceUnavailableError, match="cannot reach the session bus"):
        open_quiet(SensingOptions())
