from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.fakes import surroundings
from ui import theme
from ui.gallery import SIZES, draw_views
from ui.window.pages import pages
from unplug.errors import UnplugError

pytestmark = pytest.mark.usefixtures("qtbot")


def test_every_page_is_drawn_in_light_and_dark_wide_and_narrow(
    tmp_path: Path,
) -> None:
    paths = draw_views(surroundings(), tmp_path / "new" / "folder")
    drawn = {path.stem: QImage(str(path)) for path in paths}
    for kind in pages():
        for suffix, size in SIZES.items():
            for scheme in ("light", "dark"):
                picture = drawn.pop(f"{kind.key}{suffix}-{scheme}")
                assert picture.size() == size
    assert set(drawn) == {"tray-light", "tray-dark"}


def test_a_picture_wears_the_colours_that_its_name_says(tmp_path: Path) -> None:
    draw_views(surroundings(), tmp_path)
    for scheme, colours in (("light", theme.LIGHT), ("dark", theme.DARK)):
        picture = QImage(str(tmp_path / f"today-{scheme}.png"))
        assert picture.pixelColor(1, 1) == QColor(colours.sunken)
        assert picture.pixelColor(1279, 799) == QColor(colours.ground)


def test_a_picture_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "today-light.png").mkdir()
    with pytest.raises(UnplugError, match="cannot write a picture"):
        draw_views(surroundings(), tmp_path)
