"""What X11 offers: the focused window, and input; nothing is polled.

The binding costs 60 ms and 9 MB, so it is imported only where X11 is really used.
"""

import os
from typing import TYPE_CHECKING

from unplug.sensing.source import SensingOptions, Source, SourceUnavailableError

if TYPE_CHECKING:
    from unplug.sensing.x11_connection import X11Connection


def open_focus(options: SensingOptions) -> Source:
    """Watch the focused window.

    Raises:
        SourceUnavailableError: there is no X server, or it sees only a part of the
            desktop.
    """
    connection = _connect()
    from unplug.sensing.x11_focus import X11Focus  # noqa: PLC0415  (see above)

    try:
        return X11Focus(connection, titles=options.titles)
    except BaseException:
        connection.close()
        raise


def open_idle(options: SensingOptions) -> Source:
    """Watch for input that stays away for ``options.idle_after_ms``, and comes back.

    Raises:
        SourceUnavailableError: there is no X server, it sees only a part of the
            desktop, or it does not count idle time.
    """
    connection = _connect()
    from unplug.sensing.x11_idle import IdleAlarms, X11Idle  # noqa: PLC0415

    try:
        alarms = IdleAlarms(connection, options.idle_after_ms)
        return X11Idle(alarms, options.idle_after_ms)
    except BaseException:
        connection.close()
        raise


def _connect() -> "X11Connection":
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
    try:
        from unplug.sensing.x11_connection import X11Connection  # noqa: PLC0415
    except (ImportError, OSError) as error:
        failed, todo = "cannot load the X11 library", "install libxcb1 and xcffib"
        raise SourceUnavailableError(failed, error, todo) from error
    return X11Connection(display)
