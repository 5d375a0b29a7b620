"""A KWin of our own, without a screen, and windows on it."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.unplug.sensing.buses import PrivateBus

PATIENCE_S = 20
# KWin will not run as root, so it does as nobody: containers and changed roots often
# forbid a namespace. The bus then sees two users, and lets in whoever finds its socket.
NOBODY = 65534
AS_USER = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")
CONFIG = """<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth><auth>ANONYMOUS</auth><allow_anonymous/>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication, QPainter, QRasterWindow

class Window(QRasterWindow):
    def paintEvent(self, event):
        QPainter(self).fillRect(0, 0, self.width(), self.height(), 255)

app = QGuiApplication(sys.argv[:1])
app.setDesktopFileName(sys.argv[1])
window = Window()
window.resize(200, 100)
window.setTitle(sys.argv[2])
window.show()
told = QSocketNotifier(0, QSocketNotifier.Type.Read)
def tell():
    title = sys.stdin.readline().strip()
    window.setTitle(title) if title else app.quit()
told.activated.connect(tell)
app.exec()
"""


@dataclass(frozen=True)
class KWin:
    env: dict[str, str]

    @contextmanager
    def window(self, app: str, title: str) -> Iterator["Window"]:
        with subprocess.Popen(
            [sys.executable, "-c", WINDOW, app, title],
            env={**os.environ, **self.env, "QT_QPA_PLATFORM": "wayland"},
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            try:
                yield Window(process)
            finally:
                process.kill()


@dataclass(frozen=True)
class Window:
    process: subprocess.Popen[str]

    def retitle(self, title: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{title}\n")
        self.process.stdin.flush()


@contextmanager
def kwin(folder: Path, bus: PrivateBus) -> Iterator[KWin]:
    """KWin on a bus, until the end of the block."""
    (folder / "config").mkdir(exist_ok=True)
    (folder / "unplug").mkdir(exist_ok=True)  # the scripts', for nobody to read
    as_root = os.getuid() == 0
    for path in (folder, folder / "config", folder / "bus") if as_root else ():
        os.chown(path, NOBODY, NOBODY)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(folder),
        "DBUS_SESSION_BUS_ADDRESS": bus.address,
        "WAYLAND_DISPLAY": "kwin",
    }
    command = [
        str(_copy_of_kwin(folder)),
        "--virtual",
        "--no-lockscreen",
        "--socket",
        "kwin",
    ]
    server = subprocess.Popen(
        [*(AS_USER if as_root else ()), *command],
        env={name: env[name] for name in env if name != "WAYLAND_DISPLAY"},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_name(bus, "org.kde.KWin")
        yield KWin(env)
    finally:
        server.kill()
        server.wait()
        (folder / "kwin").unlink(missing_ok=True)
        (folder / "kwin.lock").unlink(missing_ok=True)


def _copy_of_kwin(folder: Path) -> Path:
    """KWin without the right to a real-time priority.

    Where that right cannot be had, as in most containers, a program that carries it
    cannot be started at all; a copy does not carry it.
    """
    installed = shutil.which("kwin_wayland")
    assert installed, "kwin_wayland is not installed"
    return Path(shutil.copy(installed, folder))


def wait_for_name(bus: PrivateBus, name: str) -> None:
    connection = bus.connect()
    owners: list[str] = []
    connection.follow(name, lambda _name, owner: owners.append(owner))
    give_up = time.monotonic() + PATIENCE_S
    while not owners and time.monotonic() < give_up:
        select.select([connection], [], [], 0.5)
        assert list(connection.receive_all()) == []
    connection.close()
    assert owners, f"{name} did not appear"
