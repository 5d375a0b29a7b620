"""What suggestions ask of the address book."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.engine.suggestions.suggested import Reach
from unplug.suggest.inputs import Person


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the user told of a meeting or a call.

    Attributes:
        on: the local day.
        by_phone: whether it was a call.
        length_min: how long it was meant to be.
        felt: how it was, 1 to 5; None where nobody said.
        note: what there is to remember; may be empty.
        source: what it came from; it is logged once for each.
    """

    on: date
    by_phone: bool
    length_min: int
    source: str
    felt: int | None = None
    note: str = ""


class Acquaintances(Protocol):
    """The people, as suggestions need them."""

    def people(self, now: datetime, zone: ZoneInfo) -> tuple[Person, ...]:
        """Everybody, those who are never suggested too.

        Args:
            now: in UTC.
            zone: the user's.
        """

    def changed(self) -> None:
        """Somebody was added, changed, met or forgotten."""

    def person(self, uid: str, now: datetime, zone: ZoneInfo) -> Person | None:
        """Somebody by their UID; None: they are not there any more."""

    def reach(self, uid: str) -> Reach:
        """How somebody can be reached."""

    def never(self, uid: str) -> bool:
        """Note that somebody is never to be suggested.

        Returns:
            Whether the address book remembers it now.
        """

    def log(self, uid: str, meeting: Meeting) -> None:
        """Log a meeting or a call; it resets their clocks at once."""
