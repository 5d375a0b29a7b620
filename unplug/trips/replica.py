"""One device's copy of a trip: it reads what comes, writes, and knows what it holds.

It touches no disk and no network. Whoever keeps it stores ``envelopes()``, ``drafts()``
and the ring, and gives them back to ``Replica`` and ``load``.

What it holds is in ``holding``, what that says in ``ledger``, what it has written and
not sealed in ``drafts``, and what travels beside the trip in ``letters``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from unplug.trips import doors, envelope, epochs, opening, primitives, sync
from unplug.trips.bodies import NUMBERS, Create, Device, Handout, Rekey, Request
from unplug.trips.devices import prove_device
from unplug.trips.drafts import Draft, Drafts
from unplug.trips.envelope import SealKey
from unplug.trips.fields import Body
from unplug.trips.history import Heads, History
from unplug.trips.holding import Holding
from unplug.trips.keys import DeviceKey, KeyRing, key_id, take_keys
from unplug.trips.ledger import Ledger
from unplug.trips.letters import Letters
from unplug.trips.op import Batch, Op, ref, sign_batch
from unplug.trips.rights import name_trip
from unplug.trips.state import TripState

MAX_KEYS = 1_000
_ANNOUNCING = (NUMBERS[Rekey], NUMBERS[Handout])


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

    def add(self, other: "Received") -> None:
        """What came out of another stream, too."""
        self.batches += other.batches
        self.letters += other.letters
        self.hellos += other.hellos
        self.refused += other.refused


class Replica:
    """A trip as one device holds it.

    Args:
        ring: the device's secrets.
        invites: those it came by, while it has no other way to be spoken to.
    """

    def __init__(self, ring: KeyRing, invites: Sequence[bytes] = ()) -> None:
        self.ring = ring
        self.history = History()
        self.needs_new_device = False
        self._ledger = Ledger(ring.trip, self.history, invites)
        self._holding = Holding(self.history, self._ledger)
        self._letters = Letters(self._ledger, self._holding)
        self._drafts = Drafts(self.history)
        self._greeting: tuple[tuple[int, int], SealKey | None] = ((0, 0), None)

    @property
    def trip(self) -> bytes:
        """The trip."""
        return self.ring.trip

    @property
    def me(self) -> bytes | None:
        """The member whose device this is, once somebody has said so."""
        return self.state().owner.get(self._device)

    def state(self) -> TripState:
        """The trip as it is, with what was written here and not sealed yet."""
        return self._ledger.state(self._draft_ops())

    # What is held

    def heads(self) -> Heads:
        """What this replica holds, for others to compare."""
        return self.history.heads()

    def envelopes(self) -> list[bytes]:
        """Every envelope here, those of one device in order."""
        return [self._holding.raw(batch) for batch in self.history]

    def envelopes_of(self, author: bytes) -> list[bytes]:
        """A device's envelopes, in an order that all agree on, parents first."""
        batches = sorted(self.history.of(author), key=lambda b: (b.seq, b.id))
        return [self._holding.raw(batch) for batch in batches]

    def known_in(self, stream: bytes) -> Iterator[bytes]:
        """The envelopes in a stream that this replica has taken in, then or before."""
        return self._holding.known_in(stream)

    def missing_for(self, theirs: Heads) -> list[bytes]:
        """The envelopes that another replica lacks."""
        batches = sync.missing(self.history, theirs)
        return [self._holding.raw(batch) for batch in batches]

    def lacking(self, hello: sync.Hello) -> list[tuple[bytes, bytes]]:
        """What who says hello lacks, as far as that shows: authors and envelopes."""
        if hello.heads is None:
            batches = sync.missing_by_marks(self.history, hello.marks)
        else:
            batches = sync.missing(self.history, hello.heads)
        return [(batch.author, self._holding.raw(batch)) for batch in batches]

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
        highest = self._ledger.highest
        op = self._drafts.add(body, tuple(seen), device=self._device, highest=highest)
        self._ledger.drafted()
        return ref(self.trip, op)

    def drafts(self) -> tuple[Body, ...]:
        """What was written and is not sealed yet."""
        return self._drafts.bodies()

    def seal(self) -> tuple[bytes, ...]:
        """Sign and seal what was written; the new envelopes."""
        made = []
        while self._drafts:
            run = self._drafts.first_run()
            keys = self.named_keys()
            # Keys are handed on in the first epoch, whose own key everybody has.
            key = (epochs.first if run[0].hands_on_keys else epochs.last)(keys)
            if key is None or not (run[0].founds or self._device in self._ledger.known):
                break
            made.append(self._seal(run, key))
        return tuple(made)

    def renew_device(self) -> None:
        """Go on under a new key: this one writes, or wrote, somewhere else too."""
        new = DeviceKey.new()
        if self.me is not None:
            proof = prove_device(new.seed, trip=self.trip, member=self.me)
            self.write(Device(key=new.public, proof=proof))
        self.seal()
        self.ring = self.ring.with_device(new)
        self.needs_new_device = False
        self._ledger.drafted()

    def _seal(self, run: Sequence[Draft], key: SealKey) -> bytes:
        at = self._drafts.place(run, self._device, key.epoch or 0)
        said = [draft.body for draft in run]
        batch = sign_batch(self.ring.device.seed, said, trip=self.trip, at=at)
        raw = envelope.seal(key, opening.BATCH + batch.packed())
        self._drafts.signed(run)
        self._ledger.drafted()
        self._take(batch, raw)
        return raw

    def _draft_ops(self) -> list[Op]:
        return self._drafts.ops(self._device)

    @property
    def _device(self) -> bytes:
        return self.ring.device.public

    # Greeting

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
        said = sync.hello(self._device, self.heads(), now_ms, tuple(answers), manner)
        packed = sync.write_hello(self.ring.device, self.trip, said)
        return envelope.seal(key, opening.HELLO + packed), said.token

    def _greeting_key(self) -> SealKey | None:
        """The latest key, looked for only where there was news of keys.

        Who knows nothing yet but was given keys can ask with those.
        """
        if not len(self.history):
            return epochs.last(self.ring.epochs)
        news = (len(self.ring.epochs), self._ledger.key_news)
        if self._greeting[0] != news:
            self._greeting = (news, epochs.last(self.named_keys()))
        return self._greeting[1]

    # Keys

    @property
    def first_secret(self) -> bytes | None:
        """The secret that every member has, whenever they came."""
        names = self._ledger.first_keys()
        for key in self.ring.epochs:
            if key.epoch == 0 and key_id(key.secret) in names:
                return key.secret
        return None

    def named_keys(self) -> list[SealKey]:
        """The keys that ops name, by epoch; strangers' letters may bring others."""
        return epochs.named(self.ring, self._ledger.ruled(self._draft_ops()))

    # Letters

    @property
    def letters(self) -> dict[bytes, bytes]:
        """Those that travel along, by their nonces."""
        return self._letters.kept

    @property
    def asking(self) -> dict[bytes, Request]:
        """Who asks to join and was not heeded yet, by device."""
        return self._letters.asking

    def post(self, letter: bytes) -> None:
        """Keep a letter so that it travels along, as long as it is not answered."""
        self._letters.post(letter)

    def is_answered_letter(self, raw: bytes) -> bool:
        """Whether an envelope is a letter that nobody needs any more."""
        letters = opening.open_stream(raw, (), self._ledger.doors, {}).letters
        return bool(letters) and all(
            self._letters.is_answered(said) for said, _ in letters
        )

    def has_welcome(self, device: bytes) -> bool:
        """Whether a letter is under way that brings a device all the keys."""
        return self._letters.has_welcome(device, len(self.named_keys()))

    # Receiving

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

    def _horizon(self) -> tuple[int, ...]:
        ledger = self._ledger
        return len(self.ring.epochs), len(ledger.doors), len(ledger.known)

    def _receive(self, stream: bytes, came: Received) -> None:
        keys = list(reversed(self.ring.epochs))
        doors_of, nonces = self._ledger.doors, self._holding.nonces
        opened = opening.open_stream(stream, keys, doors_of, nonces)
        came.refused += opened.refused
        came.hellos += (h for h in opened.hellos if h.device in self._ledger.known)
        for letter, raw in opened.letters:
            if isinstance(letter, doors.Welcome):
                self.ring = doors.accept(self.ring, letter)
            came.letters += self._letters.heed(letter, raw)
        for batch, _ in opened.batches:
            self._read_keys(batch)
        batches = sorted(opened.batches, key=lambda b: (b[0].lamport, b[0].seq))
        for batch, raw in batches:
            joined = self._take(batch, raw)
            came.batches += len(joined)
            self.needs_new_device |= any(b.author == self._device for b in joined)

    def _take(self, batch: Batch, raw: bytes) -> list[Batch]:
        joined = self._holding.take(batch, raw)
        for one in joined:
            self._read_keys(one)
        if joined:
            self._letters.drop_answered()
        return joined

    def _read_keys(self, batch: Batch) -> None:
        """Take up a new epoch's key at once: it may be needed for what comes before."""
        if batch.author not in self._ledger.known:
            return
        for op in batch.ops(_ANNOUNCING):
            full = len(self.ring.epochs) >= MAX_KEYS
            if isinstance(op.body, Rekey | Handout) and not full:
                self.ring = take_keys(self.ring, op.body)


def found_trip(title: str, name: str) -> Replica:
    """Create a trip that ``name`` leads."""
    device, salt = DeviceKey.new(), primitives.random_bytes(16)
    trip = name_trip(device.public, salt)
    secret = primitives.random_bytes(primitives.KEY_BYTES)
    replica = Replica(KeyRing(trip, device).with_epoch(0, secret))
    replica.write(Create(key_id(secret), title, salt, name))
    replica.seal()
    return replica
