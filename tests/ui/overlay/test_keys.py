from hypothesis import given
from hypothesis import strategies as st

from ui.overlay.keys import (
    EARLY_MS,
    FLOW_MS,
    KEYBOARD_BY_MS,
    Key,
    Meaning,
    Typing,
    keyboard_wait_ms,
    press,
)

BREATH_MS = 8_000
Strokes = list[tuple[int, Key]]

TYPED_KEYS = st.sampled_from(
    [Key.TYPED] * 12 + [Key.DIGIT] * 3 + [Key.BREATHE, Key.SILENT, Key.ESCAPE]
)


def meanings(strokes: Strokes, *, leaving: bool = False) -> list[Meaning]:
    """Press keys at instants; the overlay was shown at 0."""
    typing, found = Typing(0), []
    for at_ms, key in strokes:
        typing, meaning = press(typing, key, at_ms, leaving=leaving)
        found.append(meaning)
    return found


def leaves(strokes: Strokes) -> bool:
    """Whether typing gets somebody out: a breath passes after the wish to leave."""
    typing, asked_ms = Typing(0), None
    for at_ms, key in strokes:
        if asked_ms is not None and at_ms - asked_ms >= BREATH_MS:
            return True
        leaving = asked_ms is not None
        typing, meaning = press(typing, key, at_ms, leaving=leaving)
        if meaning is Meaning.LEAVE:
            asked_ms = at_ms
        elif meaning is Meaning.STAY:
            asked_ms = None
    return False


@given(st.lists(st.tuples(st.integers(0, EARLY_MS - 1), st.sampled_from(list(Key)))))
def test_nothing_typed_in_the_first_two_seconds_means_anything(
    strokes: Strokes,
) -> None:
    said = meanings(sorted(strokes, key=lambda stroke: stroke[0]))
    assert set(said) <= {Meaning.NOTHING}


@given(st.lists(st.tuples(st.integers(30, FLOW_MS - 1), TYPED_KEYS), max_size=400))
def test_typing_that_runs_on_never_ends_a_session(gaps: Strokes) -> None:
    at_ms, strokes = 0, []
    for gap_ms, key in gaps:
        at_ms += gap_ms
        strokes.append((at_ms, key))
    assert not leaves(strokes)


@given(st.lists(st.tuples(st.integers(0, 60_000), st.just(Key.SILENT))))
def test_space_and_enter_mean_nothing_ever(strokes: Strokes) -> None:
    assert set(meanings(strokes)) <= {Meaning.NOTHING}
    assert set(meanings(strokes, leaving=True)) <= {Meaning.NOTHING}


def test_escape_after_a_pause_asks_for_the_way_out() -> None:
    assert meanings([(EARLY_MS, Key.ESCAPE)]) == [Meaning.LEAVE]


def test_escape_in_the_middle_of_typing_is_part_of_the_text() -> None:
    assert meanings([(3_000, Key.TYPED), (3_300, Key.ESCAPE)])[-1] is Meaning.NOTHING
    assert meanings([(3_000, Key.TYPED), (3_700, Key.ESCAPE)])[-1] is Meaning.LEAVE


def test_hitting_escape_again_and_again_still_lets_out() -> None:
    assert leaves([(2_000, Key.ESCAPE), (2_100, Key.ESCAPE), (10_000, Key.ESCAPE)])


def test_a_letter_during_the_breath_takes_the_wish_back() -> None:
    assert meanings([(5_000, Key.TYPED)], leaving=True) == [Meaning.STAY]


def test_a_digit_during_the_breath_gives_a_reason() -> None:
    assert meanings([(5_000, Key.DIGIT)], leaving=True) == [Meaning.REASON]


def test_a_number_typed_during_the_breath_is_no_reason() -> None:
    said = meanings([(5_000, Key.DIGIT), (5_200, Key.DIGIT)], leaving=True)
    assert said == [Meaning.REASON, Meaning.STAY]


def test_the_guide_is_not_turned_on_by_a_word_with_a_b() -> None:
    said = meanings([(3_000, Key.TYPED), (3_150, Key.BREATHE), (9_000, Key.BREATHE)])
    assert said == [Meaning.NOTHING, Meaning.NOTHING, Meaning.BREATHE]


def test_the_keyboard_is_left_alone_for_two_seconds() -> None:
    assert keyboard_wait_ms(60_000, 0) == EARLY_MS
    assert keyboard_wait_ms(60_000, 1_999) == 1


def test_then_it_is_taken_in_a_pause_of_typing() -> None:
    assert keyboard_wait_ms(FLOW_MS, EARLY_MS) == 0
    assert keyboard_wait_ms(100, EARLY_MS) == FLOW_MS - 100


def test_it_is_taken_at_last_from_somebody_who_types_on() -> None:
    assert keyboard_wait_ms(0, KEYBOARD_BY_MS - 10) == 10
    assert keyboard_wait_ms(0, KEYBOARD_BY_MS) == 0


def test_where_nobody_knows_of_pauses_it_is_taken_after_two_seconds() -> None:
    assert keyboard_wait_ms(None, EARLY_MS) == 0
