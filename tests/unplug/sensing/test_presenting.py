from collections.abc import Callable, Iterator

import pytest

from tests.unplug.sensing.buses import FakeService, PrivateBus, hear, said
from unplug.sensing.facts import Occupied
from unplug.sensing.presenting import (
    PresentingSource,
    is_presentation,
    open_presenting,
)
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions

Serve = Callable[..., FakeService]
PLASMA = "org.kde.Solid.PowerManagement.PolicyAgent"
PLASMA_PATH = "/org/kde/Solid/PowerManagement/PolicyAgent"
GNOME = "org.gnome.SessionManager"
GNOME_PATH = "/org/gnome/SessionManager"
XFCONF = "org.xfce.Xfconf"
XFCONF_PATH = "/org/xfce/Xfconf"
SWITCH = ("xfce4-power-manager", "/xfce4-power-manager/presentation-mode")


def presents(by: str, *, held: bool = True) -> Occupied:
    return Occupied(Reason.PRESENTING, held=held, by=by)


@pytest.fixture
def source(bus: PrivateBus) -> Iterator[PresentingSource]:
    assert bus.address
    source = open_presenting(SensingOptions())
    assert source.dispatch() == []
    yield source
    source.close()


@pytest.mark.parametrize(
    ("app", "reason", "expected"),
    [
        ("org.kde.okular", "Giving a presentation", True),
        ("libreoffice", "Presenting", True),
        ("evince", "Running in presentation mode", True),
        ("soffice", "slideshow", True),
        ("libreoffice-impress", "", True),
        ("pdfpc", "fullscreen", True),
        ("firefox", "Playing video", False),
        ("vlc", "Playing some media.", False),
        ("mpv", "Playing: representation.mkv", False),
    ],
)
def test_presentations_are_told_from_films_by_what_is_said(
    app: str, reason: str, *, expected: bool
) -> None:
    assert is_presentation(app, reason) is expected


def test_inhibitors_of_plasma_are_followed(
    source: PresentingSource, serve: Serve
) -> None:
    service = serve()
    listed = [("firefox", "Playing video"), ("okular", "Giving a presentation")]
    service.methods["ListInhibitions"] = lambda: ("a(ss)", (list(listed),))
    service.own(PLASMA)
    assert said(source) == [presents("okular")]
    listed.pop()
    signature, body = "a(ss)as", ([], ["okular"])
    service.emit(PLASMA_PATH, PLASMA, "InhibitionsChanged", signature, *body)
    assert said(source) == [presents("okular", held=False)]


def test_inhibitors_of_gnome_are_followed(
    source: PresentingSource, serve: Serve
) -> None:
    service = serve()
    one, two = f"{GNOME_PATH}/Inhibitor1", f"{GNOME_PATH}/Inhibitor2"
    service.methods["GetInhibitors"] = lambda: ("ao", ([one],))
    for path, app, reason in ((one, "mpv", "Playing"), (two, "evince", "Presenting")):
        service.methods[f"{path}:GetAppId"] = lambda app=app: ("s", (app,))
        service.methods[f"{path}:GetReason"] = lambda reason=reason: ("s", (reason,))
    service.own(GNOME)
    assert said(source) == []
    service.emit(GNOME_PATH, GNOME, "InhibitorAdded", "o", two)
    assert said(source) == [presents("evince")]
    service.emit(GNOME_PATH, GNOME, "InhibitorRemoved", "o", one)
    assert said(source) == []
    service.emit(GNOME_PATH, GNOME, "InhibitorRemoved", "o", two)
    assert said(source) == [presents("evince", held=False)]


def test_switch_of_xfce_is_followed(source: PresentingSource, serve: Serve) -> None:
    service = serve()
    service.methods["GetProperty"] = lambda *_: ("v", (("b", True),))
    service.own(XFCONF)
    by = "xfce4-power-manager"
    assert said(source) == [presents(by)]
    body = (*SWITCH, ("b", False))
    service.emit(XFCONF_PATH, XFCONF, "PropertyChanged", "ssv", *body)
    assert said(source) == [presents(by, held=False)]
    body = (*SWITCH, ("b", True))
    service.emit(XFCONF_PATH, XFCONF, "PropertyChanged", "ssv", *body)
    service.emit(XFCONF_PATH, XFCONF, "PropertyRemoved", "ss", *SWITCH)
    assert said(source) == [presents(by), presents(by, held=False)]


def test_service_that_ends_and_dead_bus_take_it_back(
    source: PresentingSource, serve: Serve, bus: PrivateBus
) -> None:
    for _ in range(2):
        service = serve()
        listed = ([("okular", "presentation")],)
        service.methods["ListInhibitions"] = lambda listed=listed: ("a(ss)", listed)
        service.own(PLASMA)
        assert said(source) == [presents("okular")]
        if _ == 0:
            service.close()
            assert hear(source) == [presents("okular", held=False)]
    bus.stop()
    assert hear(source) == [presents("okular", held=False)]


def test_malformed_and_foreign_signals_say_nothing(
    source: PresentingSource, serve: Serve
) -> None:
    stranger = serve()
    stranger.emit(GNOME_PATH, GNOME, "InhibitorAdded", "o", GNOME_PATH)
    service = serve()
    service.methods["GetInhibitors"] = lambda: ("as", (["odd"],))
    service.own(GNOME)
    service.emit(GNOME_PATH, GNOME, "InhibitorAdded", "s", "odd")
    body = (*SWITCH, ("b", True))
    stranger.emit(XFCONF_PATH, XFCONF, "PropertyChanged", "ssv", *body)
    assert said(source) == []
