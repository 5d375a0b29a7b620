from hypothesis import given
from hypothesis import strategies as st

from unplug.trips.marks import MOST, is_marked, marks_of

TRIPS = st.lists(st.binary(min_size=16, max_size=16), unique=True, max_size=MOST)


@given(TRIPS, st.binary(min_size=16, max_size=16))
def test_who_knows_the_trip_recognises_it_and_nobody_else(
    trips: list[bytes], other: bytes
) -> None:
    said = marks_of(trips)
    assert all(is_marked(said, trip) for trip in trips)
    assert is_marked(said, other) == (other in trips)


def test_two_announcements_of_one_trip_have_nothing_in_common() -> None:
    trip = b"t" * 16
    first, second = marks_of([trip]), marks_of([trip])
    assert first[:16] != second[:16]
    assert first[16:] != second[16:]


def test_all_that_is_announced_fits() -> None:
    many = [bytes([i]) * 16 for i in range(50)]
    assert len(f"unplug={marks_of(many)}") <= 255


@given(st.text(max_size=60))
def test_whatever_strangers_announce_is_no_mark(said: str) -> None:
    assert not is_marked(said, b"t" * 16)
