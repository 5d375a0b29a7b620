"""Circles, questions, totals, the group's clock and the calendar."""

from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.unplug.trips.groups import DAY_MS, NOW_MS, group, lock, me, meet
from unplug.trips import around, circles
from unplug.trips import bodies as b
from unplug.trips.peer_clock import Correction, Exchange, best_offset, correction
from unplug.trips.state import Member, Plan, TripState
from unplug.trips.window_ics import window_ics

TRIP = bytes(range(16))


def crowd(people: int) -> TripState:
    """A state with that many members and a plan, without the ops behind it."""
    state = TripState(TRIP, title="Lake; with, friends")
    for i in range(people):
        member = bytes([i] * 16)
        state.members[member] = Member(
            member, f"m{i}", b.Role.MEMBER, frozenset(), (i, b"", 0, b"")
        )
    start = 1_806_076_800_000  # 2027-03-26 16:00 UTC, a Friday
    window = b.Propose(start, start + 41 * 3_600_000, "Europe/Madrid", "Casa, río")
    state.plans.append(Plan(bytes(16), window, 1))
    return state


@given(st.integers(0, 60), st.integers(3, 5), st.binary(min_size=16, max_size=16))
def test_circles_hold_everybody_once_in_threes_to_fives(
    people: int, size: int, salt: bytes
) -> None:
    state = crowd(people)
    state.circles = b.Circles(salt, size)
    drawn = circles.draw(state)
    assert sorted(m for circle in drawn for m in circle) == sorted(state.members)
    sizes = [len(circle) for circle in drawn]
    if people >= 3:
        assert 3 <= min(sizes) <= max(sizes) <= min(sizes) + 1
        assert max(sizes) <= 5


def test_who_declines_is_in_no_circle() -> None:
    state = crowd(9)
    state.plans[0].answers[bytes(16)] = b.Say.NO
    assert bytes(16) not in [m for circle in circles.draw(state) for m in circle]


def test_circles_are_drawn_fairly() -> None:
    state, together = crowd(8), dict.fromkeys(combinations(range(8), 2), 0)
    for i in range(2_000):
        state.circles = b.Circles(i.to_bytes(16, "little"), 4)
        for circle in circles.draw(state):
            for one, other in combinations(sorted(m[0] for m in circle), 2):
                together[one, other] += 1
    expected = 2_000 * 3 / 7
    assert all(abs(n - expected) < 5 * expected**0.5 for n in together.values())


def test_circles_are_the_same_for_all_until_the_organiser_draws_again() -> None:
    replicas = group("Ana", "Bea", "Cleo", "Dan", "Eve", "Fay", "Gus")
    drawn = {circles.draw(r.state()) for r in replicas}
    assert len(drawn) == 1
    replicas[1].write(b.Circles(bytes([9] * 16), 3))
    meet(*replicas)
    assert {circles.draw(r.state()) for r in replicas} == drawn
    for i in range(3):
        replicas[0].write(b.Circles(bytes([i] * 16), 3))
    meet(*replicas)
    again = {circles.draw(r.state()) for r in replicas}
    assert len(again) == 1
    assert again != drawn


def test_a_circle_gets_the_same_questions_on_all_its_apps() -> None:
    state = crowd(8)
    one, two = circles.draw(state)
    asked = around.ice_breakers(state, one)
    assert len(set(asked)) == 3
    assert all(question.endswith("?") for question in asked)
    assert asked == around.ice_breakers(state, tuple(reversed(one)))
    assert asked != around.ice_breakers(state, two)


def shared(*outcomes: tuple[b.Tier, b.Kept, int | None]) -> TripState:
    state = crowd(len(outcomes))
    for member, (tier, kept, bucket) in zip(
        state.members.values(), outcomes, strict=True
    ):
        member.tier = tier
        plan = state.plans[0]
        plan.outcomes[member.id] = b.Outcome(plan.ref, kept, bucket)
    return state


def test_totals_need_three_who_share() -> None:
    yes = (b.Tier.KEPT, b.Kept.FULLY, None)
    for outcomes in (
        [yes, yes],
        [yes, yes, (b.Tier.ANSWER_ONLY, b.Kept.FULLY, None)],
        [yes, yes, (b.Tier.KEPT, b.Kept.RATHER_NOT_SAY, 4)],
    ):
        state = shared(*outcomes)
        assert around.totals(state, state.plans[0], NOW_MS) is None
    state = shared(yes, yes, (b.Tier.BUCKET, b.Kept.NOT, 1))
    totals = around.totals(state, state.plans[0], NOW_MS)
    assert totals == around.Totals(kept=(2, 0, 1), sharing=3, buckets=None)


def test_buckets_need_three_who_share_those() -> None:
    state = shared(
        (b.Tier.BUCKET, b.Kept.FULLY, 4),
        (b.Tier.BUCKET, b.Kept.PARTLY, 2),
        (b.Tier.BUCKET, b.Kept.PARTLY, 2),
        (b.Tier.KEPT, b.Kept.NOT, 0),
    )
    totals = around.totals(state, state.plans[0], NOW_MS)
    assert totals == around.Totals((1, 2, 1), 4, (0, 0, 2, 0, 1))


def test_silence_is_not_shared() -> None:
    state = crowd(12)
    assert around.totals(state, state.plans[0], NOW_MS) is None


def test_everything_about_a_window_expires_after_thirty_days() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    plan = lock(ana)
    meet(ana, bea, cleo)
    for replica in (ana, bea, cleo):
        replica.write(b.Share(b.Tier.KEPT))
        replica.write(b.Outcome(plan, b.Kept.FULLY, None))
        replica.write(b.Reflect(plan, "The stars."))
    bea.write(b.Recap(plan, "We sang."))
    meet(ana, bea, cleo)
    state, held = ana.state(), ana.state().plans[0]
    last = held.window.end_ms + 30 * DAY_MS
    totals = around.totals(state, held, last - 1)
    assert totals is not None
    assert totals.kept == (3, 0, 0)
    pages = around.look_back(state, held, last - 1)
    assert [(p.reflection, p.recap) for p in pages] == [
        ("The stars.", ""),
        ("The stars.", "We sang."),
        ("The stars.", ""),
    ]
    assert around.totals(state, held, last) is None
    assert around.look_back(state, held, last) == ()
    assert me(bea) == pages[1].member


@given(
    st.lists(st.integers(-100, 100), min_size=2, max_size=20),
    st.data(),
)
def test_fewer_than_half_liars_cannot_move_the_clock_out_of_the_honest_range(
    honest: list[int], data: st.DataObject
) -> None:
    most = len(honest)  # with one's own clock there is one more honest than that
    day = 86_400_000
    lies = data.draw(st.lists(st.integers(-day, day), max_size=most))
    told = {i.to_bytes(2, "big"): ms for i, ms in enumerate([*honest, *lies])}
    found = correction(told)
    if len(told) >= 3:
        assert min(0, *honest) <= found.ms <= max(0, *honest)


def test_too_few_peers_correct_nothing() -> None:
    assert correction({b"a": 5_000, b"b": 5_000}) == Correction(0, 2)
    assert correction({b"a": 5_000, b"b": 5_000, b"c": 5_000}).ms == 5_000


@pytest.mark.parametrize(("ms", "warned"), [(30_000, False), (30_001, True)])
def test_a_clock_more_than_30_s_off_is_told(*, ms: int, warned: bool) -> None:
    assert Correction(ms, 3).warning is warned
    assert Correction(-ms, 3).warning is warned


def test_a_wrong_clock_is_put_right_by_the_others() -> None:
    told = {bytes([i]): -3_600_000 + i for i in range(5)}
    assert abs(correction(told).ms + 3_600_000) <= 5
    assert correction(told).warning


def test_the_quickest_exchange_says_most() -> None:
    slow = Exchange(sent_ms=0, arrived_ms=5_900, answered_ms=5_900, back_ms=1_000)
    quick = Exchange(sent_ms=0, arrived_ms=5_010, answered_ms=5_015, back_ms=25)
    assert slow.offset_ms == 5_400
    assert best_offset([slow, quick, slow]) == 5_000
    hung = Exchange(sent_ms=0, arrived_ms=0, answered_ms=0, back_ms=60_000)
    back = Exchange(sent_ms=0, arrived_ms=0, answered_ms=100, back_ms=50)
    assert best_offset([hung, back]) is None


def test_the_calendar_says_the_window_in_the_places_own_time() -> None:
    state = crowd(3)
    data = window_ics(state, state.plans[0], NOW_MS)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    [event] = Calendar.from_ical(data).walk("VEVENT")
    madrid = ZoneInfo("Europe/Madrid")
    assert event.decoded("DTSTART") == datetime(2027, 3, 26, 17, 0, tzinfo=madrid)
    assert event.decoded("DTEND") == datetime(2027, 3, 28, 11, 0, tzinfo=madrid)
    assert str(event["SUMMARY"]) == "Lake; with, friends"
    assert str(event["LOCATION"]) == "Casa, río"
    assert "ATTENDEE" not in event
    assert b"METHOD:PUBLISH\r\n" in data
    [alarm] = event.walk("VALARM")
    assert alarm["TRIGGER"].to_ical() == b"-PT15M"


def test_the_zone_in_the_calendar_is_right_on_its_own() -> None:
    state = crowd(3)
    calendar = Calendar.from_ical(window_ics(state, state.plans[0], NOW_MS))
    [zone] = calendar.walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    for instant in (datetime(2027, 3, 27, 12), datetime(2027, 3, 28, 12)):  # noqa: DTZ001  (local)
        expected = instant.replace(tzinfo=ZoneInfo("Europe/Madrid")).utcoffset()
        assert instant.replace(tzinfo=own).utcoffset() == expected


def test_a_revision_keeps_the_uid_and_raises_the_sequence() -> None:
    state = crowd(3)
    first = state.plans[0]
    second = Plan(bytes([1] * 16), first.window, 2)
    called_off = Plan(bytes([1] * 16), first.window, 2, cancelled=True)
    events = [
        Calendar.from_ical(window_ics(state, plan, NOW_MS)).walk("VEVENT")[0]
        for plan in (first, second, called_off)
    ]
    assert len({str(e["UID"]) for e in events}) == 1
    sequences = [int(e["SEQUENCE"]) for e in events]
    assert sequences == sorted(set(sequences))
    assert [str(e["STATUS"]) for e in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]


def test_a_zone_unknown_here_is_written_in_utc() -> None:
    state = crowd(3)
    start = state.plans[0].window.start_ms
    plan = Plan(bytes(16), b.Propose(start, start + DAY_MS, "Mars/Olympus", ""), 1)
    data = window_ics(state, plan, NOW_MS)
    assert b"DTSTART:20270326T160000Z" in data
    assert b"VTIMEZONE" not in data
    assert b"LOCATION" not in data
