"""What the readable rows of a damaged database are, and which table each is of."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from unplug.days import DAY_MS
from unplug.store import plausible
from unplug.store.migrations import CORE, PAGE_SIZE
from unplug.store.pages import (
    INDEX_INNER,
    INDEX_LEAF,
    MAGIC,
    Cell,
    PageFile,
    Value,
    cells,
)
from unplug.store.plausible import is_meta, within

Row = tuple[Value, ...]

_INTERNAL = frozenset(("_sqlite_migrations", "sqlite_sequence", "sqlite_schema"))
_INDEX = "(index)"
_USER_VERSION_AT = 60
_ROOT_COLUMN = 3

_DAY = range(3_650, plausible.DAY.stop)  # months, seen as days, are fewer
_DAY_TOTAL_MS = range(1, 8 * DAY_MS)
_SPAN_RANGES = (
    plausible.START_MS,
    plausible.DUR_MS,
    plausible.APP,
    plausible.STATE,
    plausible.OFFSET_Q,
)
_DAY_RANGES = (_DAY, plausible.APP, plausible.STATE, _DAY_TOTAL_MS, plausible.DAY_N)


def schema_version(database: Path) -> int:
    """The schema a damaged file says it has; 0 when it does not say."""
    try:
        with database.open("rb") as file:
            head = file.read(_USER_VERSION_AT + 4)
    except FileNotFoundError:
        return 0
    if not head.startswith(MAGIC):
        return 0
    return int.from_bytes(head[_USER_VERSION_AT:], "big")


def readable_rows(database: Path, log: Path) -> Iterator[tuple[str, Row]]:
    """Every row that can be made out.

    Months are left out: they follow from days.

    Yields:
        ``(table, row)``. A row of one of our tables is plausible; the same row may
        come twice, in two versions. Other tables' rows are as they were found.
    """
    if not database.exists():
        return
    file = PageFile(database, log, PAGE_SIZE)
    try:
        owners = _owners(file)
        for number, page in file.all_pages():
            owner = owners.get(number)
            if owner == _INDEX and page[0] in (INDEX_LEAF, INDEX_INNER):
                continue
            for cell in cells(page, file.page):
                if owner is not None and owner not in CORE and owner != _INDEX:
                    yield owner, _whole(cell)
                elif (known := _recognise(cell)) is not None:
                    yield known
    finally:
        file.close()


def _owners(file: PageFile) -> dict[int, str]:
    """Which table each page belongs to, as far as the trees hang together."""
    owners: dict[int, str] = {}
    for number in file.tree(1):
        owners[number] = "sqlite_schema"
        for cell in cells(file.page(number), file.page):
            if len(cell.values) <= _ROOT_COLUMN:
                continue
            kind, name, _, root, *_ = cell.values
            if isinstance(root, int) and isinstance(name, str):
                owner = name if kind == "table" else _INDEX
                owners.update(dict.fromkeys(file.tree(root), owner))
    return owners


def _recognise(cell: Cell) -> tuple[str, Row] | None:
    """Tell a row of ours by its shape."""
    values = cell.values
    match values:
        case (None, dur, app, title, state, offset) if cell.rowid is not None:
            span: Row = (cell.rowid, dur, app, title, state, offset)
            return ("span", span) if _is_span(span) else None
        case (None, str(text)) if cell.rowid in plausible.NAME_ID and text:
            return "name", (cell.rowid, text)
        case (str(key), value) if cell.rowid is not None and is_meta(key, value):
            return "meta", (key, value)
        case (_, _, _, _, _) if cell.rowid is None:
            return ("day", values) if within(values, _DAY_RANGES) else None
    return None


def _is_span(row: Row) -> bool:
    start, dur, app, title, state, offset = row
    if title is not None and not within((title,), (plausible.NAME_ID,)):
        return False
    return within((start, dur, app, state, offset), _SPAN_RANGES)


def _whole(cell: Cell) -> Row:
    """A row of another table; an INTEGER PRIMARY KEY lies in the rowid."""
    if cell.rowid is None or not cell.values or cell.values[0] is not None:
        return cell.values
    return (cell.rowid, *cell.values[1:])


def other_tables(connection: sqlite3.Connection) -> dict[str, int]:
    """The tables of a new database that are not ours to know, and their columns."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    found = {}
    for (name,) in names.fetchall():
        if name not in CORE | _INTERNAL:
            columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            found[str(name)] = len(columns)
    return found
