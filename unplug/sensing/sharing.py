"""Whether the screen is shared or filmed, as PipeWire tells it.

On Wayland nothing else can film the screen. On X11 any program can, and nothing tells.
"""

from collections.abc import Iterable

from unplug.sensing.facts import Fact
from unplug.sensing.holders import Holders
from unplug.sensing.pipewire_wire import (
    REGISTRY,
    PipeWireWire,
    Said,
    server_socket,
)
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions, SourceUnavailableError

_GLOBAL_REMOVE = 1  # what the registry says of something that was
_NODE = "PipeWire:Interface:Node"
_PRODUCERS = frozenset({"Stream/Output/Video", "Video/Source"})
_DEVICES = ("device.api", "device.id", "api.v4l2.path", "api.libcamera.path")


class SharingSource:
    """Streams of pictures that no camera makes: the compositor films the screen.

    Whatever the desktop, it makes a stream when sharing begins and removes it when
    sharing ends. PipeWire tells what appears and disappears, and nothing else.

    Args:
        wire: the connection; closed with this source.
    """

    name = "PipeWire"

    def __init__(self, wire: PipeWireWire) -> None:
        self._wire = wire
        self._holders = Holders()
        self._films: dict[int, str] = {}
        self._hear(wire.settle())

    def fileno(self) -> int:
        """The socket to PipeWire."""
        return self._wire.fileno()

    def dispatch(self) -> list[Fact]:
        """Say who films the screen, if that has changed.

        Raises:
            SourceLostError: PipeWire is gone.
        """
        self._hear(self._wire.receive_all())
        held = [(Reason.SHARING, by) for by in self._films.values()]
        return self._holders.news(held)

    def close(self) -> None:
        """Leave PipeWire; safe to call twice."""
        self._wire.close()

    def _hear(self, said: Iterable[Said]) -> None:
        for each in said:
            if each.who != REGISTRY:
                continue
            match each.values:
                case (int(number), _, str(kind), _, (int(), *pairs)):
                    properties = dict(zip(pairs[::2], pairs[1::2], strict=False))
                    if kind == _NODE and _films_the_screen(properties):
                        self._films[number] = _filmed_by(properties)
                case (int(number),) if each.opcode == _GLOBAL_REMOVE:
                    self._films.pop(number, None)


def _films_the_screen(properties: dict[str, str]) -> bool:
    camera = properties.get("media.role") == "Camera" or any(
        key in properties for key in _DEVICES
    )
    return properties.get("media.class") in _PRODUCERS and not camera


def _filmed_by(properties: dict[str, str]) -> str:
    return properties.get("application.name") or properties.get("node.name") or ""


def open_sharing(_options: SensingOptions) -> SharingSource:
    """Listen to the PipeWire of this session.

    Raises:
        SourceUnavailableError: there is none.
    """
    failed = "cannot see whether the screen is shared"
    todo = "install pipewire; screen sharing on X11 leaves no trace there"
    path = server_socket()
    if path is None:
        raise SourceUnavailableError(failed, "XDG_RUNTIME_DIR is not set", todo)
    try:
        wire = PipeWireWire(path)
    except OSError as error:
        value = f"{path}: {error.strerror or error}"
        raise SourceUnavailableError(failed, value, todo) from error
    try:
        return SharingSource(wire)
    except OSError as error:
        wire.close()
        value = f"{path}: {error.strerror or error}"
        raise SourceUnavailableError(failed, value, todo) from error
