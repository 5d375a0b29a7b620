"""Activities, questions, prompts and help lines, as files that can be translated."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from unplug import tomlfiles


@lru_cache(maxsize=4)
def load(name: str) -> dict[str, Any]:
    """Read one of the files by its name without ``.toml``; callers do not change it."""
    # Not by importlib.resources: importing it takes longer than a decision may.
    path = Path(__file__).with_name(f"{name}.toml")
    return tomlfiles.parse(path.read_text("utf-8"), path.name)
