"""A window on a virtual desktop that writes down every key it gets."""

from tests.desktop.rigs import RigError, X11Desktop


def owner(desktop: X11Desktop) -> str:
    """The window that has the keyboard; empty if none has."""
    try:
        return desktop.xdotool("getwindowfocus")
    except RigError:
        return ""


def written(desktop: X11Desktop) -> str:
    path = desktop.home / "typed"
    return path.read_text() if path.exists() else ""


def open_editor(desktop: X11Desktop) -> None:
    """A window that writes down every key it gets."""
    keep = f"stty raw -echo; cat > {desktop.home}/typed"
    desktop.spawn("xterm", "-class", "Editor", "-e", "sh", "-c", keep)
    desktop.wait_for((desktop.home / "typed").exists, what="the editor")
    desktop.wait_for(
        lambda: desktop.succeeds("xdotool", "search", "--class", "Editor"),
        what="the editor's window",
    )
    window = desktop.xdotool("search", "--onlyvisible", "--class", "Editor")
    desktop.wait_for(lambda: owner(desktop) == window, what="the editor's focus")
