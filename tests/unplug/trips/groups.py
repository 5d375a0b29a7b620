"""Small groups to try things on."""

from unplug.trips import bodies as b
from unplug.trips import doors, tending
from unplug.trips.invite import Ticket, new_ticket
from unplug.trips.keys import DeviceKey, KeyRing
from unplug.trips.replica import Replica, found_trip

NOW_MS = 1_800_000_000_000
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


def meet(*replicas: Replica) -> None:
    """All hear all there is, and their apps do their part, until there is no news."""
    while True:
        for replica in replicas:
            tending.tend(replica, NOW_MS)
        stream = b"".join(everything(*replicas))
        came = [replica.receive(stream) for replica in replicas]
        if not any(c.batches or c.letters for c in came):
            return


def everything(*replicas: Replica) -> dict[bytes, None]:
    """Each envelope and letter that somebody has, once."""
    found: dict[bytes, None] = {}
    for replica in replicas:
        found.update(dict.fromkeys(replica.envelopes()))
        found.update(dict.fromkeys(replica.letters.values()))
    return found


def invite(
    organiser: Replica,
    *,
    uses: int = 1,
    approval: bool = True,
    role: b.Role = b.Role.MEMBER,
) -> Ticket:
    """An invite that holds for a day."""
    ticket = new_ticket(organiser.trip, expires_ms=NOW_MS + DAY_MS)
    organiser.write(ticket.invite(uses=uses, approval=approval, role=role))
    organiser.seal()
    return ticket


def ask(
    ticket: Ticket, name: str, device: DeviceKey | None = None
) -> tuple[Replica, bytes]:
    """Somebody with an invite, and the letter by which they ask to join."""
    device = DeviceKey.new() if device is None else device
    letter = doors.write_request(ticket, name=name, device=device.public)
    return Replica(KeyRing(ticket.trip, device), [ticket.public]), letter


def join(
    organiser: Replica,
    name: str,
    role: b.Role = b.Role.MEMBER,
    device: DeviceKey | None = None,
) -> Replica:
    """Somebody joins the way people do."""
    newcomer, letter = ask(invite(organiser, role=role), name, device)
    organiser.receive(letter)
    tending.tend(organiser, NOW_MS)
    assert tending.admit(organiser, newcomer.ring.device.public, NOW_MS)
    meet(organiser, newcomer)
    assert newcomer.me is not None
    return newcomer


def group(*names: str) -> list[Replica]:
    """A founder and members, all in."""
    founder = found_trip("By the lake", names[0])
    others = [join(founder, name) for name in names[1:]]
    meet(founder, *others)
    return [founder, *others]


def propose(organiser: Replica, *, start_ms: int = NOW_MS + 2 * DAY_MS) -> bytes:
    """A weekend in Madrid's time."""
    end = start_ms + 42 * HOUR_MS
    return organiser.write(b.Propose(start_ms, end, "Europe/Madrid", "The lake"))


def lock(organiser: Replica, *, start_ms: int = NOW_MS + 2 * DAY_MS) -> bytes:
    """The same, locked."""
    proposal = propose(organiser, start_ms=start_ms)
    return organiser.write(b.Lock(proposal, NOW_MS))


def agree(*replicas: Replica) -> None:
    """Assert that all hold the same."""
    assert len({replica.state().digest() for replica in replicas}) == 1
    assert len({str(replica.heads()) for replica in replicas}) == 1


def names(replica: Replica) -> list[str]:
    """Who is in."""
    return [member.name for member in replica.state().present()]


def me(replica: Replica) -> bytes:
    """The member whose replica it is."""
    assert replica.me is not None
    return replica.me
