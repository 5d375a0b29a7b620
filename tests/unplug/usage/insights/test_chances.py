from itertools import product
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.usage.insights.chances import (
    binomial_tail,
    fisher_tail,
    not_by_chance,
    simes,
)
from unplug.usage.insights.resampling import compare, goes_together


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_fishers_tail_is_that_of_counting(a: int, b: int, c: int, d: int) -> None:
    row, column, total = a + b, a + c, a + b + c + d
    ways = comb(total, row)
    least, most = a, min(row, column)
    counted = sum(
        comb(column, k) * comb(total - column, row - k) for k in range(least, most + 1)
    )
    assert fisher_tail(a, row, column, total) == pytest.approx(counted / ways)


def test_the_lady_tasting_tea_is_known() -> None:
    assert fisher_tail(4, 4, 4, 8) == pytest.approx(1 / 70)
    assert fisher_tail(3, 4, 4, 8) == pytest.approx(17 / 70)


def test_a_binomial_tail_is_that_of_counting() -> None:
    for n, k in product(range(1, 9), range(9)):
        counted = sum(
            comb(n, hits) * 0.3**hits * 0.7 ** (n - hits) for hits in range(k, n + 1)
        )
        assert binomial_tail(k, n, 0.3) == pytest.approx(counted)
    assert binomial_tail(0, 5, 0.0) == 1
    assert binomial_tail(1, 5, 0.0) == 0
    assert binomial_tail(5, 5, 1.0) == 1


def test_of_many_chances_few_stay() -> None:
    chances = [0.001, 0.02, 0.04, 0.5]
    assert not_by_chance(chances, 0.1) == [True, True, True, False]
    assert not_by_chance(chances, 0.1, tried=100) == [True, False, False, False]
    assert not_by_chance([], 0.1) == []
    assert simes(chances) == pytest.approx(0.004)
    assert simes([], 5) == 1


def test_what_does_not_differ_has_an_interval_around_nothing() -> None:
    rng = Random(7)
    days = [(day, rng.gauss(100, 10)) for day in range(56)]
    found = compare(days[28:], days[:28], (), Random(1))
    assert found.low < 0 < found.high
    assert not found.is_clear
    shifted = [(day, x + 60) for day, x in days[28:]]
    clear = compare(shifted, days[:28], (), Random(1))
    assert clear.is_clear
    assert clear.low < clear.by < clear.high
    assert clear.p == pytest.approx(0.001)


def test_weekends_alone_make_no_difference() -> None:
    flat = [(day, 300.0 if (day + 3) % 7 >= 5 else 100.0) for day in range(40)]
    assert compare(flat[30:35], flat[:30], (), Random(1)).by == pytest.approx(0)


def two_trends(seed: int) -> list[list[tuple[int, float]]]:
    rng = Random(seed)
    return [
        [(day, day * slope + rng.gauss(0, 3)) for day in range(60)] for slope in (5, 2)
    ]


def test_two_trends_do_not_go_together() -> None:
    chances = [goes_together(*two_trends(seed), Random(1))[1] for seed in range(20)]
    assert sum(p <= 0.05 for p in chances) <= 3


def test_what_is_tied_goes_together_and_constants_do_not() -> None:
    x, y = two_trends(1)
    pairs = zip(x, y, strict=True)
    tied = [(day, value + 1.5 * own) for (day, own), (_, value) in pairs]
    r, p = goes_together(x, tied, Random(1))
    assert r > 0.5
    assert p <= 0.01
    assert goes_together([(1, 1.0)] * 3, [(1, 1.0)] * 3, Random(1)) == (0.0, 1.0)


def test_the_same_seed_finds_the_same() -> None:
    rng = Random(5)
    days = [(day, rng.gauss(5, 1)) for day in range(40)]
    one, other = (compare(days[20:], days[:20], (), Random(9)) for _ in range(2))
    assert one == other
