"""How a window went: what one shares of it, and what one writes."""

from unplug.engine.refusing import refuse
from unplug.engine.trips.finding import latest
from unplug.engine.trips.forms import Went
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.rights import voice
from unplug.engine.trips.texts import said
from unplug.trips import bodies as b
from unplug.trips.bodies import Role

FULLY, PARTLY = 0.95, 0.2
"""Which share of a window counts as kept, and which as partly kept."""


def share(trip: OpenTrip, tier: b.Tier) -> None:
    """Say how much of one's own time offline the others may see."""
    voice(trip)
    trip.replica.write(b.Share(tier=tier))


def outcome(trip: OpenTrip, kept: b.Kept, bucket: int | None = None) -> None:
    """Say how the window went; only as far as the own tier goes."""
    me = voice(trip)
    if me.tier is b.Tier.ANSWER_ONLY:
        failed, todo = "you share no more than your answer", "unplug trip share kept"
        refuse(failed, trip.name, todo)
    shown = bucket if me.tier is b.Tier.BUCKET else None
    if kept is b.Kept.RATHER_NOT_SAY:
        shown = None
    trip.replica.write(b.Outcome(plan=latest(trip).ref, kept=kept, bucket=shown))


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
    trip.replica.write(b.Outcome(plan=plan.ref, kept=kept, bucket=fifth))


def reflect(trip: OpenTrip, text: str, *, recap: bool) -> None:
    """Write an evening's reflection, or one's part of the recap."""
    voice(trip)
    kind = b.Recap if recap else b.Reflect
    trip.replica.write(said(kind, plan=latest(trip).ref, text=text))
