"""Pointer and keyboard of a Wayland seat, as events for Qt's widgets."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QWidget
from pywayland.protocol.wayland import WlCompositorProxy, WlSeatProxy, WlShmProxy

from ui.overlay.layer_shell.buffers import Buffer
from ui.overlay.layer_shell.xkb import Keymap

if TYPE_CHECKING:
    from unplug.sensing.wayland.connection import WaylandConnection

POINTER, KEYBOARD = 1, 2  # wl_seat.capability
RELEASE_SINCE = 3
LEFT_BUTTON = 0x110
ARROW = ((0, 0), (0, 17), (4.5, 13), (7.5, 19.5), (10, 18.3), (7.2, 12), (13, 12))

FindWidget = Callable[[Any], QWidget | None]


class Seat:
    """Delivers what somebody does to the widget whose surface it happens on.

    Args:
        connection: to the compositor.
        find: the widget that a surface shows.
    """

    def __init__(self, connection: "WaylandConnection", find: FindWidget) -> None:
        self._connection = connection
        self._find = find
        self._pointer: Any = None
        self._keyboard: Any = None
        self._keymap = Keymap()
        self._mouse = Mouse()
        self._typing_to: QWidget | None = None
        self._cursor: _Cursor | None = None
        if connection.version(WlSeatProxy):
            self.proxy = connection.bind(WlSeatProxy)
            connection.listen(self.proxy, "capabilities", self._on_capabilities)

    def forget(self, widget: QWidget) -> None:
        """It goes away."""
        self._mouse.forget(widget)
        if self._typing_to is widget:
            self._typing_to = None

    def close(self) -> None:
        """Let go of the keyboard's layout."""
        self._keymap.close()

    def under_pointer(self) -> QWidget | None:
        """The widget whose surface the pointer is on."""
        return self._mouse.window

    def _on_capabilities(self, capabilities: int) -> None:
        """Keyboards come and go; what was got from one that went stays silent."""
        has_pointer = bool(capabilities & POINTER)
        if has_pointer and self._pointer is None:
            self._listen_to_pointer()
        elif not has_pointer:
            self._mouse.leave()
            self._release(self._pointer)
            self._pointer = None
        has_keyboard = bool(capabilities & KEYBOARD)
        if has_keyboard and self._keyboard is None:
            self._listen_to_keyboard()
        elif not has_keyboard:
            self._typing_to = None
            self._release(self._keyboard)
            self._keyboard = None

    def _listen_to_pointer(self) -> None:
        listen = self._connection.listen
        self._pointer = self.proxy.get_pointer()
        listen(self._pointer, "enter", self._on_enter)
        listen(self._pointer, "leave", lambda *_: self._mouse.leave())
        listen(self._pointer, "motion", lambda _, x, y: self._mouse.move(x, y))
        listen(self._pointer, "button", self._on_button)

    def _listen_to_keyboard(self) -> None:
        listen = self._connection.listen
        self._keyboard = self.proxy.get_keyboard()
        listen(self._keyboard, "keymap", self._keymap.take)
        listen(self._keyboard, "enter", self._on_focus)
        listen(self._keyboard, "leave", lambda *_: self._on_focus(0, None))
        listen(self._keyboard, "key", self._on_key)
        listen(self._keyboard, "modifiers", self._on_modifiers)

    def _release(self, device: Any) -> None:  # noqa: ANN401  (pywayland has no types)
        if device is None:
            return
        if self._connection.version(WlSeatProxy) >= RELEASE_SINCE:
            device.release()
        self._connection.drop(device)

    def _on_enter(self, serial: int, surface: object, x: float, y: float) -> None:
        if self._cursor is None:
            self._cursor = _Cursor(self._connection)
        self._pointer.set_cursor(serial, self._cursor.surface, 1, 1)
        self._mouse.enter(self._find(surface), x, y)

    def _on_button(self, _serial: int, _time: int, button: int, state: int) -> None:
        if button == LEFT_BUTTON:
            self._mouse.press() if state else self._mouse.release()

    def _on_focus(self, _serial: int, surface: object, *_: object) -> None:
        self._typing_to = self._find(surface) if surface is not None else None

    def _on_modifiers(self, _: int, *masks: int) -> None:
        self._keymap.modify(*masks)

    def _on_key(self, _serial: int, _time: int, code: int, state: int) -> None:
        if self._typing_to is None or state not in {0, 1}:
            return
        stroke = self._keymap.stroke(code)
        kind = QEvent.Type.KeyPress if state else QEvent.Type.KeyRelease
        event = QKeyEvent(
            kind,
            stroke.key,
            stroke.modifiers,
            stroke.code,
            stroke.keysym,
            0,
            stroke.text,
        )
        inside: QWidget | None = self._typing_to.focusWidget()
        QApplication.sendEvent(inside or self._typing_to, event)


class Mouse:
    """The pointer over one window at a time, and the button it holds.

    Attributes:
        window: what the pointer is on.
    """

    def __init__(self) -> None:
        self.window: QWidget | None = None
        self._at = QPointF()
        self._over: QWidget | None = None
        self._pressed: QWidget | None = None

    def enter(self, window: QWidget | None, x: float, y: float) -> None:
        """The pointer comes."""
        self.window = window
        self.move(x, y)

    def leave(self) -> None:
        """The pointer goes."""
        self._hover(None)
        self.window = self._pressed = None

    def forget(self, window: QWidget) -> None:
        """The window goes."""
        if self.window is window:
            self.window = self._over = self._pressed = None

    def move(self, x: float, y: float) -> None:
        """The pointer moves."""
        self._at = QPointF(x, y)
        if self.window is None:
            return
        below = self.window.childAt(self._at.toPoint()) or self.window
        self._hover(below)
        held = Qt.MouseButton.LeftButton if self._pressed else Qt.MouseButton.NoButton
        self._send(
            self._pressed or below,
            QEvent.Type.MouseMove,
            Qt.MouseButton.NoButton,
            held,
        )

    def press(self) -> None:
        """The left button goes down."""
        if self.window is not None:
            self._pressed = self._over or self.window
            left = Qt.MouseButton.LeftButton
            self._send(self._pressed, QEvent.Type.MouseButtonPress, left, left)

    def release(self) -> None:
        """The left button comes up."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
            self._send(pressed, QEvent.Type.MouseButtonRelease, left, none)

    def _hover(self, widget: QWidget | None) -> None:
        before, self._over = self._over, widget
        if before is widget:
            return
        if before is not None:
            QApplication.sendEvent(before, QEvent(QEvent.Type.Leave))
        if widget is not None:
            at = self._inside(widget)
            QApplication.sendEvent(widget, QEnterEvent(at, self._at, self._at))

    def _inside(self, widget: QWidget) -> QPointF:
        if self.window is None or widget is self.window:
            return self._at
        return QPointF(widget.mapFrom(self.window, self._at.toPoint()))

    def _send(
        self,
        widget: QWidget,
        kind: QEvent.Type,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
    ) -> None:
        none = Qt.KeyboardModifier.NoModifier
        at = self._inside(widget)
        event = QMouseEvent(kind, at, self._at, self._at, button, held, none)
        QApplication.sendEvent(widget, event)


class _Cursor:
    """An arrow of our own: a surface without one keeps whatever was there before."""

    def __init__(self, connection: "WaylandConnection") -> None:
        self.surface = connection.own(
            connection.bind(WlCompositorProxy).create_surface()
        )
        self._buffer = Buffer(
            connection, connection.bind(WlShmProxy), QSize(16, 22), lambda: None
        )
        image = self._buffer.image
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        painter.setPen(QColor("white"))
        painter.setBrush(QColor("black"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ARROW]))
        painter.end()
        origin = QPoint()
        self.surface.attach(self._buffer.wire, origin.x(), origin.y())
        self.surface.damage(0, 0, 16, 22)
        self.surface.commit()
