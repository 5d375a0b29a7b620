import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.usage.patterns import SUBJECT_CHARS, compile_safely


@pytest.mark.parametrize(
    "pattern",
    [
        r"\byoutube\b|\bnetflix\b",
        r"^(?:meet|zoom) - .*",
        r"[a-z]+ - [0-9]+",
        r"(colou?r){1,2}",
        r"(ab)*c",
        r"(?=x)a|(?<!b)c",
        r"(a)?(?(1)b|c)",
        r"(?>ab+)",
        r"a++b",
        r"(.)\1",
        r"a{1,100000}",
    ],
)
def test_sensible_patterns_are_accepted(pattern: str) -> None:
    assert compile_safely(pattern).pattern == pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a|a)*b",
        "(a|ab)*c",
        "(?:a?){30}b",
        ".*.*.*=",
        "(?:x*y*)+z",
        "((a{1,99}){1,99}){1,99}",
        "(?=(a+)+b)c",
    ],
)
def test_patterns_that_could_hang_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="it could take too long"):
        compile_safely(pattern)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(", "missing \\), unterminated subpattern at position 0"),
        ("*", "nothing to repeat at position 0"),
        ("[[a]", "Possible nested set"),
        ("[b-a]", "bad character range"),
        ("a{99999999999}", "too large"),
    ],
)
def test_a_broken_pattern_says_why(pattern: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        compile_safely(pattern)


def test_case_does_not_matter() -> None:
    assert compile_safely("YouTube").search("a YOUTUBE b")


@given(
    st.lists(
        st.sampled_from(["a", "b", ".", "(", ")", "|", "*", "+", "?", "{2,9}", "[ab]"]),
        max_size=10,
    ).map("".join)
)
def test_whatever_is_accepted_answers_at_once(pattern: str) -> None:
    try:
        compiled = compile_safely(pattern)
    except ValueError:
        return
    for text in ("a" * SUBJECT_CHARS, "ab" * (SUBJECT_CHARS // 2)):
        begun_s = time.process_time()
        compiled.search(text + "c")
        assert time.process_time() - begun_s < 1
