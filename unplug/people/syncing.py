"""What to do so that a linked folder and our contacts agree, with no change lost.

Each side is compared with what both had the last time. What one side changed, the
other takes; a change outlives a deletion; where both changed, both are kept as they
are until the user says which, or both as one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from unplug.people.contact import Contact
from unplug.people.fingerprint import fingerprint
from unplug.people.merge import Merge, merge
from unplug.people.sharing import shareable, with_private
from unplug.people.vdir import Item, Listing


@dataclass(frozen=True, slots=True)
class Base:
    """What both sides had in common the last time.

    Attributes:
        file: its name in the folder.
        digest: of the file.
        ours: the fingerprint of what of our contact was, or would have been, in it.
    """

    file: str
    digest: str
    ours: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed a contact, and not in the same way."""

    ours: Contact
    theirs: Item

    def as_one(self) -> Merge:
        """Both as one contact: ours, and what theirs has beside it."""
        return merge(self.ours, self.theirs.contact)

    def as_theirs(self) -> Contact:
        """Theirs, with what only unplug knows of ours."""
        return with_private(self.theirs.contact, self.ours)


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """What is to be done; every UID occurs once at most.

    Attributes:
        take: contacts that are new or changed in the folder, as ours become.
        write: contacts to write, with the item that is there, if any.
        delete: UIDs of ours that were deleted in the folder.
        remove: items to remove from the folder, which were deleted here.
        conflicts: left alone on both sides.
        agreed: UIDs about which both sides agree already.
    """

    take: tuple[Contact, ...]
    write: tuple[tuple[Contact, Item | None], ...]
    delete: tuple[str, ...]
    remove: tuple[Item, ...]
    conflicts: tuple[Conflict, ...]
    agreed: tuple[str, ...]

    @property
    def empties_ours(self) -> bool:
        """Whether all of ours would go: the folder may only have come unmounted."""
        kept = (self.take, self.write, self.conflicts, self.agreed)
        return bool(self.delete) and not any(kept)


def base_of(ours: Contact, item: Item) -> Base:
    """What to remember of a contact on which both sides agree."""
    return Base(item.file, item.etag.digest, fingerprint(shareable(ours)))


def plan_sync(
    ours: Mapping[str, Contact], listing: Listing, bases: Mapping[str, Base]
) -> SyncPlan:
    """Compare both sides with what they had in common.

    Args:
        ours: our contacts that belong to the folder, by UID.
        listing: what the folder holds.
        bases: what both had the last time.
    """
    planned = _Planned()
    theirs = listing.items
    for uid in sorted(ours.keys() | theirs.keys()):
        base = bases.get(uid)
        if uid not in theirs and base is not None and base.file in listing.left_alone:
            continue  # it is there, only not readable at present
        planned.decide(uid, ours.get(uid), theirs.get(uid), base)
    return planned.plan()


class _Planned:
    """The decisions so far."""

    def __init__(self) -> None:
        self._take: list[Contact] = []
        self._write: list[tuple[Contact, Item | None]] = []
        self._delete: list[str] = []
        self._remove: list[Item] = []
        self._conflicts: list[Conflict] = []
        self._agreed: list[str] = []

    def decide(
        self, uid: str, ours: Contact | None, theirs: Item | None, base: Base | None
    ) -> None:
        """Decide what becomes of one contact that at least one side has."""
        if ours is not None and theirs is not None:
            self._decide_between(uid, ours, theirs, base)
        elif ours is not None:
            unchanged = base is not None and base.ours == fingerprint(shareable(ours))
            if unchanged:
                self._delete.append(uid)
            else:
                self._write.append((ours, None))
        elif theirs is not None:
            if base is not None and base.digest == theirs.etag.digest:
                self._remove.append(theirs)
            else:
                self._take.append(theirs.contact)

    def _decide_between(
        self, uid: str, ours: Contact, theirs: Item, base: Base | None
    ) -> None:
        mine = fingerprint(shareable(ours))
        if mine == fingerprint(shareable(theirs.contact)):
            self._agreed.append(uid)
            return
        we_changed = base is None or base.ours != mine
        they_changed = base is None or base.digest != theirs.etag.digest
        if we_changed and they_changed:
            self._conflicts.append(Conflict(ours, theirs))
        elif they_changed:
            self._take.append(with_private(theirs.contact, ours))
        elif we_changed:
            self._write.append((ours, theirs))
        else:
            self._agreed.append(uid)

    def plan(self) -> SyncPlan:
        """All decisions."""
        return SyncPlan(
            take=tuple(self._take),
            write=tuple(self._write),
            delete=tuple(self._delete),
            remove=tuple(self._remove),
            conflicts=tuple(self._conflicts),
            agreed=tuple(self._agreed),
        )
