"""Contacts as sessions name them, out of the real address book."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from ui.app_sessions import furnish
from ui.sessions.people import Contacts
from ui.stage import ScreenStage
from unplug.engine.app import App
from unplug.errors import UnplugError
from unplug.people.contact import Contact


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    with App(tmp_path / "data", FakeClock()) as made:
        for uid, name in (("m", "Marta"), ("a", "Anna")):
            made.people.book.put(Contact(uid=uid, full_name=name))
        yield made


class Unreadable:
    """An app whose disk is gone."""

    @property
    def people(self) -> object:
        raise UnplugError(*("cannot read people", "disk", "try again"))


def test_everybody_is_named_in_order(app: App) -> None:
    assert [name for _, name in Contacts(app).names()] == ["Anna", "Marta"]


def test_somebody_is_named_by_uid_and_nobody_by_none(app: App) -> None:
    names = Contacts(app)
    assert names.name_of("m") == "Marta"
    assert names.name_of("nobody") == ""


def test_without_a_disk_there_is_nobody_and_nothing_breaks() -> None:
    assert Contacts(Unreadable()).names() == ()
    assert Contacts(Unreadable()).name_of("m") == ""


@pytest.mark.usefixtures("qtbot")
def test_the_stage_knows_names_and_how_the_person_reads(app: App) -> None:
    stage = ScreenStage(FakeClock())
    furnish(stage, app)
    assert stage.name_of("m") == "Marta"
    assert stage.reading == app.preferences.settings.reading
    app.choices.change("reading.text_percent", 150)
    assert stage.reading.text_percent == 150
