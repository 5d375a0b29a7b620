"""Runs the real app, which says on a socket where its parts are seen.

``python -m tests.desktop.findable FOLDER DESCRIPTOR``: a line with a name in, a line
with its middle as JSON out, ``null`` while it is not seen. A test that clicks with the
real pointer asks it where to click, as somebody who looks at the screen would see it.
"""

import json
import os
import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.app import run


class Finder(QObject):
    """Answers in the app's own thread, between its other events.

    Args:
        descriptor: of the socket.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._asked: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def customEvent(self, _event: QEvent) -> None:
        """Answer one question."""
        found = where(self._asked.get())
        answer = None if found is None else (found.x(), found.y())
        os.write(self._descriptor, f"{json.dumps(answer)}\n".encode())

    def _listen(self) -> None:
        with os.fdopen(os.dup(self._descriptor)) as lines:
            for line in lines:
                self._asked.put(line.rstrip("\n"))
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))


def where(name: str) -> QPoint | None:
    """The middle of what is seen of a part with this name, or this text."""
    for window in _windows():
        for part in (window, *window.findChildren(QWidget)):
            if not part.isVisible() or not part.isEnabled():
                continue
            if isinstance(part, QMenu):
                for action in part.actions():
                    if _plain(action.text()) == name:
                        middle = part.actionGeometry(action).center()
                        return part.mapToGlobal(middle)
            seen = part.visibleRegion().boundingRect()
            if name in _names(part) and not seen.isEmpty():
                return part.mapToGlobal(seen.center())
    return None


def _windows() -> Iterator[QWidget]:
    """What is open, what takes the pointer first."""
    first = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if first is not None:
        yield first
        return
    yield from (each for each in QApplication.topLevelWidgets() if each.isVisible())


def _names(part: QWidget) -> tuple[str, str]:
    text = getattr(part, "text", None)
    said = text() if callable(text) else ""
    return _plain(part.accessibleName()), _plain(said) if isinstance(said, str) else ""


def _plain(text: str) -> str:
    """With ordinary blanks, as a test writes it."""
    return " ".join(text.split())


def main() -> int:
    """Run the app."""
    _, folder, descriptor = sys.argv
    finder = Finder(int(descriptor))
    try:
        return run(Path(folder))
    finally:
        finder.deleteLater()


if __name__ == "__main__":
    sys.exit(main())
