"""Device-free time between two instants, planned by another area for the user."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError
from unplug.sessions.lasting import Lasting, instant_of
from unplug.sessions.plan import Plan, Strictness


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One stretch of device-free time that was agreed upon elsewhere.

    Attributes:
        uid: names it for good; another one with the same replaces it.
        start: when it starts, aware.
        end: when it ends, aware.
        title: what it is called.
        purpose: what the time is for.
        person: the contact it is spent with, by uid.
        strictness: gentle, firm or promise.
        shared: a group may hear how a promise went.
    """

    uid: str
    start: datetime
    end: datetime
    title: str
    purpose: str = ""
    person: str | None = None
    strictness: str = Strictness.GENTLE.value
    shared: bool = False


def plan_of(window: Window, zone: ZoneInfo) -> Plan:
    """The window as a plan that comes once.

    Args:
        window: what was agreed.
        zone: by whose clock it is shown.

    Raises:
        UnplugError: it makes no sense as a plan; says why.
    """
    start = window.start.astimezone(UTC).replace(microsecond=0)
    end = window.end.astimezone(UTC).replace(microsecond=0)
    if end <= start:
        failed, todo = "cannot plan this time", "let it end after it starts"
        raise UnplugError(failed, f"{window.start} to {window.end}", todo)
    local, key = start.astimezone(zone).replace(tzinfo=None), zone.key
    if instant_of(local, zone) != start:  # the second of two hours of one name
        local, key = start.replace(tzinfo=None), "UTC"
    return Plan(
        uid=window.uid,
        name=window.title,
        first=local.replace(fold=0),
        lasting=Lasting(rest=end - start),
        zone=key,
        purpose=window.purpose,
        person=window.person,
        strictness=Strictness(window.strictness),
        shared=window.shared,
    )
