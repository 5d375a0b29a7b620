"""What can be imported where something is absent."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.places import ROOT

IMPORT_ALL = """
import importlib, sys

class Absent:
    names = set(sys.argv[1].split())
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {name!r} here", name=name)

sys.meta_path.insert(0, Absent())
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(f"{name}: {error}")
for name in {"PySide6", "shiboken6", "ui"} & set(sys.modules):
    print(f"{name} was loaded")
"""


def core_modules() -> list[str]:
    """Every module of the core by its dotted name, whatever it imports."""
    paths = [path.relative_to(ROOT) for path in (ROOT / "unplug").rglob("*.py")]
    dotted = [".".join(path.with_suffix("").parts) for path in sorted(paths)]
    return [name.removesuffix(".__init__") for name in dotted]


def import_all_without(*absent: str) -> list[str]:
    """Import the whole core in a fresh interpreter; what went wrong."""
    done = subprocess.run(
        [
            *(sys.executable, "-W", "error", "-c", IMPORT_ALL),
            *(" ".join(absent), *core_modules()),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_all_of_the_core_imports_with_qt_absent() -> None:
    assert "unplug.clock" in core_modules()
    assert import_all_without("PySide6", "shiboken6") == []


@pytest.mark.parametrize(
    "absent",
    [
        pytest.param(["jeepney", "pywayland", "objc"], id="windows"),
        pytest.param(["jeepney", "pywayland"], id="macos"),
        pytest.param(["objc", "AppKit", "Foundation", "Quartz"], id="linux"),
    ],
)
def test_only_sensing_and_acting_need_what_others_lack(
    absent: list[str],
) -> None:
    for failure in import_all_without(*absent):
        module, _, reason = failure.partition(": ")
        assert module.startswith(("unplug.sensing.", "unplug.acting.")), failure
        assert any(name in reason for name in absent), failure


def test_every_folder_with_code_is_a_package() -> None:
    folders = {p.parent for top in ("unplug", "ui", "tests") for p in code_in(top)}
    assert [f for f in sorted(folders) if not (f / "__init__.py").exists()] == []


def code_in(top: str) -> list[Path]:
    return list((ROOT / top).rglob("*.py"))
