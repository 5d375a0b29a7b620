"""Naming a calendar and a home among the settings."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeElsewhere, FakeTracker, a_snapshot, surroundings
from ui.window.elsewhere_card import ElsewhereCard
from ui.window.settings import SettingsPage

URL = "https://cloud.example.org/dav/ana/trips/"
BROKER = "mqtt://ana@homeassistant.local"
BOTH = pytest.mark.parametrize("name", ["calendar", "home"])


@pytest.fixture
def tracker() -> FakeTracker:
    return FakeTracker()


@pytest.fixture
def page(qtbot: QtBot, tracker: FakeTracker) -> SettingsPage:
    page = SettingsPage(surroundings(tracker))
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.refresh()
    page.show()
    return page


def elsewhere(tracker: FakeTracker, name: str) -> FakeElsewhere:
    return tracker.home if name == "home" else tracker.trips.calendar


def card_of(page: SettingsPage, name: str) -> ElsewhereCard:
    return page.elsewhere[name]


@BOTH
def test_nothing_is_used_until_it_is_set_up(page: SettingsPage, name: str) -> None:
    card = card_of(page, name)
    assert card.change.text() == "Set it up…"
    for part in (card.form, card.place, card.wrong, card.off, card.now):
        assert part.isHidden()


def test_a_calendar_is_named_with_its_password(
    tracker: FakeTracker, page: SettingsPage
) -> None:
    card, server = card_of(page, "calendar"), tracker.trips.calendar
    card.change.click()
    assert card.password.echoMode() == QLineEdit.EchoMode.Password
    for row, said in zip(card.rows, (URL, "ana", "secret"), strict=True):
        assert isinstance(row.field, QLineEdit)
        assert row.field.accessibleName()
        row.field.setText(said)
    server.told |= {"done": False}
    card.try_it.click()
    assert server.asked == [
        {
            "do": "trip.calendar",
            "how": "set",
            "url": URL,
            "user": "ana",
            "password": "secret",
        }
    ]
    assert card.went.text() == "Being tried…"
    assert not card.try_it.isEnabled()
    server.told |= {
        "done": True,
        "url": URL,
        "last_succeeded": "2026-01-01T14:05:00+00:00",
    }
    page.render_snapshot(a_snapshot())  # it ended beside the loop
    assert card.form.isHidden()
    assert card.password.text() == ""
    assert card.place.text() == URL
    assert card.went.text().startswith("Last succeeded: ")
    assert card.change.text() == "Change…"
    assert page.focusWidget() is card.change


def test_a_home_is_named_with_its_password(
    tracker: FakeTracker, page: SettingsPage
) -> None:
    card = card_of(page, "home")
    card.change.click()
    for row, said in zip(card.rows, (BROKER, "secret"), strict=True):
        assert isinstance(row.field, QLineEdit)
        row.field.setText(said)
    card.rows[-1].field.returnPressed.emit()
    [asked] = tracker.home.asked
    assert asked == {"do": "home.set", "url": BROKER, "password": "secret"}


@BOTH
def test_what_does_not_work_is_said_where_it_was_filled_in(
    tracker: FakeTracker, page: SettingsPage, name: str
) -> None:
    card, server = card_of(page, name), elsewhere(tracker, name)
    card.change.click()
    server.refused = "not the address of a calendar"
    card.try_it.click()
    assert card.wrong.text.text() == "Not the address of a calendar."
    server.refused = ""
    server.told |= {"done": False}
    card.try_it.click()
    server.told |= {"done": True, "error": "it refuses: cloud — check the password"}
    page.render_snapshot(a_snapshot())
    assert card.wrong.text.text() == "It refuses: cloud — check the password."
    assert not card.form.isHidden()
    assert card.try_it.isEnabled()


@BOTH
def test_it_is_tried_again_and_switched_off_by_a_press(
    tracker: FakeTracker, page: SettingsPage, name: str
) -> None:
    card, server = card_of(page, name), elsewhere(tracker, name)
    server.told |= {"url": URL, "broker": BROKER}
    page.refresh()
    card.now.click()
    server.told |= {"url": "", "broker": "", "note": "a window stays there"}
    card.off.click()
    said = [a.get("how") or str(a["do"]).removeprefix("home.") for a in server.asked]
    assert said == ["now", "off"]
    assert card.noted.text.text() == "A window stays there."
    assert card.change.text() == "Set it up…"


def test_both_are_found_by_what_they_say(page: SettingsPage) -> None:
    page.search_for("phone")
    assert card_of(page, "calendar").isVisible()
    assert card_of(page, "home").isHidden()
    page.search_for("home assistant")
    assert card_of(page, "home").isVisible()


def test_only_what_is_found_has_a_line_above_it(page: SettingsPage) -> None:
    page.search_for("microphone")
    shown = {key for key, line in page.lines.items() if line.isVisible()}
    assert shown == {"sessions.wait_for_microphone"}
