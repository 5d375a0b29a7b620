"""Suggestions in the running app: at a seam, answered, planned, and obeyed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.unplug.engine.company import (
    ANA,
    BO,
    DEE,
    EVENING,
    HOUR_MS,
    MINUTE_MS,
    Evening,
    FakeNotifications,
    evening,
)
from unplug.engine.suggestions.suggested import How, Said
from unplug.errors import UnplugError
from unplug.people.contact import FreeTime
from unplug.sensing.facts import Focus, Idle, Locked, Occupied, Offline, Unlocked
from unplug.sensing.reasons import Reason
from unplug.suggest.answers import After
from unplug.suggest.constants import WORDS_MOST

DAY_MS = 24 * HOUR_MS
ASKED = "Three went unanswered: first say how you would like it."


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def late(tmp_path: Path) -> Iterator[Evening]:
    with evening(tmp_path) as made:
        yield made


def test_coming_back_on_a_long_day_brings_somebody_to_see(late: Evening) -> None:
    late.comes_back()
    made = late.suggestion
    assert made is not None
    assert made.person in {"Ana García", "Bo"}
    assert made.why.startswith("8 h today, usually 2 h.")
    assert len(made.why.split()) <= WORDS_MOST
    assert late.stage.shown == [made]
    assert EVENING < made.start <= EVENING + timedelta(hours=73)


def test_switched_off_in_the_settings_there_is_silence_at_once(late: Evening) -> None:
    late.app.choices.change("suggestions.on", False)  # noqa: FBT003  (the value)
    late.comes_back()
    assert late.suggestion is None
    assert late.stage.shown == []


def test_nothing_is_loaded_while_there_is_nobody_to_suggest(tmp_path: Path) -> None:
    alone = Evening(tmp_path)
    alone.usually(2, 8).comes_back()
    assert alone.suggestions._desk is None
    alone.knows(DEE).comes_back()
    assert alone.suggestions._desk is None
    alone.app.close()


def test_nothing_is_loaded_on_a_usual_day(tmp_path: Path) -> None:
    calm = Evening(tmp_path)
    calm.usually(3, 2).knows(ANA).comes_back()
    assert calm.suggestions._desk is None
    alone = calm.suggestion
    assert alone is None
    calm.app.close()


def test_a_short_break_is_no_seam(late: Evening) -> None:
    late.comes_back(after_ms=MINUTE_MS)
    assert late.suggestion is None


def test_unlocking_is_a_seam(late: Evening) -> None:
    assert late.unlocks().suggestion is not None


def test_another_sort_of_app_after_ten_minutes_is_a_seam(late: Evening) -> None:
    late.says(Focus("org.mozilla.firefox"))
    late.clock.advance(11 * MINUTE_MS)
    late.says(Focus("org.gnome.TextEditor"))
    late.suggestions.look()
    assert late.suggestion is not None


def test_another_app_of_the_same_sort_is_none(late: Evening) -> None:
    late.says(Focus("org.mozilla.firefox"))
    late.clock.advance(11 * MINUTE_MS)
    late.says(Focus("chromium"))
    late.suggestions.look()
    assert late.suggestion is None


def test_nobody_is_spoken_to_while_away(late: Evening) -> None:
    late.says(Locked("a"), Unlocked("a"), Idle(0))
    late.suggestions.look()
    assert late.suggestion is None


@pytest.mark.parametrize(
    "reason",
    [r for r in Reason if r is not Reason.BATTERY],
)
def test_what_holds_somebody_holds_suggestions_back(
    late: Evening, reason: Reason
) -> None:
    late.says(Occupied(reason, held=True, by="it")).comes_back()
    assert late.suggestion is None
    late.clock.advance(2 * MINUTE_MS)
    late.says(Occupied(reason, held=False, by="it")).comes_back()
    assert late.suggestion is not None


def test_a_device_free_session_is_left_alone(late: Evening) -> None:
    late.says(Offline(on=True)).comes_back()
    assert late.suggestion is None
    assert late.silent == "You are in a device-free session."


def test_quiet_hours_are_kept(late: Evening) -> None:
    late.clock.advance(4 * HOUR_MS + 1)
    late.comes_back()
    assert late.suggestion is None


def test_one_a_day_is_enough(late: Evening) -> None:
    late.comes_back()
    made = late.suggestion
    assert made is not None
    late.suggestions.say(made.key, Said.NOT_NOW)
    assert late.suggestion is None
    late.clock.advance(3 * HOUR_MS)
    late.comes_back()
    assert late.suggestion is None


def test_someone_else_comes_at_once_and_is_somebody_else(late: Evening) -> None:
    late.comes_back()
    first = late.suggestion
    assert first is not None
    late.suggestions.say(first.key, Said.SOMEONE_ELSE)
    second = late.suggestion
    assert second is not None
    assert second.uid != first.uid
    late.suggestions.say(second.key, Said.SOMEONE_ELSE)
    assert late.suggestion is None
    assert late.silent


def test_never_this_person_is_written_on_their_card(late: Evening) -> None:
    late.comes_back()
    made = late.suggestion
    assert made is not None
    late.suggestions.say(made.key, Said.NEVER)
    assert late.app.people.book.card(made.uid).never
    assert late.suggestion is None
    assert late.suggestions.desk.checking_in.memory.asking().never == frozenset()
    for _ in range(20):
        late.clock.advance(DAY_MS - 10 * MINUTE_MS)
        shown = late.comes_back().suggestion
        assert shown is None or shown.uid != made.uid


def test_a_suggestion_left_alone_for_half_a_day_is_gone(late: Evening) -> None:
    late.comes_back()
    assert late.suggestion is not None
    late.clock.advance(12 * HOUR_MS)
    assert late.suggestion is None
    late.suggestions.desk.waiting()
    [row] = late.suggestions.desk.checking_in.memory._open().since(0)
    assert row.answer == "ignored"


def test_it_waits_across_a_restart_under_the_same_words(tmp_path: Path) -> None:
    with evening(tmp_path) as first:
        before = first.comes_back().suggestion
        assert before is not None
        raw = (tmp_path / "unplug.db").read_bytes()
        assert b"is: 8 h" not in raw
    again = Evening(tmp_path)
    after = again.suggestions.desk.shown()
    again.app.close()
    assert after is not None
    assert (after.key, after.why, after.start) == (before.key, before.why, before.start)


def test_a_plan_becomes_an_appointment_and_then_a_question(late: Evening) -> None:
    late.comes_back()
    made = late.suggestion
    assert made is not None
    plan = late.suggestions.desk.plan(made.key)
    assert f"UID:{made.key}@unplug" in plan.ics
    assert "BEGIN:VALARM" in plan.ics
    assert plan.reach.email == ("ana@example.org" if made.uid == "ana" else "")
    assert late.suggestion is None
    late.clock.advance(int((plan.end - EVENING).total_seconds()) * 1000)
    late.comes_back(after_ms=31 * MINUTE_MS)
    [after] = late.stage.afters
    assert (after.key, after.person) == (made.key, made.person)
    assert late.app.snapshot().suggestions.after == after


def test_telling_that_it_happened_logs_the_meeting_once(late: Evening) -> None:
    made = late.comes_back().suggestion
    assert made is not None
    desk = late.suggestions.desk
    plan = desk.plan(made.key)
    late.clock.advance(int((plan.end - EVENING).total_seconds()) * 1000 + HOUR_MS)
    desk.told(made.key, After(happened=True, felt=4, note="the harvest"))
    [logged, *_] = late.app.people.book.check_ins(made.uid)
    assert (logged.check_in.felt, logged.check_in.note) == (4, "the harvest")
    assert logged.check_in.on == plan.start.date()
    assert late.app.snapshot().suggestions.after is None
    desk.told(made.key, After(happened=True, felt=4))
    assert len(late.app.people.book.check_ins(made.uid)) == 2


def test_what_did_not_happen_logs_nothing_and_is_not_asked_again(
    late: Evening,
) -> None:
    made = late.comes_back().suggestion
    assert made is not None
    late.suggestions.desk.plan(made.key)
    late.suggestions.desk.told(made.key, After(happened=False))
    assert len(late.app.people.book.check_ins(made.uid)) == 1
    late.clock.advance(4 * DAY_MS)
    late.comes_back()
    assert late.stage.afters == []


def test_a_plan_cannot_end_before_it_begins(late: Evening) -> None:
    made = late.comes_back().suggestion
    assert made is not None
    with pytest.raises(UnplugError, match="let it end after it begins"):
        late.suggestions.desk.plan(made.key, made.start, made.start)


def test_planned_again_it_is_the_same_appointment_at_another_time(
    late: Evening,
) -> None:
    made = late.comes_back().suggestion
    assert made is not None
    first = late.suggestions.desk.plan(made.key)
    late.clock.advance(5_000)
    second = late.suggestions.desk.plan(made.key, made.start + timedelta(hours=1))
    uid = re.compile(r"UID:(.*)\r")
    sequence = re.compile(r"SEQUENCE:(\d+)")
    assert uid.findall(first.ics) == uid.findall(second.ics)
    assert int(sequence.findall(second.ics)[0]) > int(sequence.findall(first.ics)[0])
    assert second.end - second.start == first.end - first.start


def test_after_three_ignored_it_is_asked_once_how_to_go_on(late: Evening) -> None:
    for _ in range(3):
        assert late.days_pass(7).comes_back().suggestion is not None
    late.days_pass(7).comes_back()
    assert (late.suggestion, late.silent) == (None, ASKED)
    assert late.stage.asked_how == 1
    late.days_pass(14).comes_back()
    assert late.silent == "Suggestions at this time were seldom taken up."
    assert late.stage.asked_how == 1


@pytest.mark.parametrize("how", [How.STOP, How.PAUSE])
def test_stop_and_pause_are_obeyed_across_restarts(tmp_path: Path, how: How) -> None:
    with evening(tmp_path) as first:
        first.suggestions.like(how)
        assert first.comes_back().suggestion is None
    again = Evening(tmp_path)
    again.days_pass(21)
    again.comes_back()
    assert again.suggestion is None
    again.suggestions.like(How.START_AGAIN)
    again.clock.advance(11 * MINUTE_MS)
    assert again.comes_back().suggestion is not None
    again.app.close()


def test_forgetting_somebody_takes_their_suggestion_along(late: Evening) -> None:
    made = late.comes_back().suggestion
    assert made is not None
    late.suggestions.forget_people(frozenset({made.uid}))
    assert late.suggestion is None
    assert late.suggestions.desk.checking_in.memory._open().since(0) == ()


def test_the_two_questions_are_asked_of_close_friends_and_kept(
    late: Evening,
) -> None:
    asked = late.suggestions.two_questions()
    assert (asked.welcome, asked.mine) == ((), ())
    assert [(each.name, each.free) for each in asked.friends] == [
        ("Ana García", ("Wed 18:00-22:00",)),
        ("Bo", ("Thu 18:00-22:00",)),
    ]
    ana, bo = asked.friends
    told = replace(
        asked,
        welcome=("daily 9-12",),
        friends=(replace(ana, free=("weekends 10:30-14",)), bo),
    )
    late.suggestions.answer_two_questions(told)
    assert late.app.people.book.card("ana").free_times == (
        FreeTime(5, 11, 14),
        FreeTime(6, 11, 14),
    )
    assert late.suggestions.two_questions().welcome == ("daily 09:00-12:00",)
    assert late.comes_back().suggestion is None
    assert late.silent == "Suggestions are welcome at other times."


def test_hours_that_cannot_be_read_change_nothing(late: Evening) -> None:
    asked = late.suggestions.two_questions()
    told = replace(asked, welcome=("daily 9-12",), mine=("soon",))
    with pytest.raises(UnplugError, match="write them like"):
        late.suggestions.answer_two_questions(told)
    assert late.suggestions.two_questions() == asked


def test_the_quiet_corner_has_those_chosen_in_their_order(late: Evening) -> None:
    late.knows(replace(BO, corner=1), replace(ANA, corner=2))
    corner = late.suggestions.corner()
    assert [each.name for each in corner.people] == ["Bo", "Ana García"]
    assert corner.people[1].reach.phone == "+34 600 000 001"


def test_three_low_marks_within_a_month_open_the_corner(late: Evening) -> None:
    assert not late.suggestions.corner_opens()
    marks = [EVENING - timedelta(days=days) for days in (1, 2, 29)]
    late.suggestions.low_moods = lambda since: [at for at in marks if at > since]
    assert late.suggestions.corner_opens()
    late.clock.advance(2 * DAY_MS)
    assert not late.suggestions.corner_opens()


def test_asking_again_brings_the_one_who_waits(late: Evening) -> None:
    first = late.suggestions.desk.ask()
    assert late.suggestions.desk.ask() == first


def test_a_plan_can_be_device_free_time_with_them(late: Evening) -> None:
    made = late.comes_back().suggestion
    assert made is not None
    late.suggestions.desk.plan(made.key, device_free=True)
    coming = late.app.snapshot().coming
    assert coming is not None
    assert (coming.start, coming.end) == (made.start, made.end)
    assert made.person not in coming.plan


def test_erasing_everything_leaves_nothing_to_show(late: Evening) -> None:
    late.comes_back()
    late.app.erase_everything()
    assert late.suggestion is None
    assert late.comes_back().suggestion is None


def test_the_desktop_shows_it_with_four_buttons(tmp_path: Path) -> None:
    desktop = FakeNotifications()
    with evening(tmp_path, desktop) as late:
        late.comes_back()
        [(number, note)] = desktop.notes.items()
        assert [button.label for button in note.buttons] == [
            "Plan it",
            "Someone else",
            "Not now",
            "Never this person",
        ]
        assert late.stage.shown == []
        desktop.press(number, "not-now")
        assert late.suggestion is None


def test_a_note_that_nobody_can_show_becomes_our_card(tmp_path: Path) -> None:
    desktop = FakeNotifications(buttons=None)
    with evening(tmp_path, desktop) as late:
        late.comes_back()
        [number] = desktop.notes
        desktop.fail(number)
        assert late.stage.shown == [late.suggestion]


def test_planning_from_a_note_shows_the_plan_first_where_there_is_a_screen(
    tmp_path: Path,
) -> None:
    desktop = FakeNotifications()
    with evening(tmp_path, desktop) as late:
        late.stage.can_plan = True
        late.comes_back()
        [number] = desktop.notes
        made = late.suggestion
        desktop.press(number, "plan")
        assert late.stage.planned == [made]
        assert late.suggestion == made


def test_changing_one_input_changes_the_explanation(tmp_path: Path) -> None:
    said = []
    for days, felt in ((40, 5), (41, 5), (41, 3)):
        made = Evening(tmp_path / f"{days}-{felt}")
        made.usually(2, 8).knows(ANA).met("ana", days, felt=felt)
        suggestion = made.comes_back().suggestion
        assert suggestion is not None
        said.append(suggestion.why)
        made.app.close()
    assert len(set(said)) == 3
    assert "40 days, every 14" in said[0]
    assert "41 days" in said[1]
    assert "Felt 3/5" in said[2]


def test_people_who_were_just_met_make_room_for_others(tmp_path: Path) -> None:
    made = Evening(tmp_path)
    made.usually(2, 8).knows(ANA, BO).met("ana", 2).met("bo", 30)
    suggestion = made.comes_back().suggestion
    made.app.close()
    assert suggestion is not None
    assert suggestion.uid == "bo"
