"""Autostart on Windows: the Run key, and what the task manager says about it."""

import subprocess
import sys
from typing import Protocol

from ui.autostart.files import cannot_read, cannot_write
from ui.launching import Launch
from unplug.errors import UnplugError

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "unplug"
_MAX_COMMAND = 260  # longer commands are not run


class Registry(Protocol):
    """The user's part of the registry."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """A value, None when it is not there."""

    def set(self, key: str, name: str, value: str) -> None:
        """Write a text, and the key if need be."""

    def delete(self, key: str, name: str) -> None:
        """Delete a value; nothing happens when it is not there."""


class RegistryAutostart:
    """A command under the Run key of the user.

    Args:
        launch: what to start.
        registry: the user's part of the registry.
    """

    def __init__(self, launch: Launch, registry: Registry) -> None:
        self._launch = launch
        self._registry = registry

    def is_on(self) -> bool:
        """Whether the command is there and the task manager has not turned it off."""
        try:
            if not self._registry.get(_RUN, _NAME):
                return False
            approved = self._registry.get(_APPROVED, _NAME)
        except OSError as error:
            raise cannot_read(_RUN, error) from error
        # The lowest bit of the first byte: turned off by the user.
        return not (isinstance(approved, bytes) and approved[:1] and approved[0] & 1)

    def set_on(self, *, on: bool) -> None:
        """Write the command, or delete it."""
        try:
            if on:
                self._registry.set(_RUN, _NAME, command_line(self._launch))
            else:
                self._registry.delete(_RUN, _NAME)
            self._registry.delete(_APPROVED, _NAME)
        except OSError as error:
            raise cannot_write(_RUN, error) from error


def command_line(launch: Launch) -> str:
    """The command as Windows takes it apart again.

    Raises:
        UnplugError: it is longer than Windows runs at login.
    """
    line = subprocess.list2cmdline(from_anywhere(launch))
    if len(line) > _MAX_COMMAND:
        failed = f"Windows starts no command of more than {_MAX_COMMAND} characters"
        raise UnplugError(
            failed, line, "install unplug in a folder with a shorter path"
        )
    return line


def from_anywhere(launch: Launch) -> tuple[str, ...]:
    """A command that does without the folder it should be started in.

    The Run key knows no such folder.
    """
    if launch.folder is None:
        return launch.command
    python, _, module, *arguments = launch.command
    code = (
        f"import sys,runpy;sys.path.insert(0,{str(launch.folder)!r});"
        f"runpy.run_module({module!r},run_name='__main__',alter_sys=True)"
    )
    return (python, "-c", code, *arguments)


if sys.platform == "win32":
    import contextlib
    import winreg

    class UserRegistry:
        """HKEY_CURRENT_USER."""

        def get(self, key: str, name: str) -> str | bytes | None:
            """A value, None when it or its key is not there."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, _ = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return value if isinstance(value, (str, bytes)) else None

        def set(self, key: str, name: str, value: str) -> None:
            """Write a text, and the key if need be."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def delete(self, key: str, name: str) -> None:
            """Delete a value; nothing happens when it is not there."""
            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(
                    winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE
                ) as opened,
            ):
                winreg.DeleteValue(opened, name)
