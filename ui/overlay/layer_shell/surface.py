"""One layer surface, and the widget that is painted on it."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from ui.overlay.layer_shell.buffers import Buffer
from ui.overlay.layer_shell.outputs import Output

if TYPE_CHECKING:
    from ui.overlay.layer_shell.shell import LayerShell

OVERLAY = 3  # zwlr_layer_shell_v1.layer
TOP, BOTTOM, LEFT, RIGHT = 1, 2, 4, 8  # zwlr_layer_surface_v1.anchor
EVERYWHERE = TOP | BOTTOM | LEFT | RIGHT
OVER_PANELS = -1
KEYBOARD_NONE, KEYBOARD_EXCLUSIVE = 0, 1
MOST_BUFFERS = 3
SCALE_UNITS = 120  # wp_fractional_scale_v1 counts in these


@dataclass(frozen=True, slots=True)
class Place:
    """Where a surface is.

    Attributes:
        anchor: the edges that it keeps to.
        size: its size; None: all between the edges.
        margin_px: how far from the edges.
        over_panels: it covers panels too; else it keeps clear of them.
    """

    anchor: int = EVERYWHERE
    size: QSize | None = None
    margin_px: int = 0
    over_panels: bool = True


class LayerSurface(QObject):
    """Shows a widget above all windows of one monitor.

    The widget lives as if it were shown, only that Qt shows it nowhere. What it wants
    painted is painted here.

    Signals:
        shown: its first picture went to the compositor.
        closed: the compositor took it away.
    """

    shown = Signal()
    closed = Signal()

    def __init__(
        self,
        shell: "LayerShell",
        widget: QWidget,
        *,
        output: Output | None = None,
        place: Place | None = None,
    ) -> None:
        super().__init__()
        self.widget = widget
        self.output = output
        self._shell = shell
        self._place = place or Place()
        self._size = QSize()
        self._fraction = 0
        self._buffers: list[Buffer] = []
        self._damage = QRegion()
        self._drawing = False
        self._has_shown = False
        self._open = True
        self._viewport: Any = None
        self._fractional: Any = None
        self._draw_soon = QTimer(self)
        self._draw_soon.setSingleShot(True)
        self._draw_soon.timeout.connect(self._draw)
        self._open_wire()
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.installEventFilter(self)

    def take_keyboard(self) -> None:
        """Have all keys until it goes away or gives them back."""
        self._layer.set_keyboard_interactivity(KEYBOARD_EXCLUSIVE)
        self.wire.commit()
        self._shell.flush()

    def give_keyboard_back(self) -> None:
        """Have no keys any more."""
        self._layer.set_keyboard_interactivity(KEYBOARD_NONE)
        self.wire.commit()
        self._shell.flush()

    def close(self) -> None:
        """Take it off the monitor; safe to call twice."""
        if not self._open:
            return
        self._open = False
        self._draw_soon.stop()
        self.widget.removeEventFilter(self)
        self._shell.forget(self)
        self.widget.hide()
        for proxy in (self._fractional, self._viewport, self._layer, self.wire):
            if proxy is not None:
                self._shell.destroy(proxy)
        for buffer in self._buffers:
            buffer.close()
        self._buffers.clear()
        self._shell.flush()

    def _open_wire(self) -> None:
        shell, place = self._shell, self._place
        self.wire = shell.new_surface()
        self._layer = shell.new_layer(self.wire, self.output, OVERLAY)
        self._fractional = shell.new_fractional(self.wire, self._on_fraction)
        if self._fractional is not None:
            self._viewport = shell.new_viewport(self.wire)
        self._layer.set_anchor(place.anchor)
        if place.size is not None:
            self._layer.set_size(place.size.width(), place.size.height())
        self._layer.set_margin(*[place.margin_px] * 4)
        self._layer.set_exclusive_zone(OVER_PANELS if place.over_panels else 0)
        self._layer.set_keyboard_interactivity(KEYBOARD_NONE)
        shell.listen(self._layer, "configure", self._on_configure)
        shell.listen(self._layer, "closed", self.closed.emit)
        self.wire.commit()

    def resize(self, size: QSize) -> None:
        """Ask for another size, where the place has one."""
        if self._open:
            self._layer.set_size(size.width(), size.height())
            self.wire.commit()
            self._shell.flush()

    @property
    def scale(self) -> float:
        """Pixels of the picture for one of the widget."""
        if self._fraction and self._viewport is not None:
            return self._fraction / SCALE_UNITS
        return float(self.output.scale) if self.output else self._shell.scale()

    def rescale(self) -> None:
        """Paint anew if the monitor's scale is another now."""
        if self._has_shown and self._pixels() != self._buffers[-1].size:
            self._mark(QRegion(self.widget.rect()))

    def _on_fraction(self, fraction: int) -> None:
        self._fraction = fraction
        self.rescale()

    def _on_configure(self, serial: int, width: int, height: int) -> None:
        self._layer.ack_configure(serial)
        wanted = self._place.size or QSize()
        self._size = QSize(width or wanted.width(), height or wanted.height())
        self.widget.resize(self._size)
        if not self.widget.isVisible():
            self.widget.show()
        self._mark(QRegion(QRect(QPoint(), self._size)))

    def _mark(self, region: QRegion) -> None:
        self._damage |= region
        if not self._draw_soon.isActive():
            self._draw_soon.start(0)

    def _pixels(self) -> QSize:
        scale = self.scale
        return QSize(
            ceil(self._size.width() * scale), ceil(self._size.height() * scale)
        )

    def _draw(self) -> None:
        if not self._open or self._size.isEmpty() or self._damage.isEmpty():
            return
        for buffer in self._buffers:
            buffer.stale |= self._damage
        whole = QRegion(QRect(QPoint(), self._size))
        damage, self._damage = self._damage & whole, QRegion()
        free = self._free_buffer(whole)
        if free is None:
            self._damage = damage  # until the compositor gives one back
            return
        self._paint(free)
        self._send(free, damage)

    def _free_buffer(self, whole: QRegion) -> Buffer | None:
        pixels = self._pixels()
        for buffer in [b for b in self._buffers if not b.busy and b.size != pixels]:
            buffer.close()
            self._buffers.remove(buffer)
        for buffer in self._buffers:
            if not buffer.busy and buffer.size == pixels:
                return buffer
        if len(self._buffers) >= MOST_BUFFERS:
            return None
        fresh = self._shell.new_buffer(pixels, self._released)
        fresh.stale = whole
        self._buffers.append(fresh)
        return fresh

    def _released(self) -> None:
        if self._open and not self._damage.isEmpty() and not self._draw_soon.isActive():
            self._draw_soon.start(0)

    def _paint(self, buffer: Buffer) -> None:
        region, buffer.stale = buffer.stale, QRegion()
        buffer.image.setDevicePixelRatio(self.scale)
        self._drawing = True
        try:
            painter = QPainter(buffer.image)
            if not self.widget.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
                clear = QPainter.CompositionMode.CompositionMode_Clear
                painter.setCompositionMode(clear)
                painter.fillRect(region.boundingRect(), Qt.GlobalColor.transparent)
                over = QPainter.CompositionMode.CompositionMode_SourceOver
                painter.setCompositionMode(over)
                region = QRegion(region.boundingRect())
            flags = QWidget.RenderFlag.DrawChildren
            corner = region.boundingRect().topLeft()
            self.widget.render(painter, corner, region, flags)
            painter.end()
        finally:
            self._drawing = False

    def _send(self, buffer: Buffer, damage: QRegion) -> None:
        if self._viewport is not None:
            self._viewport.set_destination(self._size.width(), self._size.height())
        else:
            self.wire.set_buffer_scale(max(1, round(self.scale)))
        self.wire.attach(buffer.wire, 0, 0)
        rect, scale = damage.boundingRect(), self.scale
        left, top = max(0, int(rect.left() * scale) - 1), int(rect.top() * scale) - 1
        width, height = ceil(rect.width() * scale), ceil(rect.height() * scale)
        self.wire.damage_buffer(left, max(0, top), width + 3, height + 3)
        buffer.busy = True
        self.wire.commit()
        self._shell.flush()
        if not self._has_shown:
            self._has_shown = True
            self.shown.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn what Qt would paint, and paint it elsewhere."""
        if event.type() == QEvent.Type.Paint and not self._drawing:
            if isinstance(event, QPaintEvent):
                self._mark(event.region())
            return True
        return super().eventFilter(watched, event)
