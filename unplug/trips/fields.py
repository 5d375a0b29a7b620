"""What may stand in the body of an op: each field has a type and a limit."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from unplug.trips.canonical import Plain
from unplug.trips.primitives import KEY_BYTES, SHORT_BYTES, SIGNATURE_BYTES

Check = Callable[[Plain], bool]
_CHECK = "check"
# Controls, line breaks, and the characters that turn text around. A list of our own:
# what is valid must not depend on the Unicode or zone tables of a machine.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)
_ZONE = re.compile(r"[A-Za-z0-9_+-]{1,24}(?:/[A-Za-z0-9_+-]{1,24}){0,2}")
LATEST_MS = 32_503_680_000_000  # the year 3000


def checked(check: Check) -> Any:  # noqa: ANN401  (as dataclasses.field itself)
    """A dataclass field with what it may hold."""
    return field(metadata={_CHECK: check})


def whole(low: int, high: int) -> Check:
    """A whole number from ``low`` to ``high``, both included."""

    def check(value: Plain) -> bool:
        return type(value) is int and low <= value <= high

    return check


def data(size: int) -> Check:
    """Exactly ``size`` bytes."""

    def check(value: Plain) -> bool:
        return type(value) is bytes and len(value) == size

    return check


def text(longest: int, *, empty: bool = False) -> Check:
    """A line of text, all of whose characters can be seen."""

    def check(value: Plain) -> bool:
        return (
            type(value) is str
            and len(value) <= longest
            and (empty or bool(value.strip(" ")))
            and _UNSEEN.search(value) is None
        )

    return check


def is_zone(value: Plain) -> bool:
    """The name of a time zone by its form; not every machine knows every zone."""
    return type(value) is str and _ZONE.fullmatch(value) is not None


def several(check: Check, most: int) -> Check:
    """At most ``most`` values of a kind."""

    def check_all(values: Plain) -> bool:
        return type(values) is tuple and len(values) <= most and all(map(check, values))

    return check_all


def pair(first: Check, second: Check) -> Check:
    """Two values."""

    def check(value: Plain) -> bool:
        return (
            type(value) is tuple
            and len(value) == 2  # noqa: PLR2004
            and first(value[0])
            and second(value[1])
        )

    return check


def or_none(check: Check) -> Check:
    """Such a value, or nothing."""
    return lambda value: value is None or check(value)


def is_true_or_false(value: Plain) -> bool:
    """A truth value."""
    return type(value) is bool


INSTANT = whole(0, LATEST_MS)
MEMBER = REF = data(SHORT_BYTES)
KEY = data(KEY_BYTES)
SIGNATURE = data(SIGNATURE_BYTES)
NAME = text(40)
LINE = text(200)
NOTE = text(1000)


@dataclass(frozen=True, slots=True)
class Body:
    """What an op says; the fields are checked at birth.

    Raises:
        ValueError: a field is of another type or beyond its limit.
    """

    def __post_init__(self) -> None:
        """Check every field."""
        for name, check in _checks(type(self)):
            value = getattr(self, name)
            if isinstance(value, IntEnum):  # its number is what travels
                value = int(value)
                object.__setattr__(self, name, value)
            if not check(value):
                msg = f"{type(self).__name__}.{name} cannot be {value!r}"
                raise ValueError(msg)

    def plain(self) -> tuple[Plain, ...]:
        """The fields in order."""
        return tuple(getattr(self, name) for name, _ in _checks(type(self)))


_known: dict[type[Body], tuple[tuple[str, Check], ...]] = {}


def _checks(kind: type[Body]) -> tuple[tuple[str, Check], ...]:
    """The fields of a body and their checks, looked up once for each kind."""
    found = _known.get(kind)
    if found is None:
        fields = kind.__dataclass_fields__.values()
        found = tuple((f.name, f.metadata[_CHECK]) for f in fields)
        _known[kind] = found
    return found
