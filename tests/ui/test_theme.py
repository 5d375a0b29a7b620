from collections.abc import Sequence
from math import dist

import pytest
from PySide6.QtGui import QColor

from ui import theme

pytestmark = pytest.mark.usefixtures("qtbot")

SCHEMES = (theme.LIGHT, theme.DARK)
JUST_TOLD_APART = 14.5
"""CIE 1976 difference; about six times what a trained eye just notices."""

EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Matrix = tuple[tuple[float, float, float], ...]


def lab(eye: Matrix, colour: QColor) -> tuple[float, float, float]:
    """A colour as an eye sees it, in CIE L*a*b*."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    seen = [max(sumprod(row, linear), 0) for row in eye]
    white = (0.95047, 1.0, 1.08883)
    to_xyz: Matrix = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (sumprod(row, seen) / w for row, w in zip(to_xyz, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def sumprod(row: Sequence[float], column: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(row, column, strict=True))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ink", ["text", "quiet", "accent", "danger"])
@pytest.mark.parametrize("behind", ["ground", "surface", "sunken"])
def test_text_can_be_read(scheme: theme.Colours, ink: str, behind: str) -> None:
    ratio = theme.contrast(scheme.ink(ink), scheme.ink(behind))
    assert ratio >= theme.LEAST_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("ink", "behind"),
    [("on_accent", "accent"), ("ground", "text"), ("text", "track")],
)
def test_text_on_buttons_can_be_read(
    scheme: theme.Colours, ink: str, behind: str
) -> None:
    ratio = theme.contrast(scheme.ink(ink), scheme.ink(behind))
    assert ratio >= theme.LEAST_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_shapes_stand_out(scheme: theme.Colours) -> None:
    shapes = [scheme.ink("edge"), *map(QColor, scheme.series)]
    for shape in shapes:
        for behind in ("ground", "surface"):
            ratio = theme.contrast(shape, scheme.ink(behind))
            assert ratio >= theme.LEAST_SHAPE_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("eye", list(EYES))
def test_kinds_side_by_side_can_be_told_apart_by_any_eye(
    scheme: theme.Colours, eye: str
) -> None:
    seen = [lab(EYES[eye], QColor(colour)) for colour in scheme.series]
    for at, one in enumerate(seen):
        for other in seen[at + 1 :]:
            assert dist(one, other) >= JUST_TOLD_APART


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ink", ["accent", "over"])
def test_ring_and_bars_stand_out(scheme: theme.Colours, ink: str) -> None:
    for behind in ("ground", "track"):
        ratio = theme.contrast(scheme.ink(ink), scheme.ink(behind))
        assert ratio >= theme.LEAST_SHAPE_CONTRAST


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert theme.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert theme.contrast(QColor("white"), QColor("white")) == 1


def test_a_style_sheet_leaves_no_colour_open() -> None:
    for scheme in SCHEMES:
        assert "$" not in theme.style_sheet(scheme)


def test_the_type_scale_stands_on_the_desktops_font() -> None:
    body, display = theme.font(theme.TYPE.body), theme.font(theme.TYPE.display)
    assert display.pointSizeF() == pytest.approx(
        body.pointSizeF() * theme.TYPE.display, rel=0.02
    )
