"""Requests about the broker of this computer."""

from typing import Any

from unplug.engine import trip_files
from unplug.engine.control import Message
from unplug.engine.travelling import Travelling

Asked = dict[str, Any]


def _host(travelling: Travelling, asked: Asked) -> Message:
    """Switch it on or off, or only look.

    A window has shown what leaves of the trip in view, and was told that it may.
    """
    on = asked.get("on")
    if on is not None:
        travelling.hosting.switch(on=bool(on))
        if on and asked.get("agreed"):
            trip_files.mark_shown(travelling, travelling.open(asked.get("trip")))
    travelling.hosting.look()
    return travelling.hosting.shown()


BROKERS = {"host": _host}
