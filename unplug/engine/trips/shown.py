"""A trip as it is shown: the same for the command line and for the windows."""

from typing import Any
from zoneinfo import ZoneInfo

from unplug.clock import from_ms
from unplug.engine.trips.forms import InCalendar
from unplug.engine.trips.open_trip import OpenTrip
from unplug.trips import around, literally
from unplug.trips.bodies import Say
from unplug.trips.check_words import check_words
from unplug.trips.circles import draw
from unplug.trips.state import Listed, Member, Plan, TripState

Json = dict[str, Any]
ASKING = "asking"


def shown(trip: OpenTrip, now_ms: int) -> Json:
    """Everything there is to see of a trip, by the contract of ``trip show``.

    Args:
        trip: the trip.
        now_ms: the group's time.
    """
    state, me = trip.state, trip.me
    ready, voices = state.receipts()
    return {
        "trip": trip.id,
        "name": trip.name,
        "role": role_of(me),
        "me": me.name if me is not None else trip.form.me,
        "tier": int(me.tier) if me is not None else 0,
        "members": [_member(state, m) for m in state.present()],
        "proposals": _proposals(state, me),
        "deadline": _utc(state.deadline_ms),
        "window": _window(state.plan),
        "called_off": bool(state.plans) and state.plans[-1].cancelled,
        "answer": _own_answer(state, me),
        "strictness": trip.form.strictness,
        "receipts": {"ready": ready, "members": voices},
        "requests": [_request(trip, *found) for found in state.requests()],
        "invites": [_invite(key, i, now_ms) for key, i in state.invites.items()],
        "items": [_listed(state, i, me) for i in state.items.values()],
        "activities": [_listed(state, a, me) for a in state.activities.values()],
        "forks": [_fork(state, fork) for fork in state.forks],
        "unread_since": _utc(trip.unread_ms if me and me.gone is None else None),
        "recap": _looked_back(state, now_ms),
        "expires": _utc(trip.form.expires_ms),
        "calendar": _in_calendar(trip.form.calendar),
        "words": _own_words(trip) if me is None else None,
        "asked_until": _utc(trip.form.asked_until_ms if me is None else None),
        "digest": state.digest(),
    }


def role_of(me: Member | None) -> str:
    """What the user is in the trip, in one word."""
    if me is None:
        return ASKING
    return me.gone.value if me.gone is not None else me.role.name.lower()


def circles(trip: OpenTrip) -> list[Json]:
    """The circles, with questions to begin with."""
    state = trip.state
    return [
        {
            "members": [state.members[m].name for m in circle],
            "questions": list(around.ice_breakers(state, circle)),
        }
        for circle in draw(state)
    ]


def leaving(trip: OpenTrip) -> Json:
    """What of the user's own leaves this machine, word for word, and what ever can."""
    own = {trip.replica.ring.device.public}
    own |= {d.public for d in trip.replica.ring.former}
    bodies = [
        op.body
        for device in sorted(own)
        for batch in trip.replica.history.of(device)
        for op in batch.ops()
        if op.body is not None
    ]
    bodies += trip.replica.drafts()
    bodies += [r for d, r in trip.replica.asking.items() if d in own]
    return {
        "leaves": [
            {"kind": said.kind, "meaning": said.meaning, "fields": dict(said.fields)}
            for said in map(literally.leaving, bodies)
        ],
        "ever": [list(kind) for kind in literally.all_that_can_leave()],
    }


def _member(state: TripState, member: Member) -> Json:
    plan = state.plan
    said = plan.answers.get(member.id) if plan else None
    return {
        "id": member.id.hex(),
        "name": member.name,
        "role": member.role.name.lower(),
        "lead": state.lead == member.id,
        "answer": None if said is None else said.name.lower(),
        "ready": plan is not None and member.id in plan.ready,
    }


def _proposals(state: TripState, me: Member | None) -> list[Json]:
    return [
        {
            "n": n,
            **_stretch(p.said.start_ms, p.said.end_ms, p.said.zone),
            "place_zone": p.said.zone,
            "place": p.said.place,
            "yes": p.count(Say.YES),
            "maybe": p.count(Say.MAYBE),
            "no": p.count(Say.NO),
            "mine": _word(p.votes.get(me.id)) if me is not None else None,
        }
        for n, p in enumerate(state.proposals.values(), start=1)
        if not p.withdrawn
    ]


def _window(plan: Plan | None) -> Json | None:
    if plan is None:
        return None
    said = plan.window
    return {
        **_stretch(said.start_ms, said.end_ms, said.zone),
        "place_zone": said.zone,
        "place": said.place,
        "revision": plan.revision,
        "locked": True,
    }


def _stretch(start_ms: int, end_ms: int, zone: str) -> Json:
    """Both ends with the offset that holds at the place then."""
    place = zone_or_utc(zone)
    return {
        "start": from_ms(start_ms).astimezone(place).isoformat(),
        "end": from_ms(end_ms).astimezone(place).isoformat(),
    }


def zone_or_utc(name: str) -> ZoneInfo:
    """The place's zone; one that this machine does not know is shown in UTC."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def _in_calendar(known: InCalendar | None) -> Json | None:
    """How the window lies in the user's calendar."""
    if known is None:
        return None
    return {
        "there": bool(known.told),
        "note": known.note,
        "last_succeeded": _utc(known.ok_ms),
        "error": known.error or None,
    }


def _own_answer(state: TripState, me: Member | None) -> str | None:
    if state.plan is None or me is None:
        return None
    return _word(state.plan.answers.get(me.id))


def _request(trip: OpenTrip, invite: Any, device: bytes) -> Json:  # noqa: ANN401  (OpenInvite)
    return {
        "id": device.hex(),
        "name": invite.asking[device].name,
        "words": list(check_words(trip.replica.trip, invite.invite.key, device)),
    }


def _own_words(trip: OpenTrip) -> list[str] | None:
    """What to read aloud while waiting to be let in."""
    if not trip.form.came_by:
        return None
    invite = bytes.fromhex(trip.form.came_by[-1])
    device = trip.replica.ring.device.public
    return list(check_words(trip.replica.trip, invite, device))


def _invite(key: bytes, invite: Any, now_ms: int) -> Json:  # noqa: ANN401  (OpenInvite)
    said = invite.invite
    holds = not invite.revoked and said.expires_ms > now_ms
    return {
        "id": key.hex(),
        "expires": _utc(said.expires_ms),
        "uses": said.uses,
        "used": len(invite.used_by),
        "approval": said.approval,
        "holds": holds and len(invite.used_by) < said.uses,
    }


def _listed(state: TripState, one: Listed, me: Member | None) -> Json:
    shown = {
        "text": one.said.text,
        "by": _name(state, one.by),
        "people": [_name(state, m) for m in sorted(one.people)],
        "mine": me is not None and me.id in one.people,
    }
    wanted = getattr(one.said, "people", None)
    return shown if wanted is None else {**shown, "wanted": wanted}


def _fork(state: TripState, fork: Any) -> Json:  # noqa: ANN401  (Fork)
    owner = state.owner.get(fork.author)
    return {
        "member": _name(state, owner or b""),
        "device": fork.author.hex()[:16],
        "seq": fork.seq,
        "branches": len(fork.branches),
    }


def _looked_back(state: TripState, now_ms: int) -> Json | None:
    """What members wrote and share of the last window, once it has begun."""
    if not state.plans or state.plans[-1].cancelled:
        return None
    plan = state.plans[-1]
    if now_ms < plan.window.start_ms:
        return None
    found = around.totals(state, plan, now_ms)
    return {
        "pages": [
            {
                "name": _name(state, page.member),
                "reflection": page.reflection,
                "recap": page.recap,
            }
            for page in around.look_back(state, plan, now_ms)
        ],
        "totals": None
        if found is None
        else {
            "sharing": found.sharing,
            **dict(zip(("fully", "partly", "not"), found.kept, strict=True)),
            "fifths": None if found.buckets is None else list(found.buckets),
        },
    }


def _name(state: TripState, member: bytes) -> str:
    known = state.members.get(member)
    return known.name if known is not None else member.hex()[:8]


def _word(say: Say | None) -> str | None:
    return None if say is None else say.name.lower()


def _utc(ms: int | None) -> str | None:
    return None if ms is None else from_ms(ms).isoformat()
