"""The address book as suggestions know it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from unplug.engine.people.address_book import AddressBook
from unplug.engine.suggestions.acquaintances import Meeting
from unplug.engine.suggestions.suggested import Reach
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.circles import DORMANT, WIDER, Circle
from unplug.people.known import Known
from unplug.people.occasions import occasions
from unplug.store.people.reading import PeopleReader
from unplug.suggest.constants import OCCASION_DAYS
from unplug.suggest.inputs import KeptOut, Occasion, Person
from unplug.suggest.weekly import Weekly

_NOON_H = 12
_LAST_OF_FEBRUARY, _LEAP_DAY = (2, 28), (2, 29)
_CLOSENESS = {"close": 4, "friends": 3, "wider": 2}
_CLOSENESS_UNSAID = 3


class KnownPeople:
    """Everybody in the address book, as suggestions need them.

    Args:
        reader: what is known of people.
        book: gives the address book, to change it; None where it is only looked at.
    """

    def __init__(
        self, reader: PeopleReader, book: Callable[[], AddressBook] | None = None
    ) -> None:
        self._reader = reader
        self._book = book
        self._known: tuple[date, str, tuple[Person, ...]] | None = None

    def people(self, now: datetime, zone: ZoneInfo) -> tuple[Person, ...]:
        """Everybody, those who are never suggested too; remembered for the day."""
        today = now.astimezone(zone).date()
        if self._known is None or self._known[:2] != (today, zone.key):
            circles = {circle.name: circle for circle in self._reader.circles()}
            days = frozenset(_coming(today))
            people = tuple(
                person_of(known, circles, today, zone, days)
                for known in self._reader.known()
                if known.is_person
            )
            self._known = today, zone.key, people
        return self._known[2]

    def changed(self) -> None:
        """Somebody was added, changed, met or forgotten."""
        self._known = None

    def person(self, uid: str, now: datetime, zone: ZoneInfo) -> Person | None:
        """Somebody, under the UID of a merged one as well; None: not there."""
        known = self._reader.known_as(uid)
        if known is None:
            return None
        circles = {circle.name: circle for circle in self._reader.circles()}
        today = now.astimezone(zone).date()
        return person_of(known, circles, today, zone, frozenset(_coming(today)))

    def reach(self, uid: str) -> Reach:
        """How somebody can be reached."""
        card = self._reader.contact(uid)
        if card is None:
            return Reach()
        email = next((each.address for each in card.emails), "")
        phone = next((each.text for each in card.phones), "")
        return Reach(email=email, phone=phone, place=card.city)

    def never(self, uid: str) -> bool:
        """Note on their card that somebody is never to be suggested."""
        if self._book is None:
            return False
        book = self._book()
        book.put(replace(book.card(uid), never=True))
        return True

    def log(self, uid: str, meeting: Meeting) -> None:
        """Log a meeting or a call; it resets their clocks at once."""
        if self._book is None:
            return
        book = self._book()
        kind = CheckInKind.CALL if meeting.by_phone else CheckInKind.IN_PERSON
        book.log(
            CheckIn(
                kind=kind,
                people=frozenset({uid}),
                on=min(meeting.on, book.today),
                length=timedelta(minutes=meeting.length_min),
                felt=meeting.felt,
                note=meeting.note,
            ),
            source=meeting.source,
        )


def person_of(
    known: Known,
    circles: Mapping[str, Circle],
    today: date,
    home: ZoneInfo,
    coming: frozenset[tuple[int, int]],
) -> Person:
    """Somebody at a glance, as suggestions know them.

    Whoever is in no circle is taken for one of the wider ones.

    Args:
        known: the person.
        circles: all circles by name.
        today: the local day.
        home: the user's zone; whoever lives in another one is called, not met.
        coming: months and days that come within a week.
    """
    cadence = known.cadence(circles) or WIDER.cadence
    zone = _zone(known.zone)
    closeness = known.closeness
    if closeness is None:
        closeness = _CLOSENESS.get(known.circle, _CLOSENESS_UNSAID)
    return Person(
        uid=known.uid,
        name=known.name,
        closeness=closeness,
        cadence_d=cadence.ideal.days,
        dormant=known.circle == DORMANT.name,
        met_at=_noon(known.last_met, home),
        called_at=_noon(known.last_called, home),
        felt=known.felt,
        zone=zone,
        free=tuple(
            Weekly((free.weekday,), free.start_hour * 60, free.end_hour * 60)
            for free in known.free_times
        ),
        near=zone is None or zone.key == home.key,
        occasions=tuple(_soon(known, today, coming)) if known.remind else (),
        interests=known.interests,
        topics=known.topics,
        kept_out=frozenset(_kept_out(known)),
    )


def _coming(today: date) -> Iterator[tuple[int, int]]:
    """Months and days from today to a week ahead; leap days are kept before March."""
    for ahead in range(OCCASION_DAYS + 1):
        day = today + timedelta(days=ahead)
        yield day.month, day.day
        if (day.month, day.day) == _LAST_OF_FEBRUARY:
            yield _LEAP_DAY


def _soon(
    known: Known, today: date, coming: frozenset[tuple[int, int]]
) -> Iterator[Occasion]:
    dates = [each.date for each in known.anniversaries]
    if known.birthday is not None:
        dates.append(known.birthday)
    if not any((each.month, each.day) in coming for each in dates):
        return
    last = today + timedelta(days=OCCASION_DAYS)
    for occasion in occasions(known, today):
        if occasion.on <= last:
            yield Occasion(occasion.label or occasion.kind.value, occasion.on)


def _kept_out(known: Known) -> Iterator[KeptOut]:
    if known.never:
        yield KeptOut.NEVER
    if known.in_memoriam:
        yield KeptOut.MEMORIAL
    if known.blocked:
        yield KeptOut.BLOCKED


@lru_cache(maxsize=512)
def _noon_of(day: date, zone: ZoneInfo) -> datetime:
    local = datetime(day.year, day.month, day.day, _NOON_H, tzinfo=zone)
    return local.astimezone(UTC)


def _noon(day: date | None, zone: ZoneInfo) -> datetime | None:
    return None if day is None else _noon_of(day, zone)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return None
