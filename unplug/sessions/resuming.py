"""Where a session belongs after a restart, a crash, a logout or a reboot."""

from dataclasses import replace

from unplug.clock import Stamp
from unplug.sessions.finishing import finish_unattended
from unplug.sessions.presence import rested
from unplug.sessions.rules import LATE_MS, SLEPT_MS
from unplug.sessions.states import (
    Deferred,
    DueBy,
    Ended,
    HeadsUp,
    Phase,
    Planned,
    Quiet,
    Running,
    Session,
    SessionState,
    Settling,
    with_session,
)
from unplug.sessions.turn import Turn

SAME_BOOT_MS = 2_000
"""Wall minus boot clock may drift this much while the machine runs on."""


def take_up(t: Turn, *, same_boot: bool | None, alive: Stamp | None) -> None:
    """Bring a stored state to the present; what the sensors say comes anew."""
    stored = t.state.at
    if stored is None:
        t.put(at=t.now, here_boot_ms=t.boot)
        return
    last = alive if alive is not None and alive.boot_ms > stored.boot_ms else stored
    same = _same_boot(last, t.now) if same_boot is None else same_boot
    off_ms = _off_ms(last, t.now, same=same)
    gone_ms = max(0, t.boot - last.boot_ms if same else t.wall - last.wall_ms)
    t.state = rebased(t.state, t.boot - gone_ms - last.boot_ms)
    _come_back(t, off_ms, same=same, gone_ms=gone_ms)
    t.put(
        at=t.now,
        held=frozenset(),
        away=frozenset(),
        away_boot_ms=None,
        here_boot_ms=t.boot,
        returned_boot_ms=None if t.absence is None else t.boot,
    )
    rested(t, off_ms)
    phase = t.state.phase
    if isinstance(phase, Running):
        _take_up_running(t, phase, gone_ms, off_ms)
    elif isinstance(phase, Quiet):
        left_ms = max(0, phase.ends_boot_ms - (t.boot - gone_ms))
        kept_ms = phase.session.kept_ms + min(off_ms, left_ms)
        t.go(replace(phase, session=replace(phase.session, kept_ms=kept_ms)))
    elif isinstance(phase, HeadsUp | Settling | Deferred):
        if gone_ms > LATE_MS:
            unseen = replace(phase.session, noticed_boot_ms=None)
            phase = with_session(phase, unseen)
        if isinstance(phase, Settling | Deferred):
            # Time for the sensors to say what would hold it back.
            phase = Deferred(phase.session, clear_boot_ms=t.boot)
        t.go(phase)


def _come_back(t: Turn, off_ms: int, *, same: bool, gone_ms: int) -> None:
    """Say for how long certainly nobody was there."""
    woke_ms = t.wall if same else t.wall - min(t.boot, gone_ms)
    if off_ms or not same or gone_ms > LATE_MS:
        t.absence = (woke_ms - off_ms, woke_ms)


def _off_ms(last: Stamp, now: Stamp, *, same: bool) -> int:
    """How long the machine slept or was off in between, as far as is known."""
    if same:
        slept_ms = now.boot_ms - last.boot_ms - (now.mono_ms - last.mono_ms)
        return slept_ms if slept_ms >= SLEPT_MS else 0
    return max(0, now.wall_ms - last.wall_ms - now.boot_ms)


def _same_boot(last: Stamp, now: Stamp) -> bool:
    """Guess whether the machine ran on since."""
    if now.boot_ms < last.boot_ms or now.mono_ms < last.mono_ms:
        return False
    drift_ms = (now.wall_ms - now.boot_ms) - (last.wall_ms - last.boot_ms)
    return abs(drift_ms) < SAME_BOOT_MS


def _take_up_running(t: Turn, phase: Running, gone_ms: int, off_ms: int) -> None:
    """Go on with what is left; kept is what was seen, and what was switched off."""
    stopped_boot = t.boot - gone_ms
    known_ms = phase.session.kept_ms + max(0, stopped_boot - phase.began_boot_ms)
    off_ms = min(off_ms, max(0, phase.ends_boot_ms - stopped_boot))
    if phase.ends_boot_ms <= t.boot:
        finish_unattended(t, phase, known_ms=known_ms, off_ms=off_ms)
        return
    half = phase.half_boot_ms
    t.go(
        replace(
            phase,
            session=replace(phase.session, kept_ms=known_ms + off_ms),
            began_boot_ms=t.boot,
            half_boot_ms=None if half is not None and half <= t.boot else half,
            dim_boot_ms=None,
            leaving=None,
            reason="",
            freed=False,
        )
    )


def rebased(state: SessionState, shift_ms: int) -> SessionState:
    """The state with all its instants on the boot clock shifted."""
    if shift_ms == 0:
        return state
    paused = state.paused_boot_ms
    return replace(
        state,
        phase=_rebased_phase(state.phase, shift_ms),
        paused_boot_ms=None if paused is None else paused + shift_ms,
    )


def _rebased_phase(phase: Phase, shift_ms: int) -> Phase:
    match phase:
        case Planned():
            return phase
        case Ended():
            return replace(phase, until_boot_ms=phase.until_boot_ms + shift_ms)
    phase = with_session(phase, _rebased_session(phase.session, shift_ms))
    names = [name for name in phase.__dataclass_fields__ if name.endswith("_boot_ms")]
    moved = {
        name: getattr(phase, name) + shift_ms
        for name in names
        if getattr(phase, name) is not None
    }
    return replace(phase, **moved)


def _rebased_session(session: Session, shift_ms: int) -> Session:
    due = session.due
    if due.by is DueBy.BOOT:
        due = replace(due, ms=due.ms + shift_ms)
    waiting, noticed = session.waiting_boot_ms, session.noticed_boot_ms
    return replace(
        session,
        due=due,
        waiting_boot_ms=None if waiting is None else waiting + shift_ms,
        noticed_boot_ms=None if noticed is None else noticed + shift_ms,
    )
