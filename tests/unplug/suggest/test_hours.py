import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.errors import UnplugError
from unplug.suggest.hours import read, read_all, said
from unplug.suggest.weekly import EVERY_DAY, WEEKEND, WORKDAYS, Weekly


@pytest.mark.parametrize(
    ("text", "days", "start", "end"),
    [
        ("Mon-Fri 18:00-20:00", WORKDAYS, 1080, 1200),
        ("weekends 10-18", WEEKEND, 600, 1080),
        ("9-12", EVERY_DAY, 540, 720),
        ("Tue, Thu 18:30-22", (1, 3), 1110, 1320),
        ("tuesdays and fridays 8-9", (1, 4), 480, 540),
        ("Fri–Mon 22-7", (0, 4, 5, 6), 1320, 420),
        ("daily 20-24", EVERY_DAY, 1200, 1440),
        ("daily 20-0", EVERY_DAY, 1200, 1440),
    ],
)
def test_hours_are_read_as_people_write_them(
    text: str, days: tuple[int, ...], start: int, end: int
) -> None:
    assert read(text) == Weekly(days, start, end)


@pytest.mark.parametrize(
    "text",
    ["", "evenings", "Mon 10", "Foo 9-10", "Mon 25-26", "Mon 9:60-10", "Mon 9-9"],
)
def test_what_is_no_hours_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UnplugError, match="write them like"):
        read(text)


def test_several_can_stand_in_one_text() -> None:
    assert read_all(["Mon 9-10; Tue 9-10", "Wed 9-10"]) == tuple(
        Weekly((day,), 540, 600) for day in (0, 1, 2)
    )


@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
def test_what_is_said_is_read_again(days: set[int], start: int, end: int) -> None:
    if start != end:
        weekly = Weekly(tuple(sorted(days)), start, end)
        assert read(said(weekly)) == weekly
