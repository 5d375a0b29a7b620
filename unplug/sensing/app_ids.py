"""How the sources that hear of apps by name make them comparable."""

from collections.abc import Callable

from unplug.sensing.identity import identify

Identify = Callable[[int | None, str], str | None]
"""Gives the app's id for a process, where known, and a name for its windows."""


def app_of(pid: int | None, name: str) -> str | None:
    """The id that the app's focused windows go by, too; None where nothing says it.

    Args:
        pid: the app's process, where it is known.
        name: a desktop entry, a Wayland app id or a WM_CLASS class; may be empty.
    """
    return identify(pid=pid, window_class=name)
