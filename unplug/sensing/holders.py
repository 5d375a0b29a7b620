"""Who holds a reason not to disturb at present, and what of that is news."""

from collections.abc import Iterable

from unplug.sensing.facts import Fact, Occupied
from unplug.sensing.reasons import Reason

Holder = tuple[Reason, str]
"""A reason, and by whom it is held."""


class Holders:
    """Turns the present into facts about what has changed since the last time."""

    def __init__(self) -> None:
        self._said: frozenset[Holder] = frozenset()

    def news(self, held: Iterable[Holder]) -> list[Fact]:
        """What is no longer held, then what is held now and was not."""
        now = frozenset(held)
        gone, come = sorted(self._said - now), sorted(now - self._said)
        self._said = now
        return [
            *(Occupied(reason, held=False, by=by) for reason, by in gone),
            *(Occupied(reason, held=True, by=by) for reason, by in come),
        ]
