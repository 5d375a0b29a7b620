"""A trip as the command line prints it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from unplug.cli.times import lately

Json = dict[str, Any]
_NOTES = {
    "": "",
    "changed": "; what was changed there was put right",
    "removed": "; it was taken out there, and is not put back",
}
_KINDS = {"folder": "folder", "broker": "broker", "own": "your own broker"}
_SAYS = {"yes": "takes part", "maybe": "if need be", "no": "declined", None: "-"}


def lines(shown: Json, now: datetime) -> Iterator[str]:
    """All that there is to see of a trip, line by line.

    Args:
        shown: as ``trip show`` has it.
        now: the present in the own zone.
    """
    yield f"{shown['name']} ({shown['trip'][:8]}), {shown['me']}: {shown['role']}"
    if shown["words"]:
        yield f"read to the organiser: {' '.join(shown['words'])}"
    if shown["asked_until"]:
        yield _invited(shown["asked_until"], now)
    yield from _window(shown)
    for member in shown["members"]:
        lead = ", leads" if member["lead"] else ""
        holds = ", holds the plan" if member["ready"] else ""
        said = _SAYS[member["answer"]] if shown["window"] else ""
        yield f"  {member['name']} ({member['role']}{lead}{holds}) {said}".rstrip()
    yield from _asking(shown)
    yield from _proposed(shown, now)
    yield from _lists(shown)
    if shown["unread_since"]:
        since = lately(shown["unread_since"], now)
        yield f"  words arrive that this computer cannot open, since {since}: ask an"
        yield "  organiser whether you are still in the trip"
    for fork in shown["forks"]:
        yield f"  two copies of a device of {fork['member']} write side by side"
    for way in shown["ways"]:
        yield f"  by {_KINDS[way['kind']]} {way['place']}: {_went(way, now)}"
    if len(shown["devices"]) > 1:
        yield f"  on {len(shown['devices'])} computers of yours; you count once"
    if (found := shown["calendar"]) is not None:
        yield f"  calendar: {_went(found, now)}{_NOTES[found['note']]}"


def _invited(until: str, now: datetime) -> str:
    """How long the invite by which one asked still holds."""
    at = datetime.fromisoformat(until).astimezone(now.tzinfo)
    if at <= now:
        return "the invite has expired: if nobody lets you in, ask for a new one"
    return f"the invite holds until {at:%a %d %b %H:%M}"


def _asking(shown: Json) -> Iterator[str]:
    """Who asks to join, and the invites that still hold."""
    for asking in shown["requests"]:
        yield f"  {asking['name']} asks to join; words: {' '.join(asking['words'])}"
    for invite in filter(lambda one: one["holds"], shown["invites"]):
        yield f"  {_invite(invite)}"


def _proposed(shown: Json, now: datetime) -> Iterator[str]:
    """What could be the window, and until when votes are wanted."""
    for proposal in shown["proposals"]:
        yes, maybe, no = (proposal[say] for say in ("yes", "maybe", "no"))
        votes = f"{yes} yes, {maybe} if need be, {no} no"
        yield f"  {proposal['n']}: {_stretch(proposal)}  {votes}"
    if shown["deadline"] and not shown["window"]:
        until = datetime.fromisoformat(shown["deadline"]).astimezone(now.tzinfo)
        over = " (that is over)" if until <= now else ""
        yield f"  votes are wanted until {until:%a %d %b %H:%M}{over}"


def _invite(invite: Json) -> str:
    until = datetime.fromisoformat(invite["expires"]).astimezone()
    comes_in = "" if invite["approval"] else ", comes in at once"
    used = f"{invite['used']} of {invite['uses']} came in"
    return f"invite {invite['id'][:8]}: {used}, until {until:%a %d %b %H:%M}{comes_in}"


def _went(way: Json, now: datetime) -> str:
    last = way["last_succeeded"]
    when = "never" if last is None else lately(last, now)
    trouble = f"; {way['error']}" if way["error"] else ""
    return f"last succeeded {when}{trouble}"


def _window(shown: Json) -> Iterator[str]:
    window = shown["window"]
    if window is None:
        if shown["called_off"]:
            yield "the window was called off"
        return
    ready, members = shown["receipts"]["ready"], shown["receipts"]["members"]
    yield f"offline {_stretch(window)}"
    own = [
        datetime.fromisoformat(window[edge]).astimezone() for edge in ("start", "end")
    ]
    yield f"  here: {own[0]:%a %d %b %H:%M} to {own[1]:%a %d %b %H:%M}"
    yield f"  {ready} of {members} hold the plan"


def _stretch(found: Json) -> str:
    start, end = map(datetime.fromisoformat, (found["start"], found["end"]))
    place = f", {found['place']}" if found["place"] else ""
    zone = found["place_zone"]
    return f"{start:%a %d %b %Y %H:%M} to {end:%a %d %b %H:%M} {zone}{place}"


def _lists(shown: Json) -> Iterator[str]:
    for title, name in (("put away", "items"), ("together", "activities")):
        for n, line in enumerate(shown[name], start=1):
            people = f" ({', '.join(line['people'])})" if line["people"] else ""
            yield f"  {title} {n}: {line['text']}{people}"
    recap = shown["recap"]
    for page in recap["pages"] if recap else ():
        for text in filter(None, (page["reflection"], page["recap"])):
            yield f"  {page['name']}: {text}"
    if recap and recap["totals"]:
        told = recap["totals"]
        yield (
            f"  of {told['sharing']} who share it: {told['fully']} fully,"
            f" {told['partly']} partly, {told['not']} not"
        )
