"""What the user chose, read together: settings and categories."""

from dataclasses import dataclass
from pathlib import Path

from unplug import settings
from unplug.engine.tracking import TrackingOptions
from unplug.settings import Settings
from unplug.usage import categories
from unplug.usage.categories import Categories


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the user chose.

    Attributes:
        settings: the settings, defaults where the file says nothing.
        categories: the user's rules before those that come with unplug.
        notices: what is odd about the files, a sentence each.
    """

    settings: Settings
    categories: Categories
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
    """Read what the user chose, in a data folder.

    Raises:
        UnplugError: a file has a mistake; names it, the line and what to do.
    """
    loaded = settings.read(folder / settings.FILE_NAME)
    rules = categories.load(folder / categories.FILE_NAME)
    return Preferences(loaded.settings, rules, loaded.notices)
