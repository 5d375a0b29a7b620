"""Keep people and a linked folder in step, with no change lost on either side."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from unplug.engine.people.address_book import AddressBook
from unplug.errors import UnplugError
from unplug.people.contact import Contact
from unplug.people.problems import Problem
from unplug.people.syncing import Base, Conflict, SyncPlan, base_of, plan_sync
from unplug.people.vdir import ChangedMeanwhileError, Item, Listing, Vdir
from unplug.store.people.changing import Changes
from unplug.store.people.links import LinkReader, LinkStore, mark_of_forgotten
from unplug.store.people.reading import PeopleReader
from unplug.store.reading import reading


class Settle(StrEnum):
    """What to do with those whom both sides changed."""

    LEAVE = "leave"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What was done in the folder, and is to be done here.

    Attributes:
        take: contacts that are new or changed there, as ours become.
        delete: UIDs of ours that were deleted there.
        bases: what both have in common then.
        gone: UIDs that neither side has any more.
        written: how many files were written or removed.
        conflicts: names of those whom both changed; they were left as they are.
        problems: what could not be read there.
        base: the last change that was known here.
    """

    link: int
    take: tuple[Contact, ...]
    delete: tuple[str, ...]
    bases: Mapping[str, Base]
    gone: tuple[str, ...]
    written: int
    conflicts: tuple[str, ...]
    problems: tuple[Problem, ...]
    base: int


def sync(data: Path, settle: Settle = Settle.LEAVE) -> Synced | None:
    """Compare both sides, and bring the folder up to date; ours is left to ``apply``.

    Args:
        data: the data folder.
        settle: what to do with those whom both sides changed.

    Returns:
        None where no folder is linked.

    Raises:
        UnplugError: the folder cannot be read or written.
    """
    with reading(data) as connection:
        linked = LinkReader(lambda: connection).linked()
        if linked is None:
            return None
        connection.execute("BEGIN")  # one state of it, whatever is written meanwhile
        links = LinkReader(lambda: connection)
        people = PeopleReader(lambda: connection)
        vdir = Vdir(linked.folder, linked.version)
        bases = links.bases(linked.id)
        listing = _without(vdir.read_all(), links.forgotten(linked.id))
        ours = {
            contact.uid: contact
            for contact in people.contacts()
            if linked.everybody or contact.uid in bases or contact.uid in listing.items
        }
        plan = plan_sync(ours, listing, bases)
        if plan.empties_ours:
            failed, todo = "cannot follow a folder that is empty now", "see to it first"
            raise UnplugError(failed, linked.folder, todo)
        base = next((batch.id for batch in people.batches(1)), 0)
    return _Doing(vdir, listing, ours, settle).do(plan, linked.id, base)


def apply(book: AddressBook, links: LinkStore, synced: Synced) -> bool:
    """Do here what ``sync`` found, all of it or nothing.

    Returns:
        False where people changed meanwhile: sync again.

    Raises:
        UnplugError: the disk does not take it.
    """
    if next((batch.id for batch in book.changes(1)), 0) != synced.base:
        return False
    if synced.take or synced.delete:
        title = "linked folder"
        book.change(
            Changes(kind="sync", title=title, put=synced.take, drop=synced.delete)
        )
    links.put_bases(synced.link, synced.bases, synced.gone)
    return True


def _without(listing: Listing, forgotten: set[str]) -> Listing:
    """What the folder holds, but for those who were forgotten here."""
    if not forgotten:
        return listing
    items = {
        uid: item
        for uid, item in listing.items.items()
        if mark_of_forgotten(uid) not in forgotten
    }
    return Listing(items, listing.left_alone, listing.problems)


class _Doing:
    """The folder's half of a plan."""

    def __init__(
        self,
        vdir: Vdir,
        listing: Listing,
        ours: Mapping[str, Contact],
        settle: Settle,
    ) -> None:
        self._vdir = vdir
        self._listing = listing
        self._ours = ours
        self._settle = settle
        self._take: list[Contact] = []
        self._bases: dict[str, Base] = {}
        self._written = 0
        self._conflicts: list[str] = []

    def do(self, plan: SyncPlan, link: int, base: int) -> Synced:
        """Write and remove files, and say what is to be done here."""
        for contact in plan.take:
            self._takes(contact, self._listing.items[contact.uid])
        for uid in plan.agreed:
            self._bases[uid] = base_of(self._ours[uid], self._listing.items[uid])
        for contact, item in plan.write:
            self._write(contact, item)
        removed = [item.contact.uid for item in plan.remove if self._remove(item)]
        for conflict in plan.conflicts:
            self._settle_one(conflict)
        return Synced(
            link=link,
            take=tuple(self._take),
            delete=plan.delete,
            bases=self._bases,
            gone=(*plan.delete, *removed),
            written=self._written,
            conflicts=tuple(self._conflicts),
            problems=self._listing.problems,
            base=base,
        )

    def _takes(self, contact: Contact, item: Item) -> None:
        self._take.append(contact)
        self._bases[contact.uid] = base_of(contact, item)

    def _write(self, contact: Contact, item: Item | None) -> None:
        try:
            written = self._vdir.write(contact, item)
        except ChangedMeanwhileError:
            return  # the next time it is seen as it is then
        self._written += 1
        self._bases[contact.uid] = base_of(contact, written)

    def _remove(self, item: Item) -> bool:
        try:
            self._vdir.remove(item)
        except ChangedMeanwhileError:
            return False
        self._written += 1
        return True

    def _settle_one(self, conflict: Conflict) -> None:
        match self._settle:
            case Settle.LEAVE:
                self._conflicts.append(conflict.ours.display_name)
            case Settle.OURS:
                self._write(conflict.ours, conflict.theirs)
            case Settle.THEIRS:
                self._takes(conflict.as_theirs(), conflict.theirs)
            case Settle.BOTH:
                merged = conflict.as_one().merged
                self._take.append(merged)
                self._write(merged, conflict.theirs)
