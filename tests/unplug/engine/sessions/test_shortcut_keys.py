"""Keys that work everywhere: only where the user set some, and given back."""

from dataclasses import replace

import pytest

from unplug.engine.sessions.shortcut_keys import ShortcutKeys
from unplug.sensing.shortcuts import Shortcut
from unplug.sensing.source import SourceLostError, SourceUnavailableError
from unplug.sensing.x11.keys import parse_keys
from unplug.settings import Sessions

BOTH = Sessions(unplug_now_keys="Ctrl+Alt+U", postpone_keys="Super+F9")


class FakeKeys:
    """Keys that a test presses."""

    def __init__(self, keys: dict[Shortcut, str]) -> None:
        self.keys = keys
        self.pressed: list[Shortcut] = []
        self.lost = self.closed = False

    def fileno(self) -> int:
        return -1

    def dispatch(self) -> list[Shortcut]:
        if self.lost:
            failed = "the X server is gone"
            raise SourceLostError(failed)
        pressed, self.pressed = self.pressed, []
        return pressed

    def close(self) -> None:
        self.closed = True


class Board:
    """The keys of a run, and what came of them."""

    def __init__(self) -> None:
        self.opened: list[FakeKeys] = []
        self.refuses = False
        self.done: list[str] = []
        self.keys = ShortcutKeys(
            self._open,
            unplug_now=lambda: self.done.append("unplug"),
            postpone=lambda: self.done.append("postpone"),
        )

    def _open(self, keys: dict[Shortcut, str]) -> FakeKeys:
        if self.refuses:
            failed = "another program has taken it"
            raise SourceUnavailableError(failed)
        self.opened.append(FakeKeys(keys))
        return self.opened[-1]


def test_nothing_is_asked_for_unless_the_user_set_keys() -> None:
    board = Board()
    board.keys.choose(Sessions())
    assert board.opened == []
    assert board.keys.sources() == ()


def test_keys_that_are_held_are_not_asked_for_again() -> None:
    board = Board()
    board.keys.choose(BOTH)
    board.keys.choose(replace(BOTH, skips_a_week=5))
    [keys] = board.opened
    assert not keys.closed
    board.keys.choose(replace(BOTH, postpone_keys=""))
    assert keys.closed
    assert len(board.opened) == 2


def test_each_key_does_what_it_stands_for() -> None:
    board = Board()
    board.keys.choose(BOTH)
    [keys] = board.opened
    assert keys.keys[Shortcut.UNPLUG_NOW] == "Ctrl+Alt+U"
    keys.pressed = [Shortcut.POSTPONE, Shortcut.UNPLUG_NOW]
    board.keys.ready(keys)
    assert board.done == ["postpone", "unplug"]


def test_other_keys_take_the_place_of_the_first() -> None:
    board = Board()
    board.keys.choose(BOTH)
    board.keys.choose(Sessions(postpone_keys="Ctrl+Alt+P"))
    first, second = board.opened
    assert first.closed
    assert list(second.keys) == [Shortcut.POSTPONE]
    board.keys.choose(Sessions())
    assert second.closed


def test_a_desktop_that_refuses_is_told_of_and_a_loss_too() -> None:
    board = Board()
    board.refuses = True
    board.keys.choose(BOTH)
    assert board.keys.notices == ("another program has taken it",)
    board.refuses = False
    board.keys.choose(BOTH)
    assert board.keys.notices == ()
    board.opened[0].lost = True
    board.keys.ready(board.opened[0])
    assert board.keys.notices == ("the X server is gone",)
    assert board.keys.sources() == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ctrl+Alt+U", (12, ord("u"))),
        ("Super+F12", (64, 0xFFC9)),
        ("Shift+Super+Space", (65, 32)),
        ("Ctrl+Pause", (4, 0xFF13)),
        ("Alt+7", (8, ord("7"))),
    ],
)
def test_keys_are_read_as_settings_have_them(text: str, keys: tuple[int, int]) -> None:
    assert parse_keys(text) == keys
    assert Sessions(unplug_now_keys=text).unplug_now_keys == text


def test_keys_that_are_none_are_refused() -> None:
    for text in ("U", "Ctrl+", "Ctrl+Alt", "Hyper+U", "Ctrl+F13"):
        with pytest.raises(ValueError, match="must be keys"):
            Sessions(postpone_keys=text)
