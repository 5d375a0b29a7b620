"""From a snapshot to what the tray says of sessions; pure, as the rest of it is."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ui import words
from unplug.engine.snapshot import SessionNow, Snapshot

NAME_LIMIT = 40
HOURS_OFFERED = 4
LEAST_UNTIL = timedelta(minutes=10)
SKIPPABLE_WITHIN = timedelta(days=1)
"""What is further away than this cannot be skipped yet."""

translate = QCoreApplication.translate


def left(length: timedelta) -> str:
    """A length, rounded up so that it never says 0."""
    minutes = max(1, -(-length // timedelta(minutes=1)))
    return words.duration(minutes * words.MINUTE_MS)


def title_of(name: str) -> str:
    """A plan's name, short enough for a line; what has none is device-free time."""
    return words.one_line(name, NAME_LIMIT) or translate("Tray", "Device-free time")


def session_line(snapshot: Snapshot) -> str:
    """The session at present; empty where there is none."""
    session = snapshot.session
    if session is None:
        return ""
    title = title_of(session.title)
    match session.state:
        case "running":
            text = translate("Tray", "{title} · {left} left, until {time}")
            end = words.clock(session.end)
            return text.format(title=title, left=left(session.left), time=end)
        case "announced" if session.due_in is not None:
            text = translate("Tray", "{title} · in {left}")
            return text.format(title=title, left=left(session.due_in))
        case "offered":
            text = translate("Tray", "{title} · {left} left, if you like")
            return text.format(title=title, left=left(session.left))
        case _:
            return _waiting(session, title)


def _waiting(session: SessionNow, title: str) -> str:
    from ui.overlay.wording import waiting_for  # noqa: PLC0415  (seldom)

    reasons = waiting_for(session.why)
    if reasons:
        text = translate("Tray", "{title} · {reasons}")
        return text.format(title=title, reasons=reasons.rstrip("."))
    return translate("Tray", "{title} · in a moment").format(title=title)


def coming_line(snapshot: Snapshot) -> str:
    """What comes next: ``Next: Evening off, 18:00``; empty where nothing is planned.

    An announced session says itself when it is.
    """
    coming, session = snapshot.coming, snapshot.session
    if coming is None or (session is not None and session.state != "running"):
        return ""
    text = translate("Tray", "Next: {title}, {when}")
    when = words.moment(coming.start, snapshot.at)
    return text.format(title=title_of(coming.plan), when=when)


def skippable(snapshot: Snapshot) -> bool:
    """Whether the next session can be let pass already."""
    coming, session = snapshot.coming, snapshot.session
    if coming is None or session is not None:
        return False
    return coming.start - snapshot.at <= SKIPPABLE_WITHIN


def full_hours(at: datetime) -> tuple[datetime, ...]:
    """The next full hours by the clock, to be away until then."""
    first = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    if first - at < LEAST_UNTIL:
        first += timedelta(hours=1)
    return tuple(first + timedelta(hours=ahead) for ahead in range(HOURS_OFFERED))


def shown_ms(session: SessionNow | None) -> int | None:
    """The milliseconds that are counted down; None: nothing is."""
    if session is None:
        return None
    left_ms = session.left if session.state in {"running", "offered"} else None
    if session.state == "announced":
        left_ms = session.due_in
    return None if left_ms is None else left_ms // timedelta(milliseconds=1)
