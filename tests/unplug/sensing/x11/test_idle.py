"""Input and its absence, on a counter that does what the X server's does."""

import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_x_server import REFUSED, FakeXServer, event
from unplug.sensing.facts import Active, Fact, Idle
from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11.idle import Crossing, IdleAlarms, Line, X11Idle

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


SYNC_OPCODE, FIRST_EVENT = 134, 83


class CountingServer(FakeXServer):
    """An X server with system counters, numbered from 100."""

    def __init__(
        self, *counters: bytes, sync: bool = True, takes_alarms: bool = True
    ) -> None:
        super().__init__(self._reply_to)
        self.shows = 0
        self._sync = sync
        self._takes_alarms = takes_alarms
        self._counters = struct.pack("=I20x", len(counters))
        for number, name in enumerate(counters, 100):
            self._counters += struct.pack("=IiIH", number, 0, 4, len(name)) + name
            self._counters += bytes(-(14 + len(name)) % 4)

    def sent(self, minor: int) -> list[bytes]:
        """The requests of one kind that have arrived."""
        return [r for r in self.requests if r[:2] == bytes((SYNC_OPCODE, minor))]

    def _reply_to(self, request: bytes) -> bytes | None:
        opcode, minor = request[:2]
        if opcode != SYNC_OPCODE:
            return bytes((self._sync, SYNC_OPCODE, FIRST_EVENT, 0))
        if minor == 1:
            return self._counters
        if minor == 5:
            return struct.pack("=iI", self.shows >> 32, self.shows & 0xFFFF_FFFF)
        if minor == 8 and not self._takes_alarms:
            return REFUSED
        return None if minor in (8, 9) else b""


def alarms_on(server: CountingServer, threshold_ms: int = THRESHOLD_MS) -> IdleAlarms:
    return IdleAlarms(server.connection(), threshold_ms)


def test_counter_is_found_among_names_of_all_lengths() -> None:
    names = (b"", b"A", b"BB", b"SERVERTIME", b"DEVICEIDLETIME 12", b"IDLETIME", b"Z")
    with CountingServer(*names) as server:
        alarms_on(server, 2**33 + 7)
        armed = [struct.unpack("=4x4IiIIiII", alarm) for alarm in server.sent(8)]
        rising, falling = 0, 1
        assert [(counter, *rest) for _, _, counter, _, *rest in armed] == [
            (105, 2, 7 + 1_000, rising, 0, 0, 1),
            (105, 2, 7, rising, 0, 0, 1),
            (105, 2, 6, falling, 0, 0, 1),
        ]
        assert len({alarm for alarm, *_ in armed}) == 3


def test_crossings_come_from_our_own_alarms_only() -> None:
    with CountingServer(b"IDLETIME") as server:
        alarms = alarms_on(server)
        net, gone, back = (struct.unpack_from("=4xI", r)[0] for r in server.sent(8))
        now = len(server.requests)
        sent_by_a_client = FIRST_EVENT + 1 | 0x80
        server.say(
            event(FIRST_EVENT + 1, now, gone, 2, 7),
            event(FIRST_EVENT + 1, now, 12_345, 0, 3),
            event(FIRST_EVENT, now, gone, 0, 3),
            event(sent_by_a_client, now, back, 0, 9),
            event(FIRST_EVENT + 1, now, net, 0, 5),
        )
        assert alarms.crossings() == [
            Crossing(Line.GONE, 2**33 + 7),
            Crossing(Line.BACK, 9),
            Crossing(Line.NET, 5),
        ]
        assert alarms.crossings() == []


def test_counter_is_read_and_its_net_moved_where_that_changes() -> None:
    with CountingServer(b"IDLETIME") as server:
        alarms = alarms_on(server)
        server.shows = 2**40 + 3
        assert alarms.read_ms() == 2**40 + 3
        alarms.spread_net(2**32 + 5)
        alarms.spread_net(2**32 + 5)
        alarms.crossings()
        (moved,) = server.sent(9)
        assert struct.unpack("=8xIiI", moved) == (0b100, 1, 5)


@pytest.mark.parametrize(
    "server",
    [
        CountingServer(b"IDLETIME", sync=False),
        CountingServer(b"TIME"),
        CountingServer(b"IDLETIME", takes_alarms=False),
    ],
)
def test_server_without_idle_time_is_said_clearly(server: CountingServer) -> None:
    with (
        server,
        pytest.raises(SourceUnavailableError, match="does not count idle time: no"),
    ):
        alarms_on(server)
