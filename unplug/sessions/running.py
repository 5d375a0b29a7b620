"""A session that runs: its course, its end, and the ways out."""

from dataclasses import replace

from unplug.sessions.effects import (
    Announce,
    LockScreen,
    Moment,
    PauseMedia,
    ScreensOff,
)
from unplug.sessions.finishing import (
    HALF,
    NEEDED,
    finish_early,
    finish_giving_way,
    finish_running,
)
from unplug.sessions.merging import absorb_running, stricter_soon, with_part
from unplug.sessions.plan import Strictness
from unplug.sessions.quotas import recent
from unplug.sessions.rules import (
    BREATH_MS,
    DIM_AFTER_MS,
    DIM_FROM_MS,
    LEAVE_MAX_MS,
    WORTH_MS,
)
from unplug.sessions.states import (
    Due,
    DueBy,
    HeadsUp,
    Leaving,
    Quiet,
    Running,
    Session,
)
from unplug.sessions.turn import Turn


def begin(t: Turn, session: Session, left_ms: int | None = None) -> None:
    """Begin a session, for its length or for what is left of it."""
    length_ms = session.length_from(t.wall) if left_ms is None else left_ms
    if length_ms < min(WORTH_MS, session.meant_ms):
        finish_giving_way(t, session)
        return
    t.take(session.keys)
    terms = session.terms
    dims = (terms.screens_off or terms.lock) and length_ms >= DIM_FROM_MS
    began_ms = t.wall if session.began_ms is None else session.began_ms
    running = Running(
        session=replace(session, began_ms=began_ms, noticed_boot_ms=None),
        began_boot_ms=t.boot,
        ends_boot_ms=t.boot + length_ms,
        half_boot_ms=t.boot + length_ms // HALF,
        dim_boot_ms=t.boot + DIM_AFTER_MS if dims else None,
    )
    t.go(running)
    if terms.pause_media:
        t.say(PauseMedia())
    t.say(Announce(Moment.START))


def begin_offered(t: Turn, phase: Quiet) -> None:
    """Begin what is left of an offered session."""
    begin(t, phase.session, max(0, phase.ends_boot_ms - t.boot))


def run(t: Turn, phase: Running) -> bool:
    """Move a running session; whether it moved."""
    if phase.leaving is not None and _leave(t, phase):
        return True
    stricter = stricter_soon(t, phase)
    if stricter is not None and t.boot < phase.ends_boot_ms:
        session = with_part(phase.session, stricter)
        kept_ms = session.kept_ms + t.boot - phase.began_boot_ms
        due = Due(DueBy.BOOT, t.boot + max(0, stricter.start_ms - t.wall))
        left = tuple(a for a in t.state.upcoming if a is not stricter)
        t.put(upcoming=left)
        t.go(HeadsUp(replace(session, kept_ms=kept_ms, due=due)))
        return True
    longer = absorb_running(t, phase)
    if longer != phase:
        t.go(longer)
        return True
    if t.boot >= phase.ends_boot_ms:
        asleep = t.slept_ms > 0 and phase.ends_boot_ms >= t.boot - t.slept_ms
        finish_running(t, phase, asleep=asleep)
        return True
    return _on_the_way(t, phase)


def leave(t: Turn, phase: Running, leaving: Leaving, reason: str = "") -> None:
    """Take the wish to leave; a firm session asks for one slow breath first."""
    if phase.session.terms.strictness is Strictness.GENTLE:
        why = NEEDED if leaving is Leaving.NEED else reason
        finish_early(t, phase, why)
        return
    asked_boot = t.boot if phase.leaving is None else phase.asked_boot_ms
    if phase.leaving is Leaving.NEED:
        leaving = Leaving.NEED
    reason = reason.strip() or phase.reason
    t.go(replace(phase, leaving=leaving, asked_boot_ms=asked_boot, reason=reason))


def _leave(t: Turn, phase: Running) -> bool:
    """Let go once the breath is over, or forget a wish that came to nothing."""
    asked_ms = t.boot - phase.asked_boot_ms
    if asked_ms < BREATH_MS:
        return False
    if phase.leaving is Leaving.NEED:
        finish_early(t, phase, phase.reason or NEEDED)
        return True
    if phase.reason:
        t.put(exits_ms=(*recent(t.state.exits_ms, t.wall), t.wall))
        finish_early(t, phase, phase.reason)
        return True
    if asked_ms >= LEAVE_MAX_MS:
        t.go(replace(phase, leaving=None))
        return True
    return False


def _on_the_way(t: Turn, phase: Running) -> bool:
    """Announce the half, and let the monitors rest."""
    half = phase.half_boot_ms is not None and t.boot >= phase.half_boot_ms
    dim = phase.dim_boot_ms is not None and t.boot >= phase.dim_boot_ms
    if not half and not dim:
        return False
    if half and not t.absent and not t.slept_ms:
        t.say(Announce(Moment.HALF))
    if dim and phase.leaving is None:
        terms = phase.session.terms
        t.say(*[ScreensOff()] * terms.screens_off, *[LockScreen()] * terms.lock)
    t.go(
        replace(
            phase,
            half_boot_ms=None if half else phase.half_boot_ms,
            dim_boot_ms=None if dim else phase.dim_boot_ms,
        )
    )
    return True
