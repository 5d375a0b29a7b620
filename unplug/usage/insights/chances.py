"""How likely chance alone is: exact tails, and what remains after many looks.

Sources: R. A. Fisher, "Statistical Methods for Research Workers" (1934), section 21.02;
R. J. Simes, Biometrika 73 (1986), 751-754; Y. Benjamini and Y. Hochberg, Journal of the
Royal Statistical Society B 57 (1995), 289-300.
"""

from collections.abc import Sequence
from math import exp, lgamma, log


def fisher_tail(k: int, row: int, column: int, total: int) -> float:
    """How often a table is at least as lopsided, all its sums being as they are.

    Args:
        k: how many are in both the row and the column.
        row: how many are in the row.
        column: how many are in the column.
        total: how many there are.

    Returns:
        The chance of ``k`` or more, one-sided.
    """
    most = min(row, column)
    least = max(k, row + column - total, 0)
    whole = _log_choose(total, row)
    return min(
        1.0,
        sum(
            exp(
                _log_choose(column, both)
                + _log_choose(total - column, row - both)
                - whole
            )
            for both in range(least, most + 1)
        ),
    )


def binomial_tail(k: int, n: int, chance: float) -> float:
    """How often ``k`` or more of ``n`` tries succeed."""
    if chance <= 0:
        return 1.0 if k <= 0 else 0.0
    if chance >= 1:
        return 1.0
    yes, no = log(chance), log(1 - chance)
    return min(
        1.0,
        sum(
            exp(_log_choose(n, hits) + hits * yes + (n - hits) * no)
            for hits in range(max(k, 0), n + 1)
        ),
    )


def simes(chances: Sequence[float], tried: int | None = None) -> float:
    """One chance for "any of these", when several were tried.

    Args:
        chances: those that were worked out.
        tried: how many were tried; the others count as 1. None: just these.
    """
    m = len(chances) if tried is None else tried
    ordered = enumerate(sorted(chances), start=1)
    return min((min(1.0, m * p / rank) for rank, p in ordered), default=1.0)


def not_by_chance(
    chances: Sequence[float], q: float, tried: int | None = None
) -> list[bool]:
    """Benjamini and Hochberg: which stay, so that at most ``q`` of them are false.

    Args:
        chances: those that were worked out.
        q: the share of false discoveries that is borne.
        tried: how many were tried; the others count as 1. None: just these.
    """
    m = len(chances) if tried is None else tried
    limit = -1.0
    for rank, p in enumerate(sorted(chances), start=1):
        if p <= q * rank / m:
            limit = p
    return [p <= limit for p in chances]


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
