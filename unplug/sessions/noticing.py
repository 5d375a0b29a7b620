"""Small things that happen around a session: typing, monitors, a feeling."""

from dataclasses import replace

from unplug.sessions.effects import RecordFeeling, RemarkInput, ShowOverlay
from unplug.sessions.events import Felt
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import NOTICE_INPUT_MS, TYPING_PAUSE_MS
from unplug.sessions.running import begin
from unplug.sessions.states import Ended, Planned, Running, Settling
from unplug.sessions.turn import Turn
from unplug.sessions.views import view

BEST = 5


def typing_paused(t: Turn, for_ms: int) -> None:
    """A pause of typing is the moment for a session that waits for one."""
    if isinstance(t.state.phase, Settling) and for_ms >= TYPING_PAUSE_MS:
        begin(t, t.state.phase.session)


def input_came(t: Turn) -> None:
    """Remark kindly, and seldom, that this is device-free time."""
    phase = t.state.phase
    if not isinstance(phase, Running) or phase.leaving is not None:
        return
    last = phase.began_boot_ms
    if phase.remarked_boot_ms is not None:
        last = phase.remarked_boot_ms
    elif phase.freed or phase.session.terms.strictness is Strictness.GENTLE:
        last = t.boot - NOTICE_INPUT_MS  # nothing covers the screen: say it at once
    if t.boot - last >= NOTICE_INPUT_MS:
        t.go(replace(phase, remarked_boot_ms=t.boot))
        t.say(RemarkInput())


def felt(t: Turn, event: Felt) -> None:
    """Store how it felt; unanswered is missing, not failure."""
    phase = t.state.phase
    if not isinstance(phase, Ended):
        return
    if event.felt is not None and 1 <= event.felt <= BEST:
        t.say(RecordFeeling(phase.record.id, event.felt, event.note))
    t.go(Planned())


def monitors_changed(t: Turn) -> None:
    """Make sure that every monitor is covered."""
    overlay = view(t.state).overlay
    if overlay is not None:
        t.say(ShowOverlay(overlay))


def overlay_freed(t: Turn) -> None:
    """Go on without an overlay that painted nothing."""
    phase = t.state.phase
    if isinstance(phase, Running):
        t.go(replace(phase, freed=True))
