"""Everything that is recorded, out into files and in again."""

import csv
import io
import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.life import HOUR, MIN, Life, S, kept, spans
from unplug.days import DAY_START_MIN
from unplug.engine.screen_time.exporting import FORMATS, export
from unplug.engine.screen_time.importing import import_activitywatch
from unplug.errors import UnplugError
from unplug.sensing.facts import Focus, Idle, Locked, Unlocked
from unplug.store.database import Database
from unplug.store.moods import MoodStore
from unplug.store.usage import UsageStore
from unplug.usage.moods import Mood

ODD = 'a "b", é\nc'
NAMES = {
    "json": "screen-time.json",
    "csv": "screen-time.csv",
    "activitywatch": "activitywatch.json",
}

DAYS = {"json": ["days.json"], "csv": ["days.csv"], "activitywatch": []}


def a_day(folder: Path) -> Life:
    run = Life(folder).lives(10 * MIN).says(Focus(ODD)).lives(10 * MIN)
    run.says(Locked()).lives(HOUR).says(Unlocked(), Focus("mail")).lives(5 * MIN)
    return run.says(Idle(2 * MIN)).lives(10 * MIN).says(Focus("chat")).lives(7 * S)


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_has_what_is_stored_and_what_only_the_tail_knows(
    tmp_path: Path, form: str
) -> None:
    run = a_day(tmp_path / "data")
    dead = run.killed()
    folder = tmp_path / "copy"
    dead.close()
    run.close()
    whole = spans(dead.folder)
    path, *days = export(dead.folder, tmp_path / "out", form)
    assert path.name == NAMES[form]
    assert [day.name for day in days] == DAYS[form]
    assert path.stat().st_mode & 0o077 == 0
    text = path.read_text()
    if form == "json":
        rows = json.loads(text)["spans"]
        lengths = [round(1000 * row["duration_s"]) for row in rows]
        apps = [row["app"] for row in rows]
    elif form == "csv":
        found = list(
            csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))
        )
        lengths = [round(1000 * float(row["duration_s"])) for row in found]
        apps = [row["app"] or None for row in found]
        rows = found
    else:
        import_activitywatch(folder, path, FakeClock())
        before, after = kept(dead.folder), kept(folder)
        one_line = " ".join(ODD.split())
        assert after["active", one_line] == before["active", ODD] == 10 * MIN
        assert after["active", "editor"] == before["active", "editor"]
        return
    assert lengths == [span.dur_ms for span in whole]
    assert apps == [span.app for span in whole]
    for row in rows:
        assert datetime.fromisoformat(row["start"]).utcoffset() is not None


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_recorded_is_an_empty_export(tmp_path: Path, form: str) -> None:
    for path in export(tmp_path / "data", tmp_path / "out", form):
        assert path.stat().st_size > 0
    assert not (tmp_path / "data").exists()


def test_a_target_that_cannot_be_written_keeps_the_old_export(tmp_path: Path) -> None:
    a_day(tmp_path / "data").close()
    path, days = export(tmp_path / "data", tmp_path / "out", "json")
    before = path.read_bytes()
    (tmp_path / "data" / "unplug.db").write_bytes(b"rubbish")
    with pytest.raises(UnplugError):
        export(tmp_path / "data", tmp_path / "out", "json")
    assert path.read_bytes() == before
    assert {p.name for p in (tmp_path / "out").iterdir()} == {path.name, days.name}


def test_days_whose_spans_are_gone_are_exported_as_totals(tmp_path: Path) -> None:
    a_day(tmp_path / "data").close()
    with closing(Database(tmp_path / "data", FakeClock())) as database:
        store = UsageStore(database, DAY_START_MIN)
        before = store.by_state(0, 40_000)
        store.retire(FakeClock().stamp().wall_ms + 9 * 24 * HOUR)
        assert store.count_spans() == 0
    for form in ("json", "csv"):
        _, days = export(tmp_path / "data", tmp_path / "out", form)
        if form == "json":
            rows = json.loads(days.read_text())["days"]
        else:
            rows = list(csv.DictReader(io.StringIO(days.read_text())))
        told = sum(round(float(row["duration_s"]) * 1000) for row in rows)
        assert told == sum(before.values())
        assert {row["day"] for row in rows} == {"2025-12-31"}


def test_mood_notes_are_exported_where_there_are_any(tmp_path: Path) -> None:
    folder, target = tmp_path / "data", tmp_path / "out"
    database = Database(folder, FakeClock())
    store = UsageStore(database, DAY_START_MIN)
    moods = MoodStore(database)
    moods.put(Mood(1_767_268_800_000, 4, "rested, mostly", 4))
    moods.put(Mood(1_767_268_900_000, 2))
    assert store.last_commit_id == 0
    database.close()
    assert target / "moods.json" in export(folder, target, "json")
    told = json.loads((target / "moods.json").read_text("utf-8"))["moods"]
    assert told == [
        {"at": "2026-01-01T13:00:00.000+01:00", "mark": 4, "word": "rested, mostly"},
        {"at": "2026-01-01T12:01:40.000+00:00", "mark": 2, "word": None},
    ]
    export(folder, target, "csv")
    lines = (target / "moods.csv").read_text("utf-8").splitlines()
    assert lines[0] == "at,mark,word"
    assert lines[1] == '2026-01-01T13:00:00.000+01:00,4,"rested, mostly"'
