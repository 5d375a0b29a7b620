"""The monitors as the compositor tells them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pywayland.protocol.wayland import WlOutputProxy

if TYPE_CHECKING:
    from unplug.sensing.wayland.connection import WaylandConnection

RELEASE_SINCE = 3


@dataclass(slots=True, eq=False)
class Output:
    """A monitor.

    Attributes:
        number: the number of its global.
        proxy: the object on the wire.
        name: like ``HDMI-A-1``; the number where the compositor tells none.
        scale: how many pixels its owner wants for one, a whole number.
        x: how far right it stands.
        complete: all of it has been told.
    """

    number: int
    proxy: Any
    name: str = ""
    scale: int = 1
    x: int = 0
    complete: bool = False


class Outputs:
    """Follows the monitors.

    Args:
        connection: to the compositor.
        changed: called when one is complete, was changed or went away.
    """

    def __init__(
        self, connection: "WaylandConnection", changed: Callable[[], None]
    ) -> None:
        self._connection = connection
        self._changed = changed
        self._all: dict[int, Output] = {}
        self._release = connection.version(WlOutputProxy) >= RELEASE_SINCE
        connection.follow(WlOutputProxy, self._appeared, self._vanished)

    def present(self) -> list[Output]:
        """Those that are complete, from left to right."""
        complete = [output for output in self._all.values() if output.complete]
        return sorted(complete, key=lambda output: (output.x, output.number))

    def _appeared(self, number: int) -> None:
        proxy = self._connection.bind_number(number, WlOutputProxy)
        output = Output(number, proxy, name=str(number))
        self._all[number] = output
        listen = self._connection.listen
        listen(proxy, "geometry", lambda x, *_: setattr(output, "x", x))
        listen(proxy, "scale", lambda scale: setattr(output, "scale", scale))
        listen(proxy, "name", lambda name: setattr(output, "name", name))
        listen(proxy, "done", lambda: self._complete(output))

    def _complete(self, output: Output) -> None:
        output.complete = True
        self._changed()

    def _vanished(self, number: int) -> None:
        output = self._all.pop(number, None)
        if output is None:
            return
        self._changed()
        if self._release:
            output.proxy.release()
        self._connection.drop(output.proxy)
