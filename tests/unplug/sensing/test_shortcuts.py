import select
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jeepney import message_bus

from tests.unplug.sensing.buses import PATIENCE_S, FakeService, PrivateBus, Returned
from unplug.sensing.shortcuts import Shortcut, ShortcutSource, open_shortcuts
from unplug.sensing.source import SourceLostError, SourceUnavailableError

Serve = Callable[..., FakeService]
NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
LABELS = {Shortcut.UNPLUG_NOW: "Unplug now", Shortcut.POSTPONE: "Later"}


class Portal:
    """A desktop portal; ``agrees`` says what the user answers."""

    def __init__(self, serve: Serve, *, agrees: bool = True, old: bool = False) -> None:
        self._code = 0 if agrees else 1
        self._old = old
        self.session = ""
        self.bound: list[Any] = []
        self.late: list[tuple[str, int, dict[str, Any]]] = []
        self.service = serve()
        self.service.properties[SHORTCUTS] = {"version": ("u", 1)}
        self.service.methods["CreateSession"] = self._create
        self.service.methods["BindShortcuts"] = self._bind
        self.service.own(NAME)

    def _create(self, options: dict[str, tuple[str, str]]) -> Returned:
        token = options["session_handle_token"][1]
        self.session = f"{PATH}/session/x/{token}"
        return self._answer(options, 0, {"session_handle": ("s", self.session)})

    def _bind(
        self, session: str, wanted: list[Any], _window: str, options: dict[str, Any]
    ) -> Returned:
        assert session == self.session
        self.bound = wanted
        return self._answer(options, self._code, {"shortcuts": ("a(sa{sv})", wanted)})

    def _answer(
        self, options: dict[str, Any], code: int, results: dict[str, Any]
    ) -> Returned:
        token = "old" if self._old else options["handle_token"][1]
        path = f"{PATH}/request/x/{token}"
        self.late.append((path, code, results))
        return "o", (path,)

    def respond(self) -> None:
        """Answer what was asked, as the user would in their own time."""
        for path, code, results in self.late:
            self.service.emit(path, REQUEST, "Response", "ua{sv}", code, results)
        self.late.clear()

    def press(self, shortcut: str, session: str = "") -> None:
        body = (session or self.session, shortcut, 12345, {})
        self.service.emit(PATH, SHORTCUTS, "Activated", "osta{sv}", *body)


@pytest.fixture
def opened(bus: PrivateBus) -> Iterator[Callable[[], ShortcutSource]]:
    assert bus.address
    sources: list[ShortcutSource] = []

    def open_them() -> ShortcutSource:
        sources.append(open_shortcuts(LABELS, app_id="unplug"))
        return sources[-1]

    yield open_them
    for source in sources:
        source.close()


def settle(source: ShortcutSource) -> list[Shortcut]:
    """What follows from all that is on the bus already."""
    source._bus.call(message_bus.GetId(), "s")
    pressed = source.dispatch()
    while source._bus._asked:
        assert select.select([source], [], [], PATIENCE_S)[0]
        pressed += source.dispatch()
    return pressed


def agreed(source: ShortcutSource, portal: Portal) -> None:
    while not portal.bound:
        settle(source)
        portal.respond()
    settle(source)
    portal.respond()
    settle(source)


@pytest.mark.parametrize("old", [False, True])
def test_keys_are_asked_for_and_say_what_was_pressed(
    opened: Callable[[], ShortcutSource], serve: Serve, *, old: bool
) -> None:
    portal = Portal(serve, old=old)
    source = opened()
    agreed(source, portal)
    assert portal.bound == [
        ("unplug-now", {"description": ("s", "Unplug now")}),
        ("postpone", {"description": ("s", "Later")}),
    ]
    portal.press("unplug-now")
    portal.press("postpone")
    portal.press("other")
    portal.press("postpone", f"{PATH}/session/y/z")
    assert settle(source) == [Shortcut.UNPLUG_NOW, Shortcut.POSTPONE]


def test_user_who_says_no_is_heard(
    opened: Callable[[], ShortcutSource], serve: Serve
) -> None:
    portal = Portal(serve, agrees=False)
    source = opened()
    with pytest.raises(SourceLostError, match="no longer offered"):
        agreed(source, portal)
    assert source.refused


def test_session_that_the_desktop_ends_is_lost(
    opened: Callable[[], ShortcutSource], serve: Serve
) -> None:
    portal = Portal(serve)
    source = opened()
    agreed(source, portal)
    session = "org.freedesktop.portal.Session"
    portal.service.emit(portal.session, session, "Closed", "a{sv}", {})
    with pytest.raises(SourceLostError):
        settle(source)


def test_desktop_without_the_portal_says_what_to_do_instead(
    opened: Callable[[], ShortcutSource], serve: Serve
) -> None:
    with pytest.raises(SourceUnavailableError, match="own settings"):
        opened()
    service = serve(NAME)
    service.properties["other"] = {}
    with pytest.raises(SourceUnavailableError, match="own settings"):
        opened()


def test_dead_bus_is_lost(
    opened: Callable[[], ShortcutSource], serve: Serve, bus: PrivateBus
) -> None:
    portal = Portal(serve)
    source = opened()
    agreed(source, portal)
    bus.stop()
    assert select.select([source], [], [], PATIENCE_S)[0]
    with pytest.raises(SourceLostError):
        source.dispatch()
