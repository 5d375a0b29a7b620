import pytest
from PySide6.QtGui import QColor

from ui import theme

pytestmark = pytest.mark.usefixtures("qtbot")

SCHEMES = (theme.LIGHT, theme.DARK)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ink", ["text", "quiet", "accent"])
@pytest.mark.parametrize("behind", ["ground", "surface"])
def test_text_can_be_read(scheme: theme.Colours, ink: str, behind: str) -> None:
    ratio = theme.contrast(scheme.ink(ink), scheme.ink(behind))
    assert ratio >= theme.LEAST_CONTRAST


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
