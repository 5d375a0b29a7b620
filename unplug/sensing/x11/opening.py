"""What X11 offers: the focused window, and input; nothing is polled.

The client is imported only where X11 is really used.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from unplug.sensing.source import (
    SensingOptions,
    Source,
    SourceLostError,
    SourceUnavailableError,
)

if TYPE_CHECKING:
    from unplug.sensing.x11.connection import X11Connection


def open_focus(options: SensingOptions) -> Source:
    """Watch the focused window.

    Raises:
        SourceUnavailableError: there is no X server, or it sees only a part of the
            desktop.
    """
    display = _display()
    from unplug.sensing.x11.focus import X11Focus  # noqa: PLC0415  (see above)

    return _opened(display, lambda x: X11Focus(x, titles=options.titles))


def open_idle(options: SensingOptions) -> Source:
    """Watch for input that stays away for ``options.idle_after_ms``, and comes back.

    Raises:
        SourceUnavailableError: there is no X server, it sees only a part of the
            desktop, or it does not count idle time.
    """
    display = _display()
    from unplug.sensing.x11.idle import IdleAlarms, X11Idle  # noqa: PLC0415

    after_ms = options.idle_after_ms
    return _opened(display, lambda x: X11Idle(IdleAlarms(x, after_ms), after_ms))


def _opened(display: str, make: Callable[["X11Connection"], Source]) -> Source:
    from unplug.sensing.x11.connection import connect  # noqa: PLC0415

    connection = connect(display)
    try:
        _refuse_xwayland(connection, display)
        return make(connection)
    except SourceLostError as error:
        connection.close()
        raise SourceUnavailableError(error.failed, error.value) from error
    except BaseException:
        connection.close()
        raise


def _refuse_xwayland(connection: "X11Connection", display: str) -> None:
    if connection.extension("XWAYLAND") is not None:
        failed, todo = "X11 sees only a part of this desktop", "log in to X11"
        raise SourceUnavailableError(failed, f"{display} is Xwayland", todo)


def _display() -> str:
    """The X server of this desktop, as ``DISPLAY`` names it."""
    display = os.environ.get("DISPLAY", "")
    if not display:
        failed, value = "no X server to ask", "DISPLAY is not set"
        todo = "start unplug from inside the desktop session"
        raise SourceUnavailableError(failed, value, todo)
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland:
        # Xwayland knows only the windows and the input of X programs.
        failed, value = "X11 sees only a part of this desktop", f"Wayland ({wayland})"
        todo = "use what the Wayland desktop offers, or log in to an X11 session"
        raise SourceUnavailableError(failed, value, todo)
    return display
