"""The windows in other languages: whole, fresh, and loaded only where needed."""

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui import insight_words, translating, words
from ui.window.setting_row import name_of
from unplug.usage.insights.values import (
    Action,
    Count,
    Doing,
    Hour,
    Length,
    Mark,
    Weekday,
)
from unplug.usage.insights.words import OFFERS

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "resources" / "translations").glob("unplug_*.ts"))
each_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda p: p.stem)


def updating() -> ModuleType:
    """The script by which catalogues are kept."""
    path = ROOT / "resources" / "translations" / "update.py"
    spec = importlib.util.spec_from_file_location("update_translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(catalogue: Path) -> Iterator[tuple[str, str]]:
    for message in ET.parse(catalogue).getroot().iter("message"):  # noqa: S314
        yield message.findtext("source", ""), message.findtext("translation", "")


def test_there_are_german_and_spanish() -> None:
    assert [path.stem for path in CATALOGUES] == ["unplug_de", "unplug_es"]
    assert translating.languages() == ("de", "es")


@each_catalogue
def test_nothing_is_left_to_translate(catalogue: Path) -> None:
    assert list(updating().unfinished(catalogue)) == []
    assert all(translation for _, translation in texts(catalogue))


@each_catalogue
def test_the_catalogue_has_the_strings_of_the_code_and_no_others(
    catalogue: Path, tmp_path: Path
) -> None:
    fresh = shutil.copy(catalogue, tmp_path / catalogue.name)
    updating().take_in(fresh)
    assert sorted(texts(fresh)) == sorted(texts(catalogue)), "run `make translations`"


@each_catalogue
def test_what_is_compiled_is_what_the_catalogue_says(
    catalogue: Path, tmp_path: Path
) -> None:
    compiled = updating().compile_to(catalogue, tmp_path)
    kept = translating.FOLDER / compiled.name
    assert compiled.read_bytes() == kept.read_bytes(), "run `make translations`"


@each_catalogue
def test_places_for_values_are_the_same_in_every_language(catalogue: Path) -> None:
    for source, translation in texts(catalogue):
        found = [sorted(re.findall(r"{[^}]*}", t)) for t in (source, translation)]
        assert found[0] == found[1], source
        assert source[:1].isspace() == translation[:1].isspace(), source
        assert source[-1:].isspace() == translation[-1:].isspace(), source


@pytest.mark.usefixtures("german")
def test_words_lengths_and_standard_buttons_are_german(qtbot: QtBot) -> None:
    assert words.duration(134 * 60_000).replace("\u00a0", " ") == "2 h 14"
    now = datetime(2026, 3, 2, 0, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Madrid"))
    assert words.lately("2026-03-01T23:05:00+00:00", now) == "heute 00:05"
    assert words.lately("2026-03-01T22:59:00+00:00", now) == "gestern 23:59"
    assert words.lately("2026-02-28T12:00:00+00:00", now) == "28.02.26 13:00"
    assert QCoreApplication.translate("Tray", "Quit") == "Beenden"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    [cancel] = buttons.buttons()
    assert cancel.text().replace("&", "") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_values_in_insights_follow_the_locale() -> None:
    values = (Weekday(1), Hour(21), Mark(3.5), Count(12_000), Length(3_600_000))
    said = [insight_words.shown(value, str).replace("\u00a0", " ") for value in values]
    assert said == ["Dienstag", "21:00", "3,5", "12.000", "1 h"]


def test_the_first_language_that_is_there_is_taken() -> None:
    assert translating.chosen(QLocale("es_MX")) == "es"
    assert translating.chosen(QLocale("en_GB")) is None
    assert translating.chosen(QLocale("fr_FR")) is None


def test_texts_of_the_core_are_said_in_the_language_of_the_user(german: None) -> None:
    del german
    of_the_core = set(updating().said_for_the_core())
    assert ("Settings", "Idle after") in of_the_core
    assert ("Insight", OFFERS["plan_any"]) in of_the_core
    untouched = {
        text
        for context, text in of_the_core
        if QCoreApplication.translate(context, text) == text
    }
    assert untouched == {"Broker", "Port", "Ring"}  # the same in German
    assert name_of("tracking.idle_after_s") != "Idle after"
    offered = Action(Doing.PLAN_SESSION, "plan_any")
    assert insight_words.offer(offered, str) != OFFERS["plan_any"]
