"""Device-free sessions in the tray: what is said of them, and what can be asked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.fakes import NOON, a_session, a_snapshot
from tests.ui.tray.test_menu import visible
from ui.tray.session_menu import SessionMenu
from ui.wishes import PauseLength, RemindersWish, SessionWish, UnplugWish
from unplug.engine.snapshot import Coming, SessionNow, Snapshot

pytestmark = pytest.mark.usefixtures("qtbot")
EVENING = Coming("Evening off", NOON.replace(hour=18), NOON.replace(hour=20))
ALWAYS = ["Unplug now", "Pause reminders"]


class Shown:
    """The area in a menu of its own."""

    def __init__(
        self, snapshot: Snapshot | None = None, *, drawn_by_panel: bool = False
    ) -> None:
        self.menu = QMenu()
        self.area = SessionMenu()
        self.area.add_to(self.menu)
        now = snapshot or a_snapshot()
        self.area.render(now, drawn_by_panel=drawn_by_panel)

    @property
    def lines(self) -> list[str]:
        return visible(self.menu.actions())


def during(session: SessionNow, coming: Coming | None = None) -> Shown:
    return Shown(replace(a_snapshot(), session=session, coming=coming))


def test_with_nothing_planned_it_offers_to_unplug_and_no_more() -> None:
    assert Shown().lines == ALWAYS


def test_what_comes_next_is_named_and_can_be_skipped() -> None:
    shown = Shown(replace(a_snapshot(), coming=EVENING))
    assert shown.lines == ["Next: Evening off, 18:00", "Skip Evening off", *ALWAYS]


@pytest.mark.parametrize(
    ("days", "when"),
    [(1, "tomorrow, 18:00"), (3, "Thursday, 18:00"), (9, "14 01 2026, 18:00")],
)
def test_a_later_day_is_named_as_people_do(days: int, when: str) -> None:
    start = EVENING.start + timedelta(days=days)
    coming = Coming("Evening off", start, start + timedelta(hours=2))
    lines = Shown(replace(a_snapshot(), coming=coming)).lines
    assert lines[0] == f"Next: Evening off, {when}"
    assert "Skip Evening off" not in lines  # it is more than a day away


def test_an_announced_session_can_be_answered_here_too() -> None:
    session = a_session("announced", due_min=3.5, later_min=5)
    assert during(session, EVENING).lines == [
        *("Evening off · in 4 min", "Begin now", "In 5 min instead", "Not today"),
        *ALWAYS,
    ]


def test_it_says_what_a_session_waits_for() -> None:
    session = a_session("waiting", why=("call", "sharing"))
    first, *_ = during(session).lines
    assert "you are in a call" in first
    assert "you share your screen" in first


def test_a_session_that_waits_for_nothing_comes_in_a_moment() -> None:
    assert during(a_session("due")).lines[0] == "Evening off · in a moment"


def test_a_running_session_shows_its_end_and_a_way_out() -> None:
    gentle, firm = (
        during(a_session(strictness=strictness)).lines
        for strictness in ("gentle", "firm")
    )
    assert gentle[0] == "Evening off · 24 min left, until 12:24"
    assert gentle[1:] == ["End it", *ALWAYS]
    assert firm[1:] == ["I need my computer", *ALWAYS]


def test_what_is_left_of_a_session_is_offered() -> None:
    lines = during(a_session("offered")).lines
    assert lines[:2] == ["Evening off · 24 min left, if you like", "Begin now"]


def test_a_session_without_a_name_is_device_free_time() -> None:
    assert during(a_session(title="")).lines[0].startswith("Device-free time · 24 min")


def test_a_skip_can_be_undone_while_it_could_still_come() -> None:
    shown = Shown(replace(a_snapshot(), skipped="Evening off"))
    assert shown.lines == ["Do not skip Evening off", *ALWAYS]


def test_paused_reminders_say_until_when_and_can_be_resumed() -> None:
    until = NOON + timedelta(hours=1)
    shown = Shown(replace(a_snapshot(), reminders_paused_until=until))
    assert shown.lines == ["Unplug now", "Resume reminders (paused until 13:00)"]


def test_a_name_is_shown_as_it_is_written() -> None:
    coming = replace(EVENING, plan="Tea & my_book")
    snapshot = replace(a_snapshot(), coming=coming)
    by_qt, by_panel = (Shown(snapshot, drawn_by_panel=on) for on in (False, True))
    assert by_qt.area.next.text().startswith("Next: Tea && my_book,")
    assert by_panel.area.next.text().startswith("Next: Tea && my__book,")


def test_every_line_asks_for_what_it_says(qtbot: QtBot) -> None:
    shown = Shown()
    area = shown.area
    for action, name in (
        (area.begin, "Begin"),
        (area.later, "Postpone"),
        (area.not_today, "Skip"),
        (area.end, "EndEarly"),
        (area.need, "NeedComputer"),
        (area.skip, "Skip"),
        (area.undo_skip, "UndoSkip"),
    ):
        with qtbot.waitSignal(area.wished) as asked:
            action.trigger()
        assert asked.args == [SessionWish(name)]
    for action in (area.now, area.next):
        with qtbot.waitSignal(area.page_requested):
            action.trigger()


def test_unplugging_now_offers_lengths_and_the_next_full_hours(qtbot: QtBot) -> None:
    shown = Shown()
    area = shown.area
    assert visible(area.unplug.actions()) == [
        *("For 15 min", "For 30 min", "For 1 h"),
        *("Until 13:00", "Until 14:00", "Until 15:00", "Until 16:00"),
    ]
    with qtbot.waitSignal(area.unplug_requested) as asked:
        area.lengths[1].trigger()
    assert asked.args == [UnplugWish(length=timedelta(minutes=30))]
    with qtbot.waitSignal(area.unplug_requested) as asked:
        area.until[0].trigger()
    assert asked.args == [UnplugWish(until=NOON + timedelta(hours=1))]


def test_an_hour_that_has_almost_come_is_left_out() -> None:
    late = replace(a_snapshot(), at=NOON.replace(minute=52))
    shown = Shown(late)
    assert visible(shown.area.unplug.actions())[3] == "Until 14:00"


def test_pausing_reminders_asks_for_its_length_and_resuming_for_none(
    qtbot: QtBot,
) -> None:
    shown = Shown()
    area = shown.area
    for action, length in zip(area.reminders.actions(), PauseLength, strict=True):
        with qtbot.waitSignal(area.reminders_requested) as asked:
            action.trigger()
        assert asked.args == [RemindersWish(length)]
    with qtbot.waitSignal(area.reminders_requested) as asked:
        area.resume.trigger()
    assert asked.args == [RemindersWish(None)]


def test_a_wish_to_unplug_has_a_length_or_an_end() -> None:
    with pytest.raises(ValueError, match="a length or an end"):
        UnplugWish()
    with pytest.raises(ValueError, match="a length or an end"):
        UnplugWish(length=timedelta(minutes=1), until=NOON)
