"""What the user chose, read from the data folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unplug import settings
from unplug.engine.screen_time.options import TrackingOptions
from unplug.settings import Settings

if TYPE_CHECKING:
    from unplug.usage.categories import Categories


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the user chose.

    Attributes:
        settings: the settings, defaults where the file says nothing.
        notices: what is odd about the file, a sentence each.
    """

    settings: Settings
    notices: tuple[str, ...]

    @property
    def tracking(self) -> TrackingOptions:
        """What tracking has to know of it."""
        chosen = self.settings.tracking
        return TrackingOptions(
            idle_after_ms=chosen.idle_after_s * 1000,
            titles=chosen.titles,
            excluded_apps=frozenset(chosen.excluded_apps),
            day_start_min=self.settings.days.start_min,
        )


def preferences(folder: Path) -> Preferences:
    """Read the settings in a data folder.

    Raises:
        UnplugError: the file has a mistake; names it, the line and what to do.
    """
    loaded = settings.read(folder / settings.FILE_NAME)
    return Preferences(loaded.settings, loaded.notices)


def categories(folder: Path) -> "Categories":
    """The user's rules before those that come with unplug.

    Raises:
        UnplugError: the user's file has a mistake; names it, the line and what to do.
    """
    from unplug.usage import categories as rules  # noqa: PLC0415  (not for the tray)

    return rules.load(folder / rules.FILE_NAME)
