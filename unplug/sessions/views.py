"""What should be visible and in force in a state, and what to do to get there."""

from dataclasses import dataclass, replace

from unplug.sessions.effects import (
    Choice,
    DoNotDisturb,
    Effect,
    HideOverlay,
    HideStrip,
    Instant,
    Offline,
    Overlay,
    RemindersPaused,
    ShowOverlay,
    ShowStrip,
    Stage,
    Strip,
    UpdateOverlay,
    UpdateStrip,
    WatchForPause,
)
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import BREATH_MS
from unplug.sessions.states import (
    Deferred,
    Due,
    DueBy,
    HeadsUp,
    Leaving,
    Quiet,
    Running,
    Session,
    SessionState,
    Settling,
    reasons,
)
from unplug.sessions.terms import CALL_REASONS, UNSEEN, Reason
from unplug.sessions.turn import absences
from unplug.sessions.wishes import exits_left, later_ms


@dataclass(frozen=True, slots=True)
class View:
    """What should be visible and in force; nothing, by default."""

    strip: Strip | None = None
    overlay: Overlay | None = None
    do_not_disturb: bool = False
    offline: bool = False
    watch_for_pause: bool = False
    paused_boot_ms: int | None = None


def view(state: SessionState) -> View:
    """What should be visible and in force in a state."""
    seen = View(paused_boot_ms=state.paused_boot_ms)
    phase = state.phase
    if isinstance(phase, Running):
        gentle = phase.session.terms.strictness is Strictness.GENTLE
        strip = _running_strip(phase) if gentle or phase.freed else None
        return replace(
            seen,
            strip=strip,
            overlay=None if strip else _overlay(state, phase),
            do_not_disturb=phase.session.terms.do_not_disturb,
            offline=True,
        )
    if isinstance(phase, Quiet):
        hidden = bool(absences(state)) or state.paused_boot_ms is not None
        return seen if hidden else replace(seen, strip=_offered_strip(state, phase))
    if isinstance(phase, HeadsUp | Settling | Deferred):
        watching = isinstance(phase, Settling)
        return replace(seen, strip=_strip(state), watch_for_pause=watching)
    return seen


def changes(before: View, after: View) -> list[Effect]:
    """What to do to get from one view to another; first what goes away."""
    done: list[Effect] = []
    if before.overlay and not after.overlay:
        done.append(HideOverlay())
    if before.strip and not after.strip:
        done.append(HideStrip())
    if before.do_not_disturb != after.do_not_disturb:
        done.append(DoNotDisturb(on=after.do_not_disturb))
    if before.offline != after.offline:
        done.append(Offline(on=after.offline))
    if before.watch_for_pause != after.watch_for_pause:
        done.append(WatchForPause(on=after.watch_for_pause))
    if before.paused_boot_ms != after.paused_boot_ms:
        done.append(RemindersPaused(after.paused_boot_ms))
    if after.overlay and after.overlay != before.overlay:
        fresh = before.overlay is None
        new = after.overlay
        done.append(ShowOverlay(new) if fresh else UpdateOverlay(new))
    if after.strip and after.strip != before.strip:
        told = _told_anew(before.strip, after.strip)
        done.append(ShowStrip(after.strip) if told else UpdateStrip(after.strip))
    return done


def _told_anew(before: Strip | None, after: Strip) -> bool:
    """Whether a strip has something new to say, and not only other details."""
    if before is None or before.session_id != after.session_id:
        return True
    return (before.stage, before.discreet) != (after.stage, after.discreet)


def _strip(state: SessionState) -> Strip | None:
    """The strip of a session that has not begun."""
    session = state.session
    if session is None or state.paused_boot_ms is not None:
        return None
    why = reasons(state, session.terms)
    due_in_ms, until = _countdown(state, session.due, session.interval)
    last = due_in_ms is not None and due_in_ms <= session.terms.heads_up_ms[-1]
    stage = Stage.LAST if last else Stage.EARLY
    if isinstance(state.phase, Deferred):
        stage, until = Stage.WAITING, None
    later = later_ms(state)
    choices = [Choice.NOW]
    if later:
        choices.append(Choice.LATER)
    if state.held & CALL_REASONS:
        choices.append(Choice.AFTER_CALL)
    return Strip(
        session_id=session.id,
        stage=stage,
        title=session.terms.title,
        purpose=session.terms.purpose,
        person=session.terms.person,
        until=until,
        why=why - {Reason.PAUSED},
        choices=(*choices, Choice.NOT_TODAY),
        later_ms=later,
        discreet=bool(why & UNSEEN),
    )


def _countdown(
    state: SessionState, due: Due, interval: str | None
) -> tuple[int | None, Instant | None]:
    """How long until a session is due, and when that is; None while it waits."""
    at = state.at
    if at is None:
        return None, None
    if due.by is DueBy.WALL:
        return due.ms - at.wall_ms, Instant(due.ms, boot=False)
    if due.by is DueBy.BOOT:
        return due.ms - at.boot_ms, Instant(due.ms, boot=True)
    left_ms = max(0, due.ms - state.use_of(interval or ""))
    if absences(state) or left_ms == 0:
        return left_ms, None
    return left_ms, Instant(at.boot_ms + left_ms, boot=True)


def _offered_strip(state: SessionState, phase: Quiet) -> Strip:
    """The strip that offers what is left to somebody who came back."""
    later = later_ms(state)
    choices = (
        Choice.NOW,
        *([Choice.LATER] if later else []),
        Choice.NOT_TODAY,
    )
    why = reasons(state, phase.session.terms)
    return Strip(
        session_id=phase.session.id,
        stage=Stage.OFFERED,
        title=phase.session.terms.title,
        purpose=phase.session.terms.purpose,
        person=phase.session.terms.person,
        until=Instant(phase.ends_boot_ms, boot=True),
        choices=choices,
        later_ms=later,
        discreet=bool(why & UNSEEN),
    )


def _running_strip(phase: Running) -> Strip:
    """The strip of a session without an overlay."""
    terms = phase.session.terms
    return Strip(
        session_id=phase.session.id,
        stage=Stage.RUNNING,
        title=terms.title,
        purpose=terms.purpose,
        person=terms.person,
        until=Instant(phase.ends_boot_ms, boot=True),
        choices=(Choice.END,),
    )


def _overlay(state: SessionState, phase: Running) -> Overlay:
    session: Session = phase.session
    breath = phase.asked_boot_ms + BREATH_MS if phase.leaving else None
    now_ms = state.at.wall_ms if state.at is not None else 0
    return Overlay(
        session_id=session.id,
        title=session.terms.title,
        purpose=session.terms.purpose,
        person=session.terms.person,
        strictness=session.terms.strictness,
        ends_boot_ms=phase.ends_boot_ms,
        breath_until_boot_ms=breath,
        asks_reason=phase.leaving is Leaving.EARLY and not phase.reason,
        can_end=exits_left(state, now_ms) > 0,
    )
