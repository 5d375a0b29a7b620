"""The sessions page: what is next, the plans, and how it went."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.sessions.rig import HOUR, MIN, Rig, seen
from tests.unplug.engine.sessions.test_unplugging import evening
from tests.unplug.sessions.making import a_plan
from ui.sessions import page as page_module
from ui.window.pages import pages
from ui.wishes import NoteWish, PlansChanged, RemindersWish, SessionWish, UnplugWish
from unplug.sessions.history import Outcome
from unplug.sessions.plan import Pause, Plan, Strictness
from unplug.sessions.rhythms import IntervalPlan
from unplug.store.sessions import Felt

BREAKS = IntervalPlan(
    uid="b", name="Breaks", use=timedelta(minutes=50), off=timedelta(minutes=10)
)


def test_an_empty_page_says_what_will_be_here_and_how_to_begin(rig: Rig) -> None:
    page = rig.page
    assert page.now.line.text() == "No device-free time is planned."
    assert seen(page.plans.nothing, page)
    assert seen(page.past.nothing, page)
    assert not seen(page.plans.export, page)
    assert page.plans.nothing.action is not None
    page.plans.nothing.action.click()
    assert seen(rig.editor, page)


def test_plans_are_listed_by_when_they_come(rig: Rig) -> None:
    rig.plans.take([evening("Late", at="2026-01-01T22:00"), evening("Early")])
    rig.plans.keep(BREAKS)
    rig.show()
    assert rig.names == ["Early", "Late", "Breaks"]
    first, _, breaks = rig.page.plans.items
    assert first.says.text() == "every day, 18:00 for 2 h"
    assert first.state.text() == "next: today, 18:00 · Gentle"
    assert breaks.says.text().replace("\u00a0", " ") == "10 min off after 50 min of use"
    assert breaks.state.text() == "counts your use · Gentle"
    assert rig.page.now.line.text() == "Next: Early, 18:00"


def test_what_a_plan_is_for_and_with_whom_stands_beside_it(rig: Rig) -> None:
    rig.plans.take([a_plan(purpose="Tea", person="marta")])
    rig.show()
    assert rig.page.plans.items[0].state.text().endswith("Tea with Marta")


def test_a_plan_is_turned_off_and_on_again(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.show()
    rig.page.plans.items[0].on.click()
    assert rig.page.plans.items[0].state.text().startswith("off")
    assert not rig.page.plans.items[0].on.isChecked()
    assert rig.at.door.unplugging.coming() is None
    rig.page.plans.items[0].on.click()
    assert rig.at.door.unplugging.coming() is not None
    assert rig.wished == [PlansChanged(), PlansChanged()]


def test_removing_a_plan_can_be_taken_back(rig: Rig) -> None:
    plan = evening()
    rig.plans.take([plan])
    rig.show()
    rig.page.plans.items[0].remove.click()
    assert rig.names == []
    assert rig.offers[0].text == "Evening was removed"
    assert rig.offers[0].undo is not None
    rig.offers[0].undo()
    assert rig.at.door.unplugging.plans == (plan,)
    assert rig.names == ["Evening"]


def test_a_plan_that_was_removed_elsewhere_is_told_of_in_one_sentence(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.show()
    rig.plans.drop(evening().uid)
    rig.page.plans.items[0].edit.click()
    assert "removed meanwhile" in rig.page.trouble.text.text()
    assert rig.page.editor is None


def test_a_plan_that_rests_says_until_when(rig: Rig) -> None:
    once = a_plan(rule=None, first="2026-01-01 18:00")
    paused = Plan(
        uid="p",
        name="Paused",
        first=once.first,
        lasting=once.lasting,
        pauses=(Pause(date(2025, 12, 31), date(2026, 1, 9)),),
    )
    rig.plans.take([paused])
    rig.show()
    assert rig.page.plans.items[0].state.text().startswith("rests until")


def test_lists_are_not_built_anew_while_nothing_changes(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.show()
    item = rig.page.plans.items[0]
    rig.page.refresh()
    assert rig.page.plans.items[0] is item


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.KEPT, "kept, 25 min"),
        (Outcome.MOVED, "moved by 20 min, kept 25 min"),
        (Outcome.ENDED_EARLY, "ended early, after 25 min of 2 h"),
        (Outcome.KEPT_AWAY, "kept away from the screen, 25 min"),
        (Outcome.NATURAL, "a break of your own, 25 min"),
        (Outcome.SKIPPED, "skipped"),
        (Outcome.GAVE_WAY, "gave way to something else"),
        (Outcome.LET_PASS, "offered, and let pass"),
        (Outcome.UNSEEN, "not seen: unplug did not run"),
    ],
)
def test_every_outcome_is_said_plainly(rig: Rig, outcome: Outcome, said: str) -> None:
    rig.went(outcome)
    (item,) = rig.page.past.items
    assert item.how.text().replace("\u00a0", " ") == said
    assert item.when.text() == "Yesterday, 00:00"


def test_the_reason_for_leaving_and_what_was_waited_for_stand_there(rig: Rig) -> None:
    rig.went(Outcome.ENDED_EARLY, why="Somebody needs me")
    assert rig.page.past.items[0].how.text().endswith("· Somebody needs me")
    rig.went(Outcome.MOVED, why="call, sharing")
    assert "it waited for the end of a call" in rig.page.past.items[0].how.text()


def test_how_it_felt_is_shown_and_can_be_said_later(rig: Rig) -> None:
    rig.went(Outcome.SKIPPED, Outcome.KEPT, felt=Felt("s1", 4, "a heron"))
    kept, skipped = rig.page.past.items
    assert kept.feeling.text() == "good – a heron"
    assert not seen(kept.say, rig.page)
    assert not seen(skipped.say, rig.page)  # there was nothing to feel
    rig.went(Outcome.KEPT, Outcome.KEPT)
    later = rig.page.past.items[1]
    assert seen(later.say, rig.page)
    later.choices()[4].trigger()
    assert rig.wished == [NoteWish("s0", 5)]


def test_nothing_on_the_page_counts_streaks_or_scores(rig: Rig) -> None:
    rig.went(*[Outcome.KEPT] * 5)
    said = " ".join(item.how.text() for item in rig.page.past.items).casefold()
    assert not any(word in said for word in ("streak", "in a row", "score", "%"))


def test_a_running_session_shows_its_way_out(rig: Rig) -> None:
    rig.at.door.desk.unplug_for(timedelta(minutes=30))
    rig.show()
    now = rig.page.now
    assert now.line.text().startswith("Device-free time · 30")
    assert seen(now.need, rig.page)
    assert not seen(now.end, rig.page)
    now.need.click()
    assert rig.wished == [SessionWish("NeedComputer")]


def test_an_announced_session_can_be_answered_on_the_page(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.at.clock.advance(18 * HOUR - 4 * MIN)
    rig.at.door.look()
    rig.show()
    now = rig.page.now
    for button, name in (
        (now.begin, "Begin"),
        (now.later, "Postpone"),
        (now.not_today, "Skip"),
    ):
        assert seen(button, rig.page)
        button.click()
        assert rig.wished[-1] == SessionWish(name)
    assert now.later.text() == "In 5 min instead"


def test_the_next_one_is_skipped_and_not_skipped_after_all(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.show()
    rig.page.now.skip.click()
    assert rig.wished == [SessionWish("Skip")]
    rig.at.door.wish("Skip")
    rig.show()
    assert rig.page.now.undo_skip.text() == "Do not skip Evening"
    rig.page.now.undo_skip.click()
    assert rig.wished[-1] == SessionWish("UndoSkip")


def test_unplugging_now_offers_lengths_and_hours(rig: Rig) -> None:
    rig.page.now.menu.aboutToShow.emit()
    actions = [a for a in rig.page.now.menu.actions() if not a.isSeparator()]
    assert len(actions) == 7
    actions[0].trigger()
    assert rig.wished == [UnplugWish(length=timedelta(minutes=15))]


def test_paused_reminders_are_told_of_and_resumed(rig: Rig) -> None:
    rig.at.door.desk.pause_reminders(timedelta(hours=1))
    rig.show()
    assert "paused until" in rig.page.now.paused.text.text()
    rig.page.now.resume.click()
    assert rig.wished == [RemindersWish(None)]


def test_a_calendar_is_looked_into_before_anything_is_taken(
    rig: Rig, tmp_path: Path
) -> None:
    rig.plans.take([evening(strictness=Strictness.FIRM), evening("Other")])
    file = tmp_path / "plans.ics"
    rig.page.export(file)
    assert rig.offers[-1].text == "Written to plans.ics"
    rig.plans.drop(evening("Other").uid)
    text = file.read_text()
    bad = "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:x\r\nDTSTART:20260230T1000\r\nEND:VEVENT"
    file.write_text(text.replace("END:VCALENDAR", f"{bad}\r\nEND:VCALENDAR"))
    rig.page.look_into(file)
    view = rig.page.calendar
    assert view is not None
    assert [box.text() for box, _ in view.boxes] == ["Evening", "Other"]
    assert seen(view.problems, rig.page)
    assert view.take.text() == "Take 2 plans"
    assert len(rig.at.door.unplugging.plans) == 1
    view.boxes[0][0].click()
    assert view.take.text() == "Take 1 plan"
    view.take.click()
    assert {plan.name for plan in rig.at.door.unplugging.plans} == {"Evening", "Other"}
    assert rig.page.calendar is None
    assert seen(rig.page.lists, rig.page)


def test_a_file_that_is_no_calendar_takes_nothing(rig: Rig, tmp_path: Path) -> None:
    file = tmp_path / "rubbish.ics"
    file.write_bytes(b"\x00\xffrubbish")
    rig.page.look_into(file)
    assert rig.page.calendar is not None
    assert not rig.page.calendar.take.isEnabled()
    rig.page.calendar.cancel.click()
    rig.page.look_into(tmp_path / "missing.ics")
    assert "Cannot read the calendar" in rig.page.trouble.text.text()


def test_what_follows_use_is_named_when_a_calendar_cannot_hold_it(
    rig: Rig, tmp_path: Path
) -> None:
    rig.plans.take([evening()])
    rig.plans.keep(BREAKS)
    rig.page.export(tmp_path / "plans.ics")
    assert "without Breaks" in rig.offers[-1].text


def test_a_folder_that_takes_no_file_is_told_of(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    rig.page.export(tmp_path / "file" / "plans.ics")
    assert rig.page.trouble.text.text()
    assert rig.offers == []


def test_the_tray_and_other_pages_can_ask_for_a_plan(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.page.look_at(evening().uid)
    assert rig.editor.about.name.text() == "Evening"
    rig.page.look_at("new")
    assert rig.editor.about.name.text() == ""


@pytest.mark.parametrize("width", [340, 560, 900, 1600])
def test_everything_fits_at_any_width(rig: Rig, qtbot: QtBot, width: int) -> None:
    rig.plans.take([evening("A very long name " * 8), evening()])
    rig.went(Outcome.MOVED, Outcome.ENDED_EARLY, why="call, sharing, presenting")
    rig.page.resize(width, 900)
    QApplication.processEvents()
    fits(rig.page)
    rig.page.make_plan()
    QApplication.processEvents()
    fits(rig.page)
    assert qtbot is not None


def fits(page: QWidget) -> None:
    """Nothing that is seen reaches over the edge."""
    for part in page.findChildren(QWidget):
        if part.isVisibleTo(page) and part.parentWidget() is not None:
            left = part.mapTo(page, part.rect().topLeft()).x()
            assert left >= 0, part
            assert left + part.width() <= page.width() + 1, part


def test_every_button_and_field_has_a_name_and_takes_the_keyboard(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.went(Outcome.KEPT)
    rig.page.make_plan()
    for kind in (QAbstractButton, QComboBox, QLineEdit, QSpinBox):
        for part in rig.page.findChildren(kind):
            if part.objectName().startswith("qt_"):
                continue  # Qt's own, inside of another
            said = part.accessibleName() or getattr(part, "text", str)()
            assert said, part
            assert part.focusPolicy() & Qt.FocusPolicy.TabFocus, said


def test_the_page_is_listed_in_the_window() -> None:
    assert "sessions" in [kind.key for kind in pages()]
    assert page_module.PAST_SHOWN >= 10


def test_a_session_that_ends_while_the_page_is_open_appears_on_it(rig: Rig) -> None:
    rig.at.door.desk.unplug_for(timedelta(minutes=30))
    rig.see()
    assert rig.page.past.items == []
    rig.at.clock.advance(30 * MIN)
    rig.at.door.look()
    rig.see()
    (item,) = rig.page.past.items
    assert item.how.text().replace("\u00a0", " ") == "kept, 30 min"
    assert item.title.text() == "Device-free time"
