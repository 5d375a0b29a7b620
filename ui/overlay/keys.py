"""What a key means to the overlay; typing that was meant for others means nothing."""

from dataclasses import dataclass
from enum import Enum

EARLY_MS = 2_000
"""For so long after it was shown the overlay is deaf."""

FLOW_MS = 700
"""A key this soon after another is part of somebody's typing."""


KEYBOARD_BY_MS = 5_000
"""By then the overlay has the keyboard, so that the way out is there for those who have
nothing else; before, it takes it only in a pause of typing."""


class Key(Enum):
    """The kinds of keys that there are for the overlay."""

    ESCAPE = "escape"
    DIGIT = "digit"
    BREATHE = "breathe"
    SILENT = "space, enter, modifiers and whatever moves the focus"
    TYPED = "anything else"


class Meaning(Enum):
    """What somebody wants who presses a key."""

    NOTHING = "nothing"
    LEAVE = "I need my computer"
    STAY = "stay after all"
    REASON = "the reason with this number"
    BREATHE = "the breathing guide, on or off"


def keyboard_wait_ms(quiet_ms: int | None, waited_ms: int) -> int:
    """How long the overlay leaves the keyboard to whoever has it; 0: no longer.

    Args:
        quiet_ms: how long there was no input; None: nobody knows.
        waited_ms: how long it was left already.
    """
    if waited_ms < EARLY_MS:
        return EARLY_MS - waited_ms
    if quiet_ms is None or quiet_ms >= FLOW_MS or waited_ms >= KEYBOARD_BY_MS:
        return 0
    return min(FLOW_MS - quiet_ms, KEYBOARD_BY_MS - waited_ms)


@dataclass(frozen=True, slots=True)
class Typing:
    """How far somebody is with typing.

    Attributes:
        shown_ms: since when there is an overlay; any clock that does not jump.
        last_ms: when a key was last pressed; None: none was.
    """

    shown_ms: int
    last_ms: int | None = None


def press(
    typing: Typing, key: Key, at_ms: int, *, leaving: bool
) -> tuple[Typing, Meaning]:
    """Judge a key that was pressed (not one that repeats because it is held).

    The way out begins with Escape after a pause and ends with a breath in which
    nothing is typed: no text that runs on beneath the overlay looks like that.
    """
    if key is Key.SILENT:
        return typing, Meaning.NOTHING
    flowing = typing.last_ms is not None and at_ms - typing.last_ms < FLOW_MS
    early = at_ms - typing.shown_ms < EARLY_MS
    # Someone who hits Escape again and again wants out; that is not typing.
    last_ms = typing.last_ms if key is Key.ESCAPE else at_ms
    after = Typing(typing.shown_ms, last_ms)
    if early:
        return after, Meaning.NOTHING
    return after, _meaning(key, flowing=flowing, leaving=leaving)


def _meaning(key: Key, *, flowing: bool, leaving: bool) -> Meaning:
    if leaving and key is not Key.ESCAPE:
        chosen = key is Key.DIGIT and not flowing
        return Meaning.REASON if chosen else Meaning.STAY
    if flowing or leaving:
        return Meaning.NOTHING
    if key is Key.ESCAPE:
        return Meaning.LEAVE
    return Meaning.BREATHE if key is Key.BREATHE else Meaning.NOTHING
