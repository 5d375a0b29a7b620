"""Input and its absence on X11, by alarms on the server's own idle counter."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from xcffib.sync import CA, TESTTYPE, VALUETYPE, AlarmNotifyEvent
from xcffib.sync import key as sync_key

from unplug.sensing.facts import Active, Fact, Idle
from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11_connection import X11Connection

EXTENSION = "SYNC"
COUNTER = "IDLETIME"
NET_MS = 1_000


class Line(Enum):
    """The lines that the counter can cross."""

    GONE = "rose to the threshold"
    BACK = "fell below the threshold"
    NET = "rose to where it cannot be, unless a crossing was missed"


@dataclass(frozen=True, slots=True)
class Crossing:
    """The counter crossed a line; ``idle_ms`` is what it showed then."""

    line: Line
    idle_ms: int


class IdleCounter(Protocol):
    """Milliseconds since the last input, and word of when they cross a line."""

    def fileno(self) -> int:
        """The file descriptor to watch for reading."""

    def crossings(self) -> list[Crossing]:
        """All that has happened since the last call, in order; does not wait."""

    def read_ms(self) -> int:
        """What the counter shows now."""

    def spread_net(self, at_ms: int) -> None:
        """Move the net there; until then there is none."""

    def close(self) -> None:
        """Let go of everything; safe to call twice."""


class X11Idle:
    """Says when input has stayed away for the threshold, and when it is back.

    The alarms stay armed, so there is no moment in which one could be missed for
    want of arming. But anybody who reads the counter (we too) can swallow a crossing
    on the server's side. Hence each time the counter itself decides; and a net hangs
    where the counter comes only if a crossing was swallowed.

    Programs that keep the screen on by resetting the screen saver look like input:
    the server's counter cannot tell them apart.

    Args:
        counter: one of its own; closed with this source.
        threshold_ms: idle from here on.
    """

    name = "x11-idle"

    def __init__(self, counter: IdleCounter, threshold_ms: int) -> None:
        self._counter = counter
        self._threshold_ms = threshold_ms
        self._idle: bool | None = None

    def fileno(self) -> int:
        """The descriptor of the counter."""
        return self._counter.fileno()

    def close(self) -> None:
        """Let go of the counter."""
        self._counter.close()

    def dispatch(self) -> list[Fact]:
        """Say how it is with input, if that is not what was said last.

        Raises:
            SourceLostError: the X server is gone.
        """
        facts: list[Fact] = []
        while True:
            # Reading the counter may buffer crossings: ask for them again after it.
            crossings = self._counter.crossings()
            if not crossings and self._idle is not None:
                return facts
            for crossing in crossings:
                if crossing.line is not Line.NET:
                    gone = crossing.line is Line.GONE
                    facts += self._turn(idle=gone, idle_ms=crossing.idle_ms)
            now_ms = self._counter.read_ms()
            facts += self._turn(idle=now_ms >= self._threshold_ms, idle_ms=now_ms)
            if facts and isinstance(facts[-1], Idle):
                facts[-1] = Idle(now_ms)
            self._spread_net()

    def _turn(self, *, idle: bool, idle_ms: int) -> list[Fact]:
        if idle == self._idle:
            return []
        self._idle = idle
        return [Idle(idle_ms) if idle else Active()]

    def _spread_net(self) -> None:
        if self._idle:  # a pause this short means that somebody is here
            self._counter.spread_net(min(NET_MS, self._threshold_ms // 2))
        else:
            self._counter.spread_net(self._threshold_ms + NET_MS)


class IdleAlarms:
    """The X server's counter of milliseconds since the last input.

    Raises:
        SourceUnavailableError: this server has no such counter.
    """

    def __init__(self, connection: X11Connection, threshold_ms: int) -> None:
        self._x = connection
        if not connection.offers(EXTENSION):
            raise _unavailable(EXTENSION)
        self._sync = connection.extension(sync_key)
        connection.answer(self._sync.Initialize(3, 1))
        self._counter = self._find()
        rises, falls = TESTTYPE.PositiveTransition, TESTTYPE.NegativeTransition
        self._net = self._arm(rises, threshold_ms + NET_MS)
        self._net_ms = threshold_ms + NET_MS
        # One less: a counter that stopped right at the threshold falls from there.
        self._lines = {
            self._arm(rises, threshold_ms): Line.GONE,
            self._arm(falls, threshold_ms - 1): Line.BACK,
            self._net: Line.NET,
        }

    def fileno(self) -> int:
        """The socket to the X server."""
        return self._x.fileno()

    def close(self) -> None:
        """Leave the X server; the alarms go with us."""
        self._x.close()

    def crossings(self) -> list[Crossing]:
        """All alarms that have arrived, in order; does not wait."""
        self._x.flush()
        return [
            Crossing(self._lines[event.alarm], _milliseconds(event.counter_value))
            for event in self._x.events()
            if isinstance(event, AlarmNotifyEvent) and event.alarm in self._lines
        ]

    def read_ms(self) -> int:
        """What the counter shows now."""
        reply = self._x.answer(self._sync.QueryCounter(self._counter))
        return _milliseconds(reply.counter_value) if reply else 0

    def spread_net(self, at_ms: int) -> None:
        """Move the net alarm."""
        if at_ms != self._net_ms:
            self._net_ms = at_ms
            self._sync.ChangeAlarm(self._net, CA.Value, [_as_pair(at_ms)])

    def _find(self) -> int:
        # xcffib forgets that names are padded to four bytes, and gives up half-way.
        reply = self._x.raw_answer(self._sync.ListSystemCounters())
        (count,) = reply.unpack("=xx2x4xI20x")
        for _ in range(count):
            counter, _hi, _lo, length = reply.unpack("=IiIH")
            padding = -(14 + length) % 4
            (name,) = reply.unpack(f"={length}s{padding}x")
            if name.decode("latin-1") == COUNTER:
                return int(counter)
        raise _unavailable(COUNTER)

    def _arm(self, test: int, value_ms: int) -> int:
        alarm = self._x.new_id()
        mask = CA.Counter | CA.ValueType | CA.Value | CA.TestType | CA.Delta | CA.Events
        # With a delta of 0 an alarm on a transition stays armed after it went off.
        values = [self._counter, VALUETYPE.Absolute, _as_pair(value_ms), test, (0, 0)]
        request = self._sync.CreateAlarmChecked(alarm, mask, [*values, 1])
        if not self._x.done(request):
            raise _unavailable(COUNTER)
        return alarm


def _milliseconds(pair: Any) -> int:  # noqa: ANN401  (xcffib has no types)
    return int((pair.hi << 32) | pair.lo)


def _as_pair(value: int) -> tuple[int, int]:
    """A 64-bit number as X sends it: the high half (signed) first."""
    return value >> 32, value & 0xFFFF_FFFF


def _unavailable(what: str) -> SourceUnavailableError:
    failed, todo = "this X server does not count idle time", "use a newer X server"
    return SourceUnavailableError(failed, f"no {what}", todo)
