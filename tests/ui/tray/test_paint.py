import itertools

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.fakes import a_snapshot
from ui.theme import LEAST_SHAPE_CONTRAST, contrast
from ui.tray.paint import ICON_SIZES_PX, app_icon, ring_pixmap, tray_icon
from ui.tray.spec import LAP_STEPS, Glyph, Ring, tray_spec

pytestmark = pytest.mark.usefixtures("qtbot")

PANELS = ("#f2f2f2", "#2e2e2e")
FULL = Ring(filled=LAP_STEPS)


def image(size_px: int, ring: Ring, glyph: Glyph = Glyph.NONE) -> QImage:
    return ring_pixmap(size_px, ring, glyph).toImage()


def solid(picture: QImage) -> list[QColor]:
    """The colours of all pixels that hide the panel."""
    places = itertools.product(range(picture.width()), range(picture.height()))
    values = (picture.pixel(x, y) for x, y in places)
    return [QColor.fromRgb(value) for value in values if value >> 24 == 255]


def opacities(picture: QImage) -> bytes:
    return bytes(picture.convertToFormat(QImage.Format.Format_Alpha8).constBits())


def quarter_weights(picture: QImage) -> list[int]:
    """How much teal there is, clockwise from the upper right quarter."""
    half = picture.width() // 2
    corners = [(half, 0), (half, half), (0, half), (0, 0)]
    return [
        sum(
            picture.pixelColor(x, y).alpha()
            for x in range(left, left + half)
            for y in range(top, top + half)
            if picture.pixelColor(x, y).green() > picture.pixelColor(x, y).red() + 40
        )
        for left, top in corners
    ]


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
@pytest.mark.parametrize("glyph", Glyph)
@pytest.mark.parametrize("ring", [FULL, Ring(None), Ring(LAP_STEPS, over=20)])
def test_every_solid_pixel_stands_out_on_light_and_dark_panels(
    size_px: int, glyph: Glyph, ring: Ring
) -> None:
    colours = solid(image(size_px, ring, glyph))
    assert len(colours) >= size_px  # a line all the way round, at the least
    for panel in PANELS:
        different = {c.rgb(): c for c in colours}.values()
        worst = min(contrast(c, QColor(panel)) for c in different)
        assert worst >= LEAST_SHAPE_CONTRAST


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
def test_the_ring_grows_clockwise_from_the_top(size_px: int) -> None:
    quarter = quarter_weights(image(size_px, Ring(LAP_STEPS // 4)))
    half = quarter_weights(image(size_px, Ring(LAP_STEPS // 2)))
    full = quarter_weights(image(size_px, FULL))
    assert quarter[0] > 4 * max(quarter[2], 1)
    assert min(half[:2]) > 2 * max(half[2:])
    assert min(full) > 0.9 * max(full)


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
def test_every_sign_has_its_own_shape_in_the_middle(size_px: int) -> None:
    shapes = {glyph: opacities(image(size_px, FULL, glyph)) for glyph in Glyph}
    for one, other in itertools.combinations(Glyph, 2):
        differing = sum(
            abs(a - b) > 128 for a, b in zip(shapes[one], shapes[other], strict=True)
        )
        assert differing >= size_px // 4, (one, other)


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
def test_a_second_lap_is_told_from_the_first_without_colour(size_px: int) -> None:
    full = opacities(image(size_px, FULL))
    over = opacities(image(size_px, Ring(LAP_STEPS, over=12)))
    cut = [a for a, b in zip(full, over, strict=True) if a > 200 and b < 160]
    assert len(cut) >= 2


def test_an_icon_has_every_size_that_panels_ask_for() -> None:
    icon = tray_icon(tray_spec(a_snapshot()))
    sizes = {size.width() for size in icon.availableSizes()}
    assert sizes == set(ICON_SIZES_PX)
    assert not app_icon().isNull()
