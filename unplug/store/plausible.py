"""What stored values can be; damage that looks like a row seldom keeps within it."""

from unplug.days import DAY_MS
from unplug.usage.states import State

START_MS = range(-(1 << 40), 253_370_000_000_000)  # from 1935 to 9998
DUR_MS = range(1, 20 * 366 * DAY_MS)
NAME_ID = range(1, 1 << 31)
APP = range(1 << 31)
STATE = range(len(State))
OFFSET_Q = range(-64, 65)
DAY = range(-13_000, 2_933_000)
DAY_MS_TOTAL = range(1, 1 << 45)
DAY_N = range(1 << 31)
DAY_START_MIN = range(24 * 60)

_ID_DIGITS = 32
_NUMBERS = {
    "commit_id": range(-(1 << 62), 1 << 62),
    "day_start_min": DAY_START_MIN,
    "raw_from_day": range(-1_000_001, DAY.stop),
    "raw_from_local_ms": range(-(1 << 62), 1 << 62),
}
NOTE = "note."
"""What the keys of notes begin with."""


def is_meta(key: object, value: object) -> bool:
    """Whether a row of the table ``meta`` can be one of ours."""
    if key == "database":
        return isinstance(value, str) and _is_id(value)
    if str(key).startswith(NOTE):
        return isinstance(value, str)
    allowed = _NUMBERS.get(str(key))
    return allowed is not None and isinstance(value, int) and value in allowed


def is_odd_meta(key: object, value: object) -> bool:
    """Whether a key of ours has a value that it cannot have; others are let be."""
    ours = key == "database" or key in _NUMBERS
    return ours and not is_meta(key, value)


def within(values: tuple[object, ...], ranges: tuple[range, ...]) -> bool:
    """Whether each value is a whole number in its range."""
    return all(
        isinstance(value, int) and value in allowed
        for value, allowed in zip(values, ranges, strict=True)
    )


def _is_id(text: str) -> bool:
    return len(text) == _ID_DIGITS and set(text) <= set("0123456789abcdef")


def _all_but(columns: dict[str, range]) -> str:
    """The condition of a row that has a value out of its range.

    Texts are beyond all numbers; NULL is refused by the columns themselves.
    """
    return " OR ".join(
        f"{name} NOT BETWEEN {allowed.start} AND {allowed.stop - 1}"
        for name, allowed in columns.items()
    )


_SPAN = {
    "start_ms": START_MS,
    "dur_ms": DUR_MS,
    "app": APP,
    "state": STATE,
    "offset_q": OFFSET_Q,
}
_DAY = {"app": APP, "state": STATE, "ms": DAY_MS_TOTAL, "n": DAY_N}
FIND_ODD_ROWS = (
    f"SELECT 1 FROM span WHERE {_all_but(_SPAN)} LIMIT 1",
    f"SELECT 1 FROM day WHERE {_all_but({'day': DAY, **_DAY})} LIMIT 1",
    f"SELECT 1 FROM month WHERE {_all_but(_DAY)} LIMIT 1",
)
"""Statements that find a row that cannot be, if there is one."""
