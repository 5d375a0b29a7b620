"""The form, the circles, pairs, and taking address books in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.people.town import ANNA, ANNA_TOO, JOSE, MARA, Town, a_town
from ui.parts import UndoOffer
from ui.people.circles import CirclesWish, EditCircles
from ui.people.duplicates import Pairs
from ui.people.edit_person import EditPerson
from ui.people.free_grid import FreeGrid
from ui.people.import_wizard import CHOOSE, DONE, PREVIEW, ImportWizard
from ui.people.linking import LinkFolder
from unplug.people.circles import Cadence, Circle
from unplug.people.contact import Contact, Email, FreeTime, Phone
from unplug.people.partial_date import PartialDate

SAMPLES = Path(__file__).parents[2] / "unplug" / "people" / "samples"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with a_town(tmp_path / "data") as town:
        yield town


class Form:
    """The form of somebody, and the contact it wished for."""

    def __init__(self, qtbot: QtBot, town: Town, contact: Contact) -> None:
        self.dialog = EditPerson(contact, town.book)
        qtbot.addWidget(self.dialog)
        self.wanted: list[Contact] = []
        self.dialog.wished.connect(self.wanted.append)
        self.dialog.show()

    def write(self, **fields: str) -> "Form":
        for name, text in fields.items():
            field = self.dialog._texts[name]
            field.setPlainText(text) if hasattr(field, "setPlainText") else (
                field.setText(text)
            )
        return self

    def save(self) -> Contact:
        self.dialog.save.click()
        [wanted] = self.wanted
        return wanted


def test_a_form_that_nobody_touched_changes_nothing(qtbot: QtBot, town: Town) -> None:
    assert Form(qtbot, town, MARA).save() == MARA


def test_what_is_written_is_what_is_kept(qtbot: QtBot, town: Town) -> None:
    form = Form(qtbot, town, MARA)
    form.write(
        name="Mára 田中",
        birthday="02-29",
        emails="mara@example.org\nnew@example.org",
        interests="climbing, chess",
        anniversaries="2001-05-03 wedding",
        notes="one\n\ntwo",
    )
    form.dialog.closeness.choose(2)
    form.dialog.circle.setCurrentIndex(form.dialog.circle.findData("friends"))
    form.dialog.cadence.own.setChecked(True)
    form.dialog.cadence.ideal.setValue(5)
    form.dialog.cadence.longest.setValue(9)
    form.dialog._checks["never"].setChecked(True)
    wanted = form.save()
    assert wanted.full_name == "Mára 田中"
    assert wanted.birthday == PartialDate(None, 2, 29)
    assert wanted.emails == (*MARA.emails, Email(address="new@example.org"))
    assert wanted.interests == ("climbing", "chess")
    assert wanted.anniversaries[0].label == "wedding"
    assert wanted.notes == ("one", "two")
    assert (wanted.closeness, wanted.circle, wanted.never) == (2, "friends", True)
    assert wanted.cadence == Cadence.of_days(5, 9)
    assert wanted.phones == MARA.phones


def test_what_cannot_be_is_said_at_its_field(qtbot: QtBot, town: Town) -> None:
    form = Form(qtbot, town, MARA).write(birthday="soon")
    form.dialog.save.click()
    assert form.wanted == []
    assert "cannot read a day" in form.dialog._rows["birthday"].hint.text()
    form.write(birthday="1990-01-02")
    assert form.save().birthday == PartialDate(1990, 1, 2)


def test_somebody_new_needs_a_name_and_nothing_else(qtbot: QtBot, town: Town) -> None:
    form = Form(qtbot, town, Contact(uid="new"))
    form.write(city="Bonn")
    form.dialog.save.click()
    assert form.wanted == []
    assert form.dialog._rows["name"].hint.text()
    form.write(name="Kim")
    assert form.save() == Contact(uid="new", full_name="Kim", city="Bonn")


def test_a_photo_has_to_be_one(qtbot: QtBot, town: Town, tmp_path: Path) -> None:
    form = Form(qtbot, town, MARA)
    no_photo = tmp_path / "x.png"
    no_photo.write_bytes(b"\x89PNG rubbish")
    form.dialog.photo.take(str(no_photo))
    assert "no PNG" in form.dialog._rows["photo"].hint.text()
    assert form.save().photo is None


def test_free_hours_are_filled_by_mouse_and_by_keyboard(qtbot: QtBot) -> None:
    grid = FreeGrid()
    qtbot.addWidget(grid)
    grid.resize(400, 200)
    grid.show()
    grid.show_times((FreeTime(0, 2, 5),))  # before six: not shown, but kept
    cell = grid._box((5, 2)).center().toPoint()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=cell)
    assert grid.times == (FreeTime(0, 2, 5), FreeTime(5, 10, 12))
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert grid.times == (FreeTime(0, 2, 5), FreeTime(5, 10, 14))
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert grid.times == (FreeTime(0, 2, 5), FreeTime(5, 10, 12))
    assert "10–12" in grid.accessibleDescription()


def test_circles_are_changed_added_and_removed(qtbot: QtBot, town: Town) -> None:
    town.book.put_circle(Circle("chess", Cadence.of_days(7, 14)))
    dialog = EditCircles(town.book)
    qtbot.addWidget(dialog)
    wishes: list[CirclesWish] = []
    dialog.wished.connect(wishes.append)
    dialog._rows[0].ideal.setValue(10)
    chess = next(row for row in dialog._rows if row.name == "chess")
    dialog._remove(chess)
    dialog.more.click()
    dialog.save.click()
    assert wishes == []  # it has no name yet
    new = dialog._rows[-1]
    assert new.text is not None
    new.text.setText("Choir")
    dialog.save.click()
    [wish] = wishes
    assert wish.gone == ("chess",)
    assert wish.circles == (
        Circle("close", Cadence.of_days(10, 30)),
        Circle("Choir", Cadence.of_days(30, 60)),
    )


def pairs(qtbot: QtBot, town: Town) -> tuple[Pairs, list[UndoOffer]]:
    dialog = Pairs(town.people)
    qtbot.addWidget(dialog)
    offers: list[UndoOffer] = []
    dialog.did.connect(offers.append)
    dialog.show()
    return dialog, offers


def test_a_pair_is_one_person_and_can_be_two_again(qtbot: QtBot, town: Town) -> None:
    town.knows(ANNA, ANNA_TOO, JOSE)
    dialog, offers = pairs(qtbot, town)
    dialog.offer([("anna", "anna-2"), ("anna-2", "anna"), ("gone", "jose")])
    dialog.merge.click()
    assert town.book.uids() == ["anna", "jose"]
    assert not dialog.merge.isVisible()  # of the others nobody is left to ask about
    undo = offers[0].undo
    assert undo is not None
    undo()
    assert town.book.card("anna-2") == ANNA_TOO


def test_two_people_are_not_offered_again(qtbot: QtBot, town: Town) -> None:
    phone = (Phone(raw="+49 170 1234567"),)
    town.knows(replace(ANNA, phones=phone), replace(ANNA_TOO, phones=phone))
    [pair] = town.book.duplicates()
    dialog, _ = pairs(qtbot, town)
    dialog.offer([pair])
    assert dialog.apart.property("kind") == dialog.merge.property("kind")
    dialog.apart.click()
    assert town.book.duplicates() == []


def test_somebody_is_merged_with_whom_one_names(qtbot: QtBot, town: Town) -> None:
    town.knows(ANNA, JOSE)
    dialog, _ = pairs(qtbot, town)
    dialog.ask_for("anna")
    qtbot.keyClicks(dialog.who.text, "jos")
    qtbot.keyClick(dialog.who.text, Qt.Key.Key_Return)
    dialog.merge.click()
    assert town.book.uids() == ["anna"]


def wizard(qtbot: QtBot, town: Town) -> tuple[ImportWizard, list[UndoOffer]]:
    dialog = ImportWizard(town.people)
    qtbot.addWidget(dialog)
    offers: list[UndoOffer] = []
    dialog.did.connect(offers.append)
    dialog.show()
    return dialog, offers


def test_an_address_book_is_looked_at_then_taken_in_then_taken_back(
    qtbot: QtBot, town: Town
) -> None:
    dialog, offers = wizard(qtbot, town)
    dialog.take([SAMPLES / "google-new.csv"])
    assert dialog.steps.currentIndex() == PREVIEW
    assert dialog.preview.table.item(0, 0).text() == "First Name"
    assert town.book.uids() == []
    dialog.next.click()
    assert dialog.steps.currentIndex() == DONE
    assert dialog.outcome.told.text() == "1 new, 0 merged, 0 unchanged"
    assert len(town.book.uids()) == 1
    assert len(offers) == 1
    dialog.undo.click()
    assert town.book.uids() == []


def test_a_column_can_be_left_out(qtbot: QtBot, town: Town) -> None:
    dialog, _ = wizard(qtbot, town)
    dialog.take([SAMPLES / "google-new.csv"])
    fields = {"Nickname": ""}
    dialog.preview.table.fields_changed.emit(fields)
    dialog.next.click()
    assert town.book.card(town.book.uids()[0]).nicknames == ()


def test_what_is_no_address_book_is_said_before_anything_happens(
    qtbot: QtBot, town: Town, tmp_path: Path
) -> None:
    dialog, _ = wizard(qtbot, town)
    dialog.take([tmp_path / "nothing.vcf"])
    assert dialog.steps.currentIndex() == CHOOSE
    assert "cannot read an address book" in dialog.trouble.text.text()


def test_problems_are_listed_with_file_and_line(
    qtbot: QtBot, town: Town, tmp_path: Path
) -> None:
    file = tmp_path / "a.vcf"
    file.write_text("BEGIN:VCARD\nFN:Kim\nBDAY:soon\nEND:VCARD\n", "utf-8")
    dialog, _ = wizard(qtbot, town)
    dialog.take([file])
    dialog.next.click()
    assert f"{file}:3:" in dialog.outcome.problems.toPlainText()


def test_each_of_several_files_can_be_looked_at(qtbot: QtBot, town: Town) -> None:
    wizard = ImportWizard(town.people)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.take([SAMPLES / "outlook.csv"])
    assert wizard.preview.which.isHidden()
    wizard.take([SAMPLES / "google-new.csv", SAMPLES / "outlook-german.csv"])
    headings = set()
    for at in range(wizard.preview.which.count()):
        wizard.preview.which.setCurrentIndex(at)
        wizard.preview.which.activated.emit(at)
        item = wizard.preview.table.item(1, 0)
        assert item is not None
        headings.add(item.text())
    assert len(headings) == 2


class Linking:
    """The sheet of the linked folder, with a folder to link."""

    def __init__(self, qtbot: QtBot, town: Town, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.town = folder, town
        self.sheet = LinkFolder(town.people)
        qtbot.addWidget(self.sheet)
        self.sheet.show()

    def somebody_there(self, name: str, more: str = "") -> None:
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{name}\r\nFN:{name}{more}\r\n"
        (self.folder / f"{name}.vcf").write_text(card + "END:VCARD\r\n", newline="")

    def names(self) -> set[str]:
        return {person.name for person in self.town.book.people()}


def test_a_linked_folder_brings_its_people_and_says_so(
    qtbot: QtBot, town: Town, tmp_path: Path
) -> None:
    linking = Linking(qtbot, town, tmp_path / "cards")
    linking.somebody_there("Ben")
    sheet = linking.sheet
    assert sheet.unlinked.isVisible()
    assert not sheet.look.isVisible()
    sheet.take(linking.folder)
    assert linking.names() == {"Ben"}
    assert sheet.where.text() == str(linking.folder)
    assert sheet.state.text().startswith("In step: 1 came from there")
    sheet.let_go.click()
    assert sheet.unlinked.isVisible()
    assert linking.names() == {"Ben"}
    assert (linking.folder / "Ben.vcf").exists()


def test_whom_both_sides_changed_is_asked_about(
    qtbot: QtBot, town: Town, tmp_path: Path
) -> None:
    linking = Linking(qtbot, town, tmp_path / "cards")
    linking.somebody_there("Ben")
    sheet = linking.sheet
    sheet.take(linking.folder)
    town.book.put(replace(town.book.card("Ben"), full_name="Ben Sol"))
    linking.somebody_there("Ben", " Falk")
    sheet.look.click()
    assert sheet.conflicts.isVisible()
    assert "Ben" in sheet.conflicts.text()
    theirs = sheet.settling.findChildren(QPushButton)[1]
    assert theirs.text() == "Keep those there"
    theirs.click()
    assert not sheet.conflicts.isVisible()
    assert linking.names() == {"Ben Falk"}


def test_a_folder_that_is_not_there_is_said_in_one_sentence(
    qtbot: QtBot, town: Town, tmp_path: Path
) -> None:
    sheet = Linking(qtbot, town, tmp_path / "cards").sheet
    sheet.take(tmp_path / "nowhere")
    assert "cannot link what is no folder" in sheet.trouble.text.text()
    assert sheet.unlinked.isVisible()
