"""Small circles of 3 to 5 for the time together, drawn by lot."""

from unplug.trips import primitives
from unplug.trips.bodies import LARGEST_CIRCLE, SMALLEST_CIRCLE, Say
from unplug.trips.state import TripState

USUAL_SIZE = 4


def draw(state: TripState) -> tuple[tuple[bytes, ...], ...]:
    """The circles; the same on all members who hold the same ops.

    Everybody with a say takes part who has not declined the window. Who sits with whom
    is decided by hashes of the draw's random salt with each member, so nobody can
    choose it and everybody can check it. Sizes differ by one at most.
    """
    plan = state.plan
    answers = plan.answers if plan else {}
    people = [m.id for m in state.voices() if answers.get(m.id) is not Say.NO]
    salt = state.circles.salt if state.circles else b""
    lots = sorted(
        people, key=lambda m: (primitives.digest("circle", state.trip, salt, m), m)
    )
    count = _count(len(lots), state.circles.size if state.circles else USUAL_SIZE)
    return tuple(tuple(lots[i::count]) for i in range(count)) if lots else ()


def _count(people: int, size: int) -> int:
    """How many circles come nearest to ``size`` with none too small or too large."""
    least = -(-people // LARGEST_CIRCLE)
    most = people // SMALLEST_CIRCLE
    return max(1, least, min(most, round(people / size)))
