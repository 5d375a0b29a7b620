"""What stands in the fields of a recorded line, checked.

Seconds may carry any number of decimals; they are rounded to milliseconds, halves up.
"""

import json
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from unplug.clock import EPOCH

MAX_S = 10_000_000_000  # 317 years; as a wall clock, the year 2286
_MAX_SHOWN = 40
_MS = Decimal("0.001")
_SHORT_NUMBER = 15

Entry = dict[str, Any]


class MalformedError(ValueError):
    """What is wrong with a line, to follow the file's name and the line's number."""


class Written(str):
    """A number with a point or an exponent, kept as it is written."""

    __slots__ = ()


def instant_ms(entry: Entry) -> int:
    """Milliseconds from the epoch to ``at``.

    Raises:
        MalformedError: it is no instant, lacks the offset, or is far from our days.
    """
    written = entry.get("at")
    try:
        since = datetime.fromisoformat(written) - EPOCH  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise MalformedError(_why_no_instant(written)) from error
    ms = (since.days * 86_400 + since.seconds) * 1000
    ms += (since.microseconds + 500) // 1000
    if not 0 <= ms <= MAX_S * 1000:
        msg = f'"at" must be in the years 1970 to 2286, not {shown(written)}'
        raise MalformedError(msg)
    return ms


def seconds_ms(entry: Entry, key: str) -> int | None:
    """Milliseconds of a number of seconds; None when it is left out.

    Raises:
        MalformedError: it is no number, negative or huge.
    """
    value = entry.get(key)
    if value is None:
        return None
    if type(value) is Written:
        ms = _decimal_ms(value)
    elif type(value) is int:
        ms = value * 1000
    else:
        msg = f'"{key}" must be a number of seconds, not {shown(value)}'
        raise MalformedError(msg)
    if ms is None or not 0 <= ms <= MAX_S * 1000:
        msg = f'"{key}" must be from 0 to {MAX_S} seconds, not {shown(value)}'
        raise MalformedError(msg)
    return ms


def text_of(entry: Entry, key: str) -> str | None:
    """A text that may be empty, null or left out.

    Raises:
        MalformedError: it is no text, or none that could be stored.
    """
    value = entry.get(key)
    if value is None:
        return None
    if type(value) is not str:
        msg = f'"{key}" must be a text, not {shown(value)}'
        raise MalformedError(msg)
    if not value.isascii():
        _refuse_half_characters(value, key)
    return value


def app_of(entry: Entry) -> str | None:
    """An app's id, or None where there is no app.

    Raises:
        MalformedError: it is empty or no text.
    """
    app = text_of(entry, "app")
    if app == "":
        msg = '"app" must be an app or null, not ""'
        raise MalformedError(msg)
    return app


def flag_of(entry: Entry, key: str) -> bool:
    """A flag that must be there.

    Raises:
        MalformedError: it is missing, or neither true nor false.
    """
    value = entry.get(key)
    if value is True or value is False:
        return value
    require(entry, key)
    msg = f'"{key}" must be true or false, not {shown(value)}'
    raise MalformedError(msg)


def require(entry: Entry, key: str) -> None:
    """Insist on a field.

    Raises:
        MalformedError: it is missing.
    """
    if key not in entry:
        msg = f'"{key}" is missing'
        raise MalformedError(msg)


def shown(value: object) -> str:
    """A value as it stands in the file, cut when it is long."""
    text = str(value) if type(value) is Written else json.dumps(value)
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


def _why_no_instant(written: object) -> str:
    if written is None:
        return '"at" is missing'
    try:
        datetime.fromisoformat(written)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        example = "2026-01-31T18:00:00+01:00"
        return f'"at" must be an instant like {example}, not {shown(written)}'
    return f'"at" must say its offset from UTC, and {shown(written)} does not'


def _decimal_ms(written: str) -> int | None:
    """Whole milliseconds, halves up; None where there are too many."""
    if len(written) <= _SHORT_NUMBER:
        whole, _, decimals = written.partition(".")
        if decimals.isdigit() and len(decimals) <= 3:  # noqa: PLR2004  (milliseconds)
            return int(whole + decimals.ljust(3, "0"))
    try:
        return int(Decimal(written).quantize(_MS, ROUND_HALF_UP).scaleb(3))
    except InvalidOperation:
        return None


def _refuse_half_characters(value: str, key: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        msg = f'"{key}" holds half a character (a lone surrogate)'
        raise MalformedError(msg) from error
