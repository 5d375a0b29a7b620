import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QTimeEdit
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeTracker, surroundings
from ui.window.asking import SureDialog
from ui.window.settings import SettingsPage
from ui.wishes import EraseWish, LoginWish, SettingChosen
from unplug.settings.sections import section_types, settings_of

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def tracker() -> FakeTracker:
    return FakeTracker()


@pytest.fixture
def page(qtbot: QtBot, tracker: FakeTracker) -> SettingsPage:
    page = SettingsPage(surroundings(tracker))
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.refresh()
    page.show()
    return page


def test_every_setting_is_there_with_its_default_and_what_it_means(
    page: SettingsPage,
) -> None:
    wanted = {
        f"{section}.{field.name}"
        for section, kind in section_types().items()
        for field in settings_of(kind)
        if section not in page.elsewhere
    }
    assert set(page.rows) == wanted
    assert set(page.elsewhere) == {"calendar", "home"}
    for row in page.rows.values():
        assert "by default" in row.form.hint.text()
        assert row.form.field.accessibleName()
        assert row.reset.isHidden()
        assert row.value == row.default


def test_a_choice_is_kept_at_once_and_can_be_put_back(
    tracker: FakeTracker, page: SettingsPage
) -> None:
    row = page.rows["tracking.idle_after_s"]
    assert isinstance(row.form.field, QSpinBox)
    assert row.form.field.suffix() == " seconds"
    wished: list[object] = []
    page.wished.connect(wished.append)
    row.form.field.setValue(300)
    assert tracker.choices.changed == [("tracking.idle_after_s", 300)]
    assert wished == [SettingChosen()]
    assert page.later.isVisible()
    row.reset.click()
    assert tracker.choices.now() == tracker.choices.running
    assert row.reset.isHidden()
    assert page.later.isHidden()


def test_each_kind_of_setting_has_a_field_of_its_own(
    tracker: FakeTracker, page: SettingsPage
) -> None:
    titles = page.rows["tracking.titles"].form.field
    assert isinstance(titles, QCheckBox)
    titles.click()
    day = page.rows["days.starts_at"].form.field
    assert isinstance(day, QTimeEdit)
    day.setTime(QTime(5, 30))
    day.editingFinished.emit()
    apps = page.rows["tracking.excluded_apps"].form.field
    assert isinstance(apps, QLineEdit)
    apps.setText(" one, two ,")
    apps.editingFinished.emit()
    assert tracker.choices.changed == [
        ("tracking.titles", True),
        ("days.starts_at", "05:30"),
        ("tracking.excluded_apps", ("one", "two")),
    ]


def test_a_value_that_does_not_fit_is_explained_beside_it(
    tracker: FakeTracker, page: SettingsPage
) -> None:
    row = page.rows["sessions.country"]
    assert isinstance(row.form.field, QLineEdit)
    row.form.field.setText("refused")
    row.form.field.editingFinished.emit()
    assert "must be something else" in row.form.hint.text()
    assert tracker.choices.changed == []


def test_settings_are_found_by_their_words(page: SettingsPage) -> None:
    page.search_for("backups")
    shown = [key for key, row in page.rows.items() if row.isVisible()]
    assert shown == ["history.backups"]
    assert page.nothing.isHidden()
    page.search_for("qwertz")
    assert page.nothing.isVisible()
    page.search_for("account")
    assert page.leaving.isVisible()
    page.search_for("")
    assert all(row.isVisible() for row in page.rows.values())


def test_start_at_login_is_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.wished) as asked:
        page.login_start.click()
    assert asked.args == [LoginWish(on=True)]


def test_everything_is_erased_after_one_more_question(
    qtbot: QtBot, page: SettingsPage
) -> None:
    page.erase.click()
    dialog = page.findChild(SureDialog)
    assert dialog is not None
    assert dialog.yes.property("kind") == dialog.no.property("kind")
    with qtbot.assertNotEmitted(page.wished):
        dialog.no.click()
    page.erase.click()
    dialog = page.findChildren(SureDialog)[-1]
    with qtbot.waitSignal(page.wished) as asked:
        dialog.yes.click()
    assert asked.args == [EraseWish()]
