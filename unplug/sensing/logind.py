"""Lock, fast user switching, sleep and idle inhibitors, as logind tells them."""

import os

from jeepney import DBusAddress, FileDescriptor, Properties, new_method_call

from unplug.sensing.bus.connection import Bus, system_bus
from unplug.sensing.bus.messages import CallFailedError, Heard, variants
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.facts import Inhibited, Locked, Sleep, Unlocked, Wake
from unplug.sensing.source import SensingOptions, SourceUnavailableError

BY_LOGIND = "logind"
BY_USER_SWITCH = "user-switch"
_LOGIN = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", _LOGIN, f"{_LOGIN}.Manager")
_SESSION = f"{_LOGIN}.Session"
_WHY = "to note the time before the machine sleeps"
_INHIBIT = ("sleep", "unplug", _WHY, "delay")


class LogindSource(BusSource):
    """The session's lock and the machine's sleep.

    The screen counts as locked from a Lock signal to an Unlock signal, and while the
    locker says so by LockedHint; many a locker only does one of the two, and a hint
    that is taken back ends a Lock signal, too: the password was typed.

    A delay inhibitor holds back sleep from the beginning. After ``Sleep()`` has been
    said, ``settled()`` lets go of it; it is taken again when the machine is back.
    """

    name = "logind"

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus)
        self._owner = ""
        self._session: DBusAddress | None = None
        self._inhibitor: FileDescriptor | None = None
        self._hinted = self._signalled = self._asleep = False
        self._said: dict[str, bool] = {}
        self._idle_held: bool | None = None

    @property
    def delays_sleep(self) -> bool:
        """Whether the machine waits for ``settled()`` before it sleeps."""
        return self._inhibitor is not None

    def settled(self) -> None:
        """All is written down: the machine may sleep now."""
        if self._asleep:
            self._release()

    def close(self) -> None:
        """Leave the bus and let the machine sleep."""
        self._release()
        super().close()

    def _begin(self) -> None:
        path = find_session(self._bus)
        manager = {"sender": _LOGIN, "path": _MANAGER.object_path}
        self._bus.watch(**manager, member="PrepareForSleep")
        self._bus.watch(**manager, member="PropertiesChanged")
        if path:
            self._session = DBusAddress(path, _LOGIN, _SESSION)
            self._bus.watch(sender=_LOGIN, path=path)
        self._bus.follow(_LOGIN, self._owner_changed)

    def _owner_changed(self, _name: str, owner: str) -> None:
        # Between two lives of logind nobody sleeps, and a lock stays a lock.
        self._owner = owner
        self._sleep_over()
        if owner:
            self._ask_present()
            self._take_inhibitor()

    def _ask_present(self) -> None:
        ask = Properties(_MANAGER).get("BlockInhibited")
        self._bus.ask(ask, "v", self._take_blocked)
        if self._session:
            ask = Properties(self._session).get_all()
            self._bus.ask(ask, "a{sv}", self._take_session)

    def _take_inhibitor(self) -> None:
        message = new_method_call(_MANAGER, "Inhibit", "ssss", _INHIBIT)
        self._bus.ask(message, "h", self._keep_inhibitor)

    def _keep_inhibitor(self, body: Body) -> None:
        self._release()
        (self._inhibitor,) = body
        if self._asleep:  # too late for this sleep
            self._release()

    def _release(self) -> None:
        if self._inhibitor is not None:
            self._inhibitor.close()
            self._inhibitor = None

    def _hear(self, heard: Heard) -> None:
        if heard.sender != self._owner:
            return
        match heard.member, heard.body:
            case "Lock", ():
                self._signalled = True
                self._tell_lock()
            case "Unlock", ():
                self._signalled = False
                self._tell_lock()
            case "PrepareForSleep", (bool(begins),):
                self._sleep_begins() if begins else self._sleep_ends()
            case "PropertiesChanged", (str(interface), dict(values), list(gone)):
                self._take_change(interface, values, gone)

    def _sleep_begins(self) -> None:
        if not self._asleep:
            self._asleep = True
            self._say(Sleep())

    def _sleep_ends(self) -> None:
        self._sleep_over()
        if self._inhibitor is None:
            self._take_inhibitor()

    def _sleep_over(self) -> None:
        if self._asleep:
            self._asleep = False
            self._say(Wake())

    def _take_change(
        self, interface: str, values: dict[str, Body], gone: list[str]
    ) -> None:
        if interface == _SESSION:
            self._take_session((values,))
        elif interface == _MANAGER.interface and "BlockInhibited" in values:
            self._take_blocked((values["BlockInhibited"],))
        if {"BlockInhibited", "Active", "LockedHint"} & set(gone):
            self._ask_present()

    def _take_blocked(self, body: Body) -> None:
        match body:
            case (("s", str(what)),):
                self._tell_idle(held="idle" in what.split(":"))

    def _take_session(self, body: Body) -> None:
        values = variants(body[0])
        active, hinted = values.get("Active"), values.get("LockedHint")
        if isinstance(active, bool):
            self._tell(BY_USER_SWITCH, held=not active)
        if isinstance(hinted, bool):
            if self._hinted and not hinted:
                self._signalled = False
            self._hinted = hinted
            self._tell_lock()

    def _tell_lock(self) -> None:
        self._tell(BY_LOGIND, held=self._signalled or self._hinted)

    def _tell(self, by: str, *, held: bool) -> None:
        if self._said.get(by) is not held:
            self._said[by] = held
            self._say(Locked(by) if held else Unlocked(by))

    def _tell_idle(self, *, held: bool) -> None:
        if self._idle_held is not held:
            self._idle_held = held
            self._say(Inhibited(held, BY_LOGIND))

    def _let_go(self) -> None:
        self._release()
        self._sleep_over()
        for by in self._said:
            self._tell(by, held=False)
        if self._idle_held:
            self._tell_idle(held=False)


def find_session(bus: Bus) -> str:
    """The object of the desktop session this process belongs to; empty for none.

    Args:
        bus: the system bus.

    Raises:
        SourceUnavailableError: there is no logind.
    """
    todo = "install systemd-logind or elogind"
    if not bus.owner(_LOGIN):
        _wake_up(bus, todo)
    named = os.environ.get("XDG_SESSION_ID", "")
    for method, signature, argument in (
        ("GetSession", "s", named),
        ("GetSessionByPID", "u", os.getpid()),
    ):
        message = new_method_call(_MANAGER, method, signature, (argument,))
        if not argument:
            continue
        try:
            (path,) = bus.call(message, "o")
        except CallFailedError:
            continue
        return str(path)
    return _display_session(bus)


def _wake_up(bus: Bus, todo: str) -> None:
    ping = DBusAddress(_MANAGER.object_path, _LOGIN, "org.freedesktop.DBus.Peer")
    try:
        bus.call(new_method_call(ping, "Ping"))
    except CallFailedError as error:
        failed = "cannot hear about lock and sleep"
        raise SourceUnavailableError(failed, "no logind", todo) from error


def _display_session(bus: Bus) -> str:
    """What a service of the user manager belongs to: the user's graphical session."""
    try:
        message = new_method_call(_MANAGER, "GetUser", "u", (os.getuid(),))
        (user,) = bus.call(message, "o")
        address = DBusAddress(user, _LOGIN, f"{_LOGIN}.User")
        ((_, (_, path)),) = bus.call(Properties(address).get("Display"), "v")
    except (CallFailedError, ValueError, TypeError):
        return ""
    return path if isinstance(path, str) and path.strip("/") else ""


def open_session(_options: SensingOptions) -> LogindSource:
    """Listen to logind on the system bus.

    Raises:
        SourceUnavailableError: no system bus, or no logind on it.
    """
    return started(LogindSource(system_bus(descriptors=True)))
