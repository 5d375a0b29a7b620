from hypothesis import given
from hypothesis import strategies as st

from unplug.sensing.facts import Active, Fact, Idle, Inhibited
from unplug.sensing.idleness import Clocks, Said, step

IDLE = Idle(120_000)
HELD = Inhibited(held=True, by="test", for_ms=120_000)
HELD_LATER = Inhibited(held=True, by="test")
LET_GO = Inhibited(held=False, by="test")
IN_ORDER: set[tuple[Fact, ...]] = {
    (),
    (IDLE,),
    (HELD, IDLE),
    (HELD_LATER,),
    (LET_GO,),
    (Active(),),
    (Active(), LET_GO),
}
CLOCKS = st.builds(Clocks, st.booleans(), st.booleans(), st.booleans())


def run(*clocks: Clocks) -> list[Fact]:
    said = Said()
    facts: list[Fact] = []
    for now in clocks:
        said, new = step(said, now, idle_ms=120_000, by="test")
        facts += new
    return facts


def at(
    *, input_idle: bool = False, screen_idle: bool = False, settled: bool = True
) -> Clocks:
    return Clocks(input_idle, screen_idle, settled)


def test_both_clocks_together_are_absence() -> None:
    assert run(at(), at(input_idle=True, screen_idle=True)) == [IDLE]


def test_inhibitor_is_told_before_the_idleness_and_its_end_after() -> None:
    assert run(at(input_idle=True), at()) == [
        HELD,
        IDLE,
        Active(),
        LET_GO,
    ]


def test_inhibitor_that_lets_go_leaves_absence() -> None:
    watching, gone = at(input_idle=True), at(input_idle=True, screen_idle=True)
    assert run(watching, gone, watching)[2:] == [
        LET_GO,
        HELD_LATER,
    ]


def test_nothing_is_told_while_the_second_clock_may_be_late() -> None:
    doubtful = at(input_idle=True, settled=False)
    assert run(doubtful) == []
    assert run(doubtful, at(input_idle=True, screen_idle=True)) == [IDLE]
    assert run(doubtful, at()) == []


@given(st.lists(CLOCKS))
def test_facts_are_in_order_and_repeat_nothing(seen: list[Clocks]) -> None:
    said = Said()
    for clocks in seen:
        before = said
        said, facts = step(before, clocks, idle_ms=120_000, by="test")
        assert facts in IN_ORDER
        assert (said.idle != before.idle) == (IDLE in facts or Active() in facts)
        assert (said.inhibited != before.inhibited) == (
            HELD in facts or HELD_LATER in facts or LET_GO in facts
        )
        assert said.idle or not said.inhibited
