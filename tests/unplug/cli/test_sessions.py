"""Plans and sessions on the command line, with and without a running app."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.unplug.cli.calling import answer, call, refusal
from unplug.clock import SystemClock
from unplug.engine.app import App
from unplug.engine.control import ask

DAILY = ("--rrule", "FREQ=DAILY", "--at", "18:00", "--for", "2h")
YEARLY = "FREQ=YEARLY;BYMONTH=2"
MADRID = ("--zone", "Europe/Madrid", "--start", "2027-03-20")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    return tmp_path / "data"


def ok(folder: Path, *words: str | Path) -> str:
    done = call(folder, *words)
    assert done.exit_code == 0, done.output
    return done.output


class Served:
    """The app as a loop on a thread would serve it, but only while asked."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.stop = threading.Event()

    def serve(self) -> None:
        import selectors  # noqa: PLC0415

        with selectors.DefaultSelector() as selector:
            control = self.app._control
            assert control is not None
            selector.register(control, selectors.EVENT_READ)
            while not self.stop.is_set():
                if selector.select(0.02):
                    self.app.ready(control)


@contextmanager
def running(folder: Path) -> Iterator[None]:
    """The app runs on a thread of its own."""
    started = threading.Event()
    stop = threading.Event()

    def run() -> None:
        with App(folder, SystemClock()) as app:
            served = Served(app)
            served.stop = stop
            started.set()
            served.serve()

    thread = threading.Thread(target=run)
    thread.start()
    assert started.wait(20)
    try:
        yield
    finally:
        stop.set()
        thread.join(20)
        assert not thread.is_alive()


def test_a_plan_says_when_it_comes_with_the_offset_that_holds_there(
    folder: Path,
) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, *MADRID)
    after = ("--after", "2027-03-27T00:00:00+01:00", "--count", "2")
    assert answer(folder, "plan", "next", *after) == [
        {
            "plan": "Evening",
            "start": "2027-03-27T18:00:00+01:00",
            "end": "2027-03-27T20:00:00+01:00",
        },
        {
            "plan": "Evening",
            "start": "2027-03-28T18:00:00+02:00",
            "end": "2027-03-28T20:00:00+02:00",
        },
    ]


def test_next_merges_plans_by_time(folder: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, *MADRID)
    noon = ("--rrule", "FREQ=DAILY", "--at", "12:00", "--for", "30m")
    ok(folder, "plan", "add", "Noon", *noon, *MADRID)
    rows = answer(
        folder, "plan", "next", "--after", "2027-04-01T10:00", "--count", "1000"
    )
    assert len(rows) == 1000
    starts = [datetime.fromisoformat(row["start"]) for row in rows]
    assert starts == sorted(starts)
    assert [row["plan"] for row in rows[:3]] == ["Noon", "Evening", "Noon"]


def test_a_plan_without_a_rule_comes_once(folder: Path) -> None:
    once = ("--at", "9:00", "--for", "2d", "--start", "2030-05-01", "--zone", "UTC")
    ok(folder, "plan", "add", "Hike", *once)
    [row] = answer(folder, "plan", "next")
    assert row["end"] == "2030-05-03T09:00:00+00:00"
    assert "Hike: on 1 May 2030" in ok(folder, "plan", "list")


def test_plans_are_listed_paused_and_removed(folder: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, "--zone", "UTC")
    [row] = answer(folder, "plan", "list")
    assert (row["name"], row["rule"], row["rests_until"]) == (
        "Evening",
        "FREQ=DAILY",
        None,
    )
    ok(folder, "plan", "pause", "evening")
    [row] = answer(folder, "plan", "list")
    rests_until = date.fromisoformat(row["rests_until"])
    [first] = answer(folder, "plan", "next", "--count", "1")
    start = datetime.fromisoformat(first["start"]).date()
    assert start == rests_until + timedelta(days=1)
    ok(folder, "plan", "remove", "Evening")
    assert answer(folder, "plan", "list") == []
    assert answer(folder, "plan", "next") == []


def test_plans_go_out_to_a_calendar_and_come_back(folder: Path, tmp_path: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, *MADRID)
    file = tmp_path / "plans.ics"
    assert str(file) in ok(folder, "plan", "export", file)
    assert b"BEGIN:VTIMEZONE" in file.read_bytes()
    other = tmp_path / "other"
    assert answer(other, "plan", "import", file, "--preview")["plans"] == ["Evening"]
    assert answer(other, "plan", "list") == []
    assert answer(other, "plan", "import", file) == {
        "plans": ["Evening"],
        "problems": [],
    }
    ok(other, "plan", "import", file)  # the same once more changes nothing
    for words in (("list",), ("next", "--after", "2027-03-01T00:00Z")):
        assert answer(other, "plan", *words) == answer(folder, "plan", *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--rrule", "FREQ=SOMETIMES", "--at", "18:00", "--for", "1h"), "SOMETIMES"),
        (
            ("--rrule", f"{YEARLY};BYMONTHDAY=30", "--at", "8:00", "--for", "1h"),
            "no day fits",
        ),
        ((*DAILY, "--zone", "Mars/Olympus"), "Mars/Olympus"),
        (("--at", "25:00", "--for", "1h"), "25:00"),
        (("--at", "18:00", "--for", "a while"), "a while"),
        (("--at", "18:00", "--for", "90d"), "31 days"),
        ((*DAILY, "--start", "2026-02-30"), "2026-02-30"),
    ],
)
def test_an_impossible_plan_is_one_sentence_and_none_is_made(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refusal(folder, "plan", "add", "Evening", *words)
    assert answer(folder, "plan", "list") == []


def test_a_name_is_given_once_and_has_to_be_there(folder: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY)
    assert "Evening" in refusal(folder, "plan", "add", "evening", *DAILY).title()
    assert "Dinner" in refusal(folder, "plan", "remove", "Dinner")
    assert "Dinner" in refusal(folder, "plan", "pause", "Dinner")


def test_a_calendar_of_rubbish_is_named_with_its_line(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "rubbish.ics"
    file.write_text("rubbish\n")
    assert "line 1" in refusal(folder, "plan", "import", file)
    assert "missing.ics" in refusal(folder, "plan", "import", tmp_path / "missing.ics")


def test_a_session_starts_and_ends_on_the_database(folder: Path) -> None:
    assert answer(folder, "session", "list") == []
    ok(folder, "session", "start", "--for", "45m")
    status = answer(folder, "status")
    assert status["session"]["state"] == "running"
    assert 44 * 60 < status["session"]["left_s"] <= 45 * 60
    [row] = answer(folder, "session", "list")
    assert (row["state"], row["outcome"]) == ("running", None)
    ok(folder, "session", "end")
    [row] = answer(folder, "session", "list")
    assert (row["state"], row["outcome"]) == ("over", "ended early")
    assert row["meant_s"] == 45 * 60
    assert answer(folder, "status")["session"] is None
    assert "ended early" in ok(folder, "session", "list")


def test_a_session_until_an_hour_ends_then(folder: Path) -> None:
    ok(folder, "session", "start", "--until", "18:00")
    end = datetime.fromisoformat(answer(folder, "status")["session"]["end"])
    local = end.astimezone(SystemClock().zone())
    assert abs(local - local.replace(hour=18, minute=0, second=0)) < timedelta(
        seconds=2
    )


@pytest.mark.parametrize("words", [("end",), ("postpone", "5m"), ("skip",)])
def test_what_cannot_be_done_with_no_session_says_why(
    folder: Path, words: tuple[str, ...]
) -> None:
    assert "cannot do that with the session" in refusal(folder, "session", *words)


def test_a_wrong_call_is_exit_2(folder: Path) -> None:
    assert call(folder, "session", "start").exit_code == 2
    both = ("--for", "1h", "--until", "18:00")
    assert call(folder, "session", "start", *both).exit_code == 2
    assert call(folder, "plan", "next", "--count", "0").exit_code == 2
    assert not folder.exists()


def test_the_running_app_takes_plans_and_sessions_at_once(folder: Path) -> None:
    with running(folder):
        ok(folder, "plan", "add", "Evening", *DAILY, *MADRID)
        assert ask(folder, {"do": "status"})["next"] is not None
        ok(folder, "session", "start", "--for", "1m", "--strictness", "firm")
        status = answer(folder, "status")
        assert (status["running"], status["state"]) == (True, "offline")
        assert status["session"]["strictness"] == "firm"
        assert "without a reason" in refusal(folder, "session", "end")
        [row] = answer(folder, "session", "list")
        assert row["state"] == "running"
    # The app is gone; what it had begun goes on.
    assert answer(folder, "status")["session"]["state"] == "running"
    with running(folder):
        status = answer(folder, "status")
        assert (status["session"]["state"], status["state"]) == ("running", "offline")
        ok(folder, "plan", "remove", "Evening")
        assert ask(folder, {"do": "status"})["next"] is None


def test_erasing_everything_ends_sessions_and_plans(folder: Path) -> None:
    with running(folder):
        ok(folder, "plan", "add", "Evening", *DAILY)
        ok(folder, "session", "start", "--for", "1h")
        ok(folder, "erase", "--everything", "--yes")
        status = answer(folder, "status")
        assert (status["session"], status["next"]) == (None, None)
        assert status["state"] != "offline"
    assert answer(folder, "session", "list") == []
    assert answer(folder, "plan", "list") == []


def test_many_plans_reach_the_running_app(folder: Path, tmp_path: Path) -> None:
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}@x\r\nSUMMARY:Plan {n}\r\nDTSTAMP:20270101T000000Z\r\n"
        f"DTSTART;TZID=Europe/Madrid:20270101T180000\r\nDURATION:PT1H\r\n"
        f"RRULE:FREQ=WEEKLY\r\nX-NOTE:{'x' * 900}\r\nEND:VEVENT\r\n"
        for n in range(150)
    )
    file = tmp_path / "many.ics"
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    file.write_text(f"{head}{events}END:VCALENDAR\r\n", newline="")
    with running(folder):
        taken = json.loads(call(folder, "plan", "import", file, "--json").stdout)
        assert len(taken["plans"]) == 150
    assert len(answer(folder, "plan", "list")) == 150


def test_a_break_after_so_much_use_is_planned_and_listed(folder: Path) -> None:
    long = ("--long-every", "4", "--long-for", "30m")
    said = ok(folder, "plan", "add", "Breathe", "--after", "50m", "--for", "10m", *long)
    assert "after so much use" in said
    [row] = answer(folder, "plan", "list")
    assert (row["kind"], row["use_s"], row["off_s"]) == ("interval", 3000.0, 600.0)
    assert "after 50 min of use" in row["says"]
    assert answer(folder, "plan", "next") == []


def test_an_evening_that_gets_quiet_and_the_hours_of_a_day_are_planned(
    folder: Path,
) -> None:
    evening = ("--wind-down", "--at", "22:00", "--until", "23:30", "--days", "mon,fri")
    ok(folder, "plan", "add", "Calm", *evening)
    ok(folder, "plan", "add", "Nights", "--first", "7:00", "--last", "22:30")
    rows = answer(folder, "plan", "list")
    assert [row["kind"] for row in rows] == ["wind-down", "screen-hours"]
    coming = answer(folder, "plan", "next", "--count", "8")
    calm = [row["start"] for row in coming if row["plan"] == "Calm"]
    assert {datetime.fromisoformat(text).weekday() for text in calm} <= {0, 4}
    nights = [row for row in coming if row["plan"] == "Nights"]
    assert all("T22:30" in row["start"] and "T07:00" in row["end"] for row in nights)


def test_weekdays_and_an_end_by_the_clock_say_what_a_rule_would(folder: Path) -> None:
    times = ("--at", "9:00", "--until", "13:00", "--zone", "Europe/Madrid")
    days = ("--days", "sat,sun", "--start", "2027-03-20")
    ok(folder, "plan", "add", "Weekend", *days, *times)
    rows = answer(folder, "plan", "next", "--after", "2027-03-20", "--count", "4")
    assert [(r["start"], r["end"]) for r in rows][2:] == [
        ("2027-03-27T09:00:00+01:00", "2027-03-27T13:00:00+01:00"),
        ("2027-03-28T09:00:00+02:00", "2027-03-28T13:00:00+02:00"),
    ]


def test_a_date_is_left_out_and_put_back(folder: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, *MADRID)
    first = ("plan", "next", "--after", "2027-03-20", "--count", "1")
    ok(folder, "plan", "leave-out", "Evening", "2027-03-20", "2027-03-21")
    assert answer(folder, *first)[0]["start"] == "2027-03-22T18:00:00+01:00"
    ok(folder, "plan", "put-back", "Evening", "2027-03-20")
    assert answer(folder, *first)[0]["start"] == "2027-03-20T18:00:00+01:00"
    told = refusal(folder, "plan", "put-back", "Evening", "2027-03-20")
    assert "left out" in told
    assert "2027-03-01" in refusal(folder, "plan", "leave-out", "Evening", "2027-03-01")


def test_a_pause_that_was_scheduled_ahead_is_taken_back(folder: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, *MADRID)
    first = ("plan", "next", "--after", "2027-05-01", "--count", "1")
    span = ("--from", "2027-05-01", "--until", "2027-05-31")
    ok(folder, "plan", "pause", "Evening", *span)
    assert answer(folder, *first)[0]["start"].startswith("2027-06-01")
    ok(folder, "plan", "resume", "Evening")
    assert answer(folder, *first)[0]["start"].startswith("2027-05-01")


def test_a_plan_is_kept_for_later(folder: Path) -> None:
    ok(folder, "plan", "add", "Breathe", "--after", "50m", "--for", "10m")
    ok(folder, "plan", "off", "Breathe")
    assert answer(folder, "plan", "list")[0]["on"] is False
    ok(folder, "plan", "on", "Breathe")
    assert answer(folder, "plan", "list")[0]["on"] is True
    told = refusal(folder, "plan", "leave-out", "Breathe", "2027-01-01")
    assert "turn it off" in told


def test_a_plan_rests_on_public_holidays(folder: Path) -> None:
    ok(folder, "plan", "add", "Evening", *DAILY, *MADRID, "--not-on-holidays", "ES")
    rows = answer(folder, "plan", "next", "--after", "2027-12-24T00:00", "--count", "2")
    assert [row["start"][:10] for row in rows] == ["2027-12-24", "2027-12-26"]
    told = refusal(folder, "plan", "add", "X", *DAILY, "--not-on-holidays", "ZZ")
    assert "ZZ" in told


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        (("--at", "18:00"), "--for"),
        (("--for", "2h"), "--at"),
        (("--after", "50m"), "--for"),
        (("--wind-down", "--at", "22:00"), "--until"),
        (("--first", "7:00"), "--last"),
    ],
)
def test_what_a_plan_needs_is_asked_for(
    folder: Path, words: tuple[str, ...], lacks: str
) -> None:
    done = call(folder, "plan", "add", "X", *words)
    assert done.exit_code == 2
    assert f"'{lacks}'" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--days", "moonday", "--at", "9:00", "--for", "1h"), "cannot read the week"),
        (("--after", "10s", "--for", "10m"), "use 1 min to 12 h"),
        (("--after", "50m", "--for", "10m", "--long-every", "3"), "how long"),
        (("--wind-down", "--at", "22:00", "--until", "22:00"), "some length"),
    ],
)
def test_a_rhythm_that_makes_no_sense_is_refused_in_a_sentence(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in refusal(folder, "plan", "add", "X", *words)


def test_reminders_are_paused_and_a_skip_is_undone(folder: Path) -> None:
    ok(folder, "session", "pause", "2h")
    ok(folder, "session", "resume")
    assert "nothing was skipped" in refusal(folder, "session", "undo-skip")
    assert "nothing is planned" in refusal(folder, "session", "now")
    assert "nothing is planned" in refusal(folder, "session", "after-call")
    ok(folder, "plan", "add", "Soon", *_soon())
    ok(folder, "session", "skip")
    [skipped] = answer(folder, "session", "list")
    assert skipped["outcome"] == "skipped"
    ok(folder, "session", "undo-skip")
    assert answer(folder, "session", "list") == []


def _soon() -> tuple[str, ...]:
    clock = SystemClock()
    start = clock.stamp().utc.astimezone(clock.zone()) + timedelta(hours=2)
    day = start.date().isoformat()
    return ("--start", day, "--at", f"{start:%H:%M}", "--for", "1h")
