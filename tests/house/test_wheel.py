"""The wheel as people install it."""

import configparser
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

import unplug
from tests.house.places import ROOT, project_files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once, without the network."""
    out = tmp_path_factory.mktemp("wheel")
    call("-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT))
    [built] = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return [name for name in archive.namelist() if not name.endswith("/")]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment's folder of programs, the wheel installed in it.

    What unplug depends on is lent to it by the environment the tests run in.
    """
    home = tmp_path_factory.mktemp("installed")
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    builder.create(home)
    python = builder.ensure_directories(home).env_exe
    installing = ("install", "--quiet", "--no-deps", "--no-index", str(wheel))
    call("-m", "pip", "--python", python, *installing)
    site = Path(call("-c", PURELIB, python=python).strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return Path(python).parent


PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"


def call(*argv: str, python: str = sys.executable) -> str:
    """Run a Python away from the project, so that it finds only what is installed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [python, *argv],
        cwd=Path(python).parent,
        env=clean | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_brings_exactly_two_packages(names: list[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    own = f"unplug-{unplug.__version__}"
    assert tops - {f"{own}.data"} == {"unplug", "ui", f"{own}.dist-info"}


def test_the_wheel_holds_every_file_of_the_two_packages(names: list[str]) -> None:
    relative = {path.relative_to(ROOT).as_posix() for path in project_files()}
    ours = {name for name in relative if name.startswith(("unplug/", "ui/"))}
    packed = {name for name in names if name.startswith(("unplug/", "ui/"))}
    assert packed == ours


def test_the_installed_command_starts(installed: Path) -> None:
    done = subprocess.run(
        [installed / "unplug", "--version"],
        cwd=installed,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert unplug.__version__ in done.stdout


def test_desktops_find_an_entry_with_its_icon_and_its_program(installed: Path) -> None:
    share = installed.parent / "share"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(share / "applications" / "unplug.desktop")
    wanted = entry["Desktop Entry"]
    assert (installed / wanted["Exec"]).exists()
    icons = share / "icons" / "hicolor" / "scalable" / "apps"
    assert (icons / f"{wanted['Icon']}.svg").exists()


def test_the_installed_packages_are_the_wheels_own(installed: Path) -> None:
    asking = "import unplug, ui; print(unplug.__file__); print(ui.__file__)"
    for line in call("-c", asking, python=str(installed / "python")).splitlines():
        assert Path(line).is_relative_to(installed.parent)


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    [locked] = [p["version"] for p in lock["package"] if p["name"] == "unplug"]
    assert {unplug.__version__, project["version"], locked} == {project["version"]}
