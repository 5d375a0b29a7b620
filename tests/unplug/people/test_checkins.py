from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.people.checkins import (
    CheckIn,
    CheckInKind,
    Clocks,
    Due,
    after,
    clocks,
    due,
    since_met,
)
from unplug.people.circles import CLOSE

TODAY = date(2026, 11, 21)
LONG_AGO = date(2026, 1, 1)


def met(on: date, *people: str) -> CheckIn:
    return CheckIn(kind=CheckInKind.IN_PERSON, people=frozenset(people or "a"), on=on)


def called(on: date, *people: str) -> CheckIn:
    return CheckIn(kind=CheckInKind.CALL, people=frozenset(people or "a"), on=on)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_meeting_of_several_sets_the_clock_of_each() -> None:
    found = clocks([met(days_ago(3), "a", "b"), called(days_ago(1), "b")])
    assert found == {
        "a": Clocks(days_ago(3), None),
        "b": Clocks(days_ago(3), days_ago(1)),
    }


def test_an_older_meeting_that_is_logged_later_turns_no_clock_back() -> None:
    state = after(Clocks(days_ago(3)), met(days_ago(10)))
    assert state.last_met == days_ago(3)


@pytest.mark.parametrize(
    ("days", "judged"),
    [(13, Due.NOT_YET), (14, Due.DUE), (29, Due.DUE), (30, Due.TOO_LONG)],
)
def test_it_is_time_when_the_cadence_has_passed(days: int, judged: Due) -> None:
    state = due(Clocks(days_ago(days)), CLOSE.cadence, TODAY, LONG_AGO)
    assert state.due is judged
    assert state.left == timedelta(days=14 - days)


def test_time_up_to_the_last_call_counts_half() -> None:
    state = Clocks(days_ago(20), days_ago(4))
    assert since_met(state, TODAY, LONG_AGO) == timedelta(days=4 + 8)


def test_a_call_before_the_last_meeting_counts_nothing() -> None:
    assert since_met(Clocks(days_ago(5), days_ago(9)), TODAY, LONG_AGO).days == 5


def test_calling_every_day_does_not_replace_meeting() -> None:
    state = due(Clocks(days_ago(60), TODAY), CLOSE.cadence, TODAY, LONG_AGO)
    assert state.due is Due.TOO_LONG


def test_those_who_were_never_met_are_counted_from_when_they_were_known() -> None:
    assert since_met(Clocks(), TODAY, days_ago(8)).days == 8
    assert since_met(Clocks(), TODAY, TODAY + timedelta(days=3)).days == 0


@pytest.mark.parametrize(
    "bad",
    [
        {"people": frozenset[str]()},
        {"people": frozenset({""})},
        {"felt": 6},
        {"felt": 0},
        {"length": timedelta(-1)},
    ],
)
def test_what_cannot_be_is_refused(bad: dict[str, object]) -> None:
    given_fields: dict[str, object] = {
        "kind": CheckInKind.CALL,
        "people": frozenset("a"),
        "on": TODAY,
    }
    with pytest.raises(ValueError, match=r"\w"):
        CheckIn(**{**given_fields, **bad})  # type: ignore[arg-type]  # wrong on purpose


CHECK_INS = st.builds(
    CheckIn,
    kind=st.sampled_from(CheckInKind),
    people=st.frozensets(st.sampled_from("abc"), min_size=1),
    on=st.dates(date(2020, 1, 1), TODAY),
)


@given(st.lists(CHECK_INS), st.randoms(use_true_random=False))
def test_the_order_of_logging_does_not_matter(
    check_ins: list[CheckIn], random: object
) -> None:
    mixed = list(check_ins)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis does not say its type
    assert clocks(mixed) == clocks(check_ins)


@given(st.lists(CHECK_INS), CHECK_INS)
def test_logging_never_makes_it_more_due(
    check_ins: list[CheckIn], more: CheckIn
) -> None:
    before, later = clocks(check_ins), clocks([*check_ins, more])
    since = date(2019, 1, 1)
    for uid in more.people:
        known = before.get(uid, Clocks())
        assert since_met(later[uid], TODAY, since) <= since_met(known, TODAY, since)
