"""The settings and the fixed times that hold for all sessions."""

from dataclasses import dataclass

from unplug.sessions.terms import DAY, HOUR, MIN, S

TYPING_PAUSE_MS = 3 * S
"""An overlay comes in a pause of typing of this length."""
SETTLE_MAX_MS = 2 * MIN
"""It comes at the latest this long after it was due."""
NOTICE_MS = MIN
"""No overlay without a strip that could be seen for this long."""
CLEAR_MS = 10 * S
"""What a session waited for has to be gone for this long; such signals flap."""
DEFER_MAX_MS = 3 * HOUR
"""A session that keeps its length waits no longer than this (or its own length)."""
LATE_MS = 3 * MIN
"""Found to be due by more than this, it is offered and does not begin by itself."""
BREATH_MS = 8 * S
"""One slow breath."""
LEAVE_MAX_MS = MIN
"""A wish to leave that comes to nothing is forgotten after this."""
WORTH_MS = 30 * S
"""With less than this left, a session is not begun."""
DIM_AFTER_MS = MIN
"""Monitors go off, or the screen locks, this long after the start ..."""
DIM_FROM_MS = 30 * MIN
"""... of a session of at least this length."""
NOTICE_INPUT_MS = 10 * MIN
"""Input during a session is remarked upon at most this often."""
AFTERWARDS_MS = 10 * MIN
"""The question of how it felt stays open for this long."""
ASK_WITHIN_MS = 12 * HOUR
"""After this it is not asked any more."""
PAUSE_MAX_MS = DAY
"""No pause of reminders is longer."""
SLEPT_MS = S
"""Boot clock ahead of the monotonic clock by this much: the machine slept."""
KEPT_MIN_MS = MIN
"""An absence shorter than this is not worth being recorded as kept."""
WEEK_MS = 7 * DAY
KEYS_KEPT = 512
"""So many past occurrences are remembered, so that none happens twice."""
SKIPS_KEPT = 4
RECHECK_MS = 30 * S
RECHECK_WITHIN_MS = 10 * MIN
"""With something due this soon, no wait is longer than ``RECHECK_MS``: a timer stands
still while the machine sleeps, and not every machine says that it slept."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the user chose for all sessions.

    Attributes:
        postpone_ms: by how much each further postponement moves, each shorter.
        skips_a_week: free skips of firm sessions in any seven days; None: any number.
        exits_a_week: early ends of firm sessions in any seven days; None: any number.
        ask_feeling: whether to ask how it felt.
    """

    postpone_ms: tuple[int, ...] = (5 * MIN, 3 * MIN, 2 * MIN)
    skips_a_week: int | None = 3
    exits_a_week: int | None = 3
    ask_feeling: bool = True

    def __post_init__(self) -> None:
        steps = self.postpone_ms
        if any(step <= 0 for step in steps) or list(steps) != sorted(
            steps, reverse=True
        ):
            msg = f"each postponement is a little shorter than the last: {steps}"
            raise ValueError(msg)
        for quota in (self.skips_a_week, self.exits_a_week):
            if quota is not None and quota < 0:
                msg = f"a quota is not negative: {quota}"
                raise ValueError(msg)
