from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.fakes import a_snapshot
from ui import theme
from ui.gallery import draw_views
from unplug.errors import UnplugError

pytestmark = pytest.mark.usefixtures("qtbot")


def test_every_view_is_drawn_in_light_and_dark(tmp_path: Path) -> None:
    paths = draw_views(a_snapshot(), tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [
        "today-light.png",
        "tray-light.png",
        "today-dark.png",
        "tray-dark.png",
    ]
    grounds = [QImage(str(path)).pixelColor(1, 1) for path in paths]
    assert grounds[0] == QColor(theme.LIGHT.ground)
    assert grounds[2] == QColor(theme.DARK.ground)


def test_a_picture_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "today-light.png").mkdir()
    with pytest.raises(UnplugError, match="cannot write a picture"):
        draw_views(a_snapshot(), tmp_path)
