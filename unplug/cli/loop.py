"""The terminal's event loop: sleeps until a source, the clock or a signal speaks."""

import selectors
import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from unplug.engine.listening import Listener, Speaker

_LONGEST_WAIT_S = 3600.0


def run(listener: Listener) -> None:
    """Drive a listener until Ctrl-C, SIGTERM or SIGHUP."""
    watched: dict[Speaker, int] = {}
    with selectors.DefaultSelector() as selector, _stop_signals() as stop:
        selector.register(stop, selectors.EVENT_READ)
        while True:
            _watch(selector, watched, listener.sources())
            wait_ms = listener.next_deadline_ms()
            wait_s = _LONGEST_WAIT_S if wait_ms is None else wait_ms / 1000
            spoken = selector.select(min(wait_s, _LONGEST_WAIT_S))
            if any(key.fileobj is stop for key, _ in spoken):
                return
            for key, _ in spoken:
                listener.ready(key.data)
            if not spoken:
                listener.wake()


def _watch(
    selector: selectors.BaseSelector,
    watched: dict[Speaker, int],
    sources: Sequence[Speaker],
) -> None:
    """Bring what the selector watches in step with the sources."""
    for source in [s for s in watched if s not in sources]:
        selector.unregister(watched.pop(source))
    for source in sources:
        if source not in watched:
            watched[source] = source.fileno()
            selector.register(watched[source], selectors.EVENT_READ, source)


@contextmanager
def _stop_signals() -> Iterator[socket.socket]:
    """A socket that becomes readable when somebody wants the program to end."""
    heard, told = socket.socketpair()
    told.setblocking(False)  # noqa: FBT003  (the standard library's own signature)
    before = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    names = [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)]
    kept = {name: signal.signal(name, _note) for name in names}
    try:
        yield heard
    finally:
        for name, handler in kept.items():
            signal.signal(name, handler)
        signal.set_wakeup_fd(before)
        heard.close()
        told.close()


def _note(_number: int, _frame: FrameType | None) -> None:
    """The wake-up descriptor tells; a handler only keeps Python from dying."""
