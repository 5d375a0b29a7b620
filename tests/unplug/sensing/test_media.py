from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.unplug.sensing.buses import (
    PROPERTIES,
    FakeService,
    PrivateBus,
    hear,
    readable,
    said,
)
from unplug.sensing.facts import Media
from unplug.sensing.media import MediaSource, open_media
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

ROOT = "org.mpris.MediaPlayer2"
PLAYER = f"{ROOT}.Player"
PATH = "/org/mpris/MediaPlayer2"
Serve = Callable[..., FakeService]


@pytest.fixture
def source(bus: PrivateBus) -> Iterator[MediaSource]:
    assert bus.address
    source = open_media(SensingOptions())
    assert source.dispatch() == []
    yield source
    source.close()


def player(
    serve: Serve, name: str, status: str = "Paused", **root: tuple[str, Any]
) -> FakeService:
    service = serve()
    service.properties = {
        ROOT: {"Identity": ("s", name), **root},
        PLAYER: {"PlaybackStatus": ("s", status), "Position": ("x", 7)},
    }
    service.own(f"{ROOT}.{name}")
    return service


def turn(service: FakeService, status: str) -> None:
    service.change(PATH, PLAYER, PlaybackStatus=("s", status))


def test_player_that_plays_at_start_is_told_by_the_first_dispatch(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    entry = ("s", "org.videolan.VLC")
    player(serve, "vlc", "Playing", DesktopEntry=entry, Fullscreen=("b", True))
    player(serve, "quiet")
    source = open_media(SensingOptions())
    assert source.dispatch() == [
        Media(playing=True, app="org.videolan.VLC", fullscreen=True)
    ]
    source.close()


def test_player_that_comes_plays_pauses_and_goes(
    source: MediaSource, serve: Serve
) -> None:
    service = player(serve, "mpv")
    assert said(source) == []
    turn(service, "Playing")
    turn(service, "Paused")
    turn(service, "Stopped")
    turn(service, "Playing")
    assert said(source) == [
        Media(playing=True, app="mpv"),
        Media(playing=False, app="mpv"),
        Media(playing=True, app="mpv"),
    ]
    service.close()
    assert hear(source) == [Media(playing=False, app="mpv")]


def test_tracks_positions_and_repetitions_say_nothing(
    source: MediaSource, serve: Serve
) -> None:
    service = player(serve, "mpv", "Playing")
    assert said(source) == [Media(playing=True, app="mpv")]
    turn(service, "Playing")
    service.change(PATH, PLAYER, Metadata=("a{sv}", {"xesam:title": ("s", "Song")}))
    service.change(PATH, PLAYER, Position=("x", 9), Volume=("d", 0.5))
    service.emit(PATH, PLAYER, "Seeked", "x", 12)
    assert said(source) == []


def test_full_screen_is_told_while_playing(source: MediaSource, serve: Serve) -> None:
    service = player(serve, "mpv", Fullscreen=("b", True))
    assert said(source) == []
    turn(service, "Playing")
    service.change(PATH, ROOT, Fullscreen=("b", False))
    turn(service, "Paused")
    service.change(PATH, ROOT, Fullscreen=("b", True))
    assert said(source) == [
        Media(playing=True, app="mpv", fullscreen=True),
        Media(playing=True, app="mpv"),
        Media(playing=False, app="mpv"),
    ]


def test_players_of_one_app_are_folded(source: MediaSource, serve: Serve) -> None:
    entry = ("s", "firefox")
    first = player(serve, "firefox.instance_1_10", "Playing", DesktopEntry=entry)
    assert said(source) == [Media(playing=True, app="firefox")]
    second = player(serve, "Firefox.instance_1_11", "Playing")
    assert said(source) == []
    turn(first, "Paused")
    assert said(source) == []
    turn(second, "Paused")
    assert said(source) == [Media(playing=False, app="firefox")]


@pytest.mark.parametrize(
    ("name", "entry", "app"),
    [
        ("vlc.instance42", "", "vlc"),
        ("spotify", "spotify.desktop", "spotify"),
        (
            "celluloid",
            "/usr/share/applications/io.github.Celluloid.desktop",
            "io.github.Celluloid",
        ),
        ("io.github.Player.instance-3", "", "io.github.Player"),
    ],
)
def test_app_is_the_desktop_entry_else_the_name(
    name: str, entry: str, app: str, source: MediaSource, serve: Serve
) -> None:
    player(serve, name, "Playing", DesktopEntry=("s", entry))
    assert said(source) == [Media(playing=True, app=app)]


def test_app_may_be_known_better_by_its_process(bus: PrivateBus, serve: Serve) -> None:
    player(serve, "firefox.instance_1_2", "Playing")
    asked: list[tuple[int | None, str]] = []

    def identify(pid: int | None, name: str) -> str:
        asked.append((pid, name))
        return "org.mozilla.firefox"

    source = MediaSource(bus.connect(), identify)
    source.start()
    assert source.dispatch() == [Media(playing=True, app="org.mozilla.firefox")]
    assert asked[-1][0]
    assert asked[-1][1] == "firefox"
    source.close()


def test_mirror_of_other_players_is_left_out(source: MediaSource, serve: Serve) -> None:
    player(serve, "playerctld", "Playing")
    assert said(source) == []


def test_status_without_its_new_value_is_asked_for(
    source: MediaSource, serve: Serve
) -> None:
    service = player(serve, "mpv")
    assert said(source) == []
    service.properties[PLAYER]["PlaybackStatus"] = ("s", "Playing")
    gone: tuple[object, ...] = (PLAYER, {}, ["PlaybackStatus"])
    service.emit(PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", *gone)
    assert said(source) == [Media(playing=True, app="mpv")]


def test_name_that_changes_hands_is_another_player(
    source: MediaSource, serve: Serve
) -> None:
    first = player(serve, "mpv", "Playing")
    assert said(source) == [Media(playing=True, app="mpv")]
    first.disown(f"{ROOT}.mpv")
    assert said(source) == [Media(playing=False, app="mpv")]
    turn(first, "Playing")
    player(serve, "mpv")
    assert said(source) == []


def test_malformed_replies_and_signals_say_nothing(
    source: MediaSource, serve: Serve
) -> None:
    service = player(serve, "odd", DesktopEntry=("i", 3), Fullscreen=("s", "yes"))
    service.properties[PLAYER]["PlaybackStatus"] = ("i", 1)
    assert said(source) == []
    service.emit(PATH, PROPERTIES, "PropertiesChanged", "s", PLAYER)
    service.emit(PATH, PROPERTIES, "PropertiesChanged", "sas", PLAYER, ["x"])
    other = serve()
    other.methods["GetAll"] = lambda _interface: ("s", ("no",))
    other.own(f"{ROOT}.other")
    assert said(source) == []
    turn(service, "Playing")
    assert said(source) == [Media(playing=True, app="odd")]


def test_player_that_refuses_questions_is_heard_by_its_signals(
    source: MediaSource, serve: Serve
) -> None:
    service = serve(f"{ROOT}.terse")
    assert said(source) == []
    service.properties[PLAYER] = {}
    turn(service, "Playing")
    assert said(source) == [Media(playing=True, app="terse")]


def test_player_that_hangs_does_not_hold_up_the_others(
    bus: PrivateBus, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bus.address
    monkeypatch.setattr(MediaSource, "patience_ms", 20)
    hanging = serve(f"{ROOT}.hanging")
    hanging.silent.add("GetAll")
    player(serve, "mpv", "Playing")
    source = open_media(SensingOptions())
    assert hear(source) == [Media(playing=True, app="mpv")]
    source.close()


def test_dead_bus_stops_every_player_and_is_lost(
    source: MediaSource, serve: Serve, bus: PrivateBus
) -> None:
    player(serve, "mpv", "Playing")
    player(serve, "vlc", "Playing")
    assert len(said(source)) == 2
    bus.stop()
    assert set(hear(source, 2)) == {
        Media(playing=False, app="mpv"),
        Media(playing=False, app="vlc"),
    }
    assert readable(source)
    with pytest.raises(SourceLostError):
        source.dispatch()


def test_no_session_bus_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(SourceUnavailableError, match="cannot reach the session bus"):
        open_media(SensingOptions())
