"""What arrives on the wire becomes Qt's events."""

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("there is no Wayland here", allow_module_level=True)

from ui.overlay.layer_shell.input import Mouse
from ui.overlay.layer_shell.xkb import Keymap

ESCAPE, DIGIT_2, LETTER_B, TAB, LEFT_SHIFT = 1, 3, 48, 15, 42
SHIFT, CONTROL = 1, 4  # masks of the modifiers
KEYMAP = """xkb_keymap {{
    xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
    xkb_types {{ include "complete" }};
    xkb_compat {{ include "complete" }};
    xkb_symbols {{ include "pc+{layout}+inet(evdev)" }};
}};"""


def a_keymap(layout: str) -> Keymap:
    """A layout as a compositor would send it, by the system's own definitions."""
    text = KEYMAP.format(layout=layout).encode() + b"\0"
    fd = os.memfd_create("keymap")
    os.write(fd, text)
    keymap = Keymap()
    keymap.take(1, fd, len(text))
    return keymap


def test_keys_have_the_meaning_of_the_layout() -> None:
    keymap = a_keymap("us")
    assert keymap.stroke(ESCAPE).key == Qt.Key.Key_Escape
    assert keymap.stroke(LETTER_B).key == Qt.Key.Key_B
    assert keymap.stroke(LETTER_B).text == "b"
    assert keymap.stroke(DIGIT_2).key == Qt.Key.Key_2
    keymap.close()


def test_modifiers_count() -> None:
    keymap = a_keymap("us")
    keymap.modify(SHIFT, 0, 0, 0)
    assert keymap.stroke(LETTER_B).text == "B"
    assert keymap.stroke(TAB).key == Qt.Key.Key_Backtab
    keymap.modify(CONTROL, 0, 0, 0)
    held = keymap.stroke(LETTER_B).modifiers
    assert held == Qt.KeyboardModifier.ControlModifier
    keymap.close()


def test_the_digits_are_found_where_they_need_shift() -> None:
    stroke = a_keymap("fr").stroke(DIGIT_2)
    assert stroke.text == "é"
    assert stroke.code == 11


def test_a_layout_that_cannot_be_read_leaves_the_keys_all_layouts_share() -> None:
    fd = os.memfd_create("keymap")
    os.write(fd, b"rubbish\0")
    keymap = Keymap()
    keymap.take(1, fd, 8)
    assert keymap.stroke(ESCAPE).key == Qt.Key.Key_Escape
    assert keymap.stroke(TAB).key == Qt.Key.Key_Tab
    assert keymap.stroke(LETTER_B).key == 0
    keymap.close()
    keymap.close()


def test_an_unknown_form_of_layout_is_left_alone() -> None:
    fd = os.memfd_create("keymap")
    keymap = Keymap()
    keymap.take(0, fd, 100)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(fd)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(200, 100)
    for index in range(2):
        button = QPushButton(str(index), widget)
        button.setGeometry(index * 100, 0, 80, 40)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def clicks(window: QWidget) -> list[str]:
    found: list[str] = []
    for button in window.findChildren(QPushButton):
        button.clicked.connect(lambda *_, b=button: found.append(b.text()))
    return found


def test_a_press_and_a_release_on_a_button_click_it(window: QWidget) -> None:
    found, mouse = clicks(window), Mouse()
    mouse.enter(window, 110, 10)
    mouse.press()
    mouse.release()
    assert found == ["1"]


def test_a_press_that_is_released_elsewhere_clicks_nothing(window: QWidget) -> None:
    found, mouse = clicks(window), Mouse()
    mouse.enter(window, 110, 10)
    mouse.press()
    mouse.move(10, 10)
    mouse.release()
    assert found == []


def test_a_window_that_goes_away_hears_nothing_more(window: QWidget) -> None:
    found, mouse = clicks(window), Mouse()
    mouse.enter(window, 110, 10)
    mouse.press()
    mouse.forget(window)
    mouse.release()
    mouse.leave()
    assert found == []
    assert mouse.window is None


def test_what_the_pointer_is_over_knows_it(window: QWidget) -> None:
    mouse, entered = Mouse(), []

    class Watched(QWidget):
        def enterEvent(self, event: object) -> None:
            del event
            entered.append("in")

        def leaveEvent(self, event: object) -> None:
            del event
            entered.append("out")

    inside = Watched(window)
    inside.setGeometry(0, 50, 50, 50)
    inside.show()
    mouse.enter(window, 10, 60)
    mouse.move(20, 70)
    mouse.leave()
    assert entered == ["in", "out"]
