import random
import time
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from tests.unplug.suggest.making import CALM, DAY, NOW, asked, inputs, person
from unplug.suggest.asking import Answer, Asking
from unplug.suggest.inputs import Asked, Busy, Inputs, KeptOut, Person
from unplug.suggest.policy import Silence, Suggestion, answer_request, decide
from unplug.suggest.weekly import Weekly
from unplug.suggest.when import Reason
from unplug.suggest.why import count_words


def suggested(given: Inputs) -> Suggestion:
    made = decide(given)
    assert isinstance(made, Suggestion)
    return made


def silent(made: Suggestion | Silence) -> Reason:
    assert isinstance(made, Silence)
    return made.silent_because.reason


def test_a_suggestion_names_a_person_a_step_a_time_and_the_reason() -> None:
    made = suggested(inputs())
    assert made.person.uid == "ana"
    assert made.step.activity.text
    assert made.slot.start.weekday() == 2
    assert "31 days" in made.why.sentence
    assert made.warm_up is None


def test_the_same_inputs_give_the_same_suggestion() -> None:
    given = inputs(*(person(f"p{i}") for i in range(20)), seed=11)
    assert decide(given) == decide(given)


def test_a_dormant_tie_comes_with_somebody_easy_to_greet_first() -> None:
    old = person("old", dormant=True, cadence_d=180, met_at=NOW - 500 * DAY)
    easy = person("easy", closeness=5, met_at=NOW - 2 * DAY)
    distant = person("distant", closeness=2, met_at=NOW - DAY)
    never = person("x", closeness=5, kept_out=frozenset({KeptOut.NEVER}))
    people = (old, easy, distant, never)
    seeds = range(200)
    made = [decide(inputs(*people, seed=seed)) for seed in seeds]
    to_old = [m for m in made if isinstance(m, Suggestion) and m.person.dormant]
    assert to_old
    assert {m.warm_up.uid for m in to_old if m.warm_up} == {"easy"}


def test_somebody_of_whom_only_the_name_is_known_can_be_suggested() -> None:
    made = suggested(inputs(Person(uid="x", name="José")))
    assert made.why.sentence.startswith(
        "3 h 40 today, usually 2 h 10. José: no meeting noted, every 30."
    )


def test_with_nobody_who_may_be_suggested_it_says_so() -> None:
    assert silent(decide(replace(inputs(), people=()))) is Reason.NOBODY
    assert silent(decide(inputs(person(met_at=NOW)))) is Reason.NOT_DUE
    never_free = person(free=(Weekly((1,), 300, 310),))
    assert silent(decide(inputs(never_free))) is Reason.NO_SLOT


def test_somebody_who_asks_is_answered_whatever_the_moment() -> None:
    given = inputs(
        usage=CALM,
        breakpoint=None,
        busy=frozenset({Busy.FULL_SCREEN}),
        asking=Asking(stopped=True),
        past=(asked(0.01),),
    )
    assert silent(decide(given)) is Reason.STOPPED
    assert isinstance(answer_request(given), Suggestion)


def test_someone_else_is_somebody_else_until_it_is_enough() -> None:
    given = inputs(*(person(f"p{i}") for i in range(9)))
    turned_down: set[str] = set()
    for _ in range(4):
        made = answer_request(given, frozenset(turned_down))
        assert isinstance(made, Suggestion)
        assert made.person.uid not in turned_down
        turned_down.add(made.person.uid)
    assert silent(answer_request(given, frozenset(turned_down))) is Reason.ENOUGH


def test_asking_by_hand_brings_nobody_back_who_is_never_suggested() -> None:
    out = person(kept_out=frozenset({KeptOut.MEMORIAL}))
    assert silent(answer_request(inputs(out))) is Reason.NOBODY


def crowd(seed: int) -> Inputs:
    """500 people in three zones, and the suggestions of five years."""
    rng = random.Random(seed)
    zones = (None, ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York"))

    def somebody(number: int) -> Person:
        return person(
            f"p{number}",
            closeness=rng.randint(1, 5),
            cadence_d=rng.choice((14, 30, 90, 180)),
            met_at=NOW - rng.randint(0, 1800) * DAY,
            called_at=NOW - rng.randint(0, 1800) * DAY,
            felt=tuple(rng.randint(1, 5) for _ in range(120)),
            zone=rng.choice(zones),
            free=tuple(
                Weekly((rng.randrange(7),), rng.randrange(8, 20) * 60, 22 * 60)
                for _ in range(3)
            ),
        )

    answers = list(Answer)
    past = (
        Asked(
            f"p{rng.randrange(500)}",
            NOW - (2 + number * 1.4) * DAY,
            rng.choice(answers),
            slot_start=NOW - number * 1.4 * DAY,
        )
        for number in range(1300)
    )
    return inputs(*(somebody(i) for i in range(500)), past=tuple(past), seed=seed)


def _processor_s(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def test_500_people_and_five_years_take_at_most_20_ms() -> None:
    """Where a sum of 200,000 numbers takes 8 ms; elsewhere in that proportion."""
    given = crowd(1)
    suggesting, adding = [], []
    for seed in range(9):
        adding.append(_processor_s(lambda: sum(n for n in range(200_000))))
        suggesting.append(
            _processor_s(lambda s=seed: suggested(replace(given, seed=s)))
        )
    assert min(suggesting) / min(adding) <= 20 / 8


@pytest.mark.parametrize("seed", range(5))
def test_a_suggestion_out_of_a_crowd_is_explained_in_twenty_words(seed: int) -> None:
    assert count_words(suggested(crowd(seed)).why.sentence) <= 20
