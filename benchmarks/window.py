"""How fast the window opens, changes and scrolls, and what it leaves in memory.

Usage: python -m benchmarks.window [--folder DIR]

Times are of CPU, so that other programs do not count; nothing here waits for anything.
The software renderer paints (Qt's offscreen platform does nothing else). Three months
of screen time by default, ten years with BENCH=full; a data folder of one's own with
``--folder`` (a copy: it is written to).
"""

# ruff: noqa: E402  (Qt is loaded before all else, as the app does)

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from ui.plain_imports import load_qt

load_qt()

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from benchmarks import FULL
from benchmarks.queries import DAY_MS, FIRST_MS, fill_from, spans
from ui.app import looked_at
from ui.app_window import trim
from ui.charts.chart import Chart
from ui.gallery import settle
from ui.window.page import Surroundings
from ui.window.pages import pages
from ui.window.window import MainWindow
from unplug.clock import SystemClock
from unplug.days import DAY_START_MIN
from unplug.engine.patterns.digesting import make_missing
from unplug.store.database import Database
from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestStore
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan

YEARS = 10.0 if FULL else 0.25
ROUNDS = 7
MOST_GROWN_KB = 15_000
FRAME_MS = 1000 / 60


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--grown", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    folder, grown = asked.folder, asked.grown
    if grown is not None:
        application = QApplication(["unplug"])
        with looked_at(grown) as around:
            print(grown_kb(around))
        del application
        return 0
    with tempfile.TemporaryDirectory() as made:
        if folder is None:
            folder = Path(made)
            count = furnish(folder)
            print(f"{count:,} spans in {YEARS:g} years")
        return measure(folder)


def measure(folder: Path) -> int:
    application = QApplication(["unplug"])
    with looked_at(folder) as around:
        good = [
            say("window open, warm", opening(around), 250),
            *changes(around),
            *frames(around),
        ]
    good.append(memory(folder))
    del application
    return 0 if all(good) else 1


def furnish(folder: Path) -> int:
    """Ten years up to now, or as many as are wanted, digested as the app does."""
    clock = SystemClock()
    with closing(Database(folder, clock)) as database:
        store = UsageStore(database, DAY_START_MIN)
        count = fill_from(store, up_to_now(clock.stamp().wall_ms))
        digests = DigestStore(database)
        day_spans = DaySpans(database.connection)
        while make_missing(day_spans, digests, clock.stamp().wall_ms // DAY_MS - 2):
            pass
    return count


def up_to_now(now_ms: int) -> Iterator[ScreenSpan]:
    days = round(YEARS * 365.25)
    shift_ms = (now_ms // DAY_MS - days) * DAY_MS - (FIRST_MS // DAY_MS) * DAY_MS
    for span in spans(YEARS):
        moved = replace(span, start_ms=span.start_ms + shift_ms)
        if moved.end_ms <= now_ms:
            yield moved


def opening(around: Surroundings) -> list[float]:
    def once() -> float:
        began = time.process_time()
        window = opened(around)
        took = (time.process_time() - began) * 1000
        closed(window)
        return took

    once()
    return [once() for _ in range(ROUNDS)]


def changes(around: Surroundings) -> Iterator[bool]:
    """Every page, first built and then come back to; each range by its arrows."""
    window = opened(around)
    for kind in pages():
        began = time.process_time()
        window.go(kind.key)
        window.repaint()
        first = (time.process_time() - began) * 1000
        print(f"{'  built: ' + kind.key:<44} {first:10.2f} ms")
    for kind in pages():
        if kind.in_bar:
            took = [
                timed(partial(away_and_back, window, kind.key)) for _ in range(ROUNDS)
            ]
            yield say(f"page change: {kind.key}", took, 50)
    for key in ("today", "patterns"):
        window.go(key)
        took = [timed(partial(earlier, window)) for _ in range(ROUNDS)]
        yield say(f"range change: {key}", took, 50)
    closed(window)


def away_and_back(window: MainWindow, key: str) -> None:
    window.go(key)
    window.repaint()


def scroll(window: MainWindow, area: QScrollArea, value: int) -> None:
    area.verticalScrollBar().setValue(value)
    window.repaint()


def earlier(window: MainWindow) -> None:
    window.page.range.go_by(-1)  # type: ignore[union-attr]
    window.repaint()


def frames(around: Surroundings) -> Iterator[bool]:
    """The mouse over every chart, and every page scrolled to its end."""
    window = opened(around)
    for key in ("today", "patterns"):
        window.go(key)
        settle()
        page = window.page
        assert page is not None
        hovered: list[float] = []
        for chart in page.findChildren(Chart):
            for step in range(0, max(chart.width(), 1), 7):
                spot = QPoint(step, chart.height() // 2)
                hovered.append(timed(partial(moved, chart, spot)))
        yield say(f"hover: {key} (p99 of {len(hovered)})", p99(hovered), FRAME_MS)
        area = window.stack.currentWidget()
        assert isinstance(area, QScrollArea)
        scrolled = [
            timed(partial(scroll, window, area, value))
            for value in range(0, max(area.verticalScrollBar().maximum(), 1), 24)
        ]
        yield say(f"scroll: {key} (p99 of {len(scrolled)})", p99(scrolled), FRAME_MS)
    closed(window)


def memory(folder: Path) -> bool:
    """In a process of its own, so that what this one did does not count."""
    command = [sys.executable, "-m", "benchmarks.window", "--grown", str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    grown = int(told.split()[-1])
    good = grown <= MOST_GROWN_KB
    verdict = f"at most {MOST_GROWN_KB / 1000:+g}: {'yes' if good else 'NO'}"
    what = "memory after open and close again"
    print(f"{what:<44} {grown / 1000:+10.2f} MB  ({verdict})")
    return good


def grown_kb(around: Surroundings) -> int:
    before = pss_kb()
    for _ in range(3):
        closed(opened(around))
    gc.collect()
    trim()
    return pss_kb() - before


def opened(around: Surroundings) -> MainWindow:
    window = MainWindow(around)
    window.resize(1280, 800)
    window.render_snapshot(around.app.snapshot())
    window.come_forward()
    settle()
    window.repaint()
    return window


def closed(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def moved(widget: QWidget, spot: QPoint) -> None:
    where = QPointF(widget.mapToGlobal(spot))
    none = Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(spot), where, none, none, keys)
    QApplication.sendEvent(widget, event)
    widget.repaint()


def timed(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return (time.process_time() - began) * 1000


def p99(values: list[float]) -> list[float]:
    return [sorted(values)[int(len(values) * 0.99)]] if values else [0.0]


def pss_kb() -> int:
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return next(
        int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")
    )


def say(what: str, took: list[float], most: float) -> bool:
    middle = statistics.median(took)
    good = middle <= most
    verdict = f"at most {most:.1f}: {'yes' if good else 'NO'}; worst {max(took):.1f}"
    print(f"{what:<44} {middle:10.2f} ms  ({verdict})", flush=True)
    return good


if __name__ == "__main__":
    raise SystemExit(main())
