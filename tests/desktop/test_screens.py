"""Every page and dialog in its states, on a display; pictures are left to look at.

They lie in build/screens; nothing compares them: what has to hold is that all of it has
the room it needs, in light and in dark.
"""

import json
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.desktop.rigs import x11_desktop
from tests.desktop.scripted_run import REPO
from unplug.clock import SystemClock
from unplug.engine.demo.month import afternoon, furnish

PICTURES = REPO / "build" / "screens"
LEAST_COLOURS = 6
"""Text alone, smoothed, has more; a window that painted nothing has one."""


@pytest.fixture
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month")
    furnish(folder, afternoon(SystemClock()))
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_has_the_room_it_needs(
    month: Path, tmp_path: Path, scheme: str
) -> None:
    target = PICTURES / scheme
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    argv = (sys.executable, "-m", "tests.desktop.screens")
    with x11_desktop() as desktop:
        printed = desktop.run(
            *("env", f"PYTHONPATH={REPO}", "QT_QPA_PLATFORM=xcb", *argv),
            *(month, tmp_path, target, scheme),
            timeout_s=120.0,
        )
    states = [json.loads(line) for line in printed.splitlines() if line[:1] == "{"]
    tight = {s["name"]: said for s in states if (said := s["clipped"] + s["too_wide"])}
    assert tight == {}
    assert {path.stem for path in target.iterdir()} == {s["name"] for s in states}
    for path in target.iterdir():
        picture = QImage(str(path))
        wide, high = picture.width(), picture.height()
        colours = {
            picture.pixel(x, y) for x in range(0, wide, 3) for y in range(0, high, 3)
        }
        assert len(colours) >= LEAST_COLOURS, path.name
