"""The tray and the window around the running app: what happens, and what is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.app_window import WindowKeeper
from ui.loop import Loop
from ui.ports import Tracker
from ui.reports import Trouble
from ui.tray.host import TrayHost
from ui.tray.menu import TrayMenu
from ui.tray.spec import next_change_ms, tray_spec
from ui.tray.tray import Tray
from ui.wishes import (
    LoginWish,
    PauseLength,
    PauseWish,
    QuitWish,
    ResumeWish,
    SettingChosen,
)
from unplug.clock import Clock
from unplug.engine.snapshot import Snapshot
from unplug.settings import Tray as TrayChosen

if TYPE_CHECKING:
    from ui.autostart.system import Autostart

PANEL_GRACE_MS = 5_000
"""At login the panel may come after us; only then is a missing one worth a window."""

AFTER_FACT_MS = 2_000
"""Facts can come many a second; nobody reads a panel faster than this."""

AFTER_WAKE_MS = 20_000
"""The tracker wakes every second while somebody is at the screen, mostly only to keep
its notes; what is shown changes by the minute."""

TROUBLES_SHOWN = 3


class TrayApp(QObject):
    """The tray and the window around a tracker: the only one that connects them."""

    def __init__(
        self, *, tracker: Tracker, autostart: "Autostart", clock: Clock
    ) -> None:
        super().__init__()
        self._tracker = tracker
        self._autostart = autostart
        self._clock = clock
        self._troubles: tuple[str, ...] = ()
        self._closed = False
        self._granting: dict[type, Callable[[Any], object]] = {
            PauseWish: self._pause,
            ResumeWish: lambda _: self._resume(),
            LoginWish: self._turn_login_start,
            QuitWish: lambda _: QApplication.quit(),
            SettingChosen: lambda _: self.tracking_changed(),
        }
        self._shown_at_ms = -AFTER_WAKE_MS
        self.loop = Loop(tracker, self)
        self.menu = TrayMenu(self)
        self.tray = Tray(self.menu, self)
        self.host = TrayHost(self)
        self.windows = WindowKeeper(
            tracker=tracker, clock=clock, autostart=autostart, parent=self
        )
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._connect_parts()

    def start(self) -> None:
        """Begin to watch and to show."""
        self.loop.sync()
        self._refresh()
        self.tray.show()
        if not self.host.present:
            QTimer.singleShot(PANEL_GRACE_MS, self, self._do_without_panel)

    def open_window(self) -> None:
        """Bring the window to the front as it was."""
        self.show_window()

    def show_window(self, page: str = "", about: str = "") -> None:
        """Bring the window to the front.

        Args:
            page: the key of a page; empty for the one in view, or the first.
            about: what it is to show, as that page understands it.
        """
        has_tray = self.host.present
        self.windows.come_forward(self._snapshot(), page, about, has_tray=has_tray)

    def _show_person(self, uid: str) -> None:
        self.show_window("people", uid)

    def trouble_met(self, trouble: Trouble) -> None:
        """Show a trouble once: as a notification, and until the window was seen."""
        self._troubles = (*self._troubles, trouble.text)[-TROUBLES_SHOWN:]
        if self.host.present:
            self.tray.tell(trouble.text)
        self._refresh()

    def tell(self, text: str) -> None:
        """Say something that passes by, where there is a panel to say it."""
        if self.host.present:
            self.tray.tell(text)

    def close(self) -> None:
        """End tracking cleanly; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._refreshing.stop()
        self.loop.stop()
        self.windows.close()
        self.tray.hide()
        self._tracker.close()

    def look_as(self, chosen: TrayChosen) -> None:
        """Look as the user chose, from now on."""
        if chosen != self.menu.day.chosen:
            self.menu.day.chosen = chosen
            self._refresh()

    def tracking_changed(self) -> None:
        """Somebody else steered the tracker: take up what it wants now."""
        self.loop.sync()
        self._refresh()
        self.windows.refresh()

    def _connect_parts(self) -> None:
        self._refreshing.timeout.connect(self._refresh)
        self.loop.heard.connect(lambda: self._refresh_after(AFTER_FACT_MS))
        self.loop.woke.connect(lambda: self._refresh_after(AFTER_WAKE_MS))
        self.tray.open_requested.connect(self.open_window)
        self.windows.put_away.connect(self._window_put_away)
        self.windows.wished.connect(self._grant)
        self.host.appeared.connect(self._panel_appeared)
        menu = self.menu
        menu.opened.connect(self._menu_opened)
        menu.day.open_requested.connect(self.open_window)
        menu.sessions.page_requested.connect(lambda: self.show_window("sessions"))
        menu.people.person_requested.connect(self._show_person)
        menu.trips.page_requested.connect(lambda: self.show_window("trips"))
        menu.tracking.pause_requested.connect(self._pause)
        menu.tracking.resume_requested.connect(self._resume)
        menu.app.open_requested.connect(self.open_window)
        menu.app.login_start_requested.connect(self._turn_login_start)
        menu.app.quit_requested.connect(QApplication.quit)

    def grant_by(self, kind: type, grant: Callable[[Any], object]) -> None:
        """Have somebody see to the wishes of a kind that pages have."""
        self._granting[kind] = grant

    def _grant(self, wish: object) -> None:
        """See to what a page wants."""
        self._granting[type(wish)](wish)

    def _refresh_after(self, least_ms: int) -> None:
        """Refresh, but not sooner than so long after the last time."""
        left_ms = self._shown_at_ms + least_ms - self._clock.stamp().mono_ms
        if left_ms <= 0:
            self.host.look()
            self._refresh()
        elif not 0 <= self._refreshing.remainingTime() <= left_ms:
            self._refreshing.start(left_ms)

    def _refresh(self) -> None:
        if self._closed:
            return
        snapshot = self._snapshot()
        self._shown_at_ms = self._clock.stamp().mono_ms
        self.tray.render(tray_spec(snapshot, self.menu.day.chosen))
        self.menu.render(snapshot, drawn_by_panel=self.tray.draws_menu)
        self.windows.render_snapshot(snapshot)
        wait_ms = next_change_ms(snapshot)
        if wait_ms is None:
            self._refreshing.stop()
        else:
            self._refreshing.start(wait_ms)

    def _snapshot(self) -> Snapshot:
        snapshot = self._tracker.snapshot()
        return replace(snapshot, notices=(*self._troubles, *snapshot.notices))

    def _menu_opened(self) -> None:
        from ui import theme  # noqa: PLC0415  (only who opens the menu pays for it)

        # Panels of the newer kind draw the menu themselves; the older leave it to us.
        theme.apply()
        self._refresh()
        self.menu.app.render_login_start(on=self._autostart.is_on())

    def _window_put_away(self) -> None:
        self._troubles = ()  # they have been seen
        self._refresh()

    def _panel_appeared(self) -> None:
        self.tray.renew()
        self.windows.panel_appeared()

    def _do_without_panel(self) -> None:
        self.host.look()
        if not self.host.present:
            self.show_window()

    def _pause(self, wish: PauseWish) -> None:
        now = self._clock.stamp().utc
        match wish.length:
            case PauseLength.QUARTER_HOUR:
                self._tracker.pause(now + timedelta(minutes=15))
            case PauseLength.HOUR:
                self._tracker.pause(now + timedelta(hours=1))
            case PauseLength.UNTIL_TOMORROW:
                self._tracker.pause_until_tomorrow()
        self.tracking_changed()

    def _resume(self) -> None:
        self._tracker.resume()
        self.tracking_changed()

    def _turn_login_start(self, wish: LoginWish) -> None:
        try:
            self._autostart.set_on(on=wish.on)
        finally:
            on = self._autostart.is_on()
            self.menu.app.render_login_start(on=on)
            self.windows.refresh()
