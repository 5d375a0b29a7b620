"""Public holidays: looked up seldom, in a process of their own, and kept."""

import json
import select
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.unplug.engine.sessions.test_surroundings import House, evening
from unplug.engine.sessions.public_holidays import (
    FILE_NAME,
    PublicHolidays,
    country_here,
    dates_of,
)
from unplug.engine.working import Worker
from unplug.errors import UnplugError

CHRISTMAS = date(2026, 12, 25)


def test_holidays_are_known_once_they_were_looked_up(tmp_path: Path) -> None:
    holidays = PublicHolidays(tmp_path)
    assert not holidays("DE-BY", CHRISTMAS)
    assert holidays.lacks("DE-BY", 2026)
    PublicHolidays(tmp_path).look_up("DE-BY", 2026)
    assert not holidays.lacks("DE-BY", 2026)
    assert not holidays.lacks("DE-BY", 2035)
    assert holidays.lacks("DE-BY", 2036)
    assert holidays("DE-BY", CHRISTMAS)
    assert holidays("DE-BY", date(2027, 1, 6))
    assert not holidays("DE", date(2027, 1, 6))


def test_a_country_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    for country in ("ZZ", "DE-QQ"):
        with pytest.raises(UnplugError, match=country):
            PublicHolidays(tmp_path).look_up(country, 2026)
    assert not (tmp_path / FILE_NAME).exists()


def test_regions_have_days_of_their_own() -> None:
    assert "2026-01-06" in dates_of("DE-BY", 2026, 2026)
    assert "2026-01-06" not in dates_of("DE", 2026, 2026)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"ES": 3}', "[" * 100_000])
def test_a_file_that_is_damaged_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert not PublicHolidays(tmp_path)("ES", CHRISTMAS)
    assert PublicHolidays(tmp_path).lacks("ES", 2026)


def test_erasing_takes_them_too(tmp_path: Path) -> None:
    kept = {"ES": {"from": 2025, "to": 2030, "dates": ["2026-12-25"]}}
    (tmp_path / FILE_NAME).write_text(json.dumps(kept))
    holidays = PublicHolidays(tmp_path)
    assert holidays("ES", CHRISTMAS)
    holidays.forget()
    assert not holidays("ES", CHRISTMAS)
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    ("environ", "country"),
    [
        ({"LANG": "es_ES.UTF-8"}, "ES"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_AT.UTF-8"}, "AT"),
        ({"LC_ALL": "C", "LANG": "fr_FR@euro"}, None),
        ({}, None),
    ],
)
def test_the_locale_says_the_country(
    environ: dict[str, str], country: str | None
) -> None:
    assert country_here(environ) == country


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def test_what_nobody_looked_up_yet_is_looked_up_beside_the_loop(
    tmp_path: Path, worker: Worker
) -> None:
    holidays = PublicHolidays(tmp_path)
    house = House(tmp_path / "data")
    house.door._holidays, house.door._worker = holidays, worker
    plan = replace(evening(), holidays_of="ES", first=datetime(2026, 1, 6, 18))  # noqa: DTZ001
    house.door.unplugging.put_plans([plan])
    coming = house.door.unplugging.coming()
    assert coming is not None
    assert coming.start.date() == date(2026, 1, 6)  # Epiphany, which is not known yet
    house.door.look()
    while worker.busy:
        select.select([worker], [], [], 0.1)
        worker.dispatch()
    coming = house.door.unplugging.coming()
    assert coming is not None
    assert coming.start.date() == date(2026, 1, 7)
    house.database.close()
