"""Groups that are live over a real broker, driven by one loop."""

import random
import selectors
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from unplug.clock import SystemClock
from unplug.trips import bodies as b
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.mqtt import Live
from unplug.trips.transports.pace import Pace

WORDS = (
    "torch",
    "maps",
    "lake",
    "friday",
    "night",
    "bring",
    "two",
    "boat",
    "we",
    "for",
)
HASTY = Pace(
    quiet_ms=60,
    hurry_ms=400,
    spread_ms=150,
    flight_ms=300,
    turn_ms=400,
    gather_ms=50,
    gathered_ms=200,
    again_ms=300,
    longest_ms=3_000,
    read_after_ms=300,
    write_after_ms=150,
    verify_after_ms=300,
    look_ms=6_000,
    back_ms=100,
    longest_back_ms=2_000,
)
"""Everything some times faster than in life: an hour's mishaps fit in minutes."""


def edit(
    replica: Replica, count: int, rng: random.Random, proposal: bytes | None = None
) -> None:
    """Things people do offline."""
    if proposal is None:
        proposal = next(iter(replica.state().proposals))
    for _ in range(count):
        text = " ".join(rng.choices(WORDS, k=6))
        chance = rng.random()
        if chance < 0.5:
            replica.write(b.Vote(proposal, rng.randrange(3)))
        elif chance < 0.7:
            replica.write(b.Item(text=f"{text} {rng.randbytes(6).hex()}"))
        elif chance < 0.85:
            replica.write(b.Rename(name=text[:40].strip()))
        else:
            replica.write(b.Share(rng.randrange(3)))
    replica.seal()


@dataclass
class Member:
    """A member, and the connection while there is one."""

    replica: Replica
    live: Live


class Stage:
    """All members of all groups, on one selector."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.clock = SystemClock()
        self.members: list[Member] = []
        self._selector = selectors.DefaultSelector()

    def connect(self, replica: Replica, address: BrokerAddress) -> Member:
        """A member goes live."""
        live = Live(address, replica, clock=self.clock, pace=self.pace)
        member = Member(replica, live)
        self._selector.register(live, selectors.EVENT_READ, live)
        self.members.append(member)
        live.start()
        return member

    def part(self, member: Member) -> None:
        """A member's app ends."""
        self._selector.unregister(member.live)
        self.members.remove(member)
        member.live.close()

    def run(self, seconds: float, until: Callable[[], bool] | None = None) -> bool:
        """Drive all for a while, or until something is so; whether it became so."""
        end_ms = self.clock.stamp().mono_ms + round(seconds * 1000)
        while True:
            left_ms = end_ms - self.clock.stamp().mono_ms
            if until is not None and until():
                return True
            if left_ms <= 0:
                return False
            waits = [m.live.next_deadline_ms() for m in self.members]
            wait_ms = min([w for w in waits if w is not None] + [left_ms, 200])
            for key, _ in self._selector.select(max(wait_ms, 0) / 1000):
                key.data.dispatch()
            for member in self.members:
                due_ms = member.live.next_deadline_ms()
                if due_ms is not None and due_ms <= 0:
                    member.live.wake()

    def close(self) -> None:
        """Everybody parts."""
        for member in list(self.members):
            self.part(member)
        self._selector.close()


def cut(member: Member) -> bool:
    """Cut a member's connection in the middle of whatever it does."""
    client = member.live._link.client
    sock = None if client is None else client.socket()
    if sock is None:
        return False
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
        return True
    return False


def same(replicas: Sequence[Replica]) -> bool:
    """Whether all hold the same batches."""
    if len({len(r.history) for r in replicas}) > 1:
        return False
    first = replicas[0].heads()
    return all(r.heads() == first for r in replicas[1:])
