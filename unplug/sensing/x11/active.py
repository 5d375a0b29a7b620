"""Which window has the focus on X11, with a window manager or without."""

from unplug.sensing.x11.connection import Listener, X11Connection
from unplug.sensing.x11.requests import (
    POINTER_ROOT,
    EventCode,
    Hear,
    event_code,
    get_input_focus,
    parent,
    property_in,
)

ACTIVE = "_NET_ACTIVE_WINDOW"
MANAGER = "_NET_SUPPORTING_WM_CHECK"
TRIES = 5
_MOVING = frozenset(EventCode) - {EventCode.PROPERTY, EventCode.CONFIGURE}
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

    def concerned_by(self, event: bytes) -> bool:
        """Whether another window may have the focus after this event."""
        code = event_code(event)
        if code == EventCode.PROPERTY:
            window, atom = property_in(event)
            return window == self._x.root and atom in self._telling
        return code in _MOVING

    def find(self) -> int:
        """The focused top-level window's id; 0 where no window has the focus."""
        self._listener.hear(self._x.root, Hear.PROPERTY)
        asked = [self._x.ask_property(self._x.root, name) for name in (MANAGER, ACTIVE)]
        manager, active = [self._x.number(each) for each in asked]
        if active is not None and self._lives(manager):
            return active
        return self._toplevel(self._keyboard_focus())

    def _lives(self, window: int | None) -> bool:
        if not window:
            return False
        self._listener.hear(window, Hear.STRUCTURE)
        # A killed manager leaves its properties on the root, but not its window.
        return self._x.number(self._x.ask_property(window, MANAGER)) == window

    def _keyboard_focus(self) -> int:
        self._listener.hear(self._x.root, Hear.FOCUS)
        window = self._ask_keyboard_focus()
        for _ in range(TRIES):
            if window > POINTER_ROOT:
                heard = Hear.FOCUS | Hear.STRUCTURE
                self._listener.hear(window, heard)
            now = self._ask_keyboard_focus()
            if now == window:  # so nothing happened before we heard of it
                break
            window = now
        return window

    def _ask_keyboard_focus(self) -> int:
        return self._x.query(get_input_focus()) or 0

    def _toplevel(self, window: int) -> int:
        for _ in range(DEEPEST):
            if window <= POINTER_ROOT or window == self._x.root:
                return 0
            if self._x.text(self._x.ask_property(window, "WM_CLASS")):
                return window
            above = self._x.query(parent(window))
            if above is None:
                return 0
            if above == self._x.root:
                return window
            window = above
        return window
