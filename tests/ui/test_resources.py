import configparser
import shutil
import subprocess
import sysconfig
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from ui import icons
from ui.tray.paint import tray_inks

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
SVG = "{http://www.w3.org/2000/svg}"


def installed() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    data: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"][
        "shared-data"
    ]
    return data


def test_what_the_wheel_installs_for_desktops_is_there() -> None:
    for source, place in installed().items():
        assert (ROOT / source).is_file()
        assert place.startswith("share/")


def test_every_icon_is_installed_under_its_own_name() -> None:
    for icon in (RESOURCES / "icons").glob("*.svg"):
        places = [p for s, p in installed().items() if s.endswith(icon.name)]
        assert len(places) == 1
        assert places[0].startswith("share/icons/hicolor/")
        assert places[0].endswith(f"/{icon.name}")


def test_the_desktop_entry_starts_the_tray_and_names_the_icon() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string((RESOURCES / "unplug.desktop").read_text(encoding="utf-8"))
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "unplug"
    assert (RESOURCES / "icons" / f"{entry['Icon']}.svg").is_file()


def test_the_metainfo_launches_the_desktop_entry() -> None:
    root = ET.parse(RESOURCES / "app.unplug.metainfo.xml").getroot()  # noqa: S314
    assert root.findtext("launchable") == "unplug.desktop"
    assert root.findtext("project_license") == "MIT"


def test_the_drawn_icon_has_the_painted_ones_colours() -> None:
    root = ET.parse(RESOURCES / "icons" / "unplug.svg").getroot()  # noqa: S314
    strokes = [shape.get("stroke") for shape in root.iter() if shape.get("stroke")]
    inks = tray_inks()
    assert strokes == [inks.glyph.name(), inks.fill.name()]


def test_the_compiled_drawings_are_those_of_the_folder(tmp_path: Path) -> None:
    compiler = shutil.which("pyside6-rcc", path=sysconfig.get_path("scripts"))
    assert compiler is not None
    fresh = tmp_path / "resources_rc.py"
    command = [compiler, "--format-version", "1", "--no-compress"]
    source = RESOURCES / "window.qrc"
    subprocess.run([*command, str(source), "-o", str(fresh)], check=True)

    def lines(path: Path) -> list[str]:
        text = path.read_text(encoding="utf-8")
        return [line for line in text.splitlines() if not line.startswith("#")]

    assert lines(fresh) == lines(ROOT / "ui" / "resources_rc.py")


def test_every_drawing_of_the_window_can_be_inked() -> None:
    drawn = {path.stem for path in (RESOURCES / "icons" / "window").iterdir()}
    assert set(icons.names()) == drawn


@pytest.mark.usefixtures("qtbot")
def test_an_icon_takes_on_the_colour_it_is_given() -> None:
    wanted = QColor("#b3352c")
    for name in icons.names():
        image = icons.icon(name, wanted).pixmap(20, 20).toImage()
        inks = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert inks <= {wanted.name()}
        assert any(
            image.pixelColor(x, y).alpha() > 100 for x in range(20) for y in range(20)
        )


@pytest.mark.usefixtures("qtbot")
def test_an_icon_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="nothing"):
        icons.icon("nothing", QColor("black"))
