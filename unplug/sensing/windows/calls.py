"""The real calls of Windows, through ctypes."""

import sys

if sys.platform == "win32":
    import contextlib
    import ctypes
    from collections.abc import Callable
    from ctypes import wintypes

    from unplug.sensing.windows import structures as types
    from unplug.sensing.windows.api import (
        Hooked,
        Power,
        Received,
        WindowMessage,
        WinEvent,
    )
    from unplug.sensing.windows.structures import kernel32, user32, wtsapi32

    _ALWAYS_HOOKED = (
        WinEvent.SYSTEM_FOREGROUND,
        WinEvent.SYSTEM_MINIMIZEEND,
        WinEvent.SYSTEM_DESKTOPSWITCH,
    )
    _KEPT = frozenset(int(message) for message in WindowMessage)
    _MAX_PATH = 32_768
    _MAX_APP_ID = 256

    class RealWin32:
        """One hidden window, its hooks and notifications; see ``Win32``."""

        def __init__(self) -> None:
            self._happened: list[Hooked | Received] = []
            self._undo = contextlib.ExitStack()
            self._names = contextlib.ExitStack()
            self._thread_id = 0
            # Windows keeps their addresses; Python must keep the functions.
            self._window_proc = types.WNDPROC(self._on_message)
            self._event_proc = types.WINEVENTPROC(self._on_event)

        def open(self) -> None:
            """Make the window, set the hooks, register for notifications."""
            self._thread_id = kernel32.GetCurrentThreadId()
            window = self._make_window()
            for event in _ALWAYS_HOOKED:
                self._undo.callback(user32.UnhookWinEvent, self._hook(event, 0))
            _checked(wtsapi32.WTSRegisterSessionNotification(window, 0))
            self._undo.callback(wtsapi32.WTSUnRegisterSessionNotification, window)
            # With modern standby, suspend is told to those only who ask.
            suspend = _checked(user32.RegisterSuspendResumeNotification(window, 0))
            self._undo.callback(user32.UnregisterSuspendResumeNotification, suspend)
            display = user32.RegisterPowerSettingNotification(
                window, ctypes.byref(types.SESSION_DISPLAY_STATUS), 0
            )
            self._undo.callback(
                user32.UnregisterPowerSettingNotification, _checked(display)
            )

        def wait(self, timeout_ms: int | None) -> list[Hooked | Received] | None:
            """Run the message loop until something happened or the time is over."""
            wait_ms = types.INFINITE if timeout_ms is None else timeout_ms
            # At most 24 days; an earlier return is harmless.
            wait_ms = wait_ms if timeout_ms is None else min(wait_ms, 2**31 - 1)
            user32.MsgWaitForMultipleObjectsEx(
                0, None, wait_ms, types.QS_ALLINPUT, types.MWMO_INPUTAVAILABLE
            )
            message = wintypes.MSG()
            address = ctypes.byref(message)
            while user32.PeekMessageW(address, None, 0, 0, types.PM_REMOVE):
                if message.message == types.WM_QUIT:
                    return None
                user32.DispatchMessageW(address)
            happened, self._happened = self._happened, []
            return happened

        def interrupt(self) -> None:
            """Make ``wait`` return None."""
            user32.PostThreadMessageW(self._thread_id, types.WM_QUIT, 0, 0)

        def close(self) -> None:
            """Take back all that ``open`` did, in reverse."""
            self._names.close()
            self._undo.close()

        def tick_count_ms(self) -> int:
            """GetTickCount64."""
            return int(kernel32.GetTickCount64())

        def last_input_tick_ms(self) -> int | None:
            """GetLastInputInfo."""
            info = types.LASTINPUTINFO(ctypes.sizeof(types.LASTINPUTINFO), 0)
            if not user32.GetLastInputInfo(ctypes.byref(info)):
                return None
            return int(info.dwTime)

        def foreground_window(self) -> int:
            """GetForegroundWindow."""
            return user32.GetForegroundWindow() or 0

        def window_title(self, window: int) -> str:
            """GetWindowTextW; for others' windows it reads a copy and cannot hang."""
            length = user32.GetWindowTextLengthW(window) + 1
            text = ctypes.create_unicode_buffer(length)
            user32.GetWindowTextW(window, text, length)
            return text.value

        def window_process(self, window: int) -> int:
            """GetWindowThreadProcessId."""
            process = wintypes.DWORD()
            user32.GetWindowThreadProcessId(window, ctypes.byref(process))
            return int(process.value)

        def child_processes(self, window: int) -> list[int]:
            """EnumChildWindows."""
            processes: list[int] = []

            def on_child(child: int, _: int) -> bool:
                processes.append(self.window_process(child))
                return True

            user32.EnumChildWindows(window, types.WNDENUMPROC(on_child), 0)
            return processes

        def image_path(self, process: int) -> str | None:
            """QueryFullProcessImageNameW."""

            def ask(handle: int) -> str | None:
                length = wintypes.DWORD(_MAX_PATH)
                path = ctypes.create_unicode_buffer(_MAX_PATH)
                done = kernel32.QueryFullProcessImageNameW(
                    handle, 0, path, ctypes.byref(length)
                )
                return path.value if done else None

            return _with_process(process, ask)

        def app_user_model_id(self, process: int) -> str | None:
            """GetApplicationUserModelId."""

            def ask(handle: int) -> str | None:
                length = ctypes.c_uint32(_MAX_APP_ID)
                app_id = ctypes.create_unicode_buffer(_MAX_APP_ID)
                error = kernel32.GetApplicationUserModelId(
                    handle, ctypes.byref(length), app_id
                )
                return None if error else app_id.value

            return _with_process(process, ask)

        def watch_names_of(self, process: int) -> None:
            """SetWinEventHook for one process; a refusal costs late titles only."""
            self._names.close()
            with contextlib.suppress(OSError):
                hook = self._hook(WinEvent.OBJECT_NAMECHANGE, process)
                self._names.callback(user32.UnhookWinEvent, hook)

        def session_is_locked(self) -> bool:
            """WTSQuerySessionInformationW."""
            answer, length = ctypes.c_void_p(), wintypes.DWORD()
            done = wtsapi32.WTSQuerySessionInformationW(
                None,
                types.WTS_CURRENT_SESSION,
                types.WTS_SESSION_INFO_EX,
                ctypes.byref(answer),
                ctypes.byref(length),
            )
            if not done or answer.value is None:
                return False
            try:
                if length.value < ctypes.sizeof(types.WTSINFOEX):
                    return False
                info = types.WTSINFOEX.from_address(answer.value)
                return bool(info.SessionFlags == types.WTS_SESSIONSTATE_LOCK)
            finally:
                wtsapi32.WTSFreeMemory(answer)

        def _make_window(self) -> int:
            instance = kernel32.GetModuleHandleW(None)
            name = f"unplug-{id(self)}"
            kind = types.WNDCLASSW()
            kind.lpfnWndProc = self._window_proc
            kind.hInstance = instance
            kind.lpszClassName = name
            _checked(user32.RegisterClassW(ctypes.byref(kind)))
            self._undo.callback(user32.UnregisterClassW, name, instance)
            window = user32.CreateWindowExW(
                0, name, "unplug", 0, 0, 0, 0, 0, None, None, instance, None
            )
            self._undo.callback(user32.DestroyWindow, _checked(window))
            return int(window)

        def _hook(self, event: WinEvent, process: int) -> int:
            hook = user32.SetWinEventHook(
                event,
                event,
                None,
                self._event_proc,
                process,
                0,
                types.WINEVENT_OUTOFCONTEXT,
            )
            return _checked(hook)

        def _on_event(
            self,
            _hook: int,
            event: int,
            window: int | None,
            object_id: int,
            _child: int,
            _thread: int,
            _time: int,
        ) -> None:
            self._happened.append(Hooked(event, window or 0, object_id))

        def _on_message(
            self, window: int, message: int, wparam: int, lparam: int
        ) -> int:
            if message in _KEPT:
                display = _display_state(wparam, lparam) if message == _POWER else None
                self._happened.append(Received(message, wparam, display))
            return int(user32.DefWindowProcW(window, message, wparam, lparam))

    _POWER = WindowMessage.POWERBROADCAST

    def _display_state(wparam: int, lparam: int) -> int | None:
        """The display's new state, which is gone once the message was handled."""
        if wparam != Power.SETTING_CHANGE or not lparam:
            return None
        setting = types.POWERBROADCAST_SETTING.from_address(lparam)
        if bytes(setting.PowerSetting) != bytes(types.SESSION_DISPLAY_STATUS):
            return None
        return int(setting.Data)

    def _with_process(process: int, ask: Callable[[int], str | None]) -> str | None:
        """Ask something about a process; None when Windows keeps it closed."""
        handle = kernel32.OpenProcess(
            types.PROCESS_QUERY_LIMITED_INFORMATION, 0, process
        )
        if not handle:
            return None
        try:
            return ask(handle)
        finally:
            kernel32.CloseHandle(handle)

    def _checked(result: int | None) -> int:
        """A handle or a success, or the error that Windows set."""
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
        return result
