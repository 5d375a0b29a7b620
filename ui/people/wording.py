"""People in words: how it stands with meeting them, and what comes."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from unplug.people.checkins import CheckInKind, Due, DueState
from unplug.people.circles import Circle
from unplug.people.contact import FreeTime
from unplug.people.free_times import tidy
from unplug.people.known import Known
from unplug.people.occasions import Occasion, OccasionKind

SOON = timedelta(days=14)
_HOURS = 24
translate = QCoreApplication.translate


def circle_name(name: str) -> str:
    """A circle in the user's language; their own are called as they call them."""
    ours = {
        "close": translate("People", "Close"),
        "friends": translate("People", "Friends"),
        "wider": translate("People", "Wider circle"),
        "dormant": translate("People", "Dormant"),
        "work": translate("People", "Work"),
    }
    return ours.get(name, name)


def days(count: int) -> str:
    """So many days."""
    if count == 1:
        return translate("People", "1 day")
    return translate("People", "{count} days").format(count=count)


def day(when: date) -> str:
    """A day, as the desktop writes it."""
    written = QDate(when.year, when.month, when.day)
    return QLocale().toString(written, QLocale.FormatType.ShortFormat)


def met(person: Known, today: date) -> str:
    """When they were last met and called."""
    parts = []
    if person.last_met is not None:
        ago = (today - person.last_met).days
        met_on = translate("People", "Met {days} ago").format(days=days(ago))
        parts.append(met_on if ago > 0 else translate("People", "Met today"))
    if person.last_called is not None:
        ago = (today - person.last_called).days
        called = translate("People", "called {days} ago").format(days=days(ago))
        parts.append(called if ago > 0 else translate("People", "called today"))
    if not parts:
        return translate("People", "No meeting logged yet")
    told = ", ".join(parts)
    return told[0].upper() + told[1:]


def standing(
    person: Known, state: DueState | None, circles: Mapping[str, Circle], today: date
) -> str:
    """How it stands with meeting them, and why."""
    left_out = why_left_out(person)
    if left_out:
        return left_out
    told, cadence = met(person, today), person.cadence(circles)
    if state is None or cadence is None:
        return told
    if state.due is Due.TOO_LONG:
        why = translate("People", "{days} at the longest")
        return f"{told} · {why.format(days=days(cadence.longest.days))}"
    if state.due is Due.DUE:
        why = translate("People", "every {days} is your wish")
        return f"{told} · {why.format(days=days(cadence.ideal.days))}"
    why = translate("People", "good again in {days}")
    left = max(1, -(-state.left // timedelta(days=1)))
    return f"{told} · {why.format(days=days(left))}"


def why_left_out(person: Known) -> str:
    """Why they are not suggested; empty for most."""
    if person.in_memoriam:
        return translate("People", "In memoriam")
    if person.blocked:
        return translate("People", "Blocked")
    return translate("People", "Never suggested") if person.never else ""


def mark(state: DueState | None) -> str:
    """One word for a list."""
    if state is None or state.due is Due.NOT_YET:
        return ""
    if state.due is Due.TOO_LONG:
        return translate("People", "overdue")
    return translate("People", "time to meet")


def occasion(coming: Occasion, today: date) -> str:
    """What comes next, and when."""
    if coming.kind is OccasionKind.BIRTHDAY:
        if coming.years is None:
            what = translate("People", "Birthday")
        else:
            what = translate("People", "Turns {years}").format(years=coming.years)
    else:
        what = coming.label or translate("People", "Anniversary")
        if coming.years:
            what = translate("People", "{what}, {years} years").format(
                what=what, years=coming.years
            )
    left = (coming.on - today).days
    if left == 0:
        return translate("People", "{what} today").format(what=what)
    if left == 1:
        return translate("People", "{what} tomorrow").format(what=what)
    if timedelta(days=left) <= SOON:
        return translate("People", "{what} in {days}").format(
            what=what, days=days(left)
        )
    return translate("People", "{what} on {day}").format(what=what, day=day(coming.on))


def free(times: tuple[FreeTime, ...]) -> str:
    """Usual free times, shortly: Tue 18–21, Sat."""
    locale = QLocale()
    told = []
    for time in tidy(times):
        name = locale.dayName(time.weekday + 1, QLocale.FormatType.ShortFormat)
        whole = (time.start_hour, time.end_hour) == (0, _HOURS)
        hours = "" if whole else f" {time.start_hour}–{time.end_hour}"
        told.append(f"{name}{hours}")
    return ", ".join(told)


def kind(of: CheckInKind) -> str:
    """How people met."""
    if of is CheckInKind.CALL:
        return translate("People", "Call")
    return translate("People", "In person")


def felt(value: int) -> str:
    """How it felt, 1 to 5."""
    words = (
        translate("People", "hard"),
        translate("People", "a bit hard"),
        translate("People", "all right"),
        translate("People", "good"),
        translate("People", "very good"),
    )
    return words[value - 1]
