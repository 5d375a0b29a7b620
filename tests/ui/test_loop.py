from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeTracker, PipeSource
from ui.loop import LONGEST_WAIT_MS, Loop

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def source() -> Iterator[PipeSource]:
    pipe = PipeSource()
    yield pipe
    pipe.close()


def test_a_source_that_speaks_is_passed_to_the_tracker(
    qtbot: QtBot, source: PipeSource
) -> None:
    tracker = FakeTracker()
    tracker.watched = (source,)
    loop = Loop(tracker)
    loop.sync()
    with qtbot.waitSignal(loop.heard):
        source.say()
    assert tracker.asked == [("ready", "pipe")]


def test_a_source_that_the_tracker_dropped_is_not_watched_any_more(
    qtbot: QtBot, source: PipeSource
) -> None:
    other = PipeSource("other")
    tracker = FakeTracker()
    tracker.watched = (source, other)

    def drop(spoken: PipeSource) -> None:
        tracker.watched = (other,)
        spoken.close()

    tracker.on_ready = drop
    loop = Loop(tracker)
    loop.sync()
    with qtbot.waitSignal(loop.heard):
        source.say()
    with qtbot.waitSignal(loop.heard):
        other.say()
    assert tracker.asked == [("ready", "pipe"), ("ready", "other")]


def test_a_source_that_took_over_a_closed_ones_descriptor_is_watched(
    qtbot: QtBot, source: PipeSource
) -> None:
    tracker = FakeTracker()
    tracker.watched = (source,)
    loop = Loop(tracker)
    loop.sync()
    fd = source.fileno()
    source.close()
    heir = PipeSource("heir")
    assert heir.fileno() == fd
    tracker.watched = (heir,)
    loop.sync()
    with qtbot.waitSignal(loop.heard):
        heir.say()
    assert tracker.asked == [("ready", "heir")]
    loop.stop()
    heir.close()


def test_the_tracker_is_woken_when_its_deadline_has_passed(qtbot: QtBot) -> None:
    tracker = FakeTracker()
    tracker.deadline_ms = 0
    loop = Loop(tracker)
    with qtbot.waitSignal(loop.woke):
        loop.sync()
    assert tracker.asked == ["wake"]
    assert not loop._deadline.isActive()


def test_nothing_ticks_without_a_deadline() -> None:
    loop = Loop(FakeTracker())
    loop.sync()
    assert not loop._deadline.isActive()


def test_a_deadline_months_away_neither_overflows_nor_wakes_the_tracker() -> None:
    tracker = FakeTracker()
    tracker.deadline_ms = 90 * 24 * 60 * 60_000
    loop = Loop(tracker)
    loop.sync()
    assert loop._deadline.interval() == LONGEST_WAIT_MS
    loop._timed_out()
    assert tracker.asked == []
    assert loop._deadline.isActive()


def test_a_source_that_keeps_failing_is_left_alone_for_a_while(
    qtbot: QtBot, source: PipeSource
) -> None:
    tracker = FakeTracker()
    tracker.watched = (source,)

    def fail(_: PipeSource) -> None:
        source.say()  # stays readable
        msg = "our bug"
        raise RuntimeError(msg)

    tracker.on_ready = fail
    loop = Loop(tracker)
    loop.sync()
    with qtbot.captureExceptions() as caught:
        source.say()
        qtbot.waitUntil(lambda: bool(caught))
        for _ in range(20):
            qtbot.wait(0)
    assert len(caught) == 1


def test_a_deadline_that_keeps_failing_is_not_tried_again_at_once() -> None:
    class Failing(FakeTracker):
        def wake(self) -> None:
            msg = "our bug"
            raise RuntimeError(msg)

    tracker = Failing()
    tracker.deadline_ms = 0
    loop = Loop(tracker)
    with pytest.raises(RuntimeError):
        loop._timed_out()
    assert loop._deadline.interval() >= 1000


def test_after_stop_nothing_is_heard(qtbot: QtBot, source: PipeSource) -> None:
    tracker = FakeTracker()
    tracker.watched = (source,)
    tracker.deadline_ms = 60_000
    loop = Loop(tracker)
    loop.sync()
    loop.stop()
    source.say()
    qtbot.wait(0)
    assert tracker.asked == []
    assert not loop._deadline.isActive()
