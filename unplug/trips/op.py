"""Ops, and the signed batches they travel in.

An op is ``{v, trip, epoch, author, seq, prev, lamport, kind, body}``. A device writes
its ops into batches: runs of ops with consecutive ``seq`` and ``lamport`` that share
the rest, written once. A batch names its parent, the batch before it by the same
device, and one Ed25519 signature covers it with a domain string and the trip; so each
signature vouches for the whole chain behind it. (One signature per op was 14 times the
bytes; see the decision.)

``seen`` names batches of others that the author held: a removal says by it what stays.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from unplug.trips import bodies, canonical, primitives
from unplug.trips.canonical import MalformedError, Plain
from unplug.trips.fields import Body

VERSION = 1
MAX_OPS = 1_024
MAX_SEEN = 64
MAX_SEQ = 65_535
MAX_LAMPORT = 2**53
MAX_EPOCH = 65_535
# So far may a batch run ahead of its parent: nobody can use up the numbers.
MAX_LEAP = 2**20
_DOMAIN = b"unplug trip batch 1\x00"
_FIELDS = 8


@dataclass(frozen=True, slots=True)
class Op:
    """One change to a trip, as it was said.

    Attributes:
        author: the Ed25519 key of the device that wrote it.
        seq: how many ops the device had written before on this chain.
        lamport: greater than that of every op which the author held.
        batch: the id of the batch it came in.
        seen: as in the batch.
        body: what it says; nothing where this version cannot read it.
    """

    author: bytes
    seq: int
    lamport: int
    epoch: int
    batch: bytes
    seen: tuple[bytes, ...]
    body: Body | None

    @property
    def order(self) -> tuple[int, bytes, int, bytes]:
        """Where it stands among all ops of a trip, on every machine."""
        return self.lamport, self.author, self.seq, self.batch


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Batch:
    """Ops of one device, signed together.

    Attributes:
        trip: 16 bytes; part of what is signed, not of what travels.
        epoch: the epoch in which it was sealed.
        seq: of the first op.
        lamport: of the first op.
        parent: the id of the device's batch before this one; nothing for its first.
        seen: ids of batches by others.
        said: each op's kind and fields.
        signature: 64 bytes.
        id: the hash of all of it but the signature.
    """

    trip: bytes
    epoch: int
    author: bytes
    seq: int
    lamport: int
    parent: bytes | None
    seen: tuple[bytes, ...]
    said: tuple[tuple[Plain, Plain], ...]
    signature: bytes = field(repr=False)
    id: bytes = field(repr=False)
    _ops: list[Op] = field(default_factory=list, repr=False, compare=False)

    @property
    def next_seq(self) -> int:
        """The ``seq`` of the op that would follow."""
        return self.seq + len(self.said)

    @property
    def next_lamport(self) -> int:
        """The least ``lamport`` of the op that would follow."""
        return self.lamport + len(self.said)

    def ops(self, kinds: Container[Plain] | None = None) -> tuple[Op, ...]:
        """The ops in it, read; only some kinds if they are named by number."""
        if kinds is None:
            return tuple(self._all())
        wanted = [i for i, (kind, _) in enumerate(self.said) if kind in kinds]
        return tuple(self._all()[i] for i in wanted) if wanted else ()

    def _all(self) -> list[Op]:
        """Every op, read once."""
        if not self._ops:
            self._ops[:] = (self._op(i) for i in range(len(self.said)))
        return self._ops

    def _op(self, i: int) -> Op:
        return Op(
            author=self.author,
            seq=self.seq + i,
            lamport=self.lamport + i,
            epoch=self.epoch,
            batch=self.id,
            seen=self.seen,
            body=bodies.read(*self.said[i]),
        )

    def packed(self) -> bytes:
        """What travels inside an envelope."""
        return self.signature + canonical.encode(_core(self))


def ref(trip: bytes, op: Op) -> bytes:
    """The 16 bytes by which other ops speak of this one; known before it is signed."""
    if op.body is None:
        msg = "nobody speaks of an op that cannot be read"
        raise ValueError(msg)
    said = canonical.encode((op.seq, bodies.NUMBERS[type(op.body)], op.body.plain()))
    return primitives.digest("op", trip, op.author, said, size=primitives.SHORT_BYTES)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a batch stands; the attributes as those of ``Batch``."""

    epoch: int
    seq: int
    lamport: int
    parent: bytes | None
    seen: tuple[bytes, ...] = ()


def sign_batch(seed: bytes, said: Sequence[Body], *, trip: bytes, at: Place) -> Batch:
    """Sign ops as one batch.

    Raises:
        ValueError: a number is beyond its limit.
    """
    plain = tuple((bodies.NUMBERS[type(b)], b.plain()) for b in said)
    author = primitives.public_key(seed)
    head = (VERSION, at.epoch, author, at.seq, at.lamport, at.parent, at.seen)
    packed = canonical.encode((*head, plain))
    signature = primitives.sign(seed, _DOMAIN + trip + packed)
    return read_batch(signature + packed, trip)


_held: WeakValueDictionary[bytes, Batch] = WeakValueDictionary()


def read_batch(packed: bytes, trip: bytes) -> Batch:
    """Read and verify what ``Batch.packed`` made.

    What some replica of this process holds is not read again: a copy that goes on a
    visit to a broker is open as fast as it is read from the disk.

    Raises:
        MalformedError: it is no batch, not of this trip, or not by its author.
    """
    name = primitives.digest("read batch", trip, packed)
    batch = _held.get(name)
    if batch is None:
        batch = _held[name] = _read_batch(packed, trip)
    return batch


def _read_batch(packed: bytes, trip: bytes) -> Batch:
    signature = packed[: primitives.SIGNATURE_BYTES]
    core = packed[primitives.SIGNATURE_BYTES :]
    value = canonical.decode(core)
    if not _has_form(value):
        msg = "not the form of a batch"
        raise MalformedError(msg)
    _, epoch, author, seq, lamport, parent, seen, said = value
    if not primitives.verifies(author, _DOMAIN + trip + core, signature):  # type: ignore[arg-type]  # _has_form has looked
        msg = "the signature is not the author's, or of another trip"
        raise MalformedError(msg)
    made = primitives.digest("batch", trip, core)
    return Batch(trip, epoch, author, seq, lamport, parent, seen, said, signature, made)  # type: ignore[arg-type]  # the same


def follows(batch: Batch, parent: Batch | None) -> bool:
    """Whether ``batch`` may come after ``parent``, both by one device."""
    if parent is None:
        return batch.parent is None and batch.seq == 0 and batch.lamport <= MAX_LEAP
    return (
        batch.parent == parent.id
        and batch.author == parent.author
        and batch.seq == parent.next_seq
        and 0 <= batch.lamport - parent.next_lamport <= MAX_LEAP
    )


def _core(batch: Batch) -> Plain:
    return (
        *(VERSION, batch.epoch, batch.author, batch.seq, batch.lamport),
        *(batch.parent, batch.seen, batch.said),
    )


def _has_form(value: tuple[Plain, ...]) -> bool:
    if len(value) != _FIELDS:
        return False
    version, epoch, author, seq, lamport, parent, seen, said = value
    return (
        type(version) is int
        and version == VERSION
        and _is_whole(epoch, MAX_EPOCH)
        and _is_id(author)
        and _is_whole(seq, MAX_SEQ)
        and _is_whole(lamport, MAX_LAMPORT)
        and (parent is None or _is_id(parent))
        and type(seen) is tuple
        and len(seen) <= MAX_SEEN
        and all(map(_is_id, seen))
        and type(said) is tuple
        and 0 < len(said) <= min(MAX_OPS, MAX_SEQ - seq + 1)  # type: ignore[operator]  # looked at above
        and all(type(s) is tuple and len(s) == 2 for s in said)  # noqa: PLR2004
    )


def _is_whole(value: Plain, most: int) -> bool:
    return type(value) is int and 0 <= value <= most


def _is_id(value: Plain) -> bool:
    return type(value) is bytes and len(value) == primitives.ID_BYTES
