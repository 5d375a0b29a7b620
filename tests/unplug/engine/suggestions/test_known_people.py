"""The address book as suggestions know it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from unplug.engine.suggestions.known_people import _coming, person_of
from unplug.people.circles import CIRCLES, Cadence
from unplug.people.contact import Anniversary, FreeTime
from unplug.people.known import Known
from unplug.people.partial_date import PartialDate
from unplug.suggest.inputs import KeptOut, Occasion, Person
from unplug.suggest.weekly import Weekly

MADRID = ZoneInfo("Europe/Madrid")
TODAY = date(2027, 3, 16)
BY_NAME = {circle.name: circle for circle in CIRCLES}


def known(today: date = TODAY, **told: object) -> Person:
    whole = Known(uid="ana", name="Ana", since=TODAY, **told)  # type: ignore[arg-type]
    return person_of(whole, BY_NAME, today, MADRID, frozenset(_coming(today)))


def test_how_often_is_their_own_or_their_circles_or_that_of_the_wider_ones() -> None:
    assert known(circle="close").cadence_d == 14
    assert known(circle="close", own_cadence=Cadence.of_days(5, 9)).cadence_d == 5
    assert known().cadence_d == 90


def test_closeness_follows_from_the_circle_until_it_is_said() -> None:
    assert known(circle="close").closeness == 4
    assert known(circle="close", closeness=2).closeness == 2
    assert known().closeness == 3


def test_days_become_noon_where_the_user_is() -> None:
    met = known(last_met=date(2027, 3, 1)).met_at
    assert met == datetime(2027, 3, 1, 11, tzinfo=UTC)
    assert met is not None
    assert met.tzinfo is UTC


def test_free_hours_are_in_their_own_zone_and_far_away_one_calls() -> None:
    far = known(zone="America/New_York", free_times=(FreeTime(2, 18, 22),))
    assert far.free == (Weekly((2,), 1080, 1320),)
    assert far.zone == ZoneInfo("America/New_York")
    assert not far.near
    assert known(zone="Europe/Madrid").near
    assert known(zone="Nowhere/City").near


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"never": True}, KeptOut.NEVER),
        ({"in_memoriam": True}, KeptOut.MEMORIAL),
        ({"blocked": True}, KeptOut.BLOCKED),
    ],
)
def test_who_is_never_suggested_says_why(told: dict[str, bool], why: KeptOut) -> None:
    assert known(**told).kept_out == {why}


@pytest.mark.parametrize("ahead", range(9))
def test_birthdays_count_from_today_to_a_week_ahead(ahead: int) -> None:
    on = TODAY + timedelta(days=ahead)
    found = known(birthday=PartialDate(1980, on.month, on.day)).occasions
    assert found == ((Occasion("birthday", on),) if ahead <= 7 else ())


def test_a_leap_day_falls_on_the_last_of_february_in_other_years() -> None:
    born = PartialDate(None, 2, 29)
    [leap] = known(date(2027, 2, 25), birthday=born).occasions
    assert leap.on == date(2027, 2, 28)
    [leap] = known(date(2028, 2, 25), birthday=born).occasions
    assert leap.on == date(2028, 2, 29)


def test_anniversaries_have_the_users_word_and_silence_is_kept() -> None:
    wedding = Anniversary(date=PartialDate(2001, 3, 18), label="wedding")
    [found] = known(anniversaries=(wedding,)).occasions
    assert found.on == date(2027, 3, 18)
    assert known(anniversaries=(wedding,), remind=False).occasions == ()
