from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from ui import theme
from ui.app import looked_at
from ui.gallery import SIZES, draw_views
from ui.window.page import Surroundings
from ui.window.pages import pages
from unplug.clock import SystemClock
from unplug.engine.demo.month import afternoon, furnish
from unplug.errors import UnplugError

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surroundings]:
    folder = tmp_path_factory.mktemp("demo")
    clock = afternoon(SystemClock())
    furnish(folder, clock)
    with looked_at(folder, clock) as around:
        yield around


def test_every_page_is_drawn_in_light_and_dark_wide_and_narrow(
    around: Surroundings, tmp_path: Path
) -> None:
    paths = draw_views(around, tmp_path / "new" / "folder")
    drawn = {path.stem: QImage(str(path)) for path in paths}
    for kind in pages():
        for suffix, size in SIZES.items():
            for scheme in ("light", "dark"):
                picture = drawn.pop(f"{kind.key}{suffix}-{scheme}")
                assert picture.size() == size
    assert set(drawn) == {"tray-light", "tray-dark"}


def test_a_picture_wears_the_colours_that_its_name_says(
    around: Surroundings, tmp_path: Path
) -> None:
    draw_views(around, tmp_path)
    for scheme, colours in (("light", theme.LIGHT), ("dark", theme.DARK)):
        picture = QImage(str(tmp_path / f"today-{scheme}.png"))
        assert picture.pixelColor(1, 1) == QColor(colours.sunken)
        assert picture.pixelColor(1279, 799) == QColor(colours.ground)


def test_a_picture_that_cannot_be_written_is_named(
    around: Surroundings, tmp_path: Path
) -> None:
    (tmp_path / "today-light.png").mkdir()
    with pytest.raises(UnplugError, match="cannot write a picture"):
        draw_views(around, tmp_path)
