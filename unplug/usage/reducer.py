"""Facts in, screen spans out: the pure heart of tracking.

The timeline is the boot clock, so the spans of a run sum to the time that really
passed, whatever anybody does to the wall clock. The wall clock only names the
spans: while nobody sets it, a span's wall start is its boot time plus one anchor.

What happened since the last certain input is provisional: when the desktop says
that nobody has touched anything for the idle threshold, the active time since the
last input becomes idle, or watching where media played.
"""

from dataclasses import dataclass, replace

from unplug.clock import Stamp
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Inhibited,
    Locked,
    Media,
    Observed,
    Occupied,
    Offline,
    Pause,
    Resume,
    Sleep,
    Start,
    Stop,
    Tick,
    Unlocked,
    Wake,
    Zone,
)
from unplug.usage.offsets import offset_until
from unplug.usage.pieces import (
    WATCHING_MAX_MS,
    Piece,
    push,
    resolved,
    span_of,
    watchable,
)
from unplug.usage.states import APP_STATES, ScreenSpan, State

HAND_OVER_MS = 150
"""No window for less than this belongs to the next window."""
SLEEP_NOTICED_MS = 100
"""Boot clock ahead of the monotonic clock by this much: the machine slept."""
STEP_NOTICED_MS = 250
"""The wall clock off its anchor by this much: somebody set it."""
LATE_MS = 5_000
"""How late a source may tell of an input's absence and still be back-dated."""


@dataclass(frozen=True, slots=True)
class Reduction:
    """All that tracking remembers between two facts.

    Attributes:
        at: when the last fact was seen; None while tracking is stopped.
        anchor_ms: wall clock minus boot clock while nobody sets the clock.
        zone: the desktop's zone, an IANA name.
        app: the focused app; None while no window has the focus.
        title: the focused window's title, where titles are allowed.
        quiet_ms: the last input on the monotonic clock, once the desktop has said
            that none came after it; None while there may be input.
        idle: the idle threshold has passed since ``quiet_ms``.
        locks: what holds the screen locked.
        asleep: a sleep was announced and its end was not.
        paused: off the record.
        offline: a device-free session runs.
        playing: the apps that play, and whether full screen.
        inhibitors: what keeps the screen from going idle.
        pending: what is not final yet; the last piece is still running.
    """

    at: Stamp | None = None
    anchor_ms: int = 0
    zone: str = "UTC"
    app: str | None = None
    title: str | None = None
    quiet_ms: int | None = None
    idle: bool = False
    locks: frozenset[str] = frozenset()
    asleep: bool = False
    paused: bool = False
    offline: bool = False
    playing: frozenset[tuple[str | None, bool]] = frozenset()
    inhibitors: frozenset[str] = frozenset()
    pending: tuple[Piece, ...] = ()


Stepped = tuple[Reduction, tuple[ScreenSpan, ...]]


def initial(zone: str = "UTC") -> Reduction:
    """Nothing tracked yet."""
    return Reduction(zone=zone)


def step(
    before: Reduction, observed: Observed, *, idle_after_ms: int, keep: int = 0
) -> Stepped:
    """Take one fact in.

    Args:
        before: what was remembered.
        observed: the fact and its stamp.
        idle_after_ms: without input for this long, somebody is idle.
        keep: pieces to keep provisional even when they are older than any source
            should reach back; for recordings made with another threshold.

    Returns:
        What to remember, and the spans that are final now, in order.
    """
    at, fact = observed.at, observed.fact
    done: tuple[ScreenSpan, ...] = ()
    now = before
    if now.at is None or isinstance(fact, Start):
        done = open_spans(now)
        now = Reduction(at=at, anchor_ms=at.wall_ms - at.boot_ms, zone=now.zone)
    else:
        now = _go_idle(_advance(now, now.at, at), at, idle_after_ms)
    if isinstance(fact, Stop):
        return Reduction(zone=now.zone), done + open_spans(now)
    now = _go_idle(_apply(now, fact, at), at, idle_after_ms)
    pending, settled = _settle(now, at.mono_ms - idle_after_ms - LATE_MS, keep)
    if settled:
        now = replace(now, pending=pending)
    return now, done + settled


def open_spans(now: Reduction) -> tuple[ScreenSpan, ...]:
    """The spans that are not final, up to the last fact; the last one still runs."""
    return tuple(span_of(piece) for piece in now.pending)


def state_of(now: Reduction) -> State:
    """What the person is doing, as of the last fact."""
    if now.asleep:
        return State.ASLEEP
    if now.paused:
        return State.PAUSED
    if now.offline:
        return State.OFFLINE
    if now.locks:
        return State.LOCKED
    if not now.idle:
        return State.ACTIVE
    return State.WATCHING if _watching(now) else State.IDLE


def next_change_ms(now: Reduction, idle_after_ms: int) -> int | None:
    """When time alone changes something, on the monotonic clock; None: never.

    That is when the idle threshold passes, when watching ends, or when the oldest
    closed stretch becomes final.
    """
    if now.at is None:
        return None
    if now.idle:
        watching = state_of(now) is State.WATCHING
        return (now.quiet_ms or 0) + WATCHING_MAX_MS if watching else None
    due = [] if now.quiet_ms is None else [now.quiet_ms + idle_after_ms]
    oldest = now.pending[0] if now.pending else None
    closed = len(now.pending) > 1 or state_of(now) is not State.ACTIVE
    if oldest is not None and oldest.state is State.ACTIVE and closed:
        due.append(oldest.mono_end_ms + idle_after_ms + LATE_MS)
    return min(due, default=None)


def _advance(now: Reduction, last: Stamp, at: Stamp) -> Reduction:
    """Spend the time since the last fact in the state that held."""
    passed_ms = max(0, at.boot_ms - last.boot_ms)
    slept_ms = passed_ms - max(0, at.mono_ms - last.mono_ms)
    if slept_ms < SLEEP_NOTICED_MS:
        slept_ms = 0
    awake_ms = passed_ms - slept_ms
    pending = _spend_awake(now, last, awake_ms)
    asleep = now.asleep
    if slept_ms:
        woke = Stamp(0, last.mono_ms + awake_ms, last.boot_ms + awake_ms)
        pending = _spend(now, pending, woke, slept_ms, State.ASLEEP)
        asleep = False  # it runs, so it is awake again
    anchor_ms = at.wall_ms - at.boot_ms
    if abs(anchor_ms - now.anchor_ms) < STEP_NOTICED_MS:
        anchor_ms = now.anchor_ms
    return replace(now, at=at, anchor_ms=anchor_ms, pending=pending, asleep=asleep)


def _spend_awake(now: Reduction, since: Stamp, ms: int) -> tuple[Piece, ...]:
    """Spend ``ms`` in the state that holds, which watching may outlast."""
    state = state_of(now)
    if state is not State.WATCHING or now.quiet_ms is None:
        return _spend(now, now.pending, since, ms, state)
    left_ms = now.quiet_ms + WATCHING_MAX_MS - since.mono_ms
    watched_ms = min(ms, max(0, left_ms))
    pending = _spend(now, now.pending, since, watched_ms, State.WATCHING)
    alone = Stamp(0, since.mono_ms + watched_ms, since.boot_ms + watched_ms)
    return _spend(now, pending, alone, ms - watched_ms, State.IDLE)


def _spend(
    now: Reduction, pending: tuple[Piece, ...], since: Stamp, ms: int, state: State
) -> tuple[Piece, ...]:
    """Add ``ms`` from ``since`` in one state, cut where the zone's offset changes."""
    spent = 0
    with_app = state in APP_STATES
    while spent < ms:
        start_ms = since.boot_ms + now.anchor_ms + spent
        offset_q, until_ms = offset_until(now.zone, start_ms)
        part_ms = min(ms - spent, until_ms - start_ms)
        piece = Piece(
            mono_ms=since.mono_ms + spent,
            start_ms=start_ms,
            dur_ms=part_ms,
            state=state,
            app=now.app if with_app else None,
            title=now.title if with_app else None,
            offset_q=offset_q,
            watchable=with_app and _watchable(now),
        )
        pending = push(pending, piece)
        spent += part_ms
    return pending


def _apply(now: Reduction, fact: Fact, at: Stamp) -> Reduction:  # noqa: C901, PLR0911, PLR0912  (one line for each kind of fact)
    """Remember what a fact says."""
    match fact:
        case Tick() | Start() | Stop() | Occupied():
            return now
        case Focus(app, title):
            return _hand_over(replace(now, app=app, title=title))
        case Idle(idle_ms):
            return replace(now, quiet_ms=at.mono_ms - max(0, idle_ms))
        case Active():
            return replace(now, quiet_ms=None, idle=False, asleep=False)
        case Media():
            return replace(now, playing=_playing(now, fact))
        case Inhibited():
            return _inhibited(now, fact, at)
        case Locked(by):
            return replace(now, locks=now.locks | {by})
        case Unlocked(by):
            return replace(now, locks=now.locks - {by})
        case Sleep():
            return replace(now, asleep=True)
        case Wake():
            return replace(now, asleep=False)
        case Pause():
            return replace(now, paused=True)
        case Resume():
            return replace(now, paused=False)
        case Offline(on):
            return replace(now, offline=on)
        case Zone(name):
            return replace(now, zone=name)


def _inhibited(now: Reduction, fact: Inhibited, at: Stamp) -> Reduction:
    """Remember an inhibitor; what it was held through could have been watched."""
    held_since_ms = at.mono_ms - fact.for_ms
    pending = watchable(now.pending, held_since_ms) if fact.held else now.pending
    inhibitors = _with(now.inhibitors, fact.by, there=fact.held)
    return replace(now, inhibitors=inhibitors, pending=pending)


def _hand_over(now: Reduction) -> Reduction:
    """Book a short time without a window to the window that came after it."""
    if now.app is None or not now.pending:
        return now
    last = now.pending[-1]
    between = last.app is None and last.state in APP_STATES
    if not between or last.dur_ms >= HAND_OVER_MS:
        return now
    booked = last._replace(app=now.app, title=now.title)
    return replace(now, pending=push(now.pending[:-1], booked))


def _go_idle(now: Reduction, at: Stamp, idle_after_ms: int) -> Reduction:
    """Back-date idleness to the last input once the threshold has passed."""
    if now.idle or now.quiet_ms is None or at.mono_ms - now.quiet_ms < idle_after_ms:
        return now
    return replace(now, idle=True, pending=resolved(now.pending, now.quiet_ms))


def _settle(
    now: Reduction, reach_ms: int, keep: int
) -> tuple[tuple[Piece, ...], tuple[ScreenSpan, ...]]:
    """Part what is final from what an absence of input may still change.

    Args:
        now: the present.
        reach_ms: no source reaches back before this, on the monotonic clock.
        keep: pieces to hold back all the same.
    """
    pieces = now.pending
    final = 0
    for piece in pieces[:-1]:
        open_question = piece.state is State.ACTIVE and not now.idle
        too_young = piece.mono_end_ms > reach_ms or len(pieces) - final <= keep
        if open_question and too_young:
            break
        final += 1
    return pieces[final:], tuple(span_of(piece) for piece in pieces[:final])


def _watchable(now: Reduction) -> bool:
    """Whether somebody without any input may well be watching."""
    if now.inhibitors:
        return True
    return any(full or _same_app(app, now.app) for app, full in now.playing)


def _watching(now: Reduction) -> bool:
    """Whether watching still holds as of the last fact."""
    if now.at is None or now.quiet_ms is None or not _watchable(now):
        return False
    return now.at.mono_ms < now.quiet_ms + WATCHING_MAX_MS


def _playing(now: Reduction, fact: Media) -> frozenset[tuple[str | None, bool]]:
    """The players after one of them said what it does."""
    others = frozenset(player for player in now.playing if player[0] != fact.app)
    return others | {(fact.app, fact.fullscreen)} if fact.playing else others


def _same_app(player: str | None, focused: str | None) -> bool:
    """Whether a player's desktop entry and a window's app are the same program."""
    if player is None or focused is None:
        return False
    one, other = player.casefold(), focused.casefold()
    return one == other or one.split(".")[-1] == other.split(".")[-1]


def _with(those: frozenset[str], one: str, *, there: bool) -> frozenset[str]:
    """The set with or without one of them."""
    return those | {one} if there else those - {one}
