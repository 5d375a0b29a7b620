from pathlib import Path

import pytest

from tests.unplug.store.making import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    NEW_YEAR,
    NOON_MS,
    a_database,
    minutes,
)
from unplug.days import DAY_START_MIN
from unplug.engine.patterns.digesting import digest_from, known_and_made, make_missing
from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestStore
from unplug.store.moods import MoodStore
from unplug.store.trouble import StorageTroubleError
from unplug.store.usage import UsageStore
from unplug.usage.moods import Mood
from unplug.usage.states import ScreenSpan, State


class Shelf:
    def __init__(self, folder: Path, day_start_min: int = DAY_START_MIN) -> None:
        self.database = a_database(folder)
        self.usage = UsageStore(self.database, day_start_min)
        self.spans = DaySpans(self.database.connection)
        self.digests = DigestStore(self.database)

    def append(self, *spans: ScreenSpan) -> None:
        self.usage.append(spans, self.usage.last_commit_id + 1)

    def days(self) -> list[int]:
        return [digest.day for digest in self.digests.digests(0, 40_000)]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path)
    for day in range(4):
        made.append(*minutes(30, NOON_MS + day * DAY_MS, app=f"app {day}"))
    return made


def test_digests_are_made_of_the_oldest_days_first_and_kept(shelf: Shelf) -> None:
    assert make_missing(shelf.spans, shelf.digests, NEW_YEAR + 2, limit=60)
    assert shelf.days() == [NEW_YEAR, NEW_YEAR + 1]
    assert not make_missing(shelf.spans, shelf.digests, NEW_YEAR + 2, limit=60)
    assert shelf.days() == [NEW_YEAR, NEW_YEAR + 1, NEW_YEAR + 2]
    [first] = shelf.digests.digests(NEW_YEAR, NEW_YEAR)
    assert first == digest_from(shelf.spans, NEW_YEAR)
    assert first.firsts == {"app 0": 1}
    assert first.long_ms == 30 * MINUTE_MS


def test_spans_that_come_in_later_take_the_digests_of_their_days_back(
    shelf: Shelf,
) -> None:
    make_missing(shelf.spans, shelf.digests, NEW_YEAR + 3)
    late = ScreenSpan(
        NOON_MS + DAY_MS + 14 * HOUR_MS, 4 * HOUR_MS, State.ACTIVE, "late"
    )
    shelf.append(late)
    assert shelf.days() == [NEW_YEAR, NEW_YEAR + 3]
    made = known_and_made(shelf.spans, shelf.digests, NEW_YEAR, NEW_YEAR + 3)
    assert [digest.screen_ms // MINUTE_MS for digest in made] == [30, 150, 150, 30]
    assert shelf.days() == [NEW_YEAR, NEW_YEAR + 3]


def test_another_day_start_has_them_all_made_again(
    shelf: Shelf, tmp_path: Path
) -> None:
    make_missing(shelf.spans, shelf.digests, NEW_YEAR + 3)
    shelf.database.close()
    again = Shelf(tmp_path, day_start_min=0)
    assert again.days() == []
    make_missing(again.spans, again.digests, NEW_YEAR + 3)
    assert len(again.days()) == 4


def test_a_digest_outlives_its_spans(shelf: Shelf) -> None:
    make_missing(shelf.spans, shelf.digests, NEW_YEAR + 3)
    before = shelf.digests.digests(NEW_YEAR, NEW_YEAR)
    while shelf.usage.retire(NOON_MS + 3 * DAY_MS):
        pass
    assert shelf.spans.of_day(NEW_YEAR) == []
    assert shelf.digests.digests(NEW_YEAR, NEW_YEAR) == before
    assert shelf.digests.missing(0, 40_000) == []
    shelf.usage.rebuild()
    assert shelf.digests.digests(NEW_YEAR, NEW_YEAR) == before


def test_days_whose_spans_went_without_a_digest_are_not_missed(shelf: Shelf) -> None:
    while shelf.usage.retire(NOON_MS + 3 * DAY_MS):
        pass
    assert shelf.digests.missing(0, NEW_YEAR + 1) == []


def test_parts_of_digests_are_those_of_the_whole(shelf: Shelf) -> None:
    make_missing(shelf.spans, shelf.digests, NEW_YEAR + 3)
    whole = shelf.digests.digests(0, 40_000)
    assert shelf.digests.hours(0, 40_000) == [(d.day, d.hours_ms) for d in whole]
    assert shelf.digests.firsts(0, 40_000) == [(d.day, d.firsts) for d in whole]
    assert shelf.digests.numbers(0, 40_000) == [
        (d.day, d.screen_ms, d.switches, d.long_ms, d.last_ms) for d in whole
    ]


def test_a_day_that_cannot_be_read_is_damage(shelf: Shelf) -> None:
    make_missing(shelf.spans, shelf.digests, NEW_YEAR)
    shelf.database.connection.execute("UPDATE digest SET hours = 'x'")
    with pytest.raises(StorageTroubleError):
        shelf.digests.hours(0, 40_000)


def test_hours_by_app_count_where_a_span_starts(shelf: Shelf) -> None:
    hours = shelf.spans.app_hours(NEW_YEAR, NEW_YEAR)
    assert hours == {(NEW_YEAR, 12): {"app 0": 30 * MINUTE_MS}}


def test_mood_notes_are_kept_changed_and_forgotten(tmp_path: Path) -> None:
    moods = MoodStore(a_database(tmp_path))
    moods.put(Mood(NOON_MS, 2, "tired", 4))
    moods.put(Mood(NOON_MS + 1, 5))
    moods.put(Mood(NOON_MS, 3, "better", 4))
    assert moods.moods(0, NOON_MS + 2) == (
        Mood(NOON_MS, 3, "better", 4),
        Mood(NOON_MS + 1, 5),
    )
    assert moods.moods(NOON_MS + 1, NOON_MS + 1) == ()
    moods.drop(NOON_MS)
    assert moods.moods(0, NOON_MS + 2) == (Mood(NOON_MS + 1, 5),)
