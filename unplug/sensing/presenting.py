"""Whether somebody gives a presentation, as far as programs say so.

A program that keeps the screen on says why. Films do it too, so the reason has to
speak of a presentation, or the program to be one for that and nothing else. Xfce has a
switch for it.
"""

import re

from jeepney import DBusAddress, new_method_call

from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.holders import Holders
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions

_PLASMA = "org.kde.Solid.PowerManagement.PolicyAgent"
_PLASMA_PATH = "/org/kde/Solid/PowerManagement/PolicyAgent"
_GNOME = "org.gnome.SessionManager"
_GNOME_PATH = "/org/gnome/SessionManager"
_INHIBITOR = f"{_GNOME}.Inhibitor"
_XFCONF = "org.xfce.Xfconf"
_XFCONF_PATH = "/org/xfce/Xfconf"
_XFCE_SWITCH = ("xfce4-power-manager", "/xfce4-power-manager/presentation-mode")
_XFCE = "xfce4-power-manager"

_SAYS_SO = re.compile(r"\b(present(?:ing|ation)|slide ?show)", re.IGNORECASE)
_DOES_ONLY_THAT = re.compile(r"impress|pdfpc|pympress|impressive", re.IGNORECASE)


def is_presentation(app: str, reason: str) -> bool:
    """Whether a program that keeps the screen on for this reason shows slides."""
    return bool(_SAYS_SO.search(reason) or _DOES_ONLY_THAT.search(app))


class PresentingSource(BusSource):
    """Presentations, by Plasma's and GNOME's lists of inhibitors and Xfce's switch.

    Args:
        bus: the session bus.
    """

    name = "presentations"

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus)
        self._owners: dict[str, str] = {}
        self._plasma: frozenset[str] = frozenset()
        self._gnome: dict[str, str] = {}  # inhibitors that present, and their apps
        self._xfce = False
        self._holders = Holders()

    def _begin(self) -> None:
        self._bus.watch(interface=_PLASMA, path=_PLASMA_PATH)
        self._bus.watch(interface=_GNOME, path=_GNOME_PATH, member="InhibitorAdded")
        self._bus.watch(interface=_GNOME, path=_GNOME_PATH, member="InhibitorRemoved")
        self._bus.watch(interface=_XFCONF, path=_XFCONF_PATH, arg0=_XFCE_SWITCH[0])
        for name in (_PLASMA, _GNOME, _XFCONF):
            self._bus.follow(name, self._owner_changed)

    def _owner_changed(self, name: str, owner: str) -> None:
        self._owners[name] = owner
        if name == _PLASMA:
            self._plasma = frozenset()
            self._ask_plasma()
        elif name == _GNOME:
            self._gnome.clear()
            if owner:
                where = DBusAddress(_GNOME_PATH, owner, _GNOME)
                message = new_method_call(where, "GetInhibitors")
                self._bus.ask(message, "ao", self._take_gnome)
        else:
            self._xfce = False
            if owner:
                where = DBusAddress(_XFCONF_PATH, owner, _XFCONF)
                message = new_method_call(where, "GetProperty", "ss", _XFCE_SWITCH)
                self._bus.ask(message, "v", self._take_xfce)
        self._tell()

    def _ask_plasma(self) -> None:
        owner = self._owners[_PLASMA]
        if owner:
            where = DBusAddress(_PLASMA_PATH, owner, _PLASMA)
            message = new_method_call(where, "ListInhibitions")
            self._bus.ask(message, "a(ss)", self._take_plasma)

    def _take_plasma(self, body: Body) -> None:
        (listed,) = body
        self._plasma = frozenset(
            app for app, reason in listed if is_presentation(app, reason)
        )
        self._tell()

    def _take_gnome(self, body: Body) -> None:
        for path in body[0]:
            self._look_at(path)

    def _look_at(self, path: str) -> None:
        """Ask a new inhibitor of GNOME who it is, then why."""
        where = DBusAddress(path, self._owners[_GNOME], _INHIBITOR)

        def take_app(body: Body) -> None:
            app = str(body[0])

            def take_reason(body: Body) -> None:
                if is_presentation(app, str(body[0])):
                    self._gnome[path] = app
                    self._tell()

            self._bus.ask(new_method_call(where, "GetReason"), "s", take_reason)

        self._bus.ask(new_method_call(where, "GetAppId"), "s", take_app)

    def _take_xfce(self, body: Body) -> None:
        match body:
            case ((_, bool(on)),):
                self._xfce = on
                self._tell()

    def _hear(self, heard: Heard) -> None:
        if heard.sender != self._owners.get(heard.interface):
            return
        match heard.member, heard.body:
            case "InhibitionsChanged", _:
                self._ask_plasma()
            case "InhibitorAdded", (str(path),) if heard.signature == "o":
                self._look_at(path)
            case "InhibitorRemoved", (str(path),):
                self._gnome.pop(path, None)
            case "PropertyChanged", (_, str(setting), value):
                if setting == _XFCE_SWITCH[1]:
                    self._take_xfce((value,))
            case "PropertyRemoved", (_, str(setting)):
                self._xfce = self._xfce and setting != _XFCE_SWITCH[1]
        self._tell()

    def _tell(self) -> None:
        apps = {*self._plasma, *self._gnome.values(), *((_XFCE,) if self._xfce else ())}
        held = [(Reason.PRESENTING, app) for app in apps]
        for fact in self._holders.news(held):
            self._say(fact)

    def _let_go(self) -> None:
        self._plasma, self._xfce = frozenset(), False
        self._gnome.clear()
        self._tell()


def open_presenting(_options: SensingOptions) -> PresentingSource:
    """Listen to the session bus for presentations.

    Raises:
        SourceUnavailableError: there is no session bus.
    """
    return started(PresentingSource(session_bus()))
