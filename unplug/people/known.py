"""What is known of a person at a glance: enough for lists, clocks and suggestions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from unplug.people.checkins import Clocks
from unplug.people.circles import Cadence, Circle
from unplug.people.contact import Anniversary, FreeTime
from unplug.people.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person, without the card.

    Attributes:
        name: what to call them.
        circle: the name of a circle; empty where the user has not said.
        own_cadence: where it differs from the circle's.
        closeness: 1 to 5; None where the user has not said.
        zone: the IANA name of theirs; empty is "the same as mine".
        free_times: when they are usually free, in their zone.
        is_person: it is no group and no organisation.
        corner: their place among those chosen for the quiet corner; 0: not chosen.
        since: the local day on which they came into the address book.
        last_met: the last meeting in person.
        last_called: the last call.
        felt: how meetings and calls felt, 1 to 5, the latest first; a dozen at most.
    """

    uid: str
    name: str
    circle: str = ""
    own_cadence: Cadence | None = None
    closeness: int | None = None
    zone: str = ""
    city: str = ""
    free_times: tuple[FreeTime, ...] = ()
    birthday: PartialDate | None = None
    anniversaries: tuple[Anniversary, ...] = ()
    interests: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    never: bool = False
    in_memoriam: bool = False
    blocked: bool = False
    is_person: bool = True
    remind: bool = True
    corner: int = 0
    since: date
    last_met: date | None = None
    last_called: date | None = None
    felt: tuple[int, ...] = ()

    @property
    def suggestible(self) -> bool:
        """Whether they may be suggested at all."""
        return self.is_person and not (self.never or self.in_memoriam or self.blocked)

    @property
    def clocks(self) -> Clocks:
        """When they were last met and called."""
        return Clocks(self.last_met, self.last_called)

    def cadence(self, circles: Mapping[str, Circle]) -> Cadence | None:
        """Their own cadence or their circle's; None for those who are in no circle."""
        if self.own_cadence is not None:
            return self.own_cadence
        circle = circles.get(self.circle)
        return None if circle is None else circle.cadence
