from datetime import date, timedelta
from itertools import product

import pytest

from tests.unplug.suggest.making import NOW, inputs, person
from unplug.suggest.inputs import Season, Weather, Wishes
from unplug.suggest.slots import Slot, Way
from unplug.suggest.what import activities, fitting, season_of, step


def slot(hour: int = 18, minutes: int = 120, way: Way = Way.MEET) -> Slot:
    """A slot on Wednesday by Madrid's clock."""
    start = NOW + timedelta(hours=24 + hour - 18)
    end = start + timedelta(minutes=minutes)
    return Slot(start, end, way, theirs_known=True, own_known=True)


def test_keys_are_given_once() -> None:
    keys = [activity.key for activity in activities()]
    assert len(keys) == len(set(keys)) >= 40


def test_every_activity_can_be_read_into_a_sentence_and_has_sane_bounds() -> None:
    for activity in activities():
        assert not activity.text.endswith(".")
        least, most = activity.group
        assert 1 <= least <= most <= 5
        assert 0 <= activity.cost <= 3
        assert activity.least_min <= 120
        assert activity.seasons
        assert activity.parts <= {"morning", "afternoon", "evening"}


@pytest.mark.parametrize(
    ("season", "weather", "hour"),
    list(product([None, *Season], [None, *Weather], [9, 14, 19])),
)
def test_there_is_something_for_every_slot_free_of_charge_even_in_the_rain(
    season: Season | None, weather: Weather | None, hour: int
) -> None:
    given = inputs(season=season, weather=weather, wishes=Wishes(cost_most=0))
    assert fitting(given, slot(hour, 60))
    assert fitting(given, slot(hour, 15, Way.CALL))


@pytest.mark.parametrize("others", range(1, 6))
def test_there_is_something_for_every_size_of_group(others: int) -> None:
    for activity in fitting(inputs(), slot(), others=others):
        assert activity.group[0] <= others <= activity.group[1]
    assert len(fitting(inputs(), slot(), others=others)) >= 5


def test_a_step_fits_its_time_season_weather_and_purse() -> None:
    given = inputs(
        season=Season.WINTER, weather=Weather.FOUL, wishes=Wishes(cost_most=1)
    )
    for activity in fitting(given, slot(19, 60)):
        assert activity.least_min <= 60
        assert Season.WINTER in activity.seasons
        assert activity.weather_proof
        assert activity.cost <= 1
        assert "evening" in activity.parts
    summer = {a.key for a in fitting(inputs(season=Season.SUMMER), slot(15))}
    winter = {a.key for a in fitting(inputs(season=Season.WINTER), slot(15))}
    assert "ice-cream" in summer - winter


def test_a_call_is_for_calling_first_of_all_to_set_a_date() -> None:
    found = fitting(inputs(), slot(18, 15, Way.CALL))
    assert "call-date" in {activity.key for activity in found}
    assert {activity.way for activity in found} == {Way.CALL}


def test_what_two_share_is_suggested_more_often() -> None:
    def cooked(*interests: str) -> int:
        who = person(interests=interests)
        steps = [step(inputs(seed=seed), who, slot()) for seed in range(400)]
        return sum("cooking" in each.activity.interests for each in steps if each)

    assert cooked("Cooking") > 2 * cooked()


def test_nothing_fits_into_five_minutes() -> None:
    assert step(inputs(), person(), slot(18, 5)) is None


def test_the_users_own_topics_go_with_the_step() -> None:
    made = step(inputs(), person(topics=("the garden",)), slot())
    assert made is not None
    assert made.topics == ("the garden",)


def test_seasons_turn_round_south_of_the_line() -> None:
    assert season_of(date(2027, 1, 9)) is Season.WINTER
    assert season_of(date(2027, 3, 1)) is Season.SPRING
    assert season_of(date(2027, 8, 31)) is Season.SUMMER
    assert season_of(date(2027, 12, 1)) is Season.WINTER
    assert season_of(date(2027, 12, 1), southern=True) is Season.SUMMER
