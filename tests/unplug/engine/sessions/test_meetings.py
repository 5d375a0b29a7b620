"""Sessions stay out of the meetings of the calendars that the user linked."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.sessions.test_surroundings import House, planned
from tests.unplug.engine.sessions.test_unplugging import HOUR, MIN, S
from unplug.clock import from_ms
from unplug.engine.sessions.meetings import Meetings
from unplug.settings import Sessions

EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTART:{start}
DTEND:{end}
SUMMARY:Meeting
END:VEVENT
"""


def calendar(*events: tuple[str, str]) -> str:
    """A calendar of New Year's Day 2026, by hours such as "180000"."""
    body = "".join(
        EVENT.format(uid=n, start=f"20260101T{start}Z", end=f"20260101T{end}Z")
        for n, (start, end) in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{body}END:VCALENDAR\n"


class Day:
    """A day with calendars, and what is said of it."""

    def __init__(self, *paths: Path) -> None:
        self.clock = FakeClock()
        self.said: list[tuple[int, bool]] = []
        self.meetings = Meetings(
            calendars=tuple(str(path) for path in paths),
            all_day=False,
            clock=self.clock,
            worker=None,
            held=self.hear,
        )
        self.meetings.start()

    def hear(self, on: bool) -> None:  # noqa: FBT001  (a callback)
        hour = self.clock.stamp().utc - from_ms(1_767_225_600_000)
        self.said.append((hour // timedelta(minutes=1), on))

    def lives(self, ms: int) -> "Day":
        end_ms = self.clock.stamp().mono_ms + ms
        while (left_ms := end_ms - self.clock.stamp().mono_ms) > 0:
            wait_ms = self.meetings.next_deadline_ms()
            self.clock.advance(left_ms if wait_ms is None else min(wait_ms, left_ms))
            self.meetings.look()
        return self

    def hears_of_files(self) -> None:
        for source in self.meetings.sources():
            self.meetings.ready(source)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "work.ics"
    made.write_text(calendar(("100000", "110000"), ("103000", "120000")))
    return made


def test_a_meeting_is_on_from_its_start_to_its_end(file: Path) -> None:
    day = Day(file).lives(23 * HOUR)
    assert day.said == [(600, True), (720, False)]
    day.meetings.close()


def test_nothing_wakes_us_but_the_edges_of_meetings_and_a_new_day(file: Path) -> None:
    day = Day(file)
    wait_ms = day.meetings.next_deadline_ms()
    assert wait_ms == 10 * HOUR + 1
    day.lives(12 * HOUR + S)
    wait_ms = day.meetings.next_deadline_ms()
    assert wait_ms is not None
    assert wait_ms > 11 * HOUR
    day.meetings.close()


def test_a_calendar_that_changes_is_read_again(file: Path) -> None:
    day = Day(file).lives(HOUR)
    new = file.with_suffix(".tmp")
    new.write_text(calendar(("020000", "023000")))
    new.replace(file)
    day.hears_of_files()
    day.lives(3 * HOUR)
    assert day.said == [(120, True), (150, False)]
    day.meetings.close()


def test_a_folder_has_many_calendars_and_gets_new_ones(tmp_path: Path) -> None:
    folder = tmp_path / "calendars" / "work"
    folder.mkdir(parents=True)
    day = Day(tmp_path / "calendars").lives(HOUR)
    (folder / "one.ics").write_text(calendar(("020000", "023000")))
    (folder / "notes.txt").write_text("no calendar")
    day.hears_of_files()
    day.lives(3 * HOUR)
    assert day.said == [(120, True), (150, False)]
    day.meetings.close()


def test_rubbish_says_nothing_and_what_is_missing_is_told(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.ics"
    rubbish.write_bytes(os.urandom(5_000))
    day = Day(rubbish, tmp_path / "missing.ics").lives(HOUR)
    assert day.said == []
    [notice] = day.meetings.notices
    assert "missing.ics" in notice
    assert "settings.toml" in notice
    day.meetings.close()


def test_a_meeting_that_is_followed_no_more_is_over(file: Path) -> None:
    day = Day(file).lives(10 * HOUR + MIN)
    assert day.said[-1][1] is True
    day.meetings.close()
    assert day.said[-1][1] is False


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    file = tmp_path / "work.ics"
    file.write_text(calendar(("173000", "183000")))
    made = House(tmp_path / "data", Sessions(calendars=(str(file),)))
    yield made
    made.door.close()
    made.database.close()


def test_a_session_waits_for_the_end_of_a_meeting_and_says_so(house: House) -> None:
    planned(house).lives(18 * HOUR + 10 * MIN)
    assert (house.state, house.why) == ("waiting", ("meeting",))
    house.lives(24 * MIN)
    assert house.state == "running"


def test_without_a_plan_no_calendar_is_read(house: House) -> None:
    house.lives(HOUR)
    assert house.door.sources() == ()
