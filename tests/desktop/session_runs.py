"""The real app on a private desktop, in any state of a session, killed and started."""

import signal
import subprocess
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.desktop.rigs import RigError, X11Desktop
from tests.desktop.scripted_run import REPO, unplug
from unplug.engine.control import NotRunningError, ask
from unplug.errors import UnplugError

PATIENCE_S = 20.0
SWITCH = ("-c", "xfce4-notifyd", "-p", "/do-not-disturb")
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:{uid}
DTSTART:{start:%Y%m%dT%H%M%S}Z
DURATION:PT{minutes}M
SUMMARY:{uid}
X-UNPLUG-STRICTNESS:firm
END:VEVENT
END:VCALENDAR
"""


class RunningApp:
    """The tray app with a data folder of its own.

    Args:
        desktop: where it lives.
        name: of its folder.
        settings: what the user chose.
    """

    def __init__(self, desktop: X11Desktop, name: str, settings: str = "") -> None:
        self._desktop = desktop
        self.folder = desktop.home / name
        self.folder.mkdir()
        (self.folder / "settings.toml").write_text(settings)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "RunningApp":
        """Start it; it may not be there yet."""
        env = {"PYTHONPATH": str(REPO)}
        self._process = self._desktop.spawn(*unplug(self.folder), env=env)
        return self

    def kill(self) -> None:
        """As the kernel does when memory is short: nothing can be put in order."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(PATIENCE_S)

    def quit(self) -> None:
        """Ask it to end."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def asks(self, **message: Any) -> dict[str, Any]:  # noqa: ANN401  (JSON)
        """Ask the app, as the command line does."""
        return dict(ask(self.folder, message))

    def state(self) -> str | None:
        """Where the session is: None while there is none; "gone" without the app."""
        try:
            session = self.asks(do="status")["session"]
        except (NotRunningError, UnplugError, OSError):
            return "gone"
        return None if session is None else str(session["state"])

    def until(self, *states: str | None, seconds: float = PATIENCE_S) -> float:
        """Wait until the session is in one of these states; how long that took."""
        begun = time.monotonic()
        while (seen := self.state()) not in states:
            if time.monotonic() - begun > seconds:
                msg = f"{seen} instead of {states}: {self._desktop.log()[-2000:]}"
                raise RigError(msg)
            time.sleep(0.01)
        return time.monotonic() - begun

    def plan(self, uid: str, in_s: float, minutes: int = 30) -> None:
        """Plan a session that starts so soon."""
        start = datetime.now(UTC) + timedelta(seconds=in_s)
        file = self.folder.with_name(f"{uid}.ics")
        file.write_text(CALENDAR.format(uid=uid, start=start, minutes=minutes))
        self.command("plan", "import", str(file))

    def command(self, *words: str) -> None:
        """Run one of unplug's commands, whether the app runs or not."""
        env = {**self._desktop.env, "PYTHONPATH": str(REPO)}
        argv = [*unplug(self.folder), *words]
        subprocess.run(argv, env=env, check=True, capture_output=True, timeout=30)

    def begin(self, for_s: float, strictness: str = "firm") -> None:
        """Begin a session on the spot."""
        for_ms = round(for_s * 1000)
        self.asks(do="session.start", for_ms=for_ms, strictness=strictness)


def is_quiet(desktop: X11Desktop) -> bool:
    """Whether the desktop's do-not-disturb is on."""
    try:
        return desktop.run("xfconf-query", *SWITCH).strip() == "true"
    except RigError:  # never set
        return False


def turn_quiet(desktop: X11Desktop, *, on: bool) -> None:
    """Turn do-not-disturb as the user would."""
    value = "true" if on else "false"
    desktop.run("xfconf-query", *SWITCH, "-n", "-t", "bool", "-s", value)
