"""Making one line of time out of events that overlap, repeat and leave gaps."""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

POLL_GAP_MS = 5_000
"""ActivityWatch looks once a second and joins what is this close; so do we."""

Event = tuple[int, int, int]
"""Start and end, UTC ms, and the number of a label."""
Ranked = tuple[int, int, int, int]
"""Start, end, rank (the lowest wins) and the number of a label."""


def bridged(events: Iterable[Event]) -> Iterator[Event]:
    """Events with short gaps after one given to it.

    An event without length was seen at one look: it lasts until the next, if that is
    near.

    Args:
        events: in order of their start.
    """
    held: Event | None = None
    for event in events:
        if held is not None:
            start, end, label = held
            if end < event[0] <= end + POLL_GAP_MS:
                end = event[0]
            yield start, end, label
        held = event
    if held is not None:
        yield held


def flattened(events: Iterable[Ranked]) -> Iterator[Ranked]:
    """Pieces in order that do not overlap and cover what the events cover.

    At every instant the lowest rank wins, in it the latest start, in it the earliest
    end. Neighbours of one rank and label are one piece.

    Args:
        events: in order of their start.
    """
    held: Ranked | None = None
    for piece in _pieces(events):
        if held is not None and held[1] == piece[0] and held[2:] == piece[2:]:
            held = (held[0], *piece[1:])
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def intersected(
    windows: Iterable[Ranked], presence: Iterable[Ranked]
) -> Iterator[tuple[int, int, int, int]]:
    """Where both cover: start, end, the window's label and the presence's label.

    Args:
        windows: flattened.
        presence: flattened.
    """
    ahead = iter(presence)
    other = next(ahead, None)
    for start, end, _, label in windows:
        while other is not None and other[1] <= start:
            other = next(ahead, None)
        while other is not None and other[0] < end:
            yield max(start, other[0]), min(end, other[1]), label, other[3]
            if other[1] > end:
                break
            other = next(ahead, None)


def _pieces(events: Iterable[Ranked]) -> Iterator[Ranked]:
    running: list[tuple[int, int, int, int]] = []  # rank, -start, end, label
    now = 0
    for start, end, rank, label in events:
        yield from _until(running, now, start)
        now = start
        heappush(running, (rank, -start, end, label))
    yield from _until(running, now, None)


def _until(
    running: list[tuple[int, int, int, int]], now: int, stop: int | None
) -> Iterator[Ranked]:
    """What wins from ``now`` on, until ``stop`` or until nothing runs any more."""
    while running and (stop is None or now < stop):
        rank, _, end, label = running[0]
        if end <= now:
            heappop(running)
            continue
        until = end if stop is None else min(end, stop)
        yield now, until, rank, label
        now = until
