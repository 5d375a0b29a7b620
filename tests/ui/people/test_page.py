"""The people page on a real address book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.ui.people.town import ANNA, ANNA_TOO, JOSE, MARA, ROBIN, Town, a_town
from ui.parts import UndoOffer
from ui.people import opening
from ui.people.model import ROLE, PersonRow
from ui.people.page import PeoplePage
from ui.people.people_list import CIRCLE, DUE, LEFT_OUT
from ui.people.person_card import CardWish
from unplug.people.contact import Contact
from unplug.store.people.reading import PeopleReader

DAY_MS = 24 * 3_600_000


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with a_town(tmp_path) as town:
        yield town


class Opened:
    """The page in view, and what was done on it."""

    def __init__(self, qtbot: QtBot, town: Town) -> None:
        self.page = PeoplePage(town.around)
        qtbot.addWidget(self.page)
        self.offers: list[UndoOffer] = []
        self.page.did.connect(self.offers.append)
        self.page.resize(1000, 700)
        self.page.show()
        self.page.refresh()

    def rows(self) -> list[PersonRow]:
        model = self.page.people.model
        return [model.data(model.index(at), ROLE) for at in range(model.rowCount())]

    def names(self) -> list[str]:
        return [row.name for row in self.rows()]

    def filter(self, key: str) -> "Opened":
        box = self.page.people.filter
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
        return self

    def look_for(self, text: str) -> "Opened":
        self.page.people.search.setText(text)
        self.page.people.search.searched.emit(text)
        return self

    def wish(self, what: str, number: str = "") -> None:
        self.page.card.wished.emit(CardWish(what, self.page.card.uid, number))


def test_without_anybody_the_page_says_how_to_begin(qtbot: QtBot, town: Town) -> None:
    page = Opened(qtbot, town).page
    assert page.nobody.isVisible()
    assert not page.people.view.isVisible()


def test_each_row_says_how_it_stands_and_why(qtbot: QtBot, town: Town) -> None:
    town.knows(MARA, JOSE, ANNA, ROBIN)
    town.clock.advance(15 * DAY_MS)
    town.met("jose", 3)
    rows = {row.uid: row for row in Opened(qtbot, town).rows()}
    why = "Close · No meeting logged yet · every 14 days is your wish"
    assert (rows["mara"].detail, rows["mara"].mark) == (why, "time to meet")
    assert rows["jose"].detail == "Friends · Met 3 days ago · good again in 27 days"
    assert rows["anna"].detail == "No meeting logged yet"
    assert rows["robin"].detail == "Never suggested"


def test_a_birthday_that_is_near_is_at_the_end_of_the_row(
    qtbot: QtBot, town: Town
) -> None:
    rows = Opened(qtbot, town.knows(MARA)).rows()
    assert rows[0].mark == "Turns 38 in 3 days"


def test_typing_finds_and_the_filters_narrow_it_down(qtbot: QtBot, town: Town) -> None:
    opened = Opened(qtbot, town.knows(MARA, JOSE, ANNA, ROBIN))
    assert opened.names() == ["Anna Rossi", "José Álvarez", "Mara Sol", "Robin Falk"]
    assert opened.look_for("jose").names() == ["José Álvarez"]
    assert opened.look_for("0170").names() == ["Mara Sol"]
    opened.page.people.search.clear()
    assert opened.filter(CIRCLE + "close").names() == ["Mara Sol"]
    assert opened.filter(LEFT_OUT).names() == ["Robin Falk"]
    assert opened.filter(DUE).names() == []
    town.clock.advance(20 * DAY_MS)
    assert opened.filter(DUE).names() == ["Mara Sol"]
    assert opened.page.people.count.text() == "1 person"


def test_the_card_shows_who_is_chosen_in_the_list(qtbot: QtBot, town: Town) -> None:
    page = Opened(qtbot, town.knows(MARA, JOSE)).page
    assert page.card.uid == "jose"
    qtbot.keyClick(page.people.view, Qt.Key.Key_Down)
    assert page.card.uid == "mara"
    assert page.card.name.text() == "Mara Sol"


def test_what_is_changed_elsewhere_is_shown_at_once(qtbot: QtBot, town: Town) -> None:
    opened = Opened(qtbot, town.knows(MARA))
    town.met("mara", 0)
    assert opened.rows()[0].detail.startswith("Close · Met today")
    assert opened.page.card.standing.text().startswith("Met today")


def test_never_and_in_memoriam_can_be_taken_back(qtbot: QtBot, town: Town) -> None:
    opened = Opened(qtbot, town.knows(MARA))
    for what, flag in (("never", "never"), ("memoriam", "in_memoriam")):
        opened.wish(what)
        assert getattr(town.book.person("mara"), flag)
        undo = opened.offers[-1].undo
        assert undo is not None
        undo()
        assert not getattr(town.book.person("mara"), flag)


def test_something_is_taken_out_of_the_history_and_put_back(
    qtbot: QtBot, town: Town
) -> None:
    opened = Opened(qtbot, town.knows(MARA).met("mara", 2, note="soup"))
    [logged] = town.book.check_ins("mara")
    opened.wish("drop", logged.id)
    assert town.book.check_ins("mara") == ()
    undo = opened.offers[-1].undo
    assert undo is not None
    undo()
    assert town.book.check_ins("mara")[0].check_in == logged.check_in


def test_forgetting_asks_first(
    qtbot: QtBot, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened(qtbot, town.knows(MARA, JOSE))
    opened.page.look_at("mara")
    for sure in (False, True):
        monkeypatch.setattr(opening, "sure_to_forget", lambda *_, sure=sure: sure)
        opened.wish("forget")
        assert ("mara" in town.book.uids()) is not sure
    assert opened.names() == ["José Álvarez"]
    assert opened.offers[-1].undo is None


def test_a_narrow_page_shows_the_list_or_the_card(qtbot: QtBot, town: Town) -> None:
    page = Opened(qtbot, town.knows(MARA, JOSE)).page
    page.resize(380, 700)
    assert (page.people.view.isVisible(), page.card.isVisible()) == (True, False)
    page.look_at("mara")
    assert (page.people.view.isVisible(), page.card.isVisible()) == (False, True)
    page.back.click()
    assert page.people.view.isVisible()
    assert page.more.isVisible()
    assert not page.import_button.isVisible()


def test_of_ten_thousand_only_those_in_view_are_read(
    qtbot: QtBot, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.knows(*(Contact(uid=f"u{n:05}", full_name=f"P {n:05}") for n in range(3_000)))
    read: list[int] = []
    known_of = PeopleReader.known_of

    def counting(reader: PeopleReader, uids: list[str]) -> object:
        read.append(len(uids))
        return known_of(reader, uids)

    monkeypatch.setattr(PeopleReader, "known_of", counting)
    page = Opened(qtbot, town).page
    qtbot.waitExposed(page)
    page.people.view.grab()
    assert page.people.model.rowCount() == 3_000
    assert sum(read) <= 120
    hint = QAbstractItemView.ScrollHint.PositionAtCenter
    page.people.view.scrollTo(page.people.model.index(2_000), hint)
    page.people.view.grab()
    assert sum(read) <= 240


def test_trouble_is_said_on_the_page(qtbot: QtBot, town: Town) -> None:
    opened = Opened(qtbot, town.knows(MARA))
    town.people._database = lambda: None
    town.people._book = None
    opened.look_for("mara")
    assert "cannot reach the people" in opened.page.trouble.text.text()


def test_two_of_one_name_are_both_listed(qtbot: QtBot, town: Town) -> None:
    assert len(Opened(qtbot, town.knows(ANNA, ANNA_TOO)).rows()) == 2
