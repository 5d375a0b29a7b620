"""What an export of ActivityWatch holds, and the spans that follow from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge

from unplug.usage.activitywatch.merging import (
    Event,
    Ranked,
    bridged,
    flattened,
    intersected,
)
from unplug.usage.offsets import split_by_offset
from unplug.usage.states import ScreenSpan, State

HERE, AWAY = 0, 1
"""The labels of presence events."""
_ACTIVE, _LOCKED, _IDLE = 0, 1, 2
_STATES = (State.ACTIVE, State.LOCKED, State.IDLE)
_NO_LABEL = -1


@dataclass(frozen=True, slots=True)
class Label:
    """What a window event is about.

    Attributes:
        app: our id of the app; None where none is known.
        title: the window's title, where titles are kept.
        locks: whether it is the lock screen.
    """

    app: str | None
    title: str | None = None
    locks: bool = False


@dataclass(slots=True)
class Host:
    """What was recorded on one computer; labels are numbers."""

    windows: list[Event] = field(default_factory=list)
    presence: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Recording:
    """What an export holds, read and checked.

    Attributes:
        events: how many window and afk events were read.
        problems: a sentence for each sort of thing that had to be left out.
        hosts: the events by computer.
        labels: what the numbers on window events stand for.
    """

    events: int
    problems: tuple[str, ...]
    hosts: dict[str, Host]
    labels: tuple[Label, ...]

    def spans(self, zone: str) -> Iterator[ScreenSpan]:
        """The spans, in order, never overlapping.

        Where two computers were used at once, the one whose window came later counts.

        Args:
            zone: where the user was, an IANA name; ActivityWatch keeps no offsets.
        """
        pieces = [ordered for host in self.hosts.values() for ordered in self._of(host)]
        for start, end, rank, number in flattened(merge(*pieces)):
            label = self.labels[number] if number != _NO_LABEL else Label(None)
            for at, dur_ms, offset_q in split_by_offset(zone, start, end):
                yield ScreenSpan(
                    at, dur_ms, _STATES[rank], label.app, label.title, offset_q
                )

    def _of(self, host: Host) -> tuple[Iterator[Ranked], Iterator[Ranked]]:
        presence = list(_line_of(host.presence))
        here = intersected(_line_of(host.windows), presence)
        away = (
            (s, e, _IDLE, _NO_LABEL) for s, e, _, status in presence if status == AWAY
        )
        return (self._window(*each) for each in here if each[3] == HERE), away

    def _window(self, start: int, end: int, number: int, _: int) -> Ranked:
        if self.labels[number].locks:
            return start, end, _LOCKED, _NO_LABEL
        return start, end, _ACTIVE, number


def _line_of(events: list[Event]) -> Iterator[Ranked]:
    """One line of time out of one computer's events of one kind, put in order."""
    events.sort()
    return flattened((start, end, 0, label) for start, end, label in bridged(events))
