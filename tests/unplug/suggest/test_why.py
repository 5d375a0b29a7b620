from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from tests.unplug.suggest.making import (
    DAY,
    HIGH,
    MADRID,
    MIN_MS,
    NOW,
    asked,
    inputs,
    person,
)
from unplug.suggest.high import signs
from unplug.suggest.inputs import Inputs, Limit, Occasion, Person, Usage, Wishes
from unplug.suggest.weekly import Weekly
from unplug.suggest.whom import NobodyError, choose
from unplug.suggest.why import Why, count_words, why

TODAY = NOW.astimezone(MADRID).date()


def explained(given: Inputs) -> Why:
    local = given.moment.now.astimezone(given.moment.zone)
    found = signs(given.moment.usage, given.wishes, local)
    return why(given, choose(given)[0], found)


def sentence(who: Person) -> str:
    return explained(inputs(who)).sentence


def test_the_reason_is_told_from_the_true_figures() -> None:
    assert sentence(person(name="Ana Ruiz")) == (
        "3 h 40 today, usually 2 h 10. Ana Ruiz: 31 days, every 30. "
        "Free Wednesdays. Closeness 4/5."
    )


CHANGES = {
    "closeness": person(closeness=5),
    "last meeting": person(met_at=NOW - 60 * DAY),
    "cadence": person(cadence_d=25),
    "call": person(called_at=NOW - 10 * DAY),
    "feeling": person(felt=(5,)),
    "free times": person(free=(Weekly((3,), 1080, 1320),)),
    "unknown free times": person(free=()),
    "occasion": person(occasions=(Occasion("Birthday", TODAY),)),
    "no meeting": person(met_at=None),
}


@pytest.mark.parametrize("what", CHANGES)
def test_changing_one_input_changes_the_sentence(what: str) -> None:
    assert sentence(CHANGES[what]) != sentence(person())


UP = ("closeness", "last meeting", "cadence", "feeling", "occasion")
DOWN = ("call", "unknown free times", "no meeting")


@pytest.mark.parametrize("what", [*UP, *DOWN])
def test_changing_one_input_changes_the_rank_the_same_way(what: str) -> None:
    other = person("bo")
    changed = replace(CHANGES[what], uid="ana")
    ranked = sorted(choose(inputs(changed, other)), key=lambda each: -each.score.total)
    first = "ana" if what in UP else "bo"
    assert ranked[0].person.uid == first


@pytest.mark.parametrize(
    ("what", "factor"),
    [
        ("closeness", "closeness"),
        ("last meeting", "need"),
        ("cadence", "need"),
        ("call", "need"),
        ("feeling", "outcome"),
        ("occasion", "occasion"),
        ("unknown free times", "available"),
    ],
)
def test_changing_one_input_changes_its_factor_and_no_other(
    what: str, factor: str
) -> None:
    before = explained(inputs(person())).factors
    after = explained(inputs(CHANGES[what])).factors
    changed = [b.name for a, b in zip(before, after, strict=True) if a != b]
    assert changed == [factor]


def test_earlier_suggestions_show_in_fresh_fair_and_taken_up() -> None:
    before = explained(inputs()).factors
    after = explained(inputs(past=(asked(10, "ana"),))).factors
    changed = [b.name for a, b in zip(before, after, strict=True) if a != b]
    assert changed == ["fresh", "fair", "taken up"]


def test_the_factors_multiply_to_the_score() -> None:
    given = inputs(person(felt=(5, 2), travel_min=20), past=(asked(10, "ana"),))
    product = 1.0
    for factor in explained(given).factors:
        product *= factor.value
    assert product == pytest.approx(choose(given)[0].score.total)


def test_more_screen_time_is_told_as_it_is() -> None:
    more = replace(HIGH, screen_ms=300 * MIN_MS)
    said = explained(inputs(usage=more)).sentence
    assert said.startswith("5 h today, usually 2 h 10.")


def test_a_request_by_hand_is_explained_without_the_screen() -> None:
    given = inputs()
    said = why(given, choose(given)[0], ()).sentence
    assert said.startswith("Ana: 31 days, every 30.")


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(0, "Birthday today."), (1, "Birthday tomorrow."), (4, "Birthday on Saturday.")],
)
def test_an_occasion_is_told_with_its_day(ahead: int, said: str) -> None:
    birthday = Occasion("Birthday", TODAY + timedelta(days=ahead))
    assert said in sentence(person(occasions=(birthday,)))


def test_somebody_seen_every_day_was_met_today() -> None:
    said = sentence(person(met_at=NOW - DAY * 0.9, cadence_d=1))
    assert "Ana: met today, every 1." in said


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@given(
    names,
    names,
    st.integers(0, 10**8),
    st.one_of(st.none(), st.integers(0, 4000)),
    st.one_of(st.none(), st.integers(0, 40)),
    st.booleans(),
    st.lists(st.integers(1, 5), max_size=3).map(tuple),
)
def test_it_is_never_more_than_twenty_words(  # noqa: PLR0913, PLR0917
    name: str,
    limit: str,
    used_ms: int,
    met_d: int | None,
    called_d: int | None,
    near: bool,  # noqa: FBT001
    felt: tuple[int, ...],
) -> None:
    who = person(
        name=name,
        met_at=None if met_d is None else NOW - met_d * DAY,
        called_at=None if called_d is None else NOW - called_d * DAY,
        near=near,
        closeness=5,
        felt=felt,
        cadence_d=30.5,
        free=(Weekly((1, 2, 4), 1080, 1320),),
        occasions=(Occasion(name, TODAY),),
    )
    usage = Usage(limits=(Limit(limit, used_ms + 1, used_ms),))
    given = inputs(who, usage=usage, wishes=Wishes(per_day=2))
    try:
        said = explained(given).sentence
    except NobodyError:
        reject()
    assert count_words(said) <= 20
