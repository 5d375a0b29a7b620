"""Regular expressions that cannot hang the app, whatever the user writes.

Python's matcher tries alternatives one after another and can take longer than the age
of the universe over a short text. So a text is cut to ``SUBJECT_CHARS``, and a pattern
is refused when the number of ways in which it could be tried on such a text is above
``MAX_WAYS``. The count is an upper bound; it is never too low.
"""

import re
import warnings
from re import _constants as ops  # type: ignore[attr-defined]  # the parser has no public name
from re import _parser as parser  # type: ignore[attr-defined]  # since sre_parse is deprecated
from typing import Any

SUBJECT_CHARS = 200
MAX_WAYS = 10_000_000
_REPEATS = {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}
_GROUPS = {ops.SUBPATTERN, ops.ATOMIC_GROUP, ops.ASSERT, ops.ASSERT_NOT}


def compile_safely(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that ignores case.

    Raises:
        ValueError: it is no regular expression, or could take too long; says why.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a doubtful set like "[[a]" is a mistake
            compiled = re.compile(pattern, re.IGNORECASE)
            ways = _ways(parser.parse(pattern)) * SUBJECT_CHARS
    except (re.error, Warning) as error:
        raise ValueError(str(error)) from error
    except (OverflowError, RecursionError) as error:
        msg = "it is too large"
        raise ValueError(msg) from error
    if ways > MAX_WAYS:
        msg = (
            "it could take too long: use at most two of * + {} and repeat single "
            "characters or [sets], not groups"
        )
        raise ValueError(msg)
    return compiled


def _ways(sequence: Any) -> int:  # noqa: ANN401  (the parser's own, untyped)
    """In how many ways a sequence can be tried from one place, at most."""
    ways = 1
    for op, argument in sequence:
        ways = min(ways * _ways_of_one(op, argument), MAX_WAYS + 1)
    return ways


def _ways_of_one(op: Any, argument: Any) -> int:  # noqa: ANN401  (the parser's own, untyped)
    if op in _REPEATS:
        return _ways_of_repeat(*argument)
    if op is ops.BRANCH:
        return sum(_ways(branch) for branch in argument[1])
    if op in _GROUPS:
        return _ways(argument if op is ops.ATOMIC_GROUP else argument[-1])
    if op is ops.GROUPREF_EXISTS:
        return sum(_ways(branch) for branch in argument[1:] if branch)
    return 1  # one character, a place, or the same text once more


def _ways_of_repeat(least: int, most: int, body: Any) -> int:  # noqa: ANN401  (the parser's own, untyped)
    least, most = min(least, SUBJECT_CHARS), min(most, SUBJECT_CHARS)
    once = _ways(body)
    if once == 1:
        return most - least + 1
    ways = 0
    for times in range(least, most + 1):
        ways += once**times
        if ways > MAX_WAYS:
            break
    return ways
