import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.people.folding import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José", "jose"),
        ("JOSE\u0301", "jose"),
        ("Straße", "strasse"),
        ("Søren Ærø", "soren aero"),
        ("Łukasz", "lukasz"),
        ("Þórður", "thordur"),
        ("İstanbul ıı", "istanbul ii"),
        ("Ελένης", "ελενησ"),
        ("Фёдор", "федор"),
        ("Ｆｕｌｌ  Ｗｉｄｔｈ", "full width"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("  a \t b ", "a b"),
    ],
)
def test_case_accents_and_width_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "pair", [("が", "か"), ("कि", "क"), ("김", "킴"), ("Anna", "Anne")]
)
def test_marks_that_make_another_word_stay(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) != fold(pair[1])


def test_words_are_without_punctuation() -> None:
    assert words("O’Brien-Smith, Dr. (Zoë)") == ["obrien", "smith", "dr", "zoe"]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
