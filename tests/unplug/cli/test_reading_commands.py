"""status and usage: what they say of what is recorded."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeClock
from tests.unplug.cli.calling import FakeFront, answer, call, refusal
from unplug.clock import SystemClock, to_ms
from unplug.days import DAY_START_MIN, day_at, offset_quarters
from unplug.store.database import Database
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

MIN, HOUR = 60_000, 3_600_000
TOTAL = {
    "active_s",
    "watching_s",
    "idle_s",
    "locked_s",
    "asleep_s",
    "paused_s",
    "offline_s",
    "screen_s",
}


@contextmanager
def store(folder: Path) -> Iterator[UsageStore]:
    database = Database(folder, FakeClock())
    try:
        yield UsageStore(database, DAY_START_MIN)
    finally:
        database.close()


def write(folder: Path, *spans: ScreenSpan) -> None:
    with store(folder) as into:
        into.append(spans, into.last_commit_id + 1)


def at(written: str) -> int:
    return to_ms(datetime.fromisoformat(written))


def active(
    start: str, minutes: float, app: str | None = "editor", title: str | None = None
) -> ScreenSpan:
    """A stretch with the offset that its start is written with."""
    offset = datetime.fromisoformat(start).utcoffset() or timedelta()
    quarters = offset // timedelta(minutes=15)
    return ScreenSpan(
        at(start), round(minutes * MIN), State.ACTIVE, app, title, quarters
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def madrid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Madrid")


def test_without_a_command_the_app_starts_and_gives_its_exit_code(
    folder: Path,
) -> None:
    front = FakeFront(exit_code=3)
    assert call(folder, front=front).exit_code == 3
    assert front.started == [folder]


def test_nothing_recorded_is_nothing_and_makes_no_folder(folder: Path) -> None:
    told = answer(folder, "status")
    assert told["running"] is False
    assert told["state"] is None
    assert told["usual_s"] is None
    assert set(told["today"]) == TOTAL
    assert set(told["today"].values()) == {0}
    used = answer(folder, "usage")
    assert used["rows"] == []
    assert set(used["total"]) == TOTAL
    assert not folder.exists()


def test_status_has_the_form_that_scripts_lean_on(folder: Path) -> None:
    zone, now = SystemClock().zone(), SystemClock().stamp()
    midnight = day_at(now.utc, zone, DAY_START_MIN)
    offset_q = offset_quarters(now.wall_ms, zone)
    span = ScreenSpan(now.wall_ms - MIN, MIN, State.ACTIVE, "editor", None, offset_q)
    write(folder, span)
    told = answer(folder, "status")
    assert set(told) == {
        *("at", "running", "state", "app", "today", "usual_s", "top"),
        *("paused_until", "next", "session", "notices"),
    }
    taken = datetime.fromisoformat(told["at"])
    assert taken.utcoffset() is not None
    assert abs(taken - now.utc) < timedelta(minutes=1)
    if day_at(taken, zone, DAY_START_MIN) == midnight:
        assert told["today"]["screen_s"] <= 60
        assert told["top"][0]["app"] == "editor"
    assert call(folder, "status").stdout.endswith("unplug is not running\n")


@pytest.mark.usefixtures("madrid")
def test_usage_has_the_form_that_scripts_lean_on(folder: Path) -> None:
    write(
        folder,
        active("2026-03-10T09:00:00+01:00", 30),
        ScreenSpan(at("2026-03-10T09:30:00+01:00"), 1, State.WATCHING, "vlc", None, 4),
        ScreenSpan(at("2026-03-10T10:00:00+01:00"), HOUR, State.LOCKED, None, None, 4),
    )
    used = answer(folder, "usage", "--from", "2026-03-10", "--to", "2026-03-10")
    assert list(used) == ["from", "to", "by", "rows", "total"]
    assert used["from"] == "2026-03-10T04:00:00+01:00"
    assert used["to"] == "2026-03-11T04:00:00+01:00"
    assert used["by"] == "app"
    assert used["rows"] == [
        {"app": "editor", "active_s": 1800.0, "watching_s": 0.0},
        {"app": "vlc", "active_s": 0.0, "watching_s": 0.001},
    ]
    assert used["total"]["screen_s"] == 1800.001
    assert used["total"]["locked_s"] == 3600


@pytest.mark.parametrize("by", ["app", "category", "hour", "day", "state"])
@pytest.mark.usefixtures("madrid")
def test_every_grouping_adds_up_to_the_total(folder: Path, by: str) -> None:
    write(
        folder,
        active("2026-03-10T23:30:00+01:00", 400, "editor"),
        active("2026-03-11T08:00:00+01:00", 100, None),
        active("2026-03-12T03:30:00+01:00", 75, "firefox"),
        active("2026-03-12T13:30:00+09:00", 75, "firefox"),
        ScreenSpan(at("2026-03-12T16:00:00+01:00"), HOUR, State.IDLE, None, None, 4),
    )
    used = answer(
        folder, "usage", "--from", "2026-03-10", "--to", "2026-03-13", "--by", by
    )
    assert used["by"] == by
    for row in used["rows"]:
        assert set(row) - {"s"} == {by, "active_s", "watching_s"}
    assert sum(row["active_s"] for row in used["rows"]) == 650 * 60
    assert used["total"]["screen_s"] == 650 * 60
    assert used["total"]["idle_s"] == 3600
    states = [row["state"] for row in used["rows"] if by == "state"]
    assert states == (["active", "idle"] if by == "state" else [])


def hours(folder: Path, first: str, last: str) -> dict[str, float]:
    used = answer(folder, "usage", "--from", first, "--to", last, "--by", "hour")
    assert [row["hour"] for row in used["rows"]] == sorted(
        (row["hour"] for row in used["rows"]), key=datetime.fromisoformat
    )
    return {row["hour"]: row["active_s"] for row in used["rows"]}


@pytest.mark.usefixtures("madrid")
def test_the_hour_that_comes_twice_is_two_hours(folder: Path) -> None:
    write(
        folder,
        active("2026-10-25T01:30:00+02:00", 90),
        active("2026-10-25T02:00:00+01:00", 30),
    )
    assert hours(folder, "2026-10-24", "2026-10-24") == {
        "2026-10-25T01:00:00+02:00": 1800,
        "2026-10-25T02:00:00+02:00": 3600,
        "2026-10-25T02:00:00+01:00": 1800,
    }


@pytest.mark.usefixtures("madrid")
def test_the_hour_that_is_left_out_is_not_there(folder: Path) -> None:
    write(
        folder,
        active("2026-03-29T01:30:00+01:00", 30),
        active("2026-03-29T03:00:00+02:00", 30),
    )
    assert hours(folder, "2026-03-28", "2026-03-28") == {
        "2026-03-29T01:00:00+01:00": 1800,
        "2026-03-29T03:00:00+02:00": 1800,
    }


@pytest.mark.usefixtures("madrid")
def test_days_of_23_and_25_hours_are_days(folder: Path) -> None:
    write(
        folder,
        active("2026-03-28T04:00:00+01:00", 60 * 22),
        active("2026-03-29T03:00:00+02:00", 60 * 25),
        active("2026-10-24T04:00:00+02:00", 60 * 23),
        active("2026-10-25T02:00:00+01:00", 60 * 26),
    )
    for month, length_h, of in ((3, 23, 28), (10, 25, 24)):
        day = f"2026-{month:02}-{of}"
        used = answer(folder, "usage", "--from", day, "--to", day, "--by", "day")
        assert used["rows"] == [
            {"day": day, "active_s": length_h * 3600, "watching_s": 0.0}
        ]
        start, end = (datetime.fromisoformat(used[k]) for k in ("from", "to"))
        assert end - start == timedelta(hours=length_h)


@pytest.mark.usefixtures("madrid")
def test_one_instant_in_two_zones_is_one_hour_and_nothing_is_lost(folder: Path) -> None:
    write(
        folder,
        active("2026-05-10T12:00:00+02:00", 20),
        active("2026-05-10T11:20:00+01:00", 20),
        active("2026-05-10T16:10:00+05:30", 20),
    )
    assert sum(hours(folder, "2026-05-10", "2026-05-10").values()) == 3600


@pytest.mark.parametrize("by", ["app", "category", "hour", "day", "state"])
def test_what_only_a_killed_apps_tail_knows_counts(folder: Path, by: str) -> None:
    from unplug.store.tail import Tail  # noqa: PLC0415

    zone, now = SystemClock().zone(), SystemClock().stamp()
    offset_q = offset_quarters(now.wall_ms, zone)
    with store(folder) as empty:
        tail = Tail(folder / "unplug.tail", empty.database_id)
        closed = ScreenSpan(
            now.wall_ms - 3 * MIN, MIN, State.ACTIVE, "a", "t", offset_q
        )
        open_ = ScreenSpan(
            now.wall_ms - 2 * MIN, MIN, State.ACTIVE, "b", None, offset_q
        )
        tail.write(1, [closed], [open_])
        tail.close()
    first = (now.utc - timedelta(days=2)).date().isoformat()
    used = answer(folder, "usage", "--from", first, "--by", by)
    assert used["total"]["screen_s"] == 120
    assert sum(row["active_s"] for row in used["rows"]) == 120


def test_categories_follow_titles_where_titles_are_kept(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.toml").write_text("[tracking]\ntitles = true\n")
    (folder / "categories.toml").write_text(
        '[[rule]]\ncategory = "Study"\napp = "firefox"\ntitle_regex = "Lecture"\n'
    )
    write(
        folder,
        active("2026-03-10T09:00:00+00:00", 10, "firefox", "Lecture 3"),
        active("2026-03-10T10:00:00+00:00", 20, "firefox", "Cats"),
        active("2026-03-10T11:00:00+00:00", 40, "firefox"),
    )
    used = answer(
        folder,
        "usage",
        "--from",
        "2026-03-10",
        "--to",
        "2026-03-10",
        "--by",
        "category",
    )
    told = {row["category"]: row["active_s"] for row in used["rows"]}
    assert told.pop("Study") == 600
    assert list(told.values()) == [3600]


def test_categories_count_days_whose_spans_are_gone(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.toml").write_text("[tracking]\ntitles = true\n")
    with store(folder) as into:
        spans = [
            active(f"2026-03-{day}T09:00:00+00:00", 10, "firefox", "Cats")
            for day in (10, 11, 20)
        ]
        into.append(spans, 1)
        assert into.retire(at("2026-03-15T00:00:00+00:00")) is False
        assert into.count_spans() == 1
    used = answer(
        folder,
        "usage",
        "--from",
        "2026-03-01",
        "--to",
        "2026-03-31",
        "--by",
        "category",
    )
    assert sum(row["active_s"] for row in used["rows"]) == 1800
    assert used["total"]["screen_s"] == 1800


def test_a_day_may_be_named(folder: Path) -> None:
    today = answer(folder, "usage", "--from", "Today")
    assert today == answer(folder, "usage")
    before = answer(folder, "usage", "--from", "yesterday", "--to", "yesterday")
    assert before["to"] == today["from"]
    assert answer(folder, "usage", "--to", "yesterday") == before


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2026-02-30",
        "10.3.2026",
        "9999-12-31",
        "0001-01-01",
        "2026-03-10T12:00",
    ],
)
def test_a_day_that_cannot_be_read_is_named(
    folder: Path, option: str, written: str
) -> None:
    assert written in refusal(folder, "usage", option, written)


def test_the_last_day_before_the_first_is_refused(folder: Path) -> None:
    told = refusal(folder, "usage", "--from", "2026-03-11", "--to", "2026-03-10")
    assert "2026-03-11 to 2026-03-10" in told


def rows_of(output: str) -> list[str]:
    return output.splitlines()


def test_a_table_stays_straight_whatever_the_windows_call_themselves(
    folder: Path,
) -> None:
    names = ["x", "网易云音乐", "e\u0301te\u0301", "\x1b]0;mine\x07", "a\nb", "n" * 200]
    write(
        folder,
        *(
            active(f"2026-03-10T{hour + 9:02}:00:00+00:00", 50, name)
            for hour, name in enumerate(names)
        ),
    )
    done = call(folder, "usage", "--from", "2026-03-10", "--to", "2026-03-10")
    lines = rows_of(done.stdout)
    assert len(lines) == len(names) + 1
    assert all(line.endswith(("50 min", "5 h")) for line in lines)
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    assert {_cells(line) for line in lines} == {_cells(lines[0])}
    used = answer(folder, "usage", "--from", "2026-03-10", "--to", "2026-03-10")
    assert sorted(row["app"] for row in used["rows"]) == sorted(names)


def _cells(line: str) -> int:
    import unicodedata  # noqa: PLC0415

    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in line
    )


def test_status_prints_no_control_character_of_a_window(folder: Path) -> None:
    zone, now = SystemClock().zone(), SystemClock().stamp()
    offset_q = offset_quarters(now.wall_ms, zone)
    write(
        folder,
        ScreenSpan(now.wall_ms - MIN, MIN, State.ACTIVE, "\x1b[2Jx", None, offset_q),
    )
    assert "\x1b" not in call(folder, "status").stdout


def test_the_json_of_another_day_start_follows_the_settings(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.toml").write_text('[days]\nstarts_at = "00:00"\n')
    told = answer(folder, "usage", "--from", "2026-03-10", "--to", "2026-03-10")
    zone: ZoneInfo = SystemClock().zone()
    start = datetime(2026, 3, 10, tzinfo=zone)
    assert datetime.fromisoformat(told["from"]) == start.astimezone(UTC)


def test_json_is_json_to_the_last_digit(folder: Path) -> None:
    write(
        folder,
        ScreenSpan(at("2026-03-10T09:00:00+00:00"), 1, State.ACTIVE, "é", None, 0),
    )
    done = call(folder, "usage", "--from", "2026-03-10", "--to", "2026-03-10", "--json")
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["rows"] == [{"app": "é", "active_s": 0.001, "watching_s": 0.0}]
