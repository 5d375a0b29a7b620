"""Activities, questions, prompts and help lines, as files that can be translated."""

from functools import lru_cache
from typing import Any

from unplug import tomlfiles


@lru_cache(maxsize=4)
def load(name: str) -> dict[str, Any]:
    """Read one of the files by its name without ``.toml``; callers do not change it."""
    from importlib.resources import files  # noqa: PLC0415  (10 ms, seldom needed)

    text = files(__name__).joinpath(f"{name}.toml").read_text("utf-8")
    return tomlfiles.parse(text, f"{name}.toml")
