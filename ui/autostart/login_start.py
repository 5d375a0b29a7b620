"""Whether unplug starts with the session, on whatever system this is."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.autostart.system import Autostart


class LoginStart:
    """The switch of this system, looked for when somebody first looks at it.

    Args:
        arguments: what the tray is to be started with at login.
    """

    def __init__(self, arguments: tuple[str, ...]) -> None:
        self._arguments = arguments

    def is_on(self) -> bool:
        """Whether unplug starts with the session."""
        return self._switch.is_on()

    def set_on(self, *, on: bool) -> None:
        """Start with the session, or no longer."""
        self._switch.set_on(on=on)

    @cached_property
    def _switch(self) -> "Autostart":
        from ui.autostart.system import for_this_system  # noqa: PLC0415
        from ui.launching import launch_of_this  # noqa: PLC0415

        return for_this_system(launch_of_this(self._arguments))
