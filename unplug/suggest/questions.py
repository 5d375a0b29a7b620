"""Questions worth asking face to face, from light to deep, and ways of listening."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from unplug.suggest.data import load
from unplug.suggest.dice import draw

_MIDDLE_FROM, _DEEP_FROM = 3, 5


class Depth(Enum):
    """How much a question asks of the one who answers."""

    LIGHT = "light"
    MIDDLE = "middle"
    DEEP = "deep"


class Listening(Enum):
    """What a listener can do: ask on, give back what was heard, or just stay."""

    ASK = "ask"
    REFLECT = "reflect"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Card:
    """One question or prompt; the key names it for good, also in translations."""

    key: str
    text: str


@lru_cache(maxsize=3)
def deck(depth: Depth) -> tuple[Card, ...]:
    """All questions of one depth."""
    return _cards("questions", depth.value)


@lru_cache(maxsize=3)
def prompts(listening: Listening) -> tuple[Card, ...]:
    """All prompts of one way of listening."""
    return _cards("listening", listening.value)


def some(
    cards: tuple[Card, ...], count: int, seed: int, seen: Collection[str] = ()
) -> tuple[Card, ...]:
    """A few cards, those not seen before first; the same for the same seed.

    Args:
        cards: a deck.
        count: how many; fewer come from a smaller deck.
        seed: any number.
        seen: keys of cards that were drawn before.
    """

    def order(card: Card) -> tuple[bool, float]:
        return card.key in seen, draw(seed, card.key)

    return tuple(sorted(cards, key=order)[:count])


def depth_for(closeness: int) -> Depth:
    """The depth to begin with for a closeness of 1 to 5."""
    if closeness >= _DEEP_FROM:
        return Depth.DEEP
    return Depth.MIDDLE if closeness >= _MIDDLE_FROM else Depth.LIGHT


def _cards(name: str, section: str) -> tuple[Card, ...]:
    told = load(name)[section]
    return tuple(Card(f"{section}-{key}", text) for key, text in told.items())
