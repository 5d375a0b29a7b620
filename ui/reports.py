"""What nobody caught: written down with its traceback, and shown once."""

import logging
import sys
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal, qVersion

from unplug import __version__
from unplug.clock import Clock
from unplug.errors import UnplugError

KEEP = 20
"""How many reports are kept; the oldest go first."""

translate = QCoreApplication.translate
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something went wrong: a sentence for the person in front of it."""

    text: str


class Reports(QObject):
    """Catches what nobody caught, in this thread and every other.

    Signals:
        trouble_met: something new went wrong; carries a `Trouble`.
    """

    trouble_met = Signal(Trouble)

    def __init__(
        self, *, folder: Path, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self._seen: set[str] = set()

    def install(self) -> None:
        """Be the one who is told, from now on."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Take in one exception; the same one again is only logged."""
        if isinstance(error, UnplugError):
            key = text = str(error)
        else:
            details = "".join(traceback.format_exception(kind, error, trace))
            _log.error("%s", details)
            # Where it was raised, not what it said: values differ every time.
            key = f"{kind} {traceback.format_tb(trace)}"
            text = self._write(details) if key not in self._seen else ""
        if key in self._seen:
            return
        self._seen.add(key)
        self.trouble_met.emit(Trouble(text))

    def _write(self, details: str) -> str:
        import platform  # noqa: PLC0415  (seldom needed)

        now = self._clock.stamp().utc
        head = (
            f"unplug {__version__} · Python {platform.python_version()} · "
            f"Qt {qVersion()} · {platform.platform()} · {now.isoformat()}\n\n"
        )
        path = self._folder / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_text(head + details, encoding="utf-8")
            self._forget_old()
        except OSError as error:
            text = translate(
                "Reports",
                "something went wrong, and the report could not be saved: {reason}",
            )
            return text.format(reason=error.strerror or error)
        text = translate("Reports", "something went wrong, report saved at {path}")
        return text.format(path=path)

    def _forget_old(self) -> None:
        for old in sorted(self._folder.glob("report-*.txt"))[:-KEEP]:
            old.unlink(missing_ok=True)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)
