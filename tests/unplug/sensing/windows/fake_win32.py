"""A Windows desktop that behaves like the calls do, as far as they are documented."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field

from unplug.sensing.windows.api import Hooked, Received, WinEvent

WRAP_MS = 2**32


@dataclass
class FakeWindow:
    process: int
    title: str = ""
    children: list[int] = field(default_factory=list)  # processes of child windows


class FakeWin32:
    """Windows, processes, ticks and a message queue that tests drive.

    Like the real calls: window handles are positive integers and 0 is none; the tick
    count has 64 bits, the last input's tick 32; name changes come only from the one
    process that is hooked; processes that are protected do not tell their image.
    """

    def __init__(self, tick_ms: int = 1_000_000) -> None:
        self.tick_ms = tick_ms
        self.input_tick_ms: int | None = tick_ms
        self.windows: dict[int, FakeWindow] = {}
        self.images: dict[int, str] = {}
        self.packages: dict[int, str] = {}
        self.foreground = 0
        self.locked = False
        self.named_process = 0
        self.refuses: OSError | None = None
        self.opened = False
        self.closed = 0
        self.breaks: Exception | None = None
        self._queue: queue.Queue[Callable[[], list[Hooked | Received]] | None] = (
            queue.Queue()
        )

    def add_app(self, window: int, process: int, image: str, title: str = "") -> None:
        self.windows[window] = FakeWindow(process, title)
        self.images[process] = image

    def bring_to_front(self, window: int) -> Hooked:
        self.foreground = window
        return Hooked(WinEvent.SYSTEM_FOREGROUND, window)

    def rename(self, window: int, title: str) -> list[Hooked]:
        self.windows[window].title = title
        if self.windows[window].process != self.named_process:
            return []
        return [Hooked(WinEvent.OBJECT_NAMECHANGE, window)]

    def type_a_key(self) -> None:
        self.input_tick_ms = self.tick_ms

    def post(self, happen: Callable[[], list[Hooked | Received]]) -> None:
        """Let something happen while a thread waits for it."""
        self._queue.put(happen)

    # What the real calls are.

    def open(self) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.opened = True

    def wait(self, timeout_ms: int | None) -> list[Hooked | Received] | None:
        assert self.opened
        assert timeout_ms is None or 0 <= timeout_ms < WRAP_MS - 1
        if self.breaks is not None:
            raise self.breaks
        try:
            timeout_s = None if timeout_ms is None else timeout_ms / 1000
            happen = self._queue.get(timeout=timeout_s)
        except queue.Empty:
            return []
        return None if happen is None else happen()

    def interrupt(self) -> None:
        self._queue.put(None)

    def close(self) -> None:
        self.closed += 1

    def tick_count_ms(self) -> int:
        return self.tick_ms

    def last_input_tick_ms(self) -> int | None:
        return None if self.input_tick_ms is None else self.input_tick_ms % WRAP_MS

    def foreground_window(self) -> int:
        return self.foreground

    def window_title(self, window: int) -> str:
        assert window > 0
        return self.windows[window].title if window in self.windows else ""

    def window_process(self, window: int) -> int:
        assert window > 0
        return self.windows[window].process if window in self.windows else 0

    def child_processes(self, window: int) -> list[int]:
        assert window > 0
        return list(self.windows[window].children)

    def image_path(self, process: int) -> str | None:
        assert process > 0
        return self.images.get(process)

    def app_user_model_id(self, process: int) -> str | None:
        assert process > 0
        return self.packages.get(process)

    def watch_names_of(self, process: int) -> None:
        assert process > 0
        self.named_process = process

    def session_is_locked(self) -> bool:
        return self.locked
