"""What a trip is at present: the result of folding its ops."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from unplug.trips import canonical, primitives
from unplug.trips.bodies import (
    Activity,
    Circles,
    Item,
    Outcome,
    Propose,
    Role,
    Say,
    Tier,
)
from unplug.trips.canonical import Plain
from unplug.trips.history import Fork
from unplug.trips.invites import OpenInvite


class Gone(Enum):
    """How somebody ceased to be a member."""

    LEFT = "left"
    REMOVED = "removed"


@dataclass(slots=True)
class Member:
    """Somebody in the trip, or who was.

    Attributes:
        id: 16 bytes.
        name: by which they go now.
        role: what they may do.
        devices: the devices that may write for them.
        since: the order of the op that brought them in.
        gone: nothing as long as they are in.
        tier: what they consented to let the others see.
        door: the invite they came in by.
    """

    id: bytes
    name: str
    role: Role
    devices: frozenset[bytes]
    since: tuple[int, bytes, int, bytes]
    gone: Gone | None = None
    tier: Tier = Tier.ANSWER_ONLY
    door: bytes | None = None


@dataclass(slots=True)
class Proposal:
    """A window that could be, and who said what to it."""

    ref: bytes
    said: Propose
    withdrawn: bool = False
    votes: dict[bytes, Say] = field(default_factory=dict)

    def count(self, say: Say) -> int:
        """How many said that."""
        return sum(vote is say for vote in self.votes.values())


@dataclass(slots=True)
class Plan:
    """The window that was locked.

    Attributes:
        ref: the lock; another one is another revision and asks consent again.
        window: when and where.
        revision: from 1 up.
        cancelled: whether it was called off.
        answers: who takes part; NO is final for this revision.
        ready: whose apps hold the plan.
    """

    ref: bytes
    window: Propose
    revision: int
    cancelled: bool = False
    answers: dict[bytes, Say] = field(default_factory=dict)
    ready: set[bytes] = field(default_factory=set)
    outcomes: dict[bytes, Outcome] = field(default_factory=dict)
    reflections: dict[bytes, str] = field(default_factory=dict)
    recap: dict[bytes, str] = field(default_factory=dict)


@dataclass(slots=True)
class Listed:
    """Something on a shared list, and who ticked it or takes part."""

    ref: bytes
    by: bytes
    said: Item | Activity
    people: set[bytes] = field(default_factory=set)


@dataclass(slots=True)
class Epoch:
    """A time in which one key holds.

    Attributes:
        number: from 1 up; the first epoch of a trip is 0 and has no such record.
        key: the name of its key.
        hints: of the devices that the key was wrapped for, then or later.
        since: the order of the op that began it.
    """

    number: int
    key: bytes
    hints: set[bytes]
    since: tuple[int, bytes, int, bytes]


@dataclass(slots=True)
class TripState:
    """All of a trip; equal on all members who hold the same ops.

    Attributes:
        trip: its name in bytes.
        title: its name in words; empty as long as the first op is missing.
        first_key: the name of the first epoch's key.
        lead: the organiser who leads, and cannot leave or be removed.
        members: all who are or were in, by id, in the order they came.
        invites: by key.
        proposals: by ref, in order.
        plans: every revision, in order.
        deadline_ms: until when votes are wanted.
        circles: the last draw.
        items: the put-away list.
        activities: what to do together.
        epochs: in order; the last of the highest number is the present one.
        forks: devices that went on in more than one way.
    """

    trip: bytes
    title: str = ""
    first_key: bytes = b""
    lead: bytes | None = None
    members: dict[bytes, Member] = field(default_factory=dict)
    invites: dict[bytes, OpenInvite] = field(default_factory=dict)
    proposals: dict[bytes, Proposal] = field(default_factory=dict)
    plans: list[Plan] = field(default_factory=list)
    deadline_ms: int | None = None
    circles: Circles | None = None
    items: dict[bytes, Listed] = field(default_factory=dict)
    activities: dict[bytes, Listed] = field(default_factory=dict)
    epochs: list[Epoch] = field(default_factory=list)
    forks: tuple[Fork, ...] = ()
    owner: dict[bytes, bytes] = field(default_factory=dict)

    @property
    def plan(self) -> Plan | None:
        """The window in force, if one is."""
        return self.plans[-1] if self.plans and not self.plans[-1].cancelled else None

    @property
    def epoch(self) -> Epoch | None:
        """The epoch in which to seal; nothing for the first, whose number is 0."""
        # Of two begun at once all take the same; max keeps the first of equals.
        return max(self.epochs, key=lambda e: e.number, default=None)

    def forget_gone(self) -> None:
        """Count nobody's votes, answers and receipts who is not in any more."""
        here = {m.id for m in self.present()}
        for proposal in self.proposals.values():
            proposal.votes = {w: s for w, s in proposal.votes.items() if w in here}
        for plan in self.plans:
            plan.answers = {w: s for w, s in plan.answers.items() if w in here}
            plan.outcomes = {w: o for w, o in plan.outcomes.items() if w in here}
            plan.ready &= here

    def present(self) -> Iterator[Member]:
        """Those who are in, guests too, in the order they came."""
        return (m for m in self.members.values() if m.gone is None)

    def voices(self) -> list[Member]:
        """Those who have a say: organisers and members who are in."""
        return [m for m in self.present() if m.role is not Role.GUEST]

    def requests(self) -> list[tuple[OpenInvite, bytes]]:
        """Who asks to join and is neither in nor out: the invite and the device."""
        return [
            (invite, device)
            for invite in self.invites.values()
            if not invite.revoked
            for device in invite.asking
            if device not in self.owner
        ]

    def receipts(self) -> tuple[int, int]:
        """How many hold the plan, of how many with a say."""
        voices = {m.id for m in self.voices()}
        ready = self.plan.ready & voices if self.plan else set()
        return len(ready), len(voices)

    def digest(self) -> str:
        """The hash of all that is folded, 64 hexadecimal digits."""
        return primitives.digest("state", canonical.encode(_plain(self))).hex()


def _plain(s: TripState) -> Plain:
    return (
        *(s.trip, s.title, s.lead, s.deadline_ms),
        tuple(
            (
                *(m.id, m.name, int(m.role), m.gone.value if m.gone else None),
                *(int(m.tier), tuple(sorted(m.devices))),
            )
            for m in s.members.values()
        ),
        tuple(
            (k, i.revoked, i.invite.plain(), tuple(i.used_by), tuple(i.asking))
            for k, i in sorted(s.invites.items())
        ),
        tuple(
            (p.ref, p.said.plain(), p.withdrawn, _sorted(p.votes))
            for p in s.proposals.values()
        ),
        tuple(_plain_plan(p) for p in s.plans),
        s.circles.plain() if s.circles else None,
        tuple(
            (i.ref, i.by, i.said.plain(), tuple(sorted(i.people)))
            for i in (*s.items.values(), *s.activities.values())
        ),
        tuple((e.number, e.key, tuple(sorted(e.hints))) for e in s.epochs),
        tuple((f.author, f.seq, f.branches) for f in s.forks),
    )


def _plain_plan(p: Plan) -> Plain:
    return (
        *(p.ref, p.window.plain(), p.revision, p.cancelled, _sorted(p.answers)),
        tuple(sorted(p.ready)),
        tuple((who, said.plain()) for who, said in sorted(p.outcomes.items())),
        tuple(sorted(p.reflections.items())),
        tuple(sorted(p.recap.items())),
    )


def _sorted(said: dict[bytes, Say]) -> Plain:
    return tuple((who, int(say)) for who, say in sorted(said.items()))
