"""The day in the tray's menu: screen time, what is wrong, and the top apps."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.tray.lines import add_line, say
from ui.tray.spec import tray_spec
from unplug.engine.snapshot import TOP_APPS, Snapshot
from unplug.settings import Tray


class DayMenu(QObject):
    """Lines that only inform. They open the window: a disabled line is hard to read.

    Attributes:
        chosen: how the user wants the tray.

    Signals:
        open_requested: show the window.
    """

    open_requested = Signal()
    chosen = Tray()

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.headline = add_line(menu, self.open_requested.emit)
        self.doing = add_line(menu, self.open_requested.emit)
        self.notice = add_line(menu, self.open_requested.emit)
        menu.addSeparator()
        self.top = [add_line(menu, self.open_requested.emit) for _ in range(TOP_APPS)]
        self.top_end = menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present."""
        spec = tray_spec(snapshot, self.chosen)
        lines = {
            self.headline: spec.headline,
            self.doing: spec.doing,
            self.notice: spec.notice,
        }
        for at, action in enumerate(self.top):
            lines[action] = spec.top[at] if at < len(spec.top) else ""
        for action, text in lines.items():
            say(action, text, drawn_by_panel=drawn_by_panel)
        self.top_end.setVisible(bool(spec.top))
