"""The core interfaces under the name by which generated modules import them."""

from pywayland.protocol.wayland import (
    WlOutput,
    WlOutputProxy,
    WlSurface,
    WlSurfaceProxy,
)
from pywayland.protocol.xdg_shell import XdgPopup, XdgPopupProxy

__all__ = [
    "WlOutput",
    "WlOutputProxy",
    "WlSurface",
    "WlSurfaceProxy",
    "XdgPopup",
    "XdgPopupProxy",
]
