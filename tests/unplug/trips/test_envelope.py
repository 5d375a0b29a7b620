"""What a relay sees, and how envelopes are found again in what it gives back."""

import zlib
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unplug.trips.groups import everything, group, lock, meet
from unplug.trips import envelope, primitives
from unplug.trips.envelope import BLOCK, SealKey

KEY = SealKey(bytes(16), 0, bytes(range(32)))
OTHER = SealKey(bytes(16), 1, bytes(32))


@given(st.binary(max_size=5_000))
def test_what_is_sealed_is_opened_again_in_steps_of_256_bytes(payload: bytes) -> None:
    raw = envelope.seal(KEY, payload)
    assert len(raw) % BLOCK == 0
    found = envelope.open_envelope(raw, [OTHER, KEY])
    assert found is not None
    assert found.payload == payload


@settings(max_examples=50)
@given(
    st.lists(st.binary(max_size=900), max_size=8),
    st.lists(st.integers(0, 3), max_size=8),
    st.integers(0, BLOCK),
)
def test_envelopes_are_found_among_noise_and_torn_ends(
    payloads: list[bytes], noise: list[int], torn: int
) -> None:
    stream = b""
    for i, payload in enumerate(payloads):
        blocks = noise[i] if i < len(noise) else 0
        stream += primitives.random_bytes(BLOCK * blocks)
        stream += envelope.seal(OTHER, b"not ours") if blocks == 3 else b""
        stream += envelope.seal(KEY, payload)
    stream += envelope.seal(KEY, primitives.random_bytes(900))[: BLOCK + torn]
    assert [found.payload for found in envelope.find(stream, [KEY])] == payloads


def test_what_is_known_is_passed_over_and_a_torn_copy_of_it_hides_nothing() -> None:
    old, new = envelope.seal(KEY, bytes(50_000)), envelope.seal(KEY, b"new")
    big = envelope.seal(KEY, primitives.random_bytes(2_000))
    known = {raw[:24]: raw for raw in (old, big)}
    for stream in (old + new, big + new, big[:BLOCK] + new, big[: 4 * BLOCK] + new):
        found = envelope.find(stream, [KEY], known)
        assert [f.payload for f in found] == [b"new"]


def test_segments_hold_sixteen_envelopes() -> None:
    raw = [envelope.seal(KEY, bytes([i])) for i in range(40)]
    segments = list(envelope.segments(raw))
    assert [len(segment) // BLOCK for segment in segments] == [16, 16, 8]
    found = envelope.find(b"".join(segments), [KEY])
    assert [f.payload for f in found] == [bytes([i]) for i in range(40)]


def test_to_a_relay_it_is_noise_but_for_its_size() -> None:
    replicas = group("Ana", "Bea", "Cleo", "Dan")
    for i in range(60):
        lock(replicas[0], start_ms=1_800_500_000_000 + i * 3_600_000)
        replicas[0].seal()
    meet(*replicas)
    seen = list(everything(*replicas))
    assert all(len(raw) % BLOCK == 0 for raw in seen)
    stream = b"".join(seen)
    assert len(stream) > 30_000
    expected = len(stream) / 256
    square = sum((n - expected) ** 2 / expected for n in Counter(stream).values())
    assert square < 360  # 255 degrees of freedom: p is about 1 in 100,000
    assert len(zlib.compress(stream, 9)) > len(stream)
    heads = Counter(raw[at] for raw in seen for at in range(34))
    assert max(heads.values()) < 6 * sum(heads.values()) / 256
