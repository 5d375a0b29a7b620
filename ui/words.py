"""The sentences that the tray and the window share, ready for translation."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from unplug.engine.snapshot import Snapshot
from unplug.usage.states import State

MINUTE_MS = 60_000
DAYS_OF_WEEK = 7
translate = QCoreApplication.translate


def duration(length_ms: int) -> str:
    """A length of time as people say it, rounded down: ``2 h 14``, ``50 min``."""
    hours, minutes = divmod(length_ms // MINUTE_MS, 60)
    if hours and minutes:
        text = translate("Words", "{hours} h {minutes:02}")
    elif hours:
        text = translate("Words", "{hours} h")
    else:
        text = translate("Words", "{minutes} min")
    # A length is never broken over two lines.
    return text.format(hours=hours, minutes=minutes).replace(" ", "\u00a0")


def today(snapshot: Snapshot) -> str:
    """Screen time so far: ``2 h 14 today``."""
    if snapshot.screen_ms < MINUTE_MS:
        return translate("Words", "no screen time yet today")
    text = translate("Words", "{duration} today")
    return text.format(duration=duration(snapshot.screen_ms))


def usual(snapshot: Snapshot) -> str:
    """The own usual by this time, or why there is none to compare with."""
    if snapshot.usual_ms is None:
        return translate("Words", "your usual shows after three days")
    if snapshot.usual_ms < MINUTE_MS:
        return translate("Words", "usually none by now")
    text = translate("Words", "usually {duration} by now")
    return text.format(duration=duration(snapshot.usual_ms))


def headline(snapshot: Snapshot) -> str:
    """Today beside the usual: ``2 h 14 today · usually 1 h 50 by now``."""
    return f"{today(snapshot)} · {usual(snapshot)}"


def doing(snapshot: Snapshot) -> str:
    """What is going on, where the numbers alone do not say it; else empty."""
    match snapshot.state:
        case State.PAUSED:
            return _paused(snapshot)
        case State.IDLE:
            return translate("Words", "Away from the screen")
        case State.LOCKED:
            return translate("Words", "Screen locked")
        case State.ASLEEP:
            return translate("Words", "Asleep")
        case State.OFFLINE:
            return translate("Words", "Device-free time")
        case State.ACTIVE | State.WATCHING:
            return ""


def clock(at: datetime) -> str:
    """A local time as people here write it."""
    time = QTime(at.hour, at.minute)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def moment(at: datetime, now: datetime) -> str:
    """A local time, with its day unless that is today: ``tomorrow, 09:00``."""
    days_ahead = (at.date() - now.astimezone(at.tzinfo).date()).days
    if days_ahead == 0:
        return clock(at)
    if days_ahead == 1:
        return translate("Words", "tomorrow, {time}").format(time=clock(at))
    date = QDate(at.year, at.month, at.day)
    if 1 < days_ahead < DAYS_OF_WEEK:
        day = QLocale().standaloneDayName(date.dayOfWeek())
    else:
        day = QLocale().toString(date, QLocale.FormatType.ShortFormat)
    return translate("Words", "{day}, {time}").format(day=day, time=clock(at))


def lately(told: str, now: datetime) -> str:
    """When something went well last, as people say it: ``today 14:05``.

    Args:
        told: the instant in ISO 8601, with its offset.
        now: the present, in the zone of whoever reads it.
    """
    at = datetime.fromisoformat(told).astimezone(now.tzinfo)
    days_ago = (now.date() - at.date()).days
    if days_ago == 0:
        return translate("Words", "today {time}").format(time=clock(at))
    if days_ago == 1:
        return translate("Words", "yesterday {time}").format(time=clock(at))
    day = QLocale().toString(
        QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat
    )
    return f"{day} {clock(at)}"


def _paused(snapshot: Snapshot) -> str:
    until = snapshot.paused_until
    if until is None or until.replace(tzinfo=None) == datetime.max:  # noqa: DTZ901
        return translate("Words", "Tracking is paused")
    local = until.astimezone(snapshot.at.tzinfo)
    days_ahead = (local.date() - snapshot.at.date()).days
    if days_ahead == 0:
        text = translate("Words", "Tracking is paused until {time}")
    elif days_ahead == 1:
        text = translate("Words", "Tracking is paused until tomorrow, {time}")
    else:
        text = translate("Words", "Tracking is paused until {date}, {time}")
    day = QLocale().toString(
        QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat
    )
    return text.format(time=clock(local), date=day)


def one_line(text: str, limit: int) -> str:
    """Text from outside, fit for a menu: no control characters, at most ``limit``."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return clean if len(clean) <= limit else clean[: limit - 1].rstrip() + "…"
