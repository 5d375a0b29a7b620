"""Suggestions on pages and in the tray's menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.suggesting_values import AFTER, REACH, WALK, snapshot
from ui.app_suggesting import SuggestWishes
from ui.suggesting.corner import QuietCorner
from ui.suggesting.onboarding import TwoQuestionsForm
from ui.suggesting.settings_card import TwoQuestionsCard
from ui.suggesting.stage import ScreenSuggestStage
from ui.suggesting.today import TodaySuggestion
from ui.suggesting.wishes import (
    AddressWish,
    AfterWish,
    AskWish,
    HowWish,
    SuggestionSaid,
)
from ui.tray.suggest_menu import SuggestMenu
from unplug.engine.suggestions.corner import CornerNow, CornerPerson
from unplug.engine.suggestions.onboarding import FriendHours, TwoQuestions
from unplug.engine.suggestions.suggested import How, Said, SuggestionsNow
from unplug.errors import UnplugError


@pytest.fixture
def today(qtbot: QtBot) -> TodaySuggestion:
    card = TodaySuggestion()
    qtbot.addWidget(card)
    return card


def test_on_the_day_it_shows_who_waits(qtbot: QtBot, today: TodaySuggestion) -> None:
    today.render_snapshot(snapshot(SuggestionsNow(suggestion=WALK)))
    assert "Ana García · Wednesday, 18:00 to 20:00" in today.text.text()
    assert today.why.text() == WALK.why
    assert today.ask.isHidden()
    with qtbot.waitSignal(today.wished) as heard:
        today.said[Said.NEVER].click()
    assert heard.args == [SuggestionSaid("k1", Said.NEVER)]


def test_what_is_over_is_asked_about_first(
    qtbot: QtBot, today: TodaySuggestion
) -> None:
    today.render_snapshot(snapshot(SuggestionsNow(suggestion=WALK, after=AFTER)))
    assert today.text.text() == "Did you and Ana García meet?"
    assert all(button.isHidden() for button in today.said.values())
    with qtbot.waitSignal(today.wished) as heard:
        today.no.click()
    assert heard.args == [AfterWish("k1", happened=False)]


def test_with_nobody_it_says_why_and_offers_to_ask(
    qtbot: QtBot, today: TodaySuggestion
) -> None:
    today.render_snapshot(snapshot(SuggestionsNow(silent="That is it for today.")))
    assert today.why.text() == "That is it for today."
    with qtbot.waitSignal(today.wished) as heard:
        today.ask.click()
    assert heard.args == [AskWish()]


def test_the_menu_shows_who_waits_and_takes_an_answer(qtbot: QtBot) -> None:
    menu, lines = QMenu(), SuggestMenu()
    lines.add_to(menu)
    lines.render(snapshot(SuggestionsNow()), drawn_by_panel=False)
    assert not lines.below.menuAction().isVisible()
    lines.render(snapshot(SuggestionsNow(suggestion=WALK)), drawn_by_panel=False)
    assert lines.below.menuAction().isVisible()
    assert lines.below.menuAction().text().startswith("Ana García: a walk through")
    assert lines.why.text() == WALK.why
    assert [action.text() for action in lines.answers] == [
        "Plan it",
        "Someone else",
        "Not now",
        "Never this person",
    ]
    with qtbot.waitSignal(lines.said) as heard:
        lines.answers[2].trigger()
    assert heard.args == ["k1", "not-now"]


@pytest.fixture
def form(qtbot: QtBot) -> TwoQuestionsForm:
    form = TwoQuestionsForm()
    qtbot.addWidget(form)
    form.show_questions(
        TwoQuestions(
            welcome=("Mon-Fri 18:00-20:00",),
            friends=(FriendHours("ana", "Ana"), FriendHours("bo", "Bo", ("Sat 9-12",))),
        )
    )
    return form


def test_the_two_questions_show_what_was_answered(form: TwoQuestionsForm) -> None:
    assert form.welcome.line.text() == "Mon-Fri 18:00-20:00"
    assert [*form.friends] == ["ana", "bo"]
    assert form.friends["bo"].texts == ("Sat 9-12",)
    assert form.nobody.isHidden()


def test_a_usual_time_is_one_click(qtbot: QtBot, form: TwoQuestionsForm) -> None:
    evenings = form.friends["ana"].chips["daily 18:00-21:00"]
    with qtbot.waitSignal(form.answered) as heard:
        evenings.click()
    assert evenings.text() == "✓ Evenings"
    assert heard.args[0].friends[0] == FriendHours("ana", "Ana", ("daily 18:00-21:00",))
    with qtbot.waitSignal(form.answered) as heard:
        evenings.click()
    assert heard.args[0].friends[0].free == ()


def test_hours_that_cannot_be_read_are_told_of_and_not_passed_on(
    qtbot: QtBot, form: TwoQuestionsForm
) -> None:
    with qtbot.assertNotEmitted(form.answered):
        form.welcome.line.setText("sometimes")
        form.welcome.line.editingFinished.emit()
    assert not form.welcome.wrong.isHidden()
    assert "write them like" in form.welcome.wrong.text()


def test_typed_hours_are_passed_on_when_finished(
    qtbot: QtBot, form: TwoQuestionsForm
) -> None:
    form.mine.line.clear()
    QTest.keyClicks(form.mine.line, "Tue 18-20; Thu 18-20")
    with qtbot.waitSignal(form.answered) as heard:
        QTest.keyClick(form.mine.line, Qt.Key.Key_Return)
    assert heard.args[0].mine == ("Tue 18-20", "Thu 18-20")


def test_without_close_friends_it_says_where_they_will_stand(qtbot: QtBot) -> None:
    form = TwoQuestionsForm()
    qtbot.addWidget(form)
    form.show_questions(TwoQuestions())
    assert not form.nobody.isHidden()


def test_answers_among_the_settings_are_kept_at_once(qtbot: QtBot) -> None:
    suggestions = FakeSuggestions()
    card = TwoQuestionsCard(suggestions)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    card.refresh()
    assert card.wrong.isHidden()
    card.form.friends["ana"].chips["daily 18:00-21:00"].click()
    assert suggestions.said == [
        TwoQuestions(friends=(FriendHours("ana", "Ana", ("daily 18:00-21:00",)),))
    ]
    suggestions.broken = True
    card.refresh()
    assert not card.wrong.isHidden()


def test_the_quiet_corner_opens_a_call_to_those_chosen(qtbot: QtBot) -> None:
    corner = QuietCorner()
    qtbot.addWidget(corner)
    corner.show_corner(
        CornerNow(
            words="These are the people you chose for days like this.",
            people=(CornerPerson("ana", "Ana", REACH),),
            professional="A doctor can say who helps near you.",
            sites=("findahelpline.com",),
            in_danger="Call the emergency number where you are.",
        )
    )
    opened: list[AddressWish] = []
    corner.wished.connect(opened.append)
    for flow in (corner.flow, corner.sites_flow):
        item = flow.itemAt(0)
        assert item is not None
        button = item.widget()
        assert button is not None
        button.click()  # type: ignore[attr-defined]
    assert opened == [
        AddressWish("tel:+34600000001"),
        AddressWish("https://findahelpline.com"),
    ]


class FakeDesk:
    def __init__(self) -> None:
        self.asked: list[object] = []

    def ask(self) -> None:
        self.asked.append("ask")

    def plan(self, *told: object, **more: object) -> object:
        self.asked.append((told, more))
        from tests.ui.suggesting_values import PLAN  # noqa: PLC0415

        return PLAN

    def tell(self, key: str, **told: object) -> None:
        self.asked.append((key, told))

    def leave_how(self) -> None:
        self.asked.append("leave")


class FakeSuggestions:
    def __init__(self) -> None:
        self.observers: list[Callable[[], None]] = []
        self.desk = FakeDesk()
        self.stage: object = None
        self.broken = False
        self.said: list[object] = []

    def say(self, key: str, said: Said) -> None:
        self.said.append((key, said))

    def like(self, how: How) -> None:
        self.said.append(how)

    def two_questions(self) -> TwoQuestions:
        if self.broken:
            failed = "cannot look"
            raise UnplugError(failed)
        return TwoQuestions(friends=(FriendHours("ana", "Ana"),))

    def answer_two_questions(self, told: TwoQuestions) -> None:
        self.said.append(told)


def test_wishes_reach_whoever_grants_them_and_are_shown_at_once(qtbot: QtBot) -> None:
    assert qtbot
    suggestions, stage, changed = FakeSuggestions(), ScreenSuggestStage(), []
    wishes = SuggestWishes(
        suggestions,  # type: ignore[arg-type]
        stage,
        lambda: changed.append(1),
    )
    menu, lines = QMenu(), SuggestMenu()
    lines.add_to(menu)
    wishes.connect_menu(lines)
    lines.said.emit("k1", "never")
    grants = wishes.grants()
    for wish in (AskWish(), HowWish(How.FEWER), HowWish(None)):
        grants[type(wish)](wish)
    stage.told.emit(AfterWish("k1", happened=True, felt=5))
    stage.plan(WALK)
    stage.plan_card.plan.click()
    assert not stage.plan_card.after.isHidden()
    assert suggestions.said == [("k1", Said.NEVER), How.FEWER]
    told = ("k1", {"happened": True, "felt": 5, "note": ""})
    assert suggestions.desk.asked[:3] == ["ask", "leave", told]
    assert len(changed) == 6
    stage.close()
