"""A trip on its way to another computer of the same person, in one sealed file.

The file opens with six words that are told apart from it. They go through Argon2id
(RFC 9106), which is slow on purpose: 256 words give 48 bits, and each guess costs
64 MiB and some tenths of a second.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from unplug.errors import UnplugError
from unplug.trips import canonical, primitives, tending
from unplug.trips.canonical import MalformedError
from unplug.trips.check_words import words as known_words
from unplug.trips.keys import KeyRing
from unplug.trips.replica import Replica

MAGIC = b"unplug device 1\n"
SUFFIX = ".unplug-device"
MAX_BYTES = 64 * 1024 * 1024
WORDS = 6
HOLDS_MS = 3 * 86_400_000
"""Long enough to carry a stick home; a new file is made in a moment."""
_FORMAT = 1  # as ``_pairing`` reads it
_SALT_BYTES = 16
_HEAD_BYTES = len(MAGIC) + _SALT_BYTES + primitives.NONCE_BYTES
_TELLING = 4  # no two words begin with the same four letters
_AGAIN = "make a new one on the other computer"
Way = tuple[str, str, bytes]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Everything that a person's other computer needs.

    Attributes:
        ring: the secrets, with a device key that is new.
        title: what the trip is called.
        me: the person's name in it.
        ways: how it travels: the kind, the place, and what lets one in there.
        stream: all envelopes.
        expires_ms: from when on the file is not taken any more, UTC.
    """

    ring: bytes = field(repr=False)
    title: str
    me: str
    ways: tuple[Way, ...] = field(repr=False)
    stream: bytes = field(repr=False)
    expires_ms: int


def pair(
    replica: Replica,
    *,
    title: str,
    me: str,
    ways: Sequence[Way],
    now_ms: int,
) -> Pairing:
    """Take in another device of one's own; it can write once the others have heard."""
    ring = tending.pair_device(replica)
    stream = b"".join((*replica.envelopes(), *replica.letters.values()))
    return Pairing(ring, title, me, tuple(ways), stream, now_ms + HOLDS_MS)


def new_words() -> tuple[str, ...]:
    """Words that nobody can guess."""
    known = known_words()
    return tuple(known[byte] for byte in primitives.random_bytes(WORDS))


def seal(pairing: Pairing, words: Sequence[str]) -> bytes:
    """The file that only the words open."""
    plain = canonical.encode(
        (
            _FORMAT,
            pairing.expires_ms,
            pairing.ring,
            pairing.title,
            pairing.me,
            pairing.ways,
            pairing.stream,
        )
    )
    salt = primitives.random_bytes(_SALT_BYTES)
    nonce = primitives.random_bytes(primitives.NONCE_BYTES)
    key = primitives.slow_key(" ".join(words).encode(), salt)
    return MAGIC + salt + nonce + primitives.encrypt(key, nonce, plain, MAGIC + salt)


def unseal(data: bytes, said: str, now_ms: int) -> Pairing:
    """Read a file back.

    Args:
        data: the file.
        said: the words as somebody has typed them.
        now_ms: the time, UTC.

    Raises:
        UnplugError: it is none, the words are others, or it has expired.
    """
    failed = "cannot read the file"
    if not data.startswith(MAGIC) or len(data) <= _HEAD_BYTES:
        todo = "choose the one that your other computer has saved for this"
        raise UnplugError(failed, "it is none for another computer", todo)
    salt = data[len(MAGIC) :][:_SALT_BYTES]
    nonce = data[len(MAGIC) + _SALT_BYTES : _HEAD_BYTES]
    key = primitives.slow_key(" ".join(read_words(said)).encode(), salt)
    plain = primitives.decrypt(key, nonce, data[_HEAD_BYTES:], MAGIC + salt)
    if plain is None:
        todo = f"check each of them, and their order; or {_AGAIN}"
        value = "these words do not open it"
        raise UnplugError(failed, value, todo)
    pairing = _read(plain)
    if now_ms >= pairing.expires_ms:
        raise UnplugError(failed, "it has expired", _AGAIN)
    return pairing


def read_words(said: str) -> tuple[str, ...]:
    """The words that somebody means; the first four letters of each are enough.

    Raises:
        UnplugError: it is not six, or one of them is none.
    """
    typed = said.casefold().replace(",", " ").replace("·", " ").split()
    failed, todo = "cannot read the words", "type all six as the other computer says"
    if len(typed) != WORDS:
        raise UnplugError(failed, f"there are {len(typed)} of {WORDS}", todo)
    known = {word[:_TELLING]: word for word in known_words()}
    found = []
    for word in typed:
        meant = known.get(word[:_TELLING])
        if meant is None:
            raise UnplugError(failed, word, todo)
        found.append(meant)
    return tuple(found)


def copy_of(pairing: Pairing) -> Replica:
    """The trip as the other computer holds it."""
    replica = Replica(KeyRing.from_bytes(pairing.ring))
    replica.load([pairing.stream])
    return replica


def _read(plain: bytes) -> Pairing:
    try:
        return _pairing(*canonical.decode(plain))
    except (MalformedError, ValueError, TypeError) as error:
        failed, todo = "cannot read the file", f"update unplug here, or {_AGAIN}"
        raise UnplugError(failed, "another unplug has made it", todo) from error


def _pairing(*said: canonical.Plain) -> Pairing:
    match said:
        case (
            1,  # the format
            int(expires_ms),
            bytes(ring),
            str(title),
            str(me),
            tuple(ways),
            bytes(stream),
        ):
            read = tuple(_way(way) for way in ways)
            return Pairing(ring, title, me, read, stream, expires_ms)
    raise MalformedError(said[:1])


def _way(said: canonical.Plain) -> Way:
    match said:
        case (str(kind), str(place), bytes(secret)):
            return kind, place, secret
    raise MalformedError(said)
