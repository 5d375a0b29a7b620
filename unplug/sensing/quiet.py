"""Whether do-not-disturb is on, on whichever desktop this is."""

import os

from jeepney import DBusAddress, Properties, new_method_call

from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import Heard, variants
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.holders import Holders
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions

_SERVER = "org.freedesktop.Notifications"
_SERVER_PATH = "/org/freedesktop/Notifications"
_DUNST = "org.dunstproject.cmd0"
_XFCONF = "org.xfce.Xfconf"
_XFCONF_PATH = "/org/xfce/Xfconf"
_XFCE_SWITCH = ("xfce4-notifyd", "/do-not-disturb")
_DCONF = "ca.desrt.dconf.Writer"
_GNOME_KEY = "/org/gnome/desktop/notifications/show-banners"
_GNOME_SETTING = ("org.gnome.desktop.notifications", "show-banners")
_TIMEOUT_S = 2.0

PLASMA, DUNST, XFCE, GNOME = "plasma", "dunst", "xfce4-notifyd", "gnome"


class QuietSource(BusSource):
    """Do-not-disturb, by all the ways desktops have of telling it.

    Plasma and dunst tell it as a property of their notification service, Xfce by its
    settings. GNOME only tells that the setting was touched; what it is then is read by
    GNOME's own tool, once for each touch.

    Args:
        bus: the session bus.
        gnome: whether this is GNOME, whose tool is started at once then.
    """

    name = "do-not-disturb"

    def __init__(self, bus: Bus, *, gnome: bool = False) -> None:
        super().__init__(bus)
        self._gnome = gnome
        self._owners: dict[str, str] = {}
        self._on: set[str] = set()
        self._holders = Holders()

    def _begin(self) -> None:
        self._bus.watch(member="PropertiesChanged", path=_SERVER_PATH)
        self._bus.watch(interface=_XFCONF, path=_XFCONF_PATH, arg0=_XFCE_SWITCH[0])
        self._bus.follow(_SERVER, self._owner_changed)
        self._bus.follow(_XFCONF, self._owner_changed)
        if self._gnome:
            self._bus.watch(interface=_DCONF, member="Notify")
            self._turn(GNOME, on=_gnome_is_quiet())

    def _owner_changed(self, name: str, owner: str) -> None:
        self._owners[name] = owner
        for by in (PLASMA, DUNST) if name == _SERVER else (XFCE,):
            self._turn(by, on=False)
        if owner and name == _SERVER:
            self._ask_server(owner, _SERVER, "Inhibited", PLASMA)
            self._ask_server(owner, _DUNST, "paused", DUNST)
        elif owner:
            where = DBusAddress(_XFCONF_PATH, owner, _XFCONF)
            message = new_method_call(where, "GetProperty", "ss", _XFCE_SWITCH)
            self._bus.ask(message, "v", lambda body: self._take(XFCE, body))

    def _ask_server(self, owner: str, interface: str, what: str, by: str) -> None:
        where = DBusAddress(_SERVER_PATH, owner, interface)
        message = Properties(where).get(what)
        self._bus.ask(message, "v", lambda body: self._take(by, body))

    def _take(self, by: str, body: Body) -> None:
        match body:
            case ((_, bool(on)),):
                self._turn(by, on=on)

    def _hear(self, heard: Heard) -> None:
        match heard.member, heard.body:
            case "PropertiesChanged", (str(interface), dict(values), list()):
                if heard.sender == self._owners.get(_SERVER):
                    self._take_properties(interface, variants(values))
            case "PropertyChanged", (str(channel), str(setting), (_, bool(on))):
                if self._is_switch(heard, channel, setting):
                    self._turn(XFCE, on=on)
            case "PropertyRemoved", (str(channel), str(setting)):
                if self._is_switch(heard, channel, setting):
                    self._turn(XFCE, on=False)
            case "Notify", (str(prefix), list(changes), str()):
                if any(prefix + change == _GNOME_KEY for change in changes or [""]):
                    self._turn(GNOME, on=_gnome_is_quiet())

    def _take_properties(self, interface: str, values: dict[str, object]) -> None:
        known = {(_SERVER, "Inhibited"): PLASMA, (_DUNST, "paused"): DUNST}
        for what, value in values.items():
            by = known.get((interface, what))
            if by and isinstance(value, bool):
                self._turn(by, on=value)

    def _is_switch(self, heard: Heard, channel: str, setting: str) -> bool:
        ours = heard.sender == self._owners.get(_XFCONF)
        return ours and (channel, setting) == _XFCE_SWITCH

    def _turn(self, by: str, *, on: bool) -> None:
        (self._on.add if on else self._on.discard)(by)
        held = ((Reason.DO_NOT_DISTURB, by) for by in self._on)
        for fact in self._holders.news(held):
            self._say(fact)

    def _let_go(self) -> None:
        for by in tuple(self._on):
            self._turn(by, on=False)


def _gnome_is_quiet() -> bool:
    import subprocess  # noqa: PLC0415  (on GNOME only)

    try:
        done = subprocess.run(  # noqa: S603  (our own words)
            ("gsettings", "get", *_GNOME_SETTING),  # noqa: S607  (wherever it is)
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.stdout.strip() == "false"


def open_quiet(_options: SensingOptions) -> QuietSource:
    """Listen to the session bus for do-not-disturb.

    Raises:
        SourceUnavailableError: there is no session bus.
    """
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    gnome = bool({"GNOME", "Budgie"}.intersection(desktops))
    return started(QuietSource(session_bus(), gnome=gnome))
