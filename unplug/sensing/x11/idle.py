"""Input and its absence on X11, by alarms on the server's own idle counter."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from unplug.sensing.facts import Active, Fact, Idle
from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11.connection import X11Connection
from unplug.sensing.x11.requests import (
    alarm_in,
    create_alarm,
    event_code,
    list_system_counters,
    move_alarm,
    query_counter,
    sync_initialize,
)

EXTENSION = "SYNC"
COUNTER = "IDLETIME"
ALARM_NOTIFY = 1  # counted from the first event of the extension
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
        sync = connection.extension(EXTENSION)
        if sync is None:
            raise _unavailable(EXTENSION)
        self._opcode = sync.opcode
        self._alarm_notify = sync.first_event + ALARM_NOTIFY
        connection.query(sync_initialize(self._opcode))
        self._counter = self._find()
        self._net = self._arm(threshold_ms + NET_MS)
        self._net_ms = threshold_ms + NET_MS
        # One less: a counter that stopped right at the threshold falls from there.
        self._lines = {
            self._arm(threshold_ms): Line.GONE,
            self._arm(threshold_ms - 1, falling=True): Line.BACK,
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
        alarms = [
            alarm_in(event)
            for event in self._x.events()
            if event_code(event) == self._alarm_notify
        ]
        lines = self._lines
        return [Crossing(lines[alarm], ms) for alarm, ms in alarms if alarm in lines]

    def read_ms(self) -> int:
        """What the counter shows now."""
        return self._x.query(query_counter(self._opcode, self._counter)) or 0

    def spread_net(self, at_ms: int) -> None:
        """Move the net alarm."""
        if at_ms != self._net_ms:
            self._net_ms = at_ms
            self._x.tell(move_alarm(self._opcode, self._net, at_ms))

    def _find(self) -> int:
        counters = self._x.query(list_system_counters(self._opcode)) or {}
        if COUNTER not in counters:
            raise _unavailable(COUNTER)
        return counters[COUNTER]

    def _arm(self, value_ms: int, *, falling: bool = False) -> int:
        alarm = self._x.new_id()
        request = create_alarm(
            self._opcode,
            alarm,
            counter=self._counter,
            value=value_ms,
            falling=falling,
            delta=0,  # so an alarm on a crossing stays armed after it went off
        )
        if not self._x.accepts(request):
            raise _unavailable(COUNTER)
        return alarm


def _unavailable(what: str) -> SourceUnavailableError:
    failed, todo = "this X server does not count idle time", "use a newer X server"
    return SourceUnavailableError(failed, f"no {what}", todo)
