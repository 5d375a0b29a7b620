"""The sentences of the overlay, the strip and the card after a session."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from ui import words
from ui.overlay.spec import Choice, Moment, SceneSpec, Stage, Strictness, StripSpec

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
LONGEST_TEXT = 160
translate = QCoreApplication.translate


def left(left_ms: int) -> str:
    """Time left, rounded up so that it never says 0: ``1 h 24``, ``3 days 4 h``."""
    minutes = max(1, -(-left_ms // MINUTE_MS))
    if minutes * MINUTE_MS < DAY_MS:
        return words.duration(minutes * MINUTE_MS)
    hours = -(-left_ms // (60 * MINUTE_MS))
    days, hours = divmod(hours, 24)
    if days == 1:
        text = translate("Overlay", "1 day {hours} h")
    else:
        text = translate("Overlay", "{days} days {hours} h")
    return text.format(days=days, hours=hours).replace(" ", "\u00a0")


def next_change_ms(left_ms: int) -> int:
    """In how many milliseconds ``left`` says something else; at least one."""
    step_ms = MINUTE_MS if left_ms < DAY_MS else 60 * MINUTE_MS
    return max(1, (left_ms - 1) % step_ms + 1)


def until(ends_at: datetime | None) -> str:
    """``until 18:00``; empty where nobody knows."""
    if ends_at is None:
        return ""
    return translate("Overlay", "until {time}").format(time=words.clock(ends_at))


def what_for(purpose: str) -> str:
    """What this time is for, in the person's words where there are some."""
    own = words.one_line(purpose, LONGEST_TEXT)
    return own or translate("Overlay", "Time away from the screen")


def with_whom(person: str) -> str:
    """``with Marta``; empty where it is spent alone."""
    name = words.one_line(person, LONGEST_TEXT)
    return translate("Overlay", "with {person}").format(person=name) if name else ""


def perhaps(idea: str) -> str:
    """An idea of what to do, which nobody has to follow."""
    return translate("Overlay", "Perhaps: {idea}").format(idea=idea) if idea else ""


def remark() -> str:
    """What is said to somebody who types or clicks meanwhile."""
    return translate("Overlay", "This is still your time. The screen can wait.")


def plainly(strictness: Strictness) -> str:
    """What unplug can and cannot do."""
    if strictness is Strictness.PROMISE:
        return translate(
            "Overlay",
            "You promised this, to others too. unplug cannot lock this computer; "
            "it keeps the promise visible.",
        )
    return translate(
        "Overlay", "unplug cannot lock this computer; it keeps your plan visible."
    )


def reasons() -> tuple[str, ...]:
    """Why somebody leaves; the same few for everybody, none of them a fault."""
    return (
        translate("Overlay", "Somebody needs me"),
        translate("Overlay", "Something urgent"),
        translate("Overlay", "I am done with this"),
        translate("Overlay", "Not the right moment"),
    )


def announcement(moment: Moment, spec: SceneSpec, left_ms: int) -> str:
    """What a screen reader says."""
    if moment is Moment.END:
        return translate("Overlay", "Your device-free time is over.")
    if moment is Moment.HALF:
        text = translate("Overlay", "Half of it is behind you. {left} left.")
        return text.format(left=left(left_ms))
    about = what_for(spec.purpose or spec.title)
    parts = (about, with_whom(spec.person))
    text = translate(
        "Overlay",
        "Device-free time: {purpose}. {left} left. "
        "Press Escape if you need your computer.",
    )
    purpose = " ".join(part for part in parts if part)
    return text.format(purpose=purpose, left=left(left_ms))


def strip_about(spec: StripSpec) -> str:
    """What is announced."""
    name = words.one_line(spec.purpose or spec.title, LONGEST_TEXT)
    name = name or translate("Strip", "Device-free time")
    whom = with_whom(spec.person)
    return f"{name} {whom}" if whom else name


def strip_when(spec: StripSpec, left_ms: int | None) -> str:
    """When it is, or why it waits; empty where nobody can say."""
    waits = waiting_for(spec.why)
    if waits or spec.stage is Stage.WAITING:
        return waits or translate("Strip", "Waits for a better moment.")
    if left_ms is None:
        return ""
    if spec.stage in {Stage.RUNNING, Stage.OFFERED}:
        return translate("Strip", "{left} left").format(left=left(left_ms))
    if left_ms <= MINUTE_MS:
        return translate("Strip", "In a moment")
    return translate("Strip", "In {left}").format(left=left(left_ms))


def waiting_for(why: tuple[str, ...]) -> str:
    """Why a session waits; empty where it does not."""
    reasons = what_goes_on(why)
    if not reasons:
        return ""
    return translate("Strip", "Waits while {reasons}.").format(reasons=reasons)


def what_goes_on(why: tuple[str, ...]) -> str:
    """What sessions wait for, as one list; empty where they do not."""
    known = {
        "call": translate("Strip", "you are in a call"),
        "camera": translate("Strip", "the camera is on"),
        "microphone": translate("Strip", "the microphone is on"),
        "sharing": translate("Strip", "you share your screen"),
        "full-screen": translate("Strip", "an app is full screen"),
        "presenting": translate("Strip", "you are presenting"),
        "do-not-disturb": translate("Strip", "do not disturb is on"),
        "meeting": translate("Strip", "you are in a meeting"),
        "app": translate("Strip", "you use an app you chose"),
        "battery": translate("Strip", "the computer is on battery"),
    }
    said = [known[name] for name in known if name in why]
    return QLocale().createSeparatedList(said) if said else ""


def choice(which: Choice, later_ms: int) -> str:
    """A button of the strip."""
    minutes = max(1, later_ms // MINUTE_MS)
    return {
        Choice.NOW: translate("Strip", "Now"),
        Choice.LATER: translate("Strip", "+{minutes} min").format(minutes=minutes),
        Choice.AFTER_CALL: translate("Strip", "After this call"),
        Choice.NOT_TODAY: translate("Strip", "Not today"),
        Choice.END: translate("Strip", "End"),
    }[which]


def feeling_question(person: str) -> str:
    """What is asked after a session."""
    name = words.one_line(person, LONGEST_TEXT)
    if name:
        text = translate("Feeling", "How did the time with {person} feel?")
        return text.format(person=name)
    return translate("Feeling", "How did it feel?")


def feeling(felt: int) -> str:
    """The name of a face, 1 to 5."""
    return (
        translate("Feeling", "not good"),
        translate("Feeling", "so-so"),
        translate("Feeling", "all right"),
        translate("Feeling", "good"),
        translate("Feeling", "wonderful"),
    )[felt - 1]
