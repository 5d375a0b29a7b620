"""A trip by its windows alone, on real trips of several people."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeAutostart
from tests.unplug.engine.trip_house import DAY_MS, House
from ui.gallery import settle
from ui.parts import Segmented
from ui.trips import wording
from ui.trips.page import TripsPage
from ui.window.asking import SureDialog
from ui.window.page import Surroundings
from ui.wishes import TripActed

W = TypeVar("W", bound=QWidget)
Open = Callable[[str], "Desk"]


class Desk:
    """Somebody before their page of trips."""

    def __init__(self, house: House, qtbot: QtBot) -> None:
        self.house = house
        self.page = TripsPage(Surroundings(house, house.clock, FakeAutostart()))
        self.acted = 0
        self.page.wished.connect(self._count)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.refresh()

    def presses(self, text: str, at: int = 0) -> None:
        found = [b for b in self._all(QAbstractButton) if b.text() == text]
        assert len(found) > at, (text, self.buttons())
        found[at].click()

    def buttons(self) -> list[str]:
        return [b.text() for b in self._all(QAbstractButton)]

    def says(self) -> str:
        return "\n".join(label.text() for label in self._all(QLabel))

    def meets(self, folder: Path, *others: "Desk") -> None:
        for _ in range(3):
            for desk in (self, *others):
                desk.house.asks("sync", folder=str(folder), trip=desk.trip, agreed=True)
                desk.house.works()
                while not desk.house.asks("synced", trip=desk.trip)["done"]:
                    desk.house.works()
        for desk in (self, *others):
            desk.page.refresh()

    @property
    def trip(self) -> str:
        return self.page.asking.trip

    def _all(self, kind: type[W]) -> list[W]:
        settle()
        return [w for w in self.page.findChildren(kind) if w.isVisibleTo(self.page)]

    def _count(self, wish: object) -> None:
        assert wish == TripActed()
        self.acted += 1


@pytest.fixture
def desks(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    houses: list[House] = []

    def open_desk(name: str) -> Desk:
        houses.append(House(tmp_path / name))
        return Desk(houses[-1], qtbot)

    yield open_desk
    for house in houses:
        house.close()


def begin(desk: Desk, title: str = "By the lake") -> None:
    desk.presses("Plan a trip")
    sheet = desk.page.sheets["create"]
    sheet.title.setText(title)
    sheet.me.setText("Ana")
    desk.presses("Begin")


def together(home: Path, ana: Desk, bea: Desk) -> None:
    begin(ana)
    link = ana.house.asks("invite", for_ms=DAY_MS, approval=False)["link"]
    bea.house.asks("join", invite=link, **{"as": "Bea"})
    bea.page.refresh()
    (home / "shared").mkdir()
    ana.meets(home / "shared", bea)


def test_who_waits_to_be_let_in_sees_how_long_the_invite_holds(desks: Open) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    begin(ana)
    link = ana.house.asks("invite", for_ms=DAY_MS, approval=True)["link"]
    bea.house.asks("join", invite=link, **{"as": "Bea"})
    bea.page.refresh()
    assert "The invite holds until Fri 2 Jan 2026, 01:00." in bea.says()
    bea.house.clock.advance(DAY_MS)
    bea.page.refresh()
    assert "ask for a new one and join again" in bea.says()


def test_without_a_trip_it_says_what_trips_are_and_how_to_begin(desks: Open) -> None:
    ana = desks("Ana")
    assert "Be offline together" in ana.says()
    assert ana.buttons()[-3:] == [
        "Plan a trip",
        "I have an invite",
        "From my other computer",
    ]


def test_an_organiser_and_a_member_get_through_a_trip_by_buttons_alone(  # noqa: PLR0915  (a whole trip)
    desks: Open, tmp_path: Path
) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    shared = tmp_path / "shared"
    shared.mkdir()
    begin(ana)
    assert "When could you be offline together?" in ana.says()
    ana.presses("Propose a time")
    ana.presses("Propose")
    ana.presses("Propose another time")
    ana.presses("Propose")
    assert "Now invite the others." in ana.says()
    ana.presses("Invite the others")
    ana.presses("Make an invite")
    ana.presses("Copy the link")
    link = ana.page.sheets["invite"].link.text()
    ana.presses("Back")

    bea.presses("I have an invite")
    sheet = bea.page.sheets["join"]
    sheet.invite.setText(f"Come along! {link}")
    sheet.me.setText("Bea")
    bea.presses("Ask to join")
    assert "You have asked to join" in bea.says()
    bea.presses("Send and receive…")
    leaves = bea.page.sheets["sending"].literally.toPlainText()
    assert leaves.startswith("Request: Somebody asks to join")
    assert "name: Bea" in leaves
    bea.page.sheets["sending"].by_folder(str(shared))
    asked = bea.page.findChild(SureDialog)
    assert asked.yes.property("kind") == asked.no.property("kind")
    asked.no.click()
    settle()
    assert list(shared.iterdir()) == []
    assert not bea.house.asks("show")["shown"]
    bea.page.sheets["sending"].by_folder(str(shared))
    bea.page.findChild(SureDialog).yes.click()
    assert bea.house.asks("show")["shown"]
    ana.meets(shared, bea)

    assert "Bea asks to join" in ana.says()
    words = bea.house.asks("show")["words"]
    assert " · ".join(words) in ana.says()
    ana.presses("Let in")
    ana.meets(shared, bea)
    assert "Say which of these suit you." in bea.says()
    for desk in (ana, bea):
        desk.presses("Yes")
        assert "your vote is saved" in desk.says()
    ana.meets(shared, bea)
    assert "Everybody has voted: make one the window." in ana.says()
    ana.presses("Make it the window")
    ana.meets(shared, bea)
    assert "The time is set: do you take part?" in bea.says()
    assert "2 of 2 hold the plan" in bea.says()
    for desk in (ana, bea):
        window = desk.page.view.cards["window"]
        [yes] = [b for b in window.findChildren(QAbstractButton) if b.text() == "Yes"]
        yes.click()
    ana.meets(shared, bea)
    assert "Everybody holds the plan." in ana.says()

    for desk in (ana, bea):
        desk.house.clock.advance(12 * DAY_MS)
        desk.page.refresh()
    while "You were offline together." not in ana.says():
        for desk in (ana, bea):
            desk.house.clock.advance(DAY_MS // 2)
            desk.page.refresh()
    ana.page.view.cards["recap"].recap.setPlainText("We swam at night.")
    ana.presses("Share with the group", at=1)
    ana.meets(shared, bea)
    assert "We swam at night." in bea.says()
    assert ana.acted > 8


def test_a_proposal_is_taken_back_and_a_window_called_off_by_two_presses(
    desks: Open, tmp_path: Path
) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    together(tmp_path, ana, bea)
    for _ in range(2):
        ana.presses("Propose a time" if not _ else "Propose another time")
        ana.presses("Propose")
    ana.presses("Take back")
    assert len(ana.house.asks("show")["proposals"]) == 2
    ana.presses("Really?")
    assert [p["n"] for p in ana.house.asks("show")["proposals"]] == [2]
    ana.presses("Make it the window")
    ana.meets(tmp_path / "shared", bea)
    bea.presses("Yes")
    assert "Call it off" not in bea.buttons()
    ana.presses("Call it off")
    ana.presses("Really?")
    ana.meets(tmp_path / "shared", bea)
    assert bea.house.asks("show")["window"] is None
    assert "The window was called off." in bea.says()


def test_another_window_says_that_the_time_has_changed(
    desks: Open, tmp_path: Path
) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    together(tmp_path, ana, bea)
    for first in (True, False):
        ana.presses("Propose a time" if first else "Propose another time")
        ana.page.sheets["propose"].place.setText("The hut" if first else "The lake")
        ana.presses("Propose")
    ana.presses("Make it the window")
    ana.meets(tmp_path / "shared", bea)
    bea.presses("Yes")
    ana.presses("Make it the window")  # the other one: the first is it already
    ana.meets(tmp_path / "shared", bea)
    assert "The time has changed: do you take part?" in bea.says()
    assert bea.house.asks("show")["answer"] is None


def test_an_organiser_says_until_when_votes_are_wanted(
    desks: Open, tmp_path: Path
) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    together(tmp_path, ana, bea)
    ana.presses("Propose a time")
    ana.presses("Propose")
    assert "Votes are wanted until" not in ana.says()
    ana.presses("2 days")
    ana.meets(tmp_path / "shared", bea)
    for desk in (ana, bea):
        assert "Votes are wanted until" in desk.says()
        assert ("2 days" in desk.buttons()) == (desk is ana)
        desk.house.clock.advance(3 * DAY_MS)
        desk.page.refresh()
        assert "Votes were wanted until" in desk.says()
    assert "The time to vote is over: make one the window." in ana.says()


def test_an_invite_holds_as_long_as_its_maker_says(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.presses("Invite the others")
    ana.presses("A day")
    ana.presses("Make an invite")
    [invite] = ana.house.asks("show")["invites"]
    left = datetime.fromisoformat(invite["expires"]) - ana.house.clock.stamp().utc
    assert round(left / timedelta(days=1)) == 1


def test_who_put_a_line_there_or_organises_strikes_it_off(
    desks: Open, tmp_path: Path
) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    together(tmp_path, ana, bea)
    ana.presses("Propose a time")
    ana.presses("Propose")
    ana.presses("Make it the window")
    for desk, text in ((ana, "Phones"), (bea, "Tablets")):
        desk.house.asks("list-change", list="items", how="add", text=text)
    ana.meets(tmp_path / "shared", bea)
    assert ana.buttons().count("Strike off") == 2
    assert bea.buttons().count("Strike off") == 1
    bea.presses("Strike off")
    ana.meets(tmp_path / "shared", bea)
    assert [item["text"] for item in ana.house.asks("show")["items"]] == ["Phones"]


def test_an_invite_that_went_astray_is_taken_back(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.presses("Invite the others")
    ana.presses("Make an invite")
    ana.presses("One link for all")
    ana.presses("Whoever has it comes in")
    ana.presses("Make an invite")
    assert ana.says().count("For one person · until") == 1
    assert "For all; 0 came in by it" in ana.says()
    assert "comes in at once" in ana.says()
    ana.presses("Take back", at=1)
    ana.presses("Take back")
    assert "Invites that hold" not in ana.says()
    assert not ana.page.sheets["invite"].made.isVisible()
    assert not any(i["holds"] for i in ana.house.asks("show")["invites"])


def test_a_refusal_is_one_sentence_on_the_page_and_the_form_stays(
    desks: Open,
) -> None:
    ana = desks("Ana")
    ana.presses("I have an invite")
    sheet = ana.page.sheets["join"]
    sheet.invite.setText("unplug://join/half")
    sheet.me.setText("Ana")
    ana.presses("Ask to join")
    assert "copy the whole link, or ask for a new one." in ana.page.refused.text.text()
    assert ana.page.refused.isVisibleTo(ana.page)
    assert sheet.isVisibleTo(ana.page)
    ana.presses("Back")
    assert not ana.page.refused.isVisibleTo(ana.page)


def test_a_proposal_says_how_long_it_really_is_across_a_change_of_clocks(
    desks: Open,
) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.page.open_sheet("propose")
    sheet = ana.page.sheets["propose"]
    for field, text in (
        (sheet.start, "2027-03-26T18:00:00"),
        (sheet.end, "2027-03-28T12:00:00"),
    ):
        field.setDateTime(field.dateTime().fromString(text, _iso()))
    sheet.zone.setCurrentText("Europe/Madrid")
    assert sheet.told.text() == "41\u00a0h offline."
    sheet.zone.setCurrentText("America/New_York")
    assert "42\u00a0h offline. For you: Fri 26 Mar 2027, " in sheet.told.text()
    sheet.zone.setCurrentText("Moon/Base")
    assert not sheet.action.isEnabled()


def _iso() -> object:
    from PySide6.QtCore import Qt  # noqa: PLC0415

    return Qt.DateFormat.ISODate


def test_removing_somebody_asks_once_more(desks: Open, tmp_path: Path) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    together(tmp_path, ana, bea)
    ana.presses("Remove")
    assert "Bea" in ana.says()
    ana.presses("Really?")
    assert "Bea" not in ana.says()


def test_what_somebody_writes_is_not_lost_when_news_come(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.house.locks(ana.house.clock.stamp().wall_ms + 3 * DAY_MS)
    ana.page.refresh()
    field = ana.page.view.cards["items"].findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.insert("a map")
    ana.house.asks("list-change", how="add", text="a rope")
    ana.page.refresh()
    same = ana.page.view.cards["items"].findChild(QLineEdit)
    assert same is field or not ana.page.isActiveWindow()


def test_several_trips_are_listed_and_one_leads_back_to_all(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.presses("All trips")
    ana.presses("Plan another trip")
    sheet = ana.page.sheets["create"]
    sheet.title.setText("In the hut")
    sheet.me.setText("Ana")
    ana.presses("Begin")
    assert ana.page.title.text() == "In the hut"
    ana.presses("All trips")
    names = [row.accessibleName() for row in ana._all(QAbstractButton)]
    assert "By the lake, no time is set yet" in names
    assert "In the hut, no time is set yet" in names


def test_the_own_answer_can_be_made_harder_to_leave(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.house.locks(ana.house.clock.stamp().wall_ms + 3 * DAY_MS)
    ana.page.refresh()
    ana.presses("A promise to the group")
    shown = ana.house.asks("show")
    assert (shown["strictness"], shown["answer"]) == ("promise", "yes")


def test_consent_begins_with_the_least(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.house.locks(ana.house.clock.stamp().wall_ms + 3 * DAY_MS)
    ana.page.refresh()
    [tiers] = ana.page.view.cards["sharing"].findChildren(Segmented)
    assert tiers.value == "answer_only"
    ana.presses("Kept, partly or not")
    assert ana.house.asks("show")["tier"] == 1


def test_leaving_is_one_press(desks: Open, tmp_path: Path) -> None:
    ana, bea = desks("Ana"), desks("Bea")
    together(tmp_path, ana, bea)
    bea.presses("Leave the trip")
    assert "You are not in this trip any more" in bea.says()
    ana.meets(tmp_path / "shared", bea)
    assert "Bea" not in ana.says()
    bea.presses("Delete it here")
    assert "Be offline together" in bea.says()


def test_a_trip_without_anybody_else_is_deleted(desks: Open) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.presses("Delete the trip")
    assert "Be offline together" in ana.says()


def test_the_window_goes_into_a_calendar(desks: Open, tmp_path: Path) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.house.locks(ana.house.clock.stamp().wall_ms + 3 * DAY_MS)
    ana.page.refresh()
    assert "Save for your calendar…" in ana.buttons()
    ana.page.save_calendar(str(tmp_path / "trip.ics"))
    assert (tmp_path / "trip.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_way_that_came_with_an_invite_is_not_used_before_a_yes(
    tmp_path: Path, desks: Open
) -> None:
    ana, shared = desks("Ana"), tmp_path / "shared"
    shared.mkdir()
    begin(ana)
    ana.house.trips.travelling.posting.add(ana.trip, "folder", str(shared))
    ana.page.refresh()
    ana.presses("Now")
    assert "What leaves this computer" in ana.says()
    ana.presses("Send this way…")
    asked = ana.page.findChild(SureDialog)
    assert asked.focusWidget() is asked.no
    asked.no.click()
    settle()
    assert list(shared.iterdir()) == []
    ana.presses("Send this way…")
    ana.page.findChild(SureDialog).yes.click()
    ana.house.works()
    assert list(shared.iterdir()) != []
    ana.page.refresh()
    assert "last succeeded today" in ana.says()


def test_the_window_says_whether_it_is_in_the_calendar() -> None:
    known = {"there": True, "note": "", "last_succeeded": None, "error": None}
    assert wording.in_calendar({"calendar": None}) == ""
    assert wording.in_calendar({"calendar": known}) == "In your calendar."
    for change, said in (
        ({"there": False}, ""),
        ({"note": "removed", "there": False}, "not put back"),
        ({"note": "changed"}, "put right"),
        ({"error": "it is away"}, "Not in your calendar as it is: it is away"),
    ):
        assert said in wording.in_calendar({"calendar": known | change})


def test_a_page_says_when_words_arrive_that_this_computer_cannot_open(
    desks: Open,
) -> None:
    ana = desks("Ana")
    begin(ana)
    ana.presses("Propose a time")
    ana.presses("Propose")
    assert "cannot open" not in ana.says()
    trip = ana.house.trips.travelling.open()
    trip.note_unread(ana.house.clock.stamp().wall_ms)
    ana.house.trips.travelling.book.save(trip)
    ana.page.refresh()
    assert "Words arrive that this computer cannot open, since today" in ana.says()
    assert "Ask an organiser whether you are still in the trip." in ana.says()
