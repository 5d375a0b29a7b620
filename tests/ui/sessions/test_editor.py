"""The plan editor: every control says what the sentence says."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from tests.ui.sessions.rig import Rig, seen
from tests.unplug.engine.sessions.test_unplugging import evening
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.rhythms import IntervalPlan, ScreenHours, WindDown


@pytest.fixture
def new(rig: Rig) -> Rig:
    rig.page.make_plan()
    return rig


def only_plan(rig: Rig) -> object:
    (plan,) = rig.at.door.unplugging.plans
    return plan


def name_it(rig: Rig, name: str = "Walk") -> None:
    rig.editor.about.name.setText(name)
    rig.editor.about.name.textEdited.emit(name)


def write(rig: Rig, words: str) -> None:
    rig.editor.calendar.words.setText(words)
    rig.editor.calendar.words.textEdited.emit(words)


def choose(part: object, value: object) -> None:
    """Choose as a person does."""
    part.setCurrentIndex(part.findData(value))  # type: ignore[attr-defined]
    part.activated.emit(part.currentIndex())  # type: ignore[attr-defined]


def test_a_sentence_is_understood_while_it_is_written(new: Rig, qtbot: QtBot) -> None:
    field = new.editor.calendar.words
    field.clear()
    qtbot.keyClicks(field, "every Monday, 18-20 h")
    calendar = new.editor.calendar
    assert calendar.weekdays.chosen == {0}
    assert calendar.times.times.start == time(18)
    assert new.editor.preview.texts()[0] == "Mon 5 Jan, 18:00–20:00"
    assert len(new.editor.preview.texts()) == 10
    assert field.text() == "every Monday, 18-20 h"  # as it was written


def test_what_is_not_understood_is_said_beside_the_field(new: Rig) -> None:
    write(new, "every second blue moon")
    hint = new.editor.calendar.sentence.hint
    assert hint.text().startswith("Cannot understand these words:")
    assert new.editor.preview.texts() == []
    name_it(new)
    new.editor.keep.click()
    assert seen(new.editor.trouble, new.page)
    assert new.at.door.unplugging.plans == ()
    write(new, "every day, 18:00 for 2 h")
    assert hint.text().startswith("In your own words")
    assert not seen(new.editor.trouble, new.page)


def test_weekday_buttons_change_the_sentence(new: Rig) -> None:
    calendar = new.editor.calendar
    calendar.weekdays.buttons[0].click()
    assert calendar.words.text().startswith("every Monday, Saturday and Sunday")
    for day in (0, 5, 6):
        calendar.weekdays.buttons[day].click()
    assert "choose at least one" in calendar.sentence.hint.text()


def test_times_and_the_later_day_change_the_sentence(new: Rig) -> None:
    times = new.editor.calendar.times
    times.start.setTime(QTime(18, 30))
    assert "18:30" in new.editor.calendar.words.text()
    times.end.setTime(QTime(1, 0))
    assert times.times.days_later == 1
    choose(times.later, 2)
    assert times.times.days_later == 2
    assert "until" in new.editor.calendar.words.text()


def test_repeats_change_the_sentence(new: Rig) -> None:
    calendar = new.editor.calendar
    choose(calendar.repeats, 2)
    assert calendar.words.text().startswith("every other week on Saturday and Sunday")
    choose(calendar.repeats, "once")
    assert seen(calendar.day, new.page)
    assert not seen(calendar.weekdays, new.page)
    calendar.day.setDate(QDate(2026, 12, 24))
    assert calendar.words.text().startswith("on 24 December 2026")
    choose(calendar.repeats, 1)
    assert seen(calendar.weekdays, new.page)


def test_a_sentence_beyond_the_buttons_says_so(new: Rig) -> None:
    write(new, "on the first Monday of the month, 18-20 h")
    calendar = new.editor.calendar
    assert seen(calendar.only_words, new.page)
    assert calendar.repeats.currentText() == "as I wrote it"
    write(new, "every Monday, 18-20 h")
    assert not seen(calendar.only_words, new.page)
    assert calendar.repeats.findData("other") < 0


def test_the_rule_stands_behind_advanced(new: Rig) -> None:
    calendar = new.editor.calendar
    assert not seen(calendar.rule, new.page)
    calendar.advanced.click()
    assert seen(calendar.rule, new.page)
    assert calendar.rule.text() == "FREQ=WEEKLY;BYDAY=SA,SU"
    calendar.rule.setText("FREQ=MONTHLY;BYMONTHDAY=1")
    calendar.rule.textEdited.emit("FREQ=MONTHLY;BYMONTHDAY=1")
    assert "month" in calendar.words.text()
    calendar.rule.textEdited.emit("FREQ=HOURLY")
    assert "FREQ=DAILY" in calendar.sentence.hint.text()


def test_a_fixed_place_is_chosen_by_its_zone(new: Rig) -> None:
    calendar = new.editor.calendar
    assert not seen(calendar.place, new.page)
    calendar.zone.choose("fixed")
    calendar.zone.chosen.emit("fixed")
    calendar.place.setCurrentText("Europe/Madrid")
    calendar.place.activated.emit(calendar.place.currentIndex())
    assert seen(calendar.place, new.page)
    assert calendar.words.text().endswith("in Europe/Madrid")


def test_one_time_is_left_out_and_taken_back(new: Rig) -> None:
    first = new.editor.preview.texts()[0]
    new.editor.preview.lines[0].leave.click()
    assert first not in new.editor.preview.texts()
    (chip,) = new.editor.exceptions.buttons()
    assert chip.text().startswith("not on Sat 3 Jan")
    chip.click()
    assert new.editor.preview.texts()[0] == first


def test_a_pause_is_added_and_taken_back(new: Rig) -> None:
    exceptions = new.editor.exceptions
    exceptions.first.setDate(QDate(2026, 1, 1))
    exceptions.last.setDate(QDate(2026, 1, 31))
    exceptions.add_pause.click()
    assert new.editor.preview.texts()[0].startswith("Sun 1 Feb")
    (chip,) = exceptions.buttons()
    assert chip.text().startswith("rests Thu 1 Jan – Sat 31 Jan")
    chip.click()
    assert new.editor.preview.texts()[0].startswith("Sat 3 Jan")


def test_a_pause_that_ends_before_it_starts_is_refused_beside_it(new: Rig) -> None:
    exceptions = new.editor.exceptions
    exceptions.last.setDate(QDate(2025, 12, 1))
    exceptions.add_pause.click()
    assert "let the pause end after it starts" in exceptions.pause_row.hint.text()
    assert exceptions.buttons() == []


def test_a_plan_is_kept_as_it_was_written(new: Rig) -> None:
    name_it(new)
    about = new.editor.about
    about.purpose.setText("a walk along the river")
    about.purpose.textEdited.emit(about.purpose.text())
    choose(about.person, "marta")
    new.editor.strictness.choice.choose("gentle")
    new.editor.strictness.choice.chosen.emit("gentle")
    write(new, "every Monday, 18-20 h")
    new.editor.keep.click()
    plan = only_plan(new)
    assert isinstance(plan, Plan)
    assert (plan.name, plan.purpose, plan.person) == (
        "Walk",
        "a walk along the river",
        "marta",
    )
    assert plan.strictness is Strictness.GENTLE
    assert plan.rule is not None
    assert new.page.editor is None
    assert new.names == ["Walk"]


def test_without_a_name_it_asks_for_one_beside_the_field(new: Rig) -> None:
    new.editor.keep.click()
    assert new.editor.about.name_row.hint.text() == "Say what it is called."
    assert new.at.door.unplugging.plans == ()
    name_it(new)
    new.editor.keep.click()
    assert new.names == ["Walk"]


def test_two_plans_of_one_name_are_refused_beside_the_field(rig: Rig) -> None:
    rig.plans.take([evening("Walk")])
    rig.page.make_plan()
    name_it(rig, "walk")
    rig.editor.keep.click()
    assert "of that name already" in rig.editor.about.name_row.hint.text()
    assert len(rig.at.door.unplugging.plans) == 1


def test_a_plan_is_changed_in_place(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.show()
    rig.page.plans.items[0].edit.click()
    assert rig.page.title.text() == "Edit plan"
    assert rig.editor.calendar.words.text() == "every day, 18:00 for 2 h"
    write(rig, "every day, 19:00 for 1 h")
    rig.editor.keep.click()
    plan = only_plan(rig)
    assert isinstance(plan, Plan)
    assert plan.uid == evening().uid
    assert plan.first.hour == 19


def test_cancelling_changes_nothing(rig: Rig) -> None:
    rig.plans.take([evening()])
    rig.show()
    rig.page.plans.items[0].edit.click()
    write(rig, "every day, 19:00 for 1 h")
    rig.editor.cancel.click()
    assert only_plan(rig) == evening()
    assert rig.page.title.text() == "Device-free time"
    assert seen(rig.page.new, rig.page)


def pick_kind(rig: Rig, kind: str) -> None:
    rig.editor.kind.choose(kind)
    rig.editor.kind.chosen.emit(kind)


def test_an_interval_plan_follows_use(new: Rig) -> None:
    pick_kind(new, "interval")
    interval = new.editor.interval
    assert seen(interval, new.page)
    assert not seen(new.editor.exceptions, new.page)
    assert not interval.every.isEnabled()
    interval.use.setValue(45)
    interval.off.setValue(5)
    interval.longer.click()
    interval.every.setValue(3)
    interval.long_off.setValue(20)
    name_it(new, "Breaks")
    new.editor.keep.click()
    plan = only_plan(new)
    assert isinstance(plan, IntervalPlan)
    assert (plan.use.seconds, plan.off.seconds) == (45 * 60, 5 * 60)
    assert plan.long_off is not None
    assert (plan.long_every, plan.long_off.seconds) == (3, 20 * 60)


def test_a_long_break_that_is_shorter_is_refused_in_a_sentence(new: Rig) -> None:
    pick_kind(new, "interval")
    new.editor.interval.longer.click()
    new.editor.interval.long_off.setValue(5)
    assert "a long break is longer" in new.editor.preview.nothing.text()
    name_it(new, "Breaks")
    new.editor.keep.click()
    assert new.at.door.unplugging.plans == ()


def test_a_wind_down_has_evenings_and_a_bed_time(new: Rig) -> None:
    pick_kind(new, "wind-down")
    evening_fields = new.editor.evening
    evening_fields.times.start.setTime(QTime(20, 30))
    evening_fields.times.end.setTime(QTime(22, 0))
    evening_fields.weekdays.buttons[5].click()
    assert new.editor.preview.texts()[0].endswith("20:30–22:00")
    name_it(new, "Quiet")
    new.editor.keep.click()
    plan = only_plan(new)
    assert isinstance(plan, WindDown)
    assert (plan.starts, plan.bed) == (time(20, 30), time(22))
    assert plan.weekdays == {0, 1, 2, 3, 4, 6}


def test_nights_have_a_last_and_a_first_hour(new: Rig) -> None:
    pick_kind(new, "screen-hours")
    assert new.editor.preview.texts()[0] == "Thu 1 Jan, 22:00–07:00"
    name_it(new, "Nights")
    new.editor.keep.click()
    plan = only_plan(new)
    assert isinstance(plan, ScreenHours)
    assert (plan.last, plan.first) == (time(22), time(7))


def test_no_evening_at_all_is_refused_in_a_sentence(new: Rig) -> None:
    pick_kind(new, "wind-down")
    for button in new.editor.evening.weekdays.buttons.values():
        button.click()
    assert "choose at least one day" in new.editor.preview.nothing.text()


def test_what_each_strictness_means_is_said_plainly(new: Rig) -> None:
    fields = new.editor.strictness
    for name in ("gentle", "firm", "promise"):
        fields.choice.choose(name)
        fields.choice.chosen.emit(name)
        assert fields.means.text()
    assert "cannot lock this computer" in fields.means.text()


def test_somebody_who_is_no_contact_any_more_stays(rig: Rig) -> None:
    rig.plans.take([replace(evening(), person="gone")])
    rig.page.edit_plan(evening().uid)
    assert rig.editor.about.person.currentText() == "somebody"
    rig.editor.keep.click()
    plan = only_plan(rig)
    assert isinstance(plan, Plan)
    assert plan.person == "gone"


def test_a_plan_rests_on_the_public_holidays_of_a_country(rig: Rig) -> None:
    rig.plans._country = lambda: "ES"
    rig.page.make_plan()
    holidays = rig.editor.exceptions.holidays
    assert holidays.text() == "Not on public holidays (ES)"
    assert not holidays.isChecked()
    holidays.click()
    name_it(rig)
    rig.editor.keep.click()
    plan = only_plan(rig)
    assert isinstance(plan, Plan)
    assert plan.holidays_of == "ES"
    rig.page.edit_plan(plan.uid)
    rig.editor.exceptions.holidays.click()
    rig.editor.keep.click()
    plan = only_plan(rig)
    assert isinstance(plan, Plan)
    assert plan.holidays_of is None


def test_where_nobody_knows_the_country_holidays_are_not_offered(new: Rig) -> None:
    assert not seen(new.editor.exceptions.holidays, new.page)
