from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeClock
from unplug.clock import to_ms
from unplug.days import DAY_MS
from unplug.engine.screen_time.days_seen import DaysSeen
from unplug.engine.screen_time.growing import cut, grown
from unplug.engine.screen_time.usual import UsualDays
from unplug.usage.baseline import STEP_MS, Band, band
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

MADRID = ZoneInfo("Europe/Madrid")
HOUR_MS = 3_600_000


class Stored:
    def __init__(self, *spans: ScreenSpan) -> None:
        self._spans = spans
        self.asked: list[int] = []

    def spans(self, from_ms: int, to_ms: int) -> tuple[ScreenSpan, ...]:
        return tuple(
            span
            for span in self._spans
            if span.start_ms < to_ms and span.end_ms > from_ms
        )

    def usual_band(self, day: int) -> Band | None:
        self.asked.append(day)
        return None


class Running:
    def __init__(self, *waiting: ScreenSpan, zone: str = "Europe/Madrid") -> None:
        self.waiting = waiting
        self.zone = ZoneInfo(zone)


def days(stored: Stored, running: Running, clock: FakeClock) -> DaysSeen:
    return DaysSeen(
        clock=clock,
        stored=stored,
        running=running,
        day_start_min=240,
        name_of=str.title,
    )


def at(day: date, hour: float) -> int:
    start = datetime.combine(day, datetime.min.time(), tzinfo=MADRID)
    return to_ms(start) + round(hour * HOUR_MS)


def test_a_day_has_what_is_stored_and_what_is_not_yet_cut_at_its_ends() -> None:
    clock = FakeClock()
    yesterday = clock.stamp().utc.date() - timedelta(days=2)
    night = ScreenSpan(at(yesterday, 3), 2 * HOUR_MS, State.ACTIVE, "film")
    evening = ScreenSpan(at(yesterday, 20), HOUR_MS, State.ACTIVE, "code")
    seen = days(Stored(night), Running(evening), clock).day(yesterday)
    assert [(span.app, span.dur_ms) for span in seen.spans] == [
        ("film", HOUR_MS),
        ("code", HOUR_MS),
    ]
    assert seen.spans[0].start_ms == seen.start_ms == at(yesterday, 4)
    assert seen.screen_ms == 2 * HOUR_MS
    assert len(seen.grown_ms) == 97


def test_the_present_day_has_come_as_far_as_now() -> None:
    clock = FakeClock()
    seeing = days(Stored(), Running(), clock)
    seen = seeing.day(seeing.today())
    assert seen.now_ms == clock.stamp().wall_ms
    assert seen.start_ms <= seen.now_ms < seen.end_ms
    assert seen.screen_ms == 0


def test_a_day_of_the_change_to_summer_time_is_an_hour_shorter() -> None:
    seen = days(Stored(), Running(), FakeClock()).day(date(2025, 3, 29))
    assert seen.end_ms - seen.start_ms == DAY_MS - HOUR_MS


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 180)), max_size=30),
    st.integers(1, 24 * 60),
)
def test_growth_never_falls_and_ends_with_all_there_is(
    steps: list[tuple[int, int]], now_min: int
) -> None:
    spans, at_ms = [], 0
    for gap, minutes in steps:
        at_ms += gap * 60_000
        spans.append(ScreenSpan(at_ms, minutes * 60_000, State.ACTIVE, "a"))
        at_ms += minutes * 60_000
    now_ms = now_min * 60_000
    growth = grown(spans, 0, now_ms)
    parts = cut(spans, 0, now_ms)
    assert list(growth) == sorted(growth)
    total = sum(p.dur_ms for p in parts if p.state in SCREEN_STATES)
    assert (growth[-1] if growth else 0) == total
    if growth:
        assert len(growth) == -(-now_ms // STEP_MS) + 1


def test_a_band_is_the_median_and_its_spread_step_by_step() -> None:
    today = date(2026, 1, 9)
    curves = {
        today - timedelta(days=back): (0, *(hours * HOUR_MS,) * 96)
        for back, hours in ((1, 1), (2, 2), (3, 6))
    }
    found = band(curves, today)
    assert found is not None
    assert found.median_ms[0] == 0
    assert set(found.median_ms[1:]) == {2 * HOUR_MS}
    assert set(found.mad_ms[1:]) == {HOUR_MS}
    assert found.low_ms[5] == HOUR_MS
    assert found.high_ms[5] == 3 * HOUR_MS
    assert band({today: (0,) * 97}, today) is None


def test_leafing_through_days_reads_each_day_before_them_once() -> None:
    asked: list[tuple[int, int]] = []

    class Reader:
        def by_day(self, first: int, last: int) -> dict[int, dict[State, int]]:
            asked.append((first, last))
            return {day: {State.ACTIVE: day} for day in range(first, last + 1)}

        def screen_curves(self, first: int, last: int) -> dict[int, list[int]]:
            return {day: [0] + [day] * 96 for day in range(first, last + 1)}

    leafed = UsualDays(Reader(), 240)  # type: ignore[arg-type]
    for day in (20_000, 19_999, 19_998, 20_000):
        found = leafed.band(day)
        fresh = UsualDays(Reader(), 240).band(day)  # type: ignore[arg-type]
        asked.pop()
        assert found == fresh
    assert asked == [(19_972, 19_999), (19_971, 19_971), (19_970, 19_970)]
