from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.suggest.making import CALM, DAY, MADRID, NOW, asked, inputs
from unplug.suggest.asking import Answer, Asking, Question
from unplug.suggest.inputs import (
    Asked,
    Break,
    Breakpoint,
    Busy,
    Inputs,
    Limit,
    Usage,
    Wishes,
)
from unplug.suggest.policy import Silence, Suggestion, decide
from unplug.suggest.weekly import EVERY_DAY, WORKDAYS, Weekly, covered
from unplug.suggest.when import Reason, refusals, skip_days

HOUR = timedelta(hours=1)


def reasons(given: Inputs) -> list[Reason]:
    return [refusal.reason for refusal in refusals(given)]


def test_nothing_speaks_against_a_good_moment() -> None:
    assert reasons(inputs()) == []


def test_a_usual_day_stays_silent() -> None:
    assert reasons(inputs(usage=CALM)) == [Reason.USUAL]


@pytest.mark.parametrize("busy", list(Busy))
def test_whoever_is_busy_is_not_spoken_to(busy: Busy) -> None:
    assert reasons(inputs(busy=frozenset({busy}))) == [Reason.BUSY]


def test_quiet_hours_are_quiet() -> None:
    quiet = Wishes(quiet=(Weekly((1,), 18 * 60, 19 * 60),))
    assert reasons(inputs(wishes=quiet)) == [Reason.QUIET_HOURS]
    assert reasons(inputs(wishes=quiet, now=NOW + HOUR)) == []
    assert reasons(inputs(wishes=quiet, now=NOW - HOUR / 60)) == []


def test_nights_are_quiet_unless_something_else_was_said() -> None:
    night = NOW + 5 * HOUR
    assert Reason.QUIET_HOURS in reasons(inputs(now=night))


def test_suggestions_come_when_they_are_welcome() -> None:
    mornings = Wishes(welcome=(Weekly(WORKDAYS, 9 * 60, 12 * 60),))
    assert reasons(inputs(wishes=mornings)) == [Reason.UNWELCOME_TIME]
    assert reasons(inputs(wishes=mornings, now=NOW - 8 * HOUR)) == []


@pytest.mark.parametrize(
    ("at", "fits"),
    [
        (None, False),
        (Breakpoint(Break.RETURN, 119_999), False),
        (Breakpoint(Break.RETURN, 120_000), True),
        (Breakpoint(Break.APP_CLASS, 599_999), False),
        (Breakpoint(Break.APP_CLASS, 600_000), True),
        (Breakpoint(Break.UNLOCK), True),
    ],
)
def test_only_at_a_seam(at: Breakpoint | None, fits: bool) -> None:  # noqa: FBT001
    assert reasons(inputs(breakpoint=at)) == ([] if fits else [Reason.NO_BREAKPOINT])


def test_one_a_day_unless_two_are_wished_for_and_three_hours_between() -> None:
    two = Wishes(per_day=2)
    before = (asked(4 / 24),)
    assert reasons(inputs(past=before)) == [Reason.DAY_SPENT]
    assert reasons(inputs(past=before, wishes=two)) == []
    soon = (asked(2.9 / 24),)
    assert reasons(inputs(past=soon, wishes=two)) == [Reason.JUST_ASKED]
    with pytest.raises(ValueError, match="1 or 2"):
        Wishes(per_day=3)


def test_not_now_is_said_to_the_whole_day() -> None:
    before = (asked(4 / 24, answer=Answer.NOT_NOW),)
    given = inputs(past=before, wishes=Wishes(per_day=2))
    assert reasons(given) == [Reason.DAY_SPENT]
    assert reasons(replace(given, past=(asked(1),))) == []


def test_a_day_begins_at_four() -> None:
    night_owl = Wishes(quiet=())
    at_two = datetime(2027, 3, 17, 1, 0, tzinfo=UTC)  # 02:00 in Madrid
    given = inputs(now=at_two, wishes=night_owl, past=(Asked("bo", NOW),))
    assert reasons(given) == [Reason.DAY_SPENT]
    assert reasons(inputs(now=NOW + 14 * HOUR, past=(Asked("bo", NOW),))) == []


def test_five_a_week() -> None:
    four = tuple(asked(days) for days in (1, 2, 3, 4))
    assert reasons(inputs(past=four)) == []
    assert reasons(inputs(past=(*four, asked(6)))) == [Reason.WEEK_SPENT]
    assert reasons(inputs(past=(*four, asked(7)))) == []


def test_what_was_asked_for_by_hand_spends_nothing() -> None:
    past = tuple(replace(asked(days), instead=True) for days in (0.01, 0.1, 1, 2, 3, 4))
    assert reasons(inputs(past=past)) == []


@pytest.mark.parametrize(
    ("fewer", "days_ago", "silent"),
    [
        *[(1, [1, 3, 6], True), (1, [1, 3, 7], False)],
        *[(2, [1, 6], True), (2, [1, 7], False)],
        *[(3, [6], True), (3, [7], False)],
        *[(4, [13], True), (4, [14], False)],
        *[(5, [27], True), (5, [28], False)],
    ],
)
def test_fewer_is_obeyed(fewer: int, days_ago: list[int], silent: bool) -> None:  # noqa: FBT001
    past = tuple(asked(days) for days in days_ago)
    given = inputs(past=past, asking=Asking(fewer=fewer))
    assert reasons(given) == ([Reason.WEEK_SPENT] if silent else [])


def test_the_days_of_silence_double_up_to_two_weeks() -> None:
    assert [skip_days(k) for k in range(8)] == [0, 1, 2, 4, 8, 14, 14, 14]
    assert skip_days(10**9) == 14


@pytest.mark.parametrize(("in_row", "days"), [(1, 1), (2, 2), (3, 4), (9, 14)])
def test_after_ignored_ones_whole_days_are_skipped(in_row: int, days: int) -> None:
    def silent(ago: int) -> bool:
        asking = Asking(ignored_in_row=in_row, last_ignored_at=NOW - ago * DAY)
        return reasons(inputs(asking=asking)) == [Reason.BACKING_OFF]

    assert silent(days)
    assert not silent(days + 1)


def test_the_question_comes_before_the_next_suggestion() -> None:
    assert reasons(inputs(asking=Asking(question=Question.DUE))) == [Reason.ASK_FIRST]
    for asked_already in (Question.PUT, Question.ANSWERED):
        assert reasons(inputs(asking=Asking(question=asked_already))) == []


def test_off_stopped_and_paused_are_obeyed() -> None:
    assert reasons(inputs(wishes=Wishes(on=False))) == [Reason.OFF]
    assert reasons(inputs(asking=Asking(stopped=True))) == [Reason.STOPPED]
    paused = Asking(paused_until=NOW + HOUR)
    assert reasons(inputs(asking=paused)) == [Reason.PAUSED]
    (refusal,) = refusals(inputs(asking=paused))
    assert refusal.sentence == "Suggestions are paused until 2027-03-16 19:00."
    assert reasons(inputs(asking=paused, now=NOW + HOUR)) == []


def test_other_times_are_obeyed() -> None:
    asking = Asking(avoid=frozenset({(False, 6)}))
    assert reasons(inputs(asking=asking)) == [Reason.AVOIDED_TIME]
    assert reasons(inputs(asking=asking, now=NOW + 3 * HOUR)) == []


def test_hours_that_were_never_welcome_are_learnt_and_forgotten_again() -> None:
    def at(days_ago: int, answer: Answer) -> Asked:
        return Asked("bo", NOW - days_ago * DAY, answer)

    turned_down = tuple(at(days, Answer.IGNORED) for days in (14, 21, 28))
    assert reasons(inputs(past=turned_down)) == [Reason.LEARNT_TIME]
    once = (*turned_down, at(35, Answer.PLANNED))
    assert reasons(inputs(past=once)) == []
    assert reasons(inputs(past=turned_down, now=NOW + 80 * DAY)) == []


def test_what_a_wrong_clock_noted_for_next_year_silences_nobody() -> None:
    past = (Asked("bo", NOW + 300 * DAY),)
    ahead = Asking(ignored_in_row=5, last_ignored_at=NOW + 300 * DAY)
    assert reasons(inputs(past=past, asking=ahead)) == []


def test_silence_says_why_in_a_sentence() -> None:
    answer = decide(inputs(busy=frozenset({Busy.CALL})))
    assert isinstance(answer, Silence)
    assert answer.silent_because.reason is Reason.BUSY
    assert answer.silent_because.sentence == "You are in a call."


# Whatever else holds, a shut gate is a shut gate.

whole_weeks = st.builds(
    Weekly,
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
instants = st.integers(0, 400 * 24 * 12).map(lambda n: NOW + n * timedelta(minutes=5))
zones = st.sampled_from(["Europe/Madrid", "America/New_York", "Asia/Kathmandu"])


@st.composite
def anything(draw: st.DrawFn) -> Inputs:
    now = draw(instants)
    ago = st.integers(0, 20 * 24 * 60).map(lambda m: now - timedelta(minutes=m))
    answers = st.one_of(st.none(), st.sampled_from(list(Answer)))
    past = st.lists(
        st.builds(Asked, st.sampled_from(["ana", "bo"]), ago, answers), max_size=8
    )
    usage = Usage(limits=(Limit("", 2, 1),)) if draw(st.booleans()) else CALM
    return inputs(
        now=now,
        zone=ZoneInfo(draw(zones)),
        usage=usage,
        busy=frozenset(draw(st.sets(st.sampled_from(list(Busy)), max_size=1))),
        wishes=Wishes(
            quiet=tuple(draw(st.lists(whole_weeks, max_size=2))),
            per_day=draw(st.integers(1, 2)),
        ),
        past=tuple(draw(past)),
        asking=Asking(
            stopped=draw(st.booleans()) and draw(st.booleans()),
            fewer=draw(st.integers(0, 5)),
            ignored_in_row=draw(st.integers(0, 6)),
            last_ignored_at=draw(st.one_of(st.none(), ago)),
            never=frozenset(draw(st.sets(st.sampled_from(["ana", "zoe"])))),
        ),
    )


@given(anything())
def test_whenever_it_speaks_no_gate_is_shut(given: Inputs) -> None:
    spoken = decide(given)
    if not isinstance(spoken, Suggestion):
        assert spoken.silent_because.sentence.endswith(".")
        return
    moment, wishes, asking = given.moment, given.wishes, given.asking
    local = moment.now.astimezone(moment.zone)
    assert moment.usage != CALM
    assert not moment.busy
    assert not covered(wishes.quiet, local)
    assert not asking.stopped
    assert spoken.person.uid not in asking.never
    assert all(moment.now - each.at >= 3 * HOUR for each in given.past)
    assert all(
        moment.now - each.at >= 36 * HOUR
        for each in given.past
        if each.uid == spoken.person.uid
    )
    week = sum(moment.now - each.at <= 6 * DAY for each in given.past)
    assert week < 5
    day = sum(
        (each.at.astimezone(moment.zone) - 4 * HOUR).date() == (local - 4 * HOUR).date()
        for each in given.past
    )
    assert day < wishes.per_day
    assert moment.now < spoken.slot.start <= moment.now + 72 * HOUR


def test_quiet_hours_hold_through_the_night_the_clocks_change() -> None:
    quiet = Wishes(quiet=(Weekly(EVERY_DAY, 22 * 60, 8 * 60),))
    start = datetime(2027, 3, 27, 21, 0, tzinfo=MADRID).astimezone(UTC)
    silent = [
        Reason.QUIET_HOURS in reasons(inputs(now=start + n * HOUR / 4, wishes=quiet))
        for n in range(4 * 12)
    ]
    # From 22:00 to 08:00 are nine hours in that night.
    assert silent == [False] * 4 + [True] * 36 + [False] * 8
