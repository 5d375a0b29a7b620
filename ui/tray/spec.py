"""From a snapshot to what the tray shows; pure, so it changes only when it must."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from ui import words
from ui.tray import session_spec
from unplug.engine.snapshot import SessionNow, Snapshot
from unplug.settings import Tray
from unplug.usage.states import SCREEN_STATES, State

LAP_STEPS = 48
"""Into how many steps one turn of the ring is cut; finer is not seen in a panel."""

MOST_OVER = LAP_STEPS - 4
"""The second lap never closes, or it would look like the first but for its colour."""

LEAST_FULL_MS = 30 * words.MINUTE_MS
"""A full turn is never less, or the first minutes of a morning would fill it."""

ANNOUNCED_MS = 5 * words.MINUTE_MS
"""A session is announced about so long before; its ring is full then."""

NAME_LIMIT = 32
NOTICE_LIMIT = 72


class Glyph(Enum):
    """The sign inside the ring; each has a shape of its own."""

    NONE = "none"
    PAUSED = "two bars"
    TROUBLE = "exclamation mark"
    OFFLINE = "disc"
    COMING = "circle"
    AWAY = "crescent"


@dataclass(frozen=True, slots=True)
class Ring:
    """Today against the usual, in steps of which `LAP_STEPS` make one turn.

    While a session is announced or runs, it is the time that is left instead.

    Attributes:
        filled: the first lap, full at the usual; None while no usual is known, or none
            is to be shown.
        over: the second lap, beyond the usual; never quite full.
    """

    filled: int | None
    over: int = 0


@dataclass(frozen=True, slots=True)
class TraySpec:
    """All that the tray shows.

    Attributes:
        ring: today against the usual.
        glyph: the sign inside the ring.
        tooltip: plain text, one or two lines.
        headline: the menu's first line.
        doing: what is going on, if the numbers do not say it; else empty.
        top: a line for each of the top apps.
        notice: the most urgent thing that is wrong; else empty.
    """

    ring: Ring
    glyph: Glyph
    tooltip: str
    headline: str
    doing: str = ""
    top: tuple[str, ...] = ()
    notice: str = ""


def tray_spec(snapshot: Snapshot, chosen: Tray = Tray()) -> TraySpec:  # noqa: B008  (frozen)
    """Describe the tray for a snapshot, as the user chose to see it."""
    headline = words.headline(snapshot)
    session = session_spec.session_line(snapshot)
    doing = "" if session else words.doing(snapshot)
    today = ring_of(snapshot) if chosen.ring else Ring(filled=None)
    notice = words.one_line(_first(snapshot.notices), NOTICE_LIMIT)
    return TraySpec(
        ring=countdown_of(snapshot.session) or today,
        glyph=glyph_of(snapshot),
        tooltip="\n".join(line for line in (headline, session, doing, notice) if line),
        headline=headline,
        doing=doing,
        top=tuple(
            f"{words.one_line(app.name, NAME_LIMIT)} · {words.duration(app.screen_ms)}"
            for app in snapshot.top[: chosen.top_apps]
        ),
        notice=notice,
    )


def _first(notices: tuple[str, ...]) -> str:
    if not notices:
        return ""
    from ui import troubles  # noqa: PLC0415  (while there is any)

    return troubles.notice(notices[0])


def ring_of(snapshot: Snapshot) -> Ring:
    """How far round the ring goes."""
    return ring_against(snapshot.screen_ms, snapshot.usual_ms)


def ring_against(screen_ms: int, usual_ms: int | None) -> Ring:
    """How far round a ring goes for some screen time against the usual."""
    if usual_ms is None:
        return Ring(filled=None)
    full_ms = max(usual_ms, LEAST_FULL_MS)
    steps = screen_ms * LAP_STEPS // full_ms
    over = max(steps - LAP_STEPS, 0)
    return Ring(filled=min(steps, LAP_STEPS), over=min(over, MOST_OVER))


def countdown_of(session: SessionNow | None) -> Ring | None:
    """The ring that runs out while a session is announced or runs; else None."""
    if session is None or session.state == "offered":
        return None
    left_ms = session_spec.shown_ms(session) or 0
    whole_ms = ANNOUNCED_MS
    if session.state == "running":
        whole_ms = (session.end - session.start) // timedelta(milliseconds=1)
    steps = -(-left_ms * LAP_STEPS // max(whole_ms, 1))
    return Ring(filled=min(max(steps, 0), LAP_STEPS))


def glyph_of(snapshot: Snapshot) -> Glyph:
    """The sign for a state; what the user chose comes before what went wrong."""
    if snapshot.state is State.PAUSED:
        return Glyph.PAUSED
    if snapshot.notices:
        return Glyph.TROUBLE
    if snapshot.state is State.OFFLINE:
        return Glyph.OFFLINE
    session = snapshot.session
    if session is not None and session.state in {"announced", "due", "waiting"}:
        return Glyph.COMING
    return Glyph.NONE if snapshot.state in SCREEN_STATES else Glyph.AWAY


def next_change_ms(snapshot: Snapshot) -> int | None:
    """Milliseconds until time alone changes what is shown; None: it does not.

    While nobody is at the screen the numbers stand still, and nothing ticks, unless
    a session is counted down: that once a minute.
    """
    left_ms = session_spec.shown_ms(snapshot.session)
    if left_ms:
        return (left_ms - 1) % words.MINUTE_MS + 1
    if snapshot.state not in SCREEN_STATES:
        return None
    return words.MINUTE_MS - snapshot.screen_ms % words.MINUTE_MS
