"""From the set of ops to the trip, the same on every machine in whatever order.

The ops are put into one order (lamport, device, seq), rights are settled, and each op
that has its right is applied; the others are passed over. Nothing in here raises for
what an op says, reads a clock, or depends on what arrived first.
"""

from collections.abc import Iterable, Sequence

from unplug.trips import bodies as b
from unplug.trips.applying import APPLY, Said
from unplug.trips.bodies import Role
from unplug.trips.devices import member_of
from unplug.trips.history import History
from unplug.trips.invites import OpenInvite
from unplug.trips.op import Op
from unplug.trips.rights import Order, Rights, settle
from unplug.trips.state import Gone, Member, TripState

RULING = (
    *(b.Create, b.Admit, b.Remove, b.Promote, b.HandOver, b.Leave),
    *(b.Device, b.Drop, b.Invite, b.Revoke, b.Request),
)


def fold(trip: bytes, ops: Iterable[Op], history: History) -> TripState:
    """The state of a trip.

    Args:
        trip: the trip.
        ops: all ops of the history, in any order.
        history: to follow chains, and to find forks.
    """
    ordered = sorted((op for op in ops if op.body is not None), key=_order)
    ruling = [op for op in ordered if isinstance(op.body, RULING)]
    rights = settle(trip, ruling, history)
    if rights.founding is None or not isinstance(rights.founding.body, b.Create):
        return TripState(trip)
    state = TripState(
        trip,
        title=rights.founding.body.title,
        first_key=rights.founding.body.key,
        lead=rights.lead,
        owner=rights.owner,
        forks=tuple(f for f in history.forks() if f.author in rights.owner),
    )
    _invite(state, rights, ruling)
    # The lead is in, even if whoever let it in was cut short since.
    reign = rights.reigns[-1]
    _come_in(state, rights, reign.member, Role.ORGANISER, reign.start)
    _gather(state, rights, ruling)
    by_coming = sorted(state.members.values(), key=lambda m: (m.since, m.id))
    state.members = {m.id: m for m in by_coming}
    _apply(state, rights, ordered)
    state.forget_gone()
    return state


def _order(op: Op) -> tuple[int, bytes, int, bytes]:
    return op.lamport, op.author, op.seq, op.batch


def _invite(state: TripState, rights: Rights, ops: Sequence[Op]) -> None:
    """Which invites there are; each is in force, or revoked, from the first."""
    for op in ops:
        if isinstance(op.body, b.Invite):
            member = rights.member(op)
            if member and rights.is_act(op) and op.body.key not in state.invites:
                state.invites[op.body.key] = OpenInvite(op.body, member)
    for op in ops:
        if isinstance(op.body, b.Revoke) and rights.is_act(op):
            invite = state.invites.get(op.body.key)
            if invite is not None:
                invite.revoke(op.body)


def _gather(state: TripState, rights: Rights, ops: Sequence[Op]) -> None:
    """Who is in the trip, and by which right."""
    for op in ops:
        body, by = op.body, rights.member(op)
        if op is rights.founding:
            _come_in(state, rights, member_of(op.author), Role.ORGANISER, op.order)
        elif by is None:
            continue
        elif isinstance(body, b.Admit):
            _admit(state, rights, op, by)
        elif isinstance(body, b.Promote | b.HandOver) and rights.is_act(op):
            _promote(state, rights, op, body.member)
        elif isinstance(body, b.Request):
            invite = state.invites.get(body.invite)
            if invite is not None and _has_say(state, op, by):
                invite.ask(state.trip, body)


def _promote(state: TripState, rights: Rights, op: Op, member: bytes) -> None:
    if member in rights.depth:
        _come_in(state, rights, member, Role.ORGANISER, op.order)


def _admit(state: TripState, rights: Rights, op: Op, by: bytes) -> None:
    body = op.body
    if not isinstance(body, b.Admit) or not _admits(state, rights, op, by):
        return
    member, role = member_of(body.device), Role(body.role)
    known = state.members.get(member)
    if known is not None and (known.role is Role.ORGANISER or not rights.is_act(op)):
        role = known.role
    _come_in(state, rights, member, role, op.order)
    invite = state.invites.get(body.invite)
    if invite is not None and state.members[member].door is None:
        invite.used_by.append(member)
        state.members[member].door = body.invite


def _come_in(
    state: TripState, rights: Rights, member: bytes, role: Role, since: Order
) -> None:
    known = state.members.get(member)
    if known is not None:
        known.role, known.since = role, min(known.since, since)
        return
    gone = Gone.LEFT if member in rights.left else None
    state.members[member] = Member(
        id=member,
        name=rights.cards[member].name,
        role=role,
        devices=rights.devices(member).in_use,
        since=since,
        gone=Gone.REMOVED if member in rights.removed else gone,
    )


def _admits(state: TripState, rights: Rights, op: Op, by: bytes) -> bool:
    if rights.is_act(op):
        return True
    body = op.body
    if not isinstance(body, b.Admit) or not _has_say(state, op, by):
        return False
    invite = state.invites.get(body.invite)
    return invite is not None and invite.lets_in(state.trip, body)


def _has_say(state: TripState, op: Op, by: bytes) -> bool:
    member = state.members.get(by)
    return (
        member is not None and member.role is not Role.GUEST and member.since < op.order
    )


def _apply(state: TripState, rights: Rights, ops: Sequence[Op]) -> None:
    acting = rights.acting()
    for op in ops:
        apply = APPLY.get(type(op.body))
        if apply is None:
            continue
        by = rights.member(op)
        member = state.members.get(by) if by is not None else None
        if member is not None and member.since < op.order:
            organiser = by in acting and rights.is_act(op)
            apply(state, Said(op, member, organiser=organiser))
