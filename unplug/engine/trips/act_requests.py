"""Requests to do something in one trip: what they say, as the acts take it."""

from collections.abc import Callable
from typing import Any

from unplug.clock import from_ms
from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.trips import deciding, inviting, looking_back, members, together
from unplug.engine.trips import devices as trip_devices
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.travelling import Travelling
from unplug.trips import invite as invites
from unplug.trips.bodies import Kept, Say, Tier

Asked = dict[str, Any]
Act = Callable[[Travelling, OpenTrip, Asked], Message | None]


def _invite(travelling: Travelling, trip: OpenTrip, asked: Asked) -> Message:
    wall_ms = travelling.group_ms(trip.form)
    place = str(asked.get("place") or travelling.posting.broker_of(trip.id))
    ticket = inviting.invite(
        trip,
        inviting.Asked(
            expires_ms=wall_ms + int(asked["for_ms"]),
            uses=int(asked.get("uses", 1)),
            approval=bool(asked.get("approval", True)),
            guest=bool(asked.get("guest")),
            place=place,
        ),
    )
    return {
        "link": invites.to_link(ticket),
        "expires": from_ms(ticket.expires_ms).isoformat(),
        "here_only": bool(place) and place == travelling.hosting.place,
    }


def _revoke(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    said = str(asked["invite"])
    key = invites.from_link(said).public if "://" in said else _bytes(said)
    inviting.revoke(trip, key)


def _propose(travelling: Travelling, trip: OpenTrip, asked: Asked) -> Message:
    n = deciding.propose(
        trip,
        start_ms=int(asked["start_ms"]),
        end_ms=int(asked["end_ms"]),
        zone=asked["zone"],
        place=str(asked.get("place", "")),
        now_ms=travelling.group_ms(trip.form),
    )
    return {"n": n}


def _vote(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    deciding.vote(trip, int(asked["n"]), Say[str(asked["say"]).upper()])


def _deadline(travelling: Travelling, trip: OpenTrip, asked: Asked) -> None:
    deciding.deadline(trip, int(asked["at_ms"]), travelling.group_ms(trip.form))


def _lock(travelling: Travelling, trip: OpenTrip, asked: Asked) -> None:
    deciding.lock(trip, int(asked["n"]), travelling.group_ms(trip.form))


def _answer(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    deciding.answer(trip, Say[str(asked["say"]).upper()], asked.get("strictness"))


def _admit(travelling: Travelling, trip: OpenTrip, asked: Asked) -> Message:
    name = inviting.admit(trip, str(asked["who"]), travelling.group_ms(trip.form))
    return {"who": name}


def _outcome(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    kept = Kept[str(asked["kept"]).upper().replace("-", "_")]
    looking_back.outcome(trip, kept, looking_back.own_fifth(trip))


def _on_list(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    activities = asked.get("list") == "activities"
    n = int(asked.get("n", 0))
    match asked["how"]:
        case "add" if activities:
            together.put_activity(trip, asked["text"], int(asked.get("people", 2)))
        case "add":
            together.put_item(trip, asked["text"])
        case "strike":
            together.strike(trip, n, activities=activities)
        case how if activities:
            together.take_part(trip, n, joins=how == "done")
        case how:
            together.tick(trip, n, done=how == "done")


def _bytes(said: str) -> bytes:
    try:
        return bytes.fromhex(said)
    except ValueError:
        todo = "give the link, or the id that show names"
        refuse("cannot find the invite", said[:40], todo)


ACTS: dict[str, Act] = {
    "invite": _invite,
    "revoke": _revoke,
    "propose": _propose,
    "withdraw": lambda _, t, a: deciding.withdraw(t, int(a["n"])),
    "vote": _vote,
    "deadline": _deadline,
    "lock": _lock,
    "cancel": lambda _, t, __: deciding.cancel(t),
    "answer": _answer,
    "share": lambda _, t, a: looking_back.share(t, Tier[str(a["tier"]).upper()]),
    "outcome": _outcome,
    "draw": lambda _, t, a: together.draw_circles(t, a.get("size")),
    "admit": _admit,
    "remove": lambda _, t, a: members.remove(t, str(a["who"])),
    "promote": lambda _, t, a: members.promote(t, str(a["who"])),
    "hand-over": lambda _, t, a: members.hand_over(t, str(a["who"])),
    "leave": lambda _, t, __: members.leave(t),
    "list-change": _on_list,
    "reflect": lambda _, t, a: looking_back.reflect(t, a["text"], recap=False),
    "recap": lambda _, t, a: looking_back.reflect(t, a["text"], recap=True),
    "pair": trip_devices.pair,
    "drop-device": trip_devices.drop,
    "rename": lambda _, t, a: members.rename(t, a["name"]),
}
