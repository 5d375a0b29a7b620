"""What is next, in words."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ui.window import wording
from unplug.clock import to_ms
from unplug.engine.snapshot import Snapshot

translate = QCoreApplication.translate
NO_OFFSET = timedelta()


def in_words(snapshot: Snapshot) -> tuple[str, str]:
    """The session that is on, or the next one planned: what, and when."""
    if (now := snapshot.session) is not None:
        name = now.title or translate("Today", "Device-free time")
        text = translate("Today", "until {time}")
        return name, text.format(time=_clock(now.end))
    if (coming := snapshot.coming) is None:
        return (
            translate("Today", "No device-free time planned"),
            translate("Today", "Plan some, or start a session whenever you like."),
        )
    text = translate("Today", "{day}, {start}–{end}")
    return coming.plan, text.format(
        day=wording.near_day(coming.start.date(), snapshot.at.date()),
        start=_clock(coming.start),
        end=_clock(coming.end),
    )


def _clock(at: datetime) -> str:
    return wording.clock(to_ms(at), at.utcoffset() or NO_OFFSET)
