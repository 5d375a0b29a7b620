"""The focused window on X11, and whose it is."""

from unplug.sensing.facts import Fact, Focus
from unplug.sensing.holders import Holders
from unplug.sensing.identity import identify
from unplug.sensing.reasons import Reason
from unplug.sensing.titles import told
from unplug.sensing.x11.active import ActiveWindow
from unplug.sensing.x11.connection import Listener, X11Connection
from unplug.sensing.x11.requests import (
    EventCode,
    Hear,
    client_pid,
    event_code,
    property_in,
    resource_version,
    size_in,
)

CLASS = "WM_CLASS"
OWNER = "WM_TRANSIENT_FOR"
STATE, FILLS_THE_SCREEN = "_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN"
TITLES = ("_NET_WM_NAME", "WM_NAME")
RESOURCES = (1, 2)  # the first version that knows processes


class X11Focus:
    """Says which app has the focus, and whether it fills the screen, as that changes.

    A window that fills the screen, or stops to, is resized; nothing else is listened
    for, since a property that changes would wake us for every title, too.

    Args:
        connection: one of its own; closed with this source.
        titles: whether titles may be read; where not, nobody listens for them.
    """

    name = "x11-focus"

    def __init__(self, connection: X11Connection, *, titles: bool) -> None:
        self._x = connection
        self._listener = Listener(connection)
        self._active = ActiveWindow(connection, self._listener)
        self._pids = ProcessIds(connection)
        self._titles = TITLES if titles else ()
        self._telling = {connection.atom(name) for name in (CLASS, *self._titles)}
        self._window = 0
        self._size = (0, 0, 0)  # of which window, width, height
        self._fills = False
        self._said: Focus | None = None
        self._filling = Holders()

    def fileno(self) -> int:
        """The socket to the X server."""
        return self._x.fileno()

    def close(self) -> None:
        """Leave the X server."""
        self._x.close()

    def dispatch(self) -> list[Fact]:
        """Say the focus, if it is not what was said last.

        Raises:
            SourceLostError: the X server is gone.
        """
        facts: list[Fact] = []
        look = self._said is None
        while True:
            # Looking waits for answers and so buffers events: drain again after it.
            for event in self._x.events():
                look = self._concerned_by(event) or look
            if not look:
                return facts
            look = False
            focus = self._look()
            if focus != self._said:
                self._said = focus
                facts.append(focus)
            filling = [(Reason.FULL_SCREEN, focus.app or "")] if self._fills else []
            facts += self._filling.news(filling)

    def _concerned_by(self, event: bytes) -> bool:
        if event_code(event) == EventCode.PROPERTY:
            window, atom = property_in(event)
            if window == self._window:
                return atom in self._telling
        elif event_code(event) == EventCode.CONFIGURE:
            before, self._size = self._size, size_in(event)
            return self._size != before and self._size[0] == self._window
        return self._active.concerned_by(event)

    def _look(self) -> Focus:
        self._window, self._fills = self._active.find(), False
        focus = self._describe(self._window) if self._window else Focus(None)
        self._listener.end_look()
        self._x.flush()
        return focus

    def _describe(self, window: int) -> Focus:
        self._listener.hear(window, Hear.STRUCTURE)
        if self._titles:
            self._listener.hear(window, Hear.PROPERTY)
        state = self._x.ask_property(window, STATE)
        asked = [
            self._x.ask_property(window, name) for name in (CLASS, OWNER, *self._titles)
        ]
        pid = self._pids.of(window)
        self._fills = self._x.atom(FILLS_THE_SCREEN) in self._x.numbers(state)
        texts = [self._x.text(each) for each in (asked[0], *asked[2:])]
        owner = self._x.number(asked[1])
        window_class = _class_part(texts[0])
        if window_class is None:
            # Some set it after they are shown; some dialogs leave it to their owner.
            self._listener.hear(window, Hear.PROPERTY)
            if owner:
                window_class = _class_part(
                    self._x.text(self._x.ask_property(owner, CLASS))
                )
        app = identify(pid=pid, window_class=window_class)
        title = next(filter(None, texts[1:]), None)
        return Focus(app, told(title) if app else None)


class ProcessIds:
    """Asks the server which process a window belongs to.

    What the window itself says (``_NET_WM_PID``) is wrong for programs in a sandbox
    and for those on another machine.
    """

    def __init__(self, connection: X11Connection) -> None:
        self._x = connection
        self._resources = connection.extension("X-Resource")
        if self._resources is not None:
            version = connection.query(resource_version(self._resources.opcode))
            if version is None or version < RESOURCES:
                self._resources = None

    def of(self, window: int) -> int | None:
        """The process of a window; None where it is on another machine or gone."""
        if self._resources is None:
            return None
        return self._x.query(client_pid(self._resources.opcode, window))


def _class_part(text: str | None) -> str | None:
    """The class of ``instance NUL class NUL``; the instance where it has no class."""
    instance, _, rest = (text or "").partition("\0")
    return rest.partition("\0")[0] or instance or None
