"""The colours of the scene, by the time of day, for light and dark desktops."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor

LEAST_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6: text against whatever of the scene lies behind it."""


class DayPart(StrEnum):
    """What the sky looks like."""

    DAWN = "dawn"
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one scene, each as ``#rrggbb``.

    Attributes:
        sky: from the top down to the horizon; all of it lies behind text.
        light: the sun or the moon; never behind text.
        ridges: the hills beyond the water, the farthest first.
        water: from the far shore to the near one.
        shore: the near hill, behind the buttons and the last line.
        ink: the text on the sky.
        quiet: what explains it.
        shore_ink: the text on the shore.
        surface: buttons and cards.
        surface_ink: the text on them.
        line: their edge.
        accent: the keyboard's focus, and the breath.
    """

    sky: tuple[str, str, str]
    light: str
    ridges: tuple[str, str, str]
    water: tuple[str, str]
    shore: str
    ink: str
    quiet: str
    shore_ink: str
    surface: str
    surface_ink: str
    line: str
    accent: str


_PALE = {
    "ink": "#14241f",
    "quiet": "#243a34",
    "shore_ink": "#f3f7f4",
    "surface": "#fbfaf6",
    "surface_ink": "#14241f",
    "line": "#8fa39b",
    "accent": "#14695b",
}
_DIM = {
    "ink": "#edf3f0",
    "quiet": "#dbe6e1",
    "shore_ink": "#dfe8e4",
    "surface": "#1b2724",
    "surface_ink": "#edf3f0",
    "line": "#5d7069",
    "accent": "#7fd6c3",
}

_LIGHT = {
    DayPart.DAWN: Look(
        sky=("#cfe0e6", "#ecdfd6", "#f8e3cf"),
        light="#fff6e4",
        ridges=("#c9c3c4", "#a3acab", "#7c938d"),
        water=("#e3d3c6", "#9db4b2"),
        shore="#2c4b43",
        **_PALE,
    ),
    DayPart.DAY: Look(
        sky=("#bedbe8", "#d5e7ea", "#eef3ea"),
        light="#fffdf2",
        ridges=("#b4cbcf", "#8fb0ac", "#6a958a"),
        water=("#c9e0e2", "#83afb1"),
        shore="#24493f",
        **_PALE,
    ),
    DayPart.DUSK: Look(
        sky=("#c3cbe2", "#e2cfda", "#f5d6c0"),
        light="#fff0dc",
        ridges=("#b7abc0", "#8d8ca6", "#696f8b"),
        water=("#dcc3c9", "#8b8fae"),
        shore="#2e3a52",
        **_PALE,
    ),
}
_DARK = {
    DayPart.DAWN: Look(
        sky=("#16222c", "#22303a", "#3a3e45"),
        light="#d9bfa4",
        ridges=("#313b45", "#27333a", "#1f2c30"),
        water=("#343d44", "#1b272c"),
        shore="#111b1b",
        **_DIM,
    ),
    DayPart.DAY: Look(
        sky=("#14252d", "#1d323a", "#2a444a"),
        light="#b9ccc8",
        ridges=("#27434a", "#1f383d", "#193034"),
        water=("#28454c", "#17292f"),
        shore="#0f1c1d",
        **_DIM,
    ),
    DayPart.DUSK: Look(
        sky=("#1a1f33", "#2a2941", "#403548"),
        light="#e0b79b",
        ridges=("#37314a", "#2b2a40", "#222438"),
        water=("#3d3448", "#1d2033"),
        shore="#131624",
        **_DIM,
    ),
    DayPart.NIGHT: Look(
        sky=("#0c1420", "#121e2c", "#1c2c3a"),
        light="#d7e0e4",
        ridges=("#1b2b38", "#15232e", "#101c25"),
        water=("#1d2f3d", "#0d1822"),
        shore="#090f15",
        **_DIM,
    ),
}


def look(part: DayPart, *, dark: bool) -> Look:
    """The colours of a part of the day; at night a bright screen is kind to nobody."""
    return _DARK[part] if dark or part is DayPart.NIGHT else _LIGHT[part]


def day_part(hour: int) -> DayPart:
    """What the sky looks like in an hour (0 to 23) of the local day."""
    for first, part in (
        (21, DayPart.NIGHT),
        (17, DayPart.DUSK),
        (9, DayPart.DAY),
        (5, DayPart.DAWN),
    ):
        if hour >= first:
            return part
    return DayPart.NIGHT


def mixed(one: str, other: str, share: float) -> QColor:
    """A colour on the way from one (share 0) to the other (share 1)."""
    a, b = QColor(one), QColor(other)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )
