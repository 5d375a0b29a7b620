"""What the project says about itself has to be so."""

import re
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import unplug
from tests.house.places import ROOT, project_files

README = (ROOT / "README.md").read_text()
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")
# Folders that exist on one machine only; an X server's socket is everywhere.
ONE_MACHINES_FOLDER = re.compile(
    rb"(?<![\w./~$}-])/(?:work|root|mnt|tmp(?!/\.X11))/[\w.-]"
)


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))


def test_every_make_command_in_the_documents_is_in_the_makefile() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    named = {
        target
        for document in documents
        for target in re.findall(
            r"(?:`|^ {4})make ([a-z]+)", document.read_text(), re.M
        )
    }
    assert {"run", "test", "check"} <= named <= make_targets()


def test_make_help_lists_every_command_people_call() -> None:
    done = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    listed = set(re.findall(r"^  make ([a-z]+)", done.stdout, re.M))
    assert listed == make_targets() - {"packages"}


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"`unplug ([a-z]+)[^`]*`", README)))
)
def test_every_command_in_the_readme_exists_and_explains_itself(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f" {command} " in done.stdout


def test_every_link_in_the_documents_leads_somewhere() -> None:
    documents = [path for path in project_files() if path.suffix == ".md"]
    broken = [
        f"{document.relative_to(ROOT)}: {link}"
        for document in documents
        for link in LINK.findall(document.read_text())
        if not (document.parent / link).exists()
    ]
    assert broken == []


def test_the_changelog_has_the_current_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text()
    versions = re.findall(r"^## \[([^]]+)\]", changelog, re.M)
    assert unplug.__version__ in versions


def test_decisions_are_numbered_without_gaps() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").iterdir())
    numbers = [int(d.name[:3]) for d in decisions if d.name[:3].isdigit()]
    assert len(numbers) == len(decisions)
    assert numbers == list(range(1, len(decisions) + 1))
    for number, decision in zip(numbers, decisions, strict=True):
        assert decision.read_text().startswith(f"# {number:03} · ")


def test_no_file_leans_on_a_folder_of_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in project_files()
        for match in ONE_MACHINES_FOLDER.finditer(path.read_bytes())
    ]
    assert found == []


def test_the_lock_takes_everything_from_the_public_index() -> None:
    lock = (ROOT / "uv.lock").read_text()
    hosts = set(re.findall(r'(?:url|registry) = "([a-z]+://[^/"]+)', lock))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}
    kinds = {kind for p in tomllib.loads(lock)["package"] for kind in p["source"]}
    assert kinds == {"registry", "editable"}


def test_the_lock_is_made_from_the_dependencies_as_they_are() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    [locked] = [p["metadata"] for p in packages if p["name"] == "unplug"]
    extras = asked["project"].get("optional-dependencies", {}).values()
    dependencies = [*asked["project"]["dependencies"], *(d for e in extras for d in e)]
    assert requirements(dependencies) == {of_lock(d) for d in locked["requires-dist"]}
    for group, wanted in asked["dependency-groups"].items():
        got = {of_lock(d) for d in locked["requires-dev"][group]}
        assert requirements(wanted) == got


def requirements(lines: list[str]) -> set[tuple[str, str]]:
    parsed = [Requirement(line) for line in lines]
    return {(canonicalize_name(r.name), str(r.specifier)) for r in parsed}


def of_lock(entry: dict[str, str]) -> tuple[str, str]:
    return entry["name"], str(SpecifierSet(entry.get("specifier", "")))
