"""What a calendar shows follows from what is kept of a trip, without its keys."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from unplug.engine.trips.calendar_errands import Errand, event_of, told_of, uid_of
from unplug.engine.trips.forms import InCalendar, TripForm, Window, from_json, to_json
from unplug.trips.calendar_server import Put
from unplug.trips.window_ics import event_ics

TRIP = "ab" * 16
URL = "https://cloud.example.org/dav/"
WINDOW = Window(
    plan="01",
    revision=1,
    start_ms=1_800_000_000_000,
    end_ms=1_800_100_000_000,
    zone="Europe/Madrid",
    place="",
    taking_part=True,
)
FORM = TripForm(key="k", name="By the lake", me="Ana", window=WINDOW)


def test_a_window_that_holds_is_shown_and_one_that_was_declined_is_not() -> None:
    event = event_of(TRIP, FORM)
    assert event is not None
    assert (event.title, event.uid, event.sequence) == ("By the lake", uid_of(TRIP), 0)
    declined = replace(FORM, window=replace(WINDOW, taking_part=False))
    assert event_of(TRIP, declined) is None
    assert event_of(TRIP, replace(FORM, window=None)) is None


@given(
    revision=st.integers(1, 9),
    start_ms=st.integers(1_700_000_000, 1_900_000_000).map(lambda s: s * 1_000),
    place=st.text(max_size=40),
    title=st.text(min_size=1, max_size=40),
)
def test_whatever_is_shown_differently_is_told_anew(
    revision: int, start_ms: int, place: str, title: str
) -> None:
    window = replace(WINDOW, revision=revision, start_ms=start_ms, place=place)
    end_ms = start_ms + 3_600_000
    form = replace(FORM, name=title, window=replace(window, end_ms=end_ms))
    event, before = event_of(TRIP, form), event_of(TRIP, FORM)
    assert event is not None
    assert before is not None
    same = event_ics(event, 7) == event_ics(before, 7)
    assert (told_of(event) == told_of(before)) is same
    assert told_of(event) == told_of(event)


def test_after_an_errand_it_is_known_what_lies_there() -> None:
    event = event_of(TRIP, FORM)
    assert event is not None
    errand = Errand(TRIP, InCalendar(URL, failures=3, error="it was away"), event)
    put = errand.after(Put('"1"'), 5)
    assert put == InCalendar(URL, told_of(event), '"1"', event.end_ms, ok_ms=5)
    assert errand.after(Put('"1"', was_changed=True), 5).note == "changed"
    assert errand.after(None, 5) == InCalendar(URL, note="removed", ok_ms=5)
    taken = Errand(TRIP, put, None).after(None, 6)
    assert taken == InCalendar(URL, ok_ms=6)


def test_how_it_lies_there_is_kept_with_the_trip() -> None:
    known = InCalendar(URL, "told", '"1"', 7, "changed", 5, 2, "it was away")
    form = replace(FORM, calendar=known)
    assert from_json(TRIP, to_json(form)) == form
