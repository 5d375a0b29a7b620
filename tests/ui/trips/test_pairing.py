"""A trip on two computers of one person, by the windows alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.trips.test_page import Desk, Open, begin, desks
from ui.trips.pairing import PairSheet, TakeUpSheet
from ui.window.asking import SureDialog

__all__ = ["desks"]


def saves(desk: Desk, file: Path) -> PairSheet:
    desk.presses("On another computer…")
    sheet = desk.page.sheets["pair"]
    assert isinstance(sheet, PairSheet)
    sheet.write(str(file))
    return sheet


def takes_up(desk: Desk, file: Path, words: str) -> None:
    desk.presses("From my other computer")
    sheet = desk.page.sheets["take-up"]
    assert isinstance(sheet, TakeUpSheet)
    sheet.file.path.setText(str(file))
    sheet.words.setText(words)
    desk.presses("Go on here")


@pytest.mark.usefixtures("qtbot")
def test_a_file_and_six_words_bring_a_trip_to_another_computer(
    desks: Open, tmp_path: Path
) -> None:
    ana, laptop = desks("Ana"), desks("Laptop")
    begin(ana)
    file = tmp_path / "trip.unplug-device"
    sheet = saves(ana, file)
    words = sheet.words.text()
    assert len(words.split(" · ")) == 6
    assert "Whoever has both the file and the words is you in this trip" in ana.says()
    assert "Another computer (" in ana.says()
    assert "not heard of yet" in ana.says()

    takes_up(laptop, file, words)
    assert laptop.page.title.text() == "By the lake"
    assert "On 2 computers of yours; you count once." in laptop.says()
    laptop.house.asks("list-change", how="add", text="a rope")
    (tmp_path / "shared").mkdir()
    ana.meets(tmp_path / "shared", laptop)
    ana.page.open_sheet("pair")
    assert "not heard of yet" not in ana.says()
    assert words not in ana.says()
    assert len(ana.house.asks("show")["members"]) == 1


@pytest.mark.usefixtures("qtbot")
def test_wrong_words_are_said_and_what_was_typed_stays(
    desks: Open, tmp_path: Path
) -> None:
    ana, laptop = desks("Ana"), desks("Laptop")
    begin(ana)
    file = tmp_path / "trip.unplug-device"
    words = saves(ana, file).words.text().split(" · ")
    takes_up(laptop, file, " ".join(words[1:]))
    assert "Cannot read the words: there are 5 of 6" in laptop.says()
    sheet = laptop.page.sheets["take-up"]
    assert isinstance(sheet, TakeUpSheet)
    assert sheet.words.text() == " ".join(words[1:])


def test_a_computer_is_taken_out_only_after_a_yes(
    desks: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    ana = desks("Ana")
    begin(ana)
    saves(ana, tmp_path / "trip.unplug-device")
    for answer in ("Leave it in", "Take it out"):
        ana.presses("Take out")
        [dialog] = [w for w in QApplication.topLevelWidgets() if _asks(w)]
        assert isinstance(dialog, SureDialog)
        button = dialog.yes if answer == dialog.yes.text() else dialog.no
        assert button.text() == answer
        gone = dialog.destroyed
        with qtbot.waitSignal(gone):
            button.click()
    assert len(ana.house.asks("show")["devices"]) == 1
    assert "Another computer" not in ana.says()


def _asks(widget: object) -> bool:
    return isinstance(widget, SureDialog) and widget.isVisible()
