"""What two replicas say to each other so that both end up with everything.

A *hello* carries the sender's heads, its version vector: per device the ends of its
branches. Who reads it sends what is missing there, of whatever author; holes are
refilled by anybody who has what is in them. Nothing relies on an acknowledgement: the
next hello shows what did not arrive.

A *nod* is a hello with marks instead of heads, three bytes for each device: enough for
whoever has more to find what is missing, and small. Marks can be mistaken, rarely; then
the hash of all heads shows that something is still amiss.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from unplug.trips import canonical, primitives
from unplug.trips.canonical import MalformedError, Plain
from unplug.trips.fields import INSTANT, KEY, data, several, whole
from unplug.trips.history import Head, Heads, History
from unplug.trips.keys import DeviceKey
from unplug.trips.op import MAX_SEQ, Batch

TOKEN_BYTES, HELD_BYTES, MARK_BYTES = 8, 8, 3
ASKS, STORED, CAME, TIMES = 1, 2, 4, 8
NODS_ANSWERS = 1  # more would not fit into one block
MAX_AUTHORS = 512
MAX_HEADS = 16
MAX_ANSWERS = 64
_DOMAIN = b"unplug trip hello 1\x00"
_FIELDS = 8
_token, _held = data(TOKEN_BYTES), data(HELD_BYTES)
_flags = whole(0, ASKS | STORED | CAME | TIMES)


@dataclass(frozen=True, slots=True)
class Hello:
    """What a device has, and what its clock says.

    Attributes:
        device: who speaks.
        token: 8 random bytes by which others answer it.
        sent_ms: by the sender's own clock, not corrected.
        answers: tokens of others' hellos, and when they came by the sender's clock.
        heads: what it holds; None in a nod.
        held: the hash of what it holds.
        marks: in a nod, for each device the tag of its name and a hash of its heads.
        asks: whether it wants to hear from somebody who holds the same.
        stored: whether it has seen all of it in the store that everybody reaches.
        came: whether this is its first word: what was said before, it has missed.
        times: whether it wants to know when it came, to compare clocks.
    """

    device: bytes
    token: bytes
    sent_ms: int
    answers: tuple[tuple[bytes, int], ...] = ()
    heads: Heads | None = field(default_factory=dict)
    held: bytes = bytes(HELD_BYTES)
    marks: bytes = b""
    asks: bool = False
    stored: bool = False
    came: bool = False
    times: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How a hello is said.

    Attributes:
        nod: by its hash and its marks only.
        asks: as in ``Hello``, and so the others.
    """

    nod: bool = False
    asks: bool = False
    stored: bool = False
    came: bool = False
    times: bool = False


PLAINLY = Manner()


def held(heads: Heads) -> bytes:
    """The hash of what a replica holds."""
    told = canonical.encode(tuple((a, h) for a, h in sorted(heads.items())))
    return primitives.digest("held", told, size=HELD_BYTES)


def mark(author: bytes, heads: tuple[Head, ...]) -> bytes:
    """The mark of a device's heads."""
    told = canonical.encode(heads)
    tag = primitives.digest("mark tag", author, size=1)
    return tag + primitives.digest("mark", author, told, size=MARK_BYTES - 1)


def marks(heads: Heads) -> bytes:
    """The marks of all devices, in order."""
    return b"".join(sorted(mark(author, ends) for author, ends in heads.items()))


def missing_by_marks(history: History, theirs: bytes) -> list[Batch]:
    """What a replica with the marks ``theirs`` lacks most likely, parents first.

    Of a device whose mark says something unknown here, such as a branch or a batch that
    only the other has, nothing is sent. A mark may be another device's with the same
    tag: who has none of its own there is lacking as a whole.
    """
    told: dict[int, set[bytes]] = {}
    for at in range(0, len(theirs), MARK_BYTES):
        told.setdefault(theirs[at], set()).add(theirs[at : at + MARK_BYTES])
    wanted: list[Batch] = []
    for author, mine in history.heads().items():
        now = mark(author, mine)
        said = told.get(now[0], set())
        if now in said:
            continue
        batches = list(history.of(author))
        known = [i for i, end in enumerate(_ends(author, batches)) if end in said]
        if len(mine) == 1 and known:
            wanted += batches[known[-1] + 1 :]
        elif not said or said <= _marks_of_others(history, author, now[0]):
            wanted += batches
    return wanted


def _ends(author: bytes, batches: Iterable[Batch]) -> list[bytes]:
    """The mark of a device after each of its batches."""
    return [mark(author, ((batch.next_seq, batch.id),)) for batch in batches]


def _marks_of_others(history: History, author: bytes, tag: int) -> set[bytes]:
    """What other devices' marks with the same tag are, and have been."""
    marked: set[bytes] = set()
    for other, ends in history.heads().items():
        now = mark(other, ends)
        if other != author and now[0] == tag:
            marked.update((now, *_ends(other, history.of(other))))
    return marked


def missing(history: History, theirs: Heads) -> list[Batch]:
    """What to send to a replica with the heads ``theirs``, parents first.

    Where the other is ahead on a branch that is not known here, nothing is sent of that
    device yet: its own batches will show whether it is the same branch.
    """
    wanted: list[Batch] = []
    for author, mine in history.heads().items():
        told = theirs.get(author, ())
        if set(mine) <= set(told):
            continue
        known = [head for _, head in told if head in history]
        ahead = max((seq for seq, head in told if head not in history), default=-1)
        if ahead > max(seq for seq, _ in mine):
            continue
        past = history.past_of(known)
        wanted += (b for b in history.of(author) if b.id not in past)
    return wanted


def lacks(history: History, theirs: Heads) -> bool:
    """Whether the other replica has something that is not here."""
    return any(head not in history for heads in theirs.values() for _, head in heads)


def hello(
    device: bytes,
    heads: Heads,
    now_ms: int,
    answers: tuple[tuple[bytes, int], ...],
    manner: Manner,
) -> Hello:
    """What a device says that holds ``heads``."""
    return Hello(
        device=device,
        token=primitives.random_bytes(TOKEN_BYTES),
        sent_ms=now_ms,
        answers=answers,
        heads=None if manner.nod else heads,
        held=held(heads),
        marks=marks(heads) if manner.nod else b"",
        asks=manner.asks,
        stored=manner.stored,
        came=manner.came,
        times=manner.times,
    )


def write_hello(key: DeviceKey, trip: bytes, hello: Hello) -> bytes:
    """The payload of a hello, signed."""
    heads: Plain = None
    if hello.heads is not None:
        heads = tuple((a, h) for a, h in sorted(hello.heads.items()))
    flags = ASKS * hello.asks | STORED * hello.stored
    flags |= CAME * hello.came | TIMES * hello.times
    # As so long before it was sent: shorter, and a clock set back says nothing.
    waited = ((token, hello.sent_ms - ms) for token, ms in hello.answers)
    answers = tuple(answer for answer in waited if answer[1] >= 0)
    said = (hello.device, hello.token, hello.sent_ms, answers)
    core = canonical.encode((*said, hello.held, flags, hello.marks, heads))
    return primitives.sign(key.seed, _DOMAIN + trip + core) + core


def read_hello(payload: bytes, trip: bytes) -> Hello:
    """Read and verify a hello.

    Raises:
        MalformedError: it is none, or not by the device that it names.
    """
    signature = payload[: primitives.SIGNATURE_BYTES]
    core = payload[primitives.SIGNATURE_BYTES :]
    said = canonical.decode(core)
    if len(said) != _FIELDS or not _has_form(said):
        msg = "not the form of a hello"
        raise MalformedError(msg)
    device, token, sent_ms, answers, same, flags, marked, heads = said
    if not primitives.verifies(device, _DOMAIN + trip + core, signature):  # type: ignore[arg-type]  # _has_form has looked
        msg = "the signature is not the device's"
        raise MalformedError(msg)
    return Hello(
        device,  # type: ignore[arg-type]  # the same
        token,  # type: ignore[arg-type]
        sent_ms,  # type: ignore[arg-type]
        tuple((told, sent_ms - waited_ms) for told, waited_ms in answers),  # type: ignore[union-attr, operator, misc, str-unpack]
        heads=None if heads is None else dict(heads),  # type: ignore[arg-type]
        held=same,  # type: ignore[arg-type]
        marks=marked,  # type: ignore[arg-type]
        asks=bool(flags & ASKS),  # type: ignore[operator]
        stored=bool(flags & STORED),  # type: ignore[operator]
        came=bool(flags & CAME),  # type: ignore[operator]
        times=bool(flags & TIMES),  # type: ignore[operator]
    )


def _has_form(said: tuple[Plain, ...]) -> bool:
    device, token, sent_ms, answers, same, flags, marked, heads = said
    return (
        KEY(device)
        and _token(token)
        and INSTANT(sent_ms)
        and several(_is_answer, MAX_ANSWERS)(answers)
        and _held(same)
        and _flags(flags)
        and type(marked) is bytes
        and len(marked) <= MARK_BYTES * MAX_AUTHORS
        and len(marked) % MARK_BYTES == 0
        and (heads is None or several(_is_author, MAX_AUTHORS)(heads))
    )


def _is_answer(value: Plain) -> bool:
    return (
        type(value) is tuple
        and len(value) == 2  # noqa: PLR2004
        and _token(value[0])
        and INSTANT(value[1])
    )


def _is_author(value: Plain) -> bool:
    return (
        type(value) is tuple
        and len(value) == 2  # noqa: PLR2004
        and KEY(value[0])
        and several(_is_head, MAX_HEADS)(value[1])
    )


def _is_head(value: Plain) -> bool:
    return (
        type(value) is tuple
        and len(value) == 2  # noqa: PLR2004
        and whole(0, MAX_SEQ + 1)(value[0])
        and KEY(value[1])
    )
