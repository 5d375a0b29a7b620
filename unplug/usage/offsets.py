"""Which offset from UTC holds when; remembers what it looked up."""

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
