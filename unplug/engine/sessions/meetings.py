"""Busy times of the calendars that the user linked: whether a meeting is on now.

The files are read on the worker, when they change and once a day; the kernel says when
they change. Nothing of this is loaded where no calendar is linked.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from unplug.clock import Clock, to_ms
from unplug.engine.listening import Speaker
from unplug.errors import UnplugError
from unplug.sessions.busy import Busy, busy_times
from unplug.spans import Span

if TYPE_CHECKING:
    from unplug.engine.working import Job, Worker
    from unplug.sensing.inotify import Inotify

AHEAD = timedelta(days=3)
REREAD_AFTER = timedelta(days=1)
SETTLED_MS = 2_000
"""Programs that synchronise write many files at once: wait until they are done."""
_LONGEST = 16 * 1024 * 1024
_MOST_FILES = 20_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading the calendars.

    Attributes:
        spans: when somebody is busy, in order, in UTC.
        notices: what could not be read, a sentence each.
    """

    spans: tuple[Span, ...]
    notices: tuple[str, ...]


class Meetings:
    """Says when a meeting begins and ends.

    Args:
        calendars: .ics files, or folders of them.
        all_day: whether events without a time of day count.
        clock: where the time and the zone come from.
        worker: reads; None: it is read at once.
        held: told whether a meeting is on.
    """

    def __init__(
        self,
        *,
        calendars: tuple[str, ...],
        all_day: bool,
        clock: Clock,
        worker: "Worker | None",
        held: Callable[[bool], None],
    ) -> None:
        self._paths = tuple(Path(text).expanduser() for text in calendars)
        self._all_day = all_day
        self._clock = clock
        self._worker = worker
        self._held = held
        self._on = False
        self._spans: tuple[Span, ...] = ()
        self._read_at: datetime | None = None
        self._reading: Job | None = None
        self._changed_ms: int | None = None
        self._zone = clock.zone()
        self._inotify: Inotify | None = None
        self.notices: tuple[str, ...] = ()

    def start(self) -> None:
        """Begin to follow the calendars."""
        self._inotify = _watching(self._paths)
        self._read()

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now."""
        return () if self._inotify is None else (self._inotify,)

    def ready(self, speaker: Speaker) -> None:
        """Hear that a calendar has changed."""
        if self._inotify is not None and speaker is self._inotify:
            happened = self._inotify.read()
            if any(each.name.endswith(".ics") or not each.name for each in happened):
                self._changed_ms = self._clock.stamp().mono_ms

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        now = self._clock.stamp()
        waits = []
        if self._changed_ms is not None:
            waits.append(self._changed_ms + SETTLED_MS - now.mono_ms)
        if self._read_at is not None:
            due = self._read_at + REREAD_AFTER
            waits.append(to_ms(due) - now.wall_ms)
        edges = (edge for span in self._spans for edge in (span.start, span.end))
        ahead = [to_ms(edge) + 1 - now.wall_ms for edge in edges if edge > now.utc]
        waits += ahead[:1]
        return max(0, min(waits)) if waits else None

    def look(self) -> None:
        """Read what is to be read, and say what is on now."""
        now = self._clock.stamp()
        changed = self._changed_ms
        settled = changed is not None and now.mono_ms - changed >= SETTLED_MS
        late = self._read_at is None or now.utc - self._read_at >= REREAD_AFTER
        set_back = self._read_at is not None and now.utc < self._read_at
        if settled or late or set_back or self._clock.zone() != self._zone:
            self._read()
        self._tell(now.utc)

    def close(self) -> None:
        """Follow nothing any more; what was on is not on any longer."""
        if self._inotify is not None:
            self._inotify.close()
            self._inotify = None
        if self._reading is not None:
            self._reading.cancel()
        self._spans = ()
        self._read_at = None
        self._tell(self._clock.stamp().utc)

    def _read(self) -> None:
        now, self._zone = self._clock.stamp().utc, self._clock.zone()
        self._read_at, self._changed_ms = now, None
        window = Span(now - AHEAD, now + AHEAD)
        paths, zone, all_day = self._paths, self._zone, self._all_day
        if self._worker is None:
            self._take(read_calendars(paths, window, zone, all_day=all_day))
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._worker.submit(
            lambda _job: read_calendars(paths, window, zone, all_day=all_day),
            done=self._take,
            failed=lambda error: log.warning("%s", error),
        )

    def _take(self, read: Read) -> None:
        self._spans, self.notices, self._reading = read.spans, read.notices, None
        self._tell(self._clock.stamp().utc)

    def _tell(self, now: datetime) -> None:
        on = any(span.start <= now < span.end for span in self._spans)
        if on != self._on:
            self._on = on
            self._held(on)


def read_calendars(
    paths: tuple[Path, ...], window: Span, zone: ZoneInfo, *, all_day: bool
) -> Read:
    """Read the busy times out of calendars; what cannot be read is told.

    Args:
        paths: .ics files, or folders of them.
        window: the time that is of interest.
        zone: by whose clock floating times go.
        all_day: whether events without a time of day count.
    """
    notices: list[str] = []
    texts = (text for path in paths for text in _texts(path, notices))
    busy: Busy = busy_times(texts, window, zone, all_day=all_day)
    if busy.problems:
        log.info("calendars: %d problems, as %s", len(busy.problems), busy.problems[0])
    return Read(busy.spans, tuple(notices))


def _texts(path: Path, notices: list[str]) -> Iterator[str]:
    try:
        for file in _files(path):
            yield _text(file)
    except UnplugError as error:
        notices.append(str(error))
    except OSError as error:
        failed, todo = "cannot read a calendar", "see [sessions] in settings.toml"
        value = f"{path} ({error.strerror or error})"
        notices.append(str(UnplugError(failed, value, todo)))


def _files(path: Path) -> list[Path]:
    files = sorted(path.rglob("*.ics")) if path.is_dir() else [path]
    if len(files) > _MOST_FILES:
        failed, todo = "cannot read so many calendars", "link a smaller folder"
        raise UnplugError(failed, path, todo)
    return files


def _text(file: Path) -> str:
    if file.stat().st_size > _LONGEST:
        failed, todo = "cannot read so large a calendar", "link one below 16 MiB"
        raise UnplugError(failed, file, todo)
    return file.read_bytes().decode("utf-8-sig", errors="replace")


def _watching(paths: tuple[Path, ...]) -> "Inotify | None":
    """Watch folders, and the folders of files, as those are replaced when written."""
    try:
        from unplug.sensing.inotify import Happening, Inotify  # noqa: PLC0415
    except ImportError:  # not Linux: once a day has to do
        return None
    what = Happening.CLOSED_WRITTEN | Happening.MOVED_IN | Happening.DELETED
    try:
        inotify = Inotify()
    except OSError as error:
        log.warning("cannot follow the calendars: %s", error)
        return None
    for folder in {path if path.is_dir() else path.parent for path in paths}:
        for each in (folder, *_folders(folder)) if folder in paths else (folder,):
            try:
                inotify.watch(each, what)
            except OSError as error:
                log.info("cannot follow %s: %s", each, error)
    return inotify


def _folders(folder: Path) -> Iterator[Path]:
    try:
        yield from (each for each in folder.rglob("*") if each.is_dir())
    except OSError as error:
        log.info("cannot follow %s: %s", folder, error)
