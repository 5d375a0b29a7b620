"""What serves each signal here, and whether the records are whole."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.preferences import preferences
from unplug.sensing.choosing import choose
from unplug.sensing.source import SensingOptions, Signal
from unplug.store.database import Database
from unplug.store.reading import NothingRecordedError, check, reading
from unplug.store.totals import UsageReader
from unplug.store.trouble import StorageTroubleError
from unplug.store.usage import UsageStore


@dataclass(frozen=True, slots=True)
class Finding:
    """Who serves a signal.

    Attributes:
        signal: what is served, in words.
        served_by: the names of the sources.
        missing: why others do not serve it, and how to get them.
    """

    signal: str
    served_by: tuple[str, ...]
    missing: tuple[str, ...]


def signals(folder: Path) -> tuple[Finding, ...]:
    """Open every source that this desktop offers, and close it again."""
    chosen = preferences(folder).tracking
    options = SensingOptions(chosen.idle_after_ms, chosen.titles)
    return tuple(_finding(signal, options) for signal in Signal)


def health(folder: Path) -> dict[str, object]:
    """Check every page of the database, and say how much there is.

    Returns:
        ``{"says", "damaged", "days"}``.
    """
    try:
        with reading(folder) as connection:
            problem = check(connection)
            days = None if problem else UsageReader(connection).extent_days()
    except NothingRecordedError:
        return {"says": "nothing has been recorded yet", "damaged": False, "days": 0}
    except StorageTroubleError as error:
        return {"says": str(error), "damaged": True, "days": 0}
    if problem:
        says = f"damaged ({problem}); start unplug once, it repairs what it can"
        return {"says": says, "damaged": True, "days": 0}
    count = 0 if days is None else days[1] - days[0] + 1
    told = "1 day" if count == 1 else f"{count} days"
    return {"says": f"whole; {told}", "damaged": False, "days": count}


def rebuild(folder: Path, clock: Clock, progress: Callable[[float], None]) -> None:
    """Work out all totals again from the spans that are kept.

    Raises:
        UnplugError: the app runs, or the disk does not take it.
    """
    database = Database(folder, clock, thorough=True)
    with contextlib.closing(database):
        store = UsageStore(database, preferences(folder).settings.days.start_min)
        store.rebuild(progress)


def install_gnome_extension() -> Path:
    """Put our extension where GNOME Shell looks for it."""
    from unplug.sensing.gnome import install_extension  # noqa: PLC0415  (seldom)

    return install_extension(Path.home())


def _finding(signal: Signal, options: SensingOptions) -> Finding:
    choice = choose(signal, options)
    for source in choice.sources:
        source.close()
    names = tuple(source.name for source in choice.sources)
    return Finding(signal.value, names, tuple(str(error) for error in choice.missed))
