"""Sessions on the screen, and the way back of what somebody wants."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from ui.overlay.spec import Comfort
from ui.overlay.wishes import FeltWish, LeaveWish, PostponeWish
from ui.stage import ScreenStage
from ui.wishes import NoteWish, SessionWish
from unplug.sessions.effects import Choice, Instant, Moment, Overlay, Stage, Strip
from unplug.sessions.plan import Strictness
from unplug.settings import Reading

MIN = 60_000


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def stage(qtbot: QtBot, clock: FakeClock) -> Iterator[ScreenStage]:
    assert qtbot is not None
    stage = ScreenStage(clock)
    yield stage
    stage.close()


@pytest.fixture
def wishes(stage: ScreenStage) -> list[SessionWish]:
    heard: list[SessionWish] = []
    stage.wished.connect(heard.append)
    return heard


def an_overlay(clock: FakeClock) -> Overlay:
    ends_boot_ms = clock.stamp().boot_ms + 45 * MIN
    return Overlay("s", "Walk", "the hills", None, Strictness.FIRM, ends_boot_ms)


def a_strip(clock: FakeClock, *, discreet: bool = False) -> Strip:
    return Strip(
        "s",
        Stage.EARLY,
        title="Walk",
        until=Instant(clock.stamp().wall_ms + 5 * MIN, boot=False),
        choices=(Choice.NOW, Choice.LATER, Choice.NOT_TODAY),
        later_ms=5 * MIN,
        discreet=discreet,
    )


def test_nothing_is_loaded_before_there_is_something_to_show(
    stage: ScreenStage,
) -> None:
    stage.hide_strip()
    stage.hide_overlay()
    stage.announce(Moment.END)
    assert not {"_above", "_overlay", "_strip"} & set(vars(stage))


def test_a_session_covers_the_screen_until_it_is_over(
    stage: ScreenStage, clock: FakeClock
) -> None:
    stage.show_overlay(an_overlay(clock))
    assert stage._overlay.showing
    assert stage._overlay.scenes()
    stage.hide_overlay()
    assert not stage._overlay.showing


def test_what_is_wanted_of_the_overlay_is_passed_on(
    stage: ScreenStage, clock: FakeClock, wishes: list[SessionWish]
) -> None:
    stage.show_overlay(an_overlay(clock))
    stage._overlay.computer_needed.emit()
    stage._overlay.leave_requested.emit(LeaveWish("a call"))
    stage._overlay.stayed.emit()
    assert wishes == [
        SessionWish("NeedComputer"),
        SessionWish("EndEarly", ("a call",)),
        SessionWish("StayAfterAll"),
    ]


def test_a_strip_shows_and_passes_on_what_is_chosen(
    stage: ScreenStage, clock: FakeClock, wishes: list[SessionWish]
) -> None:
    stage.show_strip(a_strip(clock))
    assert stage._strip.card is not None
    stage._strip.started_now.emit()
    stage._strip.postponed.emit(PostponeWish(5 * MIN))
    stage._strip.skipped.emit()
    assert wishes == [
        SessionWish("Begin"),
        SessionWish("Postpone", (5 * MIN,)),
        SessionWish("Skip"),
    ]


def test_a_discreet_strip_stays_off_the_screen(
    stage: ScreenStage, clock: FakeClock
) -> None:
    stage.show_strip(a_strip(clock, discreet=True))
    assert "_strip" not in vars(stage)


def test_how_it_felt_is_passed_on(
    stage: ScreenStage, wishes: list[SessionWish]
) -> None:
    stage.ask_feeling("s", None)
    stage._feeling.felt.emit(FeltWish("s", 4))
    assert wishes == [SessionWish("Felt", (4,))]


def test_what_the_time_is_for_and_with_whom_is_on_the_screen(
    stage: ScreenStage, clock: FakeClock
) -> None:
    stage.name_of = {"marta": "Marta"}.__getitem__
    stage.show_overlay(replace(an_overlay(clock), person="marta"))
    (scene,) = stage._overlay.scenes()
    assert scene.calm.purpose.full_text == "the hills"
    assert scene.calm.whom.full_text == "with Marta"
    assert scene.calm.idea.full_text == ""
    stage.show_strip(replace(a_strip(clock), purpose="Tea", person="marta"))
    assert stage._strip.card is not None
    assert stage._strip.card.about.full_text == "Tea with Marta"
    stage.ask_feeling("s", "marta")
    assert stage._feeling.card is not None
    assert "Marta" in stage._feeling.card.question.full_text


def test_a_time_for_nothing_in_particular_gets_one_idea(
    stage: ScreenStage, clock: FakeClock
) -> None:
    free = replace(an_overlay(clock), purpose="")
    stage.show_overlay(free)
    (scene,) = stage._overlay.scenes()
    idea = scene.calm.idea.full_text
    assert idea.startswith("Perhaps: ")
    clock.advance(40 * MIN)  # another would fit better by now
    stage.show_overlay(free)
    assert scene.calm.idea.full_text == idea


def test_text_is_as_large_as_the_person_likes_it(
    stage: ScreenStage, clock: FakeClock
) -> None:
    stage.reading = Reading(text_percent=200, reduced_motion=True)
    stage.show_overlay(an_overlay(clock))
    assert stage._overlay.scenes()[0]._spec.comfort == Comfort(2.0, True)  # noqa: FBT003


def test_typing_meanwhile_is_remarked_where_it_can_be_read(
    stage: ScreenStage, clock: FakeClock
) -> None:
    stage.remark_input()  # nothing is shown, and nothing happens
    stage.show_overlay(an_overlay(clock))
    stage.remark_input()
    (scene,) = stage._overlay.scenes()
    assert "The screen can wait." in scene.calm.remark.full_text
    clock.advance(MIN)
    stage._overlay._minute.timeout.emit()
    assert scene.calm.remark.full_text == ""
    stage.hide_overlay()
    stage.show_strip(a_strip(clock))
    stage.remark_input()
    assert stage._strip.card is not None
    assert "The screen can wait." in stage._strip.card.when.full_text


def test_a_word_after_it_is_passed_on(stage: ScreenStage) -> None:
    heard: list[NoteWish] = []
    stage.noted.connect(heard.append)
    stage.ask_feeling("s", None)
    assert stage._feeling.card is not None
    stage._feeling.card.choices()[3].click()
    stage._feeling.card.noted.emit("a heron")
    assert heard == [NoteWish("s", 4, "a heron")]
