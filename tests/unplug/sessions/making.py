"""Plans and instants, briefly written."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from unplug.sessions.lasting import Lasting, Until, read_lasting
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import Occurrence, occurrences
from unplug.sessions.rule import Rule

MADRID = ZoneInfo("Europe/Madrid")
TWO_HOURS = Lasting(rest=timedelta(hours=2))


def at(text: str) -> datetime:
    """A local time, naive."""
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    """An instant, given in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def madrid(text: str, *, fold: int = 0) -> datetime:
    """An instant, given by the clock in Madrid."""
    local = datetime.fromisoformat(text).replace(tzinfo=MADRID, fold=fold)
    return local.astimezone(UTC)


def a_plan(
    first: str = "2026-01-01 18:00",
    rule: str | None = "FREQ=DAILY",
    lasting: Lasting | Until | str = TWO_HOURS,
    **more: object,
) -> Plan:
    """A plan of which only what matters is said."""
    fields = {"uid": "a", "name": "a walk", **more}
    return Plan(
        first=at(first),
        rule=Rule.read(rule) if rule else None,
        lasting=read_lasting(lasting) if isinstance(lasting, str) else lasting,
        **fields,  # type: ignore[arg-type]
    )


def starts(
    plan: Plan, count: int, after: str = "1970-01-02", zone: ZoneInfo = MADRID
) -> list[str]:
    """The next starts, as the clock there shows them."""
    coming = islice(occurrences(plan, utc(after), zone), count)
    return [f"{one.start:%Y-%m-%d %H:%M%z}" for one in coming]


def days(plan: Plan, count: int, after: str = "1970-01-02") -> list[str]:
    """The next nominal dates."""
    coming = islice(occurrences(plan, utc(after), MADRID), count)
    return [f"{one.nominal:%Y-%m-%d}" for one in coming]


def names(found: Iterable[Occurrence]) -> list[str]:
    """Which plans occurrences are of."""
    return [one.plan.uid for one in found]
