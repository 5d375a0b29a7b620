import re

import pytest

from unplug.suggest.questions import (
    Depth,
    Listening,
    deck,
    depth_for,
    prompts,
    some,
)


@pytest.mark.parametrize("depth", list(Depth))
def test_every_depth_has_thirty_questions_or_more(depth: Depth) -> None:
    cards = deck(depth)
    assert len(cards) >= 30
    assert all(card.text.endswith("?") for card in cards)
    assert all(re.fullmatch(rf"{depth.value}-\d\d", card.key) for card in cards)


def test_no_question_is_there_twice() -> None:
    texts = [card.text for depth in Depth for card in deck(depth)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("listening", list(Listening))
def test_every_way_of_listening_has_ten_prompts_or_more(listening: Listening) -> None:
    cards = prompts(listening)
    assert len(cards) >= 10
    assert all(card.text[-1] in ".?" for card in cards)


def test_cards_not_seen_come_first_and_the_same_seed_draws_the_same() -> None:
    cards = deck(Depth.LIGHT)
    drawn = some(cards, 3, seed=5)
    assert drawn == some(cards, 3, seed=5)
    seen = {card.key for card in drawn}
    assert not seen & {card.key for card in some(cards, 3, 5, seen)}
    assert len(some(cards, 99, 5, seen)) == len(cards)


def test_the_closer_the_deeper() -> None:
    assert [depth_for(closeness) for closeness in range(1, 6)] == [
        *(Depth.LIGHT, Depth.LIGHT, Depth.MIDDLE, Depth.MIDDLE),
        Depth.DEEP,
    ]
