"""The generated bindings are what their sources make of them."""

import runpy
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[4] / "resources" / "wayland" / "generate.py"
BY_HAND = {"__init__.py", "wayland.py"}
GENERATED = runpy.run_path(str(GENERATOR))


@pytest.mark.parametrize("source", GENERATED["PACKAGES"], ids=lambda path: path.name)
def test_bindings_are_those_that_the_xml_makes(source: Path, tmp_path: Path) -> None:
    package = GENERATED["PACKAGES"][source]
    generated = GENERATED["generate"](tmp_path, source)
    kept = {path.name for path in package.glob("*.py")} - BY_HAND
    assert {path.name for path in generated} == kept
    for module in generated:
        again = "run resources/wayland/generate.py"
        assert module.read_text() == (package / module.name).read_text(), again
