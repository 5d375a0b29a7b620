import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.ui.fakes import a_snapshot
from ui.tray.menu import TrayMenu
from ui.wishes import LoginWish, PauseLength, PauseWish
from unplug.engine.snapshot import AppTime
from unplug.usage.states import State

pytestmark = pytest.mark.usefixtures("qtbot")


def a_menu(state: State = State.ACTIVE) -> TrayMenu:
    menu = TrayMenu()
    menu.render(a_snapshot(state=state))
    return menu


def visible(actions: list[QAction]) -> list[str]:
    shown = (a for a in actions if a.isVisible() and not a.isSeparator())
    return [action.text().replace("\u00a0", " ") for action in shown]


def test_the_menu_shows_the_day_and_what_can_be_done() -> None:
    menu = a_menu()
    assert visible(menu.menu.actions()) == [
        "2 h 14 today · usually 1 h 50 by now",
        "Firefox · 1 h 02",
        "Code · 41 min",
        "Foot · 12 min",
        "Unplug now",
        "Pause reminders",
        "Log a meeting…",
        "Pause tracking",
        "How are you?",
        "Open",
        "Start at login",
        "Quit",
    ]


def test_a_paused_menu_offers_to_resume_instead() -> None:
    menu = a_menu(State.PAUSED)
    texts = visible(menu.menu.actions())
    assert "Resume tracking" in texts
    assert "Pause tracking" not in texts
    assert "Tracking is paused" in texts


def test_each_pause_asks_for_its_length(qtbot: QtBot) -> None:
    menu = a_menu()
    assert visible(menu.tracking.pauses.actions()) == [
        "15 min",
        "1 hour",
        "Until tomorrow",
    ]
    for action, length in zip(menu.tracking.pauses.actions(), PauseLength, strict=True):
        with qtbot.waitSignal(menu.tracking.pause_requested) as asked:
            action.trigger()
        assert asked.args == [PauseWish(length)]


def test_resume_open_and_quit_ask_for_what_they_say(qtbot: QtBot) -> None:
    menu = a_menu(State.PAUSED)
    for action, signal in (
        (menu.tracking.resume, menu.tracking.resume_requested),
        (menu.app.open, menu.app.open_requested),
        (menu.app.quit, menu.app.quit_requested),
        (menu.day.headline, menu.day.open_requested),
        (menu.day.doing, menu.day.open_requested),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_start_at_login_asks_both_ways_and_rendering_it_asks_nothing(
    qtbot: QtBot,
) -> None:
    menu = a_menu()
    with qtbot.assertNotEmitted(menu.app.login_start_requested):
        menu.app.render_login_start(on=True)
    for on in (False, True):
        with qtbot.waitSignal(menu.app.login_start_requested) as asked:
            menu.app.login_start.trigger()
        assert asked.args == [LoginWish(on=on)]


def test_an_ampersand_in_a_name_is_shown_and_underlines_nothing() -> None:
    menu = TrayMenu()
    top = (AppTime("x", "Black & White", 60_000),)
    menu.render(a_snapshot(top=top))
    assert menu.day.top[0].text().startswith("Black && White")
    assert not menu.day.top[1].isVisible()


def test_a_notice_stands_in_the_menu_while_it_holds() -> None:
    menu = TrayMenu()
    menu.render(a_snapshot(notices=("disk full",)))
    assert "disk full" in visible(menu.menu.actions())
    menu.render(a_snapshot())
    assert "disk full" not in visible(menu.menu.actions())


def test_an_underscore_in_a_name_is_shown_whoever_draws_the_menu() -> None:
    menu = TrayMenu()
    now = a_snapshot(top=(AppTime("x", "my_app", 60_000),))
    menu.render(now, drawn_by_panel=True)
    assert menu.day.top[0].text().startswith("my__app")
    menu.render(now, drawn_by_panel=False)
    assert menu.day.top[0].text().startswith("my_app")
