from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.durations import for_people, parse
from unplug.errors import UnplugError


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45m", 2700),
        ("1h30", 5400),
        ("1h30m", 5400),
        ("120s", 120),
        ("2 h", 7200),
        ("2 h 14", 8040),
        ("2 H 05", 7500),
        ("1.5 h", 5400),
        ("1,5h", 5400),
        ("2 hours 5 min", 7500),
        ("14 min", 840),
        ("1 min 30 s", 90),
        ("40 s", 40),
        ("0.001s", 0.001),
        (" 10m ", 600),
        ("1h 90m", 9000),
    ],
)
def test_what_people_write_is_understood(text: str, seconds: float) -> None:
    assert parse(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "90",
        "h",
        "1h75",
        "m5",
        "-5m",
        "1 30",
        "5 parsecs",
        "1e3s",
        "٣m",
        "5m!",
    ],
)
def test_what_is_no_duration_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnplugError) as caught:
        parse(text)
    assert str(caught.value).endswith("write it like 45m, 1h30 or 120s")


def test_nothing_is_no_duration() -> None:
    with pytest.raises(UnplugError, match="duration of nothing: 0s — give at least"):
        parse("0s")


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (0, "0 s"),
        (-5, "0 s"),
        (999, "0 s"),
        (40_000, "40 s"),
        (59_999, "59 s"),
        (60_000, "1 min"),
        (14 * 60_000, "14 min"),
        (3_599_999, "59 min"),
        (3_600_000, "1 h"),
        (3_660_000, "1 h 01"),
        (8_040_000, "2 h 14"),
        (100 * 3_600_000, "100 h"),
    ],
)
def test_lengths_are_said_briefly_and_rounded_down(ms: int, said: str) -> None:
    assert for_people(ms) == said


@given(st.integers(1000, 360_000_000_000))
def test_whatever_is_said_can_be_read_back(ms: int) -> None:
    shown = parse(for_people(ms)) // timedelta(milliseconds=1)
    assert shown <= ms
    assert for_people(shown) == for_people(ms)


@given(st.text(max_size=12))
def test_any_text_is_a_positive_duration_or_one_error(text: str) -> None:
    try:
        assert parse(text) > timedelta()
    except UnplugError as error:
        assert error.value == text  # noqa: PT017  (either outcome is right)
