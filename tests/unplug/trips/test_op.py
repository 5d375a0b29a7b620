"""Bodies, batches and the one encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.trips import bodies as b
from unplug.trips import canonical, op
from unplug.trips.canonical import MalformedError
from unplug.trips.fields import LATEST_MS, Body
from unplug.trips.history import History
from unplug.trips.keys import DeviceKey
from unplug.trips.op import (
    MAX_OPS,
    Batch,
    Place,
    follows,
    read_batch,
    sign_batch,
)

KEY = DeviceKey.from_seed(bytes(range(32)))
TRIP = bytes(16)
START = Place(epoch=0, seq=0, lamport=0, parent=None)

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.binary(max_size=20)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=10,
)


def batch(*said: Body, at: Place = START) -> Batch:
    return sign_batch(KEY.seed, said, trip=TRIP, at=at)


@given(st.lists(plain, max_size=5).map(tuple))
def test_a_value_has_one_encoding(value: tuple[canonical.Plain, ...]) -> None:
    try:
        assert canonical.decode(canonical.encode(value)) == value
    except MalformedError:
        assert depth(value) >= canonical.MAX_DEPTH


def depth(value: canonical.Plain) -> int:
    if not isinstance(value, tuple):
        return 0
    return 1 + max(map(depth, value), default=0)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    try:
        value = canonical.decode(data)
    except MalformedError:
        return
    assert canonical.encode(value) == data


def test_every_kind_of_op_has_a_number_and_reads_back() -> None:
    assert len(b.NUMBERS) == len(b.KINDS)
    said = (b.Leave(), b.Item(text="torch"), b.Vote(bytes(16), b.Say.YES))
    ops = batch(*said).ops()
    assert tuple(op.body for op in ops) == said
    assert [(op.seq, op.lamport) for op in ops] == [(0, 0), (1, 1), (2, 2)]


def test_the_numbers_of_the_kinds_never_change() -> None:
    numbers = {kind.__name__: n for kind, n in b.NUMBERS.items()}
    assert numbers["Create"] == 0
    assert numbers["Remove"] == 5
    assert numbers["Rekey"] == 11
    assert numbers["Vote"] == 14
    assert numbers["Answer"] == 18
    assert numbers["Rename"] == 30
    assert numbers["Handout"] == 31
    assert len(numbers) == 32


@pytest.mark.parametrize(
    "make",
    [
        lambda: b.Item(text=""),
        lambda: b.Item(text="   "),
        lambda: b.Item(text="x" * 201),
        lambda: b.Item(text="two\nlines"),
        lambda: b.Item(text="turned \u202e round"),
        lambda: b.Item(text="\u200b"),
        lambda: b.Item(text=b"bytes"),  # type: ignore[arg-type]  # what is tried
        lambda: b.Vote(bytes(15), b.Say.YES),
        lambda: b.Vote(bytes(16), 3),
        lambda: b.Vote(bytes(16), say=True),
        lambda: b.Rename(name="n" * 41),
        lambda: b.Deadline(at_ms=LATEST_MS + 1),
        lambda: b.Deadline(at_ms=-1),
        lambda: b.Propose(5, 5, "UTC", ""),
        lambda: b.Propose(0, 61 * 86_400_000, "UTC", ""),
        lambda: b.Propose(0, 5, "../../etc/passwd", ""),
        lambda: b.Circles(bytes(16), 2),
        lambda: b.Circles(bytes(16), 6),
        lambda: b.Outcome(bytes(16), 0, 5),
        lambda: b.Revoke(bytes(32), (bytes(15),)),
        lambda: b.Invite(bytes(32), 0, 0, approval=True, role=1),
        lambda: b.Invite(bytes(32), 0, 1, approval=True, role=2),
        lambda: b.Rekey(0, bytes(16), bytes(32), ()),
    ],
)
def test_a_field_beyond_its_limit_is_refused_at_birth(make: type[Body]) -> None:
    with pytest.raises(ValueError, match=r"cannot be|ends after"):
        make()


def test_names_in_any_script_are_welcome() -> None:
    for name in ("Zoë", "李雷", "Олена", "محمد", "José-María 🌲"):
        assert b.Rename(name=name).name == name


@pytest.mark.parametrize(
    ("kind", "said"),
    [(99, ()), (14, (bytes(16), 7)), (14, ()), (True, ()), ("14", ()), (8, 5)],
)
def test_what_this_version_cannot_read_keeps_its_place(
    kind: canonical.Plain, said: canonical.Plain
) -> None:
    assert b.read(kind, said) is None


def test_a_batch_is_read_back_exactly() -> None:
    made = batch(b.Item(text="torch"), at=Place(3, 7, 20, bytes(32), (bytes(32),)))
    op._held.clear()
    again = read_batch(made.packed(), TRIP)
    assert again is not made
    assert again == made


def test_what_is_held_somewhere_is_read_once_and_forgotten_with_the_last_holder() -> (
    None
):
    made = batch(b.Item(text="once"))
    packed = made.packed()
    assert read_batch(packed, TRIP) is made
    with pytest.raises(MalformedError, match="signature"):
        read_batch(packed, bytes([1] * 16))
    there = len(op._held)
    del made
    assert len(op._held) == there - 1


def test_a_batch_is_never_empty_nor_too_long() -> None:
    with pytest.raises(MalformedError, match="form"):
        batch()
    with pytest.raises(MalformedError, match="form"):
        batch(*[b.Leave()] * (MAX_OPS + 1))
    with pytest.raises(MalformedError, match="form"):
        batch(b.Leave(), b.Leave(), at=Place(0, 65_535, 0, bytes(32)))


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_any_change_to_a_signed_batch_is_noticed(at: int, change: bytes) -> None:
    packed = batch(b.Item(text="torch")).packed()
    at %= len(packed)
    changed = packed[:at] + change + packed[at + len(change) :]
    if changed != packed:
        with pytest.raises(MalformedError):
            read_batch(changed, TRIP)


def test_a_batch_follows_its_parent_without_gap_or_leap() -> None:
    first = batch(b.Leave(), b.Leave())
    assert follows(first, None)
    for at, right in (
        (Place(0, 2, 2, first.id), True),
        (Place(0, 2, 900, first.id), True),
        (Place(0, 3, 3, first.id), False),
        (Place(0, 2, 1, first.id), False),
        (Place(0, 2, 2 + 2**20 + 1, first.id), False),
        (Place(0, 2, 2, bytes(32)), False),
        (Place(0, 2, 2, None), False),
    ):
        assert follows(batch(b.Leave(), at=at), first) is right


def test_history_waits_for_parents_and_finds_forks() -> None:
    first = batch(b.Item(text="1"))
    left = batch(b.Item(text="2"), at=Place(0, 1, 1, first.id))
    right = batch(b.Item(text="3"), at=Place(0, 1, 1, first.id))
    last = batch(b.Item(text="4"), at=Place(0, 2, 2, left.id))
    history = History()
    assert history.add(last) == ()
    assert history.add(left) == ()
    assert history.heads() == {}
    assert history.add(first) == (first, left, last)
    assert history.forks() == ()
    assert history.heads() == {KEY.public: ((3, last.id),)}
    assert history.add(right) == (right,)
    assert history.add(right) == ()
    [fork] = history.forks()
    assert (fork.author, fork.seq) == (KEY.public, 1)
    assert fork.branches == tuple(sorted((left.id, right.id)))
    assert history.past_of([last.id]) == {first.id, left.id, last.id}
    assert history.last_of(KEY.public) == last
