"""Who may do what, from the set of ops alone; whoever holds the same set agrees.

Validity is total: an op without the right is no error, it just does not count. Rights
rest on each other, so they are settled in an order in which nothing can run in a
circle:

1. The *lead*: the founder, or whom the lead handed over to, and so on. Only the lead's
   own ops decide this. There is always one; it cannot be removed and cannot leave.
2. *Depth*: the lead is at depth 0, whom a depth promotes is one deeper, former leads
   are at 1. An organiser removes members, and organisers deeper than itself. So what
   cuts an organiser short is settled before its own acts are looked at, and no two
   organisers can remove each other.
3. Removal is *strong*: of the removed member's batches only those that the remover had
   seen stay, whatever their numbers say. It is final for that member; who comes back
   comes as somebody new.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from unplug.trips import primitives
from unplug.trips.bodies import (
    Admit,
    Create,
    HandOver,
    Leave,
    Promote,
    Remove,
)
from unplug.trips.devices import Devices, devices_of, member_of, owners
from unplug.trips.history import History
from unplug.trips.op import Op

Order = tuple[int, bytes, int, bytes]
_BEFORE_ALL: Order = (-1, b"", -1, b"")


@dataclass(frozen=True, slots=True)
class Card:
    """How somebody was first named in a trip."""

    name: str
    device: bytes


@dataclass(frozen=True, slots=True)
class Reign:
    """When somebody led the trip: after ``start``, up to and with ``end``."""

    member: bytes
    start: Order
    end: Order | None

    def holds(self, order: Order) -> bool:
        """Whether an op with this order falls into it."""
        return self.start < order and (self.end is None or order <= self.end)


@dataclass(slots=True)
class Rights:
    """Who has which rights, settled.

    Attributes:
        lead: the member who leads; nothing as long as the first op is missing.
        founding: the op that created the trip.
        cards: everybody who was ever named.
        owner: each device and its member.
        depth: the organisers, past and present, and how far from the lead they are.
        careers: since when each organiser has been one, at which depth; a member may
            have come to it in more than one way.
        reigns: who led when.
        removed: who was removed.
        left: when members left, by the order of the op.
    """

    lead: bytes | None = None
    founding: Op | None = None
    cards: dict[bytes, Card] = field(default_factory=dict)
    owner: dict[bytes, bytes] = field(default_factory=dict)
    depth: dict[bytes, int] = field(default_factory=dict)
    careers: dict[bytes, dict[int, Order]] = field(default_factory=dict)
    reigns: tuple["Reign", ...] = ()
    removed: set[bytes] = field(default_factory=set)
    left: dict[bytes, Order] = field(default_factory=dict)
    _devices: dict[bytes, Devices] = field(default_factory=dict)

    def member(self, op: Op) -> bytes | None:
        """Whose word an op is: nobody's if the device is unknown or was cut short."""
        member = self.owner.get(op.author)
        if member is None or not self._devices[member].wrote(op):
            return None
        if member in self.left and op.order > self.left[member]:
            return None
        return member

    def is_act(self, op: Op) -> bool:
        """Whether it was done by an organiser, with the right to."""
        member = self.member(op)
        career = self.careers.get(member, {}) if member is not None else {}
        if any(since < op.order for since in career.values()):
            return True
        return any(r.member == member and r.holds(op.order) for r in self.reigns)

    def acting(self) -> set[bytes]:
        """Everybody who ever had an organiser's rights."""
        return {*self.careers, *(reign.member for reign in self.reigns)}

    def devices(self, member: bytes) -> Devices:
        """A member's devices."""
        return self._devices[member]


def settle(trip: bytes, ops: Sequence[Op], history: History) -> Rights:
    """Settle all rights.

    Args:
        trip: the trip, which commits to its founder.
        ops: those that ``RULING`` lists, in order.
        history: to follow the chains that a removal has seen.
    """
    founding = next((op for op in ops if founds(trip, op)), None)
    if founding is None:
        return Rights()
    return _Settling(trip, founding, ops, history).done()


def founds(trip: bytes, op: Op) -> bool:
    """Whether an op is the one that the trip's name commits to."""
    return isinstance(op.body, Create) and trip == name_trip(op.author, op.body.salt)


def name_trip(founder: bytes, salt: bytes) -> bytes:
    """The name of a trip that the device ``founder`` creates, 16 bytes."""
    return primitives.digest("trip", founder, salt, size=primitives.SHORT_BYTES)


class _Settling:
    def __init__(
        self, trip: bytes, founding: Op, ops: Sequence[Op], history: History
    ) -> None:
        self.history = history
        self.founder = member_of(founding.author)
        cards = _cards(founding, ops)
        owner = owners(trip, (c.device for c in cards.values()), ops)
        self.rights = Rights(founding=founding, cards=cards, owner=owner)
        self.ops: defaultdict[bytes, list[Op]] = defaultdict(list)
        for op in ops:
            if op.author in owner:
                self.ops[owner[op.author]].append(op)
        self.cuts: dict[bytes, frozenset[bytes]] = {}
        self.reigns = self._reigns()
        self.rights.reigns = tuple(self.reigns)

    def done(self) -> Rights:
        rights = self.rights
        rights.lead = self.reigns[-1].member
        self._rule_as_leads()
        level = 1
        while any(level in career for career in rights.careers.values()):
            for member in [m for m, c in rights.careers.items() if level in c]:
                self._rule(member, level)
            level += 1
        for member in rights.cards:
            if member not in rights._devices:  # noqa: SLF001  (being made here)
                self._settle_devices(member)
        return rights

    def _reigns(self) -> list[Reign]:
        """Who led, one after the other."""
        reigns: list[Reign] = []
        member, start = self.founder, _BEFORE_ALL
        while True:
            handed = self._hand_over(member, start)
            reigns.append(Reign(member, start, handed.order if handed else None))
            if handed is None or not isinstance(handed.body, HandOver):
                return reigns
            member, start = handed.body.member, handed.order

    def _hand_over(self, lead: bytes, start: Order) -> Op | None:
        devices = self._devices_of(lead, cut=None)
        for op in self.ops[lead]:
            if (
                isinstance(op.body, HandOver)
                and op.order > start
                and op.body.member != lead
                and op.body.member in self.rights.cards
                and devices.wrote(op)
            ):
                return op
        return None

    def _rule_as_leads(self) -> None:
        """Depth 0: the present lead first, for it may have removed earlier ones."""
        rights = self.rights
        rights.depth[self.reigns[-1].member] = 0
        for reign in self.reigns:
            if reign.member != rights.lead and reign.end is not None:
                rights.depth[reign.member] = 1
                self._begin(reign.member, 1, reign.end)
        later: set[bytes] = set()
        for reign in reversed(self.reigns):
            devices = self._settle_devices(reign.member)
            own = [o for o in self.ops[reign.member] if reign.holds(o.order)]
            acts = [op for op in own if devices.wrote(op)]
            self._promote(acts, 0)
            self._remove(acts, 0, untouchable=later | {reign.member})
            later.add(reign.member)

    def _rule(self, member: bytes, level: int) -> None:
        rights = self.rights
        self._settle_devices(member)
        since = rights.careers[member][level]
        own = (op for op in self.ops[member] if op.order > since)
        acts = [op for op in own if rights.member(op) == member]
        self._promote(acts, level)
        self._remove(acts, level, untouchable=())

    def _promote(self, acts: Iterable[Op], level: int) -> None:
        for op in acts:
            body = op.body
            if isinstance(body, Promote) and body.member in self.rights.cards:
                self._begin(body.member, level + 1, op.order)

    def _begin(self, member: bytes, level: int, since: Order) -> None:
        """Make somebody an organiser, if they were none so deep or nearer by then."""
        self.rights.depth.setdefault(member, level)
        career = self.rights.careers.setdefault(member, {})
        if all(since < other for at, other in career.items() if at <= level):
            career[level] = since

    def _remove(
        self, acts: Iterable[Op], level: int, *, untouchable: Iterable[bytes]
    ) -> None:
        depth = self.rights.depth
        for op in acts:
            body = op.body
            if not isinstance(body, Remove) or body.member in untouchable:
                continue
            if depth.get(body.member, level + 1) > level:
                past = frozenset(self.history.past_of(op.seen))
                self.cuts[body.member] = self.cuts.get(body.member, past) & past
                self.rights.removed.add(body.member)

    def _settle_devices(self, member: bytes) -> Devices:
        """A member's devices and leaving, once all that may cut it short is settled."""
        devices = self._devices_of(member, cut=self.cuts.get(member))
        self.rights._devices[member] = devices  # noqa: SLF001  (being made here)
        led_until = [r.end for r in self.reigns if r.member == member]
        if None in led_until:
            return devices  # the lead cannot leave before handing over
        since = max((end for end in led_until if end is not None), default=_BEFORE_ALL)
        for op in self.ops[member]:
            if isinstance(op.body, Leave) and op.order > since and devices.wrote(op):
                self.rights.left[member] = op.order
                break
        return devices

    def _devices_of(self, member: bytes, *, cut: frozenset[bytes] | None) -> Devices:
        return devices_of(
            self.rights.cards[member].device,
            self.ops[member],
            owner=self.rights.owner,
            history=self.history,
            cut=cut,
        )


def _cards(founding: Op, ops: Iterable[Op]) -> dict[bytes, Card]:
    cards = {}
    if isinstance(founding.body, Create):
        card = Card(founding.body.name, founding.author)
        cards[member_of(founding.author)] = card
    for op in ops:
        if isinstance(op.body, Admit):
            card = Card(op.body.name, op.body.device)
            cards.setdefault(member_of(op.body.device), card)
    return cards
