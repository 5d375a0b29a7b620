"""The sentences of the sessions page."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui import words
from ui.overlay import wording as of_overlay
from unplug.engine.sessions.rows import PastRow, PlanRow
from unplug.engine.snapshot import Coming

NAME_LIMIT = 80
translate = QCoreApplication.translate


def length(of: timedelta) -> str:
    """A length of time; seconds only where there is nothing else."""
    seconds = int(of.total_seconds())
    if 0 < seconds < 60:  # noqa: PLR2004  (a minute)
        return translate("Sessions", "{seconds} s").format(seconds=seconds)
    return words.duration(seconds * 1000)


def title_of(name: str) -> str:
    """A session's name; one on the spot has none."""
    own = words.one_line(name, NAME_LIMIT)
    return own or translate("Sessions", "Device-free time")


def how_it_went(row: PastRow) -> str:
    """How a session went, plainly."""
    kept, meant, moved = length(row.kept), length(row.meant), length(row.moved)
    match row.outcome:
        case "kept":
            text = translate("Sessions", "kept, {kept}")
        case "moved":
            text = translate("Sessions", "moved by {moved}, kept {kept}")
        case "ended early":
            text = translate("Sessions", "ended early, after {kept} of {meant}")
        case "kept away":
            text = translate("Sessions", "kept away from the screen, {kept}")
        case "natural break":
            text = translate("Sessions", "a break of your own, {kept}")
        case "skipped":
            text = translate("Sessions", "skipped")
        case "gave way":
            text = translate("Sessions", "gave way to something else")
        case "let pass":
            text = translate("Sessions", "offered, and let pass")
        case _:
            text = translate("Sessions", "not seen: unplug did not run")
    said = text.format(kept=kept, meant=meant, moved=moved)
    why = _why(row)
    return f"{said} · {why}" if why else said


def _why(row: PastRow) -> str:
    """What it waited for, or the person's own reason."""
    if not row.why:
        return ""
    if row.outcome == "ended early":
        own = words.one_line(row.why, NAME_LIMIT)
        needed = own == "needed the computer"
        return translate("Sessions", "needed the computer") if needed else own
    if row.outcome not in {"gave way", "moved", "kept"}:
        return ""
    waited = [_waited_for()[why] for why in row.why.split(", ") if why in _waited_for()]
    if not waited:
        return ""
    text = translate("Sessions", "it waited for the end of {reasons}")
    return text.format(reasons=QLocale().createSeparatedList(waited))


def _waited_for() -> dict[str, str]:
    """What a session waited for, by the names of the reasons."""
    return {
        "call": translate("Sessions", "a call"),
        "camera": translate("Sessions", "your use of the camera"),
        "microphone": translate("Sessions", "your use of the microphone"),
        "sharing": translate("Sessions", "screen sharing"),
        "full-screen": translate("Sessions", "a full-screen app"),
        "presenting": translate("Sessions", "a presentation"),
        "do-not-disturb": translate("Sessions", "do not disturb"),
        "meeting": translate("Sessions", "a meeting"),
        "app": translate("Sessions", "an app you chose"),
        "battery": translate("Sessions", "time on battery"),
        "paused": translate("Sessions", "a pause of reminders"),
    }


def felt(row: PastRow) -> str:
    """How it felt; empty where nobody said."""
    if row.felt is None:
        return ""
    feeling = of_overlay.feeling(row.felt)
    note = words.one_line(row.note, NAME_LIMIT)
    if note:
        return translate("Sessions", "{feeling} – {note}").format(
            feeling=feeling, note=note
        )
    return feeling


def when(start: datetime, today: date) -> str:
    """The day and the time of what is over."""
    days_ago = (today - start.date()).days
    clock = words.clock(start)
    if days_ago == 0:
        return translate("Sessions", "Today, {time}").format(time=clock)
    if days_ago == 1:
        return translate("Sessions", "Yesterday, {time}").format(time=clock)
    return translate("Words", "{day}, {time}").format(
        day=day_name(start.date()), time=clock
    )


def day_name(day: date) -> str:
    """A date with its weekday: ``Sat 5 Dec``."""
    return QLocale().toString(qdate(day), translate("Sessions", "ddd d MMM"))


def occurrence(coming: Coming) -> str:
    """One time that a plan comes: ``Sat 5 Dec, 09:00–13:00``."""
    start, end = coming.start, coming.end
    days = (end.date() - start.date()).days
    day = day_name(start.date())
    if start.year != end.year or days > 1:
        last = translate("Sessions", "{day} {time}")
        until = last.format(day=day_name(end.date()), time=words.clock(end))
    else:
        until = words.clock(end)
    text = translate("Sessions", "{day}, {start}–{end}")
    return text.format(day=day, start=words.clock(start), end=until)


def plan_state(row: PlanRow, now: datetime) -> str:
    """When a plan comes next, or why it does not."""
    if not row.on:
        return translate("Sessions", "off")
    if row.rests_until is not None and row.coming is None:
        text = translate("Sessions", "rests until {day}")
        return text.format(day=day_name(row.rests_until))
    if row.coming is not None:
        start = row.coming.start
        when = words.moment(start, now)
        if start.date() == now.astimezone(start.tzinfo).date():
            when = translate("Sessions", "today, {time}").format(time=when)
        return translate("Sessions", "next: {when}").format(when=when)
    if row.kind == "interval":
        return translate("Sessions", "counts your use")
    return translate("Sessions", "comes no more")


def strictness(name: str) -> str:
    """How firmly a plan is kept, in a word."""
    return {
        "gentle": translate("Sessions", "Gentle"),
        "firm": translate("Sessions", "Firm"),
        "promise": translate("Sessions", "Promise"),
    }[name]


def strictness_means(name: str) -> str:
    """What that word means, plainly."""
    return {
        "gentle": translate(
            "Sessions", "A small strip and a note. Nothing covers the screen."
        ),
        "firm": translate(
            "Sessions",
            "Every monitor is covered. Leaving early takes one slow breath and a "
            "reason, a few times a week; “I need my computer” is always there.",
        ),
        "promise": translate(
            "Sessions",
            "As firm, and a trip group you share with hears how it went. unplug "
            "cannot lock this computer; it keeps the promise visible.",
        ),
    }[name]


def sentence(error: str) -> str:
    """What went wrong, as a sentence on a page; empty if nothing did."""
    if not error:
        return ""
    end = "" if error.endswith((".", "…")) else "."
    return f"{error[:1].upper()}{error[1:]}{end}"


def kind(name: str) -> str:
    """What sets a plan off."""
    return {
        "calendar": translate("Sessions", "By the calendar"),
        "interval": translate("Sessions", "After use"),
        "wind-down": translate("Sessions", "Evenings"),
        "screen-hours": translate("Sessions", "Nights"),
    }[name]


def kind_means(name: str) -> str:
    """What that is, in a sentence."""
    return {
        "calendar": translate("Sessions", "On days and at times that you choose."),
        "interval": translate(
            "Sessions", "After so much time at the screen; breaks of your own count."
        ),
        "wind-down": translate(
            "Sessions", "The evening gets quiet before you go to bed."
        ),
        "screen-hours": translate(
            "Sessions", "A last and a first hour for screens; between them they rest."
        ),
    }[name]


def qdate(day: date) -> QDate:
    """A date as Qt has it."""
    return QDate(day.year, day.month, day.day)


def pydate(day: QDate) -> date:
    """A date as Python has it."""
    return date(day.year(), day.month(), day.day())
