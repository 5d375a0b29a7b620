"""KWin: focus from a small script that KWin runs and that calls us."""

import contextlib
import logging
import os
from importlib.resources import files
from pathlib import Path

from jeepney import DBusAddress, Message, new_method_call

from unplug.sensing.app_ids import Identify, app_of
from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import CallFailedError, Heard
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.facts import Fact, Focus
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.titles import told

_KWIN = "org.kde.KWin"
_SCRIPTING = DBusAddress("/Scripting", _KWIN, "org.kde.kwin.Scripting")
_SCRIPT = "org.kde.kwin.Script"
_OURS = DBusAddress("/app/unplug/Focus", None, "app.unplug.Focus")
_PREFIX = "unplug-focus-"
_PAUSE_MS = 50

log = logging.getLogger(__name__)


class KWinFocusSource(BusSource):
    """The focused window, by a script inside KWin.

    The script has a name of its own for each connection, so that two programs can
    listen. What one that was killed left behind is unloaded by the next.

    Args:
        bus: the session bus.
        folder: where scripts lie while KWin runs them; only ours to write to.
        titles: whether the script sends titles.
        identify: gives the app's id.
    """

    name = "KWin script"
    patience_ms = 2_000

    def __init__(
        self, bus: Bus, folder: Path, *, titles: bool, identify: Identify = app_of
    ) -> None:
        super().__init__(bus)
        self._titles = titles
        self._identify = identify
        self._plugin = _plugin_of(bus.unique_name)
        self._file = folder / f"{self._plugin}.js"
        self._owner = ""
        self._runs = self._too_early = self._gone = False
        self._said: Focus | None = None

    def start(self) -> None:
        """Have KWin run the script.

        Raises:
            SourceUnavailableError: there is no KWin, or it does not run it.
        """
        super().start()
        for _ in range(self.patience_ms // _PAUSE_MS):
            if self._too_early:
                self._bus.wait(_PAUSE_MS)
                self._load()
                self._settle()
        if not self._runs:
            value = "KWin did not run our script" if self._owner else "this is not KWin"
            failed = "cannot see which window has the focus"
            raise SourceUnavailableError(failed, value)

    def dispatch(self) -> list[Fact]:
        """Say which windows got the focus.

        Raises:
            SourceLostError: KWin, or the bus, is gone.
        """
        facts = super().dispatch()
        if self._gone:
            failed = "connection lost"
            raise SourceLostError(failed, "KWin")
        return facts

    def close(self) -> None:
        """Leave KWin as it was found, and the bus."""
        if self._owner and not self._gone:
            with contextlib.suppress(SourceLostError):
                self._bus.ask(_unload(self._plugin), "b", lambda _body: None)
        self._owner = ""
        super().close()
        with contextlib.suppress(OSError):
            self._file.unlink()

    def _begin(self) -> None:
        self._bus.serve(_OURS, "FocusChanged", "sss", self._take_window)
        self._bus.follow(_KWIN, self._owner_changed)
        if self._owner:
            self._sweep()

    def _sweep(self) -> None:
        """Unload scripts whose programs are gone."""
        for file in self._file.parent.glob(f"{_PREFIX}*.js"):
            connection = ":" + file.stem.removeprefix(_PREFIX).replace("-", ".")
            if file != self._file and not self._bus.owner(connection):
                with contextlib.suppress(CallFailedError):
                    self._bus.call(_unload(file.stem), "b")
                with contextlib.suppress(OSError):
                    file.unlink()

    def _owner_changed(self, _name: str, owner: str) -> None:
        if self._owner:  # a new KWin knows nothing of our script: open anew
            self._gone = True
        else:
            self._owner = owner
            self._load()

    def _load(self) -> None:
        self._too_early = False
        if self._write_script():
            load = (str(self._file), self._plugin)
            message = new_method_call(_SCRIPTING, "loadScript", "ss", load)
            self._bus.ask(message, "i", self._run, self._refused)

    def _refused(self) -> None:
        # KWin has its name on the bus for a moment before it takes scripts.
        self._too_early = True

    def _write_script(self) -> bool:
        script = (files("unplug.sensing") / "data" / "kwin_focus.js").read_text("utf-8")
        for word, value in (
            ("NAME", self._bus.unique_name),
            ("PATH", _OURS.object_path),
            ("INTERFACE", _OURS.interface),
            ("TITLES", "true" if self._titles else "false"),
        ):
            script = script.replace(f"@{word}@", value)
        try:
            self._file.parent.mkdir(mode=0o700, exist_ok=True)
            self._file.write_text(script, "utf-8")
        except OSError as error:
            log.warning("cannot write %s: %s", self._file, error.strerror)
            return False
        return True

    def _run(self, body: Body) -> None:
        (number,) = body

        def run_at(path: str) -> Message:
            return new_method_call(DBusAddress(path, _KWIN, _SCRIPT), "run")

        def older() -> None:  # Plasma 5
            self._bus.ask(run_at(f"/{number}"), "", self._running)

        if number >= 0:
            six = run_at(f"/Scripting/Script{number}")
            self._bus.ask(six, "", self._running, older)

    def _running(self, _body: Body) -> None:
        self._runs = True

    def _take_window(self, heard: Heard) -> None:
        app, title, pid = heard.body
        if heard.sender != self._owner:
            return
        process = int(pid) if pid.isdecimal() and pid != "0" else None
        app_id = self._identify(process, app) if app or process else None
        self._tell(Focus(app_id, told(title) if app_id else None))

    def _tell(self, focus: Focus) -> None:
        if focus != self._said:
            self._said = focus
            self._say(focus)

    def _hear(self, heard: Heard) -> None:
        """Nothing: KWin calls us."""

    def _let_go(self) -> None:
        self._tell(Focus(None))


def _plugin_of(unique_name: str) -> str:
    return _PREFIX + unique_name.lstrip(":").replace(".", "-")


def _unload(plugin: str) -> Message:
    return new_method_call(_SCRIPTING, "unloadScript", "s", (plugin,))


def open_focus(options: SensingOptions) -> KWinFocusSource:
    """Have a script of ours run by the KWin on the session bus.

    Raises:
        SourceUnavailableError: no session bus, or no KWin on it.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if not runtime:
        failed, todo = "cannot hand a script to KWin", "log in to Plasma"
        raise SourceUnavailableError(failed, "XDG_RUNTIME_DIR is not set", todo)
    bus, folder = session_bus(), Path(runtime) / "unplug"
    return started(KWinFocusSource(bus, folder, titles=options.titles))
