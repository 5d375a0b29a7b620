"""What `make run` and `make test` do before they start, on a machine of stand-ins."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.places import ROOT

STAND_INS = {
    "id": 'echo "${UID_HERE:-1000}"',
    "dpkg": "echo amd64",
    "dpkg-query": 'cat "$HERE/installed"',
    "apt-get": 'echo "apt-get $DEBIAN_FRONTEND $*" >>"$HERE/calls"',
    "uv": """
        if [ "$1" = --version ]; then exit; fi
        echo "uv $*" >>"$HERE/calls"
        mkdir -p .venv/bin && printf '#!/bin/sh\\n' >.venv/bin/python
        chmod +x .venv/bin/python""",
}


@dataclass
class Machine:
    """A machine on which nothing real can be installed."""

    home: Path
    project: Path

    def has(self, *packages: str) -> None:
        lines = (f"installed amd64 {package}" for package in packages)
        (self.home / "installed").write_text("\n".join(lines) + "\n")

    def prepares(self, purpose: str, user_id: int = 1000) -> str:
        """Run the script; what it said."""
        path = f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [self.project / ".ci" / "prepare", purpose],
            env={"PATH": path, "HERE": str(self.home), "UID_HERE": str(user_id)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        return done.stderr

    @property
    def calls(self) -> list[str]:
        noted = self.home / "calls"
        return noted.read_text().splitlines() if noted.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    project = tmp_path / "unplug"
    (project / ".ci").mkdir(parents=True)
    for name in (".ci/prepare", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, project / name)
    (tmp_path / "bin").mkdir()
    for name, body in STAND_INS.items():
        program = tmp_path / "bin" / name
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
    made = Machine(tmp_path, project)
    made.has("bash,")
    return made


def everything(machine: Machine) -> list[str]:
    """Every package the script asks for, as dpkg would list it."""
    said = machine.prepares("test")
    command = next(line for line in said.splitlines() if "sudo apt-get" in line)
    names = command.partition("--no-install-recommends ")[2].split()
    return [f"{name}," for name in names]


def test_without_root_the_command_to_call_is_printed_and_the_rest_goes_on(
    machine: Machine,
) -> None:
    said = machine.prepares("run")
    assert "sudo apt-get install --no-install-recommends fonts-dejavu-core " in said
    assert "xvfb" not in said
    assert [call.split()[:2] for call in machine.calls] == [["uv", "sync"]]


def test_tests_need_more_than_running(machine: Machine) -> None:
    needed = everything(machine)
    assert {"xvfb,", "sway,", "libegl1,"} <= set(needed)


def test_root_gets_what_is_missing_without_being_asked_anything(
    machine: Machine,
) -> None:
    machine.has(*[name for name in everything(machine) if name != "libegl1,"])
    machine.prepares("test", user_id=0)
    [update, install] = [c for c in machine.calls if c.startswith("apt-get")]
    assert update.endswith("DPkg::Lock::Timeout=600 update")
    assert install.startswith("apt-get noninteractive ")
    assert install.endswith("install --yes --no-install-recommends libegl1")


def test_a_package_under_a_successors_name_is_not_missing(machine: Machine) -> None:
    rest = [name for name in everything(machine) if name != "libglib2.0-0,"]
    renamed = "libglib2.0-0t64, libglib2.0-0 (= 2.80), libglib2.0-0-x"
    machine.has(*rest, renamed)
    assert "libglib2.0-0" not in machine.prepares("test")


def test_a_package_for_another_architecture_is_missing(machine: Machine) -> None:
    machine.has(*everything(machine))
    listed = machine.home / "installed"
    listed.write_text(listed.read_text().replace("amd64 libegl1,", "i386 libegl1,"))
    assert "recommends libegl1\n" in machine.prepares("test")


def test_with_everything_there_it_says_and_does_nothing(machine: Machine) -> None:
    machine.has(*everything(machine))
    before = machine.calls
    assert machine.prepares("test", user_id=0) == ""
    assert machine.prepares("run") == ""
    assert machine.calls == before


def test_changed_dependencies_are_installed(machine: Machine) -> None:
    machine.prepares("run")
    with (machine.project / "uv.lock").open("a") as lock:
        lock.write("# one more\n")
    machine.prepares("run")
    assert len(machine.calls) == 2


def test_a_moved_project_gets_a_new_environment(machine: Machine) -> None:
    machine.prepares("run")
    old = machine.project / ".venv" / "of-the-old-place"
    old.touch()
    machine.project = machine.project.rename(machine.home / "moved")
    machine.prepares("run")
    assert len(machine.calls) == 2
    assert not (machine.project / ".venv" / "of-the-old-place").exists()
