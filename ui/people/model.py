"""The list of people: thousands of rows, of which only those in view are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.people import wording
from ui.people.ports import Book
from unplug.people.circles import Circle
from unplug.people.known import Known

ROLE = int(Qt.ItemDataRole.UserRole)
_AT_ONCE = 60
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a row shows.

    Attributes:
        name: what to call them.
        detail: how it stands with meeting them.
        mark: one word about it; empty where nothing is due.
        overdue: it has been too long.
    """

    uid: str
    name: str
    detail: str
    mark: str


class PeopleModel(QAbstractListModel):
    """People in an order that somebody else chose."""

    def __init__(self) -> None:
        super().__init__()
        self._book: Book | None = None
        self._uids: Sequence[str] = ()
        self._rows: dict[str, PersonRow] = {}
        self._circles: Mapping[str, Circle] = {}
        self._today = date.min

    def show_people(self, book: Book, uids: Sequence[str]) -> None:
        """Show these, as they are now."""
        self.beginResetModel()
        self._book, self._uids = book, uids
        self._rows.clear()
        self._circles, self._today = book.circles(), book.today
        self.endResetModel()

    def uid_at(self, row: int) -> str:
        """Whose row it is."""
        return self._uids[row]

    def row_of(self, uid: str) -> int:
        """Which row is somebody's; -1 for none."""
        try:
            return self._uids.index(uid)
        except ValueError:
            return -1

    def rowCount(self, _parent: _Index | None = None) -> int:
        """How many there are."""
        return len(self._uids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's)
        """A row, or its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._uids):
            return None
        if role == ROLE:
            return self._row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._row(index.row()).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._row(index.row())
            return ", ".join(part for part in (row.name, row.detail, row.mark) if part)
        return None

    def _row(self, at: int) -> PersonRow:
        uid = self._uids[at]
        if uid not in self._rows:
            self._read_around(at)
        return self._rows.get(uid, PersonRow(uid, "", "", ""))

    def _read_around(self, at: int) -> None:
        """Read a few rows at once, those that will be asked for next."""
        if self._book is None:
            return
        first = max(0, at - _AT_ONCE // 4)
        some = self._book.some(self._uids[first : first + _AT_ONCE])
        for uid, person in some.items():
            self._rows[uid] = self._shown(self._book, person)

    def _shown(self, book: Book, person: Known) -> PersonRow:
        state = book.due(person, self._circles)
        detail = wording.standing(person, state, self._circles, self._today)
        if person.circle:
            detail = f"{wording.circle_name(person.circle)} · {detail}"
        mark = wording.mark(state)
        coming = book.next_occasion(person) if person.remind else None
        if coming is not None and coming.on - self._today <= wording.SOON:
            mark = wording.occasion(coming, self._today)
        return PersonRow(person.uid, person.name, detail, mark)
