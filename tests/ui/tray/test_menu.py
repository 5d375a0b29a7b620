import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.ui.fakes import a_snapshot
from ui.tray.menu import TrayMenu
from ui.tray.spec import tray_spec
from ui.wishes import LoginWish, PauseLength, PauseWish
from unplug.engine.snapshot import AppTime
from unplug.usage.states import State

pytestmark = pytest.mark.usefixtures("qtbot")


def a_menu(state: State = State.ACTIVE) -> TrayMenu:
    menu = TrayMenu()
    menu.render(tray_spec(a_snapshot(state=state)))
    return menu


def visible(actions: list[QAction]) -> list[str]:
    shown = (a for a in actions if a.isVisible() and not a.isSeparator())
    return [action.text().replace("\u00a0", " ") for action in shown]


def test_the_menu_shows_the_day_and_what_can_be_done() -> None:
    assert visible(a_menu().menu.actions()) == [
        "2 h 14 today · usually 1 h 50 by now",
        "Firefox · 1 h 02",
        "Code · 41 min",
        "Foot · 12 min",
        "Pause tracking",
        "Open",
        "Start at login",
        "Quit",
    ]


def test_a_paused_menu_offers_to_resume_instead() -> None:
    texts = visible(a_menu(State.PAUSED).menu.actions())
    assert "Resume tracking" in texts
    assert "Pause tracking" not in texts
    assert "Tracking is paused" in texts


def test_each_pause_asks_for_its_length(qtbot: QtBot) -> None:
    menu = a_menu()
    assert visible(menu.pause_menu.actions()) == ["15 min", "1 hour", "Until tomorrow"]
    for action, length in zip(menu.pause_menu.actions(), PauseLength, strict=True):
        with qtbot.waitSignal(menu.pause_requested) as asked:
            action.trigger()
        assert asked.args == [PauseWish(length)]


def test_resume_open_and_quit_ask_for_what_they_say(qtbot: QtBot) -> None:
    menu = a_menu(State.PAUSED)
    for action, signal in (
        (menu.resume, menu.resume_requested),
        (menu.open, menu.open_requested),
        (menu.quit, menu.quit_requested),
        (menu.headline, menu.open_requested),
        (menu.doing, menu.open_requested),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_start_at_login_asks_both_ways_and_rendering_it_asks_nothing(
    qtbot: QtBot,
) -> None:
    menu = a_menu()
    with qtbot.assertNotEmitted(menu.login_start_requested):
        menu.render_login_start(on=True)
    for on in (False, True):
        with qtbot.waitSignal(menu.login_start_requested) as asked:
            menu.login_start.trigger()
        assert asked.args == [LoginWish(on=on)]


def test_an_ampersand_in_a_name_is_shown_and_underlines_nothing() -> None:
    menu = TrayMenu()
    top = (AppTime("x", "Black & White", 60_000),)
    menu.render(tray_spec(a_snapshot(top=top)))
    assert menu.top[0].text().startswith("Black && White")
    assert not menu.top[1].isVisible()


def test_a_notice_stands_in_the_menu_while_it_holds() -> None:
    menu = TrayMenu()
    menu.render(tray_spec(a_snapshot(notices=("disk full",))))
    assert "disk full" in visible(menu.menu.actions())
    menu.render(tray_spec(a_snapshot()))
    assert "disk full" not in visible(menu.menu.actions())


def test_an_underscore_in_a_name_is_shown_whoever_draws_the_menu() -> None:
    menu = TrayMenu()
    spec = tray_spec(a_snapshot(top=(AppTime("x", "my_app", 60_000),)))
    menu.render(spec, drawn_by_panel=True)
    assert menu.top[0].text().startswith("my__app")
    menu.render(spec, drawn_by_panel=False)
    assert menu.top[0].text().startswith("my_app")
