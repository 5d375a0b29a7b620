"""Who is at the screen, for how long, and what an absence counts as."""

from dataclasses import replace

from unplug.sessions.events import Absence, Away, Back, Held
from unplug.sessions.finishing import finish, take_breaks
from unplug.sessions.history import Outcome
from unplug.sessions.rules import SLEPT_MS
from unplug.sessions.states import Deferred, HeadsUp, Quiet, Running, Settling
from unplug.sessions.terms import Kind, Reason
from unplug.sessions.turn import Turn


def advance(t: Turn) -> None:
    """Spend the time since the last step: count use, notice a sleep."""
    last = t.state.at
    if last is None:
        t.put(at=t.now, here_boot_ms=t.boot)
        return
    passed_ms = max(0, t.boot - last.boot_ms)
    slept_ms = passed_ms - max(0, t.now.mono_ms - last.mono_ms)
    t.slept_ms = slept_ms if slept_ms >= SLEPT_MS else 0
    fell_asleep = last.boot_ms + passed_ms - t.slept_ms
    _count(t, fell_asleep - last.boot_ms)
    _keep(t, last.boot_ms if t.absent else fell_asleep)
    t.put(at=t.now)
    if t.slept_ms:
        t.put(away=t.state.away | {Absence.ASLEEP})
        _see(t, fell_asleep)
        t.put(away=t.state.away - {Absence.ASLEEP})  # it runs, so it is awake
        _see(t, t.boot)


def left(t: Turn, event: Away) -> None:
    """Somebody left, perhaps some time ago; what was counted since is taken back."""
    since = max(t.boot - max(0, event.for_ms), t.state.here_boot_ms)
    was_absent = t.absent
    t.put(away=t.state.away | {event.absence})
    if t.absent and not was_absent:
        _count(t, since - t.boot)
        _keep(t, since)
    _see(t, since)


def came_back(t: Turn, event: Back) -> None:
    """An absence is over."""
    t.put(away=t.state.away - {event.absence})
    if event.absence is Absence.IDLE:  # there is input, so nothing sleeps
        t.put(away=t.state.away - {Absence.ASLEEP})
    _see(t, t.boot)


def held(t: Turn, event: Held) -> None:
    """Something that sessions wait for came or went."""
    running = isinstance(t.state.phase, Running) and t.state.phase.session
    ours = running and running.terms.do_not_disturb
    if event.on and ours and event.reason is Reason.DO_NOT_DISTURB:
        return  # that is our own
    those = t.state.held - {event.reason}
    t.put(held=those | {event.reason} if event.on else those)
    _see(t, t.boot)


def _see(t: Turn, since_boot: int) -> None:
    """Notice that nobody is there any more, or that somebody is again."""
    if t.absent:
        if t.state.away_boot_ms is None:
            t.put(away_boot_ms=since_boot)
    elif t.state.away_boot_ms is not None:
        _welcome(t, max(0, t.boot - t.state.away_boot_ms))


def _welcome(t: Turn, away_ms: int) -> None:
    """Somebody is back: a long absence was a break."""
    t.absence = (t.wall - away_ms, t.wall)
    t.put(away_boot_ms=None, here_boot_ms=t.boot, returned_boot_ms=t.boot)
    rested(t, away_ms)


def rested(t: Turn, away_ms: int) -> None:
    """Count an absence as the break it was."""
    phase = t.state.phase
    if isinstance(phase, HeadsUp | Settling | Deferred):
        by_use = all(part.kind is Kind.INTERVAL for part in phase.session.parts)
        if by_use and away_ms >= _natural_ms(t, phase.session.interval):
            finish(t, phase.session, Outcome.NATURAL, kept_ms=away_ms)
        elif isinstance(phase, Deferred) and _long_enough(phase, away_ms):
            finish(t, phase.session, Outcome.KEPT_AWAY, kept_ms=away_ms)
    if not isinstance(phase, Running):
        take_breaks(t, away_ms)


def _long_enough(phase: Deferred, away_ms: int) -> bool:
    """Whether an absence is as long as a session that keeps its length."""
    session = phase.session
    if any(part.terms.keeps_end for part in session.parts):
        return False
    return away_ms >= max(part.length_ms for part in session.parts)


def _natural_ms(t: Turn, plan: str | None) -> int:
    """How long an absence has to be to count as an interval plan's break."""
    return next((i.natural_ms for i in t.state.intervals if i.plan == plan), 0)


def _count(t: Turn, ms: int) -> None:
    """Count use, or take it back where ``ms`` is negative."""
    state = t.state
    resting = isinstance(state.phase, Running) or state.paused_boot_ms is not None
    if not state.intervals or ms == 0 or (ms > 0 and (t.absent or resting)):
        return
    used = dict(state.used_ms)
    counted = tuple((i.plan, max(0, used.get(i.plan, 0) + ms)) for i in state.intervals)
    t.put(used_ms=counted)


def _keep(t: Turn, since_boot: int) -> None:
    """In a quiet session, what nobody spends at the screen is kept."""
    phase = t.state.phase
    if isinstance(phase, Quiet):
        kept_ms = max(0, min(t.boot, phase.ends_boot_ms) - since_boot)
        kept_ms = min(phase.session.kept_ms + kept_ms, phase.session.meant_ms)
        t.go(replace(phase, session=replace(phase.session, kept_ms=kept_ms)))
