import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.suggest.dice import draw, pick


def test_the_same_seed_and_words_give_the_same_number_for_ever() -> None:
    # Fixed figures: a later version of unplug or Python must not draw others.
    assert draw(0, "whom") == 0.46496841450251736
    assert draw(7, "whom", 1) == draw(7, "whom", 1)
    assert draw(7, "whom", 1) != draw(7, "whom", 2)


def test_draws_are_spread_evenly() -> None:
    drawn = [draw(seed, "spread") for seed in range(10_000)]
    assert all(0 <= each < 1 for each in drawn)
    for tenth in range(10):
        share = sum(tenth / 10 <= each < (tenth + 1) / 10 for each in drawn) / 10_000
        assert share == pytest.approx(0.1, abs=0.015)


@given(
    st.lists(st.floats(0, 1), min_size=1).filter(lambda w: sum(w) > 0),
    st.floats(0, 1, exclude_max=True),
)
def test_what_weighs_nothing_is_never_picked(
    weights: list[float], drawn: float
) -> None:
    assert weights[pick(weights, drawn)] > 0


def test_weights_decide_how_often() -> None:
    picked = [pick([1, 3], draw(seed)) for seed in range(4000)]
    assert sum(picked) / 4000 == pytest.approx(0.75, abs=0.03)


def test_nothing_cannot_be_picked_from() -> None:
    with pytest.raises(ValueError, match="nothing to pick"):
        pick([0.0], 0.5)
