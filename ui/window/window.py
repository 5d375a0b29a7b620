"""The one window: a bar that leads to pages, which are built when they are needed."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts.buttons import secondary_button
from ui.parts.notices import InlineNotice, Toast
from ui.tray.paint import app_icon
from ui.window.keys import add_keys
from ui.window.more_menu import MoreMenu
from ui.window.page import Page, PageWish, Surroundings
from ui.window.pages import PageKind, pages
from ui.window.side_bar import Entry, SideBar
from unplug.engine.snapshot import Snapshot

FIRST_SIZE = QSize(1040, 720)
LEAST_SIZE = QSize(90 * theme.GRID_PX, 100 * theme.GRID_PX)
NARROW_PX = 160 * theme.GRID_PX
"""Below this the bar goes to the foot."""
CONTENT_LETTERS = 52
"""And where a page beside it had less room than this."""

WELCOME = "welcome"
translate = QCoreApplication.translate


class MainWindow(QWidget):
    """Pages beside a bar. Closing it lets go of everything; tracking goes on.

    Args:
        around: what the pages may ask.
        kinds: the pages there are.
        has_tray: whether there is an icon to come back by.

    Signals:
        put_away: it was closed.
        wished: a page wants something of the app; carries the wish.
    """

    put_away = Signal()
    wished = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        kinds: tuple[PageKind, ...] | None = None,
        *,
        has_tray: bool = True,
    ) -> None:
        super().__init__()
        self.setWindowTitle("unplug")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEAST_SIZE)
        self.resize(FIRST_SIZE)
        self._around = around
        self._kinds = {kind.key: kind for kind in kinds or pages()}
        self._pages: dict[str, Page] = {}
        self._visited: list[str] = []
        self._ahead: list[str] = []
        self._snapshot: Snapshot | None = None
        self._in_bar = [kind for kind in self._kinds.values() if kind.in_bar]
        self.bar = SideBar(
            [Entry(kind.key, kind.icon, kind.title()) for kind in self._in_bar],
            made_up=bool(getattr(around.app, "made_up", False)),
        )
        self.more = MoreMenu(self.bar.more)
        self.notice = InlineNotice(warning=True)
        self.no_tray = InlineNotice()
        self.to_welcome = InlineNotice(
            translate("Window", "The welcome waits until you are done here."),
            action=secondary_button(
                translate("Window", "Back to the welcome"), lambda: self.go(WELCOME)
            ),
        )
        self.to_welcome.hide()
        self.stack = QStackedWidget()
        self.toast = Toast(self)
        self._lay_out()
        self._connect_parts()
        self.notice.say("")
        self.render_tray(present=has_tray)
        self.restyle()

    @property
    def page(self) -> Page | None:
        """The page in view."""
        return self._pages[self._visited[-1]] if self._visited else None

    @property
    def key(self) -> str:
        """The key of the page in view; empty before there is one."""
        return self._visited[-1] if self._visited else ""

    def go(self, key: str, about: str = "") -> None:
        """Bring a page into view, built if need be.

        Args:
            key: which; one that does not exist is the first.
            about: what it is to show.
        """
        key = key if key in self._kinds else next(iter(self._kinds))
        if key != self.key:
            self._visited.append(key)
            self._ahead.clear()
        self._show_current()
        if about and self.page is not None:
            self.page.look_at(about)

    def go_back(self) -> None:
        """The page that was in view before."""
        if len(self._visited) > 1:
            self._ahead.append(self._visited.pop())
            self._show_current()

    def go_forward(self) -> None:
        """Where ``go_back`` came from."""
        if self._ahead:
            self._visited.append(self._ahead.pop())
            self._show_current()

    def go_by(self, steps: int) -> None:
        """So many pages further down the bar, round at its end."""
        keys = [kind.key for kind in self._in_bar]
        here = keys.index(self.key) if self.key in keys else -min(steps, 0)
        self.go(keys[(here + steps) % len(keys)])

    def refresh(self) -> None:
        """Something changed: show it."""
        if self.page is not None:
            self.page.refresh()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        self._snapshot = snapshot
        self.notice.say("\n".join(map(_in_words, snapshot.notices)))
        self.more.render_snapshot(snapshot)
        if self.page is not None:
            self.page.render_snapshot(snapshot)

    def render_tray(self, *, present: bool) -> None:
        """Say where unplug is once this window is closed, if that is not plain."""
        hint = translate(
            "Window",
            "No tray here: closed, unplug goes on tracking. "
            "Start it again to see this window.",
        )
        self.no_tray.say("" if present else hint)

    def come_forward(self, page: str = "", about: str = "") -> None:
        """Be seen, in front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        if page or not self.key:
            self.go(page, about)
        self.show()
        self.raise_()
        self.activateWindow()

    def restyle(self) -> None:
        """Take on the desktop's scheme."""
        colours = theme.apply()
        self.setStyleSheet(theme.style_sheet(colours))
        for page in self._pages.values():
            page.restyle(colours)

    def _show_current(self) -> None:
        page = self._built(self.key)
        self.stack.setCurrentWidget(self._places[self.key])
        self.bar.mark(self.key)
        unfinished = WELCOME in self._pages and self.key != WELCOME
        self.to_welcome.setVisible(unfinished)
        self.setWindowTitle(f"{self._kinds[self.key].title()} – unplug")
        if self._snapshot is not None:
            page.render_snapshot(self._snapshot)
        page.refresh()

    def _built(self, key: str) -> Page:
        if key in self._pages:
            return self._pages[key]
        page = self._kinds[key].build(self._around)
        page.wished.connect(self.wished)
        page.did.connect(self.toast.offer)
        page.page_requested.connect(self._page_requested)
        page.restyle(theme.colours())
        self._pages[key] = page
        self._places[key] = _scrolled(page) if page.scrolls else page
        self.stack.addWidget(self._places[key])
        return page

    def _page_requested(self, wish: PageWish) -> None:
        if self.key == WELCOME and wish.key == next(iter(self._kinds)):
            self._drop(WELCOME)  # it is over
        self.go(wish.key, wish.about)

    def _drop(self, key: str) -> None:
        """Let go of a page that is not needed any more."""
        self._pages.pop(key)
        self._visited = [each for each in self._visited if each != key]
        self._ahead.clear()
        place = self._places.pop(key)
        self.stack.removeWidget(place)
        place.deleteLater()

    def _lay_out(self) -> None:
        self._places: dict[str, QWidget] = {}
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.notice)
        side.addWidget(self.no_tray)
        side.addWidget(self.to_welcome)
        side.addWidget(self.stack, 1)
        self._halves.addWidget(self.bar)
        self._halves.addLayout(side, 1)

    def _connect_parts(self) -> None:
        self.bar.page_chosen.connect(self.go)
        self.more.wished.connect(self.wished)
        add_keys(self, tuple(kind.key for kind in self._in_bar))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar lies down where it is narrow."""
        beside = self.bar.standing_px + theme.letters_px(CONTENT_LETTERS)
        flat = self.width() < max(NARROW_PX, beside)
        direction = QBoxLayout.Direction
        wanted = direction.BottomToTop if flat else direction.LeftToRight
        if self._halves.direction() != wanted:
            self._halves.setDirection(wanted)
            self.bar.lie(flat=flat)
            self._halves.activate()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.restyle()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone."""
        super().closeEvent(event)
        self.put_away.emit()


def _scrolled(page: Page) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(page.accessibleName())
    area.setWidget(page)
    return area


def _in_words(notice: str) -> str:
    from ui import troubles  # noqa: PLC0415  (while there is any)

    return troubles.notice(notice)
