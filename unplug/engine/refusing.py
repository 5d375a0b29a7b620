"""Saying no in one sentence."""

from typing import NoReturn

from unplug.errors import UnplugError


def refuse(failed: str, value: object = "", todo: str = "") -> NoReturn:
    """Stop, and say what could not be done and what to do; as ``UnplugError`` has it.

    Raises:
        UnplugError: always.
    """
    raise UnplugError(failed, value, todo)
