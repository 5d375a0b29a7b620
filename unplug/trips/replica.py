"""One device's copy of a trip: it reads what comes, writes, and knows what it holds.

It touches no disk and no network. Whoever keeps it stores ``envelopes()``, ``drafts()``
and the ring, and gives them back to ``Replica`` and ``load``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from unplug.trips import doors, envelope, opening, primitives, sync
from unplug.trips.bodies import (
    NUMBERS,
    Admit,
    Create,
    Device,
    Handout,
    Invite,
    Rekey,
    Request,
)
from unplug.trips.devices import owners, prove_device
from unplug.trips.drafts import Draft, first_run
from unplug.trips.envelope import SealKey
from unplug.trips.fields import Body
from unplug.trips.fold import RULING, fold
from unplug.trips.history import MAX_WAITING, Heads, History
from unplug.trips.invite import door_key
from unplug.trips.keys import DeviceKey, KeyRing, key_id, take_keys
from unplug.trips.op import (
    MAX_LEAP,
    Batch,
    Op,
    Place,
    ref,
    sign_batch,
)
from unplug.trips.rights import founds, name_trip
from unplug.trips.state import TripState

MAX_STRANGERS = 64
MAX_LETTERS = 64
MAX_KEYS = 1_000
_RULES = (*RULING, Rekey, Handout)
_RULES_NUMBERS = frozenset(NUMBERS[kind] for kind in _RULES)
_ANNOUNCING = (NUMBERS[Rekey], NUMBERS[Handout])
_NAMING = (NUMBERS[Create], NUMBERS[Admit], NUMBERS[Device])
_INVITING = (NUMBERS[Invite],)


@dataclass(slots=True)
class Received:
    """What came out of a stream.

    Attributes:
        batches: that are new and count from now on.
        letters: requests and welcomes that are new.
        hellos: what other replicas hold.
        refused: envelopes that were recognised and then were not right.
    """

    batches: int = 0
    letters: int = 0
    hellos: list[sync.Hello] = field(default_factory=list)
    refused: int = 0


class Replica:
    """A trip as one device holds it.

    Args:
        ring: the device's secrets.
        invites: those it came by, while it has no other way to be spoken to.
    """

    def __init__(self, ring: KeyRing, invites: Sequence[bytes] = ()) -> None:
        self.ring = ring
        self.history = History()
        self.letters: dict[bytes, bytes] = {}
        self._letters: dict[bytes, Request | doors.Welcome] = {}
        self.asking: dict[bytes, Request] = {}
        self.needs_new_device = False
        self._ops: list[Op] = []
        self._unread: list[Batch] = []
        self._ruling: list[Op] = []
        self._naming: list[Op] = []
        self._known: set[bytes] = set()
        self._raw: dict[bytes, bytes] = {}
        self._nonces: dict[bytes, bytes] = {}
        self._strangers: dict[bytes, tuple[Batch, bytes]] = {}
        self._drafts: list[Draft] = []
        self._invited = {door_key(ring.trip, i): i for i in invites}
        self._highest = 0
        self._key_news = 0
        self._greeting: tuple[tuple[int, int], SealKey | None] = ((0, 0), None)
        self._state: TripState | None = None
        self._rule: TripState | None = None

    @property
    def trip(self) -> bytes:
        """The trip."""
        return self.ring.trip

    @property
    def me(self) -> bytes | None:
        """The member whose device this is, once somebody has said so."""
        return self.state().owner.get(self.ring.device.public)

    def state(self) -> TripState:
        """The trip as it is, with what was written here and not sealed yet."""
        if self._state is None:
            self._ops += (op for batch in self._unread for op in batch.ops())
            self._unread.clear()
            ops = [*self._ops, *self._draft_ops()]
            self._state = fold(self.trip, ops, self.history)
        return self._state

    # Writing

    def write(self, body: Body, seen: Iterable[bytes] = ()) -> bytes:
        """Say something; it counts here at once and travels once it is sealed.

        Args:
            body: what to say. Whether there is a right to it is not asked: ``state``
                shows whether it counted.
            seen: batches of others that it takes note of.

        Returns:
            The name by which other ops speak of it.
        """
        draft = Draft(body, self._next_lamport(), tuple(seen))
        self._drafts.append(draft)
        self._state = None
        return ref(self.trip, self._draft_op(len(self._drafts) - 1))

    def drafts(self) -> tuple[Body, ...]:
        """What was written and is not sealed yet."""
        return tuple(d.body for d in self._drafts)

    def seal(self) -> tuple[bytes, ...]:
        """Sign and seal what was written; the new envelopes."""
        made = []
        while self._drafts:
            run = first_run(self._drafts)
            # Keys are handed on in the first epoch, whose own key everybody has.
            apart = run[0].hands_on_keys
            key = self._first_key() if apart else self._sealing_key()
            if key is None or not self._is_known(run[0]):
                break
            # What came since of this device's own, written elsewhere, goes before.
            last = self._own_last()
            at = Place(
                epoch=key.epoch or 0,
                seq=self._next_seq(),
                lamport=max(run[0].lamport, last.next_lamport if last else 0),
                parent=self._parent(),
                seen=run[0].seen,
            )
            said = [d.body for d in run]
            batch = sign_batch(self.ring.device.seed, said, trip=self.trip, at=at)
            raw = envelope.seal(key, opening.BATCH + batch.packed())
            del self._drafts[: len(run)]
            self._state = None
            self._take(batch, raw)
            made.append(raw)
        return tuple(made)

    @property
    def can_greet(self) -> bool:
        """Whether there is a key in which the others would hear a hello."""
        return self._greeting_key() is not None

    def hello(
        self,
        now_ms: int,
        answers: Iterable[tuple[bytes, int]] = (),
        manner: sync.Manner = sync.PLAINLY,
    ) -> tuple[bytes, bytes]:
        """What tells others what this replica holds.

        Args:
            now_ms: by this machine's clock, not corrected.
            answers: tokens of others' hellos, and when they came.
            manner: how to say it.

        Returns:
            The envelope, and the token by which others answer.
        """
        key = self._greeting_key()
        if key is None:
            msg = "nobody can be greeted without a key"
            raise ValueError(msg)
        heads = self.heads()
        told = tuple(answers)
        said = sync.Hello(
            device=self.ring.device.public,
            token=primitives.random_bytes(sync.TOKEN_BYTES),
            sent_ms=now_ms,
            answers=told[-sync.NODS_ANSWERS :] if manner.nod else told,
            heads=None if manner.nod else heads,
            held=sync.held(heads),
            marks=sync.marks(heads) if manner.nod else b"",
            asks=manner.asks,
            stored=manner.stored,
            came=manner.came,
        )
        packed = sync.write_hello(self.ring.device, self.trip, said)
        return envelope.seal(key, opening.HELLO + packed), said.token

    def renew_device(self) -> None:
        """Go on under a new key: this one writes, or wrote, somewhere else too."""
        new = DeviceKey.new()
        if self.me is not None:
            proof = prove_device(new.seed, trip=self.trip, member=self.me)
            self.write(Device(key=new.public, proof=proof))
        self.seal()
        self.ring = self.ring.with_device(new)
        self.needs_new_device = False
        self._state = None

    def post(self, letter: bytes) -> None:
        """Keep a letter so that it travels along, as long as it is not answered."""
        nonce = letter[: primitives.NONCE_BYTES]
        self.letters[nonce] = letter
        while len(self.letters) > MAX_LETTERS:
            oldest = next(iter(self.letters))
            del self.letters[oldest]
            self._nonces.pop(oldest, None)

    # Reading

    def load(self, envelopes: Iterable[bytes]) -> None:
        """Take up what this device had stored itself."""
        self.receive(b"".join(envelopes))
        self.needs_new_device = False

    def receive(self, stream: bytes) -> Received:
        """Take in envelopes and segments from anywhere, in any order and state."""
        came = Received()
        before: tuple[int, ...] = ()
        while before != (now := self._horizon()):
            # A welcome, an epoch or an admission may open what was closed.
            before = now
            self._receive(stream, came)
        return came

    def heads(self) -> Heads:
        """What this replica holds, for others to compare."""
        return self.history.heads()

    def envelopes(self) -> list[bytes]:
        """Every envelope here, those of one device in order."""
        return [self._raw[batch.id] for batch in self.history]

    def envelopes_of(self, author: bytes) -> list[bytes]:
        """A device's envelopes, in an order that all agree on, parents first."""
        batches = sorted(self.history.of(author), key=lambda b: (b.seq, b.id))
        return [self._raw[batch.id] for batch in batches]

    def known_in(self, stream: bytes) -> Iterator[bytes]:
        """The envelopes in a stream that this replica has taken in, then or before."""
        for at in range(0, len(stream), envelope.BLOCK):
            raw = self._nonces.get(stream[at : at + primitives.NONCE_BYTES])
            if raw is not None and stream.startswith(raw, at):
                yield raw

    def is_answered_letter(self, raw: bytes) -> bool:
        """Whether an envelope is a letter that nobody needs any more."""
        letters = opening.open_stream(raw, (), self._invited, {}).letters
        return bool(letters) and all(self._is_answered(said) for said, _ in letters)

    def missing_for(self, theirs: Heads) -> list[bytes]:
        """The envelopes that another replica lacks."""
        return [self._raw[batch.id] for batch in sync.missing(self.history, theirs)]

    def lacking(self, hello: sync.Hello) -> list[tuple[bytes, bytes]]:
        """What who says hello lacks, as far as that shows: authors and envelopes."""
        if hello.heads is None:
            batches = sync.missing_by_marks(self.history, hello.marks)
        else:
            batches = sync.missing(self.history, hello.heads)
        return [(batch.author, self._raw[batch.id]) for batch in batches]

    def _horizon(self) -> tuple[int, ...]:
        return len(self.ring.epochs), len(self._invited), len(self._known)

    def _receive(self, stream: bytes, came: Received) -> None:
        opened = opening.open_stream(
            stream, self._opening_keys(), self._invited, self._nonces
        )
        came.refused += opened.refused
        came.hellos += (h for h in opened.hellos if h.device in self._known)
        for letter, raw in opened.letters:
            came.letters += self._heed(letter, raw)
        for batch, _ in opened.batches:
            self._read_keys(batch)
        batches = sorted(opened.batches, key=lambda b: (b[0].lamport, b[0].seq))
        before = len(self.history)
        for batch, raw in batches:
            self._take(batch, raw, from_outside=True)
        came.batches += len(self.history) - before

    def _read_keys(self, batch: Batch) -> None:
        """Take up a new epoch's key at once: it may be needed for what comes before."""
        if batch.author not in self._known:
            return
        for op in batch.ops(_ANNOUNCING):
            self._key_news += 1
            full = len(self.ring.epochs) >= MAX_KEYS
            if isinstance(op.body, Rekey | Handout) and not full:
                self.ring = take_keys(self.ring, op.body)

    def _heed(self, letter: Request | doors.Welcome, raw: bytes) -> bool:
        """Take a letter to heart, and along, unless it is answered already."""
        nonce = raw[: primitives.NONCE_BYTES]
        self._nonces[nonce] = raw
        if isinstance(letter, doors.Welcome):
            self.ring = doors.accept(self.ring, letter)
        elif letter.device not in self._known:
            self.asking[letter.device] = letter
            while len(self.asking) > MAX_LETTERS:
                del self.asking[next(iter(self.asking))]
        if self._is_answered(letter):
            self.letters.pop(nonce, None)  # it may have been posted here
            return False
        if not self._is_by_a_member(letter):
            return False
        self._letters[nonce] = letter
        self.post(raw)
        return True

    def has_welcome(self, device: bytes) -> bool:
        """Whether a letter is under way that brings a device all the keys."""
        needed = len(self.named_keys())
        return any(
            isinstance(letter, doors.Welcome)
            and letter.device == device
            and len(letter.epochs) >= needed
            for letter in self._letters.values()
        )

    def _is_by_a_member(self, letter: Request | doors.Welcome) -> bool:
        """A forged welcome must not stand in for a right one."""
        return isinstance(letter, Request) or letter.signer in self._known

    def _is_answered(self, letter: Request | doors.Welcome) -> bool:
        """A request by being let in, a welcome by the first word of who came."""
        if isinstance(letter, Request):
            return letter.device in self._known
        return self.history.last_of(letter.device) is not None

    def _forget_answered(self) -> None:
        for nonce, letter in list(self._letters.items()):
            if nonce not in self.letters or self._is_answered(letter):
                self.letters.pop(nonce, None)
                del self._letters[nonce]

    def _take(self, batch: Batch, raw: bytes, *, from_outside: bool = False) -> None:
        """Take a batch in, or keep it apart as long as its author is nobody here."""
        if batch.id in self.history:
            self._nonces[raw[: primitives.NONCE_BYTES]] = raw
            return
        if batch.author not in self._known and not self._founds(batch):
            self._strangers[batch.id] = (batch, raw)
            while len(self._strangers) > MAX_STRANGERS:
                del self._strangers[next(iter(self._strangers))]
            return
        self._raw.setdefault(batch.id, raw)
        joined = self.history.add(batch)
        if len(self._raw) > len(self.history) + 2 * MAX_WAITING:
            waiting = {i: r for i, r in self._raw.items() if self.history.waits_for(i)}
            self._raw = {b.id: self._raw[b.id] for b in self.history} | waiting
        for one in joined:
            sealed = self._raw[one.id]
            self._nonces[sealed[: primitives.NONCE_BYTES]] = sealed
            self._read_ops(one)
            own = one.author == self.ring.device.public
            self.needs_new_device |= own and from_outside
        if joined:
            self._state = self._rule = None
            self._forget_answered()
            self._admit_strangers()

    def _founds(self, batch: Batch) -> bool:
        return any(founds(self.trip, op) for op in batch.ops(_NAMING))

    def _read_ops(self, batch: Batch) -> None:
        """Heed at once what decides who is heard; folding reads the rest."""
        self._unread.append(batch)
        self._ruling += batch.ops(_RULES_NUMBERS)
        self._highest = max(self._highest, batch.next_lamport)
        self._read_keys(batch)
        for op in batch.ops(_INVITING):
            if isinstance(op.body, Invite):
                self._invited[door_key(self.trip, op.body.key)] = op.body.key
        naming = batch.ops(_NAMING)
        if naming:
            self._key_news += 1
            self._naming += naming
            first = [o.body.device for o in self._naming if isinstance(o.body, Admit)]
            first += [o.author for o in self._naming if founds(self.trip, o)]
            self._known = set(owners(self.trip, first, self._naming))

    def _admit_strangers(self) -> None:
        for batch, raw in list(self._strangers.values()):
            if batch.author in self._known and batch.id in self._strangers:
                del self._strangers[batch.id]
                self._take(batch, raw, from_outside=True)

    # What to write next

    def _draft_ops(self) -> list[Op]:
        return [self._draft_op(i) for i in range(len(self._drafts))]

    def _draft_op(self, i: int) -> Op:
        draft = self._drafts[i]
        return Op(
            author=self.ring.device.public,
            seq=self._next_seq() + i,
            lamport=draft.lamport,
            epoch=0,
            batch=b"",
            seen=draft.seen,
            body=draft.body,
        )

    def _is_known(self, draft: Draft) -> bool:
        """Whether this device has been let in, so that others will hear it."""
        own = self.ring.device.public
        return own in self._known or isinstance(draft.body, Create)

    def _own_last(self) -> Batch | None:
        return self.history.last_of(self.ring.device.public)

    def _parent(self) -> bytes | None:
        last = self._own_last()
        return None if last is None else last.id

    def _next_seq(self) -> int:
        last = self._own_last()
        return 0 if last is None else last.next_seq

    def _next_lamport(self) -> int:
        last = self._own_last()
        own = 0 if last is None else last.next_lamport
        if self._drafts:
            own = self._drafts[-1].lamport + 1
        return max(own, min(self._highest, own + MAX_LEAP))

    @property
    def first_secret(self) -> bytes | None:
        """The secret that every member has, whenever they came."""
        founding = (o.body for o in self._naming if founds(self.trip, o))
        names = {body.key for body in founding if isinstance(body, Create)}
        for key in self.ring.epochs:
            if key.epoch == 0 and key_id(key.secret) in names:
                return key.secret
        return None

    def named_keys(self) -> list[SealKey]:
        """The keys that ops name, by epoch; strangers' letters may bring others."""
        state = self._ruled()
        names = [(0, state.first_key), *((e.number, e.key) for e in state.epochs)]
        have = {(key.epoch, key_id(key.secret)): key for key in self.ring.epochs}
        named = [have[name] for name in dict.fromkeys(names) if name in have]
        return sorted(named, key=lambda key: key.epoch or 0)

    def _ruled(self) -> TripState:
        """The trip as far as rights and keys go; those ops are few."""
        if self._state is not None:
            return self._state
        drafts = [op for op in self._draft_ops() if isinstance(op.body, _RULES)]
        if drafts:
            return fold(self.trip, [*self._ruling, *drafts], self.history)
        if self._rule is None:
            self._rule = fold(self.trip, self._ruling, self.history)
        return self._rule

    def _sealing_key(self) -> SealKey | None:
        """The key of the present epoch, or of the latest that this device was given."""
        # Of two epochs with one number all take the first.
        return max(self.named_keys(), key=lambda key: key.epoch or 0, default=None)

    def _greeting_key(self) -> SealKey | None:
        """The same, looked for only where there was news of keys: a hello may be late.

        Who knows nothing yet but was given keys can ask with those.
        """
        if not len(self.history):
            return max(self.ring.epochs, key=lambda k: k.epoch or 0, default=None)
        news = (len(self.ring.epochs), self._key_news)
        if self._greeting[0] != news:
            self._greeting = (news, self._sealing_key())
        return self._greeting[1]

    def _first_key(self) -> SealKey | None:
        return next((key for key in self.named_keys() if key.epoch == 0), None)

    def _opening_keys(self) -> list[SealKey]:
        return list(reversed(self.ring.epochs))


def found_trip(title: str, name: str) -> Replica:
    """Create a trip that ``name`` leads."""
    device, salt = DeviceKey.new(), primitives.random_bytes(16)
    trip = name_trip(device.public, salt)
    secret = primitives.random_bytes(primitives.KEY_BYTES)
    replica = Replica(KeyRing(trip, device).with_epoch(0, secret))
    replica.write(Create(key_id(secret), title, salt, name))
    replica.seal()
    return replica
