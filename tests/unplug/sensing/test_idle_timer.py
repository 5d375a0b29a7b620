"""The idle timer against a simulated person at the keys."""

from bisect import bisect_right
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from unplug.sensing.facts import Active, Fact, Idle
from unplug.sensing.idle_timer import RETURN_CHECK_MS, IdleTimer

THRESHOLD_MS = 120_000


class Person:
    """Presses keys at given times; counts how often somebody looks."""

    def __init__(self, *inputs_ms: int) -> None:
        self.inputs_ms = sorted({0, *inputs_ms})
        self.now_ms = 0
        self.looks = 0

    def idle_ms(self) -> int:
        self.looks += 1
        last = self.inputs_ms[bisect_right(self.inputs_ms, self.now_ms) - 1]
        return self.now_ms - last


def timer_for(person: Person, threshold_ms: int = THRESHOLD_MS) -> IdleTimer:
    return IdleTimer(idle_after_ms=threshold_ms, read_idle_ms=person.idle_ms)


def run(timer: IdleTimer, person: Person, until_ms: int) -> list[tuple[int, Fact]]:
    """Look first, then whenever the timer wants to."""
    said = [(person.now_ms, fact) for fact in timer.look()]
    while timer.wait_ms is not None and person.now_ms + timer.wait_ms <= until_ms:
        person.now_ms += timer.wait_ms
        said += [(person.now_ms, fact) for fact in timer.look()]
    person.now_ms = until_ms
    return said


def test_idle_is_said_at_the_threshold_and_counts_from_the_last_input() -> None:
    person = Person(50_000)
    said = run(timer_for(person), person, 171_000)
    assert said == [(0, Active()), (170_000, Idle(120_000))]


def test_a_return_is_noticed_within_a_second() -> None:
    person = Person(500_300)
    said = run(timer_for(person), person, 510_000)
    assert said[1:] == [(120_000, Idle(120_000)), (501_000, Active())]


def test_an_hour_of_typing_wakes_at_most_once_per_threshold() -> None:
    person = Person(*range(0, 3_600_000, 900))
    assert run(timer_for(person), person, 3_600_000) == [(0, Active())]
    assert person.looks <= 32


def test_nobody_looks_while_the_display_is_off() -> None:
    person = Person(7_200_000)
    timer = timer_for(person)
    run(timer, person, 600_000)
    timer.nobody_can_be_there("display")
    timer.nobody_can_be_there("lock")
    looks = person.looks
    assert timer.wait_ms is None
    person.now_ms = 7_200_400
    assert timer.somebody_may_be_there("display") == [Active()]
    assert person.looks == looks + 1


def test_every_reason_must_go_before_the_looking_goes_on() -> None:
    person = Person()
    timer = timer_for(person)
    run(timer, person, 600_000)
    timer.nobody_can_be_there("display")
    timer.nobody_can_be_there("lock")
    assert timer.somebody_may_be_there("display") == []
    assert timer.wait_ms is None
    assert timer.somebody_may_be_there("lock") == []
    assert timer.wait_ms == RETURN_CHECK_MS


def test_the_threshold_still_passes_behind_a_lock() -> None:
    person = Person()
    timer = timer_for(person)
    timer.look()
    timer.nobody_can_be_there("lock")
    assert timer.wait_ms == THRESHOLD_MS


def test_a_counter_that_does_not_answer_changes_nothing() -> None:
    timer = IdleTimer(idle_after_ms=THRESHOLD_MS, read_idle_ms=lambda: None)
    assert timer.look() == []
    assert timer.wait_ms == THRESHOLD_MS


@given(
    gaps_ms=st.lists(st.integers(1, 400_000), max_size=30),
    threshold_ms=st.integers(5_000, 200_000),
)
def test_facts_alternate_and_every_long_pause_is_dated_to_its_last_input(
    gaps_ms: list[int], threshold_ms: int
) -> None:
    inputs = [sum(gaps_ms[: n + 1]) for n in range(len(gaps_ms))]
    person = Person(*inputs)
    timer = timer_for(person, threshold_ms)
    said = run(timer, person, sum(gaps_ms) + threshold_ms + 2_000)
    kinds = [type(fact) for _, fact in said]
    assert all(one is not other for one, other in pairwise(kinds))
    idle_from = {at - fact.idle_ms for at, fact in said if isinstance(fact, Idle)}
    known = {0, *inputs}
    assert idle_from <= known
    long = [
        start
        for start, end in zip([0, *inputs], inputs, strict=False)
        if end - start > threshold_ms + RETURN_CHECK_MS
    ]
    assert idle_from >= set(long)
