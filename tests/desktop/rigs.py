"""Private desktops for tests: real X and Wayland servers that belong to one test.

Each has two monitors, its own session bus, HOME and XDG folders, and nothing of the
desktop that the test was started from. Use them as context managers: whatever was
started is ended, also when the test fails.
"""

import os
import secrets
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, Self

from unplug.sensing.x11.connection import connect
from unplug.sensing.x11.requests import Question

MONITOR = (1280, 1024)
START_TIMEOUT_S = 15.0
STOP_TIMEOUT_S = 1.0
SERVER_ATTEMPTS = 4
POLL_S = 0.01
NOBODY = 65534
PASSED_ON = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "COVERAGE_PROCESS_START")

Tray = Literal["xfce4", "trayer", "none"]
Notifications = Literal["xfce4", "dunst", "none"]

PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="30"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/><value type="int" value="2"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
"""

SWAY = """xwayland disable
output * resolution 1280x720
default_border none
focus_follows_mouse no
"""


class RigError(Exception):
    """A private desktop did not come up, or a condition never came true."""


def wait_for(
    condition: Callable[[], object], timeout_s: float = 5.0, what: str = ""
) -> None:
    """Return as soon as ``condition()`` is true.

    Raises:
        RigError: it was not within ``timeout_s``.
    """
    give_up = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > give_up:
            msg = f"did not happen within {timeout_s} s: {what or condition}"
            raise RigError(msg)
        time.sleep(POLL_S)


class Desktop:
    """A private desktop: an environment, and the programs running in it.

    Attributes:
        env: what a program needs in its environment to live on this desktop.
        home: the private HOME; ``rig.log`` in it has what the programs said.
    """

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="unplug-rig-"))
        self.env = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self.env["UNPLUG_NO_WELCOME"] = "1"  # tests look at other things
        self.env |= {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "GTK_A11Y": "none",
            # Not the machine's own: no test may hear or stop the real logind.
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.home}/run/no-system-bus",
        }
        for variable, folder in {
            "XDG_RUNTIME_DIR": "run",
            "XDG_CONFIG_HOME": ".config",
            "XDG_CACHE_HOME": ".cache",
            "XDG_STATE_HOME": ".local/state",
            "XDG_DATA_HOME": ".local/share",
        }.items():
            path = self.home / folder
            path.mkdir(mode=0o700, parents=True)
            self.env[variable] = str(path)
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def spawn(
        self,
        *argv: str | Path,
        env: Mapping[str, str] | None = None,
        pass_fds: tuple[int, ...] = (),
        before: tuple[str, ...] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a program on this desktop, in a process group of its own.

        Args:
            argv: the program and its arguments.
            env: variables on top of the desktop's own.
            pass_fds: descriptors that the program inherits.
            before: a command that runs the command, like ``setpriv … --``.
        """
        # Dies with us even if pytest itself is killed.
        guard = ("setpriv", "--pdeathsig", "KILL", "--")
        with (self.home / "rig.log").open("ab") as log:
            process = subprocess.Popen(
                [*before, *guard, *argv],
                env={**self.env, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.home,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def run(self, *argv: str | Path, timeout_s: float = 10.0) -> str:
        """Run a program to its end and return what it printed."""
        done = subprocess.run(
            argv,
            env=self.env,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        if done.returncode:
            msg = f"{argv} ended with {done.returncode}: {done.stdout}{done.stderr}"
            raise RigError(msg)
        return done.stdout

    def succeeds(self, *argv: str | Path) -> bool:
        """Whether a program ends well."""
        try:
            self.run(*argv)
        except RigError:
            return False
        return True

    def wait_for(
        self, condition: Callable[[], object], timeout_s: float = 5.0, what: str = ""
    ) -> None:
        """Return as soon as ``condition()`` is true; show the log if it never is."""
        try:
            wait_for(condition, timeout_s, what)
        except RigError as error:
            msg = f"{error}\n{self.log()[-4000:]}"
            raise RigError(msg) from None

    def log(self) -> str:
        """What the programs on this desktop have printed so far."""
        log = self.home / "rig.log"
        return log.read_text(errors="replace") if log.exists() else ""

    def owns(self, name: str) -> bool:
        """Whether somebody owns ``name`` on the session bus."""
        printed = self.run(
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.NameHasOwner",
            f"string:{name}",
        )
        return "true" in printed

    def start_bus(self) -> None:
        """Start the session bus; what it activates lives on this desktop too."""
        address = f"unix:path={self.home}/run/bus"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        self.spawn(
            "dbus-daemon",
            "--session",
            "--nofork",
            "--nopidfile",
            f"--address={address}",
        )
        bus = self.home / "run" / "bus"
        self.wait_for(bus.exists, START_TIMEOUT_S, "session bus")

    def start_notifications(self, daemon: Notifications) -> None:
        """Start a notification daemon and wait until it answers."""
        if daemon == "none":
            return
        self.spawn(_xfce_notifyd() if daemon == "xfce4" else "dunst")
        name = "org.freedesktop.Notifications"
        self.wait_for(lambda: self.owns(name), START_TIMEOUT_S, name)

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End a program and its whole process group; wait until it is gone."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            _signal_group(process.pid, number)
            try:
                process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                continue
            break
        _signal_group(process.pid, signal.SIGKILL)

    def stop(self) -> None:
        """End everything that was started here, the newest first."""
        while self._processes:
            self.end(self._processes.pop())
        self._end_strays()
        shutil.rmtree(self.home, ignore_errors=True)

    def _end_strays(self) -> None:
        """End what our programs started and what left their process groups."""
        mark = b"HOME=" + os.fsencode(self.home)
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    os.kill(int(entry.name), signal.SIGKILL)
            except OSError:
                continue


class X11Desktop(Desktop):
    """Xvfb with two monitors side by side, LEFT and RIGHT.

    Attributes:
        server: the X server's process.
    """

    server: subprocess.Popen[bytes]
    window_manager: subprocess.Popen[bytes]

    def start_server(self) -> None:
        """Start the X server on a free display and give it two monitors."""
        self.env |= {"QT_QPA_PLATFORM": "xcb", "GDK_BACKEND": "x11"}
        self.env |= {"XDG_CURRENT_DESKTOP": "XFCE", "XDG_SESSION_TYPE": "x11"}
        for _ in range(SERVER_ATTEMPTS):
            # Not the lowest free display: a server that ends removes the socket of
            # one that takes its number at that moment.
            if self._server_starts(100 + secrets.randbelow(30_000)):
                break
        else:
            msg = f"Xvfb did not start: {self.log()}"
            raise RigError(msg)
        width, height = MONITOR
        size = f"{width}/338x{height}/270"
        self.run("xrandr", "--setmonitor", "LEFT", f"{size}+0+0", "screen")
        self.run("xrandr", "--setmonitor", "RIGHT", f"{size}+{width}+0", "none")

    def _server_starts(self, number: int) -> bool:
        width, height = MONITOR
        reading, writing = os.pipe()
        try:
            self.server = self.spawn(
                *("Xvfb", f":{number}", "-displayfd", str(writing), "-noreset"),
                *("-nolisten", "tcp", "-screen", "0", f"{2 * width}x{height}x24"),
                pass_fds=(writing,),
            )
            os.close(writing)  # so that its death is the end of the file
            said = b""
            # The server dies of a reader that goes away before the line's end.
            while not said.endswith(b"\n"):
                ready, _, _ = select.select([reading], [], [], START_TIMEOUT_S)
                part = os.read(reading, 16) if ready else b""
                if not part:
                    return False
                said += part
        finally:
            os.close(reading)
        self.env["DISPLAY"] = f":{number}"
        return True

    def start_window_manager(self) -> None:
        """Start openbox and wait until it manages windows."""
        names = ("_NET_CURRENT_DESKTOP", "_NET_WORKAREA")  # it sets these last
        for name in names:  # a killed one has left them
            self.run("xprop", "-root", "-remove", name)
        self.window_manager = self.spawn("openbox", "--sm-disable")

        def manages() -> bool:
            shown = self.run("xprop", "-root", *names).splitlines()
            return all("=" in line for line in shown)

        self.wait_for(manages, START_TIMEOUT_S, "window manager")

    def start_tray(self, tray: Tray) -> None:
        """Start a tray host and wait until it takes icons."""
        if tray == "xfce4":
            channels = "xfce4/xfconf/xfce-perchannel-xml"
            folder = Path(self.env["XDG_CONFIG_HOME"]) / channels
            folder.mkdir(parents=True)
            (folder / "xfce4-panel.xml").write_text(PANEL)
            self.spawn("xfce4-panel", "--disable-wm-check")
            name = "org.kde.StatusNotifierWatcher"
            self.wait_for(lambda: self.owns(name), START_TIMEOUT_S, name)
        elif tray == "trayer":
            self.spawn(
                *("trayer", "--edge", "top", "--align", "right"),
                *("--height", "28", "--monitor", "0"),
            )
            self.wait_for(self._has_xembed_tray, START_TIMEOUT_S, "trayer")

    def xdotool(self, *args: str) -> str:
        """Play the user: keys, pointer, windows."""
        return self.run("xdotool", *args).strip()

    def open_window(self, wm_class: str, title: str = "a window") -> str:
        """Open a terminal of this class that only swallows keys; return its id."""
        before = self._windows(wm_class)
        self.spawn("xterm", "-class", wm_class, "-T", title, "-e", "cat")
        opened: set[str] = set()

        def shown() -> bool:
            opened.update(self._windows(wm_class) - before)
            return bool(opened)

        self.wait_for(shown, what=f"window of {wm_class}")
        return opened.pop()

    def _windows(self, wm_class: str) -> set[str]:
        try:
            # Only the client's window has WM_CLASS; "visible" means mapped.
            return set(
                self.xdotool(
                    "search", "--onlyvisible", "--class", f"^{wm_class}$"
                ).split()
            )
        except RigError:
            return set()

    def screenshot(self, path: Path) -> None:
        """Photograph both monitors."""
        self.run("import", "-silent", "-window", "root", path)

    def _has_xembed_tray(self) -> bool:
        with closing(connect(self.env["DISPLAY"])) as connection:
            atom = connection.atom("_NET_SYSTEM_TRAY_S0")
            owner = connection.query(_selection_owner(atom))
            return bool(owner)


class SwayDesktop(Desktop):
    """Headless sway with two outputs, 1280 by 720 each.

    Attributes:
        server: sway's process.
    """

    server: subprocess.Popen[bytes]

    def start_server(self, config: str = "", outputs: int = 2) -> None:
        """Start sway and wait until all outputs are there.

        Args:
            config: lines on top of our own configuration.
            outputs: how many monitors.
        """
        self.env |= {"QT_QPA_PLATFORM": "wayland", "GDK_BACKEND": "wayland"}
        self.env |= {"XDG_CURRENT_DESKTOP": "sway", "XDG_SESSION_TYPE": "wayland"}
        (self.home / "sway.conf").write_text(SWAY + config)
        self.server = self.spawn(
            *("sway", "-c", str(self.home / "sway.conf")),
            env={
                "WLR_BACKENDS": "headless",
                "WLR_LIBINPUT_NO_DEVICES": "1",
                "WLR_RENDERER": "pixman",
                "WLR_HEADLESS_OUTPUTS": str(outputs),
            },
            before=_as_user(self.home),
        )
        self.wait_for(lambda: self._named("wayland-[0-9]"), START_TIMEOUT_S, "sway")
        self.wait_for(lambda: self._named("sway-ipc.*.sock"), START_TIMEOUT_S, "sway")
        self.env["WAYLAND_DISPLAY"] = self._named("wayland-[0-9]")[0].name
        self.env["SWAYSOCK"] = str(self._named("sway-ipc.*.sock")[0])

        def lit() -> bool:
            try:
                shown = self.run("swaymsg", "-r", "-t", "get_outputs")
            except RigError:  # the socket is there a moment before it listens
                return False
            return shown.count('"active": true') == outputs

        self.wait_for(lit, START_TIMEOUT_S, f"{outputs} outputs")

    def swaymsg(self, *args: str) -> str:
        """Command or ask sway, as the user or a panel would."""
        return self.run("swaymsg", "-r", *args)

    def wtype(self, *args: str) -> str:
        """Type on a virtual keyboard."""
        return self.run("wtype", *args)

    def open_window(
        self, app_id: str, title: str = "a window"
    ) -> subprocess.Popen[bytes]:
        """Open a terminal of this app id that only swallows keys."""
        opened = self.spawn("foot", "--app-id", app_id, "--title", title, "cat")
        mark = f'"pid": {opened.pid},'
        self.wait_for(
            lambda: mark in self.swaymsg("-t", "get_tree"), what=f"window of {app_id}"
        )
        return opened

    def focus(self, app_id: str) -> None:
        """Give the focus to the window of this app id."""
        self.swaymsg(f'[app_id="^{app_id}$"] focus')

    def screenshot(self, path: Path) -> None:
        """Photograph both outputs."""
        self.run("grim", path)

    def _named(self, pattern: str) -> list[Path]:
        return sorted((self.home / "run").glob(pattern))


@contextmanager
def x11_desktop(
    *,
    tray: Tray = "none",
    notifications: Notifications = "none",
    window_manager: bool = True,
) -> Iterator[X11Desktop]:
    """A private X desktop, ready to use."""
    with X11Desktop() as desktop:
        desktop.start_server()
        desktop.start_bus()
        if window_manager:
            desktop.start_window_manager()
        desktop.start_tray(tray)
        desktop.start_notifications(notifications)
        yield desktop


@contextmanager
def sway_desktop(
    *, notifications: Notifications = "none", config: str = "", outputs: int = 2
) -> Iterator[SwayDesktop]:
    """A private sway desktop, ready to use.

    Args:
        notifications: which notification daemon to start, if any.
        config: lines on top of the rig's own sway configuration.
        outputs: how many monitors.
    """
    with SwayDesktop() as desktop:
        desktop.start_bus()
        desktop.start_server(config, outputs)
        desktop.start_notifications(notifications)
        yield desktop


def _selection_owner(selection: int) -> Question[int]:
    """The window that holds a selection; 0 where none does."""
    request = struct.pack("=BxHI", 23, 2, selection)
    return Question(request, lambda reply: int(struct.unpack_from("=I", reply, 8)[0]))


def _as_user(home: Path) -> tuple[str, ...]:
    """What makes a program run as an ordinary user: sway refuses to be root.

    A user namespace would do without giving ``home`` away, but containers and
    changed roots often forbid one.
    """
    if os.geteuid() != 0:
        return ()
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    ids = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    return ("setpriv", *ids, "--")


def _xfce_notifyd() -> Path:
    """Where Debian keeps it: a folder of the machine's architecture."""
    found = sorted(Path("/usr/lib").glob("*/xfce4/notifyd/xfce4-notifyd"))
    if not found:
        msg = "xfce4-notifyd is not installed"
        raise RigError(msg)
    return found[0]


def _signal_group(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return
