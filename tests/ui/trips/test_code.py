import pytest
from pytestqt.qtbot import QtBot

from ui.trips.code import QUIET_MODULES, Code
from unplug.engine.trips.files import code_of
from unplug.trips.invite import new_ticket, to_link


@pytest.mark.parametrize("side_px", [200, 313, 500])
def test_the_code_is_painted_module_by_module(qtbot: QtBot, side_px: int) -> None:
    link = to_link(new_ticket(bytes(16), expires_ms=1_800_000_000_000))
    code = Code()
    qtbot.addWidget(code)
    code.render_link(link)
    code.setFixedSize(side_px, side_px)
    image = code.grab().toImage()
    rows = code_of(link)
    module = side_px / (len(rows) + 2 * QUIET_MODULES)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            middle = (
                round((x + QUIET_MODULES + 0.5) * module),
                round((y + QUIET_MODULES + 0.5) * module),
            )
            assert (image.pixelColor(*middle).lightness() < 128) == bool(dark)
    assert image.pixelColor(1, 1).lightness() == 255
