"""Plan what an import changes, before anything is changed."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from unplug.people.contact import Contact
from unplug.people.duplicates import Match, Matcher
from unplug.people.fingerprint import fingerprint, with_uid
from unplug.people.merge import Merge, merge
from unplug.people.phones import with_numbers


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; all of it, or nothing.

    Attributes:
        new: contacts to add.
        merges: contacts that change, as what they become and what they were.
        unchanged: how many of the cards say nothing new.
        offered: pairs to ask the user about; both are kept until then.
        fingerprints: of all cards that are new, and whose they are, to be remembered:
            the same cards change nothing again, whatever the user has made of the
            contacts.
    """

    new: tuple[Contact, ...]
    merges: tuple[Merge, ...]
    unchanged: int
    offered: tuple[Match, ...]
    fingerprints: Mapping[str, str]


class Planner:
    """Makes the plan card by card, so that it can be watched and given up.

    Args:
        existing: the contacts that are there; asked for with the first card that was
            not imported before.
        seen: fingerprints of cards that were imported before.
        region: the country whose phone numbers lack their country code.
        whole: makes one of them whole, where they came without their pictures.
    """

    def __init__(
        self,
        existing: Iterable[Contact],
        seen: Collection[str] = (),
        region: str = "",
        whole: Callable[[Contact], Contact] = lambda contact: contact,
    ) -> None:
        self._existing: Iterable[Contact] | None = existing
        self._seen = seen
        self._region = region
        self._whole = whole
        self._matcher = Matcher(region)
        self._before: dict[str, Contact] = {}
        self._now: dict[str, Contact] = {}
        self._seconds: dict[str, Contact] = {}
        self._offered: list[Match] = []
        self._fingerprints: dict[str, str] = {}
        self._unchanged = 0

    def take(self, contact: Contact) -> None:
        """Plan what becomes of one card."""
        card = fingerprint(contact)
        if card in self._seen or card in self._fingerprints:
            self._unchanged += 1
            return
        self._know_existing()
        contact = with_numbers(with_uid(contact), self._region)
        if self._before.get(contact.uid) == contact:
            self._fingerprints[card] = contact.uid
            self._unchanged += 1
            return
        matches = self._matcher.matches(contact)
        sure = next((match for match in matches if match.automatic), None)
        if sure is None:
            self._fingerprints[card] = contact.uid
            self._offered.extend(matches)
            self._put(contact)
            return
        self._fingerprints[card] = sure.first
        there = self._now.get(sure.first) or self._as_it_was(sure.first)
        merged = merge(there, contact, self._region)
        if merged.changes_nothing:
            self._unchanged += 1
            return
        self._seconds[there.uid] = contact
        self._put(merged.merged)

    def _know_existing(self) -> None:
        existing, self._existing = self._existing, None
        for contact in existing or ():
            self._before[contact.uid] = contact
            self._matcher.add(contact)

    def _as_it_was(self, uid: str) -> Contact:
        contact = self._before[uid] = self._whole(self._before[uid])
        return contact

    def _put(self, contact: Contact) -> None:
        self._now[contact.uid] = contact
        self._matcher.add(contact)

    def plan(self) -> ImportPlan:
        """The plan for all cards that were taken."""
        new = [c for uid, c in self._now.items() if uid not in self._before]
        merges = [
            Merge(contact, self._before[uid], self._seconds[uid])
            for uid, contact in self._now.items()
            if uid in self._before
        ]
        return ImportPlan(
            new=tuple(new),
            merges=tuple(merges),
            unchanged=self._unchanged,
            offered=tuple(self._offered),
            fingerprints=self._fingerprints,
        )


def plan_import(
    existing: Iterable[Contact],
    incoming: Iterable[Contact],
    seen: Collection[str] = (),
    region: str = "",
) -> ImportPlan:
    """Plan the import of cards in one go; see ``Planner``."""
    planner = Planner(existing, seen, region)
    for contact in incoming:
        planner.take(contact)
    return planner.plan()
