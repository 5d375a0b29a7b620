"""Times and days in the user's own manner, and the states in words."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from ui import words
from unplug.usage.states import State

translate = QCoreApplication.translate
_MINUTE_MS = 60_000
_DAY_MIN = 24 * 60
_WEEK_DAYS = 7
_TO_THE_SECOND_MS = 10 * _MINUTE_MS


def clock(at_ms: int, offset: timedelta) -> str:
    """An instant as the local clock shows it."""
    local_min = (at_ms // _MINUTE_MS + offset // timedelta(minutes=1)) % _DAY_MIN
    time = QTime(local_min // 60, local_min % 60)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def hour(number: int) -> str:
    """A full hour of the local clock, as short as can be."""
    return QLocale().toString(number % 24)


def full_hour(number: int) -> str:
    """A full hour as the local clock shows it."""
    time = QTime(number % 24, 0)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def long_day(day: date) -> str:
    """A day in full: weekday, day and month."""
    when = QDate(day.year, day.month, day.day)
    return QLocale().toString(when, QLocale.FormatType.LongFormat)


def short_day(day: date) -> str:
    """A day in few letters, without its year."""
    when = QDate(day.year, day.month, day.day)
    # Qt's own letters: d is the day, MMM the month's short name.
    return QLocale().toString(when, translate("Words", "d MMM"))


def near_day(day: date, today: date) -> str:
    """A day as one speaks of it: today, tomorrow, a weekday, or its date."""
    ahead = (day - today).days
    if ahead == 0:
        return translate("Words", "today")
    if ahead == 1:
        return translate("Words", "tomorrow")
    return weekday(day.weekday()) if 0 < ahead < _WEEK_DAYS else short_day(day)


def weekday(number: int, *, short: bool = False) -> str:
    """A day of the week, 0 for Monday."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(number + 1, form)


def weekdays() -> tuple[int, ...]:
    """The days of the week, 0 for Monday, beginning where the user's week does."""
    first = QLocale().firstDayOfWeek().value - 1
    return tuple((first + at) % 7 for at in range(7))


def state(of: State) -> str:
    """A state in words."""
    return {
        State.ACTIVE: translate("Words", "active"),
        State.WATCHING: translate("Words", "watching"),
        State.IDLE: translate("Words", "away"),
        State.LOCKED: translate("Words", "screen locked"),
        State.ASLEEP: translate("Words", "asleep"),
        State.PAUSED: translate("Words", "off the record"),
        State.OFFLINE: translate("Words", "device-free"),
    }[of]


def exact(length_ms: int) -> str:
    """A length to the second, for rows."""
    if length_ms >= _TO_THE_SECOND_MS:
        return words.duration(length_ms)
    minutes, seconds = divmod(length_ms // 1000, 60)
    text = translate("Words", "{minutes}:{seconds:02} min")
    return text.format(minutes=minutes, seconds=seconds)
