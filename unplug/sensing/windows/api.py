"""What we ask of Windows, in its own terms: numbers, ticks and messages."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol


class WinEvent(IntEnum):
    """Events of SetWinEventHook."""

    SYSTEM_FOREGROUND = 0x0003
    SYSTEM_MINIMIZEEND = 0x0017
    SYSTEM_DESKTOPSWITCH = 0x0020
    OBJECT_NAMECHANGE = 0x800C


class WindowMessage(IntEnum):
    """Messages that our hidden window listens to."""

    SETTINGCHANGE = 0x001A
    TIMECHANGE = 0x001E
    POWERBROADCAST = 0x0218
    WTSSESSION_CHANGE = 0x02B1


class Power(IntEnum):
    """The wParam of ``POWERBROADCAST``."""

    SUSPEND = 0x0004
    RESUME_CRITICAL = 0x0006
    RESUME_SUSPEND = 0x0007
    RESUME_AUTOMATIC = 0x0012
    SETTING_CHANGE = 0x8013


class SessionChange(IntEnum):
    """The wParam of ``WTSSESSION_CHANGE``."""

    CONSOLE_CONNECT = 1
    CONSOLE_DISCONNECT = 2
    REMOTE_CONNECT = 3
    REMOTE_DISCONNECT = 4
    LOCK = 7
    UNLOCK = 8


OBJID_WINDOW = 0
DISPLAY_OFF = 0


@dataclass(frozen=True, slots=True)
class Hooked:
    """A hook was called: the event, its window and the object inside the window."""

    event: int
    window: int
    object_id: int = OBJID_WINDOW


@dataclass(frozen=True, slots=True)
class Received:
    """Our window got a message.

    Attributes:
        message: its number.
        wparam: what it says.
        display: with ``Power.SETTING_CHANGE``, the new state of this session's display
            (0 off, 1 on, 2 dimmed).
    """

    message: int
    wparam: int = 0
    display: int | None = None


class Win32(Protocol):
    """The calls. All but ``interrupt`` belong to the thread that called ``open``."""

    def open(self) -> None:
        """Make the hidden window, set the hooks, register for notifications.

        Raises:
            OSError: Windows refuses.
        """

    def wait(self, timeout_ms: int | None) -> list[Hooked | Received] | None:
        """Wait for something to happen; empty after the time, None to stop."""

    def interrupt(self) -> None:
        """Make ``wait`` return None; safe on any thread."""

    def close(self) -> None:
        """Take back all that ``open`` did."""

    def tick_count_ms(self) -> int:
        """GetTickCount64: since the start, sleep included."""

    def last_input_tick_ms(self) -> int | None:
        """GetLastInputInfo's dwTime: the lower 32 bits of a tick count."""

    def foreground_window(self) -> int:
        """GetForegroundWindow; 0 when there is none."""

    def window_title(self, window: int) -> str:
        """GetWindowTextW; empty when there is none."""

    def window_process(self, window: int) -> int:
        """The process id of a window's owner; 0 when the window is gone."""

    def child_processes(self, window: int) -> list[int]:
        """The process ids of a window's child windows' owners."""

    def image_path(self, process: int) -> str | None:
        """QueryFullProcessImageNameW; None when Windows does not say."""

    def app_user_model_id(self, process: int) -> str | None:
        """GetApplicationUserModelId; None when the process is not packaged."""

    def watch_names_of(self, process: int) -> None:
        """Hook name changes of this process's windows, and of no other's."""

    def session_is_locked(self) -> bool:
        """Whether this session is locked now; False when Windows does not say."""
