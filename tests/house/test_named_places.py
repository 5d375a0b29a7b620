"""Files and modules that texts and docstrings name are there under that name."""

import re
from functools import cache

import pytest

from tests.house.places import ROOT, project_files

FOLDERS = "unplug|ui|tests|docs|benchmarks|resources"
# "tests/house/places.py" anywhere; "`ui/parts`" only as a name.
PATH = re.compile(rf"(?<![\w./-])(?:{FOLDERS})/[\w./-]+\.(?:py|md|toml|qss|qrc|sql)\b")
FOLDER = re.compile(rf"`((?:{FOLDERS})/[\w./-]+?)/?`")
FILE = re.compile(r"`(\w+\.py)`")  # `places.py`, wherever it is
# `unplug.days`, with whatever it holds behind it; unplug.db is a file of the user's.
MODULE = re.compile(r"`((?:unplug|ui|tests|benchmarks)(?:\.(?!db\b)\w+)+)`")


@cache
def places() -> frozenset[str]:
    """Every file and folder of the project, from its root."""
    files = [path.relative_to(ROOT) for path in project_files()]
    folders = {parent for path in files for parent in path.parents}
    return frozenset(path.as_posix() for path in (*files, *folders))


@cache
def file_names() -> frozenset[str]:
    """What files are called, without their folders."""
    return frozenset(path.rpartition("/")[2] for path in places())


def is_there(dotted: str) -> bool:
    """Whether a dotted name is a module, or something that stands in one."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        path = "/".join(parts[:length])
        if path in places() or f"{path}.py" in places():
            break
    else:
        return False
    if length == len(parts):
        return True
    file = f"{path}.py" if f"{path}.py" in places() else f"{path}/__init__.py"
    return re.search(rf"\b{parts[length]}\b", (ROOT / file).read_text()) is not None


def missing(text: str) -> list[str]:
    """The names in a text that lead nowhere."""
    paths = [*PATH.findall(text), *FOLDER.findall(text)]
    gone = [path for path in paths if path not in places()]
    gone += [name for name in FILE.findall(text) if name not in file_names()]
    return gone + [name for name in MODULE.findall(text) if not is_there(name)]


@pytest.mark.parametrize("suffix", [".md", ".py", ".toml"])
def test_what_a_text_names_is_there(suffix: str) -> None:
    files = set(project_files()) - {ROOT / "tests/house/test_named_places.py"}
    texts = [path for path in files if path.suffix == suffix]
    assert texts
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in texts
        for name in missing(path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("see `unplug.days` and `unplug.days.day_at`", []),
        ("see `unplug.days.night_at`", ["unplug.days.night_at"]),
        ("see `unplug.nights`", ["unplug.nights"]),
        ("as ui/theme.py has it, for `ui/parts`", []),
        ("as ui/looks.py has it", ["ui/looks.py"]),  # this one is not
        ("see `places.py`, not `spaces.py`", ["spaces.py"]),
        ("kept in `unplug.db`", []),
    ],
)
def test_names_that_lead_nowhere_are_found(text: str, gone: list[str]) -> None:
    assert missing(text) == gone
