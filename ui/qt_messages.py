"""What Qt says: into the log; and its last words, before it ends us, as a sentence."""

import logging
import os
import sys
from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    # Qt warns about much that concerns nobody, such as a portal that is not there.
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
}
_log = logging.getLogger("qt")


class QtMessages:
    """Takes Qt's messages from its `install` on."""

    def __init__(self) -> None:
        self._warnings: deque[str] = deque(maxlen=3)

    def install(self) -> None:
        """Be the one who is told."""
        qInstallMessageHandler(self._said)

    def _said(
        self, kind: QtMsgType, _context: QMessageLogContext, message: str
    ) -> None:
        if kind is QtMsgType.QtFatalMsg:
            if sys.stderr is not None:
                sentence = last_words(self._warnings, message)
                sys.stderr.write(f"unplug: {sentence}\n")
                sys.stderr.flush()
            os._exit(1)  # Qt would abort and leave a core file that helps nobody
        if kind is QtMsgType.QtWarningMsg:
            self._warnings.append(message)
        _log.log(_LEVELS[kind], "%s", message)


def last_words(warnings: Iterable[str], fatal: str) -> str:
    """Why Qt cannot go on, in one sentence.

    Args:
        warnings: what it warned of before; the true reason comes first.
        fatal: what it said last.
    """
    said = [line for text in (*warnings, fatal) for line in text.splitlines() if line]
    unreachable = [line for line in said if "could not connect" in line]
    reason = (unreachable or said or ["Qt gave no reason"])[0].rstrip(" .")
    todo = "track without a tray by `unplug track`"
    if "xcb-cursor" in reason:  # Qt names it whichever of them is missing
        todo = (
            "install libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1 and "
            f"libxkbcommon-x11-0, or {todo}"
        )
    return f"cannot open the tray: {reason} — {todo}"
