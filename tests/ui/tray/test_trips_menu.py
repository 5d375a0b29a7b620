"""The trip that comes next in the tray."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.fakes import NOON, a_snapshot
from tests.ui.tray.test_menu import visible
from ui.tray.trips_menu import TripsMenu
from unplug.engine.snapshot import TripNow

pytestmark = pytest.mark.usefixtures("qtbot")
START = NOON + timedelta(hours=6)


def lines(trip: TripNow | None) -> list[str]:
    menu, area = QMenu(), TripsMenu()
    area.add_to(menu)
    area.render(replace(a_snapshot(), trip=trip), drawn_by_panel=False)
    return visible(menu.actions())


def a_trip(stage: str, *, answered: bool = False) -> TripNow:
    end = START + timedelta(days=2)
    return TripNow("aa", "By the lake", stage, START, end, answered)


def test_without_a_trip_there_is_nothing() -> None:
    assert lines(None) == []


def test_a_window_is_named_and_asks_until_it_is_answered() -> None:
    named = "By the lake · offline together 18:00"
    assert lines(a_trip("agreed")) == [named, "Do you take part?…"]
    assert lines(a_trip("agreed", answered=True)) == [named]


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("planning", "By the lake · no time is set yet"),
        ("asking", "By the lake · waiting to be let in"),
        ("together", "By the lake · together until Wednesday, 18:00"),
        ("after", "By the lake · look back together"),
    ],
)
def test_each_stage_has_its_line(stage: str, said: str) -> None:
    assert lines(a_trip(stage)) == [said]
