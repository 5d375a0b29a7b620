"""What has to be put back, written down before it is changed."""

import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from unplug.files import write_atomically

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """A switch that was turned, and how it stood before.

    Attributes:
        service: the notification service it belongs to, by its own name.
        before: whether do-not-disturb was on; None: it had never been set.
    """

    service: str
    before: bool | None


class Journal:
    """A file that is there as long as something has to be put back.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Entry | None:
        """What has to be put back; None: nothing, or nothing that can be read."""
        try:
            written = self._path.read_text("utf-8")
            import json  # noqa: PLC0415  (after a crash only)

            match json.loads(written):
                case {"service": str(service), "before": bool() | None as before}:
                    return Entry(service, before)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError) as error:
            log.warning("cannot read %s: %s", self._path, error)
        return None

    def write(self, entry: Entry) -> None:
        """Write down what is about to be changed.

        Raises:
            UnplugError: the disk refused.
        """
        import json  # noqa: PLC0415  (seldom)

        text = json.dumps({"service": entry.service, "before": entry.before})
        write_atomically(self._path, [text + "\n"])

    def clear(self) -> None:
        """All is as it was."""
        with suppress(FileNotFoundError):
            try:
                self._path.unlink()
            except PermissionError as error:  # said again at the next start: harmless
                log.warning("cannot remove %s: %s", self._path, error)
