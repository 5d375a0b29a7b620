"""People in the tray: a meeting to log, and who celebrates today."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.fakes import a_snapshot
from tests.ui.tray.test_menu import visible
from ui.tray.people_menu import PeopleMenu
from unplug.engine.snapshot import Celebrated

pytestmark = pytest.mark.usefixtures("qtbot")
ANNA, BEN = Celebrated("a", "Anna", years=36), Celebrated("b", "Ben")
JO = Celebrated("j", "Jo", is_birthday=False, years=10, label="wedding")


def shown(*them: Celebrated) -> tuple[PeopleMenu, list[str]]:
    menu, area = QMenu(), PeopleMenu()
    area.add_to(menu)
    area.render(replace(a_snapshot(), celebrated=them), drawn_by_panel=False)
    lines = visible(menu.actions())
    area.setParent(menu)
    return area, lines


def test_on_an_ordinary_day_there_is_a_meeting_to_log() -> None:
    assert shown()[1] == ["Log a meeting…"]


@pytest.mark.parametrize(
    ("them", "said"),
    [
        ((ANNA,), "Anna turns 36 today"),
        ((BEN,), "Ben has a birthday today"),
        ((JO,), "Jo: wedding, 10 years today"),
        ((replace(JO, years=None, label=""),), "Jo: anniversary today"),
        (
            (ANNA, BEN, JO, BEN, BEN),
            (
                "Anna turns 36 today · Ben has a birthday today · "
                "Jo: wedding, 10 years today · 2 more"
            ),
        ),
    ],
)
def test_who_celebrates_is_named(them: tuple[Celebrated, ...], said: str) -> None:
    assert shown(*them)[1] == [said, "Log a meeting…"]
