"""The door to mood notes: one tap from 1 to 5, and a word if somebody likes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from unplug.clock import Clock, from_ms, to_ms
from unplug.days import DAY_MS, offset_quarters
from unplug.errors import UnplugError
from unplug.store.database import Database

if TYPE_CHECKING:
    from unplug.engine.sessions.news import SessionNews
    from unplug.people.checkins import CheckIn
    from unplug.store.moods import MoodStore
    from unplug.usage.moods import Mood

_TAKEN_BACK_MS = 60_000
_RIGHT_AFTER_MS = 30 * 60_000


class Moods:
    """Mood notes in the running app.

    Args:
        clock: where the time comes from.
        database: gives the open database; None while the disk does not let it.
        zone: says where the user is.

    Attributes:
        observers: told after every note.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        database: Callable[[], Database | None],
        zone: Callable[[], ZoneInfo],
    ) -> None:
        self._clock = clock
        self._database = database
        self._zone = zone
        self.observers: list[Callable[[], None]] = []
        self._over = ("", 0)

    def note(self, mark: int, word: str = "") -> "Mood":
        """Note how somebody feels now.

        A note within a minute of the last one takes its place: a slip of the finger,
        or the word that came after the tap.

        Args:
            mark: 1 (low) to 5 (good).
            word: what they wrote beside it.

        Raises:
            UnplugError: it is no mark, or the disk does not take it.
        """
        from unplug.usage.moods import Mood  # noqa: PLC0415  (with the first note)

        at_ms = self._clock.stamp().wall_ms
        try:
            mood = Mood(at_ms, mark, word.strip(), offset_quarters(at_ms, self._zone()))
        except ValueError as error:
            failed, todo = "cannot note a mood", "take 1 to 5, and a short word"
            raise UnplugError(failed, mark, f"{todo} ({error})") from error
        store = self._store()
        for slip in store.moods(at_ms - _TAKEN_BACK_MS, at_ms):
            store.drop(slip.at_ms)
        store.put(mood)
        for told in self.observers:
            told()
        return mood

    def session_told(self, news: "SessionNews") -> None:
        """How one feels right after a session is how one feels: note it as well."""
        from unplug.engine.sessions.news import SessionFelt, SessionOver  # noqa: PLC0415
        from unplug.usage.moods import LONGEST_WORD  # noqa: PLC0415

        now_ms = self._clock.stamp().wall_ms
        match news:
            case SessionOver():
                self._over = (news.session, now_ms)
            case SessionFelt(session, felt, note):
                over, at_ms = self._over
                if session == over and now_ms - at_ms <= _RIGHT_AFTER_MS:
                    with suppress(UnplugError):  # the session has it, too
                        self.note(felt, note[:LONGEST_WORD])

    def check_in_logged(self, check_in: "CheckIn") -> None:
        """How a meeting of today felt is a mood of today: note it as well."""
        if check_in.felt is not None:
            with suppress(UnplugError):  # the check-in has it, too
                self.note(check_in.felt)

    def recent(self, days: int = 30) -> "tuple[Mood, ...]":
        """The notes of the last days, by time.

        Raises:
            UnplugError: the database is not there.
        """
        now_ms = self._clock.stamp().wall_ms
        return self._store().moods(now_ms - days * DAY_MS, now_ms + 1)

    def lows_since(self, since: datetime) -> tuple[datetime, ...]:
        """When low marks were made after an instant; three open the quiet corner.

        Args:
            since: aware; the instants returned are in UTC.

        Raises:
            UnplugError: the database is not there.
        """
        now_ms = self._clock.stamp().wall_ms
        moods = self._store().moods(to_ms(since) + 1, now_ms + 1)
        return tuple(from_ms(m.at_ms).astimezone(UTC) for m in moods if m.is_low)

    def _store(self) -> "MoodStore":
        from unplug.store.moods import MoodStore  # noqa: PLC0415  (with the first note)

        database = self._database()
        if database is None:
            failed, todo = "cannot reach the mood notes", "see the tray"
            raise UnplugError(failed, "the database is not open", todo)
        return MoodStore(database)
