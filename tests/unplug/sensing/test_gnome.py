import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unplug.sensing.buses import (
    PROPERTIES,
    FakeService,
    PrivateBus,
    Returned,
    eventually,
    hear,
    said,
)
from unplug.errors import UnplugError
from unplug.sensing import gnome
from unplug.sensing.facts import Active, Focus, Idle
from unplug.sensing.gnome import GnomeFocusSource, GnomeIdleSource
from unplug.sensing.source import SensingOptions, SourceUnavailableError

MONITOR = "org.gnome.Mutter.IdleMonitor"
FOCUS = "app.unplug.Focus"
OPTIONS = SensingOptions(idle_after_ms=60_000)
Serve = Callable[..., FakeService]


class FakeMutter:
    """Mutter's idle monitor; ids of watches count up over all its lives."""

    def __init__(self, serve: Serve, idle_ms: int = 0, first_id: int = 1) -> None:
        self.idle_ms = idle_ms
        self.watches: dict[int, int | None] = {}
        self._next_id = first_id
        self.service = serve()
        self.service.methods = {
            "AddIdleWatch": self._add,
            "AddUserActiveWatch": lambda: self._add(None),
            "RemoveWatch": self._remove,
            "GetIdletime": lambda: ("t", (self.idle_ms,)),
        }
        self.service.own(MONITOR)

    def _add(self, interval: int | None) -> Returned:
        watch, self._next_id = self._next_id, self._next_id + 1
        self.watches[watch] = interval
        return "u", (watch,)

    def _remove(self, watch: int) -> Returned:
        del self.watches[watch]
        return "", ()

    def fire(self, watch: int) -> None:
        path = "/org/gnome/Mutter/IdleMonitor/Core"
        self.service.emit(path, MONITOR, "WatchFired", "u", watch)

    def grow_idle(self, idle_ms: int) -> None:
        self.idle_ms = idle_ms
        for watch, interval in list(self.watches.items()):
            if interval is not None:
                self.fire(watch)

    def touch(self) -> None:
        self.idle_ms = 0
        for watch, interval in list(self.watches.items()):
            if interval is None:
                del self.watches[watch]
                self.fire(watch)


@pytest.fixture
def mutter(bus: PrivateBus, serve: Serve) -> FakeMutter:
    assert bus.address
    return FakeMutter(serve)


@pytest.fixture
def idle(mutter: FakeMutter) -> Iterator[GnomeIdleSource]:
    source = gnome.open_idle(OPTIONS)
    assert said(source) == [Active()]
    assert mutter.watches == {1: 60_000}
    yield source
    source.close()


def test_idle_is_told_with_the_counter_and_active_with_the_first_input(
    idle: GnomeIdleSource, mutter: FakeMutter
) -> None:
    for idle_ms in (60_003, 60_000):
        mutter.grow_idle(idle_ms)
        assert said(idle) == [Idle(idle_ms)]
        mutter.touch()
        assert said(idle) == [Active()]
        assert mutter.watches == {1: 60_000}


def test_somebody_who_comes_back_at_once_was_never_idle(
    idle: GnomeIdleSource, mutter: FakeMutter
) -> None:
    mutter.idle_ms = 40
    mutter.fire(1)
    assert said(idle) == []
    assert mutter.watches == {1: 60_000}


def test_watches_of_others_say_nothing(
    idle: GnomeIdleSource, mutter: FakeMutter
) -> None:
    mutter.fire(99)
    assert said(idle) == []


def test_somebody_idle_at_start_is_told_at_once(
    mutter: FakeMutter,
) -> None:
    mutter.idle_ms = 300_000
    source = gnome.open_idle(OPTIONS)
    assert source.dispatch() == [Idle(300_000)]
    mutter.touch()
    assert said(source) == [Active()]
    source.close()


def test_restarted_shell_gets_its_watches_again(
    idle: GnomeIdleSource, mutter: FakeMutter, serve: Serve
) -> None:
    mutter.service.close()
    again = FakeMutter(serve, idle_ms=90_000, first_id=7)
    assert hear(idle) == [Idle(90_000)]
    again.touch()
    assert said(idle) == [Active()]
    again.grow_idle(60_001)
    assert said(idle) == [Idle(60_001)]


def test_desktop_without_mutter_has_no_idle_monitor(bus: PrivateBus) -> None:
    assert bus.address
    with pytest.raises(SourceUnavailableError, match=r"Mutter\.IdleMonitor — log in"):
        gnome.open_idle(OPTIONS)


class FakeExtension:
    """Our Shell extension's side of the bus."""

    def __init__(self, serve: Serve, app: str = "", pid: int = 0) -> None:
        self.title = ""
        self.follows_title = False
        self.service = serve()
        self.service.properties = {FOCUS: {"Window": ("(su)", (app, pid))}}
        self.service.methods = {
            "GetTitle": lambda: ("s", (self.title,)),
            "Set": self._set,
        }
        self.service.own(FOCUS)

    def _set(self, interface: str, name: str, value: tuple[str, bool]) -> Returned:
        assert (interface, name) == (FOCUS, "FollowTitle")
        self.follows_title = value[1]
        return "", ()

    def focus(self, app: str, pid: int, title: str = "") -> None:
        self.title = title
        self.service.emit("/app/unplug/Focus", FOCUS, "WindowChanged", "su", app, pid)

    def retitle(self, title: str) -> None:
        self.title = title
        self.service.emit("/app/unplug/Focus", FOCUS, "TitleChanged")

    @property
    def was_asked_for_titles(self) -> bool:
        return any(
            member in ("GetTitle", "Set") for _, member, *_ in self.service.calls
        )


@pytest.fixture
def extension(bus: PrivateBus, serve: Serve) -> FakeExtension:
    assert bus.address
    return FakeExtension(serve, "firefox", 77)


def test_focus_is_told_from_the_start_and_titles_are_never_asked_for(
    extension: FakeExtension,
) -> None:
    source = gnome.open_focus(OPTIONS)
    assert source.dispatch() == [Focus("firefox")]
    extension.focus("org.gnome.Terminal", 78, "secret")
    extension.focus("org.gnome.Terminal", 78, "other")
    extension.retitle("more")
    extension.focus("", 0)
    assert said(source) == [Focus("org.gnome.Terminal"), Focus(None)]
    assert not extension.was_asked_for_titles
    source.close()


def test_titles_are_told_when_they_are_on_and_followed_no_longer_than_needed(
    extension: FakeExtension,
) -> None:
    extension.title = "News"
    source = gnome.open_focus(SensingOptions(titles=True))
    assert source.dispatch() == [Focus("firefox", "News")]
    assert extension.follows_title
    extension.retitle("Sports")
    assert said(source) == [Focus("firefox", "Sports")]
    extension.focus("vlc", 5, "Film")
    assert said(source) == [Focus("vlc", "Film")]
    source.close()
    eventually(lambda: not extension.follows_title)


def test_extension_that_goes_for_the_lock_screen_comes_back(
    extension: FakeExtension, serve: Serve
) -> None:
    source = gnome.open_focus(OPTIONS)
    assert source.dispatch() == [Focus("firefox")]
    extension.service.close()
    assert hear(source) == [Focus(None)]
    again = FakeExtension(serve, "vlc", 9)
    assert hear(source) == [Focus("vlc")]
    again.focus("firefox", 77)
    assert said(source) == [Focus("firefox")]
    source.close()


def test_app_may_be_known_better_by_its_process(
    extension: FakeExtension, bus: PrivateBus
) -> None:
    asked: list[tuple[int | None, str]] = []

    def identify(pid: int | None, name: str) -> str:
        asked.append((pid, name))
        return "org.mozilla.firefox"

    source = GnomeFocusSource(bus.connect(), titles=False, identify=identify)
    source.start()
    assert source.dispatch() == [Focus("org.mozilla.firefox")]
    extension.focus("Navigator", 0)
    extension.focus("", 0)
    assert said(source) == [Focus(None)]
    assert asked == [(77, "firefox"), (None, "Navigator")]
    source.close()


def test_malformed_answers_and_signals_say_nothing(extension: FakeExtension) -> None:
    extension.service.properties[FOCUS]["Window"] = ("s", "firefox")
    source = gnome.open_focus(OPTIONS)
    assert source.dispatch() == []
    path = "/app/unplug/Focus"
    extension.service.emit(path, FOCUS, "WindowChanged", "s", "firefox")
    extension.service.emit(path, PROPERTIES, "PropertiesChanged", "s", FOCUS)
    assert said(source) == []
    source.close()


def test_gnome_without_the_extension_says_how_to_get_it(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    serve("org.gnome.Shell")
    with pytest.raises(SourceUnavailableError) as caught:
        gnome.open_focus(OPTIONS)
    assert caught.value.todo == "run unplug doctor --install-gnome-extension"


def test_elsewhere_the_extension_is_not_recommended(bus: PrivateBus) -> None:
    assert bus.address
    with pytest.raises(SourceUnavailableError, match=r"this is not GNOME$"):
        gnome.open_focus(OPTIONS)


def test_extension_is_installed_whole_and_over_an_older_one(tmp_path: Path) -> None:
    folder = gnome.install_extension(tmp_path)
    assert folder == (
        tmp_path / ".local/share/gnome-shell/extensions/unplug@unplug.app"
    )
    (folder / "extension.js").write_text("old")
    assert gnome.install_extension(tmp_path) == folder
    assert "app.unplug.Focus" in (folder / "extension.js").read_text()
    about = json.loads((folder / "metadata.json").read_text())
    assert about["uuid"] == folder.name
    assert about["shell-version"] == ["45", "46", "47", "48"]
    assert sorted(file.name for file in folder.iterdir()) == [
        "extension.js",
        "metadata.json",
    ]


def test_home_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".local").write_text("a file")
    with pytest.raises(UnplugError, match="cannot install the GNOME Shell extension"):
        gnome.install_extension(tmp_path)


def test_title_of_a_private_window_is_left_out(extension: FakeExtension) -> None:
    extension.title = "Bank — Mozilla Firefox Private Browsing"
    source = gnome.open_focus(SensingOptions(titles=True))
    assert source.dispatch() == [Focus("firefox")]
    source.close()
