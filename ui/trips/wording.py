"""The sentences of trips, ready for translation."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui import words
from ui.trips.ports import Json
from ui.troubles import in_words
from unplug.clock import to_ms

translate = QCoreApplication.translate
HOURS_A_DAY = 24


def day_and_time(at: datetime) -> str:
    """A local instant: ``Fri 27 Mar 2099, 18:00``."""
    day = QLocale().toString(QDate(at.year, at.month, at.day), "ddd d MMM yyyy")
    return translate("Trips", "{day}, {time}").format(day=day, time=words.clock(at))


def stretch(start: datetime, end: datetime) -> str:
    """From when to when, by the clock of ``start``."""
    text = translate("Trips", "{start} to {end}")
    return text.format(start=day_and_time(start), end=day_and_time(end))


def at_the_place(found: Json) -> str:
    """A window in the place's own time."""
    start, end = both_ends(found)
    place = found["place"] or found["place_zone"]
    return translate("Trips", "{stretch} ({place})").format(
        stretch=stretch(start, end), place=place
    )


def here(found: Json, zone: ZoneInfo) -> str:
    """A window by the own clock; empty where that shows the same."""
    start, end = both_ends(found)
    mine = start.astimezone(zone), end.astimezone(zone)
    same = all(
        one.replace(tzinfo=None) == own.replace(tzinfo=None)
        for one, own in zip((start, end), mine, strict=True)
    )
    if same:
        return ""
    text = translate("Trips", "For you: {stretch} ({zone})")
    return text.format(stretch=stretch(*mine), zone=zone.key)


def both_ends(found: Json) -> tuple[datetime, datetime]:
    """Start and end, aware."""
    return datetime.fromisoformat(found["start"]), datetime.fromisoformat(found["end"])


def length(start: datetime, end: datetime) -> str:
    """How long that really is, whatever clocks do meanwhile."""
    return words.duration(to_ms(end) - to_ms(start))


def countdown(left: timedelta) -> str:
    """How long until it begins, as people say it."""
    hours = int(left / timedelta(hours=1))
    days, hours_left = divmod(hours, HOURS_A_DAY)
    if days:
        text = translate("Trips", "1 day") if days == 1 else ""
        text = text or translate("Trips", "{days} days").format(days=days)
        return text if not hours_left else f"{text} {words.duration(_ms(hours_left))}"
    minutes = max(1, -(-left // timedelta(minutes=1)))
    return words.duration(minutes * words.MINUTE_MS)


def _ms(hours: int) -> int:
    return hours * 60 * words.MINUTE_MS


def holds(shown: Json) -> str:
    """Whose apps hold the plan."""
    text = translate("Trips", "{ready} of {members} hold the plan")
    return text.format(**shown["receipts"])


def in_calendar(shown: Json) -> str:
    """How the window lies in the user's calendar; empty where it does not."""
    found = shown["calendar"]
    if found is None:
        return ""
    if found["error"]:
        text = translate("Trips", "Not in your calendar as it is: {error}")
        return text.format(error=in_words(found["error"]))
    said = {
        "removed": translate(
            "Trips", "You took it out of your calendar; it is not put back."
        ),
        "changed": translate(
            "Trips", "In your calendar; what was changed there was put right."
        ),
    }
    there = translate("Trips", "In your calendar.") if found["there"] else ""
    return said.get(found["note"], there)


def answer(say: str | None) -> str:
    """What somebody said to the window."""
    return {
        "yes": translate("Trips", "takes part"),
        "maybe": translate("Trips", "if need be"),
        "no": translate("Trips", "not this time"),
    }.get(say or "", translate("Trips", "has not answered"))


def role(member: Json) -> str:
    """What somebody is in the trip."""
    if member["lead"]:
        return translate("Trips", "leads the trip")
    return {
        "organiser": translate("Trips", "organiser"),
        "member": translate("Trips", "member"),
        "guest": translate("Trips", "guest"),
    }[member["role"]]


def says() -> tuple[tuple[str, str], ...]:
    """The three answers, equal in weight."""
    return (
        ("yes", translate("Trips", "Yes")),
        ("maybe", translate("Trips", "If need be")),
        ("no", translate("Trips", "No")),
    )


def votes(proposal: Json) -> str:
    """How a proposal stands."""
    text = translate("Trips", "{yes} yes · {maybe} if need be · {no} no")
    return text.format(**{say: proposal[say] for say in ("yes", "maybe", "no")})


def votes_until(shown: Json, now: datetime) -> str:
    """Until when votes are wanted; empty where nobody has said so."""
    if shown["deadline"] is None:
        return ""
    until = datetime.fromisoformat(shown["deadline"]).astimezone(now.tzinfo)
    if until <= now:
        text = translate("Trips", "Votes were wanted until {when}.")
    else:
        text = translate("Trips", "Votes are wanted until {when}.")
    return text.format(when=day_and_time(until))


def asked_until(shown: Json, now: datetime) -> str:
    """How long the invite by which one asked still holds; empty where nobody asks."""
    if shown["asked_until"] is None:
        return ""
    until = datetime.fromisoformat(shown["asked_until"]).astimezone(now.tzinfo)
    if until <= now:
        return translate(
            "Trips",
            "The invite has expired. If nobody lets you in, ask for a new one and join"
            " again.",
        )
    text = translate("Trips", "The invite holds until {when}.")
    return text.format(when=day_and_time(until))
