"""Cards that are of the same person: offered for merging, seldom merged by themselves.

Families share a phone and an e-mail address, and two people may have one name: a shared
key alone tells a person only together with a name that fits, and the less it fits, the
more the key has to be that person's own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unplug.people.compared import (
    Compared,
    Key,
    compared,
    contradict,
    emails_disagree,
    names_alike,
    shared_keys,
)
from unplug.people.contact import Contact
from unplug.people.resemblance import Likeness, likeness

_CROWD = 40  # more people than this behind one key: it tells nobody any more
_TWO = 2
_REACHABLE = frozenset({Key.PHONE, Key.EMAIL})


@dataclass(frozen=True, slots=True)
class Match:
    """Two cards that seem to be of one person.

    Attributes:
        first: the UID of the one that was there before.
        second: the UID of the other.
        keys: what they share.
        likeness: how much their names resemble one another.
        automatic: whether it is so sure that nobody need be asked.
    """

    first: str
    second: str
    keys: frozenset[Key]
    likeness: Likeness
    automatic: bool


class Matcher:
    """Finds the cards among those it knows that are of the same person as another.

    Args:
        region: the country whose numbers lack their country code, such as ``DE``.
    """

    def __init__(self, region: str = "") -> None:
        self._region = region
        self._known: dict[str, Compared] = {}
        self._by_key: defaultdict[object, list[str]] = defaultdict(list)
        self._last: Compared | None = None

    def add(self, contact: Contact) -> None:
        """Know a contact from now on; it replaces the one with its UID."""
        self.discard(contact.uid)
        known = self._compared(contact)
        self._known[contact.uid] = known
        for place in _places(known):
            self._by_key[place].append(contact.uid)

    def discard(self, uid: str) -> None:
        """Forget a contact; nothing happens where there is none."""
        known = self._known.pop(uid, None)
        for place in _places(known) if known else ():
            self._by_key[place].remove(uid)

    def matches(self, contact: Contact) -> list[Match]:
        """Those others who seem to be the same person, the surest first."""
        other = self._compared(contact)
        found = []
        for uid in dict.fromkeys(self._candidates(other)):
            known = self._known[uid]
            match = self._match(known, other) if known.contact is not contact else None
            if match:
                found.append(match)
        return sorted(found, key=lambda m: (not m.automatic, -len(m.keys), -m.likeness))

    def _compared(self, contact: Contact) -> Compared:
        """What of a contact is compared; the last one is asked for twice as a rule."""
        if self._last is None or self._last.contact is not contact:
            self._last = compared(contact, self._region)
        return self._last

    def _candidates(self, other: Compared) -> Iterator[str]:
        for key in other.keys():  # noqa: SIM118  (no dictionary)
            behind = self._by_key.get(key, [])
            if len(behind) <= _CROWD:
                yield from behind
            else:
                yield from self._by_key.get((key, other.name), [])[:_CROWD]
        yield from self._by_key.get((other.day_key(), other.name), [])[:_CROWD]

    def _match(self, first: Compared, second: Compared) -> Match | None:
        """Judge two cards."""
        keys = shared_keys(first, second)
        if not keys:
            return None
        uids = first.contact.uid, second.contact.uid
        alike = names_alike(first, second)
        if Key.UID in keys:
            return Match(*uids, keys, alike, automatic=True)
        personal = self._personal(first, second)
        if contradict(first, second) or not _fits(first, second, keys, personal, alike):
            return None
        strong = personal | _full_birthday(first, second, keys)
        same_generation = first.generation == second.generation
        sure = len(strong) >= _TWO and alike >= Likeness.CONTAINED and same_generation
        return Match(*uids, keys, alike, automatic=sure)

    def _personal(self, first: Compared, second: Compared) -> frozenset[Key]:
        """The shared phone and e-mail address, if nobody of another name has them."""
        shared = {
            Key.PHONE: first.phones & second.phones,
            Key.EMAIL: first.emails & second.emails,
        }
        return frozenset(
            key
            for key, values in shared.items()
            if any(self._is_theirs((key, value), first, second) for value in values)
        )

    def _is_theirs(
        self, key: tuple[Key, str], first: Compared, second: Compared
    ) -> bool:
        behind = self._by_key.get(key, [])
        if len(behind) > _CROWD:
            return False
        names = {self._known[uid].name for uid in behind}
        return all(
            likeness(name, first.name) or likeness(name, second.name) for name in names
        )


def find_duplicates(contacts: Iterable[Contact], region: str = "") -> Iterator[Match]:
    """All pairs that seem to be of one person, each once.

    Args:
        contacts: with a UID of its own each.
        region: the country whose numbers lack their country code.
    """
    matcher = Matcher(region)
    places: dict[str, tuple[int, Contact]] = {}
    for place, contact in enumerate(contacts):
        places[contact.uid] = place, contact
        matcher.add(contact)
    for place, contact in places.values():
        for match in matcher.matches(contact):
            if places[match.first][0] < place:
                yield match


def _places(known: Compared) -> Iterator[object]:
    """Where a card is found: by each key, by each key with its name, by its day."""
    for key in known.keys():  # noqa: SIM118  (no dictionary)
        yield key
        yield key, known.name
    if known.birthday:
        yield known.day_key(), known.name


def _full_birthday(
    first: Compared, second: Compared, keys: frozenset[Key]
) -> frozenset[Key]:
    """A birthday is a strong key only with its year, and under the very same name."""
    full = first.birth_year and second.birth_year and first.name == second.name
    return keys & {Key.BIRTHDAY} if full else frozenset()


def _fits(
    first: Compared,
    second: Compared,
    keys: frozenset[Key],
    personal: frozenset[Key],
    alike: Likeness,
) -> bool:
    """Whether it is worth asking about a pair.

    Args:
        first: one card.
        second: the other.
        keys: what they share.
        personal: those keys that nobody of another name has as well.
        alike: how much their names resemble one another.
    """
    agree = not emails_disagree(first, second)
    reachable = bool(keys & _REACHABLE)
    full_birthday = Key.BIRTHDAY in keys and bool(
        first.birth_year and second.birth_year
    )
    if alike >= Likeness.CONTAINED:
        known = reachable or full_birthday or alike is Likeness.SAME
        return known and (agree or first.generation == second.generation)
    if alike is Likeness.SIMILAR:
        return bool(personal) or full_birthday or (reachable and agree)
    if alike is Likeness.VAGUE:
        return Key.EMAIL in personal or (agree and (bool(personal) or full_birthday))
    return alike is Likeness.UNKNOWN and bool(personal)
