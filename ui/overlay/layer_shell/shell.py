"""The connection to a compositor that offers wlr-layer-shell."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSize, QSocketNotifier, Signal
from PySide6.QtWidgets import QWidget
from pywayland.protocol.wayland import WlCompositorProxy, WlShmProxy

from ui.overlay.layer_shell.buffers import Buffer
from ui.overlay.layer_shell.input import Seat
from ui.overlay.layer_shell.outputs import Output, Outputs
from ui.overlay.layer_shell.protocols.fractional_scale_v1 import (
    WpFractionalScaleManagerV1Proxy,
)
from ui.overlay.layer_shell.protocols.viewporter import WpViewporterProxy
from ui.overlay.layer_shell.protocols.wlr_layer_shell_unstable_v1 import (
    ZwlrLayerShellV1Proxy,
)
from ui.overlay.layer_shell.surface import LayerSurface, Place
from unplug.sensing.source import SourceLostError, SourceUnavailableError
from unplug.sensing.wayland.address import compositor_socket
from unplug.sensing.wayland.connection import WaylandConnection
from unplug.sensing.wayland.protocols.ext_idle_notify_v1 import (
    ExtIdleNotifierV1Proxy,
)

FAILED = "cannot stand above other windows"
NAMESPACE = "unplug"
_log = logging.getLogger(__name__)


class LayerShell(QObject):
    """Makes surfaces above all windows, and feeds them.

    Signals:
        outputs_changed: a monitor came, went or changed.
        lost: the compositor is gone, and all surfaces with it.
    """

    outputs_changed = Signal()
    lost = Signal()

    def __init__(
        self, connection: WaylandConnection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        self._surfaces: list[LayerSurface] = []
        self._open = True
        if not connection.version(ZwlrLayerShellV1Proxy):
            value = "this desktop does not offer zwlr_layer_shell_v1"
            raise SourceUnavailableError(FAILED, value, "use a desktop that does")
        self._layers = connection.bind(ZwlrLayerShellV1Proxy)
        self._compositor = connection.bind(WlCompositorProxy)
        self._shm = connection.bind(WlShmProxy)
        self._viewporter = self._optional(WpViewporterProxy)
        self._fractions = self._optional(WpFractionalScaleManagerV1Proxy)
        self._idle = self._optional(ExtIdleNotifierV1Proxy)
        self._seat = Seat(connection, self._widget_of)
        self._outputs = Outputs(connection, self._on_outputs)
        connection.settle()
        self._readable = QSocketNotifier(
            connection.fileno(), QSocketNotifier.Type.Read, self
        )
        self._readable.activated.connect(self._pump)

    def outputs(self) -> list[Output]:
        """The monitors, from left to right."""
        return self._outputs.present()

    def scale(self) -> float:
        """The largest scale of all monitors."""
        return float(max((output.scale for output in self.outputs()), default=1))

    def surface(
        self,
        widget: QWidget,
        *,
        output: Output | None = None,
        place: Place | None = None,
    ) -> LayerSurface:
        """Show a widget on a monitor; without one the compositor chooses."""
        surface = LayerSurface(self, widget, output=output, place=place)
        self._surfaces.append(surface)
        self.flush()
        return surface

    def under_pointer(self) -> QWidget | None:
        """The widget of ours that the pointer is on."""
        return self._seat.under_pointer()

    def watch_quiet(
        self, for_ms: int, quiet: Callable[[], None], busy: Callable[[], None]
    ) -> bool:
        """Tell when there was no input for so long, and when there is again.

        Returns:
            Whether the compositor can tell.
        """
        if self._idle is None:
            return False
        watch = self._idle.get_idle_notification(for_ms, self._seat.proxy)
        self.listen(watch, "idled", quiet)
        self.listen(watch, "resumed", busy)
        self.flush()
        return True

    def close(self) -> None:
        """Take all surfaces away and leave the compositor; safe to call twice."""
        if not self._open:
            return
        for surface in list(self._surfaces):
            surface.close()
        self._open = False
        self._readable.setEnabled(False)
        self._seat.close()
        self._connection.close()

    # What surfaces are made of.

    def new_surface(self) -> Any:  # noqa: ANN401  (pywayland has no types)
        """A surface without any role yet."""
        return self._connection.own(self._compositor.create_surface())

    def new_layer(self, wire: Any, output: Output | None, layer: int) -> Any:  # noqa: ANN401
        """Give a surface its role."""
        where = output.proxy if output else None
        return self._connection.own(
            self._layers.get_layer_surface(wire, where, layer, NAMESPACE)
        )

    def new_fractional(self, wire: Any, told: Callable[[int], None]) -> Any:  # noqa: ANN401
        """Hear of a surface's scale; None where only whole scales are known."""
        if self._fractions is None or self._viewporter is None:
            return None
        fractional = self._fractions.get_fractional_scale(wire)
        self.listen(fractional, "preferred_scale", told)
        return fractional

    def new_viewport(self, wire: Any) -> Any:  # noqa: ANN401
        """What says how large a picture is shown."""
        viewporter = self._viewporter
        return (
            self._connection.own(viewporter.get_viewport(wire)) if viewporter else None
        )

    def new_buffer(self, size: QSize, released: Callable[[], None]) -> Buffer:
        """Memory for a picture of a size in pixels."""
        return Buffer(self._connection, self._shm, size, released)

    def listen(self, proxy: Any, event: str, callback: Callable[..., object]) -> None:  # noqa: ANN401
        """Call back with an event's arguments."""
        self._connection.listen(proxy, event, callback)

    def destroy(self, proxy: Any) -> None:  # noqa: ANN401
        """Tell the compositor that something is not needed any more."""
        if self._open:
            proxy.destroy()
            self._connection.drop(proxy)

    def forget(self, surface: LayerSurface) -> None:
        """A surface closes."""
        self._seat.forget(surface.widget)
        if surface in self._surfaces:
            self._surfaces.remove(surface)

    def flush(self) -> None:
        """Send what is waiting."""
        if not self._open:
            return
        try:
            self._connection.flush()
        except SourceLostError as error:
            self._lose(error)

    def when_settled(self, callback: Callable[[], object]) -> None:
        """Call back once the compositor has acted on all that was asked so far."""
        self._connection.when_settled(callback)
        self.flush()

    def _optional(self, kind: Any) -> Any:  # noqa: ANN401
        return self._connection.bind(kind) if self._connection.version(kind) else None

    def _widget_of(self, wire: object) -> QWidget | None:
        found = (s.widget for s in self._surfaces if s.wire is wire)
        return next(found, None)

    def _on_outputs(self) -> None:
        self.outputs_changed.emit()

    def _pump(self) -> None:
        try:
            self._connection.pump()
        except SourceLostError as error:
            self._lose(error)

    def _lose(self, error: SourceLostError) -> None:
        _log.warning("the overlay is gone: %s", error)
        self.close()
        self.lost.emit()


def open_layer_shell(parent: QObject | None = None) -> LayerShell:
    """Connect to the compositor of this session.

    Raises:
        SourceUnavailableError: there is none, or it offers no wlr-layer-shell.
    """
    connection = WaylandConnection(compositor_socket(FAILED), FAILED)
    try:
        return LayerShell(connection, parent)
    except BaseException:
        connection.close()
        raise
