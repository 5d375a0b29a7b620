"""Which apps hold a camera open: told by the kernel, then looked up once."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.sensing.app_ids import Identify, app_of
from unplug.sensing.facts import Fact
from unplug.sensing.holders import Holders
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

if TYPE_CHECKING:
    from unplug.sensing.inotify import Inotify

_DEVICE = re.compile(r"video\d+")
_DEVICES, _PROCESSES, _UDEV = Path("/dev"), Path("/proc"), Path("/run/udev/data")
_CAPABILITIES = "E:ID_V4L_CAPABILITIES="


class CameraSource:
    """Cameras in use, and by which app.

    Whenever somebody opens or closes a camera, the open files of this user's processes
    are looked through; in between nothing is. Programs of other users stay unknown,
    and so do those that forbid it (few do). Opening a device only to ask for its name
    is over before it is looked for, or is taken back at once.

    Args:
        inotify: tells openings; closed with this source.
        devices: the folder of the devices.
        processes: the folder of the processes.
        udev: what is known of the devices.
        identify: gives an app's id.
    """

    name = "camera (kernel)"

    def __init__(
        self,
        inotify: "Inotify",
        *,
        devices: Path = _DEVICES,
        processes: Path = _PROCESSES,
        udev: Path = _UDEV,
        identify: Identify = app_of,
    ) -> None:
        from unplug.sensing.inotify import Happening  # noqa: PLC0415  (Linux has it)

        self._inotify = inotify
        self._devices, self._processes, self._udev = devices, processes, udev
        self._identify = identify
        self._holders = Holders()
        self._cameras: dict[str, int] = {}  # paths and their watches
        self._new = True
        self._lost = Happening.IGNORED
        self._coming = Happening.CREATED | Happening.ATTRIBUTES_CHANGED
        self._using = (
            Happening.OPENED | Happening.CLOSED_WRITTEN | Happening.CLOSED_UNWRITTEN
        )
        self._folder = inotify.watch(devices, self._coming | Happening.DELETED)
        for device in sorted(devices.iterdir()):
            self._welcome(device.name)

    def fileno(self) -> int:
        """Readable once a camera was opened, closed, plugged in or out."""
        return self._inotify.fileno()

    def dispatch(self) -> list[Fact]:
        """Say who holds a camera now, if that has changed.

        Raises:
            SourceLostError: the folder of the devices is gone.
        """
        look, self._new = self._new, False
        for happened in self._inotify.read():
            if happened.watch != self._folder:
                look = True
                if happened.what & self._lost:
                    self._forget(happened.watch)
            elif happened.what & self._lost:
                failed = "the folder of the devices is gone"
                raise SourceLostError(failed, self._devices)
            elif happened.what & self._coming:
                look |= self._welcome(happened.name)
        return self._holders.news(self._look()) if look else []

    def close(self) -> None:
        """Stop listening; safe to call twice."""
        self._inotify.close()

    def _welcome(self, name: str) -> bool:
        """Watch a device from now on, if it is a camera that can be watched."""
        path = self._devices / name
        if not _DEVICE.fullmatch(name) or str(path) in self._cameras:
            return False
        if not self._films(path):
            return False
        try:
            self._cameras[str(path)] = self._inotify.watch(path, self._using)
        except OSError:  # not ours yet: its attributes change when it becomes ours
            return False
        return True

    def _films(self, path: Path) -> bool:
        """Whether it takes pictures; chips that only convert video do not."""
        try:
            number = path.stat().st_rdev
            known = self._udev / f"c{os.major(number)}:{os.minor(number)}"
            lines = known.read_text("utf-8", "replace").splitlines()
        except OSError:
            return True
        said = [line for line in lines if line.startswith(_CAPABILITIES)]
        return not said or "capture" in said[0].removeprefix(_CAPABILITIES).split(":")

    def _forget(self, watch: int) -> None:
        self._cameras = {p: w for p, w in self._cameras.items() if w != watch}

    def _look(self) -> Iterator[tuple[Reason, str]]:
        if not self._cameras:
            return
        for process in self._own_processes():
            if self._holds_camera(process):
                command = _command(process)
                app = self._identify(int(process.name), command)
                yield Reason.CAMERA, app or command

    def _own_processes(self) -> Iterator[Path]:
        own = os.getuid()
        with os.scandir(self._processes) as entries:
            for entry in entries:
                try:
                    if entry.name.isdecimal() and entry.stat().st_uid == own:
                        yield Path(entry.path)
                except OSError:  # it has just ended
                    continue

    def _holds_camera(self, process: Path) -> bool:
        try:
            numbers = os.listdir(process / "fd")  # noqa: PTH208  (a tenth of the time)
        except OSError:
            return False
        for number in numbers:
            try:
                if os.readlink(f"{process}/fd/{number}") in self._cameras:  # noqa: PTH115  (as above)
                    return True
            except OSError:
                continue
        return False


def _command(process: Path) -> str:
    try:
        return (process / "comm").read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def open_camera(
    _options: SensingOptions, *, devices: Path = _DEVICES, udev: Path = _UDEV
) -> CameraSource:
    """Watch the cameras of this machine, and those that will be plugged in.

    Raises:
        SourceUnavailableError: this is no Linux, or the kernel refuses.
    """
    failed = "cannot see whether a camera is in use"
    if sys.platform != "linux":
        raise SourceUnavailableError(failed, sys.platform)
    from unplug.sensing.inotify import Inotify  # noqa: PLC0415  (Linux has it)

    inotify: Inotify | None = None
    try:
        inotify = Inotify()
        return CameraSource(inotify, devices=devices, udev=udev)
    except OSError as error:
        if inotify is not None:
            inotify.close()
        todo = "raise fs.inotify.max_user_instances"
        raise SourceUnavailableError(failed, error.strerror or error, todo) from error
