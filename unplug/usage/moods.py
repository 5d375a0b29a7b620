"""How somebody said they felt: one tap from 1 to 5, and a word if they like."""

from dataclasses import dataclass

MARKS = range(1, 6)
LOW = 2
"""A mark up to this one is a low one."""
LONGEST_WORD = 80


@dataclass(frozen=True, slots=True)
class Mood:
    """A mood note.

    Attributes:
        at_ms: when it was made, UTC.
        mark: 1 (low) to 5 (good).
        word: whatever the person wrote beside it; empty for most.
        offset_q: quarter hours east of UTC that held then.

    Raises:
        ValueError: the mark is no mark, or the word is longer than a line.
    """

    at_ms: int
    mark: int
    word: str = ""
    offset_q: int = 0

    def __post_init__(self) -> None:
        if self.mark not in MARKS:
            msg = f"a mood is 1 to 5, not {self.mark}"
            raise ValueError(msg)
        if len(self.word) > LONGEST_WORD:
            msg = f"a word has at most {LONGEST_WORD} letters, not {len(self.word)}"
            raise ValueError(msg)

    @property
    def is_low(self) -> bool:
        """Whether it counts towards opening the quiet corner."""
        return self.mark <= LOW
