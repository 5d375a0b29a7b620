"""Suggestions on the command line, with and without a running app."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.unplug.cli.calling import answer, call, refusal
from tests.unplug.cli.test_sessions import ok, running
from unplug.clock import SystemClock, to_ms
from unplug.engine.people.door import People
from unplug.people.contact import Contact, FreeTime, Phone
from unplug.store.database import Database
from unplug.store.people.changing import Changes
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

HALF_HOUR_MS = 30 * 60_000
EVERY_EVENING = tuple(FreeTime(day, 18, 22) for day in range(7))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("TZ", "UTC")
    return tmp_path / "data"


@pytest.fixture
def company(folder: Path) -> datetime:
    """Friends, usual days, and a long one yesterday; gives its 18:00."""
    clock = SystemClock()
    evening = clock.stamp().utc.replace(hour=18, minute=0, second=0, microsecond=0)
    evening -= timedelta(days=1)
    database = Database(folder, clock)
    usage = UsageStore(database, 240)
    spans = [
        ScreenSpan(to_ms(start), HALF_HOUR_MS, State.ACTIVE, "web")
        for ago in range(28, -1, -1)
        for i in range(16 if ago == 0 else 4)
        for start in (evening - timedelta(days=ago, hours=12 - i * 0.7),)
    ]
    usage.append(spans, 1)
    people = (
        Contact(
            uid="1", full_name="José Peña", circle="close", free_times=EVERY_EVENING
        ),
        Contact(uid="2", full_name="Mei", circle="close", free_times=EVERY_EVENING),
        Contact(uid="3", full_name="Kai", circle="close", never=True),
    )
    book = People(clock=clock, database=lambda: database).book
    book.change(Changes(kind="import", put=people))
    database.close()
    return evening


def test_a_long_day_brings_somebody_by_the_contract(
    folder: Path, company: datetime
) -> None:
    told = answer(folder, "suggest", "--at", company.isoformat())
    assert set(told) == {"suggestion", "silent_because"}
    assert told["silent_because"] is None
    made = told["suggestion"]
    assert set(made) == {"person", "step", "slot", "why"}
    assert made["person"] in {"José Peña", "Mei"}
    assert made["why"].startswith("8 h today, usually 2 h.")
    start, end = (
        datetime.fromisoformat(made["slot"][each]) for each in ("start", "end")
    )
    assert company < start < end
    assert start.utcoffset() is not None
    assert told == answer(folder, "suggest", "--at", company.isoformat())


def test_a_usual_day_says_why_it_is_silent(folder: Path, company: datetime) -> None:
    before = company - timedelta(days=1)
    told = answer(folder, "suggest", "--at", before.isoformat())
    assert told == {
        "suggestion": None,
        "silent_because": "Screen time is not above your usual.",
    }


def test_quiet_hours_are_silent_whatever_the_day(
    folder: Path, company: datetime
) -> None:
    night = company + timedelta(hours=5)
    told = answer(folder, "suggest", "--at", night.isoformat())
    assert told["silent_because"] == "These are your quiet hours."


def test_an_empty_folder_is_silent_and_stays_empty(folder: Path) -> None:
    told = answer(folder, "suggest")
    assert told["suggestion"] is None
    assert told["silent_because"] == "Nothing has been recorded yet."
    assert not folder.exists()


def test_why_opens_every_figure(folder: Path, company: datetime) -> None:
    said = ok(folder, "suggest", "--at", company.isoformat(), "--why")
    assert "closeness" in said
    assert "need" in said
    told = answer(folder, "suggest", "--at", company.isoformat(), "--why")
    product = 1.0
    for factor in told["factors"]:
        product *= factor["value"]
    assert product > 0.12
    assert {f["name"] for f in told["factors"]} >= {"closeness", "need", "available"}


def test_looking_changes_nothing(folder: Path, company: datetime) -> None:
    answer(folder, "suggest", "--at", company.isoformat())
    assert refusal(folder, "suggest", "not-now").startswith(
        "unplug: no suggestion waits for an answer"
    )


@pytest.mark.parametrize("app_runs", [False, True])
def test_what_is_asked_for_can_be_planned_and_told_of(
    folder: Path, company: datetime, tmp_path: Path, *, app_runs: bool
) -> None:
    assert company

    def all_of_it() -> None:
        first = answer(folder, "suggest", "ask")["suggestion"]
        second = answer(folder, "suggest", "another")["suggestion"]
        assert {first["person"], second["person"]} == {"José Peña", "Mei"}
        assert answer(folder, "suggest")["suggestion"] == second
        file = tmp_path / "plan.ics"
        done = call(folder, "suggest", "plan", "--ics", file, "--for", "45m")
        assert done.exit_code == 0, done.output
        assert f"with {second['person']}" in done.stdout
        assert b"BEGIN:VALARM\r\n" in file.read_bytes()
        refusal(folder, "suggest", "happened", "yes")

    if app_runs:
        with running(folder):
            all_of_it()
    else:
        all_of_it()


@pytest.mark.parametrize("app_runs", [False, True])
def test_wishes_are_obeyed_for_good(
    folder: Path, company: datetime, *, app_runs: bool
) -> None:
    def stop() -> None:
        ok(folder, "suggest", "stop")

    if app_runs:
        with running(folder):
            stop()
    else:
        stop()
    told = answer(folder, "suggest", "--at", company.isoformat())
    assert told["silent_because"] == "You asked for no more suggestions."
    ok(folder, "suggest", "start")
    told = answer(folder, "suggest", "--at", company.isoformat())
    assert told["suggestion"] is not None


def test_a_pause_ends_by_itself(folder: Path, company: datetime) -> None:
    ok(folder, "suggest", "pause", "--until", f"{company + timedelta(days=9):%Y-%m-%d}")
    told = answer(folder, "suggest", "--at", company.isoformat())
    assert told["silent_because"].startswith("Suggestions are paused until ")


def test_welcome_hours_are_kept(folder: Path, company: datetime) -> None:
    assert ok(folder, "suggest", "welcome") == "not said\n"
    ok(folder, "suggest", "welcome", "daily 9-12", "Sat 20:00-21:30")
    assert answer(folder, "suggest", "welcome") == [
        "daily 09:00-12:00",
        "Sat 20:00-21:30",
    ]
    told = answer(folder, "suggest", "--at", company.isoformat())
    assert told["silent_because"] == "Suggestions are welcome at other times."
    ok(folder, "suggest", "welcome", "--any-time")
    assert answer(folder, "suggest", "welcome") == []
    assert "write them like" in refusal(folder, "suggest", "welcome", "soon")


def test_own_free_hours_move_the_time(folder: Path, company: datetime) -> None:
    ok(folder, "suggest", "mine", "daily 19:00-22:00")
    told = answer(folder, "suggest", "--at", company.isoformat())
    start = datetime.fromisoformat(told["suggestion"]["slot"]["start"])
    assert start.hour >= 19


def test_never_is_written_on_the_card(folder: Path, company: datetime) -> None:
    assert company
    name = answer(folder, "suggest", "ask")["suggestion"]["person"]
    done = call(folder, "suggest", "never")
    assert done.stderr == f"{name} is never suggested again\n"
    with_app = Database(folder, SystemClock())
    book = People(clock=SystemClock(), database=lambda: with_app).book
    assert book.card(book.named(name).uid).never
    with_app.close()


def test_the_settings_say_what_counts(folder: Path, company: datetime) -> None:
    (folder / "settings.toml").write_text("[suggestions]\non = false\n", "utf-8")
    told = answer(folder, "suggest", "--at", company.isoformat())
    assert told["silent_because"] == "Suggestions are switched off."


def test_questions_are_drawn_by_depth(folder: Path) -> None:
    light = answer(folder, "suggest", "questions", "--count", "40")
    deep = answer(folder, "suggest", "questions", "--depth", "deep", "--count", "40")
    assert min(len(light), len(deep)) >= 30
    assert set(light).isdisjoint(deep)
    assert len(ok(folder, "suggest", "questions").splitlines()) == 5
    assert ok(folder, "suggest", "listen", "stay")


def test_the_corner_names_those_chosen_and_no_telephone_numbers_of_ours(
    folder: Path, company: datetime
) -> None:
    assert company
    database = Database(folder, SystemClock())
    book = People(clock=SystemClock(), database=lambda: database).book
    kai = replace(book.card("3"), corner=1, phones=(Phone(raw="+34 600 000 003"),))
    book.put(kai)
    database.close()
    told = answer(folder, "suggest", "corner")
    assert told["people"] == [{"name": "Kai", "phone": "+34 600 000 003", "email": ""}]
    assert told["sites"] == ["findahelpline.com", "befrienders.org"]


def test_the_corner_is_there_before_anything_else_is(folder: Path) -> None:
    said = ok(folder, "suggest", "corner")
    assert "findahelpline.com" in said
    assert not any(character.isdigit() for character in said)


def test_a_strange_instant_is_refused(folder: Path) -> None:
    assert "cannot read an instant: soon" in refusal(folder, "suggest", "--at", "soon")


def test_the_answer_is_one_json_value(folder: Path, company: datetime) -> None:
    done = call(folder, "suggest", "--at", company.isoformat(), "--json")
    assert json.loads(done.stdout)
