"""A plan while it is written: words and controls say the same."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.sessions.making import MADRID, a_plan, at, utc
from tests.unplug.sessions.test_forms import KINDS
from unplug.engine.sessions import plan_editing as edit
from unplug.engine.sessions.plan_editing import Editing, editing_of, new_plan, written
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan, kind_of
from unplug.sessions.lasting import Until
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.rhythms import IntervalPlan, ScreenHours, WindDown

TODAY = date(2026, 1, 1)  # a Thursday
WEEKEND = frozenset({5, 6})
NAMED = replace(new_plan(TODAY), name="Walk")


def words_of(editing: Editing) -> str:
    assert editing.trouble == ""
    return editing.words


def test_a_new_plan_begins_with_something_that_makes_sense() -> None:
    plan = NAMED.plan()
    assert isinstance(plan, Plan)
    assert plan.strictness is Strictness.FIRM
    assert edit.simple_weekdays(plan_draft(NAMED)) == WEEKEND


def plan_draft(editing: Editing) -> edit.Draft:
    assert editing.draft is not None
    return editing.draft


def test_words_that_are_not_understood_say_so_and_lose_nothing() -> None:
    wrong = written(NAMED, "every second blue moon", TODAY)
    assert wrong.draft is None
    assert "cannot understand these words" in wrong.trouble
    assert wrong.name == "Walk"
    with pytest.raises(UnplugError, match="cannot keep a plan without a time"):
        wrong.plan()
    assert written(wrong, "every day, 18:00 for 2 h", TODAY).trouble == ""


def test_weekdays_are_said_in_words() -> None:
    made = edit.on_weekdays(NAMED, frozenset({0, 2}), 1, TODAY)
    assert words_of(made).startswith("every Monday and Wednesday, 9:00–13:00")
    daily = edit.on_weekdays(made, frozenset(range(7)), 1, TODAY)
    assert words_of(daily) == "every day, 9:00–13:00"
    other = edit.on_weekdays(made, frozenset({0}), 2, TODAY)
    assert words_of(other).startswith("every other Monday, 9:00–13:00")


def test_no_weekday_at_all_is_no_plan() -> None:
    made = edit.on_weekdays(NAMED, frozenset(), 1, TODAY)
    assert made.draft is None
    assert "choose at least one" in made.trouble


def test_a_rule_keeps_its_end_when_its_days_change() -> None:
    ending = written(NAMED, "every Saturday, 9-13 h, until 1 March 2026", TODAY)
    made = edit.on_weekdays(ending, WEEKEND, 1, TODAY)
    assert plan_draft(made).rule is not None
    assert "until 1 March 2026" in words_of(made)


@pytest.mark.parametrize(
    ("start", "end", "later", "said"),
    [
        (time(18), time(20), 0, "18:00–20:00"),
        (time(22), time(1), 0, "22:00–1:00"),
        (time(18), time(12), 2, "from 18:00 until 12:00, 2 days later"),
    ],
)
def test_times_are_said_in_words(start: time, end: time, later: int, said: str) -> None:
    made = edit.between(NAMED, start, end, later, TODAY)
    assert said in words_of(made)
    assert edit.times_of(plan_draft(made)) == (start, end, later or int(end <= start))


def test_a_length_shows_as_the_time_at_which_it_ends() -> None:
    long = written(NAMED, "every day, 23:00 for 2 h", TODAY)
    assert edit.times_of(plan_draft(long)) == (time(23), time(1), 1)


def test_once_is_a_date() -> None:
    made = edit.once(NAMED, date(2026, 12, 24), TODAY)
    assert words_of(made) == "on 24 December 2026, 9:00–13:00"
    assert plan_draft(made).rule is None
    assert edit.simple_weekdays(plan_draft(made)) is None


def test_a_rule_that_only_calendars_can_write_is_shown_as_it_is() -> None:
    made = edit.by_rule(NAMED, "FREQ=MONTHLY;BYMONTHDAY=1,15", TODAY)
    assert plan_draft(made).rule is not None
    assert edit.simple_weekdays(plan_draft(made)) is None
    wrong = edit.by_rule(NAMED, "FREQ=HOURLY", TODAY)
    assert "use FREQ=DAILY" in wrong.trouble
    assert wrong.draft == NAMED.draft


def test_a_fixed_zone_is_said_too_and_can_be_let_go() -> None:
    made = edit.in_zone(NAMED, "Europe/Madrid", TODAY)
    assert words_of(made).endswith("in Europe/Madrid")
    assert plan_draft(edit.in_zone(made, None, TODAY)).zone is None


def test_exceptions_and_pauses_come_and_go() -> None:
    day, first, last = date(2026, 1, 3), date(2026, 2, 1), date(2026, 2, 14)
    made = edit.resting(edit.without(NAMED, [day]), first, last)
    plan = made.plan()
    assert isinstance(plan, Plan)
    assert plan.left_out == {day}
    coming = [c.start.date() for c in edit.coming(plan, utc("2026-01-01"), MADRID)]
    assert day not in coming
    assert not any(first <= each <= last for each in coming)
    (pause,) = made.pauses
    undone = edit.with_again(edit.without_pause(made, pause), day)
    assert (undone.left_out, undone.pauses) == (frozenset(), ())
    with pytest.raises(UnplugError, match="let the pause end after it starts"):
        edit.resting(NAMED, last, first)


def test_ten_times_are_shown_ahead_and_none_of_what_follows_use() -> None:
    assert len(edit.coming(NAMED.plan(), utc("2026-01-01"), MADRID)) == 10
    breaks = replace(NAMED, kind="interval").plan()
    assert edit.coming(breaks, utc("2026-01-01"), MADRID) == ()


@pytest.mark.parametrize("plan", KINDS, ids=kind_of)
def test_editing_a_plan_and_changing_nothing_keeps_it(plan: AnyPlan) -> None:
    kept = editing_of(plan, TODAY).plan()
    if isinstance(plan, Plan):
        assert isinstance(kept, Plan)
        assert kept == replace(plan, sequence=plan.sequence + 1)
    else:
        assert kept == plan


def test_what_the_editor_does_not_show_stays_as_it_is() -> None:
    plan = a_plan(extra=(at("2026-05-01 18:00"),), kept=("LOCATION:here",), shared=True)
    kept = editing_of(plan, TODAY).plan()
    assert isinstance(kept, Plan)
    assert (kept.extra, kept.kept, kept.shared) == (plan.extra, plan.kept, True)


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("interval", IntervalPlan),
        ("wind-down", WindDown),
        ("screen-hours", ScreenHours),
    ],
)
def test_a_plan_can_become_one_of_another_kind(kind: str, made: type) -> None:
    base = a_plan()
    starts, ends = edit.NIGHT if kind == "screen-hours" else edit.EVENING
    changed = replace(editing_of(base, TODAY), kind=kind, starts=starts, ends=ends)
    plan = changed.plan()
    assert isinstance(plan, made)
    assert plan.uid == base.uid


def test_a_plan_without_a_name_has_one_for_the_time_being() -> None:
    assert replace(NAMED, name="  ").plan().name == "Unnamed"


@given(
    st.frozensets(st.integers(0, 6), min_size=1),
    st.integers(1, 4),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_whatever_controls_say_the_words_bring_it_back(
    days: frozenset[int], every: int, start: time, end: time
) -> None:
    made = edit.on_weekdays(NAMED, days, every, TODAY)
    made = edit.between(made, start, end, 0, TODAY)
    again = written(NAMED, made.words, TODAY)
    assert again.trouble == ""
    draft = plan_draft(again)
    assert edit.simple_weekdays(draft) == edit.simple_weekdays(plan_draft(made)) == days
    assert isinstance(draft.lasting, Until)
    assert edit.times_of(draft) == edit.times_of(plan_draft(made))
