"""The core interfaces under the name by which generated modules import them."""

from pywayland.protocol.wayland import (
    WlOutput,
    WlOutputProxy,
    WlSeat,
    WlSeatProxy,
    WlSurface,
    WlSurfaceProxy,
)

__all__ = [
    "WlOutput",
    "WlOutputProxy",
    "WlSeat",
    "WlSeatProxy",
    "WlSurface",
    "WlSurfaceProxy",
]
