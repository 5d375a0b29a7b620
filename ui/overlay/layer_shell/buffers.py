"""Memory that Qt paints into and the compositor reads from."""

import mmap
import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QRegion

if TYPE_CHECKING:
    from collections.abc import Callable

    from unplug.sensing.wayland.connection import WaylandConnection

ARGB = 0  # wl_shm.format
BYTES_PER_PIXEL = 4


class Buffer:
    """One picture in shared memory.

    Attributes:
        size: in pixels.
        image: paint here while it is not ``busy``.
        busy: the compositor reads it.
        stale: what has changed since it was painted last, in pixels of the widget.
    """

    def __init__(
        self,
        connection: "WaylandConnection",
        shm: Any,  # noqa: ANN401  (pywayland has no types)
        size: QSize,
        released: "Callable[[], None]",
    ) -> None:
        self.size = size
        self.busy = False
        self.stale = QRegion()
        self._connection = connection
        self._released = released
        stride = size.width() * BYTES_PER_PIXEL
        length = stride * size.height()
        fd = os.memfd_create("unplug", os.MFD_CLOEXEC)
        try:
            os.ftruncate(fd, length)
            self._memory = mmap.mmap(fd, length)
            pool = connection.own(shm.create_pool(fd, length))
            self.wire = connection.own(
                pool.create_buffer(0, size.width(), size.height(), stride, ARGB)
            )
            pool.destroy()
            connection.drop(pool)
        finally:
            os.close(fd)
        connection.listen(self.wire, "release", self._on_release)
        form = QImage.Format.Format_ARGB32_Premultiplied
        view = memoryview(self._memory)
        self.image = QImage(view, size.width(), size.height(), stride, form)

    def close(self) -> None:
        """Give the memory back."""
        self.wire.destroy()
        self._connection.drop(self.wire)
        self.image = QImage()

    def _on_release(self) -> None:
        self.busy = False
        self._released()
