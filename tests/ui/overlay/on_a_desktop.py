"""Shows the overlay, the strip or the card on a desktop, as the lines on stdin say.

Each line is ``COMMAND {json}``; each wish and event is printed as one line.
"""

import json
import os
import sys
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from ui.overlay.desktop import open_cover
from ui.overlay.overlay import Overlay
from ui.overlay.spec import Comfort, Leaving, Moment, SceneSpec, Strictness
from ui.platform_theme import without_gtk
from unplug.clock import SystemClock

BREATH_MS = 8_000


def report(*said: object) -> None:
    sys.stdout.write(" ".join(map(str, said)) + "\n")
    sys.stdout.flush()


class Stage(QObject):
    def __init__(self, qt_app: QApplication) -> None:
        super().__init__()
        self._app = qt_app
        self._clock = SystemClock()
        self._rest = b""
        self._spec: SceneSpec | None = None
        self.overlay = Overlay(clock=self._clock, make_cover=open_cover)
        self.overlay.covered.connect(lambda: report("covered", self._now()))
        self.overlay.computer_needed.connect(self._needed)
        self.overlay.leave_requested.connect(lambda w: report("leave", w.reason))
        self.overlay.stayed.connect(self._stayed)
        self.overlay.screen_freed.connect(lambda f: report("freed", f.name))
        self._lines = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._lines.activated.connect(self._read)

    def _now(self) -> int:
        return self._clock.stamp().mono_ms

    def _read(self) -> None:
        part = os.read(0, 65536)
        if not part:
            self._lines.setEnabled(False)
            self._app.quit()
            return
        *lines, self._rest = (self._rest + part).split(b"\n")
        for line in lines:
            command, _, arguments = line.decode().partition(" ")
            getattr(self, command)(**json.loads(arguments or "{}"))

    def show(self, for_s: float = 5_000, scale: float = 1.0, **more: Any) -> None:
        stamp = self._clock.stamp()
        started = self._now()
        comfort = Comfort(scale, more.pop("still", False))
        strictness = Strictness(more.pop("strictness", "firm"))
        self._spec = SceneSpec(
            session_id="s",
            ends_boot_ms=stamp.boot_ms + round(for_s * 1_000),
            ends_at=datetime(2026, 11, 7, 16, 36) + timedelta(seconds=for_s),  # noqa: DTZ001
            comfort=comfort,
            strictness=strictness,
            **more,
        )
        self.overlay.show_spec(self._spec)
        report("due", started)

    def hide(self) -> None:
        self.overlay.hide()
        report("hidden", self._now())

    def announce(self, moment: str) -> None:
        self.overlay.announce(Moment(moment))

    def scenes(self) -> None:
        areas = [scene.geometry().getRect() for scene in self.overlay.scenes()]
        report("scenes", json.dumps(areas))

    def _needed(self) -> None:
        report("needed", self._now())
        self._render(Leaving(self._clock.stamp().boot_ms + BREATH_MS))

    def _stayed(self) -> None:
        report("stayed", self._now())
        self._render(None)

    def _render(self, leaving: Leaving | None) -> None:
        from dataclasses import replace

        assert self._spec is not None
        self._spec = replace(self._spec, leaving=leaving)
        self.overlay.show_spec(self._spec)


def main() -> int:
    with without_gtk():
        qt_app = QApplication(["unplug"])
    qt_app.setQuitOnLastWindowClosed(False)
    stage = Stage(qt_app)
    report("ready")
    status = qt_app.exec()
    stage.overlay.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
