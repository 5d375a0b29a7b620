"""A few of the lives and data folders that the benchmarks go through by thousands."""

import pytest

from benchmarks._window_lives import run
from benchmarks.sharing import look


@pytest.mark.parametrize("seed", range(12))
def test_no_window_is_missed_whatever_the_machine_and_its_clock_do(seed: int) -> None:
    verdict = run(seed)
    assert verdict.how != "missed"
    assert abs(verdict.late_ms) <= 250


@pytest.mark.parametrize("seed", range(4))
def test_nothing_of_the_usage_leaves_and_a_relay_sees_noise(seed: int) -> None:
    seen = look(seed)
    assert seen.wrong == ()
    assert seen.ops > 5
