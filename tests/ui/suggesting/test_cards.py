"""The small cards of suggestions: equal answers, and nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.suggesting_values import AFTER, END, PLAN, REACH, START, WALK
from ui.suggesting.after_card import AfterCard
from ui.suggesting.card import SuggestionCard
from ui.suggesting.how_card import HowCard
from ui.suggesting.plan_card import PlanCard
from ui.suggesting.reaching import addresses
from ui.suggesting.stage import ScreenSuggestStage
from ui.suggesting.wishes import AfterWish, HowWish, PlanWish, SuggestionSaid
from unplug.engine.suggestions.suggested import How, Reach, Said


@pytest.fixture
def card(qtbot: QtBot) -> SuggestionCard:
    card = SuggestionCard()
    qtbot.addWidget(card)
    card.show_suggestion(WALK)
    return card


def test_the_four_answers_are_equal_in_looks(card: SuggestionCard) -> None:
    buttons = [*card.buttons.values()]
    assert [button.text() for button in buttons] == [
        "Plan it",
        "Someone else",
        "Not now",
        "Never this person",
    ]
    assert {button.property("kind") for button in buttons} == {"secondary"}
    assert len({button.height() for button in buttons}) == 1
    assert len({button.font().toString() for button in buttons}) == 1


def test_it_says_who_what_when_and_why(card: SuggestionCard) -> None:
    assert card.card.heading.text() == (
        "A walk through the streets you both like with Ana García"
    )
    assert card.when.text() == "Wednesday, 18:00 to 20:00"
    assert card.why.text() == WALK.why
    assert card.easy.text() == "Easy first: say hello to Bo."


def test_own_topics_come_before_a_question_of_ours(
    card: SuggestionCard,
) -> None:
    assert card.along.text().startswith("A question to bring along: What is a smell")
    card.show_suggestion(replace(WALK, topics=("the allotment",)))
    assert card.along.text() == "You last talked about: the allotment."


@pytest.mark.parametrize("said", list(Said))
def test_an_answer_is_passed_on_and_the_card_goes(
    qtbot: QtBot, card: SuggestionCard, said: Said
) -> None:
    with qtbot.waitSignal(card.said) as heard:
        card.buttons[said].click()
    assert heard.args == [SuggestionSaid("k1", said)]
    assert not card.isVisible()


def test_escape_puts_it_away_without_an_answer(
    qtbot: QtBot, card: SuggestionCard
) -> None:
    with qtbot.assertNotEmitted(card.said):
        QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_it_takes_no_keyboard_by_coming(card: SuggestionCard) -> None:
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_every_answer_can_be_reached_by_keyboard(card: SuggestionCard) -> None:
    for button in card.buttons.values():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName() or button.text()


def test_long_names_and_large_text_are_not_cut(card: SuggestionCard) -> None:
    card.show_suggestion(
        replace(WALK, person="Wolfeschlegelsteinhausenbergerdorff Hubert Blaine " * 2)
    )
    card.fit()
    for button in card.buttons.values():
        assert button.width() >= button.minimumSizeHint().width()
    heading = card.card.heading
    assert heading.height() >= heading.heightForWidth(heading.width())


@pytest.fixture
def plan(qtbot: QtBot) -> PlanCard:
    card = PlanCard()
    qtbot.addWidget(card)
    card.show_suggestion(WALK)
    return card


def test_a_plan_is_as_suggested_unless_it_is_changed(
    qtbot: QtBot, plan: PlanCard
) -> None:
    with qtbot.waitSignal(plan.planned) as heard:
        plan.plan.click()
    assert heard.args == [PlanWish("k1", START, END, device_free=True)]
    plan.start.setDateTime(plan.start.dateTime().addSecs(3600))
    plan.length.setValue(45)
    plan.free.setChecked(False)
    with qtbot.waitSignal(plan.planned) as heard:
        plan.plan.click()
    later = START + timedelta(hours=1)
    assert heard.args == [PlanWish("k1", later, later + timedelta(minutes=45))]


def test_a_call_is_no_device_free_time(qtbot: QtBot, plan: PlanCard) -> None:
    plan.show_suggestion(replace(WALK, by_phone=True))
    with qtbot.waitSignal(plan.planned) as heard:
        plan.plan.click()
    assert heard.args == [PlanWish("k1", START, END)]


def test_a_plan_that_is_made_offers_calendar_mail_phone_and_map(
    qtbot: QtBot, plan: PlanCard
) -> None:
    plan.show_plan(PLAN)
    assert plan.card.heading.text() == "A walk with Ana García"
    with qtbot.waitSignal(plan.save_requested) as heard:
        plan.save.click()
    assert heard.args == [PLAN]
    opened = []
    plan.address_requested.connect(opened.append)
    for button in plan.ways.values():
        button.click()
    assert opened == [
        "mailto:ana@example.org",
        "tel:+34600000001",
        "geo:0,0?q=Calle%20Mayor%201%2C%20Madrid",
    ]


def test_what_is_not_known_is_not_offered(plan: PlanCard) -> None:
    plan.show_plan(replace(PLAN, reach=Reach(email="a@b.org")))
    assert not plan.ways["mail"].isHidden()
    assert plan.ways["phone"].isHidden()
    assert plan.ways["map"].isHidden()


def test_addresses_open_with_an_empty_text() -> None:
    assert addresses(REACH)["mail"] == "mailto:ana@example.org"
    assert addresses(Reach(email="a?body=x@b.org"))["mail"] == (
        "mailto:a%3Fbody%3Dx@b.org"
    )
    assert addresses(Reach(phone="ask Ana")) == {}


@pytest.fixture
def after(qtbot: QtBot) -> AfterCard:
    card = AfterCard()
    qtbot.addWidget(card)
    card.ask(AFTER)
    return card


def test_no_is_one_click(qtbot: QtBot, after: AfterCard) -> None:
    assert after.card.heading.text() == "Did you and Ana García meet?"
    with qtbot.waitSignal(after.told) as heard:
        after.no.click()
    assert heard.args == [AfterWish("k1", happened=False)]


def test_yes_takes_three_clicks_and_a_word_if_one_likes(
    qtbot: QtBot, after: AfterCard
) -> None:
    after.yes.click()
    after.feelings[4].click()
    QTest.keyClicks(after.note, "the harvest")
    with qtbot.waitSignal(after.told) as heard:
        after.done.click()
    assert heard.args == [AfterWish("k1", happened=True, felt=4, note="the harvest")]


def test_what_is_left_out_stays_missing(qtbot: QtBot, after: AfterCard) -> None:
    after.yes.click()
    with qtbot.waitSignal(after.told) as heard:
        after.done.click()
    assert heard.args == [AfterWish("k1", happened=True)]


def test_putting_it_away_is_no_answer(qtbot: QtBot, after: AfterCard) -> None:
    with qtbot.assertNotEmitted(after.told):
        QTest.keyClick(after, Qt.Key.Key_Escape)


def test_how_to_go_on_has_five_answers(qtbot: QtBot) -> None:
    card = HowCard()
    qtbot.addWidget(card)
    card.come()
    for how in (*list(How)[:4], None):
        with qtbot.waitSignal(card.chosen) as heard:
            card.buttons[how].click()
        assert heard.args == [HowWish(how)]


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[ScreenSuggestStage]:
    assert qtbot
    stage = ScreenSuggestStage()
    yield stage
    stage.close()


def test_the_stage_loads_a_card_with_its_first_use(stage: ScreenSuggestStage) -> None:
    stage.hide()
    assert "suggestion_card" not in stage.__dict__
    stage.show(WALK)
    assert stage.suggestion_card.isVisible()
    stage.hide()
    assert not stage.suggestion_card.isVisible()


def test_the_stage_passes_on_what_is_said(
    qtbot: QtBot, stage: ScreenSuggestStage
) -> None:
    stage.show(WALK)
    with qtbot.waitSignal(stage.said) as heard:
        stage.suggestion_card.buttons[Said.NOT_NOW].click()
    assert heard.args == [SuggestionSaid("k1", Said.NOT_NOW)]
    stage.plan(WALK)
    with qtbot.waitSignal(stage.planned):
        stage.plan_card.plan.click()
    stage.show_plan(PLAN)
    stage.ask_after(AFTER)
    with qtbot.waitSignal(stage.told):
        stage.after_card.no.click()
    stage.ask_how()
    with qtbot.waitSignal(stage.how_chosen):
        stage.how_card.buttons[How.STOP].click()
