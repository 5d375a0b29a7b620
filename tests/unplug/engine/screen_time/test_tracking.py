"""Tracking from a source's word to the book, on fakes."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.fakes import FakeBook, FakeClock, FakePast, FakeSource, FakeTail
from unplug.days import day_number
from unplug.engine.screen_time.desktop import Desktop
from unplug.engine.screen_time.ledger import COMMIT_WITHIN_MS, Ledger
from unplug.engine.screen_time.options import TrackingOptions
from unplug.engine.screen_time.tracking import BEAT_MS, Tracker
from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Active, Fact, Focus, Idle, Locked, Media, Sleep, Wake
from unplug.sensing.source import (
    SensingOptions,
    Signal,
    Source,
    SourceUnavailableError,
)
from unplug.usage.states import State

S, MIN, HOUR = 1_000, 60_000, 3_600_000


@dataclass
class Rig:
    """A tracker on fakes."""

    options: TrackingOptions = field(default_factory=TrackingOptions)
    clock: FakeClock = field(default_factory=FakeClock)
    book: FakeBook = field(default_factory=FakeBook)
    tail: FakeTail = field(default_factory=FakeTail)
    past: FakePast = field(default_factory=FakePast)
    source: FakeSource = field(default_factory=lambda: FakeSource(Focus("editor")))
    offered: bool = True

    def __post_init__(self) -> None:
        self.tracker = Tracker(
            clock=self.clock,
            desktop=Desktop(self._choose, SensingOptions()),
            ledger=Ledger(self.book, self.tail),
            past=self.past,
            options=self.options,
            name_of=str.title,
        )

    def _choose(self, signal: Signal, _options: SensingOptions) -> Choice:
        if signal is not Signal.FOCUS:
            return Choice(signal, (), ())
        if not self.offered:
            missing = SourceUnavailableError("no display", "", "start one")
            return Choice(signal, (), (missing,))
        sources: tuple[Source, ...] = (self.source,)
        return Choice(signal, sources, ())

    def start(self) -> "Rig":
        self.tracker.start()
        return self

    def says(self, *facts: Fact) -> "Rig":
        self.source.mouth += facts
        self.tracker.ready(self.source)
        return self

    def lives(self, ms: int) -> "Rig":
        """Time passes as under a loop that serves every deadline."""
        end_ms = self.clock.stamp().mono_ms + ms
        while (now_ms := self.clock.stamp().mono_ms) < end_ms:
            wait_ms = self.tracker.next_deadline_ms()
            left_ms = end_ms - now_ms
            if wait_ms is None or wait_ms > left_ms:
                self.clock.advance(left_ms)
                break
            self.clock.advance(wait_ms)
            self.tracker.wake()
        return self

    @property
    def booked(self) -> list[tuple[str, str | None, int]]:
        return [(s.state.name.lower(), s.app, s.dur_ms) for s in self.book.spans]


def test_a_day_at_the_desk_ends_in_the_book() -> None:
    rig = Rig().start().lives(10 * S).says(Focus("mail")).lives(5 * S)
    rig.tracker.close()
    assert rig.booked == [("active", "editor", 10 * S), ("active", "mail", 5 * S)]
    assert rig.source.closed


def test_the_present_counts_what_is_still_open() -> None:
    rig = Rig().start().lives(10 * S).says(Focus("mail")).lives(4 * S)
    snapshot = rig.tracker.snapshot()
    assert snapshot.state is State.ACTIVE
    assert snapshot.app == "mail"
    assert abs(snapshot.screen_ms - 14 * S) <= BEAT_MS
    assert [(a.app, a.name) for a in snapshot.top] == [
        ("editor", "Editor"),
        ("mail", "Mail"),
    ]


def test_the_tail_is_never_more_than_a_second_behind_while_active() -> None:
    rig = Rig().start()
    for _ in range(50):
        rig.lives(137)
        lived_ms = rig.clock.stamp().boot_ms - 1_000_000
        assert lived_ms - rig.tail.known_ms < S


def test_a_commit_does_not_set_the_tail_back() -> None:
    """A kill right after it would lose all that is open: two minutes and more."""
    rig = Rig().start().lives(MIN).says(Focus("mail"))
    for _ in range(3 * COMMIT_WITHIN_MS // 500):
        rig.lives(500)
        booked_ms = sum(span.dur_ms for span in rig.book.spans)
        closed_ms = sum(span.dur_ms for span in rig.tail.closed)
        before_ms = sum(span.dur_ms for span in rig.tail.open[:-1])
        known_ms = booked_ms + closed_ms + before_ms + rig.tail.known_ms
        lived_ms = rig.clock.stamp().boot_ms - 1_000_000
        assert lived_ms - S < known_ms <= lived_ms
    assert rig.book.commits == 1


def test_nothing_ticks_while_nobody_is_there() -> None:
    rig = Rig().start().lives(3 * MIN).says(Idle(2 * MIN))
    rig.lives(MIN)
    assert rig.tracker.next_deadline_ms() is None
    rig.says(Active())
    assert rig.tracker.next_deadline_ms() == BEAT_MS


def test_closed_spans_are_committed_soon_and_when_somebody_leaves() -> None:
    rig = Rig().start().lives(MIN).says(Focus("mail"))
    rig.lives(2 * MIN + COMMIT_WITHIN_MS + 10 * S)
    assert rig.booked == [("active", "editor", MIN)]
    rig.says(Focus("chat")).lives(MIN).says(Idle(2 * MIN))
    assert rig.booked[1][:2] == ("active", "mail")


def test_sleep_is_let_through_only_when_all_is_on_disk() -> None:
    rig = Rig().start().lives(MIN).says(Sleep())
    assert rig.source.released == 1
    rig.clock.sleep(HOUR)
    rig.says(Wake()).lives(S)
    rig.tracker.close()
    assert ("asleep", None, HOUR) in rig.booked


def test_a_full_disk_loses_nothing_and_says_so() -> None:
    rig = Rig().start().lives(MIN)
    rig.book.full = True
    rig.says(Locked()).lives(90 * MIN)
    assert any("disk full" in n for n in rig.tracker.snapshot().notices)
    rig.book.full = False
    rig.lives(COMMIT_WITHIN_MS)
    rig.tracker.close()
    assert rig.booked[0] == ("active", "editor", MIN)
    assert rig.tracker.snapshot().notices == ()
    total_ms = sum(s.dur_ms for s in rig.book.spans)
    assert total_ms == 91 * MIN + COMMIT_WITHIN_MS


def test_a_lost_source_is_opened_again_and_what_it_said_is_taken_back() -> None:
    rig = Rig().start().lives(MIN)
    rig.source.lost = True
    rig.offered = False
    rig.tracker.ready(rig.source)
    assert rig.tracker.snapshot().app is None
    assert rig.tracker.sources() == ()
    rig.lives(10 * S)
    rig.source = FakeSource(Focus("mail"))
    rig.offered = True
    rig.lives(10 * S)
    assert rig.tracker.snapshot().app == "mail"


def test_the_last_try_does_not_wait_for_ever() -> None:
    rig = Rig().start()
    rig.source.lost = True
    rig.offered = False
    rig.tracker.ready(rig.source)
    rig.says(Locked())
    rig.lives(2 * HOUR)
    wait_ms = rig.tracker.next_deadline_ms()
    assert wait_ms is not None
    assert wait_ms <= 300 * S


def test_what_is_missing_is_told() -> None:
    rig = Rig(offered=False).start()
    assert rig.tracker.snapshot().notices == ("no display — start one",)


def test_a_pause_ends_by_itself() -> None:
    rig = Rig().start()
    rig.tracker.pause(rig.clock.stamp().utc + timedelta(minutes=15))
    assert rig.tracker.snapshot().state is State.PAUSED
    rig.lives(15 * MIN)
    assert rig.tracker.snapshot().state is State.ACTIVE
    assert rig.past.pause is None


def test_a_pause_outlives_a_restart() -> None:
    past = FakePast()
    Rig(past=past).start().tracker.pause(None)
    again = Rig(past=past).start()
    assert again.tracker.snapshot().state is State.PAUSED
    assert again.tracker.snapshot().paused_until == datetime.max.replace(tzinfo=UTC)
    again.tracker.resume()
    assert again.tracker.snapshot().state is State.ACTIVE


def test_a_pause_that_ended_while_nothing_ran_is_over() -> None:
    past = FakePast()
    rig = Rig(past=past).start()
    rig.tracker.pause(rig.clock.stamp().utc + timedelta(minutes=15))
    rig.clock.advance(HOUR)
    assert Rig(past=past, clock=rig.clock).start().tracker.snapshot().state is (
        State.ACTIVE
    )


def test_until_tomorrow_ends_when_the_next_day_starts() -> None:
    rig = Rig(clock=FakeClock(1_767_225_600_000, "Europe/Madrid")).start()
    rig.tracker.pause_until_tomorrow()
    until = rig.tracker.snapshot().paused_until
    assert until is not None
    assert until.isoformat() == "2026-01-01T04:00:00+01:00"


def test_an_excluded_app_keeps_its_time_and_loses_its_name() -> None:
    rig = Rig(TrackingOptions(excluded_apps=frozenset({"Bank"}))).start().lives(MIN)
    rig.says(Focus("bank", "Account 1")).lives(MIN)
    rig.tracker.close()
    assert rig.booked == [("active", "editor", MIN), ("active", None, MIN)]


def test_titles_are_stored_only_when_they_are_switched_on() -> None:
    for on, title in ((False, None), (True, "Plan")):
        rig = Rig(TrackingOptions(titles=on)).start().says(Focus("editor", "Plan"))
        rig.lives(MIN).tracker.close()
        assert rig.book.spans[-1].title == title


def test_the_title_of_a_private_window_is_never_stored() -> None:
    rig = Rig(TrackingOptions(titles=True)).start()
    rig.says(Focus("firefox", "Secret — Mozilla Firefox Private Browsing"))
    rig.lives(MIN).tracker.close()
    assert rig.book.spans[-1].title is None


def test_today_starts_from_what_is_stored_of_it() -> None:
    rig = Rig()
    today = day_number(rig.clock.stamp().wall_ms, 0, 240)
    rig.past.days[today] = {("editor", State.ACTIVE): HOUR}
    assert rig.start().tracker.snapshot().screen_ms == HOUR


def test_a_new_day_starts_at_nothing() -> None:
    rig = Rig().start().lives(MIN).says(Media(playing=False))
    rig.lives(4 * HOUR)
    assert rig.tracker.snapshot().screen_ms <= MIN + BEAT_MS


def test_forgetting_everything_goes_on_from_now() -> None:
    rig = Rig().start().lives(MIN)
    rig.tracker.forget_everything()
    rig.lives(S)
    rig.tracker.close()
    assert rig.booked == [("active", "editor", S)]
