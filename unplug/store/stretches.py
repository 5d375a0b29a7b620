"""Stretches at the screen: screen time that no break of some length interrupts."""

import sqlite3

from unplug.store.trouble import from_sqlite, path_of
from unplug.usage.states import SCREEN_STATES

_STATES = ", ".join(str(int(state)) for state in sorted(SCREEN_STATES))
_STRETCHES = f"""
    WITH screen AS (
        SELECT start_ms, dur_ms,
               lag(start_ms + dur_ms) OVER (ORDER BY start_ms) AS before_ms
          FROM span
         WHERE start_ms >= :first AND start_ms < :last AND state IN ({_STATES})
    ), numbered AS (
        SELECT dur_ms, sum(before_ms IS NULL OR start_ms - before_ms >= :gap)
               OVER (ORDER BY start_ms ROWS UNBOUNDED PRECEDING) AS number
          FROM screen
    )
    SELECT sum(dur_ms) FROM numbered GROUP BY number ORDER BY number
"""


class Stretches:
    """The recorded screen time, stretch by stretch.

    Args:
        connection: to the database, for reading at least.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def lengths_ms(self, first_ms: int, last_ms: int, gap_ms: int) -> list[int]:
        """How long each stretch at the screen was, in order.

        Args:
            first_ms: spans that start from here on count, UTC.
            last_ms: spans that start before here count.
            gap_ms: a break of this length ends a stretch.

        Raises:
            StorageTroubleError: the database turns out to be damaged.
        """
        given = {"first": first_ms, "last": last_ms, "gap": gap_ms}
        try:
            return [int(ms) for (ms,) in self._connection.execute(_STRETCHES, given)]
        except sqlite3.Error as error:
            raise from_sqlite(error, path_of(self._connection)) from error
