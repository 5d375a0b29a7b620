"""What people do in a trip, each with the sentence for when it cannot be done.

An op without the right would be passed over by everybody, in silence; so the right is
asked for here, before anything is written.
"""

from dataclasses import dataclass, replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from unplug.engine.refusing import refuse
from unplug.engine.trip_book import OpenTrip
from unplug.engine.trip_forms import Went
from unplug.trips import bodies as b
from unplug.trips import canonical, primitives, tending
from unplug.trips.applying import LOCK_AHEAD_MS
from unplug.trips.bodies import Role, Say
from unplug.trips.circles import USUAL_SIZE
from unplug.trips.fields import Body
from unplug.trips.invite import Ticket, new_ticket
from unplug.trips.state import Gone, Member, Plan, Proposal

T = TypeVar("T", bound=Body)

FULLY, PARTLY = 0.95, 0.2
"""Which share of a window counts as kept, and which as partly kept."""
NOT_YET = "wait until the organiser lets you in, and sync again"


def member(trip: OpenTrip) -> Member:
    """The user in the trip.

    Raises:
        UnplugError: not let in yet, or not in any more.
    """
    me = trip.me
    failed = "cannot do this in the trip"
    if me is None:
        refuse(failed, f"{trip.name}: you are not in it yet", NOT_YET)
    if me.gone is Gone.LEFT:
        todo = "ask for a new invite to come back"
        refuse(failed, f"{trip.name}: you have left it", todo)
    if me.gone is Gone.REMOVED:
        todo = "ask the organiser for a new invite"
        refuse(failed, f"{trip.name}: you were removed from it", todo)
    return me


def voice(trip: OpenTrip) -> Member:
    """The user, with a say.

    Raises:
        UnplugError: a guest has none.
    """
    me = member(trip)
    if me.role is Role.GUEST:
        failed, todo = "guests only look on", "ask an organiser for a member's invite"
        refuse(failed, trip.name, todo)
    return me


def organiser(trip: OpenTrip) -> Member:
    """The user, as an organiser.

    Raises:
        UnplugError: the user is none.
    """
    me = member(trip)
    if me.role is not Role.ORGANISER:
        lead = trip.state.members.get(trip.state.lead or b"")
        todo = f"ask {lead.name}" if lead is not None else "ask an organiser"
        refuse("only organisers can do this", trip.name, todo)
    return me


def somebody(trip: OpenTrip, name: str) -> Member:
    """The member of a name or the start of an id.

    Raises:
        UnplugError: there is none, or more than one.
    """
    folded = name.strip().casefold()
    here = list(trip.state.present())
    found = [m for m in here if m.name.casefold() == folded]
    found = found or [m for m in here if folded and m.id.hex().startswith(folded)]
    if len(found) == 1:
        return found[0]
    if found:
        todo = f"say which: {', '.join(m.id.hex()[:8] for m in found)}"
        refuse("more than one goes by this name", name, todo)
    todo = f"who is in: {', '.join(m.name for m in here)}"
    return refuse("nobody in the trip has this name", name, todo)


def proposal(trip: OpenTrip, n: int) -> Proposal:
    """A proposal by its number, from 1 up.

    Raises:
        UnplugError: there is none, or it was withdrawn.
    """
    known = list(trip.state.proposals.values())
    todo = "see the proposals: unplug trip show"
    if not 1 <= n <= len(known):
        refuse("cannot find a proposal", n, todo)
    if known[n - 1].withdrawn:
        refuse("the proposal was withdrawn", n, todo)
    return known[n - 1]


def plan(trip: OpenTrip) -> Plan:
    """The window in force.

    Raises:
        UnplugError: none is locked.
    """
    found = trip.state.plan
    if found is None:
        todo = "an organiser locks a proposal first: unplug trip lock N"
        refuse("no window is locked yet", trip.name, todo)
    return found


def latest(trip: OpenTrip) -> Plan:
    """The last window there was, for what comes after it.

    Raises:
        UnplugError: there was none.
    """
    return trip.state.plans[-1] if trip.state.plans else plan(trip)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an invite is to be good for."""

    expires_ms: int
    uses: int = 1
    approval: bool = True
    guest: bool = False
    place: str = ""


def invite(trip: OpenTrip, asked: Asked) -> Ticket:
    """Make an invite."""
    organiser(trip)
    ticket = new_ticket(
        trip.replica.trip, expires_ms=asked.expires_ms, place=asked.place
    )
    role = Role.GUEST if asked.guest else Role.MEMBER
    _write(trip, ticket.invite(uses=asked.uses, approval=asked.approval, role=role))
    return ticket


def revoke(trip: OpenTrip, key: bytes) -> None:
    """Let an invite hold no longer; who came in by it stays."""
    organiser(trip)
    known = trip.state.invites.get(key)
    if known is None:
        refuse("cannot find the invite in this trip", key.hex()[:8])
    _write(trip, b.Revoke(key=key, kept=tuple(known.used_by)))


def propose(  # noqa: PLR0913  (all that a window is)
    trip: OpenTrip, *, start_ms: int, end_ms: int, zone: str, place: str, now_ms: int
) -> int:
    """Propose a window; its number."""
    organiser(trip)
    known_zone(zone)
    failed, todo = "cannot propose this window", "give a start and an end after it"
    if end_ms <= start_ms:
        refuse(failed, "it ends before it starts", todo)
    if start_ms <= now_ms:
        refuse(failed, "it starts in the past", "give a later start")
    if end_ms - start_ms > b.LONGEST_WINDOW_MS:
        refuse(failed, "it is longer than 60 days", "give an earlier end")
    said = b.Propose(start_ms=start_ms, end_ms=end_ms, zone=zone, place=place)
    name = trip.replica.write(said)
    return list(trip.state.proposals).index(name) + 1


def withdraw(trip: OpenTrip, n: int) -> None:
    """Take a proposal back."""
    organiser(trip)
    _write(trip, b.Withdraw(proposal=proposal(trip, n).ref))


def vote(trip: OpenTrip, n: int, say: Say) -> None:
    """Say what one thinks of a proposal."""
    voice(trip)
    _write(trip, b.Vote(proposal=proposal(trip, n).ref, say=say))


def deadline(trip: OpenTrip, at_ms: int) -> None:
    """Say until when votes are wanted."""
    organiser(trip)
    _write(trip, b.Deadline(at_ms=at_ms))


def lock(trip: OpenTrip, n: int, now_ms: int) -> None:
    """Make a proposal the window; what was locked before holds no longer."""
    organiser(trip)
    chosen = proposal(trip, n)
    if now_ms + LOCK_AHEAD_MS > chosen.said.start_ms:
        failed, todo = "cannot lock so late", "propose a window that starts later"
        refuse(failed, "it starts in less than an hour", todo)
    _write(trip, b.Lock(proposal=chosen.ref, at_ms=now_ms))


def cancel(trip: OpenTrip) -> None:
    """Call the window off."""
    organiser(trip)
    _write(trip, b.Cancel(plan=plan(trip).ref))


def answer(trip: OpenTrip, say: Say, strictness: str | None = None) -> None:
    """Say whether one takes part; no is final for this revision.

    Args:
        trip: the trip.
        say: yes, if need be, or no.
        strictness: how hard the own window is to leave; None: as it was.
    """
    me, held = voice(trip), plan(trip)
    said = held.answers.get(me.id)
    if said is Say.NO and say is not Say.NO:
        failed = "you have declined this window"
        todo = "declining is final; a changed window asks you again"
        refuse(failed, trip.name, todo)
    _write(trip, b.Answer(plan=held.ref, say=say))
    if strictness is not None:
        trip.form = replace(trip.form, strictness=strictness)


def share(trip: OpenTrip, tier: b.Tier) -> None:
    """Say how much of one's own time offline the others may see."""
    voice(trip)
    _write(trip, b.Share(tier=tier))


def outcome(trip: OpenTrip, kept: b.Kept, bucket: int | None = None) -> None:
    """Say how the window went; only as far as the own tier goes."""
    me = voice(trip)
    if me.tier is b.Tier.ANSWER_ONLY:
        failed, todo = "you share no more than your answer", "unplug trip share kept"
        refuse(failed, trip.name, todo)
    shown = bucket if me.tier is b.Tier.BUCKET else None
    if kept is b.Kept.RATHER_NOT_SAY:
        shown = None
    _write(trip, b.Outcome(plan=latest(trip).ref, kept=kept, bucket=shown))


def own_fifth(trip: OpenTrip) -> int | None:
    """Which fifth of the last window this device's screen was left alone, 0 to 4."""
    held = latest(trip).ref.hex()
    for went in reversed(trip.form.went):
        if went.plan == held and went.meant_ms > 0:
            return max(0, min(4, 5 * went.kept_ms // went.meant_ms))
    return None


def tell_outcome(trip: OpenTrip, went: Went) -> None:
    """Keep the promise to tell how a window went, as far as the own tier goes."""
    me = trip.me
    plan = next((p for p in trip.state.plans if p.ref.hex() == went.plan), None)
    if me is None or me.gone is not None or plan is None or went.meant_ms <= 0:
        return
    if me.role is Role.GUEST or me.tier is b.Tier.ANSWER_ONLY or me.id in plan.outcomes:
        return
    share = went.kept_ms / went.meant_ms
    kept = b.Kept.FULLY if share >= FULLY else b.Kept.PARTLY
    kept = kept if share >= PARTLY else b.Kept.NOT
    fifth = max(0, min(4, int(5 * share))) if me.tier is b.Tier.BUCKET else None
    _write(trip, b.Outcome(plan=plan.ref, kept=kept, bucket=fifth))


def draw_circles(trip: OpenTrip, size: int | None) -> None:
    """Draw the circles anew."""
    organiser(trip)
    salt = primitives.random_bytes(16)
    _write(trip, b.Circles(salt=salt, size=size or USUAL_SIZE))


def admit(trip: OpenTrip, name: str, now_ms: int) -> str:
    """Let in who asks under a name; the name."""
    organiser(trip)
    folded = name.strip().casefold()
    asking = {device: invite for invite, device in trip.state.requests()}
    found = [
        device
        for device, invite in asking.items()
        if invite.asking[device].name.casefold() == folded
        or (folded and device.hex().startswith(folded))
    ]
    if len(found) > 1:
        todo = f"say which: {', '.join(d.hex()[:8] for d in found)}"
        refuse("more than one asks under this name", name, todo)
    if not found:
        names = sorted(i.asking[d].name for d, i in asking.items())
        todo = f"who asks: {', '.join(names)}" if names else "sync first"
        refuse("nobody asks to join under this name", name, todo)
    tending.admit(trip.replica, found[0], now_ms)
    return asking[found[0]].asking[found[0]].name


def remove(trip: OpenTrip, name: str) -> None:
    """Put somebody out."""
    me, them = organiser(trip), somebody(trip, name)
    if them.id == me.id:
        refuse("cannot remove oneself", name, "leave instead: trip leave")
    tending.remove(trip.replica, them.id)
    _has_counted(trip, trip.state.members[them.id].gone is not None, them.name)


def promote(trip: OpenTrip, name: str) -> None:
    """Make somebody an organiser."""
    organiser(trip)
    _write(trip, b.Promote(member=somebody(trip, name).id))


def hand_over(trip: OpenTrip, name: str) -> None:
    """Let somebody lead from now on."""
    me, them = organiser(trip), somebody(trip, name)
    if trip.state.lead != me.id:
        refuse("only who leads the trip can hand it over", trip.name)
    _write(trip, b.HandOver(member=them.id))
    _has_counted(trip, trip.state.lead == them.id, them.name)


def leave(trip: OpenTrip) -> None:
    """Leave; one step, and final."""
    me = member(trip)
    if len(list(trip.state.present())) == 1:
        todo = "delete it here: unplug trip forget"
        refuse("there is nobody to leave it to", trip.name, todo)
    if trip.state.lead == me.id:
        todo = "hand it over first: unplug trip hand-over NAME"
        refuse("who leads a trip cannot leave it", trip.name, todo)
    _write(trip, b.Leave())


def put_item(trip: OpenTrip, text: str) -> None:
    """Put something on the put-away list."""
    voice(trip)
    _write(trip, _said(b.Item, text=text))


def tick(trip: OpenTrip, n: int, *, done: bool) -> None:
    """Say that one has done an item, by its number."""
    voice(trip)
    _write(trip, b.Tick(item=_listed(trip, n, activities=False), done=done))


def put_activity(trip: OpenTrip, text: str, people: int) -> None:
    """Suggest something to do together."""
    voice(trip)
    _write(trip, _said(b.Activity, text=text, people=people))


def take_part(trip: OpenTrip, n: int, *, joins: bool) -> None:
    """Take part in an activity, by its number."""
    voice(trip)
    name = _listed(trip, n, activities=True)
    _write(trip, b.Join(activity=name, taking_part=joins))


def strike(trip: OpenTrip, n: int, *, activities: bool) -> None:
    """Take something off a list; organisers anything, others what they put there."""
    voice(trip)
    _write(trip, b.Strike(target=_listed(trip, n, activities=activities)))


def reflect(trip: OpenTrip, text: str, *, recap: bool) -> None:
    """Write an evening's reflection, or one's part of the recap."""
    voice(trip)
    kind = b.Recap if recap else b.Reflect
    _write(trip, _said(kind, plan=latest(trip).ref, text=text))


def rename(trip: OpenTrip, name: str) -> None:
    """Go by another name."""
    member(trip)
    _write(trip, _said(b.Rename, name=name))


def known_zone(name: str) -> ZoneInfo:
    """A zone that this machine knows.

    Raises:
        UnplugError: it knows none of that name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        failed, todo = "cannot find a time zone", "write it like Europe/Madrid"
        refuse(failed, name, todo)


def fit_name(name: str) -> str:
    """A name as others will read it.

    Raises:
        UnplugError: it is empty, too long, or cannot be seen.
    """
    return _said(b.Rename, name=" ".join(name.split())).name


def fit_title(title: str) -> str:
    """A title as others will read it.

    Raises:
        UnplugError: it is empty, too long, or cannot be seen.
    """
    return _said(b.Item, text=" ".join(title.split())).text


def _said(kind: type[T], **fields: canonical.Plain) -> T:
    try:
        return kind(**fields)
    except ValueError:
        text = next((v for v in fields.values() if isinstance(v, str)), "")
        failed, todo = "cannot take this text", "give a line that is not empty or long"
        refuse(failed, text[:60], todo)


def _listed(trip: OpenTrip, n: int, *, activities: bool) -> bytes:
    names = list(trip.state.activities if activities else trip.state.items)
    if not 1 <= n <= len(names):
        refuse("there is no such line on the list", n, "unplug trip show")
    return names[n - 1]


def _write(trip: OpenTrip, body: Body) -> None:
    trip.replica.write(body)


def _has_counted(trip: OpenTrip, counted: bool, name: str) -> None:  # noqa: FBT001  (a condition)
    """Stop before a word is sealed that nobody would heed."""
    if not counted:
        todo = "whoever made them an organiser, or leads the trip, can"
        refuse(f"you cannot do this with {name}", trip.name, todo)
