"""The file by which a person's other computer goes on with a trip."""

import pytest

from tests.unplug.trips.groups import NOW_MS, agree, group, meet
from unplug.errors import UnplugError
from unplug.trips import bodies as b
from unplug.trips import pairing, primitives
from unplug.trips.pairing import HOLDS_MS, Pairing
from unplug.trips.replica import Replica

WORDS = ("acorn", "album", "almond", "anchor", "apricot", "artist")


def pair(replica: Replica) -> Pairing:
    way = ("broker", "mqtt://192.168.1.7", b"secret")
    return pairing.pair(
        replica, title="By the lake", me="Bea", ways=[way], now_ms=NOW_MS
    )


def opened(data: bytes, said: str = " ".join(WORDS), now_ms: int = NOW_MS) -> Pairing:
    return pairing.unseal(data, said, now_ms)


def test_the_words_open_the_file_and_all_is_there_at_once() -> None:
    ana, bea = group("Ana", "Bea")
    ana.write(b.Item(text="a map"))
    meet(ana, bea)
    made = pair(bea)
    read = opened(pairing.seal(made, WORDS))
    assert read == made
    other = pairing.copy_of(read)
    assert other.me == bea.me
    assert [i.said for i in other.state().items.values()] == [b.Item(text="a map")]
    other.write(b.Item(text="a rope"))
    bea.write(b.Item(text="a tent"))
    meet(ana, bea, other)
    agree(ana, bea, other)
    assert len(list(ana.state().present())) == 2
    assert ana.state().forks == ()


def test_words_are_read_however_people_type_them() -> None:
    said = " ACORN, albu\nalmond · anch  apricot artist "
    assert pairing.read_words(said) == WORDS


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("acorn album almond anchor apricot", "there are 5 of 6"),
        ("acorn album almond anchor apricot zzzz", "zzzz"),
        ("", "there are 0 of 6"),
    ],
)
def test_what_is_not_six_of_the_words_is_one_sentence(said: str, what: str) -> None:
    with pytest.raises(UnplugError, match=f"cannot read the words: {what} — type all"):
        pairing.read_words(said)


def test_without_its_words_the_file_says_nothing_and_cannot_be_changed() -> None:
    (ana,) = group("Ana")
    data = pairing.seal(pair(ana), WORDS)
    with pytest.raises(UnplugError, match="these words do not open it — check each"):
        opened(data, " ".join(reversed(WORDS)))
    changed = data[:-1] + bytes([data[-1] ^ 1])
    with pytest.raises(UnplugError, match="these words do not open it"):
        opened(changed)
    for secret in (b"By the lake", b"192.168.1.7", ana.trip):
        assert secret not in data


def test_the_same_file_again_has_another_salt_and_other_words() -> None:
    (ana,) = group("Ana")
    made = pair(ana)
    one, other = (pairing.seal(made, WORDS) for _ in range(2))
    head = len(pairing.MAGIC)
    assert one[head : head + 16] != other[head : head + 16]
    assert len({pairing.new_words() for _ in range(20)}) == 20


def test_after_three_days_it_is_not_taken_any_more() -> None:
    (ana,) = group("Ana")
    data = pairing.seal(pair(ana), WORDS)
    assert opened(data, now_ms=NOW_MS + HOLDS_MS - 1)
    with pytest.raises(UnplugError, match="it has expired — make a new one"):
        opened(data, now_ms=NOW_MS + HOLDS_MS)


@pytest.mark.parametrize("data", [b"", b"unplug trip 1\n\x00\x00abc", pairing.MAGIC])
def test_another_file_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UnplugError, match="it is none for another computer — choose"):
        opened(data)


def test_what_a_later_version_wrote_is_one_sentence() -> None:
    salt, nonce = bytes(16), bytes(24)
    key = primitives.slow_key(" ".join(WORDS).encode(), salt)
    sealed = primitives.encrypt(key, nonce, b"\x81\x02", pairing.MAGIC + salt)
    with pytest.raises(UnplugError, match="another unplug has made it — update"):
        opened(pairing.MAGIC + salt + nonce + sealed)
