"""Input and its absence, on a counter that does what the X server's does."""

import struct
from itertools import pairwise
from typing import cast

import pytest
import xcffib
from hypothesis import given
from hypothesis import strategies as st

from unplug.sensing.facts import Active, Fact, Idle
from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11_connection import X11Connection
from unplug.sensing.x11_idle import Crossing, IdleAlarms, Line, X11Idle

THRESHOLD_MS = 10_000


class FakeCounter:
    """The server's idle counter: alarms go off when a sample crosses a line.

    Whoever reads the counter moves the sample without setting off an alarm.
    """

    def __init__(self, idle_ms: int = 0) -> None:
        self.idle_ms = idle_ms
        self.net_ms = THRESHOLD_MS + 1_000
        self.wakeups = 0
        self._sample_ms = idle_ms
        self._crossings: list[Crossing] = []

    def wait(self, ms: int) -> None:
        """Nobody touches anything; the server samples each millisecond that counts."""
        for at_ms in sorted({THRESHOLD_MS, self.net_ms, self.idle_ms + ms}):
            if self.idle_ms < at_ms <= self.idle_ms + ms:
                ms -= at_ms - self.idle_ms
                self.idle_ms = at_ms
                self._take_sample()

    def touch(self) -> None:
        """The user does something, and the server notices."""
        self.idle_ms = 0
        self._take_sample()

    def touch_while_somebody_reads(self) -> None:
        """Another client reads the counter before the server looks at its alarms."""
        self.idle_ms = 0
        self._sample_ms = 0

    def _take_sample(self) -> None:
        before, now = self._sample_ms, self.idle_ms
        self._sample_ms = now
        if before < self.net_ms <= now:
            self._crossings.append(Crossing(Line.NET, now))
        if before < THRESHOLD_MS <= now:
            self._crossings.append(Crossing(Line.GONE, now))
        if before > THRESHOLD_MS - 1 >= now:
            self._crossings.append(Crossing(Line.BACK, now))

    def fileno(self) -> int:
        return -1

    def crossings(self) -> list[Crossing]:
        found, self._crossings = self._crossings, []
        self.wakeups += bool(found)
        return found

    def read_ms(self) -> int:
        self._sample_ms = self.idle_ms
        return self.idle_ms

    def spread_net(self, at_ms: int) -> None:
        self.net_ms = at_ms

    def close(self) -> None:
        return


def opened(counter: FakeCounter) -> X11Idle:
    source = X11Idle(counter, THRESHOLD_MS)
    source.dispatch()
    return source


def test_first_words_are_how_it_is_now() -> None:
    assert X11Idle(FakeCounter(3), THRESHOLD_MS).dispatch() == [Active()]
    assert X11Idle(FakeCounter(12_345), THRESHOLD_MS).dispatch() == [Idle(12_345)]


def test_absence_and_return_are_said_once_each() -> None:
    counter = FakeCounter()
    source = opened(counter)
    counter.wait(THRESHOLD_MS)
    assert source.dispatch() == [Idle(THRESHOLD_MS)]
    counter.wait(3_600_000)
    assert source.dispatch() == []
    counter.touch()
    assert source.dispatch() == [Active()]


def test_idle_time_is_read_when_it_is_said_not_when_the_alarm_went_off() -> None:
    counter = FakeCounter()
    source = opened(counter)
    counter.wait(THRESHOLD_MS + 40)
    assert source.dispatch() == [Idle(THRESHOLD_MS + 40)]


def test_short_absence_while_nobody_listened_is_said_afterwards() -> None:
    counter = FakeCounter()
    source = opened(counter)
    counter.wait(THRESHOLD_MS + 5)
    counter.touch()
    assert source.dispatch() == [Idle(THRESHOLD_MS), Active()]


def test_typing_wakes_nobody() -> None:
    counter = FakeCounter()
    source = opened(counter)
    for _ in range(500):
        counter.wait(THRESHOLD_MS - 1)
        counter.touch()
    assert source.dispatch() == []
    assert counter.wakeups == 0


def test_return_swallowed_by_another_reader_is_seen_at_the_first_pause() -> None:
    counter = FakeCounter()
    source = opened(counter)
    counter.wait(THRESHOLD_MS)
    source.dispatch()
    counter.touch_while_somebody_reads()
    assert source.dispatch() == []
    counter.wait(1_000)
    assert source.dispatch() == [Active()]


def test_absence_swallowed_by_another_reader_is_seen_a_second_later() -> None:
    counter = FakeCounter()
    source = opened(counter)
    counter.idle_ms = counter._sample_ms = THRESHOLD_MS
    counter.wait(1_000)
    assert source.dispatch() == [Idle(THRESHOLD_MS + 1_000)]


def test_net_wakes_nobody_in_an_ordinary_absence() -> None:
    counter = FakeCounter()
    source = opened(counter)
    for _ in range(3):
        counter.wait(THRESHOLD_MS)
        source.dispatch()
        counter.wait(100_000)
        counter.touch()
        source.dispatch()
    assert counter.wakeups == 6


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("wait"), st.integers(1, 3 * THRESHOLD_MS)),
            st.tuples(st.sampled_from(["touch", "swallowed", "hear"]), st.just(0)),
        ),
        max_size=40,
    )
)
def test_facts_alternate_and_end_with_the_truth_after_a_pause(
    steps: list[tuple[str, int]],
) -> None:
    counter = FakeCounter()
    source = X11Idle(counter, THRESHOLD_MS)
    facts: list[Fact] = source.dispatch()
    for step, ms in steps:
        if step == "wait":
            counter.wait(ms)
        elif step == "touch":
            counter.touch()
        elif step == "swallowed":
            counter.touch_while_somebody_reads()
        else:
            facts += source.dispatch()
    facts += source.dispatch()
    counter.touch()
    counter.wait(1_500)
    facts += source.dispatch()
    kinds = [type(fact) for fact in facts]
    assert all(one is not two for one, two in pairwise(kinds))
    assert kinds[-1] is Active


class FakeServer:
    """As much of a connection as looking for the counter needs."""

    def __init__(self, *counters: bytes, extensions: tuple[str, ...] = ()) -> None:
        self.armed: list[list[object]] = []
        self._extensions = extensions
        self._reply = struct.pack("=xx2x4xI20x", len(counters))
        for number, name in enumerate(counters, 100):
            self._reply += struct.pack("=IiIH", number, 0, 4, len(name)) + name
            self._reply += bytes(-(14 + len(name)) % 4)

    def offers(self, name: str) -> bool:
        return name in self._extensions

    def extension(self, _key: object) -> "FakeServer":
        return self

    def raw_answer(self, _cookie: object) -> xcffib.MemoryUnpacker:
        return xcffib.MemoryUnpacker(self._reply)

    def answer(self, cookie: object) -> object:
        return cookie

    def done(self, _cookie: object) -> bool:
        return True

    def new_id(self) -> int:
        return len(self.armed)

    def Initialize(self, *_version: int) -> None:  # noqa: N802  (X11's own name)
        return

    def ListSystemCounters(self) -> None:  # noqa: N802
        return

    def CreateAlarmChecked(  # noqa: N802
        self, _alarm: int, _mask: int, values: list[object]
    ) -> None:
        self.armed.append(values)


def alarms_on(server: FakeServer, threshold_ms: int = THRESHOLD_MS) -> IdleAlarms:
    return IdleAlarms(cast("X11Connection", server), threshold_ms)


def test_counter_is_found_among_names_of_all_lengths() -> None:
    names = (b"", b"A", b"BB", b"SERVERTIME", b"DEVICEIDLETIME 12", b"IDLETIME", b"Z")
    server = FakeServer(*names, extensions=("SYNC",))
    alarms_on(server, 2**33 + 7)
    assert [values[0] for values in server.armed] == [105] * 3
    assert (2, 7) in [values[2] for values in server.armed]


@pytest.mark.parametrize(
    "server", [FakeServer(b"IDLETIME"), FakeServer(b"TIME", extensions=("SYNC",))]
)
def test_server_without_idle_time_is_said_clearly(server: FakeServer) -> None:
    with pytest.raises(SourceUnavailableError, match="does not count idle time: no"):
        alarms_on(server)
