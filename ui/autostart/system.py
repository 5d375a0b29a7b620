"""Whether unplug starts with the session, the way each system keeps it.

Nothing is started or stopped now: the switch is about the next login.
"""

import sys
from typing import Protocol

from ui.launching import Launch


class Autostart(Protocol):
    """The switch."""

    def is_on(self) -> bool:
        """Whether it starts with the session.

        Raises:
            UnplugError: it cannot be read.
        """

    def set_on(self, *, on: bool) -> None:
        """Turn it on, with the command that is right now, or off.

        Raises:
            UnplugError: it cannot be written.
        """


def for_this_system(launch: Launch) -> Autostart:
    """The switch of the system we run on."""
    if sys.platform == "win32":
        from ui.autostart.windows import RegistryAutostart, UserRegistry  # noqa: PLC0415

        return RegistryAutostart(launch, UserRegistry())
    if sys.platform == "darwin":
        from ui.autostart.macos import LaunchAgentAutostart  # noqa: PLC0415

        return LaunchAgentAutostart(launch)
    from ui.autostart.xdg import XdgAutostart  # noqa: PLC0415

    return XdgAutostart(launch)
