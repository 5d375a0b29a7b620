"""GNOME: idleness from Mutter, and focus from our own small Shell extension."""

import contextlib
import shutil
from importlib.resources import as_file, files
from pathlib import Path

from jeepney import DBusAddress, Message, Properties, new_method_call

from unplug.errors import UnplugError
from unplug.sensing.app_ids import Identify, app_of
from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.facts import Active, Focus, Idle
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.titles import told

EXTENSION = "unplug@unplug.app"
_IDLE = "org.gnome.Mutter.IdleMonitor"
_MONITOR = DBusAddress("/org/gnome/Mutter/IdleMonitor/Core", _IDLE, _IDLE)
_FOCUS = "app.unplug.Focus"
_EXTENSION_OBJECT = DBusAddress("/app/unplug/Focus", _FOCUS, _FOCUS)
# Mutter's watch and its counter are read a moment apart; who came back in that moment
# has been idle for far less than this.
_SLACK_MS = 1_000


class GnomeIdleSource(BusSource):
    """Idleness by Mutter's idle monitor.

    Args:
        bus: the session bus.
        idle_after_ms: without input for this long, somebody is idle.
    """

    name = "GNOME idle monitor"
    patience_ms = 2_000

    def __init__(self, bus: Bus, idle_after_ms: int) -> None:
        super().__init__(bus)
        self._idle_after_ms = idle_after_ms
        self._idle_watch: int | None = None
        self._active_watch: int | None = None
        self._idle: bool | None = None

    def start(self) -> None:
        """Set the watches.

        Raises:
            SourceUnavailableError: nobody sets them for us.
        """
        super().start()
        if self._idle_watch is None:
            failed, todo = "cannot hear about idleness from GNOME", "log in to GNOME"
            raise SourceUnavailableError(failed, _IDLE, todo)

    def _begin(self) -> None:
        path = _MONITOR.object_path
        self._bus.watch(sender=_IDLE, path=path, member="WatchFired")
        self._bus.follow(_IDLE, self._owner_changed)

    def _owner_changed(self, _name: str, owner: str) -> None:
        self._idle_watch = self._active_watch = None
        if owner:
            message = _method("AddIdleWatch", "t", self._idle_after_ms)
            self._bus.ask(message, "u", self._keep_idle_watch)
            self._look()

    def _look(self) -> None:
        # The watch first: whoever comes back after the counter was read fires it.
        self._bus.ask(_method("AddUserActiveWatch"), "u", self._keep_active_watch)
        self._bus.ask(_method("GetIdletime"), "t", self._take_idle_time)

    def _keep_idle_watch(self, body: Body) -> None:
        (self._idle_watch,) = body

    def _keep_active_watch(self, body: Body) -> None:
        (self._active_watch,) = body

    def _take_idle_time(self, body: Body) -> None:
        (idle_ms,) = body
        if idle_ms + _SLACK_MS >= self._idle_after_ms:
            self._tell_idle(idle_ms)
            return
        if self._active_watch is not None:
            remove = _method("RemoveWatch", "u", self._active_watch)
            self._bus.ask(remove, "", lambda _body: None)
            self._active_watch = None
        self._tell_active()

    def _hear(self, heard: Heard) -> None:
        match heard.member, heard.body:
            case "WatchFired", (int(watch),) if watch == self._idle_watch:
                self._look()
            case "WatchFired", (int(watch),) if watch == self._active_watch:
                self._active_watch = None
                self._tell_active()

    def _tell_idle(self, idle_ms: int) -> None:
        if self._idle is not True:
            self._idle = True
            self._say(Idle(idle_ms))

    def _tell_active(self) -> None:
        if self._idle is not False:
            self._idle = False
            self._say(Active())

    def _let_go(self) -> None:
        """Input is not ours to take back: another source will know."""


class GnomeFocusSource(BusSource):
    """The focused window, by our Shell extension.

    The extension vanishes while GNOME shows its lock screen, and comes back.

    Args:
        bus: the session bus.
        titles: whether to ask for titles.
        identify: gives the app's id.
    """

    name = "GNOME Shell extension"
    patience_ms = 2_000

    def __init__(self, bus: Bus, *, titles: bool, identify: Identify = app_of) -> None:
        super().__init__(bus)
        self._titles = titles
        self._identify = identify
        self._owner = ""
        self._app: str | None = None
        self._said: Focus | None = None

    def close(self) -> None:
        """Leave the bus; the extension need not follow titles any more."""
        if self._titles and self._owner:
            with contextlib.suppress(SourceLostError):
                self._follow_title(follow=False)
        self._owner = ""
        super().close()

    def _begin(self) -> None:
        self._bus.watch(sender=_FOCUS, path=_EXTENSION_OBJECT.object_path)
        self._bus.follow(_FOCUS, self._owner_changed)
        if not self._owner:
            raise self._missing()

    def _missing(self) -> SourceUnavailableError:
        failed = "cannot see which window has the focus"
        if not self._bus.owner("org.gnome.Shell"):
            return SourceUnavailableError(failed, "this is not GNOME", "")
        value = "GNOME tells only its own extensions"
        todo = "run unplug doctor --install-gnome-extension"
        return SourceUnavailableError(failed, value, todo)

    def _owner_changed(self, _name: str, owner: str) -> None:
        self._owner = owner
        if not owner:
            self._tell(None)
            return
        if self._titles:
            self._follow_title(follow=True)
        window = Properties(_EXTENSION_OBJECT).get("Window")
        self._bus.ask(window, "v", self._take_property)

    def _follow_title(self, *, follow: bool) -> None:
        message = Properties(_EXTENSION_OBJECT).set("FollowTitle", "b", follow)
        self._bus.ask(message, "", lambda _body: None)

    def _take_property(self, body: Body) -> None:
        match body:
            case (("(su)", (str(app), int(pid))),):
                self._take_window(app, pid)

    def _hear(self, heard: Heard) -> None:
        match heard.member, heard.body:
            case "WindowChanged", (str(app), int(pid)):
                self._take_window(app, pid)
            case "TitleChanged", () if self._titles:
                self._ask_title()

    def _take_window(self, app: str, pid: int) -> None:
        self._app = self._identify(pid or None, app) if app or pid else None
        if self._titles and self._app:
            self._ask_title()
        else:
            self._tell(None)

    def _ask_title(self) -> None:
        message = new_method_call(_EXTENSION_OBJECT, "GetTitle")
        self._bus.ask(message, "s", self._take_title, lambda: self._tell(None))

    def _take_title(self, body: Body) -> None:
        (title,) = body
        self._tell(told(title))

    def _tell(self, title: str | None) -> None:
        app = self._app if self._owner else None
        focus = Focus(app, title if app else None)
        if focus != self._said:
            self._said = focus
            self._say(focus)

    def _let_go(self) -> None:
        self._owner = ""
        self._tell(None)


def _method(name: str, signature: str | None = None, *body: int) -> Message:
    return new_method_call(_MONITOR, name, signature, body)


def open_idle(options: SensingOptions) -> GnomeIdleSource:
    """Listen to Mutter's idle monitor on the session bus.

    Raises:
        SourceUnavailableError: no session bus, or no Mutter on it.
    """
    return started(GnomeIdleSource(session_bus(), options.idle_after_ms))


def open_focus(options: SensingOptions) -> GnomeFocusSource:
    """Listen to our Shell extension on the session bus.

    Raises:
        SourceUnavailableError: no session bus, or the extension does not run.
    """
    return started(GnomeFocusSource(session_bus(), titles=options.titles))


def install_extension(home: Path) -> Path:
    """Put our Shell extension where GNOME looks for it, over an older one.

    It runs after the next login, once ``gnome-extensions enable unplug@unplug.app``
    was called.

    Args:
        home: the user's home folder.

    Returns:
        The extension's folder.

    Raises:
        UnplugError: the files cannot be written.
    """
    target = home / ".local" / "share" / "gnome-shell" / "extensions" / EXTENSION
    source = files("unplug.sensing") / "data" / "gnome-extension" / EXTENSION
    try:
        target.mkdir(parents=True, exist_ok=True)
        with as_file(source) as folder:
            for file in sorted(folder.iterdir()):
                fresh = target / f".{file.name}.new"
                shutil.copyfile(file, fresh)
                fresh.replace(target / file.name)
    except OSError as error:
        failed = "cannot install the GNOME Shell extension"
        value = f"{target} ({error.strerror})"
        raise UnplugError(failed, value, "make the folder writable") from error
    return target
