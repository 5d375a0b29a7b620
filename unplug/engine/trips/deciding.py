"""How a group finds its window: proposals, votes, the lock, the answers."""

from dataclasses import replace

from unplug.engine.refusing import refuse
from unplug.engine.trips.finding import plan, proposal
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.rights import organiser, voice
from unplug.engine.trips.texts import known_zone
from unplug.trips import bodies as b
from unplug.trips.applying import LOCK_AHEAD_MS
from unplug.trips.bodies import Say


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
    trip.replica.write(b.Withdraw(proposal=proposal(trip, n).ref))


def vote(trip: OpenTrip, n: int, say: Say) -> None:
    """Say what one thinks of a proposal."""
    voice(trip)
    trip.replica.write(b.Vote(proposal=proposal(trip, n).ref, say=say))


def deadline(trip: OpenTrip, at_ms: int, now_ms: int) -> None:
    """Say until when votes are wanted."""
    organiser(trip)
    if at_ms <= now_ms:
        refuse("votes cannot be wanted until then", "it is past", "give a later moment")
    trip.replica.write(b.Deadline(at_ms=at_ms))


def lock(trip: OpenTrip, n: int, now_ms: int) -> None:
    """Make a proposal the window; what was locked before holds no longer."""
    organiser(trip)
    chosen = proposal(trip, n)
    if now_ms + LOCK_AHEAD_MS > chosen.said.start_ms:
        failed, todo = "cannot lock so late", "propose a window that starts later"
        refuse(failed, "it starts in less than an hour", todo)
    trip.replica.write(b.Lock(proposal=chosen.ref, at_ms=now_ms))


def cancel(trip: OpenTrip) -> None:
    """Call the window off."""
    organiser(trip)
    trip.replica.write(b.Cancel(plan=plan(trip).ref))


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
    trip.replica.write(b.Answer(plan=held.ref, say=say))
    if strictness is not None:
        trip.form = replace(trip.form, strictness=strictness)
