import random
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unplug.store.making import NOON_MS, a_store, minutes, spans
from unplug.store import cells
from unplug.store.restoring import recover_into, waiting_spans
from unplug.store.tail import SLOT_BYTES, Recovered, Tail
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

ID = uuid4().hex
RUNNING = ScreenSpan(NOON_MS, 1_000, State.ACTIVE, "editor", "a title", 4)


def reread(path: Path, database_id: str = ID) -> Recovered:
    """What the next process finds."""
    tail = Tail(path, database_id)
    found = tail.recover()
    tail.close()
    return found


@pytest.fixture(params=["mapped", "written"])
def path(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A place for a tail, on each of the two kinds of file system."""
    name = "tmpfs" if request.param == "mapped" else "btrfs"
    monkeypatch.setattr(cells, "_file_system", lambda _: name)
    return tmp_path / "unplug.tail"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(spans, max_size=4), st.lists(spans, max_size=3)),
        min_size=1,
        max_size=5,
    )
)
def test_the_last_write_comes_back_as_it_was(
    writes: list[tuple[list[ScreenSpan], list[ScreenSpan]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "unplug.tail"
        tail = Tail(path, ID)
        for number, (closed, open_) in enumerate(writes):
            assert tail.write(number, closed, open_) == 0
        tail.close()
        closed, open_ = writes[-1]
        wanted = Recovered(len(writes) - 1, tuple(closed), tuple(open_), ID)
        assert reread(path) == wanted


def test_a_beat_moves_the_end_of_the_running_span_and_of_no_other(path: Path) -> None:
    tail = Tail(path, ID)
    tail.write(1, minutes(1), [*minutes(1, 5), RUNNING])
    for dur_ms in (2_000, 3_000, 2_500):
        assert tail.beat(dur_ms)
    found = reread(path)
    assert [span.dur_ms for span in found.open_] == [60_000, 2_500]
    tail.write(2, [], [RUNNING])
    assert [span.dur_ms for span in reread(path).open_] == [1_000]
    tail.close()


def test_a_beat_without_a_running_span_asks_for_a_write(path: Path) -> None:
    tail = Tail(path, ID)
    assert not tail.beat(5)
    tail.write(1, minutes(1), [])
    assert not tail.beat(5)
    tail.write(1, [], [RUNNING])
    assert tail.beat(5)
    tail.close()
    assert not tail.beat(6)
    assert reread(path).open_[0].dur_ms == 5


def test_a_span_beaten_back_to_nothing_is_no_span(path: Path) -> None:
    tail = Tail(path, ID)
    tail.write(1, [], [*minutes(1), RUNNING])
    tail.beat(0)
    tail.close()
    assert reread(path).open_ == tuple(minutes(1))


def test_what_does_not_fit_is_counted_and_the_running_span_always_fits(
    path: Path,
) -> None:
    many = minutes(5_000)
    tail = Tail(path, ID)
    left_out = tail.write(1, many, [RUNNING])
    tail.close()
    found = reread(path)
    assert found.open_ == (RUNNING,)
    assert found.closed == tuple(many[: len(many) - left_out])
    assert len(found.closed) > 2_500


def test_the_file_has_its_room_from_the_start_and_is_private(path: Path) -> None:
    tail = Tail(path, ID)
    assert path.stat().st_size == 2 * SLOT_BYTES
    assert path.stat().st_blocks * 512 >= 2 * SLOT_BYTES
    assert path.stat().st_mode & 0o777 == 0o600
    tail.write(1, minutes(9_000), [RUNNING])
    assert path.stat().st_size == 2 * SLOT_BYTES
    tail.close()


def test_a_write_that_was_torn_anywhere_leaves_this_one_or_the_one_before(
    path: Path,
) -> None:
    tail = Tail(path, ID)
    tail.write(1, minutes(30), [RUNNING])
    one = path.read_bytes()
    tail.write(2, minutes(20, 77), [])
    two = path.read_bytes()
    tail.close()
    before = (1, tuple(minutes(30)))
    after = (2, tuple(minutes(20, 77)))
    seen = set()
    for cut in (*range(0, 3_000, 61), *range(SLOT_BYTES, SLOT_BYTES + 3_000, 61)):
        path.write_bytes(two[:cut] + one[cut:])
        found = reread(path)
        seen.add((found.commit_id, found.closed))
    assert seen == {before, after}


def test_no_damage_to_the_file_stops_anything(path: Path) -> None:
    tail = Tail(path, ID)
    tail.write(1, minutes(30), [RUNNING])
    tail.write(2, minutes(20, 77), [RUNNING])
    tail.close()
    whole = path.read_bytes()
    rng = random.Random(5)
    known = {span.start_ms for span in (*minutes(30), *minutes(20, 77), RUNNING)}
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 8)):
            at = rng.choice((rng.randrange(1_500), SLOT_BYTES + rng.randrange(1_500)))
            data[at] ^= 1 << rng.randrange(8)
        path.write_bytes(data[: rng.choice((len(data), rng.randrange(len(data))))])
        found = reread(path)
        assert {span.start_ms for span in (*found.closed, *found.open_)} <= known
        assert found.commit_id in (0, 1, 2)


def test_where_no_file_can_be_made_the_app_goes_on_and_says_why(
    tmp_path: Path,
) -> None:
    path = tmp_path / "missing" / "unplug.tail"
    tail = Tail(path, ID)
    assert "cannot open" in tail.trouble
    tail.write(1, minutes(1), [RUNNING])
    assert "cannot open" in tail.trouble
    assert tail.recover() == Recovered(0)
    path.parent.mkdir()
    tail.write(2, minutes(1), [RUNNING])
    assert tail.trouble == ""
    assert tail.beat(2_000)
    tail.close()
    assert reread(path).open_[0].dur_ms == 2_000


def test_a_file_that_is_deleted_is_made_again(path: Path) -> None:
    tail = Tail(path, ID)
    tail.write(1, [], [RUNNING])
    path.unlink()
    tail.write(2, [], [RUNNING])
    tail.close()
    assert reread(path).commit_id == 2


def restore(store: UsageStore, path: Path) -> Recovered | None:
    tail = Tail(path, store.database_id)
    done = recover_into(store, tail)
    tail.close()
    return done


def test_recovery_commits_what_was_on_its_way_and_what_was_open(path: Path) -> None:
    with a_store(path.parent) as store:
        store.append(minutes(2), 1)
        tail = Tail(path, store.database_id)
        closed = minutes(3, NOON_MS + 3_600_000)
        running = ScreenSpan(NOON_MS + 7_200_000, 5, State.ACTIVE, "editor")
        tail.write(2, closed, [running])
        tail.beat(4_000)
        tail.close()
        waiting = waiting_spans(path.parent, store)
        assert [span.dur_ms for span in waiting] == [60_000] * 3 + [4_000]
        done = restore(store, path)
        assert waiting_spans(path.parent, store) == ()
        assert done is not None
        assert (len(done.closed), done.open_[0].dur_ms) == (3, 4_000)
        assert restore(store, path) is None
        total = sum(span.dur_ms for span in store.spans(0, NOON_MS * 2))
        assert total == 5 * 60_000 + 4_000


def test_recovery_leaves_out_what_the_commit_brought_in(path: Path) -> None:
    with a_store(path.parent) as store:
        tail = Tail(path, store.database_id)
        tail.write(1, minutes(3), [RUNNING])
        tail.close()
        store.append(minutes(3), 1)
        done = restore(store, path)
        assert done is not None
        assert done.closed == ()
        assert len(list(store.spans(0, NOON_MS * 2))) == 4


def test_a_crash_in_the_middle_of_recovery_doubles_nothing(path: Path) -> None:
    with a_store(path.parent) as store:
        tail = Tail(path, store.database_id)
        tail.write(1, minutes(3), [RUNNING])
        tail.close()
        held = path.read_bytes()
        restore(store, path)
        path.write_bytes(held)  # killed before the tail was emptied
        assert restore(store, path) is None
        assert len(list(store.spans(0, NOON_MS * 2))) == 4
        assert store.append(minutes(1, NOON_MS * 2), store.last_commit_id + 1)


def test_a_tail_of_another_database_is_moved_aside(path: Path) -> None:
    with a_store(path.parent) as store:
        tail = Tail(path, ID)
        tail.write(1, minutes(3), [RUNNING])
        tail.close()
        held = path.read_bytes()
        assert restore(store, path) is None
        assert store.extent_ms() is None
        assert path.with_name("unplug.tail.other").read_bytes() == held
