"""What the other side still owes, and how long it may take."""

from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """What is owed.

    Members:
        HEARING: that it has taken note of what is listened to, by number.
        TAKING: that it has taken a message, by number.
        RETURN: that something comes back on a topic, by its name.
    """

    HEARING = auto()
    TAKING = auto()
    RETURN = auto()


Debt = tuple[Kind, int | str]


@dataclass(slots=True)
class Owed:
    """Answers that are awaited, in the order in which they were asked for.

    Only the first is timed, and from when it became the first: who answers one after
    the other over a slow line is given time for each, who leaves out one is found out.

    Attributes:
        patience_ms: how long the first may take.
    """

    patience_ms: int
    _asked: dict[Debt, None] = field(default_factory=dict)
    _since_ms: int = 0

    @property
    def first(self) -> Debt | None:
        """What has been awaited longest."""
        return next(iter(self._asked), None)

    @property
    def due_ms(self) -> int | None:
        """When patience with the first one ends."""
        return self._since_ms + self.patience_ms if self._asked else None

    def ask(self, debt: Debt, now_ms: int) -> None:
        """It is awaited from now on; twice is once."""
        if not self._asked:
            self._since_ms = now_ms
        self._asked.setdefault(debt)

    def answered(self, debt: Debt, now_ms: int) -> None:
        """It came, whether it was awaited or not."""
        if debt not in self._asked:
            return
        if debt == self.first:
            self._since_ms = now_ms
        del self._asked[debt]

    def has(self, kind: Kind) -> bool:
        """Whether something of the kind is awaited."""
        return any(asked is kind for asked, _ in self._asked)
