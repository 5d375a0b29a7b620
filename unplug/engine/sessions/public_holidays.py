"""Public holidays, for plans that rest on them: a file of dates by country.

The library that knows them takes a second and 20 MB to load. So it is asked in a
process of its own, once in some years, and what it says is kept beside the database.
"""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unplug.errors import UnplugError
from unplug.files import write_atomically

if TYPE_CHECKING:
    from unplug.engine.working import Worker

FILE_NAME = "holidays.json"
YEARS_AHEAD = 10
_TIMEOUT_S = 60

log = logging.getLogger(__name__)


class PublicHolidays:
    """Dates of public holidays, as far as they were looked up.

    Args:
        folder: the data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._dates: dict[str, frozenset[str]] | None = None
        self._years: dict[str, tuple[int, int]] = {}
        self._asked: frozenset[str] = frozenset()

    def __call__(self, country: str, day: date) -> bool:
        """Whether a date is a public holiday of a country: ``("ES", 2026-12-25)``."""
        if self._dates is None:
            self.read()
        return day.isoformat() in (self._dates or {}).get(country, frozenset())

    def lacks(self, country: str, year: int) -> bool:
        """Whether a country is to be looked up for this year and the next."""
        for _ in range(2):
            first, last = self._years.get(country, (0, -1))
            if first <= year < last:
                return False
            self.read()  # another process may have looked it up
        return True

    def look_up(self, country: str, year: int) -> None:
        """Find out a country's holidays from the year before on; takes a second.

        Raises:
            UnplugError: nobody knows this country or region, or the disk refuses.
        """
        first, last = year - 1, year + YEARS_AHEAD
        found = _asked(country, first, last)
        kept = self._kept()
        kept[country] = {"from": first, "to": last, "dates": found}
        import json  # noqa: PLC0415  (seldom)

        write_atomically(self._path, [json.dumps(kept) + "\n"])
        self.read()

    def look_up_beside(
        self,
        countries: frozenset[str],
        year: int,
        worker: "Worker",
        known: Callable[[], None],
    ) -> None:
        """Have a worker look up what is missing, each country once in a run.

        Args:
            countries: those that plans rest on.
            year: the present one.
            worker: does it.
            known: called when more is known than before.
        """
        asked, self._asked = self._asked, self._asked | countries

        def done(_none: None) -> None:
            self.read()
            known()

        for country in countries - asked:
            if self.lacks(country, year):
                another = PublicHolidays(self._path.parent)
                worker.submit(
                    partial(another._look_up_for, country, year),
                    done=done,
                    failed=lambda error: log.warning("%s", error),
                )

    def _look_up_for(self, country: str, year: int, _job: object) -> None:
        self.look_up(country, year)

    def forget(self) -> None:
        """Everything was erased."""
        self._path.unlink(missing_ok=True)
        self._dates, self._years = None, {}

    def read(self) -> None:
        """Read what has been looked up."""
        kept = self._kept()
        self._dates = {name: frozenset(of["dates"]) for name, of in kept.items()}
        self._years = {name: (of["from"], of["to"]) for name, of in kept.items()}

    def _kept(self) -> dict[str, dict[str, Any]]:
        try:
            text = self._path.read_text("utf-8")
            import json  # noqa: PLC0415  (seldom)

            read = json.loads(text)
            return {name: of for name, of in read.items() if _is_sound(of)}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, AttributeError, RecursionError) as error:
            log.warning("cannot read %s: %s", self._path, error)
            return {}


def holidays_in(folder: Path) -> PublicHolidays:
    """The holidays that are known in a data folder."""
    return PublicHolidays(folder)


def country_here(environ: Mapping[str, str] = os.environ) -> str | None:
    """The country of the user's locale, such as "ES"; None: it names none."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        country = environ.get(name, "").partition(".")[0].partition("_")[2]
        if len(country) == 2 and country.isalpha():  # noqa: PLR2004  (ISO 3166)
            return country.upper()
    return None


def _is_sound(of: object) -> bool:
    match of:
        case {"from": int(), "to": int(), "dates": list()}:
            return True
    return False


def _asked(country: str, first: int, last: int) -> list[str]:
    if getattr(sys, "frozen", False) or not sys.executable:
        return dates_of(country, first, last)
    import subprocess  # noqa: PLC0415  (seldom)

    words = [sys.executable, "-m", "unplug.engine.sessions.public_holidays", country]
    root = str(Path(__file__).parents[3])
    found = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter, our own module)
            [*words, str(first), str(last)],
            capture_output=True,
            check=False,
            text=True,
            timeout=_TIMEOUT_S,
            env={**os.environ, "PYTHONPATH": found},
        )
    except (OSError, subprocess.SubprocessError) as error:
        failed, todo = "cannot look up public holidays", "try it again"
        raise UnplugError(failed, error, todo) from error
    if done.returncode:
        raise UnplugError(*_unknown(country))
    return done.stdout.split()


def dates_of(country: str, first: int, last: int) -> list[str]:
    """A country's holidays in some years, both included, as ISO dates.

    Raises:
        UnplugError: nobody knows this country or region.
    """
    from holidays import country_holidays  # noqa: PLC0415  (a second, and 20 MB)

    name, _, region = country.partition("-")
    years = range(first, last + 1)
    try:
        found = country_holidays(name, subdiv=region or None, years=years)
    except (NotImplementedError, KeyError, AttributeError) as error:
        raise UnplugError(*_unknown(country)) from error
    return sorted(day.isoformat() for day in found)


def _unknown(country: str) -> tuple[str, str, str]:
    todo = "name a country like ES, or a region of it like DE-BY"
    return "cannot look up public holidays", country, todo


if __name__ == "__main__":
    try:
        told = dates_of(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    except UnplugError:
        sys.exit(1)
    sys.stdout.write("\n".join(told))
