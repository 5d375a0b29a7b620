"""What tests of windows are given."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from ui import translating


@pytest.fixture
def german(qtbot: QtBot) -> Iterator[None]:
    """The windows speak German meanwhile."""
    del qtbot
    app = QCoreApplication.instance()
    assert app is not None
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    assert translating.install(app, QLocale("de_DE")) == "de"
    yield
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
    QLocale.setDefault(before)
