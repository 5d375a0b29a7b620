"""The settings: one commented TOML file in the data folder."""

from unplug.settings.reading import FILE_NAME, Loaded, parse, read
from unplug.settings.sections import (
    Days,
    History,
    Reading,
    Sessions,
    Settings,
    Tracking,
    Tray,
)
from unplug.settings.writing import change, template, write_template

__all__ = [
    "FILE_NAME",
    "Days",
    "History",
    "Loaded",
    "Reading",
    "Sessions",
    "Settings",
    "Tracking",
    "Tray",
    "change",
    "parse",
    "read",
    "template",
    "write_template",
]
