"""``unplug people list`` and ``show``: people as lines and as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from unplug.cli.columns import fitted, printable, width
from unplug.clock import Clock
from unplug.engine.people.looking import looking
from unplug.engine.people.shown import due_word, listed, shown
from unplug.engine.people.who import NobodyError, one_of
from unplug.engine.preferences import preferences
from unplug.people.circles import Circle
from unplug.people.contact import Contact
from unplug.people.known import Known
from unplug.people.search import SearchIndex
from unplug.store.people.reading import PeopleReader

_WIDEST = 32
_EVERYBODY = 1_000_000
_DUE = ("due", "too long")


@dataclass(frozen=True, slots=True)
class Rows:
    """People to list."""

    people: list[Known]
    cards: Mapping[str, Contact]
    circles: Mapping[str, Circle]
    today: date

    def as_json(self) -> list[dict[str, Any]]:
        """As scripts read them."""
        return [*listed(self.people, self.cards, self.circles)]

    def as_text(self) -> Iterator[str]:
        """A line each."""
        names = [fitted(printable(p.name), _WIDEST) for p in self.people]
        widest = max(map(width, names), default=0)
        for name, person in zip(names, self.people, strict=True):
            pad = " " * (widest - width(name))
            told = due_word(person, self.circles, self.today) or ""
            met = _ago(person.last_met, self.today)
            circle = printable(person.circle or "-")
            yield f"{name}{pad}  {circle:8}  {met:>14}  {told}".rstrip()


@dataclass(frozen=True, slots=True)
class One:
    """One person to show."""

    told: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """As scripts read it."""
        return self.told

    def as_text(self) -> Iterator[str]:
        """A line for each thing that is known."""
        for name, value in self.told.items():
            if value in (None, [], False, "") or name == "check_ins":
                continue
            label = name.replace("_", " ").removesuffix(" d")
            yield printable(f"{label:14} {_said(value)}")
        for each in self.told["check_ins"]:
            felt = f", felt {each['felt']}" if each["felt"] else ""
            note = f": {each['note']}" if each["note"] else ""
            yield printable(f"  {each['on']} {each['kind']}{felt}{note}")


def rows(
    folder: Path, clock: Clock, query: str, *, circle: str | None, due: bool
) -> Rows:
    """The people that are asked for.

    Raises:
        UnplugError: they cannot be read; says why.
    """
    today = _today(folder, clock)
    with looking(folder) as stored:
        if stored is None:
            return Rows([], {}, {}, today)
        circles = {each.name: each for each in stored.circles()}
        people = stored.known()
        if query:
            found = dict.fromkeys(_found(stored, query))
            by_uid = {person.uid: person for person in people}
            people = [by_uid[uid] for uid in found if uid in by_uid]
        else:
            people = [person for person in people if not person.blocked]
        if circle is not None:
            people = [p for p in people if p.circle.casefold() == circle.casefold()]
        if due:
            people = [p for p in people if due_word(p, circles, today) in _DUE]
        cards = {c.uid: c for c in stored.contacts(pictures=False)}
    return Rows(people, cards, circles, today)


def one(folder: Path, clock: Clock, name: str) -> One:
    """The person of a name.

    Raises:
        NobodyError: there is nobody of that name.
        SeveralError: there are several.
    """
    with looking(folder) as stored:
        if stored is None:
            raise NobodyError(name)
        person = stored.known_as(name)
        if person is None:
            known = {each.uid: each for each in stored.known()}
            person = one_of(name, [known[uid] for uid in _found(stored, name)])
        card = stored.contact(person.uid) or Contact()
        circles = {each.name: each for each in stored.circles()}
        past = stored.check_ins(person.uid)
        return One(shown(person, card, circles, past, _today(folder, clock)))


def changes(folder: Path, clock: Clock) -> Iterator[str]:
    """What can be taken back, the latest first."""
    from unplug.clock import from_ms  # noqa: PLC0415

    with looking(folder) as stored:
        for batch in () if stored is None else stored.batches():
            at = from_ms(batch.at_ms).astimezone(clock.zone())
            told = f"{batch.id:5}  {at:%Y-%m-%d %H:%M}  {batch.kind:7} {batch.title}"
            yield printable(f"{told} ({batch.people})")


def _found(stored: PeopleReader, query: str) -> list[str]:
    index = SearchIndex()
    index.load(stored.entries())
    return index.find(query, _EVERYBODY)


def _today(folder: Path, clock: Clock) -> date:
    start = timedelta(minutes=preferences(folder).tracking.day_start_min)
    return (clock.stamp().utc.astimezone(clock.zone()) - start).date()


def _ago(day: date | None, today: date) -> str:
    if day is None:
        return "never met"
    days = (today - day).days
    return "met today" if days <= 0 else f"met {days} d ago"


def _said(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_said(each) for each in value)
    if isinstance(value, dict):
        return " ".join(str(each) for each in value.values() if each is not None)
    return "yes" if value is True else str(value)
