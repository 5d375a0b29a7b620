"""Whole groups on one clock, over a broker that loses, forgets and is wiped."""

import random
import re
import zlib

import pytest

from tests.unplug.trips.groups import NOW_MS, agree, ask, group, invite, join, me, meet
from tests.unplug.trips.transports.pretended import LossyBroker, same, write
from unplug.trips import envelope, sync, tending
from unplug.trips.keys import DeviceKey
from unplug.trips.replica import Replica

HOUR_MS = 3_600_000


def test_what_one_says_reaches_all_who_are_there_at_once() -> None:
    members = group("Ana", "Bea", "Cleo")
    broker = LossyBroker(*members)
    broker.run(5_000)
    write(members[0], "torch")
    broker.gossips[0].written(broker.clock.stamp())
    assert broker.run(5_000, lambda: same(members)) <= 1
    agree(*members)


def test_all_is_said_once_and_then_there_is_silence() -> None:
    members = group(*(f"Somebody {i}" for i in range(8)))
    broker = LossyBroker(*members)
    broker.run(60_000)
    before = len(broker.seen)
    broker.run(10 * 60_000)
    assert len(broker.seen) - before <= 2
    assert all(g.shelf.complete for g in broker.gossips)


def test_who_come_back_together_say_their_news_once_each() -> None:
    members = group(*(f"Somebody {i}" for i in range(8)))
    broker = LossyBroker(*members)
    broker.run(60_000)
    for i in range(8):
        broker.disconnect(i)
    for i, member in enumerate(members):
        write(member, f"news {i}")
    broker.seen.clear()
    for i in range(8):
        broker.connect(i)
        broker.run(40)
    assert broker.run(5_000, lambda: same(members)) <= 300
    said = [wish for wish in broker.seen if wish.topic == broker.gossips[0].topic]
    assert len(said) == 16  # a nod and the news
    assert len(broker.seen) == len(said)


@pytest.mark.parametrize("authors", [1, 8])
def test_who_start_with_news_from_before_say_them_to_all_at_once(authors: int) -> None:
    members = group(*(f"Somebody {i}" for i in range(8)))
    for member in members[:authors]:
        write(member, "news")
    broker = LossyBroker(*members)
    assert broker.run(5_000, lambda: same(members)) <= 1_000
    for member in members[:authors]:
        raw = member.envelopes_of(member.ring.device.public)[-1]
        assert sum(raw in wish.payload for wish in broker.seen) == 1


def one_lacks_what_an_absent_one_wrote() -> tuple[LossyBroker, list[Replica], bytes]:
    """Six who were there for a while, and one who comes and has missed something."""
    absent, late, *others = group(*(f"Somebody {i}" for i in range(8)))
    write(absent, "news")
    raw = absent.envelopes()[-1]
    for other in others:
        other.receive(raw)
    broker = LossyBroker(*others, late)
    broker.disconnect(6)
    broker.run(60_000)
    broker.seen.clear()
    return broker, [*others, late], raw


def test_one_alone_sends_what_the_absent_wrote() -> None:
    broker, members, raw = one_lacks_what_an_absent_one_wrote()
    broker.connect(6)
    assert broker.run(5_000, lambda: same(members)) <= 500
    broker.run(10_000)
    told = [wish for wish in broker.seen if raw in wish.payload and not wish.kept]
    assert len(told) == 1


@pytest.mark.parametrize("left", range(6))
def test_where_the_chosen_one_is_gone_another_one_sends(left: int) -> None:
    broker, members, _ = one_lacks_what_an_absent_one_wrote()
    # Nobody has noticed yet that these are gone; one of them is the first in turn.
    broker.mute = set(range(6)) - {left}
    broker.connect(6)
    assert broker.run(10_000, lambda: same([members[left], members[6]])) <= 7_000


def test_a_device_whose_mark_begins_like_anothers_is_not_overlooked() -> None:
    ana, bea = group("Ana", "Bea")
    tag = sync.mark(bea.ring.device.public, ())[0]
    keys = iter(DeviceKey.new, None)
    alike = next(key for key in keys if sync.mark(key.public, ())[0] == tag)
    cleo = join(ana, "Cleo", device=alike)
    meet(ana, bea, cleo)
    write(bea, "said before, so that the others know a mark of this tag")
    meet(ana, bea, cleo)
    write(cleo, "the first word of this device")
    broker = LossyBroker(ana, bea, cleo)
    assert broker.run(5_000, lambda: same([ana, bea, cleo])) <= 1_000


def two_camps() -> list[Replica]:
    """Three know two branches of a device, three others only one of them."""
    absent, *others = group(*(f"Somebody {i}" for i in range(7)))
    restored = Replica(absent.ring)
    restored.load(absent.envelopes())
    for replica, text, heard in ((absent, "one", 6), (restored, "other", 3)):
        write(replica, text)
        for other in others[:heard]:
            other.receive(replica.envelopes()[-1])
    return others


@pytest.mark.parametrize("seed", range(10))
def test_what_marks_do_not_show_is_found_without_much_ado(seed: int) -> None:
    members = two_camps()
    broker = LossyBroker(*members, seed=seed)
    assert not same(members)
    assert broker.run(60_000, lambda: same(members)) <= 30_000
    assert len(broker.seen) <= 100
    agree(*members)


def test_who_is_alone_with_a_broker_reads_its_store_within_a_second() -> None:
    ana, bea = group("Ana", "Bea")
    write(bea, "map")
    first = LossyBroker(bea)
    first.run(10_000)
    second = LossyBroker(ana)
    second.kept = first.kept
    assert second.run(5_000, lambda: same([ana, bea])) <= 1_500


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_whatever_the_broker_loses(seed: int) -> None:
    rng = random.Random(seed)
    members = group(*(f"Somebody {i}" for i in range(5)))
    broker = LossyBroker(*members, seed=seed, loss=0.3)
    for i in range(40):
        who = rng.randrange(5)
        write(members[who], f"thing {i}")
        broker.gossips[who].written(broker.clock.stamp())
        broker.run(rng.randrange(1_500))
        chance = rng.random()
        if chance < 0.15:
            broker.wipe()
        elif chance < 0.4:
            broker.connect(rng.randrange(5))
    for i in range(5):
        broker.connect(i)
    broker.run(HOUR_MS, lambda: same(members))
    agree(*members)
    assert len(members[0].state().items) == 40


def test_any_one_member_fills_an_empty_broker_for_who_comes_after() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    write(cleo, "rope")
    bea.receive(b"".join(cleo.envelopes()))
    broker = LossyBroker(bea)
    broker.run(10_000)
    broker.disconnect(0)
    late = Replica(ana.ring)
    later = LossyBroker(late)
    later.kept = broker.kept
    assert later.run(10_000, lambda: same([bea, late])) <= 1_000
    agree(bea, late)


def test_only_who_saw_the_store_keeps_others_from_looking_there() -> None:
    members = group("Ana", "Bea", "Cleo", "Dora")
    broker = LossyBroker(*members)
    broker.run(60_000)
    broker.deaf.add(3)  # nods, and never hears what the others lack
    write(members[3], "torch")
    broker.gossips[3].written(broker.clock.stamp())
    broker.gossips[3].wishes()  # and what she says first is lost
    assert broker.run(2 * HOUR_MS, lambda: same(members)) <= HOUR_MS
    agree(*members)


def test_a_broker_that_hangs_up_on_who_stores_is_mostly_left_alone_with_it() -> None:
    members = group("Ana", "Bea", "Cleo")
    broker = LossyBroker(*members)
    broker.keeps = False
    broker.run(2 * HOUR_MS)
    before = broker.hung_up
    broker.run(2 * HOUR_MS)
    assert broker.hung_up - before <= 3 * 2 * 6  # by each, six times an hour
    write(members[0], "torch")
    broker.gossips[0].written(broker.clock.stamp())
    assert broker.run(5_000, lambda: same(members)) <= 1
    broker.keeps = True
    broker.run(HOUR_MS, lambda: all(g.shelf.complete for g in broker.gossips))
    assert all(g.shelf.complete for g in broker.gossips)


def test_a_device_that_lost_everything_gets_back_what_it_wrote_itself() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    empty = Replica(ana.ring)
    broker = LossyBroker(empty, bea, cleo)
    assert broker.run(30_000, lambda: same([empty, bea, cleo])) <= 3_000


def test_a_letter_in_the_store_is_answered_and_taken_away() -> None:
    ana, bea = group("Ana", "Bea")
    write(bea, "map")
    newcomer, letter = ask(invite(ana), "Cleo")
    newcomer.receive(letter)
    broker = LossyBroker(newcomer)
    broker.run(10_000)
    assert len(broker.kept) == 1
    lead = LossyBroker(ana, bea)
    lead.kept = broker.kept
    lead.run(30_000)
    tending.tend(ana, NOW_MS)
    assert tending.admit(ana, newcomer.ring.device.public, NOW_MS)
    tending.tend(ana, NOW_MS)
    lead.gossips[0].written(lead.clock.stamp())
    lead.run(30_000)
    broker.kept = lead.kept
    broker.connect(0)
    broker.run(30_000, lambda: newcomer.me is not None)
    assert me(newcomer)
    write(newcomer, "tent")
    broker.gossips[0].written(broker.clock.stamp())
    broker.run(30_000)
    for i in range(2):
        lead.connect(i)
    lead.run(120_000)
    agree(ana, bea, newcomer)
    assert ana.letters == {}


def test_who_asks_to_join_where_nobody_is_has_soon_done_their_part() -> None:
    [ana] = group("Ana")
    newcomer, letter = ask(invite(ana), "Cleo")
    newcomer.receive(letter)
    broker = LossyBroker(newcomer)
    [gossip] = broker.gossips
    broker.run(60_000, lambda: gossip.settled(broker.clock.stamp()))
    assert gossip.settled(broker.clock.stamp())
    assert list(broker.kept.values()) == [letter]
    assert not gossip.shelf.complete


def test_who_asks_to_join_is_heard_at_once_by_those_who_are_there() -> None:
    """They would not look into the store for another quarter of an hour."""
    ana, bea = group("Ana", "Bea")
    newcomer, letter = ask(invite(ana), "Cleo")
    newcomer.receive(letter)
    broker = LossyBroker(ana, bea, newcomer)
    broker.disconnect(2)
    broker.run(120_000)
    assert all(gossip.settled(broker.clock.stamp()) for gossip in broker.gossips[:2])
    broker.connect(2)
    assert broker.run(30_000, lambda: bool(ana.asking and bea.asking)) <= 100


def test_what_is_no_envelope_and_what_is_too_large_changes_nothing() -> None:
    (ana,) = group("Ana")
    broker = LossyBroker(ana)
    gossip, now = broker.gossips[0], broker.clock.stamp()
    before = ana.state().digest()
    for payload in (b"", b"x", bytes(4096), random.Random(1).randbytes(100_000)):
        assert gossip.heard(gossip.topic, payload, now).batches == 0
    assert gossip.heard(gossip.topic, bytes(2_000_000), now).batches == 0
    assert ana.state().digest() == before


def test_a_relay_sees_random_bytes_in_steps_of_256_under_random_names() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    broker = LossyBroker(ana, bea, cleo)
    for i in range(60):
        write((ana, bea, cleo)[i % 3], f"the same words every time {i % 2}")
        broker.gossips[i % 3].written(broker.clock.stamp())
        broker.run(700)
    broker.run(60_000)
    payloads = [wish.payload for wish in broker.seen if wish.payload]
    assert {len(p) % envelope.BLOCK for p in payloads} == {0}
    for payload in payloads:
        assert len(zlib.compress(payload, 9)) >= len(payload)
    blocks = {p[i : i + 256] for p in payloads for i in range(0, len(p), 256)}
    together = b"".join(sorted(blocks))
    counts = [together.count(bytes([value])) for value in range(256)]
    expected = len(together) / 256
    chi = sum((n - expected) ** 2 / expected for n in counts)
    assert 150 < chi < 400  # 255 degrees of freedom: beyond once in 10,000,000
    topics = {wish.topic for wish in broker.seen}
    assert all(re.fullmatch(r"[\w-]{20}(/[\w-]{8})?", topic) for topic in topics)
    said = " ".join(topics) + repr(payloads)
    secrets = [ana.trip, *(r.ring.device.public for r in (ana, bea, cleo))]
    assert not any(
        secret.hex() in said or repr(secret)[2:-1] in said for secret in secrets
    )
