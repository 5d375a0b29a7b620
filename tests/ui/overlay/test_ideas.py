"""What to do without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.overlay.ideas import _ideas, idea_for

MIN = 60_000


@given(st.text(), st.integers(1, 31 * 24 * 60), st.integers(0, 23))
def test_an_idea_fits_the_length_and_the_hour_and_stays_the_same(
    session: str, minutes: int, hour: int
) -> None:
    said = idea_for(session, minutes * MIN, hour)
    assert said == idea_for(session, minutes * MIN, hour)
    for idea in _ideas():
        if idea.text == said:
            assert idea.least_min <= minutes <= idea.most_min
            assert hour in idea.hours or hour + 24 in idea.hours


@pytest.mark.parametrize("minutes", [1, 10, 30, 60, 120, 480, 24 * 60])
def test_at_every_waking_hour_there_are_a_few_to_choose_from(minutes: int) -> None:
    for hour in range(8, 21):
        found = {idea_for(str(n), minutes * MIN, hour) for n in range(200)}
        assert "" not in found
        assert len(found) >= 3


def test_at_night_nobody_is_sent_out() -> None:
    found = {idea_for(str(n), 60 * MIN, hour) for n in range(300) for hour in (23, 2)}
    assert not any("door" in idea or "trees" in idea for idea in found)


def test_each_idea_is_said_once_and_in_few_words() -> None:
    texts = [idea.text for idea in _ideas()]
    assert len(set(texts)) == len(texts) >= 25
    assert all(len(text) <= 45 for text in texts)
