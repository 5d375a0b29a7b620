"""What somebody wants of a session; each is carried by a signal."""

from dataclasses import dataclass

from ui.overlay.spec import FEELINGS


@dataclass(frozen=True, slots=True)
class LeaveWish:
    """End the session early; an empty reason has yet to be given."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class PostponeWish:
    """Begin the session later, by what the strip offered."""

    by_ms: int


@dataclass(frozen=True, slots=True)
class FeltWish:
    """How it felt: 1 to 5; None: rather not say."""

    session_id: str
    felt: int | None

    def __post_init__(self) -> None:
        if self.felt is not None and self.felt not in FEELINGS:
            msg = f"a feeling is a number from 1 to 5, not {self.felt}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class FreedScreen:
    """A screen on which nothing was painted in time, so that it was freed."""

    name: str
