"""Shows the overlay, the strip or the card on a desktop, as the lines on stdin say.

Each line is ``COMMAND {json}``; each wish and event is printed as one line.
"""

import json
import os
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.overlay.desktop import open_above
from ui.overlay.feeling import Feeling
from ui.overlay.overlay import Overlay
from ui.overlay.spec import (
    Choice,
    Comfort,
    FeelingSpec,
    Leaving,
    Moment,
    SceneSpec,
    Stage,
    Strictness,
    StripSpec,
)
from ui.overlay.strip import Strip
from ui.platform_theme import without_gtk
from unplug.clock import SystemClock

BREATH_MS = 8_000


def report(*said: object) -> None:
    sys.stdout.write(" ".join(map(str, said)) + "\n")
    sys.stdout.flush()


class Play(QObject):
    def __init__(self, qt_app: QApplication) -> None:
        super().__init__()
        self._app = qt_app
        self._clock = SystemClock()
        self._rest = b""
        self._spec: SceneSpec | None = None
        self._above = open_above()
        self.overlay = Overlay(clock=self._clock, make_cover=self._above.cover)
        self._strip_host = self._above.host()
        self._feeling_host = self._above.host()
        self.strip = Strip(clock=self._clock, host=self._strip_host)
        self.feeling = Feeling(host=self._feeling_host)
        self.strip.started_now.connect(lambda: report("now"))
        self.strip.postponed.connect(lambda w: report("postponed", w.by_ms))
        self.strip.after_this_call.connect(lambda: report("after call"))
        self.strip.skipped.connect(lambda: report("skipped"))
        self.strip.ended.connect(lambda: report("ended"))
        self.feeling.felt.connect(lambda w: report("felt", w.felt))
        self.overlay.covered.connect(lambda: report("covered", self._now()))
        self.overlay.computer_needed.connect(self._needed)
        self.overlay.leave_requested.connect(lambda w: report("leave", w.reason))
        self.overlay.stayed.connect(self._stayed)
        self.overlay.screen_freed.connect(lambda f: report("freed", f.name))
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.timeout.connect(self._out)
        self.overlay.keyboard_taken.connect(lambda: report("keyboard", self._now()))
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

    def show(
        self,
        for_s: float = 5_000,
        scale: float = 1.0,
        **more: Any,  # noqa: ANN401  (the fields of a spec)
    ) -> None:
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

    def remark(self) -> None:
        self.overlay.remark()

    def announce(self, moment: str) -> None:
        self.overlay.announce(Moment(moment))

    def scenes(self) -> None:
        areas = [scene.geometry().getRect() for scene in self.overlay.scenes()]
        report("scenes", json.dumps(areas))

    def announce_strip(
        self,
        stage: str = "early",
        in_s: float | None = 300,
        **more: Any,  # noqa: ANN401  (the fields of a spec)
    ) -> None:
        boot_ms = self._clock.stamp().boot_ms
        until_ms = None if in_s is None else boot_ms + round(in_s * 1_000)
        comfort = Comfort(more.pop("scale", 1.0))
        if "choices" in more:
            more["choices"] = tuple(Choice(choice) for choice in more["choices"])
        more["why"] = tuple(more.pop("why", ()))
        spec = StripSpec("s", Stage(stage), until_ms, comfort=comfort, **more)
        self.strip.show_spec(spec)
        report("strip")

    def strip_keyboard(self) -> None:
        self.strip.take_keyboard()

    def hide_strip(self) -> None:
        self.strip.hide()

    def ask(self, person: str = "", scale: float = 1.0) -> None:
        self.feeling.ask(FeelingSpec("s", person, Comfort(scale)))
        report("asked")

    def dark(self, on: bool) -> None:  # noqa: FBT001
        scheme = Qt.ColorScheme.Dark if on else Qt.ColorScheme.Light
        QGuiApplication.styleHints().setColorScheme(scheme)
        report("scheme")

    def close(self) -> None:
        self.overlay.hide()
        self._strip_host.close()
        self._feeling_host.close()
        self._above.close()

    def screens(self) -> None:
        screens = QGuiApplication.screens()
        areas = [(s.name(), s.geometry().getRect()) for s in screens]
        report("screens", json.dumps(areas))

    def _needed(self) -> None:
        report("needed", self._now())
        self._render(Leaving(self._clock.stamp().boot_ms + BREATH_MS))
        self._breath.start(BREATH_MS)

    def _out(self) -> None:
        self.overlay.hide()
        report("freed by breath", self._now())

    def _stayed(self) -> None:
        report("stayed", self._now())
        self._breath.stop()
        self._render(None)

    def _render(self, leaving: Leaving | None) -> None:
        assert self._spec is not None
        self._spec = replace(self._spec, leaving=leaving)
        self.overlay.show_spec(self._spec)


def main() -> int:
    with without_gtk():
        qt_app = QApplication(["unplug"])
    qt_app.setQuitOnLastWindowClosed(False)
    play = Play(qt_app)
    report("ready")
    status = qt_app.exec()
    play.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
