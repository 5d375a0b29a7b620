"""One connection to a Wayland compositor, read without ever blocking."""

import atexit
import os
import select
import socket
from collections.abc import Callable
from errno import EAGAIN
from pathlib import Path
from typing import Any, TypeVar

from pywayland import ffi
from pywayland.client.display import Display
from pywayland.protocol_core.message import Message
from pywayland.protocol_core.proxy import Proxy

from unplug.sensing.source import SourceLostError, SourceUnavailableError

ANSWER_MS = 2_000  # a compositor silent for longer while we start up hangs
READS_AT_ONCE = 16  # of 4 KiB each: a flood must not starve whoever called us

AnyProxy = Proxy[Any]
ProxyT = TypeVar("ProxyT", bound=AnyProxy)
Callback = Callable[..., object]


class _AnyText(Message):
    """An event with one text that need not be UTF-8, whatever the protocol says."""

    def c_to_arguments(self, args_ptr: "ffi.WlArgument") -> list[Any]:
        """Decode the text, with replacement characters where it is damaged."""
        text: bytes = ffi.string(args_ptr[0].s)
        return [text.decode(errors="replace")]


class WaylandConnection:
    """A connection of our own, and the globals that the compositor offers.

    pywayland crashes the process when a proxy outlives its connection, prints and
    forgets what a callback raises, and takes what it returns for an error number. So
    every proxy is owned here and every callback wrapped.

    Args:
        address: the compositor's socket.
        failed: what cannot be done without it, for the error that says so.

    Raises:
        SourceUnavailableError: there is no compositor, or it does not answer.
    """

    def __init__(self, address: Path, failed: str) -> None:
        self.failed = failed
        self._raised: Exception | None = None
        self._proxies: set[AnyProxy] = set()
        self._offers: dict[int, tuple[str, int]] = {}
        self._followed: dict[str, tuple[Callback, Callback]] = {}
        self._display = _connect(address, failed)
        self._fd = self._display.get_fd()
        self._closed = False
        atexit.register(self.close)
        self._registry = self._display.get_registry()
        self.listen(self._registry, "global", self._on_global)
        self.listen(self._registry, "global_remove", self._on_global_remove)
        try:
            self.settle()
        except BaseException:
            self.close()
            raise

    def fileno(self) -> int:
        """The descriptor to watch for reading."""
        return self._fd

    def version(self, kind: type[ProxyT]) -> int:
        """The version of a global that both sides know; 0 when it is not offered."""
        interface = kind.interface
        found = [v for name, v in self._offers.values() if name == interface.name]
        return min(max(found), interface.version) if found else 0

    def bind(self, kind: type[ProxyT]) -> ProxyT:
        """Take the first global of a kind that ``version`` found."""
        offers, wanted = self._offers.items(), kind.interface.name
        return self.bind_number(
            min(n for n, (name, _) in offers if name == wanted), kind
        )

    def bind_number(self, number: int, kind: type[ProxyT]) -> ProxyT:
        """Take one global out of several, by the number that ``follow`` told."""
        version = min(self._offers[number][1], kind.interface.version)
        bound: ProxyT = self._registry.bind(number, kind.interface, version)
        return self.own(bound)

    def follow(
        self, kind: type[ProxyT], appeared: Callback, vanished: Callback
    ) -> None:
        """Tell the numbers of all globals of a kind, now and whenever they change."""
        wanted = kind.interface.name
        self._followed[wanted] = (appeared, vanished)
        for number, (name, _) in list(self._offers.items()):
            if name == wanted:
                appeared(number)

    def own(self, proxy: ProxyT) -> ProxyT:
        """Keep a proxy alive until it is dropped or the connection closes."""
        # pywayland files an object made by the compositor under whichever of the
        # process's connections it finds first, to be destroyed together with it.
        found = proxy._display  # noqa: SLF001
        if found is not self._display:
            if isinstance(found, Display):
                found._children.discard(proxy)  # noqa: SLF001
            proxy._display = self._display  # noqa: SLF001
            self._display._children.add(proxy)  # noqa: SLF001
        self._proxies.add(proxy)
        return proxy

    def listen(self, proxy: AnyProxy, event: str, callback: Callback) -> None:
        """Call back with an event's arguments, without the proxy."""

        def called(_: AnyProxy, *args: object) -> None:
            try:
                callback(*args)
            except Exception as error:  # noqa: BLE001  (raised again by pump)
                self._raised = self._raised or error

        self.own(proxy).dispatcher[event] = called

    def listen_to_text(self, proxy: AnyProxy, event: str, callback: Callback) -> None:
        """Call back with the one text of an event.

        The names of windows come from other programs, and pywayland loses an event
        that is not proper UTF-8.
        """
        self.listen(proxy, event, callback)
        proxy.dispatcher.messages = [
            _AnyText(m.py_func, m.arguments, m.version) if m.name == event else m
            for m in proxy.dispatcher.messages
        ]

    def drop(self, proxy: AnyProxy) -> None:
        """Forget a proxy; whatever the protocol wants said before has been said."""
        self._proxies.discard(proxy)
        # Not destroy(): in many protocols that is a request, for a living connection.
        proxy._destroy()  # noqa: SLF001

    def when_settled(self, callback: Callback) -> None:
        """Call back once the compositor has acted on all that was asked so far."""
        answer = self._display.sync()

        def done(_serial: int) -> None:
            self.drop(answer)
            callback()

        self.listen(answer, "done", done)

    def pump(self) -> None:
        """Read and act on all that has arrived, and send what is waiting.

        Raises:
            SourceLostError: the compositor is gone.
        """
        readable = _poll(self._fd)
        for _ in range(READS_AT_ONCE):
            self._read()
            if not readable.poll(0):
                break
        self.flush()

    def flush(self) -> None:
        """Send what is waiting.

        What a full socket does not take (we say a few hundred bytes in a day) stays
        waiting for the next call.

        Raises:
            SourceLostError: the compositor is gone.
        """
        if self._display.flush() < 0 and _errno() != EAGAIN:
            raise self._lost()

    def settle(self) -> None:
        """Wait until the compositor has acted on all that was asked so far.

        Only for opening a source: it blocks, at most ``ANSWER_MS`` in silence.

        Raises:
            SourceUnavailableError: it does not answer.
        """
        answered: list[bool] = []
        self.when_settled(lambda: answered.append(True))
        readable = _poll(self._fd)
        try:
            while not answered:
                self.flush()
                if not readable.poll(ANSWER_MS):
                    break
                self.pump()
        except SourceLostError as error:
            raise self._unavailable(error.value) from error
        if not answered:
            silent = f"the compositor is silent for {ANSWER_MS} ms"
            raise self._unavailable(silent)

    def close(self) -> None:
        """Let go of everything; safe to call twice and after a loss."""
        if self._closed:
            return
        self._closed = True
        atexit.unregister(self.close)
        for proxy in list(self._proxies):
            self.drop(proxy)
        self._followed.clear()
        self._display.disconnect()

    def _read(self) -> None:
        try:
            self._display.read()
            self._display.dispatch(block=False)
        except RuntimeError as error:
            raise self._lost() from error
        if self._raised:
            raised, self._raised = self._raised, None
            raise raised

    def _on_global(self, number: int, name: str, version: int) -> None:
        self._offers[number] = (name, version)
        if name in self._followed:
            self._followed[name][0](number)

    def _on_global_remove(self, number: int) -> None:
        name, _ = self._offers.pop(number, ("", 0))
        if name in self._followed:
            self._followed[name][1](number)

    def _lost(self) -> SourceLostError:
        return SourceLostError("lost the Wayland compositor", os.strerror(_errno()))

    def _unavailable(self, reason: str) -> SourceUnavailableError:
        return SourceUnavailableError(self.failed, reason, "restart the desktop")


def _errno() -> int:
    return int(ffi.errno)  # type: ignore[attr-defined]  # every cffi library has it


def _poll(fd: int) -> select.poll:
    poller = select.poll()
    poller.register(fd, select.POLLIN)
    return poller


def _connect(address: Path, failed: str) -> Display:
    # libwayland itself would wait for a hanging compositor without end, and take
    # WAYLAND_SOCKET, which was meant for the app's windows, for its own.
    connecting = socket.socket(socket.AF_UNIX)
    try:
        connecting.settimeout(ANSWER_MS / 1_000)
        connecting.connect(str(address))
        connecting.settimeout(None)
    except OSError as error:
        connecting.close()
        value = f"{address}: {error.strerror or error}"
        todo = "check WAYLAND_DISPLAY and XDG_RUNTIME_DIR"
        raise SourceUnavailableError(failed, value, todo) from error
    display = Display(connecting.detach())
    display.connect()
    return display
