import pytest
from pytestqt.qtbot import QtBot

from tests.ui.active import activate
from tests.ui.fakes import FakeTracker, surroundings
from tests.ui.suggesting.test_parts import FakeSuggestions
from ui.window.page import PageWish
from ui.window.pages import pages
from ui.window.welcome import WelcomePage
from ui.window.window import MainWindow
from ui.wishes import LoginWish, WelcomedWish
from unplug.engine.suggestions.onboarding import TwoQuestions

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage(surroundings())
    qtbot.addWidget(page)
    activate(qtbot, page)
    return page


def test_it_has_at_most_five_steps_and_ends(qtbot: QtBot, page: WelcomePage) -> None:
    assert len(page.steps) <= 5
    for _ in page.steps[1:]:
        assert page.skip.isVisible()
        page.next.click()
    with qtbot.waitSignals([page.wished, page.page_requested, page.finished]):
        page.next.click()


def test_every_step_can_be_gone_back_to(page: WelcomePage) -> None:
    assert page.back.isHidden()
    page.next.click()
    page.next.click()
    page.back.click()
    assert page.at.text().startswith("Step 2 of 5")


def test_skipping_counts_as_welcomed(qtbot: QtBot, page: WelcomePage) -> None:
    with qtbot.waitSignal(page.wished) as asked:
        page.skip.click()
    assert asked.args == [WelcomedWish()]


def test_start_at_login_is_offered_once_in_the_first_step(
    qtbot: QtBot, page: WelcomePage
) -> None:
    with qtbot.waitSignal(page.wished) as asked:
        page.login_start.click()
    assert asked.args == [LoginWish(on=True)]


def test_people_and_a_first_plan_are_a_click_away(page: WelcomePage) -> None:
    asked: list[PageWish] = []
    page.page_requested.connect(asked.append)
    for button in page.findChildren(type(page.next)):
        if button.text().endswith("…"):
            button.click()
    assert {*asked} == {PageWish("people", "import"), PageWish("sessions", "new")}


def test_the_welcome_waits_while_something_else_is_done(qtbot: QtBot) -> None:
    window = MainWindow(surroundings(), pages())
    qtbot.addWidget(window)
    window.come_forward("welcome")
    assert "welcome" not in window.bar.buttons
    assert not any(button.isChecked() for button in window.bar.buttons.values())
    window.go("settings")
    assert window.to_welcome.isVisible()
    assert window.to_welcome.action is not None
    window.to_welcome.action.click()
    assert window.key == "welcome"
    page = window.page
    assert isinstance(page, WelcomePage)
    page.skip.click()
    assert window.key == "today"
    assert window.to_welcome.isHidden()
    window.go_back()
    assert window.key != "welcome"


def test_the_two_questions_are_asked_and_kept_in_the_second_step(qtbot: QtBot) -> None:
    tracker = FakeTracker()
    tracker.suggestions = FakeSuggestions()  # type: ignore[attr-defined]
    page = WelcomePage(surroundings(tracker))
    qtbot.addWidget(page)
    activate(qtbot, page)
    page.refresh()
    page.next.click()
    assert page.questions is not None
    assert page.questions.isVisible()
    line = page.questions.form.welcome.line
    line.setText("sat 10:00-12:00")
    line.editingFinished.emit()
    [told] = tracker.suggestions.said  # type: ignore[attr-defined]
    assert isinstance(told, TwoQuestions)
    assert told.welcome
