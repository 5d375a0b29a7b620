"""Which window has the focus on X11, with a window manager or without."""

from typing import Any

from xcffib.xproto import (
    DestroyNotifyEvent,
    EventMask,
    FocusInEvent,
    FocusOutEvent,
    InputFocus,
    PropertyNotifyEvent,
    UnmapNotifyEvent,
)

from unplug.sensing.x11_connection import Listener, X11Connection

ACTIVE = "_NET_ACTIVE_WINDOW"
MANAGER = "_NET_SUPPORTING_WM_CHECK"
TRIES = 5
DEEPEST = 8  # toolkits put the keyboard focus a few windows below the top one


class ActiveWindow:
    """Finds the focused top-level window and hears of what may change it.

    The window manager says it (EWMH). Where none runs, or while it restarts, the
    keyboard focus itself is followed from window to window.
    """

    def __init__(self, connection: X11Connection, listener: Listener) -> None:
        self._x = connection
        self._listener = listener
        self._telling = {connection.atom(ACTIVE), connection.atom(MANAGER)}

    def concerned_by(self, event: Any) -> bool:  # noqa: ANN401  (xcffib has no types)
        """Whether another window may have the focus after this event."""
        if isinstance(event, PropertyNotifyEvent):
            return event.window == self._x.root and event.atom in self._telling
        if isinstance(event, DestroyNotifyEvent | UnmapNotifyEvent):
            return True
        return isinstance(event, FocusInEvent | FocusOutEvent)

    def find(self) -> int:
        """The focused top-level window's id; 0 where no window has the focus."""
        self._listener.hear(self._x.root, EventMask.PropertyChange)
        asked = [self._x.ask(self._x.root, name) for name in (MANAGER, ACTIVE)]
        manager, active = [self._x.number(each) for each in asked]
        if active is not None and self._lives(manager):
            return active
        return self._toplevel(self._keyboard_focus())

    def _lives(self, window: int | None) -> bool:
        if not window:
            return False
        self._listener.hear(window, EventMask.StructureNotify)
        # A killed manager leaves its properties on the root, but not its window.
        return self._x.number(self._x.ask(window, MANAGER)) == window

    def _keyboard_focus(self) -> int:
        self._listener.hear(self._x.root, EventMask.FocusChange)
        window = self._ask_keyboard_focus()
        for _ in range(TRIES):
            if window > InputFocus.PointerRoot:
                heard = EventMask.FocusChange | EventMask.StructureNotify
                self._listener.hear(window, heard)
            now = self._ask_keyboard_focus()
            if now == window:  # so nothing happened before we heard of it
                break
            window = now
        return window

    def _ask_keyboard_focus(self) -> int:
        reply = self._x.answer(self._x.core.GetInputFocus())
        return int(reply.focus) if reply else 0

    def _toplevel(self, window: int) -> int:
        for _ in range(DEEPEST):
            if window <= InputFocus.PointerRoot or window == self._x.root:
                return 0
            if self._x.text(self._x.ask(window, "WM_CLASS")):
                return window
            reply = self._x.answer(self._x.core.QueryTree(window))
            if reply is None:
                return 0
            if reply.parent == self._x.root:
                return window
            window = reply.parent
        return window
