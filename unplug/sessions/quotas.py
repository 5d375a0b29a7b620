"""How often a firm session may be skipped or left in any seven days."""

from unplug.sessions.plan import Strictness
from unplug.sessions.rules import WEEK_MS
from unplug.sessions.terms import Terms


def left_this_week(taken_ms: tuple[int, ...], quota: int | None, now_ms: int) -> int:
    """How many are left; a clock that was set back frees none and locks none for good.

    Args:
        taken_ms: when one was taken, wall clock.
        quota: how many there are in seven days; None: any number.
        now_ms: the wall clock.
    """
    if quota is None:
        return 1
    return max(0, quota - len(recent(taken_ms, now_ms)))


def recent(taken_ms: tuple[int, ...], now_ms: int) -> tuple[int, ...]:
    """Those of the last seven days."""
    return tuple(at for at in taken_ms if abs(now_ms - at) < WEEK_MS)


def counts(terms: Terms) -> bool:
    """Whether leaving or skipping such a session takes from the quota."""
    return terms.strictness is not Strictness.GENTLE
