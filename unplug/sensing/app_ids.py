"""How the sources that learn of apps by name make them comparable."""

from collections.abc import Callable

Identify = Callable[[int | None, str], str]
"""Gives the app's id for a process, where known, and a name for its windows."""


def by_name(_pid: int | None, name: str) -> str:
    """The name itself: a desktop entry, a Wayland app_id or a WM_CLASS class."""
    return name
