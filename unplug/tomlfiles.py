"""Reading the TOML files that people edit, with errors that name the line."""

import re
import tomllib
from pathlib import Path
from typing import Any

from unplug.errors import UnplugError

Document = dict[str, Any]
KeyPath = tuple[str | int, ...]
"""Where a value is: keys of tables and indexes of arrays, from the top."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_SHOWN = 40


def read_text(path: Path) -> str | None:
    """The text of a file, line ends as they are; None where there is no such file.

    Raises:
        UnplugError: it cannot be read, or is not UTF-8.
    """
    failed = f"cannot read {path.name}"
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnplugError(failed, error.strerror or error, f"check {path}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = f"line {line} is not UTF-8 text"
        raise UnplugError(failed, what, "save the file as UTF-8") from error


def parse(text: str, name: str) -> Document:
    """Read a TOML document.

    Args:
        text: the document.
        name: what to call the file in an error.

    Raises:
        UnplugError: a syntax error, with its line and column.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        failed, todo = f"cannot read {name}", "fix or delete the line"
        raise UnplugError(failed, _explained(str(error), text), todo) from error
    except RecursionError as error:
        failed, todo = f"cannot read {name}", "flatten it"
        raise UnplugError(failed, "it is nested too deeply", todo) from error


def line_of(text: str, where: KeyPath) -> int | None:
    """The line, from 1, at which a value of a valid document is written.

    The standard reader keeps no positions. Reading ever longer beginnings of the file
    finds the value in whatever way it is spelt; slow, but only errors ask.
    """
    lines = text.splitlines(keepends=True)
    whole_until = 0
    for end in range(1, len(lines) + 1):
        try:
            document = tomllib.loads("".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue  # inside a value of several lines
        if _holds(document, where):
            return whole_until + 1
        whole_until = end
    return None


def shown(value: object) -> str:
    """A value as one would write it in the file, shortened for a sentence."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= _SHOWN else f'"{value[:_SHOWN]}…"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return str(value)


def _explained(message: str, text: str) -> str:
    found = _PLACE.search(message)
    reason = _PLACE.sub("", message)
    reason = reason[:1].lower() + reason[1:]
    if found is None:
        return reason
    if found[1] is None:
        return f"line {max(len(text.splitlines()), 1)} (the end): {reason}"
    return f"line {found[1]}, column {found[2]}: {reason}"


def _holds(document: object, where: KeyPath) -> bool:
    at: Any = document
    for step in where:
        if isinstance(step, str):
            there = isinstance(at, dict) and step in at
        else:
            there = isinstance(at, list) and step < len(at)
        if not there:
            return False
        at = at[step]
    return True
