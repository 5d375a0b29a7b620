"""What the desktop knows about an app: its desktop entry (freedesktop.org)."""

import os
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

LARGEST_BYTES = 512 * 1024
GROUP = "[Desktop Entry]"
SUFFIX = ".desktop"
ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class DesktopEntry:
    """One app as its desktop entry describes it.

    Attributes:
        id: the file's name without ``.desktop``; folders become hyphens.
        name: in the user's language where the entry has it.
        icon: a name in the icon theme or an absolute path; None where it has none.
        exec_basename: the program that is really started, without its folder.
        startup_wm_class: the class that its windows have, where it says so.
    """

    id: str
    name: str
    icon: str | None = None
    exec_basename: str | None = None
    startup_wm_class: str | None = None


def folders(environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where desktop entries are, the most important first; not all need exist."""
    home = Path(environ.get("HOME") or Path.home())
    own = Path(environ.get("XDG_DATA_HOME") or home / ".local/share")
    shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    roots = [own, *(Path(part) for part in shared.split(":") if part)]
    # A session that was started before the first flatpak or snap lacks these.
    roots += [own / "flatpak/exports/share", Path("/var/lib/flatpak/exports/share")]
    found = [root / "applications" for root in roots]
    found.append(Path("/var/lib/snapd/desktop/applications"))
    return tuple(dict.fromkeys(found))


def language(environ: Mapping[str, str] = os.environ) -> str:
    """The user's language for names, like ``de_DE``; empty for none."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            return environ[variable]
    return ""


def read(path: Path, entry_id: str, locale: str = "") -> DesktopEntry | None:
    """Read one desktop entry; None where it is no usable one.

    Args:
        path: the file.
        entry_id: the id it goes by.
        locale: in which language the name is wanted, as ``LANG`` has it.
    """
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_BYTES:
            return None
        text = path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):
        return None
    values = _values(text)
    if values.get("Hidden", "").lower() == "true":
        return None
    name = next(
        (values[key] for key in _name_keys(locale) if values.get(key)), entry_id
    )
    return DesktopEntry(
        id=entry_id,
        name=_unescaped(name),
        icon=_unescaped(values.get("Icon", "")) or None,
        exec_basename=_program(values.get("Exec", "")),
        startup_wm_class=_unescaped(values.get("StartupWMClass", "")) or None,
    )


def by_id(
    entry_id: str, where: Iterable[Path] | None = None, locale: str = ""
) -> DesktopEntry | None:
    """Find an entry by its exact id, without looking through any folder."""
    if not entry_id or "/" in entry_id or "\0" in entry_id or entry_id[0] == ".":
        return None
    for folder in folders() if where is None else where:
        path = folder / f"{entry_id}{SUFFIX}"
        if path.exists():
            return read(path, entry_id, locale)  # a hidden one hides those below it
    return None


class DesktopEntries:
    """All apps the desktop knows, looked up by what windows call themselves.

    A folder is looked through when an exact id does not help, and again only after
    it has changed.

    Args:
        where: the folders, the most important first; the desktop's own by default.
        locale: in which language names are wanted; the desktop's own by default.
    """

    def __init__(
        self, where: Iterable[Path] | None = None, locale: str | None = None
    ) -> None:
        self._folders = folders() if where is None else tuple(where)
        self._locale = language() if locale is None else locale
        self._read: dict[Path, tuple[int, dict[str, DesktopEntry | None]]] = {}
        self._index: dict[str, DesktopEntry] = {}
        self._changed_ns: tuple[int, ...] = ()
        self._known: dict[str, DesktopEntry | None] = {}

    def find(self, app: str) -> DesktopEntry | None:
        """The entry of an app: by its id, by any case of it, by its window class."""
        changed_ns = tuple(_changed_ns(folder) for folder in self._folders)
        if changed_ns != self._changed_ns:
            self._changed_ns = changed_ns
            self._index = {}
            self._known = {}
        if app not in self._known:
            exact = by_id(app, self._folders, self._locale)
            self._known[app] = exact or self._indexed().get(app.lower())
        return self._known[app]

    def display_name(self, app: str) -> str:
        """What people call the app; its id where nobody has said."""
        entry = self.find(app)
        return entry.name if entry else app

    def _indexed(self) -> dict[str, DesktopEntry]:
        if not self._index:
            entries = self._all()
            by_class = {
                entry.startup_wm_class.lower(): entry
                for entry in entries
                if entry.startup_wm_class
            }
            self._index = by_class | {entry.id.lower(): entry for entry in entries}
        return self._index

    def _all(self) -> list[DesktopEntry]:
        """Every entry that is not hidden, the least important first."""
        found: dict[str, DesktopEntry | None] = {}
        for folder in reversed(self._folders):
            found |= {
                entry_id: read(path, entry_id, self._locale)
                for entry_id, path in _files(folder)
            }
        return [entry for entry in found.values() if entry]


def _changed_ns(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _files(folder: Path) -> Iterable[tuple[str, Path]]:
    for top, _, names in os.walk(folder):
        for name in sorted(names):
            if name.endswith(SUFFIX):
                path = Path(top, name)
                inside = path.relative_to(folder).as_posix()
                yield inside.removesuffix(SUFFIX).replace("/", "-"), path


def _values(text: str) -> dict[str, str]:
    """The raw values of the main group; what is malformed is left out."""
    values: dict[str, str] = {}
    inside = False
    for line in text.splitlines():
        if line.startswith("["):
            if inside:
                break  # actions follow, with names of their own
            inside = line.strip() == GROUP
        elif inside and not line.startswith("#"):
            key, found, value = line.partition("=")
            if found:
                values.setdefault(key.strip(), value.strip())
    return values


def _name_keys(locale: str) -> list[str]:
    """The keys a name may be under, the best first, for a locale.

    The order is that of the Desktop Entry Specification: ``lang_COUNTRY@MODIFIER``,
    ``lang_COUNTRY``, ``lang@MODIFIER``, ``lang``, none.
    """
    rest, _, modifier = locale.partition("@")
    rest = rest.partition(".")[0]
    lang = rest.partition("_")[0]
    tried = [f"{rest}@{modifier}" if modifier else "", rest]
    tried += [f"{lang}@{modifier}" if modifier else "", lang]
    return [*(f"Name[{each}]" for each in tried if each), "Name"]


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    result, rest = "", value
    while rest:
        before, found, rest = rest.partition("\\")
        result += before
        if found:
            result += ESCAPES.get(rest[:1], "\\" + rest[:1])
            rest = rest[1:]
    return result


def _program(command: str) -> str | None:
    """The program that an ``Exec`` line really starts, without its folder."""
    try:
        words = shlex.split(_unescaped(command))
    except ValueError:
        return None
    if words and os.path.basename(words[0]) == "env":  # noqa: PTH119
        words = [word for word in words[1:] if "=" not in word and word[0] != "-"]
    for word in words:  # flatpak names the program inside the sandbox
        if word.startswith("--command="):
            return word.partition("=")[2].rpartition("/")[2] or None
    return words[0].rpartition("/")[2] or None if words else None
