from datetime import timedelta

from tests.unplug.suggest.making import DAY, MADRID, NOW, inputs, person
from unplug.suggest.asking import Answer
from unplug.suggest.habits import Habits
from unplug.suggest.inputs import Asked
from unplug.suggest.weekly import Weekly
from unplug.suggest.whom import choose

WEDNESDAY = NOW + DAY
THURSDAY = NOW + 2 * DAY


def refused(times: int) -> tuple[Asked, ...]:
    """Wednesday evenings turned down, Thursdays planned."""
    weeks = [timedelta(weeks=10 + week) for week in range(times)]
    return tuple(
        Asked("bo", NOW - ago, answer, slot_start=slot - ago)
        for ago in weeks
        for slot, answer in (
            (WEDNESDAY, Answer.NOT_NOW),
            (THURSDAY, Answer.PLANNED),
        )
    )


def test_any_time_suits_until_something_is_known() -> None:
    assert Habits((), MADRID).suit(WEDNESDAY) == 1


def test_an_evening_on_which_plans_are_never_made_counts_for_less() -> None:
    habits = Habits(refused(4), MADRID)
    assert habits.suit(WEDNESDAY) < 0.5
    assert habits.suit(THURSDAY) == 1
    assert habits.suit(WEDNESDAY - timedelta(hours=8)) == 1  # the morning is another


def test_never_less_than_three_tenths_so_that_it_is_tried_again() -> None:
    assert Habits(refused(40), MADRID).suit(WEDNESDAY) == 0.3


def test_someone_else_says_nothing_of_the_time() -> None:
    past = (Asked("bo", NOW - DAY, Answer.SOMEONE_ELSE, slot_start=WEDNESDAY),) * 9
    assert Habits(past, MADRID).suit(WEDNESDAY) == 1


def test_the_time_that_suits_is_suggested_instead() -> None:
    free = person(free=(Weekly((2, 3), 18 * 60, 21 * 60),))
    assert choose(inputs(free))[0].slot.start.weekday() == 2
    learnt = choose(inputs(free, past=refused(4)))
    assert learnt[0].slot.start.weekday() == 3
