"""Hellos, folders and bundles: however envelopes travel, all end up with everything."""

import random
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unplug.trips.groups import (
    NOW_MS,
    agree,
    ask,
    everything,
    group,
    invite,
    lock,
    me,
    meet,
    names,
)
from unplug.errors import UnplugError
from unplug.trips import bodies as b
from unplug.trips import primitives, sync, tending
from unplug.trips.bundle import read_bundle, write_bundle
from unplug.trips.canonical import MalformedError
from unplug.trips.envelope import BLOCK
from unplug.trips.keys import DeviceKey
from unplug.trips.replica import Replica, found_trip
from unplug.trips.transports.folder import SUFFIX, Folder


def greet(one: Replica, other: Replica) -> None:
    """One hears what the other has, and sends what that lacks."""
    [hello] = one.receive(other.hello(NOW_MS)[0]).hellos
    other.receive(b"".join(one.missing_for(hello.heads)))


def test_two_replicas_need_one_hello_each_to_hold_the_same() -> None:
    ana, bea = group("Ana", "Bea")
    ana.write(b.Item(text="torch"))
    bea.write(b.Item(text="map"))
    for replica in (ana, bea):
        replica.seal()
    greet(ana, bea)
    greet(bea, ana)
    agree(ana, bea)
    assert ana.missing_for(bea.heads()) == []


def test_any_member_refills_what_another_wrote() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    ana.write(b.Item(text="torch"))
    bea.receive(b"".join(ana.seal()))
    greet(bea, cleo)
    agree(bea, cleo)
    assert [i.by for i in cleo.state().items.values()] == [me(ana)]


def test_both_branches_of_a_fork_reach_everybody() -> None:
    ana, bea = group("Ana", "Bea")
    copy = Replica(bea.ring)
    copy.load(bea.envelopes())
    for i in range(3):
        bea.write(b.Item(text=f"here {i}"))
        bea.seal()
    copy.write(b.Item(text="there"))
    copy.seal()
    ana.receive(b"".join(bea.envelopes()))
    for _ in range(2):
        greet(ana, copy)
        greet(copy, ana)
    agree(ana, copy)
    assert len(ana.state().items) == 4
    assert len(ana.state().forks) == 1


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_gossip_between_random_pairs_ends_with_everybody_equal(
    rng: random.Random, branches: int
) -> None:
    founder = found_trip("Gossip", "Ana")
    copies = []
    for i in range(branches):
        copy = Replica(founder.ring)
        copy.load(founder.envelopes())
        for j in range(rng.randrange(4)):
            copy.write(b.Item(text=f"{i} {j}"))
            copy.seal()
        copies.append(copy)
    pairs = [(rng.choice(copies), rng.choice(copies)) for _ in range(10)]
    pairs += 3 * list(permutations(copies, 2))
    for one, other in pairs:
        other.receive(b"".join(one.missing_for(other.heads())))
    agree(*copies)


def test_a_hello_of_a_stranger_or_with_a_changed_bit_is_not_heard() -> None:
    ana, bea = group("Ana", "Bea")
    hello = sync.Hello(DeviceKey.new().public, bytes(8), NOW_MS)
    stranger = DeviceKey.new()
    with pytest.raises(MalformedError, match="signature"):
        sync.read_hello(sync.write_hello(stranger, ana.trip, hello), ana.trip)
    payload = sync.write_hello(
        bea.ring.device, ana.trip, sync.Hello(bea.ring.device.public, bytes(8), NOW_MS)
    )
    assert sync.read_hello(payload, ana.trip).sent_ms == NOW_MS
    for at in range(len(payload)):
        changed = bytes(c ^ (i == at) for i, c in enumerate(payload))
        with pytest.raises(MalformedError):
            sync.read_hello(changed, ana.trip)
    with pytest.raises(MalformedError):
        sync.read_hello(payload, bytes(16))


def test_a_hello_carries_what_clocks_are_compared_by() -> None:
    ana, bea = group("Ana", "Bea")
    [asked] = bea.receive(ana.hello(NOW_MS)[0]).hellos
    answer, _ = bea.hello(NOW_MS + 5, answers=[(asked.token, NOW_MS + 2)])
    [heard] = ana.receive(answer).hellos
    assert heard.answers == ((asked.token, NOW_MS + 2),)
    assert (heard.device, heard.sent_ms) == (bea.ring.device.public, NOW_MS + 5)
    assert not sync.lacks(ana.history, heard.heads)


def in_folder(folder: Path, *replicas: Replica) -> None:
    news = 1
    while news:
        news = sum(Folder(folder).sync(r).received.batches for r in replicas)


def test_a_group_meets_in_a_folder(tmp_path: Path) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    for replica, thing in ((ana, "torch"), (bea, "map"), (cleo, "rope")):
        replica.write(b.Item(text=thing))
    in_folder(tmp_path, ana, bea, cleo)
    agree(ana, bea, cleo)
    assert len(cleo.state().items) == 3
    assert Folder(tmp_path).sync(ana).written == 0
    files = list(tmp_path.iterdir())
    assert all(f.stat().st_size % BLOCK == 0 for f in files)
    assert all("Ana" not in f.name for f in files)


def test_somebody_joins_through_a_folder(tmp_path: Path) -> None:
    [ana] = group("Ana")
    bea, letter = ask(invite(ana), "Bea")
    bea.post(letter)
    Folder(tmp_path).sync(bea)
    Folder(tmp_path).sync(ana)
    tending.tend(ana, NOW_MS)
    assert tending.admit(ana, bea.ring.device.public, NOW_MS)
    tending.tend(ana, NOW_MS)
    Folder(tmp_path).sync(ana)
    Folder(tmp_path).sync(bea)
    assert names(bea) == ["Ana", "Bea"]
    agree(ana, bea)


def test_torn_doubled_and_conflicting_copies_are_read_for_what_they_hold(
    tmp_path: Path,
) -> None:
    ana, bea = group("Ana", "Bea")
    for i in range(12):
        ana.write(b.Item(text=f"thing {i}"))
        ana.seal()
    Folder(tmp_path).sync(ana)
    [whole] = tmp_path.iterdir()
    data = whole.read_bytes()
    half = len(data) // 2 // BLOCK * BLOCK
    (tmp_path / f"{whole.stem}.sync-conflict-20270321-101112-AB{SUFFIX}").write_bytes(
        data[half:]
    )
    (tmp_path / f"{whole.stem} (Bea's conflicted copy){SUFFIX}").write_bytes(data * 2)
    whole.write_bytes(data[: half + 77])
    (tmp_path / "notes.txt").write_text("nothing of ours")
    (tmp_path / f"noise{SUFFIX}").write_bytes(primitives.random_bytes(3_000))
    Folder(tmp_path).sync(bea)
    agree(ana, bea)
    Folder(tmp_path).sync(ana)
    late = Replica(bea.ring)
    for path in tmp_path.glob("*conflict*"):
        path.unlink()
    Folder(tmp_path).sync(bea)
    Folder(tmp_path).sync(late)
    agree(ana, late)


def test_a_folder_that_went_back_or_was_emptied_is_filled_again(tmp_path: Path) -> None:
    ana, bea = group("Ana", "Bea")
    in_folder(tmp_path, ana, bea)
    old = {path: path.read_bytes() for path in tmp_path.iterdir()}
    lock(ana)
    in_folder(tmp_path, ana, bea)
    for path in list(tmp_path.iterdir()):
        path.write_bytes(old.get(path, b""))
    late = Replica(bea.ring)
    Folder(tmp_path).sync(bea)
    Folder(tmp_path).sync(late)
    agree(ana, bea, late)


def test_a_crash_while_writing_costs_nothing(tmp_path: Path) -> None:
    ana, bea = group("Ana", "Bea")
    Folder(tmp_path).sync(ana)
    [own] = tmp_path.iterdir()
    own.write_bytes(own.read_bytes()[:-100])
    lock(ana)
    Folder(tmp_path).sync(ana)
    Folder(tmp_path).sync(bea)
    agree(ana, bea)
    assert own.stat().st_size % BLOCK == 0


def test_a_missing_folder_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    ana, bea = group("Ana", "Bea")
    plan = lock(ana)
    with pytest.raises(UnplugError, match="check that it is there"):
        Folder(tmp_path / "stick").sync(ana)
    (tmp_path / "stick").mkdir()
    Folder(tmp_path / "stick").sync(ana)
    Folder(tmp_path / "stick").sync(bea)
    assert [p.ref for p in bea.state().plans] == [plan]


def test_a_full_folder_is_told_and_nothing_is_lost() -> None:
    [ana] = group("Ana")
    before = ana.state().digest()
    full = Path("/dev")
    folder = Folder(full)
    with pytest.raises(UnplugError, match="make room or check your rights"):
        folder._append(full / "full", ana.envelopes())
    assert ana.state().digest() == before


def test_a_bundle_brings_everything_and_the_letters(tmp_path: Path) -> None:
    [ana] = group("Ana")
    bea, letter = ask(invite(ana), "Bea")
    bea.post(letter)
    ana.write(b.Item(text="not sealed yet"))
    read_bundle(ana, write_bundle(bea))
    tending.tend(ana, NOW_MS)
    tending.admit(ana, bea.ring.device.public, NOW_MS)
    tending.tend(ana, NOW_MS)
    path = tmp_path / "trip.unplug-trip"
    path.write_bytes(write_bundle(ana))
    assert read_bundle(bea, path.read_bytes()).batches > 0
    agree(ana, bea)
    assert len(bea.state().items) == 1


def test_a_wrong_or_foreign_bundle_is_one_sentence_and_changes_nothing() -> None:
    ana, bea = group("Ana", "Bea")
    other = found_trip("Elsewhere", "Zoe")
    before = ana.state().digest()
    for data, said in (
        (b"", "choose one that unplug has exported"),
        (b"PK\x03\x04 a zip", "choose one that unplug has exported"),
        (write_bundle(other), "open it in the trip that it belongs to"),
        (write_bundle(bea)[:200], "copy it again"),
    ):
        with pytest.raises(UnplugError, match=said):
            read_bundle(ana, data)
    assert ana.state().digest() == before


def test_a_torn_bundle_brings_what_it_has() -> None:
    ana, bea = group("Ana", "Bea")
    lock(ana)
    data = write_bundle(ana)
    late = Replica(bea.ring)
    read_bundle(late, data[: len(data) // 2])
    assert 0 < len(late.history) < len(ana.history)
    read_bundle(late, data)
    agree(ana, late)


def test_a_late_joiner_reads_everything_from_any_one_member() -> None:
    replicas = group("Ana", "Bea", "Cleo")
    for i, replica in enumerate(replicas):
        replica.write(b.Item(text=f"thing {i}"))
    tending.remove(replicas[0], me(replicas[2]))
    meet(replicas[0], replicas[1])
    ana, bea = replicas[:2]
    dan, letter = ask(invite(ana), "Dan")
    meet(ana, bea)
    ana.receive(letter)
    tending.tend(ana, NOW_MS)
    tending.admit(ana, dan.ring.device.public, NOW_MS)
    meet(ana, bea)
    dan.receive(b"".join(everything(bea)))
    assert names(dan) == ["Ana", "Bea", "Dan"]
    agree(bea, dan)
