"""What the command line and the windows ask of trips, done by whoever has them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from unplug.clock import from_ms
from unplug.engine import trip_acts as acts
from unplug.engine import trip_files, trip_shown
from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.travelling import Travelling
from unplug.engine.trip_book import OpenTrip
from unplug.engine.trip_ways import BROKER, FOLDER
from unplug.trips import invite as invites
from unplug.trips.bodies import Kept, Say, Tier

Asked = dict[str, Any]
MOST_ROUNDS = 4


def fulfil(travelling: Travelling, request: Message) -> Message:
    """Do what a request asks for.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    asked: Asked = dict(request)
    what = str(asked.get("do")).removeprefix("trip.")
    if what in _LOOKING:
        return _LOOKING[what](travelling, asked)
    if what in _ACTS:
        with travelling.acting(asked.get("trip")) as trip:
            answer = _ACTS[what](travelling, trip, asked)
        return {"trip": trip.id, "name": trip.name, **(answer or {})}
    failed = "the running app cannot do this"
    return refuse(failed, what, "quit it and try again")


# Without one trip to act in


def _create(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.create(asked["name"], asked["as"])
    return {"trip": trip.id, "name": trip.name, "warning": travelling.book.warning}


def _join(travelling: Travelling, asked: Asked) -> Message:
    ticket = trip_files.ticket(asked["invite"])
    trip = travelling.join(ticket, asked["as"])
    words = trip_shown.shown(trip, 0)["words"]
    return {"trip": trip.id, "words": words, "warning": travelling.book.warning}


def _list(travelling: Travelling, _: Asked) -> Message:
    rows = []
    for trip, form in travelling.book.forms().items():
        window = form.window
        rows.append(
            {
                "trip": trip,
                "name": form.name,
                "me": form.me,
                "start": None if window is None else _utc(window.start_ms),
                "end": None if window is None else _utc(window.end_ms),
            }
        )
    return {"trips": rows}


def _show(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.open(asked.get("trip"))
    shown = trip_shown.shown(trip, travelling.group_ms(trip.form))
    return {
        **shown,
        "ways": travelling.posting.shown(trip.id),
        "shown": trip.form.shown,
    }


def _circles(travelling: Travelling, asked: Asked) -> Message:
    return {"circles": trip_shown.circles(travelling.open(asked.get("trip")))}


def _leaving(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.open(asked.get("trip"))
    if asked.get("by_way"):
        _look_at_ways(travelling, trip, asked)
    return {"shown": trip.form.shown, **trip_shown.leaving(trip)}


def _export(travelling: Travelling, asked: Asked) -> Message:
    trip, file = travelling.open(asked.get("trip")), Path(asked["file"])
    trip_files.export(trip, file, travelling.group_ms(trip.form))
    if file.suffix.lower() != trip_files.CALENDAR_SUFFIX:
        trip_files.mark_shown(travelling, trip)
    return {"file": str(file)}


def _import(travelling: Travelling, asked: Asked) -> Message:
    return trip_files.take_in(travelling, asked.get("trip"), Path(asked["file"]))


def _sync(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.open(asked.get("trip"))
    posting = travelling.posting
    for kind, place in _look_at_ways(travelling, trip, asked):
        if kind == BROKER:
            posting.add_broker(trip.id, place, asked.get("files") or {})
        else:
            posting.add(trip.id, kind, place)
    trip_files.mark_shown(travelling, trip)
    for known in travelling.book.ways(trip.id):
        posting.go(trip.id, known)
    return _synced(travelling, {"trip": trip.id})


def _look_at_ways(
    travelling: Travelling, trip: OpenTrip, asked: Asked
) -> list[tuple[str, str]]:
    """The ways that are asked for, if they are ways at all."""
    new = [(kind, str(asked[kind])) for kind in (FOLDER, BROKER) if asked.get(kind)]
    for kind, place in new:
        travelling.posting.look_at(kind, place)
    if not new and not travelling.book.ways(trip.id):
        todo = "say where: --folder DIR or --broker URL"
        refuse("there is no way to sync yet", trip.name, todo)
    return new


def _synced(travelling: Travelling, asked: Asked) -> Message:
    trip, posting = travelling.found(asked.get("trip")), travelling.posting
    for _ in range(MOST_ROUNDS):
        if not posting.go_on(trip):
            break
    rounds = posting.rounds(trip)
    errors = [r.error for r in rounds if r.error is not None]
    if errors and all(r.done for r in rounds):
        raise errors[0]
    return {
        "trip": trip,
        "done": all(r.done for r in rounds) and not posting.presses(trip),
        "received": sum(r.received for r in rounds),
        "written": sum(r.written for r in rounds),
        "ways": posting.shown(trip),
    }


def _forget(travelling: Travelling, asked: Asked) -> Message:
    trip = travelling.found(asked.get("trip"))
    travelling.drop(trip)
    return {"trip": trip}


_LOOKING: dict[str, Callable[[Travelling, Asked], Message]] = {
    "create": _create,
    "join": _join,
    "list": _list,
    "show": _show,
    "circles": _circles,
    "leaving": _leaving,
    "export": _export,
    "import": _import,
    "sync": _sync,
    "synced": _synced,
    "forget": _forget,
}


# In one trip


def _invite(travelling: Travelling, trip: OpenTrip, asked: Asked) -> Message:
    wall_ms = travelling.group_ms(trip.form)
    ticket = acts.invite(
        trip,
        acts.Asked(
            expires_ms=wall_ms + int(asked["for_ms"]),
            uses=int(asked.get("uses", 1)),
            approval=bool(asked.get("approval", True)),
            guest=bool(asked.get("guest")),
            place=str(asked.get("place") or travelling.posting.broker_of(trip.id)),
        ),
    )
    return {"link": invites.to_link(ticket), "expires": _utc(ticket.expires_ms)}


def _revoke(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    said = str(asked["invite"])
    key = invites.from_link(said).public if "://" in said else _bytes(said)
    acts.revoke(trip, key)


def _propose(travelling: Travelling, trip: OpenTrip, asked: Asked) -> Message:
    n = acts.propose(
        trip,
        start_ms=int(asked["start_ms"]),
        end_ms=int(asked["end_ms"]),
        zone=asked["zone"],
        place=str(asked.get("place", "")),
        now_ms=travelling.group_ms(trip.form),
    )
    return {"n": n}


def _vote(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    acts.vote(trip, int(asked["n"]), Say[str(asked["say"]).upper()])


def _lock(travelling: Travelling, trip: OpenTrip, asked: Asked) -> None:
    acts.lock(trip, int(asked["n"]), travelling.group_ms(trip.form))


def _answer(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    acts.answer(trip, Say[str(asked["say"]).upper()], asked.get("strictness"))


def _admit(travelling: Travelling, trip: OpenTrip, asked: Asked) -> Message:
    name = acts.admit(trip, str(asked["who"]), travelling.group_ms(trip.form))
    return {"who": name}


def _outcome(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    kept = Kept[str(asked["kept"]).upper().replace("-", "_")]
    acts.outcome(trip, kept, acts.own_fifth(trip))


def _on_list(_: Travelling, trip: OpenTrip, asked: Asked) -> None:
    activities = asked.get("list") == "activities"
    n = int(asked.get("n", 0))
    match asked["how"]:
        case "add" if activities:
            acts.put_activity(trip, asked["text"], int(asked.get("people", 2)))
        case "add":
            acts.put_item(trip, asked["text"])
        case "strike":
            acts.strike(trip, n, activities=activities)
        case how if activities:
            acts.take_part(trip, n, joins=how == "done")
        case how:
            acts.tick(trip, n, done=how == "done")


_ACTS: dict[str, Callable[[Travelling, OpenTrip, Asked], Message | None]] = {
    "invite": _invite,
    "revoke": _revoke,
    "propose": _propose,
    "withdraw": lambda _, t, a: acts.withdraw(t, int(a["n"])),
    "vote": _vote,
    "deadline": lambda _, t, a: acts.deadline(t, int(a["at_ms"])),
    "lock": _lock,
    "cancel": lambda _, t, __: acts.cancel(t),
    "answer": _answer,
    "share": lambda _, t, a: acts.share(t, Tier[str(a["tier"]).upper()]),
    "outcome": _outcome,
    "draw": lambda _, t, a: acts.draw_circles(t, a.get("size")),
    "admit": _admit,
    "remove": lambda _, t, a: acts.remove(t, str(a["who"])),
    "promote": lambda _, t, a: acts.promote(t, str(a["who"])),
    "hand-over": lambda _, t, a: acts.hand_over(t, str(a["who"])),
    "leave": lambda _, t, __: acts.leave(t),
    "list-change": _on_list,
    "reflect": lambda _, t, a: acts.reflect(t, a["text"], recap=False),
    "recap": lambda _, t, a: acts.reflect(t, a["text"], recap=True),
    "rename": lambda _, t, a: acts.rename(t, a["name"]),
}


def _utc(ms: int) -> str:
    return from_ms(ms).isoformat()


def _bytes(said: str) -> bytes:
    try:
        return bytes.fromhex(said)
    except ValueError:
        todo = "give the link, or the id that show names"
        refuse("cannot find the invite", said[:40], todo)
