"""Reading a JSON export of ActivityWatch, event by event.

A million events (130 MB) take about 9 s and 260 MB until they are spans; with titles
kept, 12 s and 540 MB. Both grow with the number of events, whatever else there is.
"""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from unplug.clock import EPOCH
from unplug.errors import UnplugError
from unplug.usage.activitywatch.jsonstream import JsonStream
from unplug.usage.activitywatch.merging import Event
from unplug.usage.activitywatch.recording import AWAY, HERE, Host, Label, Recording

AppId = Callable[[str], str | None]
_LOCK_SCREENS = {"loginwindow", "lockapp.exe", "logonui.exe"}
_STATUS = {"not-afk": HERE, "afk": AWAY}
_MICROSECOND = timedelta(microseconds=1)
_LONGEST_S = 10 * 366 * 24 * 3600


def plain_name(app: str) -> str | None:
    """An app as ActivityWatch named it, tidied; None where it knew none."""
    name = " ".join(unicodedata.normalize("NFC", app).split())
    return None if name.lower() in {"", "unknown"} else name


def read_file(
    path: Path, *, titles: bool = False, app_id: AppId = plain_name
) -> Recording:
    """Read an export; see ``read``.

    Raises:
        UnplugError: the file cannot be read, or is no such export.
    """
    try:
        with path.open(encoding="utf-8-sig") as text:
            return read(text, path.name, titles=titles, app_id=app_id)
    except OSError as error:
        failed = f"cannot import {path.name}"
        raise UnplugError(failed, error.strerror or error, f"check {path}") from error


def read(
    text: TextIO, name: str, *, titles: bool = False, app_id: AppId = plain_name
) -> Recording:
    """Read an export; all of it is checked before this returns.

    Args:
        text: the export.
        name: what to call the file in errors.
        titles: whether to keep the titles of windows.
        app_id: turns ActivityWatch's name of an app into ours, None into no app.

    Raises:
        UnplugError: it is no such export, or broken; says where.
    """
    labels = _Labels(app_id, titles=titles)
    return _Reader(text, f"cannot import {name}", labels).recording()


class _OddError(Exception):
    """An event that is not as it should be.

    Args:
        key: which part of it, as the end of a path, as in ".duration".
        reason: what is odd about it.
    """

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key, self.reason = key, reason


class _Bucket(NamedTuple):
    """Where the events of a bucket go, and how their data become numbers."""

    events: list[Event]
    number_of: Callable[[Any], int]


class _Labels:
    """Gives each app, and title if they are kept, a number."""

    def __init__(self, app_id: AppId, *, titles: bool) -> None:
        self._app_id = app_id
        self._titles = titles
        self._numbers: dict[tuple[str, str | None], int] = {}
        self.all: list[Label] = []

    def number_of(self, data: Any) -> int:  # noqa: ANN401  (whatever the file holds)
        """The number of a window event's data."""
        app, title = data.get("app", ""), data.get("title") if self._titles else None
        if not isinstance(app, str):
            raise _OddError(key=".data.app", reason="is no text")
        if not isinstance(title, str | None):
            raise _OddError(key=".data.title", reason="is no text")
        known = self._numbers.get((app, title))
        if known is None:
            known = self._numbers[app, title] = len(self.all)
            locks = app.lower() in _LOCK_SCREENS
            self.all.append(Label(self._app_id(app), title or None, locks))
        return known


class _Reader:
    """Reads one export.

    Args:
        text: the export.
        failed: how an error begins.
        labels: numbers the window events.
    """

    def __init__(self, text: TextIO, failed: str, labels: _Labels) -> None:
        self._failed = failed
        self._json = JsonStream(text, failed)
        self._labels = labels
        self._hosts: dict[str, Host] = {}
        self._events = 0
        self._below_zero = 0

    def recording(self) -> Recording:
        """Read it all."""
        found = False
        for key in self._within("it"):
            if key == "buckets":
                found = True
                for bucket in self._within("buckets"):
                    self._bucket(f'buckets["{bucket}"]')
            else:
                self._json.skip()
        self._json.finish()
        if not found:
            raise self._broken(path="it", reason='holds no "buckets"')
        problems = tuple(self._problems())
        return Recording(self._events, problems, self._hosts, tuple(self._labels.all))

    def _within(self, path: str) -> Iterator[str]:
        if self._json.begins() != "{":
            raise self._broken(path, "is no JSON object")
        return self._json.members()

    def _bucket(self, path: str) -> None:
        known: dict[str, Any] = {}
        early: list[Any] = []  # events written before their bucket's type
        for key in self._within(path):
            if key != "events":
                known[key] = self._json.value()
            elif "type" in known and "hostname" in known:
                self._stream(path, self._opened(path, known))
            else:
                early = self._json.value() or []
        bucket = self._opened(path, known)
        if bucket is not None:
            self._take(path, bucket, enumerate(early))

    def _opened(self, path: str, known: dict[str, Any]) -> _Bucket | None:
        """Where this bucket's events go; None for one of another kind."""
        kind, hostname = known.get("type"), known.get("hostname") or ""
        if not isinstance(kind, str):
            raise self._broken(path=f"{path}.type", reason="is no text")
        if not isinstance(hostname, str):
            raise self._broken(path=f"{path}.hostname", reason="is no text")
        if kind not in {"currentwindow", "afkstatus"}:
            return None
        host = self._hosts.setdefault(hostname, Host())
        if kind == "currentwindow":
            return _Bucket(host.windows, self._labels.number_of)
        return _Bucket(host.presence, _status_of)

    def _stream(self, path: str, bucket: _Bucket | None) -> None:
        begins, value = self._json.begins(), self._json.value
        if bucket is None or begins == "n":  # of another kind, or null
            self._json.skip()
        elif begins != "[":
            raise self._broken(path=f"{path}.events", reason="is no JSON array")
        else:
            events = ((index, value()) for index in self._json.elements())
            self._take(path, bucket, events)

    def _take(
        self, path: str, bucket: _Bucket, events: "Iterator[tuple[int, Any]]"
    ) -> None:
        for index, event in events:
            self._events += 1
            try:
                start_ms, end_ms = _interval(event)
                number = bucket.number_of(event["data"])
            except _OddError as odd:
                where = f"{path}.events[{index}]{odd.key}"
                raise self._broken(where, odd.reason) from odd
            if end_ms < start_ms:
                self._below_zero += 1
            else:
                bucket.events.append((start_ms, end_ms, number))

    def _problems(self) -> Iterator[str]:
        if self._below_zero:
            yield f"{self._below_zero} events last less than nothing; they are left out"
        for name, host in self._hosts.items():
            if host.windows and not host.presence:
                yield (
                    f"{len(host.windows)} window events of {name or 'one computer'} "
                    "have no afk events beside them, so nobody can tell whether "
                    "somebody was there; they are left out"
                )

    def _broken(self, path: str, reason: str) -> UnplugError:
        todo = "export all buckets as JSON from ActivityWatch"
        return UnplugError(self._failed, f"{path} {reason}", todo)


def _interval(event: Any) -> tuple[int, int]:  # noqa: ANN401  (whatever the file holds)
    """Start and end, UTC ms, of an event whose shape is checked here."""
    if not isinstance(event, dict):
        raise _OddError(key="", reason="is no JSON object")
    if not isinstance(event.get("data"), dict):
        raise _OddError(key=".data", reason="is no JSON object")
    seconds = event.get("duration")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise _OddError(key=".duration", reason="is no number of seconds")
    if not isfinite(seconds) or abs(seconds) > _LONGEST_S:
        raise _OddError(key=".duration", reason="is no believable number of seconds")
    try:
        at = datetime.fromisoformat(event["timestamp"])
    except (KeyError, TypeError, ValueError) as error:
        raise _OddError(key=".timestamp", reason="is no ISO 8601 time") from error
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)  # as ActivityWatch itself takes it
    start_us = (at - EPOCH) // _MICROSECOND
    return start_us // 1000, (start_us + round(seconds * 1_000_000)) // 1000


def _status_of(data: Any) -> int:  # noqa: ANN401  (whatever the file holds)
    status = data.get("status")
    if not isinstance(status, str) or status not in _STATUS:
        raise _OddError(key=".data.status", reason='is neither "afk" nor "not-afk"')
    return _STATUS[status]
