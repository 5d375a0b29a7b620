import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.active import activate
from ui.parts import (
    Body,
    Button,
    EmptyState,
    FlowLayout,
    FormRow,
    ListRow,
    SearchField,
    Segmented,
    Toast,
    UndoOffer,
)

pytestmark = pytest.mark.usefixtures("qtbot")


def test_names_from_outside_are_never_markup_nor_shortcuts() -> None:
    assert Body("<b>Ada</b>").textFormat() is Qt.TextFormat.PlainText
    assert Button("Ada & Bo").text() == "Ada && Bo"


def test_a_search_waits_until_typing_rests(qtbot: QtBot) -> None:
    field = SearchField("Find someone")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "ada ")
    assert heard == ["ada"]


def test_one_of_a_few_is_chosen_by_mouse_and_by_arrows(qtbot: QtBot) -> None:
    choice = Segmented("Range", [(1, "Day"), (7, "Week"), (30, "Month")])
    qtbot.addWidget(choice)
    activate(qtbot, choice)
    buttons = choice.findChildren(QPushButton)
    heard: list[object] = []
    choice.chosen.connect(heard.append)
    buttons[1].click()
    buttons[1].setFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    assert choice.value == heard[-1] == 30
    choice.choose(1)
    assert choice.value == 1
    assert heard == [7, 30]


def test_a_form_says_what_is_wrong_where_it_is_wrong() -> None:
    row = FormRow("Idle after", QLineEdit(), hint="10 to 3600 seconds")
    row.complain("must be at least 10, not 3")
    assert row.hint.text() == "must be at least 10, not 3"
    assert row.field.accessibleDescription() == row.hint.text()
    row.complain("")
    assert row.hint.text() == "10 to 3600 seconds"


def test_a_row_says_all_of_a_name_that_it_has_to_shorten(qtbot: QtBot) -> None:
    name = "Ada " * 60
    row = ListRow(name, "met in May", "3 h")
    qtbot.addWidget(row)
    row.resize(120, row.sizeHint().height())
    assert row.accessibleName() == f"{name.strip()}, met in May, 3 h"
    assert row.minimumSizeHint().width() <= 120
    assert not row.grab().isNull()


def test_an_empty_place_says_what_will_come(qtbot: QtBot) -> None:
    state = EmptyState(
        icon="people", heading="Nobody yet", text="Import them.", action=Button("Go")
    )
    qtbot.addWidget(state)
    state.show()
    assert state.heading.isVisible()
    assert state.text.isVisible()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_parts_that_do_not_fit_go_on_in_the_next_line(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.setLayoutDirection(direction)
    flow = FlowLayout(place)
    buttons = [Button("a button") for _ in range(6)]
    for button in buttons:
        flow.addWidget(button)
    place.resize(buttons[0].sizeHint().width() * 2 + 20, 400)
    place.show()
    assert len({button.y() for button in buttons}) == 3
    for at, one in enumerate(buttons):
        assert place.rect().contains(one.geometry())
        for other in buttons[at + 1 :]:
            assert not one.geometry().intersects(other.geometry())
    first, second = buttons[:2]
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert (first.x() > second.x()) == mirrored


def test_an_offer_to_undo_stays_while_it_is_pointed_at(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    QVBoxLayout(place)
    place.resize(500, 300)
    activate(qtbot, place)
    toast = Toast(place)
    toast.offer(UndoOffer("Done.", lambda: None))
    toast.undo.setFocus()
    toast._left.timeout.emit()
    assert toast.isVisible()
    toast.undo.clearFocus()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    with qtbot.waitSignal(toast.gone):
        toast._left.timeout.emit()
    assert not toast.isVisible()
