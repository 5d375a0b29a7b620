"""insights: by the contract, and silent where there is nothing."""

import random
from contextlib import closing
from pathlib import Path

from tests.unplug.cli.calling import answer, call, refusal
from unplug.clock import SystemClock
from unplug.days import DAY_MS, day_at, number_of
from unplug.engine.patterns.insights import evidence_as_json
from unplug.store.database import Database
from unplug.store.moods import MoodStore
from unplug.store.usage import UsageStore
from unplug.usage.insights.values import App, Count, Evidence, Length, Weekday
from unplug.usage.moods import Mood
from unplug.usage.states import ScreenSpan, State

HOUR = 3_600_000


def months_of_moods(folder: Path) -> None:
    """Days of one to eight hours, and a mood that falls with them."""
    clock = SystemClock()
    today = number_of(day_at(clock.stamp().utc, clock.zone(), 240))
    rng = random.Random(5)
    with closing(Database(folder, clock)) as database:
        spans = []
        moods = MoodStore(database)
        for day in range(today - 80, today):
            hours = rng.uniform(1, 8)
            at = day * DAY_MS + 9 * HOUR
            spans.append(ScreenSpan(at, round(hours * HOUR), State.ACTIVE, "game"))
            moods.put(Mood(at + 10 * HOUR, max(1, min(5, round(6 - hours / 1.5)))))
        UsageStore(database, 240).append(spans, 1)


def test_nothing_recorded_is_no_pattern(tmp_path: Path) -> None:
    assert answer(tmp_path, "insights") == []
    assert call(tmp_path, "insights").stdout == "no clear pattern this week\n"


def test_each_insight_has_its_kind_sentence_count_and_rows(tmp_path: Path) -> None:
    months_of_moods(tmp_path)
    told = answer(tmp_path, "insights")
    assert 1 <= len(told) <= 3
    [mood] = [each for each in told if each["kind"] == "mood_and_use"]
    assert mood.keys() == {"kind", "sentence", "n", "evidence"}
    assert mood["sentence"].startswith("For you, more screen time and lower mood go")
    assert mood["n"] == len(mood["evidence"]) >= 21
    assert mood["evidence"][0].keys() == {"day", "mark", "s"}
    assert "go together" in call(tmp_path, "insights").stdout
    assert answer(tmp_path, "insights") == told


def test_rows_name_what_they_are_of_and_their_numbers() -> None:
    pair = Evidence(Weekday(1), Length(90_000), Length(60_000))
    assert evidence_as_json(pair) == {"weekday": "Tuesday", "s": 90.0, "beside_s": 60.0}
    tries = Evidence(App("mail"), Count(3), Count(9))
    assert evidence_as_json(tries) == {"app": "mail", "n": 3, "beside_n": 9}


def test_a_damaged_file_of_categories_is_named(tmp_path: Path) -> None:
    months_of_moods(tmp_path)
    (tmp_path / "categories.toml").write_text("[[rule", encoding="utf-8")
    assert "categories.toml" in refusal(tmp_path, "insights")
