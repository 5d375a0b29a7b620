"""Autostart by the XDG rules: desktop entries in ``autostart`` folders."""

import os
from pathlib import Path

from ui.autostart.files import cannot_read, cannot_write, replace
from ui.launching import Launch
from unplug.errors import UnplugError

ENTRY = "unplug.desktop"
_GROUP = "[Desktop Entry]"
_OFF = {"Hidden": "true", "X-GNOME-Autostart-enabled": "false"}
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")


class XdgAutostart:
    """An entry in the user's autostart folder, over those of the system.

    Args:
        launch: what to start.
        environ: the environment: ``HOME``, ``XDG_CONFIG_HOME``, ``XDG_CONFIG_DIRS``.
    """

    def __init__(self, launch: Launch, environ: dict[str, str] | None = None) -> None:
        env = dict(os.environ) if environ is None else environ
        home = env.get("HOME") or str(Path.home())
        config = _absolute(env.get("XDG_CONFIG_HOME")) or Path(home, ".config")
        shared = (env.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
        self._launch = launch
        self._own = config / "autostart" / ENTRY
        self._shared = [
            folder / "autostart" / ENTRY
            for folder in map(_absolute, shared)
            if folder is not None
        ]

    def is_on(self) -> bool:
        """Whether the entry that counts, the user's first, is there and not off."""
        for path in (self._own, *self._shared):
            entry = self._read(path)
            if entry is not None:
                values = _values(entry)
                off = any(values.get(key) == value for key, value in _OFF.items())
                return not off and "Exec" in values
        return False

    def set_on(self, *, on: bool) -> None:
        """Write the entry, keeping what the user added to it; or take it away."""
        entry = self._read(self._own)
        try:
            if on:
                wanted = self._wanted()
                replace(self._own, _edited(entry or "", wanted).encode())
            elif any(path.exists() for path in self._shared):
                # Only an entry that says so outweighs one of the system.
                hidden = {"Type": "Application", "Name": "unplug", "Hidden": "true"}
                replace(self._own, _edited(entry or "", hidden).encode())
            else:
                self._own.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self._own, error) from error

    def _wanted(self) -> dict[str, str | None]:
        folder = self._launch.folder
        return {
            "Type": "Application",
            "Name": "unplug",
            "Comment": "Less screen, more people",
            "Exec": exec_line(self._launch.command),
            "Path": None if folder is None else _escaped(str(folder)),
            "Icon": "unplug",
            "Terminal": "false",
            "Hidden": None,
            "X-GNOME-Autostart-enabled": "true",
        }

    def _read(self, path: Path) -> str | None:
        try:
            return path.read_text("utf-8", errors="surrogateescape")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise cannot_read(path, error) from error


def exec_line(command: tuple[str, ...]) -> str:
    """A command as the value of ``Exec``, by the rules of the Desktop Entry format.

    Raises:
        UnplugError: the program's path cannot be written there.
    """
    if "=" in command[0]:
        failed = "a program with an equals sign in its path cannot start by itself"
        raise UnplugError(failed, command[0], "move it to another folder")
    return _escaped(" ".join(_quoted(argument) for argument in command))


def _quoted(argument: str) -> str:
    doubled = argument.replace("%", "%%")
    if argument and not _RESERVED & set(argument):
        return doubled
    for character in '\\"`$':
        doubled = doubled.replace(character, "\\" + character)
    return f'"{doubled}"'


def _escaped(value: str) -> str:
    """A text as a value of type string."""
    escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    escaped = escaped.replace("\r", "\\r")
    return "\\s" + escaped[1:] if escaped.startswith(" ") else escaped


def _absolute(folder: str | None) -> Path | None:
    """A folder of the environment; relative ones do not count."""
    path = Path(folder) if folder else None
    return path if path is not None and path.is_absolute() else None


def _values(entry: str) -> dict[str, str]:
    """The keys of the main group; the first of each counts."""
    values: dict[str, str] = {}
    inside = False
    for line in entry.splitlines():
        if line.startswith("["):
            inside = line.strip() == _GROUP
        elif inside and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            values.setdefault(key.strip(), value.strip())
    return values


def _edited(entry: str, wanted: dict[str, str] | dict[str, str | None]) -> str:
    """An entry with some keys of its main group set, or removed where None."""
    lines: list[str] = []
    inside = False
    for line in entry.splitlines():
        if line.startswith("["):
            inside = line.strip() == _GROUP
        if not inside or line.partition("=")[0].strip() not in wanted:
            lines.append(line)
    if _GROUP not in (line.strip() for line in lines):
        lines.append(_GROUP)
    at = next(n for n, line in enumerate(lines, 1) if line.strip() == _GROUP)
    lines[at:at] = [f"{key}={value}" for key, value in wanted.items() if value]
    return "\n".join(lines) + "\n"
