"""What is planted is found, and nothing else: a few of the lives of the benchmark."""

from dataclasses import replace
from random import Random

import pytest

from benchmarks._insight_lives import UNTIL, everything, life
from unplug.usage.insights.inputs import Free, Inputs, Known
from unplug.usage.insights.looking import A_WEEK, DETECTORS, found, look
from unplug.usage.insights.values import (
    Count,
    Doing,
    Evidence,
    Insight,
    Kind,
    Length,
    Name,
    Weekday,
)
from unplug.usage.insights.words import OFFERS, SENTENCES, offer, sentence

SEEDS = range(6)


def planted(kind: Kind, seed: int = 1) -> Insight:
    """The insight of a life in which one is planted."""
    look = DETECTORS[kind](life(seed, kind), Random(seed))
    assert look is not None
    assert look.insight is not None
    return look.insight


@pytest.mark.parametrize("kind", Kind)
def test_what_is_planted_is_found(kind: Kind) -> None:
    hits = sum(
        kind in {each.kind for each in found(life(seed, kind), Random(seed))}
        for seed in SEEDS
    )
    assert hits >= len(SEEDS) - 1


@pytest.mark.parametrize("trend", [False, True])
def test_where_nothing_is_hidden_hardly_anything_is_said(*, trend: bool) -> None:
    said = [found(life(seed, trend=trend), Random(seed)) for seed in range(12)]
    assert sum(map(bool, said)) <= 2


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_sentence_rows_a_picture_and_something_to_do(
    kind: Kind,
) -> None:
    insight = planted(kind)
    said = sentence(insight, str.title)
    assert said.endswith(".")
    assert "{" not in said
    assert "cause" not in said
    assert offer(insight.action)
    assert insight.n >= 8
    assert insight.evidence
    assert insight.picture.points
    assert all(mark < len(insight.picture.points) for mark in insight.picture.marked)


def test_every_sentence_and_offer_can_be_reached_by_its_form() -> None:
    forms = {planted(kind).form for kind in Kind}
    assert forms <= SENTENCES.keys()
    assert {planted(kind).action.form for kind in Kind} <= OFFERS.keys()


def test_of_nothing_nothing_is_said() -> None:
    assert look(Inputs(until=UNTIL), Random(1)) == ()


def test_little_is_not_enough() -> None:
    short = life(1, Kind.MOOD_USE)
    few = dict(list(short.moods.items())[:20])
    assert DETECTORS[Kind.MOOD_USE](replace(short, moods=few), Random(1)) is None
    week = replace(short, digests=short.digests[-7:])
    for kind in (Kind.WEEK, Kind.LATE, Kind.FRAGMENTS, Kind.AI, Kind.SCROLL):
        assert DETECTORS[kind](week, Random(1)) is None


def test_three_are_told_a_week_and_weeks_take_turns() -> None:
    all_ = found(everything(), Random(2))
    assert len(all_) > A_WEEK
    told = look(everything(), Random(2))
    assert len(told) == A_WEEK
    assert {each.kind for each in told} <= {each.kind for each in all_}


def test_the_same_seed_tells_the_same() -> None:
    assert look(everything(), Random(2)) == look(everything(), Random(2))


def test_the_longest_scroll_names_a_close_friend_who_is_free_then() -> None:
    inputs = life(1, Kind.SCROLL)
    free = (Free(1, 20 * 60, 23 * 60),)
    mara = Known(uid="m", name="Mara", close=True, free=free)
    ben = Known(uid="b", name="Ben", free=free)
    look = DETECTORS[Kind.SCROLL](replace(inputs, people=(ben, mara)), Random(1))
    assert look is not None
    assert look.insight is not None
    assert look.insight.values["weekday"] == Weekday(1)
    assert look.insight.action.doing is Doing.MEET
    assert look.insight.action.values["who"] == Name("Mara")
    said = sentence(look.insight)
    assert said.startswith("Tuesday, 21:00 to 23:00, is your longest scroll: ")
    assert offer(look.insight.action) == "Mara is usually free then: ask to meet"
    alone = DETECTORS[Kind.SCROLL](replace(inputs, people=()), Random(1))
    assert alone is not None
    assert alone.insight is not None
    assert alone.insight.action.doing is Doing.PLAN_SESSION


def test_a_trigger_says_after_which_app_and_how_often() -> None:
    insight = planted(Kind.TRIGGER)
    said = sentence(insight, str.title)
    assert said.startswith("After App-5, a long stretch in App-2 follows ")
    k, tries = insight.values["n"], insight.values["of"]
    [row] = [insight.evidence[at] for at in insight.picture.marked]
    assert (row.value, row.beside) == (k, tries)


def test_time_with_ai_stands_beside_meetings_without_a_judgement() -> None:
    insight = planted(Kind.AI)
    assert isinstance(insight.values["met"], Count)
    rows = insight.evidence
    assert len(rows) == 8
    now = sum(row.value.ms for row in rows[4:] if isinstance(row.value, Length))
    assert insight.values["now"] == Length(round(now / 4))


def test_the_rows_of_a_week_add_up_to_its_sentence() -> None:
    insight = planted(Kind.WEEK)
    rows: tuple[Evidence, ...] = insight.evidence
    mean = sum(row.value.ms for row in rows if isinstance(row.value, Length)) / 7
    assert insight.values["now"] == Length(round(mean))
    assert insight.form == "week_less"
