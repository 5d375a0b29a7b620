"""What happened since the last commit, kept where a kill cannot take it.

A small file of fixed size with two slots. A write fills the slot that is not in use,
and counts from then on, because it has the higher number and its checksum fits; a
kill in the middle leaves the other one. In between, one store of eight bytes a second
moves on the end of the running span.
"""

import contextlib
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from unplug.store.cells import CellFile, open_cells
from unplug.store.names import clean
from unplug.usage.states import ScreenSpan, State

SLOT_BYTES = 64 * 1024
"""Room for about 2,500 spans: an hour of one every second and a half."""

_MAGIC = b"unplugT1"
_HEAD = struct.Struct("<8sQqIIII16s")  # magic, number, commit, three counts, crc, id
_BEAT_AT = 56  # in the slot's header, eight bytes, aligned
_BODY_AT = 64
_SPAN = struct.Struct("<qqHHBb")
_TEXT = struct.Struct("<H")
_DUR_BITS = 48
_DUR_MASK = (1 << _DUR_BITS) - 1
_TAG_MASK = 0xFFFF


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a tail holds.

    Attributes:
        commit_id: the commit that ``closed`` was on its way into.
        closed: spans that are final; in the database if that commit is.
        open_: spans that were provisional, in no commit, as far as they had got.
        database_id: the database that all this belongs to.
    """

    commit_id: int
    closed: tuple[ScreenSpan, ...] = ()
    open_: tuple[ScreenSpan, ...] = ()
    database_id: str = ""


@dataclass(frozen=True, slots=True)
class _Slot:
    number: int
    recovered: Recovered


class Tail:
    """The end of the record, ahead of the database.

    Where the file cannot be made or written, the app goes on without it.

    Args:
        path: the file.
        database_id: the database it belongs to, 32 hexadecimal digits.

    Attributes:
        trouble: why a kill would lose what is not yet committed; empty when it
            would not.
    """

    def __init__(self, path: Path, database_id: str) -> None:
        self._path = path
        self._id = bytes.fromhex(database_id)
        self._beat_at = -1  # where the running span's end goes; -1 when none runs
        self._number = 0
        self._tag = 0
        self.trouble = ""
        self._open()

    def write(
        self,
        commit_id: int,
        closed: Sequence[ScreenSpan],
        open_: Sequence[ScreenSpan],
    ) -> int:
        """Replace what the tail holds.

        Args:
            commit_id: the number under which ``closed`` will be committed.
            closed: final spans that are not committed yet.
            open_: provisional spans; the last one is still running.

        Returns:
            How many spans did not fit. All of ``open_`` goes in first, the newest
            before the oldest, and then ``closed``, the oldest first.
        """
        body, counts = _pack(closed, open_)
        if self._cells.is_gone():
            self._cells.close()
            self._open()
        number = self._number + 1
        at = number % 2 * SLOT_BYTES
        tag = (number & _TAG_MASK) << _DUR_BITS
        running = min(open_[-1].dur_ms, _DUR_MASK) if counts[1] else 0
        unsigned = (_MAGIC, number, commit_id, len(body), *counts)
        crc = zlib.crc32(body, zlib.crc32(_HEAD.pack(*unsigned, 0, self._id)))
        head = _HEAD.pack(*unsigned, crc, self._id)
        beat = struct.pack("<Q", tag | running)
        if self._put(at, head + beat + body):
            self._number = number
            self._beat_at = at + _BEAT_AT if counts[1] else -1
            self._tag = tag
        return len(closed) + len(open_) - sum(counts)

    def beat(self, dur_ms: int) -> bool:
        """Say how long the running span is by now, in milliseconds.

        Returns:
            False when no span runs, by the last write: write first.
        """
        if self._beat_at < 0:
            return False
        try:
            self._cells.put_word(self._beat_at, self._tag | min(dur_ms, _DUR_MASK))
        except (OSError, ValueError) as error:
            self.trouble = str(error)
            return False
        return True

    def recover(self) -> Recovered:
        """What the tail holds; nothing, of commit 0, where nothing can be read."""
        return read_tail(self._cells.everything())

    def set_aside(self) -> None:
        """Keep the file under another name and start an empty one."""
        self._cells.close()
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_name(f"{self._path.name}.other"))
        self._beat_at = -1
        self._open()

    def close(self) -> None:
        """Close the file; what it holds stays."""
        self._beat_at = -1
        self._cells.close()

    def _open(self) -> None:
        self._cells: CellFile = open_cells(self._path, 2 * SLOT_BYTES)
        self.trouble = self._cells.trouble
        slot = _newest(self._cells.everything())
        self._number = slot.number if slot else 0

    def _put(self, at: int, data: bytes) -> bool:
        try:
            self._cells.put(at, data)
        except (OSError, ValueError) as error:
            self.trouble = str(error)
            return False
        self.trouble = self._cells.trouble
        return True


def read_tail(data: bytes) -> Recovered:
    """What a tail with these bytes holds; nothing, of commit 0, if nothing is sound."""
    slot = _newest(data)
    return Recovered(0) if slot is None else slot.recovered


def _newest(data: bytes) -> _Slot | None:
    slots = [_unpack(data[at : at + SLOT_BYTES]) for at in (0, SLOT_BYTES)]
    return max(filter(None, slots), key=lambda slot: slot.number, default=None)


def _pack(
    closed: Sequence[ScreenSpan], open_: Sequence[ScreenSpan]
) -> tuple[bytes, tuple[int, int]]:
    """The body of a slot, and how many of each fitted."""
    texts: dict[str, int] = {}
    left = SLOT_BYTES - _BODY_AT

    def fitting(spans: Sequence[ScreenSpan]) -> list[bytes]:
        nonlocal left
        packed = []
        for span in spans:
            new = {
                text: len(text.encode())
                for text in (clean(span.app), clean(span.title))
                if text is not None and text not in texts
            }
            left -= _SPAN.size + sum(_TEXT.size + size for size in new.values())
            if left < 0 or len(texts) + len(new) > _TAG_MASK:
                left = 0
                break
            for text in new:
                texts[text] = len(texts) + 1
            packed.append(_pack_span(span, texts))
        return packed

    late = fitting(open_[::-1])[::-1]
    early = fitting(closed)
    names = [text.encode() for text in texts]
    written = [_TEXT.pack(len(name)) + name for name in names]
    return b"".join(early + late + written), (len(early), len(late))


def _pack_span(span: ScreenSpan, texts: dict[str, int]) -> bytes:
    app, title = clean(span.app), clean(span.title)
    return _SPAN.pack(
        span.start_ms,
        span.dur_ms,
        texts[app] if app else 0,
        texts[title] if title else 0,
        span.state,
        span.offset_q,
    )


def _unpack(slot: bytes) -> _Slot | None:
    """What a slot holds; None when it is torn, damaged or was never written."""
    if len(slot) < _BODY_AT:
        return None
    magic, number, commit_id, length, n_closed, n_open, crc, owner = _HEAD.unpack_from(
        slot
    )
    body = slot[_BODY_AT : _BODY_AT + length]
    signed = _HEAD.pack(magic, number, commit_id, length, n_closed, n_open, 0, owner)
    if magic != _MAGIC or crc != zlib.crc32(body, zlib.crc32(signed)):
        return None
    try:
        spans = _unpack_spans(body, n_closed + n_open)
    except (ValueError, IndexError, struct.error):
        return None
    if n_open:
        spans[-1:] = _beaten(spans[-1], slot, number)
    closed, open_ = tuple(spans[:n_closed]), tuple(spans[n_closed:])
    return _Slot(number, Recovered(commit_id, closed, open_, owner.hex()))


def _unpack_spans(body: bytes, count: int) -> list[ScreenSpan]:
    texts: list[str | None] = [None]
    at = count * _SPAN.size
    while at < len(body):
        (size,) = _TEXT.unpack_from(body, at)
        at += _TEXT.size
        texts.append(body[at : at + size].decode())
        at += size
    rows = _SPAN.iter_unpack(body[: count * _SPAN.size])
    return [
        ScreenSpan(start, dur, State(state), texts[app], texts[title], offset)
        for start, dur, app, title, state, offset in rows
    ]


def _beaten(span: ScreenSpan, slot: bytes, number: int) -> list[ScreenSpan]:
    """The running span with the length of the last beat."""
    (beat,) = struct.unpack_from("<Q", slot, _BEAT_AT)
    if beat >> _DUR_BITS != number & _TAG_MASK:
        return [span]
    dur_ms = beat & _DUR_MASK
    if dur_ms == 0:
        return []
    return [
        ScreenSpan(
            span.start_ms, dur_ms, span.state, span.app, span.title, span.offset_q
        )
    ]
