"""Small things to do without a screen, for a time that was planned for nothing."""

from dataclasses import dataclass
from zlib import crc32

from PySide6.QtCore import QCoreApplication

NIGHT = range(21, 29)
MORNING = range(5, 12)
DAYLIGHT = range(8, 18)
WAKING = range(7, 22)
DAY_H = 24
MINUTE_MS = 60_000
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to do.

    Attributes:
        text: what, as it is said after "Perhaps:".
        least_min: with less time than this it is no use.
        most_min: with more time than this it is too little.
        hours: the local hours at which it fits; past 23 they go on.
    """

    text: str
    least_min: int = 0
    most_min: int = 7 * DAY_H * 60
    hours: range = range(DAY_H)


def idea_for(session_id: str, length_ms: int, hour: int) -> str:
    """One idea that fits a length and an hour; the same one each time it is asked.

    Args:
        session_id: the session it is for.
        length_ms: how long it lasts.
        hour: the local hour, 0 to 23.
    """
    minutes = length_ms // MINUTE_MS
    fitting = [
        idea.text
        for idea in _ideas()
        if idea.least_min <= minutes <= idea.most_min
        and (hour in idea.hours or hour + DAY_H in idea.hours)
    ]
    return fitting[crc32(session_id.encode()) % len(fitting)] if fitting else ""


def _ideas() -> tuple[Idea, ...]:
    return (*_short(), *_longer(), *_long(), *_late())


def _short() -> tuple[Idea, ...]:
    return (
        Idea(translate("Ideas", "look out of the window for a while"), most_min=15),
        Idea(translate("Ideas", "drink a glass of water, slowly"), most_min=15),
        Idea(translate("Ideas", "stretch your back and your hands"), most_min=15),
        Idea(translate("Ideas", "water the plants"), 3, 30, WAKING),
        Idea(translate("Ideas", "step outside and breathe the air"), 3, 30, WAKING),
        Idea(translate("Ideas", "make tea and only drink it"), 8, 45, WAKING),
    )


def _longer() -> tuple[Idea, ...]:
    return (
        Idea(translate("Ideas", "walk once around the block"), 15, 60, WAKING),
        Idea(translate("Ideas", "tidy one drawer, just one"), 15, 90, WAKING),
        Idea(translate("Ideas", "write somebody a card by hand"), 15, 120, WAKING),
        Idea(translate("Ideas", "knock at a neighbour's door"), 20, 120, DAYLIGHT),
        Idea(translate("Ideas", "play or sing a song"), 15, 120, WAKING),
        Idea(translate("Ideas", "draw what lies on the table"), 15, 120, WAKING),
        Idea(translate("Ideas", "read a few pages on paper"), 20, 180),
        Idea(translate("Ideas", "mend the thing that waits for it"), 25, 180, WAKING),
        Idea(translate("Ideas", "stretch and wake up slowly"), 10, 60, MORNING),
    )


def _long() -> tuple[Idea, ...]:
    return (
        Idea(
            translate("Ideas", "cook something that takes its time"), 60, hours=WAKING
        ),
        Idea(translate("Ideas", "go where there are trees"), 60, hours=DAYLIGHT),
        Idea(translate("Ideas", "ring at the door of a friend"), 60, hours=DAYLIGHT),
        Idea(translate("Ideas", "bake bread or a cake"), 90, hours=WAKING),
        Idea(translate("Ideas", "play a board game with somebody"), 60, hours=WAKING),
        Idea(
            translate("Ideas", "take a street you have never taken"), 45, hours=DAYLIGHT
        ),
        Idea(translate("Ideas", "swim, cycle or kick a ball"), 60, hours=DAYLIGHT),
        Idea(translate("Ideas", "sit in the garden or a park"), 40, hours=DAYLIGHT),
    )


def _late() -> tuple[Idea, ...]:
    return (
        Idea(translate("Ideas", "dim the lights and listen to the quiet"), hours=NIGHT),
        Idea(translate("Ideas", "take a warm bath"), 25, hours=range(19, 25)),
        Idea(translate("Ideas", "lay out what tomorrow needs"), 5, 60, range(19, 25)),
        Idea(translate("Ideas", "go to bed a little early"), 30, hours=range(20, 29)),
    )
