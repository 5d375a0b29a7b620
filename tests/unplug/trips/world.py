"""A world of replicas with everything that goes wrong in one.

Devices write without asking whether they may, are copied and restored from backups,
hear of each other late, twice, in any order and torn. At the end everybody hears
everything, the apps tend the group, and what must hold is looked at.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from unplug.trips import bodies as b
from unplug.trips import envelope, primitives, tending
from unplug.trips.fields import Body
from unplug.trips.invite import Ticket, new_ticket
from unplug.trips.keys import DeviceKey, KeyRing
from unplug.trips.replica import Replica, found_trip

NOW_MS = 1_800_000_000_000
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


@dataclass(slots=True)
class Seat:
    """A device in the world, and what is needed to copy it."""

    replica: Replica
    backup: tuple[KeyRing, list[bytes]] | None = None
    doors: tuple[bytes, ...] = ()


@dataclass(slots=True)
class World:
    """All devices of one trip."""

    rng: random.Random
    seats: list[Seat] = field(default_factory=list)
    ticket: Ticket | None = None
    signed: set[tuple[bytes, bytes | None, bytes]] = field(default_factory=set)

    def begin(self, members: int, role: b.Role = b.Role.MEMBER) -> None:
        """A founder, and people let in by it."""
        founder = found_trip("Weekend", "founder")
        self.ticket = new_ticket(founder.trip, expires_ms=NOW_MS + DAY_MS)
        founder.write(self.ticket.invite(uses=50))
        self.seats.append(Seat(founder))
        for i in range(members):
            self.newcomer(founder, f"member {i}", role)
        founder.seal()
        self.note(founder)
        for seat in self.seats[1:]:
            seat.replica.receive(b"".join(founder.envelopes()))

    def newcomer(self, by: Replica, name: str, role: b.Role = b.Role.MEMBER) -> Replica:
        """Somebody whom ``by`` lets in, with the keys that ``by`` has."""
        assert self.ticket is not None
        device, key = DeviceKey.new(), self.ticket.public
        said = b.Admit(
            invite=key,
            name=name,
            device=device.public,
            proof=bytes(64),
            role=role,
            at_ms=NOW_MS,
        )
        by.write(said)
        by.seal()
        self.note(by)
        ring = KeyRing(by.trip, device, by.ring.epochs)
        self.seats.append(Seat(Replica(ring, [key]), doors=(key,)))
        return self.seats[-1].replica

    def note(self, replica: Replica) -> None:
        """Remember what was signed, to know all forks there are."""
        for batch in replica.history:
            self.signed.add((batch.author, batch.parent, batch.id))

    def forks(self) -> set[tuple[bytes, bytes | None]]:
        """Every place where a device went on in more than one way.

        What was lost with the only disk that ever held it leaves no trace anywhere.
        """
        seen: set[tuple[bytes, bytes | None]] = set()
        twice = set()
        for author, parent, batch in self.signed:
            if any(batch in seat.replica.history for seat in self.seats):
                place = (author, parent)
                (twice if place in seen else seen).add(place)
        return twice

    # What happens

    def happen(self) -> None:
        """One random thing."""
        rng = self.rng
        seat = rng.choice(self.seats)
        chance = rng.random()
        if chance < 0.45:
            self.speak(seat.replica)
        elif chance < 0.75:
            self.hear(seat.replica, rng.choice(self.seats).replica)
        elif chance < 0.80:
            seat.backup = (seat.replica.ring, seat.replica.envelopes())
        elif chance < 0.84:
            self.restore(seat)
        elif chance < 0.86 and len(self.seats) < 9:
            self.copy(seat)
        elif chance < 0.91:
            tending.tend(seat.replica, NOW_MS)
            self.note(seat.replica)
        elif chance < 0.95 and len(self.seats) < 9:
            self.newcomer(seat.replica, "newcomer", rng.choice(list(b.Role)[:2]))
        elif chance < 0.98 and len(self.seats) < 9 and seat.replica.me:
            ring = KeyRing.from_bytes(tending.pair_device(seat.replica))
            self.note(seat.replica)
            self.seats.append(Seat(Replica(ring, seat.doors), doors=seat.doors))
        elif seat.replica.needs_new_device:
            seat.replica.renew_device()
            self.note(seat.replica)

    def speak(self, replica: Replica) -> None:
        """Say something, with or without the right to."""
        body = self.something(replica)
        if isinstance(body, b.Remove) and self.rng.random() < 0.7:
            tending.remove(replica, body.member)
        elif isinstance(body, b.Remove | b.Drop):
            ids = sorted(i for _, _, i in self.signed)
            replica.write(body, seen=self.rng.sample(ids, min(len(ids), 3)))
        else:
            replica.write(body)
        if self.rng.random() < 0.8:
            replica.seal()
            self.note(replica)

    def something(self, replica: Replica) -> Body:
        """Any op, the ones about rights more often than in life."""
        rng, state = self.rng, replica.state()
        member = rng.choice(list(state.members) or [bytes(16)])
        proposal = rng.choice([*state.proposals, bytes(16)])
        plan = rng.choice([*(p.ref for p in state.plans), bytes(16)])
        device = rng.choice(list(state.owner) or [bytes(32)])
        start = NOW_MS + rng.randrange(2, 90) * HOUR_MS
        say = rng.randrange(3)
        return rng.choice(
            (
                b.Remove(member=member),
                b.Remove(member=member),
                b.Promote(member=member),
                b.Promote(member=member),
                b.HandOver(member=member),
                b.Leave(),
                b.Drop(key=device),
                b.Propose(start, start + DAY_MS, "Europe/Madrid", "lake"),
                b.Withdraw(proposal),
                b.Vote(proposal, say),
                b.Lock(proposal, NOW_MS),
                b.Cancel(plan),
                b.Answer(plan, say),
                b.Ready(plan),
                b.Share(say),
                b.Outcome(plan, say, None),
                b.Circles(rng.randbytes(16), 3),
                b.Item(f"torch {rng.random()}"),
                b.Recap(plan, "good"),
                b.Rename(f"name {rng.randrange(9)}"),
                b.Revoke(self.ticket.public if self.ticket else bytes(32), ()),
            )
        )

    def restore(self, seat: Seat) -> None:
        """The device falls back to its backup, or to nothing but its keys."""
        ring, envelopes = seat.backup or (seat.replica.ring, [])
        if not seat.backup and self.rng.random() < 0.7:
            return
        seat.replica = Replica(ring, seat.doors)
        seat.replica.load(envelopes)

    def copy(self, seat: Seat) -> None:
        """The device goes on twice, neither knowing of the other: a copy, or a liar."""
        twin = Replica(seat.replica.ring, seat.doors)
        twin.load(seat.replica.envelopes())
        self.seats.append(Seat(twin, doors=seat.doors))

    def hear(self, to: Replica, by: Replica) -> None:
        """One hears another: in part, in any order, twice, torn."""
        by.seal()
        self.note(by)
        to.receive(self.mangled(by.missing_for(to.heads())))

    def mangled(self, envelopes: list[bytes]) -> bytes:
        """As a bad network and a bad disk would have it."""
        rng, sent = self.rng, list(envelopes)
        if rng.random() < 0.5:
            rng.shuffle(sent)
        if rng.random() < 0.3:
            sent += rng.choices(sent, k=len(sent) // 2)
        if rng.random() < 0.3:
            sent = sent[: rng.randrange(len(sent) + 1)]
        stream = bytearray(b"".join(sent))
        if stream and rng.random() < 0.2:
            stream[rng.randrange(len(stream))] ^= 1 << rng.randrange(8)
        if rng.random() < 0.2:
            del stream[rng.randrange(len(stream) + 1) :]
        if rng.random() < 0.2:
            stream = bytearray(rng.randbytes(envelope.BLOCK)) + stream
        return bytes(stream)

    # How it ends

    def settle(self) -> int:
        """Everybody hears everything and the apps tend the group; rounds it took."""
        for rounds in range(1, 30):
            before = [seat.replica.heads() for seat in self.seats]
            for seat in self.seats:
                seat.replica.seal()
            self.talk()
            for seat in self.seats:
                tending.tend(seat.replica, NOW_MS)
                self.note(seat.replica)
            self.talk()
            if before == [seat.replica.heads() for seat in self.seats]:
                return rounds
        return 0

    def talk(self) -> None:
        """Everybody hears of everything there is, until nobody has news."""
        if self.rng.random() < 0.3:
            self.talk_in_pairs()
        news = True
        while news:
            pool = {}
            for seat in self.seats:
                held = (*seat.replica.envelopes(), *seat.replica.letters.values())
                pool.update(dict.fromkeys(held))
            stream = b"".join(pool)
            came = [seat.replica.receive(stream) for seat in self.seats]
            news = any(c.batches or c.letters for c in came)

    def talk_in_pairs(self) -> None:
        """Everybody with everybody, each sending what the other's heads lack."""
        for one in self.seats:
            for other in self.seats:
                sent = one.replica.missing_for(other.replica.heads())
                other.replica.receive(b"".join(sent))

    def inside(self) -> list[Replica]:
        """The replicas of devices that are in, by the word of who has the newest key.

        A device that was put out while it missed a key cannot read that it was.
        """
        found = [seat.replica for seat in self.seats if _is_in(seat.replica)]
        newest = max(found, key=_epoch, default=None)
        return [one for one in found if newest and _is_in(one, newest)]


def _is_in(replica: Replica, by: Replica | None = None) -> bool:
    """Whether a device is in, by its own word or another's."""
    member = (by or replica).state().members.get(replica.me or b"")
    own = replica.ring.device.public
    return member is not None and not member.gone and own in member.devices


def _epoch(replica: Replica) -> int:
    epoch = replica.state().epoch
    return epoch.number if epoch else 0


def verdict(world: World) -> str | None:
    """What does not hold at the end, if anything."""
    if not world.settle():
        return "they never stop talking"
    inside = world.inside()
    if len({r.state().digest() for r in inside}) != 1:
        return "they do not agree"
    if len({str(r.heads()) for r in inside}) != 1:
        return "not all hold the same"
    lead = next((r for r in inside if r.me == r.state().lead), None)
    if lead is None or lead not in organisers(inside):
        return "no device of an organiser who leads is in"
    there_are = {p for p in world.forks() if p[0] in lead.state().owner}
    found = lead.state().forks
    if sorted(f.author for f in found) != sorted(author for author, _ in there_are):
        return f"{len(found)} of {len(there_are)} forks were found"
    return still_alive(world, lead)


def organisers(replicas: list[Replica]) -> list[Replica]:
    """Those whose member is one."""
    return [
        replica
        for replica in replicas
        if replica.state().members[replica.me or b""].role is b.Role.ORGANISER
    ]


def still_alive(world: World, lead: Replica) -> str | None:
    """Whether the group can still agree on a window and let somebody in."""
    start = NOW_MS + 50 * DAY_MS
    proposal = lead.write(b.Propose(start, start + DAY_MS, "UTC", "still here"))
    lead.write(b.Lock(proposal, NOW_MS))
    newcomer = world.newcomer(lead, "last")
    newcomer_id = newcomer.ring.device.public
    world.settle()
    for replica in (*world.inside(), newcomer):
        plan = replica.state().plan
        if plan is None or plan.window.place != "still here":
            return "the lead cannot lock a window any more"
        if newcomer_id not in replica.state().owner:
            return "the lead cannot let anybody in any more"
    if newcomer.me is None or newcomer.state().digest() != lead.state().digest():
        return "somebody new does not come to hold the same"
    return None


def live(seed: int, steps: int = 25, members: int = 4) -> tuple[World, str | None]:
    """One random life of a trip, and what was wrong with its end."""
    rng = random.Random(seed)
    world = World(rng)
    with thrown_by(random.Random(seed)):
        world.begin(members)
        for _ in range(steps):
            world.happen()
        return world, verdict(world)


@contextmanager
def thrown_by(rng: random.Random) -> Iterator[None]:
    """Keys and nonces from dice as well, so that a life can be lived again."""
    real = primitives.random_bytes
    primitives.random_bytes = rng.randbytes
    try:
        yield
    finally:
        primitives.random_bytes = real
