"""The structures, numbers and signatures of the Windows calls we make."""

import sys

if sys.platform == "win32":
    import ctypes
    import uuid
    from ctypes import wintypes

    INFINITE = 0xFFFF_FFFF
    QS_ALLINPUT = 0x04FF
    MWMO_INPUTAVAILABLE = 0x0004
    PM_REMOVE = 0x0001
    WM_QUIT = 0x0012
    WINEVENT_OUTOFCONTEXT = 0x0000
    PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
    WTS_CURRENT_SESSION = 0xFFFF_FFFF
    WTS_SESSION_INFO_EX = 25
    WTS_SESSIONSTATE_LOCK = 0

    LRESULT = ctypes.c_ssize_t
    GUID = ctypes.c_ubyte * 16

    WNDPROC = ctypes.WINFUNCTYPE(
        LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
    )
    WINEVENTPROC = ctypes.WINFUNCTYPE(
        None,
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.HWND,
        wintypes.LONG,
        wintypes.LONG,
        wintypes.DWORD,
        wintypes.DWORD,
    )
    WNDENUMPROC = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)

    SESSION_DISPLAY_STATUS = GUID(
        *uuid.UUID("2b84c20e-ad23-4ddf-93db-05ffbd7efca5").bytes_le
    )

    class WNDCLASSW(ctypes.Structure):
        """A class of windows."""

        _fields_ = (
            ("style", wintypes.UINT),
            ("lpfnWndProc", WNDPROC),
            ("cbClsExtra", ctypes.c_int),
            ("cbWndExtra", ctypes.c_int),
            ("hInstance", wintypes.HINSTANCE),
            ("hIcon", wintypes.HANDLE),
            ("hCursor", wintypes.HANDLE),
            ("hbrBackground", wintypes.HANDLE),
            ("lpszMenuName", wintypes.LPCWSTR),
            ("lpszClassName", wintypes.LPCWSTR),
        )

    class LASTINPUTINFO(ctypes.Structure):
        """When the last input was."""

        _fields_ = (("cbSize", wintypes.UINT), ("dwTime", wintypes.DWORD))

    class POWERBROADCAST_SETTING(ctypes.Structure):  # noqa: N801  (its own name)
        """A power setting and its value, where that is one number."""

        _fields_ = (
            ("PowerSetting", GUID),
            ("DataLength", wintypes.DWORD),
            ("Data", wintypes.DWORD),
        )

    class WTSINFOEX(ctypes.Structure):
        """The beginning of WTSINFOEXW; the level's data are aligned to eight bytes."""

        _fields_ = (
            ("Level", wintypes.DWORD),
            ("Padding", wintypes.DWORD),
            ("SessionId", wintypes.ULONG),
            ("SessionState", ctypes.c_int),
            ("SessionFlags", wintypes.LONG),
        )

    user32 = ctypes.WinDLL("user32", use_last_error=True)
    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    wtsapi32 = ctypes.WinDLL("wtsapi32", use_last_error=True)

    # Without these, handles and pointers would be cut to 32 bits.
    user32.RegisterClassW.argtypes = (ctypes.POINTER(WNDCLASSW),)
    user32.RegisterClassW.restype = wintypes.ATOM
    user32.UnregisterClassW.argtypes = (wintypes.LPCWSTR, wintypes.HINSTANCE)
    user32.CreateWindowExW.argtypes = (
        wintypes.DWORD,
        wintypes.LPCWSTR,
        wintypes.LPCWSTR,
        wintypes.DWORD,
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_int,
        wintypes.HWND,
        wintypes.HMENU,
        wintypes.HINSTANCE,
        wintypes.LPVOID,
    )
    user32.CreateWindowExW.restype = wintypes.HWND
    user32.DestroyWindow.argtypes = (wintypes.HWND,)
    user32.DefWindowProcW.argtypes = (
        wintypes.HWND,
        wintypes.UINT,
        wintypes.WPARAM,
        wintypes.LPARAM,
    )
    user32.DefWindowProcW.restype = LRESULT
    user32.MsgWaitForMultipleObjectsEx.argtypes = (
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.DWORD,
    )
    user32.MsgWaitForMultipleObjectsEx.restype = wintypes.DWORD
    user32.PeekMessageW.argtypes = (
        wintypes.LPMSG,
        wintypes.HWND,
        wintypes.UINT,
        wintypes.UINT,
        wintypes.UINT,
    )
    user32.DispatchMessageW.argtypes = (wintypes.LPMSG,)
    user32.DispatchMessageW.restype = LRESULT
    user32.PostThreadMessageW.argtypes = (
        wintypes.DWORD,
        wintypes.UINT,
        wintypes.WPARAM,
        wintypes.LPARAM,
    )
    user32.SetWinEventHook.argtypes = (
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HMODULE,
        WINEVENTPROC,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.DWORD,
    )
    user32.SetWinEventHook.restype = wintypes.HANDLE
    user32.UnhookWinEvent.argtypes = (wintypes.HANDLE,)
    user32.GetLastInputInfo.argtypes = (ctypes.POINTER(LASTINPUTINFO),)
    user32.GetForegroundWindow.restype = wintypes.HWND
    user32.GetWindowTextLengthW.argtypes = (wintypes.HWND,)
    user32.GetWindowTextW.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
    user32.GetWindowThreadProcessId.argtypes = (wintypes.HWND, wintypes.LPDWORD)
    user32.GetWindowThreadProcessId.restype = wintypes.DWORD
    user32.EnumChildWindows.argtypes = (wintypes.HWND, WNDENUMPROC, wintypes.LPARAM)
    user32.RegisterSuspendResumeNotification.argtypes = (
        wintypes.HANDLE,
        wintypes.DWORD,
    )
    user32.RegisterSuspendResumeNotification.restype = wintypes.HANDLE
    user32.UnregisterSuspendResumeNotification.argtypes = (wintypes.HANDLE,)
    user32.RegisterPowerSettingNotification.argtypes = (
        wintypes.HANDLE,
        ctypes.POINTER(GUID),
        wintypes.DWORD,
    )
    user32.RegisterPowerSettingNotification.restype = wintypes.HANDLE
    user32.UnregisterPowerSettingNotification.argtypes = (wintypes.HANDLE,)

    kernel32.GetModuleHandleW.argtypes = (wintypes.LPCWSTR,)
    kernel32.GetModuleHandleW.restype = wintypes.HMODULE
    kernel32.GetCurrentThreadId.restype = wintypes.DWORD
    kernel32.GetTickCount64.restype = ctypes.c_ulonglong
    kernel32.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    kernel32.OpenProcess.restype = wintypes.HANDLE
    kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
    kernel32.QueryFullProcessImageNameW.argtypes = (
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.LPWSTR,
        wintypes.LPDWORD,
    )
    kernel32.GetApplicationUserModelId.argtypes = (
        wintypes.HANDLE,
        ctypes.POINTER(ctypes.c_uint32),
        wintypes.LPWSTR,
    )
    kernel32.GetApplicationUserModelId.restype = wintypes.LONG

    wtsapi32.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
    wtsapi32.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)
    wtsapi32.WTSQuerySessionInformationW.argtypes = (
        wintypes.HANDLE,
        wintypes.DWORD,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_void_p),
        wintypes.LPDWORD,
    )
    wtsapi32.WTSFreeMemory.argtypes = (ctypes.c_void_p,)
