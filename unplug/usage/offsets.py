"""Which offset from UTC holds when; remembers what it looked up."""

from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

from unplug.days import offset_quarters

_BUCKET_MS = 48 * 3_600_000


def offset_until(zone: str, wall_ms: int) -> tuple[int, int]:
    """The offset that holds at an instant, and until when at least.

    Args:
        zone: IANA name.
        wall_ms: the instant, UTC.

    Returns:
        Quarter hours east of UTC, and an instant after ``wall_ms`` (exclusive, UTC
        ms) up to which they hold.
    """
    bucket = wall_ms // _BUCKET_MS
    first, change_ms, last = _bucket(zone, bucket)
    if wall_ms < change_ms:
        return first, change_ms
    return last, (bucket + 1) * _BUCKET_MS


def split_by_offset(
    zone: str, start_ms: int, end_ms: int
) -> Iterator[tuple[int, int, int]]:
    """Cut ``[start_ms, end_ms)`` so that one offset holds in each piece.

    Yields:
        Start, UTC ms; length, ms; quarter hours east of UTC; in order.
    """
    begun, (offset_q, at) = start_ms, offset_until(zone, start_ms)
    while at < end_ms:
        following, until = offset_until(zone, at)
        if following != offset_q:
            yield begun, at - begun, offset_q
            begun, offset_q = at, following
        at = until
    yield begun, end_ms - begun, offset_q


@lru_cache(maxsize=256)
def _bucket(zone: str, bucket: int) -> tuple[int, int, int]:
    """The offsets of two days: at their start, where it changes, at their end."""
    info = ZoneInfo(zone)
    low, high = bucket * _BUCKET_MS, (bucket + 1) * _BUCKET_MS
    first, last = offset_quarters(low, info), offset_quarters(high - 1, info)
    if first == last:
        return first, low, last
    while high - low > 1:
        middle = (low + high) // 2
        if offset_quarters(middle, info) == first:
            low = middle
        else:
            high = middle
    return first, high, last
