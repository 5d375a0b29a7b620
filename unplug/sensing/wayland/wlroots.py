"""The focused window on sway and its kin, by wlr-foreign-toplevel-management."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unplug.sensing.facts import Fact, Focus
from unplug.sensing.holders import Holders
from unplug.sensing.identity import identify
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.titles import told
from unplug.sensing.wayland.address import compositor_socket

if TYPE_CHECKING:
    from unplug.sensing.wayland.connection import AnyProxy, WaylandConnection
    from unplug.sensing.wayland.protocols.wlr_foreign_toplevel_management_unstable_v1 import (  # noqa: E501  (its name)
        ZwlrForeignToplevelHandleV1Proxy,
    )

FAILED = "cannot see which window has the focus"
ACTIVATED = 2  # zwlr_foreign_toplevel_handle_v1.state
FULLSCREEN = 3


@dataclass(frozen=True, slots=True)
class Window:
    """What the compositor says of one toplevel window."""

    app_id: str = ""
    title: str = ""
    activated: bool = False
    fullscreen: bool = False


def open_focus(options: SensingOptions) -> "WlrootsFocus":
    """Watch the focus on a compositor that shows its windows to other programs.

    Raises:
        SourceUnavailableError: this is no Wayland session, or it shows none.
    """
    address = compositor_socket(FAILED)
    from unplug.sensing.wayland.connection import WaylandConnection  # noqa: PLC0415  (20 ms, 2 MiB)

    connection = WaylandConnection(address, FAILED)
    try:
        return WlrootsFocus(connection, options)
    except BaseException:
        connection.close()
        raise


class WlrootsFocus:
    """The focus as the compositor tells it, window by window.

    Every window tells its own changes, each complete with ``done``. Several can be
    active at once (one for each seat): the one activated last counts.
    """

    name = "wlroots-focus"

    def __init__(
        self, connection: "WaylandConnection", options: SensingOptions
    ) -> None:
        from unplug.sensing.wayland.protocols import (  # noqa: PLC0415  (with pywayland)
            wlr_foreign_toplevel_management_unstable_v1 as protocol,
        )

        self._connection = connection
        self._titles = options.titles
        self._activated: dict[AnyProxy, Window] = {}  # by proxy, the latest last
        self._said: Focus | None = None
        self._filling = Holders()
        self._finished = False
        if not connection.version(protocol.ZwlrForeignToplevelManagerV1Proxy):
            value = "this desktop does not offer zwlr_foreign_toplevel_manager_v1"
            todo = "use a desktop that does, like sway, or one with a way of its own"
            raise SourceUnavailableError(FAILED, value, todo)
        manager = connection.bind(protocol.ZwlrForeignToplevelManagerV1Proxy)
        connection.listen(manager, "toplevel", self._on_toplevel)
        connection.listen(manager, "finished", self._on_finished)
        connection.settle()
        connection.settle()  # what a window says first may follow in a second turn

    @property
    def fullscreen(self) -> bool:
        """Whether the focused window fills its screen."""
        window = self._focused()
        return window is not None and window.fullscreen

    def fileno(self) -> int:
        """The file descriptor to watch for reading."""
        return self._connection.fileno()

    def dispatch(self) -> list[Fact]:
        """Read all that has arrived; the focus and full screen, if they changed."""
        self._connection.pump()
        if self._finished:
            msg = "the compositor no longer shows its windows"
            raise SourceLostError(msg)
        focus = self._focus()
        facts: list[Fact] = [] if focus == self._said else [focus]
        self._said = focus
        filling = [(Reason.FULL_SCREEN, focus.app or "")] if self.fullscreen else []
        return facts + self._filling.news(filling)

    def close(self) -> None:
        """Let go of everything; safe to call twice and after a loss."""
        self._connection.close()

    def _focused(self) -> Window | None:
        return next(reversed(self._activated.values()), None)

    def _focus(self) -> Focus:
        window = self._focused()
        if window is None:
            return Focus(None)
        # The protocol does not say which process is behind a window.
        app = identify(pid=None, window_class=window.app_id)
        return Focus(app, told(window.title) if app else None)

    def _on_finished(self) -> None:
        self._finished = True

    def _on_toplevel(self, proxy: "ZwlrForeignToplevelHandleV1Proxy") -> None:
        toplevel = _Toplevel()
        listen, listen_to_text = (
            self._connection.listen,
            self._connection.listen_to_text,
        )
        listen_to_text(proxy, "app_id", toplevel.on_app_id)
        if self._titles:  # else they are not even decoded
            listen_to_text(proxy, "title", toplevel.on_title)
        listen(proxy, "state", toplevel.on_state)
        listen(proxy, "done", lambda: self._on_done(proxy, toplevel.window))
        listen(proxy, "closed", lambda: self._on_closed(proxy))

    def _on_done(self, proxy: "AnyProxy", window: Window) -> None:
        if window.activated:
            self._activated[proxy] = window  # keeps its place if it has one
        else:
            self._activated.pop(proxy, None)

    def _on_closed(self, proxy: "ZwlrForeignToplevelHandleV1Proxy") -> None:
        self._activated.pop(proxy, None)
        proxy.destroy()
        self._connection.drop(proxy)


class _Toplevel:
    """A window that tells its changes one by one."""

    def __init__(self) -> None:
        self.window = Window()

    def on_app_id(self, app_id: str) -> None:
        self.window = replace(self.window, app_id=app_id)

    def on_title(self, title: str) -> None:
        self.window = replace(self.window, title=title)

    def on_state(self, states: bytes) -> None:
        held = memoryview(states).cast("I").tolist()  # in the machine's byte order
        self.window = replace(
            self.window,
            activated=ACTIVATED in held,
            fullscreen=FULLSCREEN in held,
        )
