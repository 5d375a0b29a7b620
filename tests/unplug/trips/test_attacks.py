"""What somebody hostile can try; nothing changes for the others."""

import pytest

from tests.unplug.trips.groups import (
    DAY_MS,
    HOUR_MS,
    NOW_MS,
    agree,
    ask,
    everything,
    group,
    invite,
    join,
    lock,
    me,
    meet,
    names,
    propose,
)
from unplug.trips import bodies as b
from unplug.trips import canonical, doors, envelope, primitives, tending
from unplug.trips.canonical import MalformedError
from unplug.trips.envelope import SealKey, TooLargeError
from unplug.trips.fields import Body
from unplug.trips.holding import MAX_STRANGERS
from unplug.trips.keys import DeviceKey, KeyRing
from unplug.trips.op import MAX_LAMPORT, MAX_LEAP, Batch, Place, read_batch, sign_batch
from unplug.trips.peer_clock import correction
from unplug.trips.replica import Replica, found_trip


def batch_by(
    key: DeviceKey, trip: bytes, *said: Body, at: Place | None = None
) -> Batch:
    first = Place(epoch=0, seq=0, lamport=1_000, parent=None)
    return sign_batch(key.seed, said, trip=trip, at=at or first)


def sealed(batch: Batch, key: SealKey) -> bytes:
    return envelope.seal(key, b"\x00" + batch.packed())


def unchanged(replica: Replica, stream: bytes) -> None:
    before = replica.state().digest(), replica.heads(), replica.ring
    replica.receive(stream)
    assert (replica.state().digest(), replica.heads(), replica.ring) == before


def test_a_forged_author_is_refused() -> None:
    ana, bea = group("Ana", "Bea")
    own = batch_by(bea.ring.device, ana.trip, b.Leave())
    core = canonical.decode(own.packed()[64:])
    forged = canonical.encode((*core[:2], ana.ring.device.public, *core[3:]))
    payload = b"\x00" + own.packed()[:64] + forged
    unchanged(bea, envelope.seal(ana.ring.epochs[0], payload))
    with pytest.raises(MalformedError, match="signature"):
        read_batch(payload[1:], ana.trip)


def test_an_envelope_of_another_trip_is_not_even_recognised() -> None:
    ana, _ = group("Ana", "Bea")
    other = found_trip("Elsewhere", "Zoe")
    unchanged(ana, b"".join(other.envelopes()))


def test_a_batch_of_another_trip_is_refused_though_sealed_in_this_one() -> None:
    ana, bea = group("Ana", "Bea")
    elsewhere = bytes(16)
    batch = batch_by(bea.ring.device, elsewhere, b.Leave())
    unchanged(ana, sealed(batch, ana.ring.epochs[0]))


def test_a_batch_of_another_epoch_is_refused() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    bea.write(b.Rename(name="Beatriz"))
    tending.remove(ana, me(cleo))
    meet(ana, bea)
    first, second = bea.ring.epochs
    last = bea.history.last_of(bea.ring.device.public)
    assert last is not None
    at = Place(1, last.next_seq, last.next_lamport, last.id)
    batch = batch_by(bea.ring.device, ana.trip, b.Rename(name="B"), at=at)
    unchanged(ana, sealed(batch, first))
    assert ana.receive(sealed(batch, second)).batches == 1


def test_a_replay_changes_nothing() -> None:
    ana, bea = group("Ana", "Bea")
    lock(ana)
    meet(ana, bea)
    stream = b"".join(everything(ana, bea))
    for replica in (ana, bea):
        unchanged(replica, stream + stream)


def test_a_resealed_replay_changes_nothing() -> None:
    ana, bea = group("Ana", "Bea")
    bea.write(b.Rename(name="Beatriz"))
    meet(ana, bea)
    batch = bea.history.last_of(bea.ring.device.public)
    assert batch is not None
    unchanged(ana, sealed(batch, ana.ring.epochs[0]))


def test_a_removed_member_can_neither_write_nor_read_on() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    tending.remove(ana, me(cleo))
    meet(ana, bea)
    cleo.write(b.Rename(name="still here"))
    plan = lock(ana)
    meet(ana, bea)
    before = ana.state().digest()
    ana.receive(b"".join(cleo.seal()))
    assert ana.state().digest() == before
    cleo.receive(b"".join(ana.envelopes()))
    assert cleo.state().plan is None
    assert [p.ref for p in bea.state().plans] == [plan]
    assert names(ana) == ["Ana", "Bea"]


def test_a_removed_member_cannot_date_back() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    before = sign_batch(
        cleo.ring.device.seed,
        [b.Item(text="never said before")],
        trip=ana.trip,
        at=Place(0, 0, 0, None),
    )
    tending.remove(ana, me(cleo))
    meet(ana, bea)
    ana.receive(sealed(before, ana.ring.epochs[0]))
    bea.receive(sealed(before, ana.ring.epochs[0]))
    assert not ana.state().items
    agree(ana, bea)


def test_a_relay_that_rolls_back_is_filled_up_again() -> None:
    ana, bea = group("Ana", "Bea")
    stream = b"".join(ana.envelopes())
    lock(ana)
    meet(ana, bea)
    unchanged(bea, stream)
    late = Replica(bea.ring)
    late.receive(stream)
    late.receive(b"".join(ana.missing_for(late.heads())))
    agree(ana, late)


def test_any_changed_bit_of_an_envelope_is_noticed() -> None:
    ana, bea = group("Ana", "Bea")
    ana.write(b.Item(text="torch"))
    [raw] = ana.seal()
    for at in range(len(raw)):
        tampered = bytearray(raw)
        tampered[at] ^= 1 << at % 8
        assert envelope.open_envelope(bytes(tampered), bea.ring.epochs) is None
    assert envelope.open_envelope(raw, bea.ring.epochs) is not None


def test_an_envelope_moved_to_another_epoch_or_trip_does_not_open() -> None:
    key = SealKey(bytes(16), 3, bytes(32))
    raw = envelope.seal(key, b"payload")
    assert envelope.open_envelope(raw, [key]) is not None
    for other in (
        SealKey(bytes(16), 4, bytes(32)),
        SealKey(bytes([1] * 16), 3, bytes(32)),
        SealKey(bytes(16), None, bytes(32)),
    ):
        assert envelope.open_envelope(raw, [other]) is None


def test_what_is_too_large_is_never_sealed() -> None:
    key = SealKey(bytes(16), 0, bytes(32))
    with pytest.raises(TooLargeError):
        envelope.seal(key, primitives.random_bytes(envelope.MAX_BLOCKS * 256))
    with pytest.raises(TooLargeError):
        envelope.seal(key, bytes(envelope.MAX_PAYLOAD + 1))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "MAX_PAYLOAD", 50_000_000)
    ana, _ = group("Ana", "Bea")
    raw = envelope.seal(ana.ring.epochs[0], bytes(40_000_000))
    assert len(raw) <= envelope.MAX_BLOCKS * envelope.BLOCK
    monkeypatch.undo()
    assert envelope.open_envelope(raw, ana.ring.epochs) is None
    unchanged(ana, raw)


@pytest.mark.parametrize(
    "core",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x9b\x0f\xff\xff\xff\xff\xff\xff\xff", id="endless array"),
        pytest.param(b"\x5b\x0f\xff\xff\xff\xff\xff\xff\xff", id="endless bytes"),
        pytest.param(b"\x81" * 100_000, id="deep"),
        pytest.param(b"\xd8\x23\x61a", id="a regular expression"),
        pytest.param(b"\x81\xc2\x41\x01", id="a large number in a tag"),
        pytest.param(b"\x81\xf9\x00\x00", id="a float"),
        pytest.param(b"\xa0", id="a map"),
        pytest.param(b"\x81\x18\x01", id="a number in two bytes"),
        pytest.param(b"\x9f\xff", id="an array without length"),
        pytest.param(b"\x81\x61\xff", id="no text"),
        pytest.param(b"\x80\x00", id="something behind"),
    ],
)
def test_what_is_not_in_the_one_encoding_is_refused(core: bytes) -> None:
    ana, bea = group("Ana", "Bea")
    signed = primitives.sign(
        bea.ring.device.seed, b"unplug trip batch 1\x00" + ana.trip + core
    )
    unchanged(ana, envelope.seal(ana.ring.epochs[0], b"\x00" + signed + core))


def test_a_leaked_invite_yields_only_a_visible_request() -> None:
    ana, bea = group("Ana", "Bea")
    ticket = invite(ana)
    meet(ana, bea)
    thief, letter = ask(ticket, "A friend, really")
    bea.receive(letter)
    meet(ana, bea, thief)
    assert names(ana) == ["Ana", "Bea"]
    assert [invite.asking[d].name for invite, d in ana.state().requests()] == [
        "A friend, really"
    ]
    assert thief.ring.epochs == ()
    assert thief.state().title == ""
    assert not thief.receive(b"".join(ana.envelopes())).batches


def test_a_flood_of_requests_by_a_leaked_invite_stays_small() -> None:
    ana, bea = group("Ana", "Bea")
    ticket = invite(ana)
    meet(ana, bea)
    for i in range(200):
        _, letter = ask(ticket, f"Nobody {i}")
        ana.receive(letter)
    tending.tend(ana, NOW_MS)
    assert len(ana.letters) <= 64
    assert len(ana.state().requests()) <= 32
    assert names(ana) == ["Ana", "Bea"]


def test_a_forged_welcome_does_not_keep_out_a_right_one() -> None:
    ana, bea = group("Ana", "Bea")
    ticket = invite(ana)
    meet(ana, bea)
    cleo, letter = ask(ticket, "Cleo")
    thief = KeyRing(ticket.trip, DeviceKey.new()).with_epoch(0, bytes(32))
    device = cleo.ring.device.public
    forged = doors.write_welcome(thief, ticket.public, device, thief.epochs)
    for replica in (ana, bea, cleo):
        replica.receive(forged)
    ana.receive(letter)
    tending.tend(ana, NOW_MS)
    assert tending.admit(ana, device, NOW_MS)
    meet(ana, bea, cleo)
    assert names(cleo) == ["Ana", "Bea", "Cleo"]
    cleo.write(b.Item(text="for the group, not for the thief"))
    [said] = cleo.seal()
    assert envelope.open_envelope(said, thief.epochs) is None
    meet(ana, bea, cleo)
    assert len(ana.state().items) == 1
    agree(ana, bea, cleo)


def test_a_used_up_invite_lets_nobody_in() -> None:
    ana, bea = group("Ana", "Bea")
    ticket = invite(ana, approval=False)
    meet(ana, bea)
    first, asks = ask(ticket, "Cleo")
    bea.receive(asks)
    meet(ana, bea, first)
    second, asks_too = ask(ticket, "Dan")
    bea.receive(asks_too)
    meet(ana, bea, first, second)
    assert names(ana) == ["Ana", "Bea", "Cleo"]
    assert second.ring.epochs == ()


def test_an_unknown_authors_flood_leaves_no_trace() -> None:
    ana, bea = group("Ana", "Bea")
    key = bea.ring.epochs[0]
    said = [b.Item(text="flood")] * 200
    for _ in range(3 * MAX_STRANGERS):
        unchanged(ana, sealed(batch_by(DeviceKey.new(), ana.trip, *said), key))
    assert len(ana._holding.strangers) == MAX_STRANGERS
    lock(ana)
    meet(ana, bea)
    agree(ana, bea)


def test_a_guests_vote_does_not_count() -> None:
    [ana] = group("Ana")
    guest = join(ana, "Gus", role=b.Role.GUEST)
    proposal = propose(ana)
    plan = lock(ana)
    meet(ana, guest)
    before = ana.state().proposals[proposal].votes, ana.state().receipts()
    for said in (
        b.Vote(proposal, b.Say.NO),
        b.Answer(plan, b.Say.NO),
        b.Item(text="beer"),
        b.Share(b.Tier.BUCKET),
        b.Outcome(plan, b.Kept.NOT, 0),
        b.Recap(plan, "dull"),
    ):
        guest.write(said)
    meet(ana, guest)
    state = ana.state()
    assert (state.proposals[proposal].votes, state.receipts()) == before
    assert state.plan is not None
    assert not state.items
    assert not state.plan.answers
    assert not state.plan.recap
    agree(ana, guest)


@pytest.mark.parametrize("kind", [b.Remove, b.Promote, b.HandOver])
def test_a_member_has_none_of_an_organisers_rights(kind: type[Body]) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    before = ana.state().digest()
    bea.write(kind(me(cleo)))
    bea.write(b.Propose(NOW_MS + DAY_MS, NOW_MS + 2 * DAY_MS, "UTC", ""))
    bea.write(b.Circles(bytes(16), 3))
    bea.write(b.Cancel(bytes(16)))
    meet(ana, bea, cleo)
    assert ana.state().digest() == before
    agree(ana, bea, cleo)


def test_lying_clocks_move_nobody_as_long_as_most_are_right() -> None:
    for liars in range(8):
        told = {bytes([i]): (24 * HOUR_MS if i < liars else 40) for i in range(15)}
        assert abs(correction(told).ms) <= 40


def test_huge_numbers_stop_nobody_from_having_the_last_word() -> None:
    ana, bea = group("Ana", "Bea")
    lamport, parent, seq = 0, None, 0
    last = bea.history.last_of(bea.ring.device.public)
    if last is not None:
        lamport, parent, seq = last.next_lamport, last.id, last.next_seq
    at = Place(0, seq, lamport + MAX_LEAP, parent)
    ana.receive(
        sealed(
            batch_by(bea.ring.device, ana.trip, b.Rename(name="B"), at=at),
            ana.ring.epochs[0],
        )
    )
    far = Place(0, seq, min(lamport + 2 * MAX_LEAP, MAX_LAMPORT), parent)
    unchanged(
        ana,
        sealed(
            batch_by(bea.ring.device, ana.trip, b.Rename(name="C"), at=far),
            ana.ring.epochs[0],
        ),
    )
    plan = lock(ana)
    ana.seal()
    assert ana.state().plan is not None
    assert [p.ref for p in ana.state().plans] == [plan]
