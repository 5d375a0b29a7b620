"""A meeting is logged in a few keys."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.active import activate
from tests.ui.people.town import ANNA, JOSE, MARA, Town, a_town
from ui.app_people import PeopleDialogs
from ui.people.log_meeting import LogMeeting, LogWish
from ui.tray.people_menu import PeopleMenu
from unplug.people.checkins import CheckInKind

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with a_town(tmp_path) as town:
        yield town.knows(MARA, JOSE, ANNA)


class Asked:
    """The dialog, and what it wished."""

    def __init__(self, qtbot: QtBot, town: Town) -> None:
        self.qtbot = qtbot
        self.dialog = LogMeeting(town.book)
        qtbot.addWidget(self.dialog)
        self.wishes: list[LogWish] = []
        self.dialog.wished.connect(self.wishes.append)
        self.dialog.show()

    def types(self, *keys: "str | Key") -> "Asked":
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.dialog.who.text, key)
            else:
                self.qtbot.keyClick(self.dialog.who.text, key)
        return self


def test_a_part_of_the_name_and_enter_twice_are_enough(
    qtbot: QtBot, town: Town
) -> None:
    asked = Asked(qtbot, town).types("jose", Key.Key_Return, Key.Key_Return)
    [wish] = asked.wishes
    assert wish.names == ("José Álvarez",)
    check_in = wish.check_in
    assert (check_in.kind, check_in.people) == (CheckInKind.IN_PERSON, {"jose"})
    assert (check_in.on, check_in.felt) == (town.book.today, None)
    assert not asked.dialog.isVisible()


def test_several_people_are_taken_one_after_the_other(qtbot: QtBot, town: Town) -> None:
    asked = Asked(qtbot, town)
    asked.types("mar", Key.Key_Return, "ros", Key.Key_Return, Key.Key_Return)
    assert asked.wishes[0].check_in.people == {"mara", "anna"}


def test_arrows_choose_and_backspace_leaves_out_again(qtbot: QtBot, town: Town) -> None:
    asked = Asked(qtbot, town).types("a", Key.Key_Down, Key.Key_Return)
    [second] = asked.dialog.who.people
    asked.types("a")
    assert second.name not in [
        asked.dialog.who.offers.item(at).text()
        for at in range(asked.dialog.who.offers.count())
    ]
    asked.types(Key.Key_Backspace, Key.Key_Backspace)
    assert asked.dialog.who.people == ()


def test_nothing_is_logged_without_a_person(qtbot: QtBot, town: Town) -> None:
    asked = Asked(qtbot, town).types("zzz", Key.Key_Return, Key.Key_Return)
    assert asked.wishes == []
    assert not asked.dialog.save.isEnabled()


def test_everything_else_can_be_said_and_ctrl_enter_saves(
    qtbot: QtBot, town: Town
) -> None:
    asked = Asked(qtbot, town).types("mara", Key.Key_Return)
    dialog = asked.dialog
    yesterday = town.book.today - timedelta(days=1)
    dialog.on.setDate(QDate(yesterday.year, yesterday.month, yesterday.day))
    dialog.kind.choose(CheckInKind.CALL)
    dialog.felt.choose(4)
    dialog.topics.setText("boats, her job")
    dialog.note.setText("ask about the cat")
    activate(qtbot, dialog)
    qtbot.keyClick(dialog.on, Key.Key_Return, CTRL)
    check_in = asked.wishes[0].check_in
    assert (check_in.on, check_in.kind, check_in.felt) == (
        yesterday,
        CheckInKind.CALL,
        4,
    )
    assert check_in.topics == ("boats", "her job")
    assert check_in.note == "ask about the cat"


def test_those_whom_it_is_time_to_meet_are_offered_before_anything_is_typed(
    qtbot: QtBot, town: Town
) -> None:
    town.clock.advance(20 * 24 * 3_600_000)
    asked = Asked(qtbot, town)
    offers = asked.dialog.who.offers
    assert [offers.item(at).text() for at in range(offers.count())] == ["Mara Sol"]
    offers.itemClicked.emit(offers.item(0))
    assert asked.dialog.who.people == ()  # nobody is marked before one chooses
    asked.types(Key.Key_Down, Key.Key_Return, Key.Key_Return)
    assert asked.wishes[0].check_in.people == {"mara"}


def test_the_tray_leads_there_in_two_clicks_and_logs_it(
    qtbot: QtBot, town: Town
) -> None:
    menu, people_menu = QMenu(), PeopleMenu()
    qtbot.addWidget(menu)
    people_menu.add_to(menu)
    dialogs = PeopleDialogs(town.people)
    dialogs.connect_menu(people_menu)
    said: list[str] = []
    dialogs.logged.connect(said.append)
    people_menu.log.trigger()
    dialog = dialogs.dialog
    assert dialog is not None
    people_menu.log.trigger()
    assert dialogs.dialog is dialog
    qtbot.keyClicks(dialog.who.text, "mara")
    qtbot.keyClick(dialog.who.text, Key.Key_Return)
    qtbot.keyClick(dialog.who.text, Key.Key_Return)
    assert town.book.person("mara").last_met == town.book.today
    assert said == ["Logged a meeting with Mara Sol"]
    assert dialogs.dialog is None
