"""Digests of finished days: made before their spans go, and when somebody asks."""

from collections.abc import Iterable

from unplug.store.day_spans import DaySpans
from unplug.store.digests import DigestReader, DigestStore
from unplug.usage.digest import Digest, digest_of
from unplug.usage.states import ScreenSpan

SPANS_AT_ONCE = 3_000
"""So many, some two busy days', take about 30 ms."""
FIRST_DAY, LAST_DAY = -30_000, 400_000


def digest_from(
    spans: DaySpans, day: int, waiting: Iterable[ScreenSpan] = ()
) -> Digest:
    """A day's digest from what is stored, and from what is not stored yet."""
    return digest_of(day, [*spans.of_day(day), *waiting], spans.day_start_min)


def make_missing(
    spans: DaySpans, digests: DigestStore, last_day: int, limit: int = SPANS_AT_ONCE
) -> bool:
    """Make digests of the oldest days that have none.

    Args:
        spans: the recorded screen time.
        digests: where they are kept.
        last_day: days after it are not over.
        limit: stop after the day with which so many spans were read.

    Returns:
        Whether there are more to make.

    Raises:
        StorageTroubleError: the disk does not take them.
    """
    missing = digests.missing(FIRST_DAY, last_day)
    made: list[Digest] = []
    read = 0
    for day in missing:
        if read >= limit:
            break
        of_day = spans.of_day(day)
        read += len(of_day)
        made.append(digest_of(day, of_day, spans.day_start_min))
    if made:
        digests.put(made)
    return len(made) < len(missing)


def known_and_made(
    spans: DaySpans, digests: DigestReader, first_day: int, last_day: int
) -> list[Digest]:
    """The digests of a range, those that are missing made but not kept."""
    made = [digest_from(spans, day) for day in digests.missing(first_day, last_day)]
    return sorted([*digests.digests(first_day, last_day), *made], key=_day)


def _day(digest: Digest) -> int:
    return digest.day
