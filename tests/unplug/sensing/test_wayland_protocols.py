"""The generated bindings are what their sources make of them."""

import runpy
from pathlib import Path

from unplug.sensing import wayland_protocols

GENERATOR = Path(__file__).parents[3] / "resources" / "wayland" / "generate.py"
PACKAGE = Path(wayland_protocols.__file__).parent
BY_HAND = {"__init__.py", "wayland.py"}


def test_bindings_are_those_that_the_xml_makes(tmp_path: Path) -> None:
    generated = runpy.run_path(str(GENERATOR))["generate"](tmp_path)
    kept = {path.name for path in PACKAGE.glob("*.py")} - BY_HAND
    assert {path.name for path in generated} == kept
    for module in generated:
        again = "run resources/wayland/generate.py"
        assert module.read_text() == (PACKAGE / module.name).read_text(), again
