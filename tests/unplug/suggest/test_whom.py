import math
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.suggest.making import DAY, MADRID, NOW, asked, inputs, person
from unplug.suggest.asking import Answer, Asking
from unplug.suggest.inputs import Asked, Inputs, KeptOut, Occasion, Person
from unplug.suggest.scoring import History, need, outcome, score
from unplug.suggest.weekly import Weekly
from unplug.suggest.whom import NobodyError, choose

TODAY = NOW.astimezone(MADRID).date()


def total(who: Person, *past: Asked, **told: Any) -> float:  # noqa: ANN401  (fields)
    """The score of one person, slot included; 0 where they are out of the question."""
    try:
        (only,) = choose(inputs(who, past=past, **told))
    except NobodyError:
        return 0.0
    return only.score.total


def chosen(given: Inputs, seeds: range) -> Counter[str]:
    return Counter(choose(replace(given, seed=seed))[0].person.uid for seed in seeds)


def test_need_grows_from_nothing_to_one_with_the_cadence_as_its_measure() -> None:
    assert need(person(met_at=NOW), NOW) == 0
    met = person(met_at=NOW - 30 * DAY)
    assert need(met, NOW) == pytest.approx(1 - math.exp(-1))
    assert need(person(met_at=NOW - 999 * DAY), NOW) == pytest.approx(1)


def test_a_call_counts_half_on_a_clock_of_its_own() -> None:
    met = person()
    called = replace(met, called_at=NOW)
    assert need(called, NOW) == pytest.approx(need(met, NOW) / 2)
    long_ago = replace(met, called_at=NOW - 400 * DAY)
    assert need(long_ago, NOW) == pytest.approx(need(met, NOW), rel=1e-4)


def test_where_no_meeting_is_known_one_is_due() -> None:
    assert need(person(met_at=None), NOW) == pytest.approx(1 - math.exp(-1))


def test_a_meeting_noted_for_later_by_a_wrong_clock_counts_as_now() -> None:
    assert need(person(met_at=NOW + 9 * DAY), NOW) == 0


def test_how_it_felt_moves_the_score_between_0_7_and_1_2() -> None:
    assert outcome(()) == 1.0
    assert 0.7 < outcome((1,)) < 1 < outcome((5,)) < 1.2
    assert outcome((1,) * 50) < outcome((1,))
    assert outcome((5, 1)) > outcome((1, 5))


def test_each_input_moves_the_score_the_way_one_would_expect() -> None:
    usual = total(person())
    assert total(person(closeness=5)) > usual > total(person(closeness=3))
    assert total(person(met_at=NOW - 60 * DAY)) > usual
    assert total(person(cadence_d=60)) < usual
    assert total(person(called_at=NOW - DAY)) < usual
    assert total(person(felt=(5, 5))) > usual > total(person(felt=(1, 1)))
    assert total(person(travel_min=30)) < usual
    assert total(person(near=False)) < usual
    assert total(person(free=())) < usual
    assert total(person(), asked(3, "ana", None)) < usual
    birthday = Occasion("Birthday", TODAY + timedelta(days=7))
    assert total(person(occasions=(birthday,))) == pytest.approx(1.5 * usual)
    past = replace(birthday, on=TODAY - timedelta(days=1))
    later = replace(birthday, on=TODAY + timedelta(days=8))
    assert total(person(occasions=(past, later))) == usual


def test_fair_counts_the_suggestions_of_60_days() -> None:
    past = tuple(asked(days, "ana", None) for days in (10, 20, 59, 61))
    given = inputs(person(), past=past)
    record = History(given).of("ana")
    assert record.lately == 3
    assert score(person(), record, given).fair < 1


def test_fresh_dips_after_a_suggestion_and_comes_back() -> None:
    def fresh(days: float) -> float:
        given = inputs(person(), past=(asked(days, "ana", None),))
        return score(person(), History(given).of("ana"), given).fresh

    assert fresh(0) == pytest.approx(0.5)
    assert fresh(15) == pytest.approx(0.75)
    assert fresh(150) == pytest.approx(1, abs=0.01)


def test_who_is_always_turned_down_is_suggested_less() -> None:
    def taken_up(*answers: Answer) -> float:
        past = tuple(asked(90 + i, "ana", a) for i, a in enumerate(answers))
        given = inputs(person(), past=past)
        return score(person(), History(given).of("ana"), given).taken_up

    assert taken_up() == 1
    assert taken_up(Answer.NOT_NOW, Answer.NOT_NOW) == 1  # that was about the moment
    assert taken_up(Answer.SOMEONE_ELSE) < taken_up(Answer.IGNORED) < 1
    assert taken_up(Answer.PLANNED) > 1


@pytest.mark.parametrize("kept_out", list(KeptOut))
def test_people_kept_out_appear_nowhere(kept_out: KeptOut) -> None:
    out = person("out", closeness=5, kept_out=frozenset({kept_out}))
    given = inputs(out, person("ana", closeness=2))
    assert set(chosen(given, range(50))) == {"ana"}
    with pytest.raises(NobodyError):
        choose(inputs(out))


def test_never_said_to_a_suggestion_holds_even_if_the_contact_does_not_say_it() -> None:
    given = inputs(person(), asking=Asking(never=frozenset({"ana"})))
    with pytest.raises(NobodyError):
        choose(given)


def test_the_same_person_is_left_alone_for_36_hours() -> None:
    with pytest.raises(NobodyError):
        choose(inputs(person(), past=(asked(35 / 24, "ana"),)))
    # 37 hours later only the dip in freshness is left, and closeness outweighs it.
    assert choose(inputs(person(closeness=5), past=(asked(37 / 24, "ana"),)))


def test_who_is_planned_with_is_not_suggested_before_the_plan_is_over() -> None:
    plan = replace(asked(20, "ana"), plan_end=NOW + DAY)
    with pytest.raises(NobodyError):
        choose(inputs(person(), past=(plan,)))
    assert choose(inputs(person(), past=(replace(plan, plan_end=NOW - DAY),)))


def test_it_is_too_early_for_somebody_just_met_unless_there_is_a_birthday() -> None:
    met = person(met_at=NOW - 5 * DAY, closeness=5)
    with pytest.raises(NobodyError) as error:
        choose(inputs(met))
    assert not error.value.no_slot
    birthday = Occasion("Birthday", TODAY)
    assert choose(inputs(replace(met, occasions=(birthday,))))


def test_nobody_without_a_slot_is_suggested_however_close() -> None:
    busy = person("busy", closeness=5, free=(Weekly((1,), 300, 310),))
    assert set(chosen(inputs(busy, person()), range(30))) == {"ana"}
    with pytest.raises(NobodyError) as error:
        choose(inputs(busy))
    assert error.value.no_slot


def test_about_one_in_ten_goes_to_a_dormant_tie() -> None:
    old = person("old", dormant=True, cadence_d=180, met_at=NOW - 400 * DAY)
    drawn = chosen(inputs(person(), person("bo"), old), range(2000))
    assert drawn["old"] / 2000 == pytest.approx(0.1, abs=0.02)


def test_where_all_ties_are_dormant_one_of_them_is_suggested() -> None:
    old = person("old", dormant=True)
    assert chosen(inputs(old), range(20)) == {"old": 20}


def test_a_dormant_tie_is_no_stop_gap_for_others_that_rest() -> None:
    old = person("old", dormant=True)
    given = inputs(person(), old, past=(asked(1, "ana"),))
    drawn = 0
    for seed in range(300):
        try:
            drawn += choose(replace(given, seed=seed))[0].person.uid == "old"
        except NobodyError:
            continue
    assert drawn < 60


def test_the_draw_is_among_the_best_three_and_favours_the_best() -> None:
    people = [person(f"p{i}", met_at=NOW - (25 + i) * DAY) for i in range(8)]
    drawn = chosen(inputs(*people), range(600))
    assert set(drawn) == {"p7", "p6", "p5"}
    assert drawn["p7"] > drawn["p6"] > drawn["p5"]


def test_the_same_inputs_choose_the_same_people() -> None:
    given = inputs(*(person(f"p{i}") for i in range(9)), seed=4)
    assert choose(given) == choose(given)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 5),
            st.sampled_from([14, 30, 90]),
            st.integers(0, 300),
            st.sampled_from([(), (Weekly((2,), 1080, 1320),), (Weekly((0,), 60, 90),)]),
            st.one_of(st.none(), st.integers(0, 200)),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_looking_only_at_the_promising_finds_the_best_three_of_all(
    told: list[tuple[int, int, int, tuple[Weekly, ...], int | None]],
) -> None:
    people = [
        person(
            f"p{i:02}",
            closeness=closeness,
            cadence_d=cadence,
            met_at=NOW - days * DAY,
            free=free,
            travel_min=travel,
        )
        for i, (closeness, cadence, days, free, travel) in enumerate(told)
    ]
    alone = sorted(((total(p), p.uid) for p in people), key=lambda x: (-x[0], x[1]))
    expected = {uid for each, uid in alone[:3] if each > 0}
    if expected:
        together = choose(inputs(*people))
        assert {each.person.uid for each in together} == expected
