"""Requests about the broker of this computer."""

from typing import Any

from unplug.engine.control import Message
from unplug.engine.travelling import Travelling

Asked = dict[str, Any]


def _host(travelling: Travelling, asked: Asked) -> Message:
    """Switch it on or off, or only look."""
    on = asked.get("on")
    if on is not None:
        travelling.hosting.switch(on=bool(on))
    travelling.hosting.look()
    return travelling.hosting.shown()


BROKERS = {"host": _host}
