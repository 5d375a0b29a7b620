"""Input and idleness on Wayland, and whether somebody watches meanwhile."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unplug.sensing.facts import Active, Fact
from unplug.sensing.idleness import Clocks, Said, step
from unplug.sensing.source import SensingOptions
from unplug.sensing.wayland.address import compositor_socket

if TYPE_CHECKING:
    from unplug.sensing.wayland.clocks import MakeClock, Protocol
    from unplug.sensing.wayland.connection import AnyProxy, WaylandConnection
    from unplug.sensing.wayland.protocols.wayland import WlSeatProxy

FAILED = "cannot see whether anybody is at the keyboard"
BY = "wayland"
RELEASE_MS = 1_000  # how late the end of an inhibitor may be noticed


@dataclass(slots=True)
class _Seat:
    """A set of keyboard and pointer, with the clocks that watch them."""

    proxy: "WlSeatProxy"
    on_input: "AnyProxy"
    on_screen: "list[AnyProxy]"


def open_idle(options: SensingOptions) -> "WaylandIdle":
    """Watch for input on a compositor that tells other programs about it.

    Raises:
        SourceUnavailableError: this is no Wayland session, or it does not tell.
    """
    address = compositor_socket(FAILED)
    # 20 ms and 2 MiB, for Wayland sessions only
    from unplug.sensing.wayland.clocks import best_protocol  # noqa: PLC0415
    from unplug.sensing.wayland.connection import WaylandConnection  # noqa: PLC0415

    connection = WaylandConnection(address, FAILED)
    try:
        return WaylandIdle(connection, best_protocol(connection), options)
    except BaseException:
        connection.close()
        raise


class WaylandIdle:
    """Somebody is there while any seat has input.

    Args:
        connection: to the compositor; closed together with this.
        protocol: what the compositor offers.
        options: after how long without input somebody is idle.
    """

    def __init__(
        self,
        connection: "WaylandConnection",
        protocol: "Protocol",
        options: SensingOptions,
    ) -> None:
        from unplug.sensing.wayland.protocols.wayland import WlSeatProxy  # noqa: PLC0415

        self.name = protocol.name
        self._connection = connection
        self._protocol = protocol
        self._idle_ms = options.idle_after_ms
        self._seat_kind = WlSeatProxy
        self._seats: dict[int, _Seat] = {}
        self._struck: set[AnyProxy] = set()
        self._said = Said()
        self._facts: list[Fact] = []
        self._fresh = True
        self._settled = self._settling = False
        connection.follow(WlSeatProxy, self._on_seat, self._on_seat_gone)
        connection.settle()

    def fileno(self) -> int:
        """The file descriptor to watch for reading."""
        return self._connection.fileno()

    def dispatch(self) -> list[Fact]:
        """Read all that has arrived, without blocking, and say what it means."""
        self._connection.pump()
        facts, self._facts = self._facts, []
        if self._fresh and not facts:
            facts = [Active()]  # a clock starts with its making, as if by input
        self._fresh = False
        return facts

    def close(self) -> None:
        """Let go of everything; safe to call twice and after a loss."""
        self._connection.close()

    def _on_seat(self, number: int) -> None:
        seat = self._connection.bind_number(number, self._seat_kind)
        protocol = self._protocol
        on_screen = protocol.on_screen
        self._seats[number] = _Seat(
            proxy=seat,
            on_input=self._clock(protocol.on_input, self._idle_ms, seat),
            on_screen=[self._clock(on_screen, self._idle_ms, seat)]
            if on_screen
            else [],
        )
        self._look()

    def _on_seat_gone(self, number: int) -> None:
        seat = self._seats.pop(number)
        for clock in (seat.on_input, *seat.on_screen):
            self._end(clock)
        self._connection.drop(seat.proxy)
        self._look()

    def _clock(
        self, make: "MakeClock", after_ms: int, seat: "WlSeatProxy"
    ) -> "AnyProxy":
        clock = make(after_ms, seat)
        self._connection.listen(
            clock, self._protocol.idled, lambda: self._strike(clock)
        )
        self._connection.listen(clock, "resumed", lambda: self._set_back(clock))
        return clock

    def _end(self, clock: "AnyProxy") -> None:
        self._struck.discard(clock)
        self._protocol.end(clock)
        self._connection.drop(clock)

    def _strike(self, clock: "AnyProxy") -> None:
        self._struck.add(clock)
        self._look()

    def _set_back(self, clock: "AnyProxy") -> None:
        self._struck.discard(clock)
        self._look()

    def _look(self) -> None:
        """Say what is new with the clocks."""
        if not self._seats:
            return  # nobody can do anything: whatever was, goes on
        clocks = self._read_clocks()
        before = self._said
        self._said, facts = step(before, clocks, idle_ms=self._idle_ms, by=BY)
        self._facts += facts
        if clocks.in_doubt:
            self._settle()
        elif clocks.input_idle == clocks.screen_idle:
            self._settled = False
        if self._said.inhibited and not before.inhibited:
            self._watch_for_release()
        elif not clocks.input_idle:
            self._unwatch_release()

    def _read_clocks(self) -> Clocks:
        seats, struck = self._seats.values(), self._struck
        input_idle = all(seat.on_input in struck for seat in seats)
        if self._protocol.on_screen is None:
            return Clocks(input_idle=input_idle, screen_idle=input_idle)
        return Clocks(
            input_idle=input_idle,
            screen_idle=all(not struck.isdisjoint(seat.on_screen) for seat in seats),
            settled=self._settled,
        )

    def _settle(self) -> None:
        """Look again once the compositor has let all clocks strike that are due."""
        if not self._settling:
            self._settling = True
            self._connection.when_settled(self._on_settled)

    def _on_settled(self) -> None:
        self._settling = False
        self._settled = True
        self._look()

    def _watch_for_release(self) -> None:
        """Add short clocks: the long ones strike long after an inhibitor let go."""
        make = self._protocol.on_screen
        after_ms = min(RELEASE_MS, self._idle_ms)
        for seat in self._seats.values():
            if make and len(seat.on_screen) == 1:
                seat.on_screen.append(self._clock(make, after_ms, seat.proxy))

    def _unwatch_release(self) -> None:
        """Drop the short clocks: with input they would strike at every pause."""
        for seat in self._seats.values():
            while len(seat.on_screen) > 1:
                self._end(seat.on_screen.pop())
