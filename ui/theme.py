"""Colours, type and spacing, in one place; light or dark as the desktop is."""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

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
    """

    ground: str
    surface: str
    text: str
    quiet: str
    accent: str
    over: str
    track: str
    line: str

    def ink(self, name: str) -> QColor:
        """One of them, to paint with."""
        return QColor(getattr(self, name))


LIGHT = Colours(
    ground="#f7f6f2",
    surface="#ffffff",
    text="#22302c",
    quiet="#586863",
    accent="#177565",
    over="#a85f12",
    track="#dde3df",
    line="#d0d7d3",
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
)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes in the desktop's own font, as factors of its size."""

    display: float = 2.2
    lead: float = 1.1
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


def style_sheet(colours: Colours) -> str:
    """Buttons and cards, drawn flat; the rest is the desktop's own style."""
    sheet = """
    QPushButton { background: $surface; color: $text; border: 1px solid $line;
        border-radius: 8px; padding: 8px 12px; }
    QPushButton:hover { border-color: $accent; }
    QPushButton:pressed { background: $track; }
    QPushButton:focus { border: 2px solid $accent; padding: 7px 11px; }
    QPushButton[flat="true"] { background: transparent; color: $quiet;
        border-color: transparent; }
    QPushButton[flat="true"]:hover { color: $text; border-color: $line; }
    QPushButton[flat="true"]:focus { border-color: $accent; }
    QCheckBox { color: $text; spacing: 8px; }
    QLabel[quiet="true"] { color: $quiet; }
    QLabel[notice="true"] { background: $surface; color: $text;
        border: 1px solid $line; border-left: 4px solid $over;
        border-radius: 4px; padding: 8px 12px; }
    """
    for field in fields(colours):
        sheet = sheet.replace(f"${field.name}", getattr(colours, field.name))
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
