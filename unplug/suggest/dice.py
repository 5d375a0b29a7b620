"""Chance that can be thrown again: the same seed and words, the same number for ever.

The standard library's ``random`` takes longer to import than a suggestion takes to
find, and its numbers for the same seed may change between versions of Python.
"""

from collections.abc import Sequence

_MASK = (1 << 64) - 1
_FNV_BASIS, _FNV_PRIME = 0xCBF29CE484222325, 0x100000001B3


def draw(seed: int, *about: int | str) -> float:
    """A number in ``[0, 1)`` for a seed and what it is drawn for."""
    state = _FNV_BASIS
    for byte in repr((seed, about)).encode():
        state = ((state ^ byte) * _FNV_PRIME) & _MASK
    # The last step of splitmix64, since neighbouring texts hash to neighbours.
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _MASK
    return ((state ^ (state >> 31)) >> 11) / (1 << 53)


def pick(weights: Sequence[float], drawn: float) -> int:
    """The index that a number in ``[0, 1)`` falls on, by weight.

    Raises:
        ValueError: there is no weight at all.
    """
    left = drawn * sum(weights)
    for index, weight in enumerate(weights):
        if left < weight:
            return index
        left -= weight
    for index in range(len(weights) - 1, -1, -1):
        if weights[index] > 0:  # rounding carried us past the end
            return index
    msg = "nothing to pick from"
    raise ValueError(msg)
