"""Colours, type and spacing, in one place; light or dark as the desktop is."""

import os
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

GRID_PX = 4
"""Every distance is a multiple of this."""

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against what lies behind it."""

LEAST_SHAPE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: shapes that carry a meaning."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, each as ``#rrggbb``.

    Attributes:
        ground: behind everything.
        surface: cards and buttons.
        text: what is read first.
        quiet: what explains it.
        accent: today, up to the usual; also the keyboard's focus.
        over: today, beyond the usual.
        track: where a ring or bar has not come to yet.
        line: the edge of a card or button.
        edge: the edge of a field to write in, which nothing else shows.
        sunken: behind the side bar, and behind a row that is pointed at.
        on_accent: text on the accent.
        danger: what cannot be taken back.
        series: for kinds of things side by side, told apart by any eye; always
            beside a name or a shape as well.
    """

    ground: str
    surface: str
    text: str
    quiet: str
    accent: str
    over: str
    track: str
    line: str
    edge: str
    sunken: str
    on_accent: str
    danger: str
    series: tuple[str, ...]

    def ink(self, name: str) -> QColor:
        """One of them, to paint with."""
        return QColor(getattr(self, name))

    def series_ink(self, at: int) -> QColor:
        """The colour of the kind with this number; they come round again."""
        return QColor(self.series[at % len(self.series)])


LIGHT = Colours(
    ground="#f7f6f2",
    surface="#ffffff",
    text="#22302c",
    quiet="#586863",
    accent="#177565",
    over="#a85f12",
    track="#dde3df",
    line="#d0d7d3",
    edge="#7f8d87",
    sunken="#edece6",
    on_accent="#ffffff",
    danger="#b3352c",
    series=("#177565", "#b7452e", "#2f6ad3", "#673e99", "#907e00", "#22394b"),
)
DARK = Colours(
    ground="#1d2321",
    surface="#27302d",
    text="#e9efec",
    quiet="#a2b1ab",
    accent="#5cc2ae",
    over="#e3a75f",
    track="#36413d",
    line="#3d4945",
    edge="#77877f",
    sunken="#171c1a",
    on_accent="#10201c",
    danger="#f08a7e",
    series=("#5cc2ae", "#e07a45", "#a9c6f5", "#c07fdc", "#dfc24e", "#76889a"),
)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes in the desktop's own font, as factors of its size."""

    display: float = 2.2
    title: float = 1.6
    lead: float = 1.15
    body: float = 1.0
    small: float = 0.9


TYPE = TypeScale()


def colours() -> Colours:
    """The colours for the scheme that the desktop has at present."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        dark = is_dark(QGuiApplication.palette().color(QPalette.ColorRole.Window))
    else:
        dark = scheme is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def font(factor: float, *, bold: bool = False) -> QFont:
    """The desktop's font at a step of the scale."""
    own = QGuiApplication.font()
    if own.pointSizeF() > 0:
        own.setPointSizeF(own.pointSizeF() * factor)
    else:
        own.setPixelSize(round(own.pixelSize() * factor))
    own.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return own


def letters_px(count: int) -> int:
    """The width of so many letters of ordinary text: widths that grow with it."""
    return count * QFontMetrics(font(TYPE.body)).averageCharWidth()


def palette(colours: Colours) -> QPalette:
    """A palette for windows of ours, so that native parts match the rest."""
    role = QPalette.ColorRole
    result = QPalette()
    for name, roles in {
        "ground": (role.Window,),
        "surface": (role.Base, role.Button, role.ToolTipBase),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
        "quiet": (role.PlaceholderText,),
        "accent": (role.Highlight, role.Accent),
        "line": (role.Mid,),
    }.items():
        for one in roles:
            result.setColor(one, colours.ink(name))
    result.setColor(role.HighlightedText, colours.ink("ground"))
    return result


def apply() -> Colours:
    """Give the application the palette of the scheme that the desktop has.

    A window's own palette is not enough: style sheets look past it.
    """
    now = colours()
    if QGuiApplication.palette() != palette(now):
        QGuiApplication.setPalette(palette(now))
    return now


def moves() -> bool:
    """Whether things may move: the desktop, or the person, has not said no."""
    if os.environ.get("UNPLUG_REDUCED_MOTION"):
        return False
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def style_sheet(colours: Colours) -> str:
    """Buttons, fields and cards, drawn flat; the rest is the desktop's own style."""
    sheet = Path(__file__).with_name("theme.qss").read_text(encoding="utf-8")
    sheet = sheet.replace("$tick)", "dark.svg)" if colours is DARK else "light.svg)")
    for field in fields(colours):
        value = getattr(colours, field.name)
        if isinstance(value, str):
            sheet = sheet.replace(f"${field.name};", f"{value};")
    return sheet


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG contrast ratio of two opaque colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_dark(colour: QColor) -> bool:
    """Whether light text reads better on it than dark text."""
    return contrast(colour, QColor("white")) > contrast(colour, QColor("black"))


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
