"""Every page for every reader: names and roles, large text, and both directions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.layout import clipped, inside, shown
from ui import translating
from ui.app import looked_at
from ui.gallery import settle
from ui.window.page import Surroundings
from ui.window.pages import pages
from ui.window.window import MainWindow
from unplug.clock import SystemClock
from unplug.engine.demo.month import afternoon, furnish

pytestmark = pytest.mark.usefixtures("qtbot")
KEYS = [kind.key for kind in pages()]
NAMELESS = {QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Grouping}


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surroundings]:
    folder: Path = tmp_path_factory.mktemp("demo")
    clock = afternoon(SystemClock())
    furnish(folder, clock)
    with looked_at(folder, clock) as around:
        yield around


@pytest.fixture(params=[100, 200], ids=lambda percent: f"text {percent} %")
def text_percent(request: pytest.FixtureRequest) -> Iterator[int]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * request.param / 100)
    app.setFont(larger)
    yield request.param
    app.setFont(before)


def opened(
    qtbot: QtBot, around: Surroundings, key: str, size: QSize, *, mirrored: bool = False
) -> MainWindow:
    window = MainWindow(around)
    qtbot.addWidget(window)
    if mirrored:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(size)
    window.render_snapshot(around.app.snapshot())
    window.go(key)
    window.show()
    settle()
    return window


@pytest.mark.parametrize("key", KEYS)
def test_everything_the_keyboard_reaches_has_a_name_and_a_role(
    qtbot: QtBot, around: Surroundings, key: str
) -> None:
    window = opened(qtbot, around, key, QSize(1280, 800))
    for part in shown(window):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or inside(part):
            continue
        seen = QAccessible.queryAccessibleInterface(part)
        assert seen is not None
        name = seen.text(QAccessible.Text.Name)
        assert name, f"no name: {part}"
        assert seen.role() != QAccessible.Role.NoRole, name


@pytest.mark.parametrize("mirrored", [False, True], ids=["left", "right"])
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_clipped(  # noqa: PLR0913, PLR0917  (each makes its own window)
    qtbot: QtBot,
    around: Surroundings,
    text_percent: int,
    key: str,
    width: int,
    mirrored: bool,  # noqa: FBT001  (pytest's)
) -> None:
    if text_percent > 100 and width < 800:
        width = 640  # twice the text on the narrowest window has no room for words
    size = QSize(width, 800)
    window = opened(qtbot, around, key, size, mirrored=mirrored)
    assert [said for part in shown(window) if (said := clipped(part))] == []
    area = window.stack.currentWidget()
    if isinstance(area, QScrollArea):
        page = area.widget()
        assert page is not None
        assert page.width() <= area.viewport().width()
        needed = page.heightForWidth(page.width())
        assert page.height() <= max(needed, area.viewport().height())


@pytest.fixture
def german() -> Iterator[None]:
    app = QApplication.instance()
    assert app is not None
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    assert translating.install(app, QLocale("de_DE")) == "de"
    yield
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_clipped_in_german(
    qtbot: QtBot, around: Surroundings, key: str, width: int
) -> None:
    window = opened(qtbot, around, key, QSize(width, 800))
    assert "Pages" not in window.bar.accessibleName()  # it does speak German
    assert [said for part in shown(window) if (said := clipped(part))] == []
