"""Monitors off, and the lock; both are the desktop's own, and one touch ends the first.

Nothing here may leave a dark screen behind. Where input lights the monitors again by
itself (X11, Plasma, the screen savers), we only ask. Where it does not (sway), a small
guard of our own waits beside us and lights them as soon as we say so, or are gone.
"""

import logging
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from jeepney import DBusAddress, Message, MessageFlag, new_method_call

from unplug.acting.desk import Desk
from unplug.acting.programs import run
from unplug.sensing.bus.wire import Body

if TYPE_CHECKING:
    import subprocess

SAVERS: tuple[tuple[str, str], ...] = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
_LOGIND = DBusAddress(
    "/org/freedesktop/login1/session/auto",
    "org.freedesktop.login1",
    "org.freedesktop.login1.Session",
)
_GUARD = """
trap '' INT TERM HUP
swaymsg -q "output * dpms off"
cat >/dev/null
swaymsg -q "output * dpms on"
"""

log = logging.getLogger(__name__)


class Screens(Protocol):
    """The monitors and the lock."""

    def off(self) -> None:
        """Switch the monitors off until there is input."""

    def on(self) -> None:
        """There is input, or the session is over: let there be light."""

    def lock(self) -> None:
        """Have the desktop lock the screen."""


class DesktopScreens:
    """Monitors and lock by what this desktop offers.

    Args:
        session: the session bus.
        system: the system bus.
        dark: switches the monitors off, or says that it cannot.
        light: switches them on where input does not do it.
    """

    def __init__(
        self,
        *,
        session: Desk,
        system: Desk,
        dark: Callable[[], bool],
        light: Callable[[], None],
    ) -> None:
        self._session = session
        self._system = system
        self._dark = dark
        self._light = light

    def off(self) -> None:
        """Switch the monitors off until there is input."""
        if not self._dark():
            self._ask_savers("SetActive", "b", (True,), then=_unable_to_darken)

    def on(self) -> None:
        """There is input, or the session is over: let there be light."""
        self._light()

    def lock(self) -> None:
        """Have the desktop lock the screen."""

        def logind() -> None:
            # It passes the wish on, and cannot know whether anybody listens.
            message = new_method_call(_LOGIND, "Lock")
            self._system.ask(message, "", lambda _body: None, _unable_to_lock)

        self._ask_savers("Lock", None, (), then=logind)

    def _ask_savers(
        self,
        member: str,
        signature: str | None,
        values: Body,
        *,
        then: Callable[[], None],
    ) -> None:
        """Ask one screen saver after the other, until one agrees."""

        def ask(rest: tuple[tuple[str, str], ...]) -> None:
            if not rest:
                then()
                return
            (name, path), *others = rest
            message = new_method_call(
                DBusAddress(path, name, name), member, signature, values
            )
            self._session.ask(
                _only_if_running(message),
                "",
                lambda _body: None,
                lambda: ask(tuple(others)),
            )

        ask(SAVERS)


class SwayGuard:
    """Sway's monitors, dark only as long as somebody here wants them dark.

    The guard is another process that waits for our end of a pipe to close: whatever
    ends us closes it.
    """

    def __init__(self) -> None:
        self._guard: subprocess.Popen[bytes] | None = None

    def dark(self) -> bool:
        """Switch all outputs off."""
        import subprocess  # noqa: PLC0415  (seldom)

        if self._guard is not None and self._guard.poll() is None:
            return True
        try:
            self._guard = subprocess.Popen(  # noqa: S603  (our own words)
                ("sh", "-c", _GUARD),  # noqa: S607  (where it is, the system knows)
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is meant for us
            )
        except OSError as error:
            log.warning("cannot switch the monitors off: %s", error)
            return False
        return True

    def light(self) -> None:
        """Switch them on again."""
        guard, self._guard = self._guard, None
        if guard is None or guard.stdin is None:
            return
        with suppress(OSError):
            guard.stdin.close()
        from subprocess import TimeoutExpired  # noqa: PLC0415  (loaded already)

        try:
            guard.wait(2.0)
        except TimeoutExpired:
            log.warning("the monitors are slow to come back")


def desktop_screens(
    session: Desk, system: Desk, environ: Mapping[str, str] = os.environ
) -> DesktopScreens:
    """The monitors and the lock of the desktop that the environment names."""
    dark: Callable[[], bool] = _cannot
    light: Callable[[], None] = _need_not
    if environ.get("SWAYSOCK"):
        guard = SwayGuard()
        dark, light = guard.dark, guard.light
    elif "KDE" in environ.get("XDG_CURRENT_DESKTOP", "").split(":"):
        dark = _by_kscreen
    elif environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        dark = _by_dpms
    return DesktopScreens(session=session, system=system, dark=dark, light=light)


def _cannot() -> bool:
    return False


def _need_not() -> None:
    """Input lights them by itself."""


def _by_kscreen() -> bool:
    return run("kscreen-doctor", "--dpms", "off") is not None


def _by_dpms() -> bool:
    return run("xset", "dpms", "force", "off") is not None


def _only_if_running(message: Message) -> Message:
    message.header.flags |= MessageFlag.no_auto_start
    return message


def _unable_to_darken() -> None:
    log.info("nothing here switches the monitors off")


def _unable_to_lock() -> None:
    log.warning("nothing here locks the screen")
