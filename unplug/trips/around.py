"""What surrounds the window: ice-breakers, what members share of it, and for how long.

How somebody kept the window is theirs. It counts here only as far as the member's tier
goes, totals need three who share, and nothing at all is shown from 30 days after the
end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from unplug.trips import primitives
from unplug.trips.bodies import Kept, Tier
from unplug.trips.state import Plan, TripState

LEAST_SHARING = 3
KEPT_FOR_MS = 30 * 86_400_000
BUCKETS = 5


@dataclass(frozen=True, slots=True)
class Totals:
    """How the window went for those who say so; everybody else is not shared.

    Attributes:
        kept: how many said FULLY, PARTLY and NOT.
        sharing: how many said one of them.
        buckets: how many kept each fifth of the window, least first; nothing unless
            three share that.
    """

    kept: tuple[int, int, int]
    sharing: int
    buckets: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Page:
    """One member's part of the look back; empty texts were not written."""

    member: bytes
    reflection: str
    recap: str


def expires_ms(plan: Plan) -> int:
    """The instant from which nothing of a window is shown, and all of it can go."""
    return plan.window.end_ms + KEPT_FOR_MS


def totals(state: TripState, plan: Plan, now_ms: int) -> Totals | None:
    """How it went in all; nothing while fewer than three share, or once expired."""
    if now_ms >= expires_ms(plan):
        return None
    said, buckets = [], [0] * BUCKETS
    for member in state.voices():
        outcome = plan.outcomes.get(member.id)
        if outcome is None or member.tier < Tier.KEPT:
            continue
        if outcome.kept != Kept.RATHER_NOT_SAY:
            said.append(Kept(outcome.kept))
            if member.tier is Tier.BUCKET and outcome.bucket is not None:
                buckets[outcome.bucket] += 1
    if len(said) < LEAST_SHARING:
        return None
    counts = (said.count(Kept.FULLY), said.count(Kept.PARTLY), said.count(Kept.NOT))
    shown = tuple(buckets) if sum(buckets) >= LEAST_SHARING else None
    return Totals(counts, len(said), shown)


def look_back(state: TripState, plan: Plan, now_ms: int) -> tuple[Page, ...]:
    """What members wrote, in the order they came in; nothing once expired."""
    if now_ms >= expires_ms(plan):
        return ()
    pages = (
        Page(m.id, plan.reflections.get(m.id, ""), plan.recap.get(m.id, ""))
        for m in state.voices()
    )
    return tuple(page for page in pages if page.reflection or page.recap)


def ice_breakers(
    state: TripState, circle: Sequence[bytes], count: int = 3
) -> tuple[str, ...]:
    """Questions for a circle: the same on each of its members' apps."""
    package = resources.files("unplug.trips")
    deck = package.joinpath("data/ice_breakers.txt").read_text("utf-8").splitlines()
    members = sorted(circle)
    deck.sort(key=lambda q: primitives.digest("deck", state.trip, q.encode(), *members))
    return tuple(deck[:count])
