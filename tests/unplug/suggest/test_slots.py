from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.suggest.making import MADRID, NOW, moment, person
from unplug.suggest import constants as c
from unplug.suggest.inputs import Person, Wishes
from unplug.suggest.slots import Finder, Slot, Way
from unplug.suggest.weekly import EVERY_DAY, Weekly, covered

HOUR = timedelta(hours=1)
ALWAYS = (Weekly(EVERY_DAY, 0, 1440),)


def slots(who: Person, wishes: Wishes = Wishes()) -> list[Slot]:  # noqa: B008
    return Finder(moment(), wishes).slots(who)


def local(slot: Slot) -> str:
    return (
        f"{slot.start.astimezone(MADRID):%a %H:%M}-{slot.end.astimezone(MADRID):%H:%M}"
    )


def test_a_slot_is_where_both_are_usually_free() -> None:
    mine = Wishes(free=(Weekly((2, 3), 19 * 60, 21 * 60),))
    (slot,) = slots(person(free=(Weekly((2,), 18 * 60, 20 * 60 + 30),)), mine)
    assert local(slot) == "Wed 19:00-20:30"
    assert slot.theirs_known
    assert slot.own_known


def test_nobody_who_is_free_only_next_week_has_a_slot() -> None:
    mine = Wishes(free=(Weekly((0,), 18 * 60, 21 * 60),))
    assert slots(person(free=(Weekly((0,), 18 * 60, 21 * 60),)), mine) == []


def test_their_evening_is_taken_in_their_own_zone() -> None:
    tokyo = person(
        near=False, zone=ZoneInfo("Asia/Tokyo"), free=(Weekly((2,), 1080, 1320),)
    )
    (slot,) = slots(tokyo, Wishes(free=ALWAYS))
    assert slot.way is Way.CALL
    assert local(slot) == "Wed 10:00-10:30"


def test_notice_is_kept_and_a_call_needs_less_of_it() -> None:
    everybody = Wishes(free=ALWAYS)
    meet = slots(person(free=ALWAYS), everybody)[0]
    call = slots(person(free=ALWAYS, near=False), everybody)[0]
    assert meet.start == NOW + 3 * HOUR
    assert call.start == NOW + HOUR / 2


def test_the_way_there_and_back_must_fit_into_the_own_free_time() -> None:
    mine = Wishes(free=(Weekly((2,), 18 * 60, 21 * 60),))
    far = person(free=ALWAYS, travel_min=45)
    assert [local(slot) for slot in slots(far, mine)] == ["Wed 18:45-20:15"]
    (farther,) = slots(person(free=ALWAYS, travel_min=75), mine)
    assert farther.way is Way.CALL


def test_a_day_trip_away_means_a_call() -> None:
    assert {slot.way for slot in slots(person(travel_min=91))} == {Way.CALL}


def test_what_is_taken_is_not_free() -> None:
    evening = (
        datetime(2027, 3, 17, 16, tzinfo=UTC),
        datetime(2027, 3, 17, 23, tzinfo=UTC),
    )
    assert Finder(moment(), Wishes(), (evening,)).slots(person()) == []


def test_a_long_free_day_gives_two_hours_of_it() -> None:
    (slot,) = slots(person(free=(Weekly((2,), 8 * 60, 22 * 60),)))
    assert slot.end - slot.start == 2 * HOUR


weeklies = st.builds(
    Weekly,
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    st.integers(0, 1439),
    st.integers(1, 1440),
)


@given(
    st.lists(weeklies, min_size=1, max_size=3).map(tuple),
    st.lists(weeklies, min_size=1, max_size=3).map(tuple),
    st.sampled_from(["Europe/Madrid", "Asia/Kathmandu", "America/New_York"]),
    st.integers(0, 90),
    st.booleans(),
    st.integers(0, 365 * 24 * 6),
)
def test_every_slot_is_free_for_both_soon_enough_and_long_enough(  # noqa: PLR0913, PLR0917
    mine: tuple[Weekly, ...],
    theirs: tuple[Weekly, ...],
    zone: str,
    travel_min: int,
    near: bool,  # noqa: FBT001
    ten_minutes: int,
) -> None:
    now = NOW + timedelta(minutes=10 * ten_minutes)
    who = person(free=theirs, zone=ZoneInfo(zone), travel_min=travel_min, near=near)
    for slot in Finder(moment(now=now), Wishes(free=mine)).slots(who):
        meet = slot.way is Way.MEET
        least = c.MEET_LEAST_MIN if meet else c.CALL_LEAST_MIN
        assert slot.end - slot.start >= timedelta(minutes=least)
        assert now < slot.start < now + c.HORIZON
        last = slot.end - timedelta(minutes=1)
        way = timedelta(minutes=travel_min if meet else 0)
        assert covered(theirs, slot.start.astimezone(ZoneInfo(zone)))
        assert covered(theirs, last.astimezone(ZoneInfo(zone)))
        assert covered(mine, (slot.start - way).astimezone(MADRID))
        assert covered(mine, (last + way).astimezone(MADRID))
