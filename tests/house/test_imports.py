"""What can be imported where something is absent."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.places import ROOT

IMPORT_ALL = """
import importlib, pkgutil, sys

class Absent:
    names = set(sys.argv[1].split())
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {name!r} here", name=name)

sys.meta_path.insert(0, Absent())
import unplug
names = [m.name for m in pkgutil.walk_packages(unplug.__path__, "unplug.")]
for name in names:
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(f"{name}: {error}")
print(len(names), "modules")
print("of Qt or ui:", sorted({"PySide6", "shiboken6", "ui"} & set(sys.modules)))
"""


def import_all_without(*absent: str) -> list[str]:
    """Import every module of the core in a fresh interpreter; what it said."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, " ".join(absent)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def module_count() -> int:
    core = ROOT / "unplug"
    files = [p for p in core.rglob("*.py") if p != core / "__init__.py"]
    return len(files)


def test_all_of_the_core_imports_with_qt_absent() -> None:
    said = import_all_without("PySide6", "shiboken6")
    assert said == [f"{module_count()} modules", "of Qt or ui: []"]


@pytest.mark.parametrize(
    "absent",
    [
        pytest.param(["jeepney", "pywayland", "xcffib", "objc"], id="windows"),
        pytest.param(["jeepney", "pywayland", "xcffib"], id="macos"),
        pytest.param(["objc", "AppKit", "Foundation", "Quartz"], id="linux"),
    ],
)
def test_only_sensing_needs_what_another_platform_lacks(absent: list[str]) -> None:
    *failures, _, upwards = import_all_without(*absent)
    assert upwards == "of Qt or ui: []"
    for failure in failures:
        module, _, reason = failure.partition(": ")
        assert module.startswith("unplug.sensing."), failure
        assert any(name in reason for name in absent), failure


def test_every_folder_with_code_is_a_package() -> None:
    folders = {p.parent for top in ("unplug", "ui", "tests") for p in code_in(top)}
    assert [f for f in sorted(folders) if not (f / "__init__.py").exists()] == []


def code_in(top: str) -> list[Path]:
    return list((ROOT / top).rglob("*.py"))
