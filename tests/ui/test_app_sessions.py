"""Wishes of the tray's menu, on their way to whoever grants them."""

from datetime import timedelta

import pytest

from tests.ui.fakes import NOON, FakeSessions
from ui.app_sessions import SessionWishes
from ui.tray.menu import TrayMenu
from ui.wishes import NoteWish, PauseLength, RemindersWish, SessionWish, UnplugWish
from unplug.errors import UnplugError

pytestmark = pytest.mark.usefixtures("qtbot")


class Rig:
    """Wishes on fakes."""

    def __init__(self) -> None:
        self.sessions = FakeSessions()
        self.shown = 0
        self.wishes = SessionWishes(self.sessions, self._changed)

    def _changed(self) -> None:
        self.shown += 1


def test_a_wish_is_passed_on_and_shown_at_once() -> None:
    rig = Rig()
    rig.wishes.grant(SessionWish("Postpone", (300_000,)))
    assert rig.sessions.wished == [("Postpone", 300_000)]
    assert rig.shown == 1


def test_unplugging_now_goes_by_length_or_by_the_clock() -> None:
    rig = Rig()
    rig.wishes.unplug(UnplugWish(length=timedelta(minutes=15)))
    rig.wishes.unplug(UnplugWish(until=NOON))
    assert rig.sessions.desk.asked == [
        ("unplug for", timedelta(minutes=15)),
        ("unplug until", NOON),
    ]


def test_each_pause_of_reminders_ends_by_itself_or_is_resumed() -> None:
    rig = Rig()
    for length in (*PauseLength, None):
        rig.wishes.remind(RemindersWish(length))
    assert rig.sessions.desk.asked == [
        ("pause reminders", timedelta(minutes=15)),
        ("pause reminders", timedelta(hours=1)),
        ("pause reminders until tomorrow",),
    ]
    assert rig.sessions.wished == [("ResumeReminders",)]
    assert rig.shown == 4


def test_a_word_to_remember_a_session_by_is_kept() -> None:
    rig = Rig()
    rig.wishes.note(NoteWish("s", 4, "a heron"))
    assert rig.sessions.desk.asked == [("remember", "s", 4, "a heron")]


def test_what_is_refused_is_shown_and_told() -> None:
    rig = Rig()
    rig.sessions.desk.refuses = True
    with pytest.raises(UnplugError):
        rig.wishes.unplug(UnplugWish(length=timedelta(minutes=15)))
    assert rig.shown == 1


def test_the_menus_wishes_arrive() -> None:
    rig, menu = Rig(), TrayMenu()
    rig.wishes.connect_menu(menu.sessions)
    menu.sessions.lengths[0].trigger()
    menu.sessions.resume.trigger()
    menu.sessions.need.trigger()
    assert rig.sessions.desk.asked == [("unplug for", timedelta(minutes=15))]
    assert rig.sessions.wished == [("ResumeReminders",), ("NeedComputer",)]
