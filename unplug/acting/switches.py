"""The switches for do-not-disturb that desktops keep where a crash would leave them."""

from collections.abc import Callable
from typing import Any, Protocol

from jeepney import DBusAddress, Message, Properties, new_method_call

from unplug.acting.desk import Desk
from unplug.acting.programs import run
from unplug.sensing.bus.wire import Body

_XFCONF = DBusAddress("/org/xfce/Xfconf", "org.xfce.Xfconf", "org.xfce.Xfconf")
_XFCE_SWITCH = ("xfce4-notifyd", "/do-not-disturb")
_DUNST = DBusAddress(
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
    "org.dunstproject.cmd0",
)
_SWAYNC = DBusAddress(
    "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc", "org.erikreider.swaync.cc"
)

Taken = Callable[[bool | None], None]
Failed = Callable[[], None]


class Switch(Protocol):
    """Do-not-disturb as one desktop keeps it; None stands for "never set"."""

    def read(self, then: Taken, failed: Failed) -> None:
        """Find out whether it is on."""

    def write(
        self, then: Callable[[], None], failed: Failed, *, quiet: bool | None
    ) -> None:
        """Set it, or make it "never set" again."""


class XfceSwitch:
    """xfce4-notifyd's, kept by xfconf."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, then: Taken, failed: Failed) -> None:
        """Find out whether it is on."""

        def absent() -> None:
            # The error for "never set" is the same as for many others: ask differently.
            message = new_method_call(_XFCONF, "PropertyExists", "ss", _XFCE_SWITCH)
            self._desk.ask(message, "b", lambda _body: then(None), failed)

        message = new_method_call(_XFCONF, "GetProperty", "ss", _XFCE_SWITCH)
        self._desk.ask(message, "v", _into(then), absent)

    def write(
        self, then: Callable[[], None], failed: Failed, *, quiet: bool | None
    ) -> None:
        """Set it, or make it "never set" again."""
        if quiet is None:
            body: Body = (*_XFCE_SWITCH, False)
            message = new_method_call(_XFCONF, "ResetProperty", "ssb", body)
        else:
            body = (*_XFCE_SWITCH, ("b", quiet))
            message = new_method_call(_XFCONF, "SetProperty", "ssv", body)
        self._desk.ask(message, "", lambda _body: then(), failed)


class DunstSwitch:
    """dunst's pause, which it forgets when it ends."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, then: Taken, failed: Failed) -> None:
        """Find out whether it is on."""
        self._desk.ask(Properties(_DUNST).get("paused"), "v", _into(then), failed)

    def write(
        self, then: Callable[[], None], failed: Failed, *, quiet: bool | None
    ) -> None:
        """Set it."""
        message = Properties(_DUNST).set("paused", "b", bool(quiet))
        self._desk.ask(message, "", lambda _body: then(), failed)


class SwayncSwitch:
    """SwayNotificationCenter's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, then: Taken, failed: Failed) -> None:
        """Find out whether it is on."""
        message = new_method_call(_SWAYNC, "GetDnd")
        self._desk.ask(message, "b", lambda body: then(bool(body[0])), failed)

    def write(
        self, then: Callable[[], None], failed: Failed, *, quiet: bool | None
    ) -> None:
        """Set it."""
        message = new_method_call(_SWAYNC, "SetDnd", "b", (bool(quiet),))
        self._desk.ask(message, "", lambda _body: then(), failed)


class SettingSwitch:
    """A desktop's that is kept by GSettings, which only its own tool writes.

    Args:
        schema: where it is kept.
        key: the setting.
        quiet: what the setting is while nothing is to disturb.
    """

    def __init__(self, schema: str, key: str, *, quiet: bool) -> None:
        self._setting = (schema, key)
        self._quiet = quiet

    def read(self, then: Taken, failed: Failed) -> None:
        """Find out whether it is on."""
        said = run("gsettings", "get", *self._setting)
        if said in ("true", "false"):
            then((said == "true") is self._quiet)
        else:
            failed()

    def write(
        self, then: Callable[[], None], failed: Failed, *, quiet: bool | None
    ) -> None:
        """Set it."""
        setting = "true" if bool(quiet) is self._quiet else "false"
        if run("gsettings", "set", *self._setting, setting) is None:
            failed()
        else:
            then()


def _gnome(_desk: Desk) -> Switch:
    schema = "org.gnome.desktop.notifications"
    return SettingSwitch(schema, "show-banners", quiet=False)


def _cinnamon(_desk: Desk) -> Switch:
    schema = "org.cinnamon.desktop.notifications"
    return SettingSwitch(schema, "display-notifications", quiet=False)


def _mate(_desk: Desk) -> Switch:
    return SettingSwitch("org.mate.NotificationDaemon", "do-not-disturb", quiet=True)


def switch_named(name: str, desk: Desk) -> Switch | None:
    """The switch of a notification service; None: it has none.

    Args:
        name: what ``GetServerInformation`` says, in any case.
        desk: the session bus.
    """
    make = _SWITCHES.get(name.casefold())
    return make(desk) if make is not None else None


def server_information() -> Message:
    """The question which notification service this is; it answers ``ssss``."""
    return new_method_call(_SERVER, "GetServerInformation")


_SERVER = DBusAddress(
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
    "org.freedesktop.Notifications",
)


_SWITCHES: dict[str, Callable[[Desk], Switch]] = {
    "xfce notify daemon": XfceSwitch,
    "dunst": DunstSwitch,
    "swaync": SwayncSwitch,
    "swaynotificationcenter": SwayncSwitch,
    **dict.fromkeys(("gnome-shell", "budgie notification server"), _gnome),
    "cinnamon": _cinnamon,
    "notification daemon": _mate,
}


def _into(then: Taken) -> Callable[[Body], None]:
    def take(body: Body) -> None:
        value: Any = body[0][1]
        then(value if isinstance(value, bool) else None)

    return take
