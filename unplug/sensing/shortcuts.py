"""Keys that work everywhere: the desktop portal asks the user for them."""

import logging
import secrets
from collections.abc import Callable
from enum import StrEnum

from jeepney import DBusAddress, Message, new_method_call

from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import CallFailedError, Heard, variants
from unplug.sensing.bus.wire import Body
from unplug.sensing.source import SourceLostError, SourceUnavailableError

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"
_REGISTRY = "org.freedesktop.host.portal.Registry"
_GRANTED = 0

log = logging.getLogger(__name__)


class Shortcut(StrEnum):
    """What can be wished for from anywhere."""

    UNPLUG_NOW = "unplug-now"
    POSTPONE = "postpone"


class ShortcutSource:
    """The user's own keys for ``Shortcut``, whichever they chose.

    The first time, the desktop shows a dialog; so open it only when it is wanted.

    Args:
        bus: the session bus; closed with this source.
        labels: what each shortcut does, in the user's language.
        app_id: the name of our desktop entry.
    """

    name = "global shortcuts (portal)"

    def __init__(self, bus: Bus, labels: dict[Shortcut, str], *, app_id: str) -> None:
        self._bus = bus
        self._labels = labels
        self._app_id = app_id
        self._session = ""
        self._over = False
        self._waiting: dict[str, Callable[[dict[str, object]], None]] = {}
        self._pressed: list[Shortcut] = []

    @property
    def refused(self) -> bool:
        """Whether the desktop or the user said no."""
        return self._over

    def fileno(self) -> int:
        """The socket to the bus."""
        return self._bus.fileno()

    def start(self) -> None:
        """Ask for the keys; the desktop takes its time to answer.

        Raises:
            SourceUnavailableError: this desktop has no such portal.
        """
        failed = "keys that work everywhere are not offered here"
        todo = "bind keys to `unplug session start` in the desktop's own settings"
        version = new_method_call(
            DBusAddress(_PATH, _PORTAL, "org.freedesktop.DBus.Properties"),
            "Get",
            "ss",
            (_SHORTCUTS, "version"),
        )
        try:
            self._bus.call(version, "v")
        except CallFailedError as error:
            raise SourceUnavailableError(failed, error.value, todo) from error
        for member in ("Activated", "ShortcutsChanged"):
            self._bus.watch(interface=_SHORTCUTS, member=member, path=_PATH)
        self._bus.watch(interface=_REQUEST, member="Response")
        self._bus.watch(interface=_SESSION, member="Closed")
        self._introduce()
        self._request("CreateSession", "a{sv}", (), self._created, session=True)

    def dispatch(self) -> list[Shortcut]:
        """The shortcuts that were pressed.

        Raises:
            SourceLostError: the bus is gone, or the desktop took the keys back.
        """
        for heard in self._bus.receive_all():
            self._hear(heard)
        pressed, self._pressed = self._pressed, []
        if self._over and not pressed:
            failed = "keys that work everywhere are no longer offered"
            raise SourceLostError(failed)
        return pressed

    def close(self) -> None:
        """Give the keys back; safe to call twice."""
        self._bus.close()

    def _introduce(self) -> None:
        """Say who we are; older portals find it out by themselves."""
        where = DBusAddress(_PATH, _PORTAL, _REGISTRY)
        body: Body = (self._app_id, {})
        message = new_method_call(where, "Register", "sa{sv}", body)
        self._bus.ask(message, "", lambda _body: None)

    def _request(
        self,
        member: str,
        signature: str,
        body: Body,
        then: Callable[[dict[str, object]], None],
        *,
        session: bool = False,
    ) -> None:
        """Call the portal; its true answer is a signal of an object it names first."""
        token = f"unplug{secrets.token_hex(8)}"
        options = {"handle_token": ("s", token)}
        if session:
            options["session_handle_token"] = ("s", token)
        # Known before the call returns, so that no answer can come too early.
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        self._waiting[f"{_PATH}/request/{sender}/{token}"] = then
        message = _call(member, signature, (*body, options))

        def named(reply: Body) -> None:
            self._named(reply, then)

        self._bus.ask(message, "o", named, self._refuse)

    def _named(self, reply: Body, then: Callable[[dict[str, object]], None]) -> None:
        """Older portals choose another name for the object than the agreed one."""
        (path,) = reply
        if then in self._waiting.values():
            self._waiting[path] = then

    def _created(self, results: dict[str, object]) -> None:
        self._session = str(results.get("session_handle", ""))
        wanted = [
            (str(shortcut), {"description": ("s", label)})
            for shortcut, label in self._labels.items()
        ]
        body = (self._session, wanted, "")
        self._request("BindShortcuts", "oa(sa{sv})sa{sv}", body, self._bound)

    def _bound(self, results: dict[str, object]) -> None:
        log.info("global shortcuts: %s", results.get("shortcuts"))

    def _refuse(self) -> None:
        self._over = True

    def _hear(self, heard: Heard) -> None:
        match heard.member, heard.body:
            case "Response", (int(code), dict(results)):
                then = self._waiting.pop(heard.path, None)
                if then is None:
                    return
                self._waiting = {p: t for p, t in self._waiting.items() if t != then}
                if code == _GRANTED:
                    then(variants(results))
                else:
                    self._refuse()
            case "Activated", (str(session), str(shortcut), int(), dict()):
                if session == self._session and shortcut in set(Shortcut):
                    self._pressed.append(Shortcut(shortcut))
            case "Closed", _:
                if self._session and heard.path == self._session:
                    self._refuse()


def _call(member: str, signature: str, body: Body) -> Message:
    where = DBusAddress(_PATH, _PORTAL, _SHORTCUTS)
    return new_method_call(where, member, signature, body)


def open_shortcuts(labels: dict[Shortcut, str], *, app_id: str) -> ShortcutSource:
    """Ask the desktop for keys that work everywhere.

    Args:
        labels: what each shortcut does, in the user's language.
        app_id: the name of our desktop entry.

    Raises:
        SourceUnavailableError: there is no session bus, or no such portal on it.
    """
    source = ShortcutSource(session_bus(), labels, app_id=app_id)
    try:
        source.start()
    except SourceLostError as error:
        source.close()
        failed = "keys that work everywhere are not offered here"
        raise SourceUnavailableError(failed, error) from error
    except BaseException:
        source.close()
        raise
    return source
