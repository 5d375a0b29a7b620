"""What goes by and cannot be opened, and who is told of it."""

from collections.abc import Iterator

import pytest

from tests.unplug.trips.groups import group, join
from tests.unplug.trips.transports.brokers import Mosquitto, mosquitto
from unplug.trips import bodies as b
from unplug.trips import envelope, keys, primitives, tending
from unplug.trips.envelope import SealKey
from unplug.trips.transports.mqtt import visit
from unplug.trips.transports.unread import MOST, MOST_BYTES, Unread

TRIP = b"t" * 16


@pytest.fixture(scope="module")
def broker() -> Iterator[Mosquitto]:
    with mosquitto() as running:
        yield running


def key() -> SealKey:
    return SealKey(TRIP, 1, primitives.random_bytes(primitives.KEY_BYTES))


def test_who_missed_a_key_is_told_and_nobody_else_until_they_are_given_it(
    broker: Mosquitto,
) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    mine = set(bea.state().members[bea.me or b""].devices)
    others = [d for d in ana.state().owner if d not in mine]
    secret = primitives.random_bytes(primitives.KEY_BYTES)
    ana.write(keys.rekey(1, secret, others, trip=ana.trip))
    ana.write(b.Item(text="torch"))
    assert visit(broker.address, ana).unread_ms is None
    assert visit(broker.address, bea).unread_ms is not None
    assert visit(broker.address, cleo).unread_ms is None
    tending.tend(ana, 0)
    visit(broker.address, ana)
    assert visit(broker.address, bea).unread_ms is None
    assert bea.state().digest() == ana.state().digest()


def test_who_comes_late_and_who_asks_to_join_read_all_that_they_are_to(
    broker: Mosquitto,
) -> None:
    [ana] = group("Ana")
    for name in ("Bea", "Cleo"):
        member = join(ana, name)
        tending.begin_epoch(ana)
        ana.write(b.Item(text=name))
        assert visit(broker.address, ana).unread_ms is None
        assert visit(broker.address, member).unread_ms is None


def test_what_is_closed_is_found_among_what_is_had_and_what_is_no_news() -> None:
    ana, bea = group("Ana", "Bea")
    unread = Unread(bea)
    known = b"".join(ana.envelopes())
    hello, _ = ana.hello(0)
    closed = envelope.seal(key(), b"closed" * 200)
    unread.heard(known + hello, 1_000)
    assert unread.since_ms() is None
    unread.heard(known + hello + closed + known, 2_000)
    unread.heard(closed, 3_000)
    assert unread.since_ms() == 2_000


def test_what_a_later_key_opens_is_forgotten() -> None:
    [ana] = group("Ana")
    later, unread = key(), Unread(ana)
    unread.heard(envelope.seal(later, b"closed"), 1_000)
    assert unread.since_ms() == 1_000
    ana.ring = ana.ring.with_epoch(later.epoch or 0, later.secret)
    assert unread.since_ms() is None


def test_it_never_grows_whatever_a_broker_sends() -> None:
    [ana] = group("Ana")
    unread = Unread(ana)
    unread.heard(b"", 0)
    for at in range(5 * MOST):
        unread.heard(primitives.random_bytes(256), 1_000 + at)
    unread.heard(bytes(MOST_BYTES), 9_000)
    assert unread.since_ms() == 1_000
    assert len(unread._heads) == MOST
