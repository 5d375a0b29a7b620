"""Choosing sources by what this desktop offers; nothing is imported before its turn."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from unplug.sensing.source import (
    SensingOptions,
    Signal,
    Source,
    SourceUnavailableError,
)

Opener = Callable[[SensingOptions], Source]

_WAYLAND = {
    Signal.FOCUS: ("wayland.wlroots.open_focus", "kwin.open_focus", "gnome.open_focus"),
    Signal.IDLE: ("wayland.idle.open_idle", "gnome.open_idle"),
}
_X11 = {
    Signal.FOCUS: ("x11.opening.open_focus",),
    Signal.IDLE: ("x11.opening.open_idle", "gnome.open_idle"),
}
_LINUX = {
    Signal.SESSION: ("logind.open_session", "screensaver.open_session"),
    Signal.MEDIA: ("media.open_media",),
    Signal.TIME: ("time_changes.open_time",),
    Signal.CAMERA: ("camera.open_camera",),
    Signal.MICROPHONE: ("microphone.open_microphone",),
    Signal.SHARING: ("sharing.open_sharing",),
    Signal.QUIET: ("quiet.open_quiet",),
    Signal.PRESENTING: ("presenting.open_presenting",),
    Signal.POWER: ("power.open_power",),
}
# One source tells everything there, so it stands with the signal needed most.
_WINDOWS = {Signal.FOCUS: ("windows.source.open_windows",)}
_MACOS = {Signal.FOCUS: ("macos.source.open_macos",)}
_TOGETHER = frozenset({Signal.SESSION})
"""Signals that every source that opens adds to; the others take the first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who serves a signal here.

    Attributes:
        signal: what is served.
        sources: who serves it; empty when nobody does.
        missed: why the others do not, and how to get them.
    """

    signal: Signal
    sources: tuple[Source, ...]
    missed: tuple[SourceUnavailableError, ...]


def choose(signal: Signal, options: SensingOptions) -> Choice:
    """Open the best sources that this desktop offers for a signal."""
    opened: list[Source] = []
    missed: list[SourceUnavailableError] = []
    for name in candidates(signal, sys.platform, os.environ):
        try:
            opened.append(_opener(name)(options))
        except SourceUnavailableError as error:
            missed.append(error)
            continue
        if signal not in _TOGETHER:
            break
    return Choice(signal, tuple(opened), tuple(missed))


def candidates(
    signal: Signal, platform: str, environ: Mapping[str, str]
) -> tuple[str, ...]:
    """The sources to try for a signal, best first, as ``module.function``.

    On a Wayland desktop X11 is left out: it would see some windows and miss others.
    """
    if platform == "win32":
        return _WINDOWS.get(signal, ())
    if platform == "darwin":
        return _MACOS.get(signal, ())
    display = _WAYLAND if environ.get("WAYLAND_DISPLAY") else _X11
    return display.get(signal, ()) or _LINUX.get(signal, ())


def _opener(name: str) -> Opener:
    module, _, function = name.rpartition(".")
    opener: Opener = getattr(import_module(f"unplug.sensing.{module}"), function)
    return opener
