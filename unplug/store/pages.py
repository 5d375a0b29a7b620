"""The rows of a database file that SQLite itself no longer wants to read.

Reads the file format (https://sqlite.org/fileformat2.html) page by page, so that a
damaged page costs its own rows and no others; in particular a page high up in a tree
does not cost what is below it. Nothing in here writes, and nothing in here raises for
what it finds: what cannot be a row is left out.
"""

import os
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"SQLite format 3\x00"
TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_FILE_HEADER = 100
_LEAF_HEADER, _INNER_HEADER = 8, 12
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_INT_SIZE = (0, 1, 2, 3, 4, 6, 8)
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_WORD = 0xFFFFFFFF
_VARINT_MAX = 9
_NEXT = 4
_LONGEST_ROW = 1 << 20

Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One row as it lies in a page.

    Attributes:
        rowid: its number in an ordinary table; None in an index or a table
            WITHOUT ROWID.
        values: its columns in the order in which they are stored.
    """

    rowid: int | None
    values: tuple[Value, ...]


class PageFile:
    """All pages of a database, as of its last commit.

    Args:
        database: the file; may be shorter than it should be.
        log: its write-ahead log; need not exist.
        page_size: what it should be, if the file itself does not say.

    Attributes:
        count: pages there are; they are numbered from 1.
        doubtful: pages from the part of the log that is not sound; they may be
            newer than the numbered ones, or torn.
    """

    def __init__(self, database: Path, log: Path, page_size: int) -> None:
        self._file = database.open("rb")
        self._size = _page_size(self._file.read(_FILE_HEADER), page_size)
        self._logged, self.doubtful = _read_log(log, self._size)
        length = self._file.seek(0, os.SEEK_END)
        self.count = max(-(-length // self._size), *self._logged, 0)

    def page(self, number: int) -> bytes:
        """One page, filled up with zeros where the file ends too early."""
        if number in self._logged:
            return self._logged[number]
        self._file.seek((number - 1) * self._size)
        return self._file.read(self._size).ljust(self._size, b"\0")

    def all_pages(self) -> Iterator[tuple[int, bytes]]:
        """Every page with its number, then the doubtful ones as number 0."""
        for number in range(1, self.count + 1):
            yield number, self.page(number)
        for page in self.doubtful:
            yield 0, page

    def tree(self, root: int) -> Iterator[int]:
        """The pages that belong to the tree at ``root``, as far as it holds."""
        seen: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= self.count:
                continue
            seen.add(number)
            yield number
            waiting.extend(_children(self.page(number)))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _children(page: bytes) -> Iterator[int]:
    start = _FILE_HEADER if page.startswith(MAGIC) else 0
    if page[start] not in (TABLE_INNER, INDEX_INNER):
        return
    header = start + _INNER_HEADER
    yield int.from_bytes(page[header - 4 : header], "big")
    count = min(_u16(page, start + 3), (len(page) - header) // 2)
    for at in struct.unpack_from(f">{count}H", page, header):
        yield int.from_bytes(page[at : at + 4], "big")


def cells(page: bytes, page_of: Callable[[int], bytes] | None = None) -> Iterator[Cell]:
    """The rows in one page; none where it holds none, or where it is damaged.

    Args:
        page: the page.
        page_of: gives the pages on which long rows go on; without it, long rows are
            passed over.
    """
    start = _FILE_HEADER if page.startswith(MAGIC) else 0
    if len(page) < start + _INNER_HEADER:
        return
    kind = page[start]
    if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INNER):
        return  # a table's inner pages hold no rows
    header = start + (_INNER_HEADER if kind == INDEX_INNER else _LEAF_HEADER)
    count = min(_u16(page, start + 3), (len(page) - header) // 2)
    for at in struct.unpack_from(f">{count}H", page, header):
        try:
            yield _cell(page, at, kind, page_of)
        except (IndexError, ValueError, struct.error):
            continue


def _cell(
    page: bytes, at: int, kind: int, page_of: Callable[[int], bytes] | None
) -> Cell:
    if kind == INDEX_INNER:
        at += 4  # the page below it
    length, at = _varint(page, at)
    rowid = None
    if kind == TABLE_LEAF:
        rowid, at = _varint(page, at)
    here = _local(len(page), length, table=kind == TABLE_LEAF)
    if here == length:
        if at + length > len(page):
            msg = "a row beyond the end of its page"
            raise ValueError(msg)
        return Cell(rowid, _record(page, at, at + length))
    if page_of is None or length > _LONGEST_ROW:
        msg = "a row that goes on elsewhere"
        raise ValueError(msg)
    whole = _gathered(page[at : at + here + 4], length, page_of)
    return Cell(rowid, _record(whole, 0, length))


def _local(size: int, length: int, *, table: bool) -> int:
    """How much of a row lies in its page; sqlite.org/fileformat2.html, 1.6."""
    most = size - 35 if table else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    return here if here <= most else least


def _gathered(start: bytes, length: int, page_of: Callable[[int], bytes]) -> bytes:
    """A row that goes on from page to page, each naming the next."""
    parts, following = [start[:-4]], start[-4:]
    missing = length - len(parts[0])
    while missing > 0:
        number = int.from_bytes(following, "big")
        page = page_of(number) if number else b""
        if len(page) <= _NEXT:
            msg = "a row whose rest is not there"
            raise ValueError(msg)
        parts.append(page[_NEXT : _NEXT + missing])
        following, missing = page[:_NEXT], missing - len(parts[-1])
    return b"".join(parts)


def _record(page: bytes, at: int, end: int) -> tuple[Value, ...]:
    header, body = at, at
    length, at = _varint(page, at)
    body = header + length
    if body > end:
        msg = "a header longer than its row"
        raise ValueError(msg)
    values: list[Value] = []
    while at < header + length:
        kind, at = _varint(page, at)
        size = _size(kind)
        if body + size > end:
            msg = "a value beyond the end of its row"
            raise ValueError(msg)
        values.append(_value(kind, page[body : body + size]))
        body += size
    return tuple(values)


def _size(kind: int) -> int:
    if kind < len(_INT_SIZE):
        return _INT_SIZE[kind]
    if kind in (_FLOAT, _ZERO, _ONE):
        return 8 if kind == _FLOAT else 0
    if kind < _FIRST_BLOB:
        msg = "a kind of value that is reserved"
        raise ValueError(msg)
    return (kind - _FIRST_BLOB) // 2


def _value(kind: int, raw: bytes) -> Value:
    if kind == 0:
        return None
    if kind < len(_INT_SIZE):
        return int.from_bytes(raw, "big", signed=True)
    if kind == _FLOAT:
        return float(struct.unpack(">d", raw)[0])
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    return raw.decode("utf-8") if kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for used in range(_VARINT_MAX):
        byte = data[at + used]
        if used == _VARINT_MAX - 1:
            value = value << 8 | byte
        else:
            value = value << 7 | byte & 0x7F
            if byte & 0x80:
                continue
        signed = value - (1 << 64) if value >> 63 else value
        return signed, at + used + 1
    msg = "unreachable: the ninth byte ends a number"
    raise AssertionError(msg)


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _page_size(head: bytes, otherwise: int) -> int:
    if not head.startswith(MAGIC):
        return otherwise
    size = _u16(head, 16) if _u16(head, 16) != 1 else 1 << 16
    plausible = 1 << 9 <= size <= 1 << 16 and not size & (size - 1)
    return size if plausible else otherwise


def _read_log(log: Path, size: int) -> tuple[dict[int, bytes], list[bytes]]:
    """The newest committed page of each number, and the pages past the sound part."""
    try:
        data = log.read_bytes()
    except OSError:
        return {}, []
    if len(data) < _WAL_HEADER:
        return {}, []
    magic, _, said, _, salt1, salt2, sum0, sum1 = struct.unpack_from(">8I", data)
    if magic not in _WAL_MAGIC or said != size:
        return {}, []
    order = ">" if magic & 1 else "<"
    sums = _checksum(data[:24], order, (0, 0))
    chained = sums == (sum0, sum1)
    sound: dict[int, bytes] = {}
    doubtful: list[bytes] = []
    waiting: list[tuple[int, bytes]] = []  # not yet known to be committed
    for at in range(_WAL_HEADER, len(data) - size - _FRAME_HEADER + 1, size + 24):
        number, commit, one, two, sum0, sum1 = struct.unpack_from(">6I", data, at)
        if (one, two) != (salt1, salt2):
            break  # left over from an earlier round of the log
        page = data[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        waiting.append((number, page))
        if chained:
            sums = _checksum(page, order, _checksum(data[at : at + 8], order, sums))
            chained = sums == (sum0, sum1)
        if commit:
            if chained:
                sound.update(waiting)
            else:
                doubtful.extend(page for _, page in waiting)
            waiting = []
    return sound, doubtful


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = one + first + two & _WORD
        two = two + second + one & _WORD
    return one, two
