import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.overlay import wording
from ui.overlay.spec import Choice, Moment, SceneSpec, Stage, Strictness, StripSpec

MIN = 60_000
HOUR = 60 * MIN
DAY = 24 * HOUR


@pytest.mark.parametrize(
    ("left_ms", "said"),
    [
        (-5, "1 min"),
        (1, "1 min"),
        (MIN, "1 min"),
        (MIN + 1, "2 min"),
        (83 * MIN + 1, "1 h 24"),
        (2 * HOUR, "2 h"),
        (DAY, "1 day 0 h"),
        (3 * DAY - HOUR, "2 days 23 h"),
    ],
)
def test_time_left_is_rounded_up(left_ms: int, said: str) -> None:
    assert wording.left(left_ms).replace("\u00a0", " ") == said


@given(st.integers(1, 40 * DAY))
def test_what_is_shown_changes_when_it_is_said_to_and_not_before(left_ms: int) -> None:
    change_ms = wording.next_change_ms(left_ms)
    assert wording.left(left_ms - change_ms + 1) == wording.left(left_ms)
    if left_ms > change_ms and left_ms - change_ms != DAY:
        assert wording.left(left_ms - change_ms) != wording.left(left_ms)


def test_a_name_with_control_characters_stays_one_line() -> None:
    assert wording.with_whom("Ma\nrta\x07") == "with Ma rta"


def test_the_announcement_at_the_start_names_the_way_out() -> None:
    spec = SceneSpec("s", 0, purpose="A walk", person="Marta")
    said = wording.announcement(Moment.START, spec, 30 * MIN)
    assert said.startswith("Device-free time: A walk with Marta. 30")
    assert "Escape" in said


def test_every_strictness_says_that_nothing_is_locked() -> None:
    for strictness in Strictness:
        assert "cannot lock this computer" in wording.plainly(strictness)


def test_a_strip_says_why_it_waits() -> None:
    spec = StripSpec("s", Stage.WAITING, why=("call", "camera"))
    assert "in a call" in wording.strip_when(spec, None)
    assert "camera" in wording.strip_when(spec, None)


def test_a_strip_whose_reason_is_unknown_says_that_it_waits() -> None:
    spec = StripSpec("s", Stage.WAITING, why=("moon",))
    assert wording.strip_when(spec, None) == "Waits for a better moment."


@pytest.mark.parametrize("choice", list(Choice))
def test_every_choice_has_a_name(choice: Choice) -> None:
    assert wording.choice(choice, 5 * MIN)
    assert wording.choice(Choice.LATER, 3 * MIN) == "+3 min"
