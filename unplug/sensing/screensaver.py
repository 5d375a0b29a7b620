"""The screen saver of the desktop, by whichever of its names it goes."""

from jeepney import DBusAddress, new_method_call

from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.facts import Locked, Unlocked
from unplug.sensing.source import SensingOptions

BY_SCREENSAVER = "screensaver"
_OLD_PATH = "/ScreenSaver"
NAMES = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class ScreenSaverSource(BusSource):
    """Whether a screen saver covers the screen.

    A screen saver may start later than we do, so none at present is no reason to
    refuse. One program often goes by two names; the screen counts as locked while any
    of them says that it is active, and a program that vanishes covers nothing.
    """

    name = "screen saver"

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus)
        self._owners: dict[str, str] = {}
        self._active: set[str] = set()
        self._started = False
        self._said: bool | None = None

    def start(self) -> None:
        """Ask every screen saver there is, then say what that comes to."""
        super().start()
        self._started = True
        self._tell()

    def _begin(self) -> None:
        for name in NAMES:
            self._bus.watch(interface=name, member="ActiveChanged")
            self._bus.follow(name, self._owner_changed)

    def _owner_changed(self, name: str, owner: str) -> None:
        self._owners[name] = owner
        self._active.discard(name)
        if owner:
            self._ask(name, owner, "/" + name.replace(".", "/"), _OLD_PATH)
        self._tell()

    def _ask(self, name: str, owner: str, path: str, *others: str) -> None:
        # To the owner itself: a name would be started again if it has just gone.
        message = new_method_call(DBusAddress(path, owner, name), "GetActive")
        self._bus.ask(
            message,
            "b",
            lambda body: self._take(name, owner, body),
            (lambda: self._ask(name, owner, *others)) if others else None,
        )

    def _hear(self, heard: Heard) -> None:
        if heard.member == "ActiveChanged" and heard.interface in NAMES:
            self._take(heard.interface, heard.sender, heard.body)

    def _take(self, name: str, owner: str, body: Body) -> None:
        if self._owners.get(name) != owner:
            return
        match body:
            case (True,):
                self._active.add(name)
            case (False,):
                self._active.discard(name)
        self._tell()

    def _tell(self) -> None:
        active = bool(self._active)
        if self._started and self._said is not active:
            self._said = active
            self._say(Locked(BY_SCREENSAVER) if active else Unlocked(BY_SCREENSAVER))

    def _let_go(self) -> None:
        self._active.clear()
        self._tell()


def open_session(_options: SensingOptions) -> ScreenSaverSource:
    """Listen to screen savers on the session bus.

    Raises:
        SourceUnavailableError: there is no session bus.
    """
    return started(ScreenSaverSource(session_bus()))
