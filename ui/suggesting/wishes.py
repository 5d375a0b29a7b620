"""What windows want of suggestions."""

from dataclasses import dataclass
from datetime import datetime

from unplug.engine.suggestions.suggested import How, Said


@dataclass(frozen=True, slots=True)
class SuggestionSaid:
    """What was said to a suggestion, by its key."""

    key: str
    said: Said


@dataclass(frozen=True, slots=True)
class AskWish:
    """Suggest somebody now."""


@dataclass(frozen=True, slots=True)
class AddressWish:
    """Open mail, telephone, map or a site."""

    address: str


@dataclass(frozen=True, slots=True)
class HowWish:
    """How suggestions are wanted; None: leave everything as it is."""

    how: How | None


@dataclass(frozen=True, slots=True)
class PlanWish:
    """Plan a suggestion.

    Attributes:
        key: of the suggestion.
        start: when it begins, aware.
        end: when it ends.
        device_free: be device-free meanwhile.
    """

    key: str
    start: datetime
    end: datetime
    device_free: bool = False


@dataclass(frozen=True, slots=True)
class AfterWish:
    """How a planned meeting was; what is missing stays missing.

    Attributes:
        key: of the suggestion it was made from.
        happened: None where nobody said.
        felt: 1 to 5; None where nobody said.
        note: what there is to remember.
    """

    key: str
    happened: bool | None
    felt: int | None = None
    note: str = ""
