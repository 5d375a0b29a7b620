"""Which app a window belongs to.

A sandbox says it for certain. The systemd scope that a desktop starts an app in says
it too, but also holds whatever was started from that app: so it counts only if the
window looks like that app's. Otherwise the window's own class is the app.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from unplug.sensing.desktop_entries import DesktopEntry, by_id

PROC = Path("/proc")
LARGEST_INFO = 16 * 1024

_ESCAPES = re.compile(r"(?:\\x[0-9a-fA-F]{2})+")
_FLATPAK = re.compile(r"app-flatpak-(?P<id>.+)-\d+\.scope")
_SNAP = re.compile(r"snap\.(?P<snap>[^.]+)\.(?P<app>[^.]+?)[.-][0-9a-f-]{36}\.scope")
_SNAP_SERVICE = re.compile(r"snap\.(?P<snap>[^.]+)\.(?P<app>[^.]+)\.(?:service|scope)")
_SCOPE = re.compile(r"app-(?P<rest>.+)-[^-]+\.scope")
_SERVICE = re.compile(r"app-(?P<rest>[^@]+)(?:@[^@]*)?\.service")


def identify(
    *,
    pid: int | None,
    window_class: str | None,
    proc: Path = PROC,
    entry_folders: Iterable[Path] | None = None,
) -> str | None:
    """The id of the app that a window belongs to; None where nothing says it.

    Args:
        pid: the process behind the window.
        window_class: what the window calls itself: its app id or the class part of
            its WM_CLASS.
        proc: where processes are shown.
        entry_folders: where desktop entries are; the desktop's own by default.
    """
    window_class = window_class or None
    if pid is None or pid <= 0:
        return window_class
    process = proc / str(pid)
    units = _units(process)
    return (
        _flatpak(process, units)
        or _snap(units, window_class, entry_folders)
        or _started_as(units, window_class, entry_folders)
        or window_class
    )


def _units(process: Path) -> list[str]:
    """The systemd units a process is in, escaped, the innermost first."""
    try:
        lines = (process / "cgroup").read_text(errors="replace").splitlines()
    except OSError:
        return []
    paths = [line.split(":", 2)[-1] for line in lines if _is_systemd(line)]
    path = max(paths, key=len, default="")
    return list(reversed(path.split("/")))


def _is_systemd(line: str) -> bool:
    return line.startswith("0::") or ":name=systemd:" in line


def _flatpak(process: Path, units: list[str]) -> str | None:
    for unit in units:
        found = _FLATPAK.fullmatch(unit)
        if found:
            return _unescaped(found["id"])
    path = process / "root" / ".flatpak-info"
    try:
        if not path.is_file():
            return None
        with path.open(errors="replace") as info:
            lines = info.read(LARGEST_INFO).splitlines()
    except OSError:
        return None
    names = (line.partition("=")[2].strip() for line in lines if _is_name(line))
    return next(names, None) or None


def _is_name(line: str) -> bool:
    return line.partition("=")[0].strip() == "name"


def _snap(
    units: list[str], window_class: str | None, where: Iterable[Path] | None
) -> str | None:
    for unit in units:
        found = _SNAP.fullmatch(unit) or _SNAP_SERVICE.fullmatch(unit)
        if found and window_class:
            snap, app = found["snap"], found["app"]
            entry = by_id(f"{snap}_{app}", where)
            if entry and _looks_like(window_class, entry):
                return entry.id
            # Snaps without confinement hold whatever was started from them.
            if window_class.lower() in (snap.lower(), app.lower()):
                return entry.id if entry else snap
    return None


def _started_as(
    units: list[str], window_class: str | None, where: Iterable[Path] | None
) -> str | None:
    if not window_class:
        return None
    for unit in units:
        found = _SCOPE.fullmatch(unit) or _SERVICE.fullmatch(unit)
        for app in _candidates(found["rest"]) if found else ():
            entry = by_id(app, where)
            if entry and _looks_like(window_class, entry):
                return entry.id
    return None


def _candidates(rest: str) -> list[str]:
    """What may be the id in ``[LAUNCHER-]ID``, where not all escape the hyphens."""
    _, hyphen, after = rest.partition("-")
    return [_unescaped(each) for each in ([after, rest] if hyphen else [rest])]


def _looks_like(window_class: str, entry: DesktopEntry) -> bool:
    names = {entry.id, entry.id.rpartition(".")[2]}
    names |= {entry.startup_wm_class or "", entry.exec_basename or ""}
    return window_class.lower() in {name.lower() for name in names if name}


def _unescaped(unit: str) -> str:
    """Undo systemd's escapes, which stand for the bytes of UTF-8."""
    return _ESCAPES.sub(_decoded, unit)


def _decoded(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("\\x", "")).decode("utf-8", "replace")
