"""The day in one small window: for desktops without a tray, and for a closer look."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme, words
from ui.day_view import AppBar, DayRing
from ui.tray.paint import app_icon
from ui.tray.tracking_menu import pause_label
from ui.wishes import LoginWish, PauseLength, PauseWish
from unplug.engine.snapshot import TOP_APPS, Snapshot
from unplug.usage.states import State

WIDTH_PX = 86 * theme.GRID_PX
MARGIN_PX = 6 * theme.GRID_PX
translate = QCoreApplication.translate


class SmallWindow(QWidget):
    """Shows a snapshot; closing it hides it, tracking goes on.

    Signals:
        opening: it is about to be seen and wants the present.
        put_away: it was closed or hidden.
        pause_requested: carries a `PauseWish`.
        resume_requested: end the pause.
        login_start_requested: carries a `LoginWish`.
        quit_requested: end the app.
    """

    opening = Signal()
    put_away = Signal()
    pause_requested = Signal(PauseWish)
    resume_requested = Signal()
    login_start_requested = Signal(LoginWish)
    quit_requested = Signal()

    def __init__(self, *, has_tray: bool) -> None:
        super().__init__()
        self.setWindowTitle("unplug")
        self.setWindowIcon(app_icon())
        self.setMinimumWidth(WIDTH_PX)
        self.resize(WIDTH_PX, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # no button looks chosen
        self.ring = DayRing(self)
        self.usual = _label(centred=True, name="usual")
        self.doing = _label(centred=True, name="doing")
        self.bars = [AppBar(self) for _ in range(TOP_APPS)]
        self.no_apps = _label(name="quiet", centred=True)
        self.notices = _label(name="notice")
        self.pause_title = _label(name="quiet")
        self.pauses = {length: QPushButton(self) for length in PauseLength}
        self.resume = QPushButton(self)
        self.login_start = QCheckBox(self)
        self.quit = QPushButton(self)
        self.quit.setFlat(True)
        self.footnote = _label(name="quiet")
        self._lay_out()
        self._name_parts(has_tray=has_tray)
        self._connect_parts()
        self.restyle()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.restyle)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        self.ring.render_snapshot(snapshot)
        self.usual.setText(words.usual(snapshot))
        doing = words.doing(snapshot)
        self.doing.setText(doing)
        self.doing.setVisible(bool(doing))
        longest_ms = snapshot.top[0].screen_ms if snapshot.top else 0
        for at, bar in enumerate(self.bars):
            known = at < len(snapshot.top)
            if known:
                bar.render_app(snapshot.top[at], longest_ms)
            bar.setVisible(known)
        self.no_apps.setVisible(not snapshot.top)
        self.notices.setText("\n\n".join(snapshot.notices))
        self.notices.setVisible(bool(snapshot.notices))
        self._offer_pause(paused=snapshot.state is State.PAUSED)
        self._fit()

    def render_login_start(self, *, on: bool) -> None:
        """Show whether unplug starts at login."""
        self.login_start.setChecked(on)

    def render_tray(self, *, present: bool) -> None:
        """Say where unplug is once this window is closed."""
        if present:
            text = translate("Window", "Closed, it stays in the tray.")
        else:
            text = translate(
                "Window",
                "No tray here: closed, it goes on tracking. "
                "Start unplug again to see this window.",
            )
        self.footnote.setText(text)

    def come_forward(self) -> None:
        """Be seen, in front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        if not self.isVisible():
            self.setFocus()
            self.opening.emit()
        self.show()
        self.raise_()
        self.activateWindow()

    def restyle(self) -> None:
        """Take on the desktop's scheme and font."""
        colours = theme.apply()
        self.setStyleSheet(theme.style_sheet(colours))
        self.ring.recolour(colours)
        for bar in self.bars:
            bar.recolour(colours)
        self.usual.setFont(theme.font(theme.TYPE.lead))
        self.footnote.setFont(theme.font(theme.TYPE.small))

    def _fit(self) -> None:
        """Never be lower than the content; wrapped lines need it said."""
        column = self.layout()
        if column is None:
            return
        column.activate()
        needed_px = column.totalHeightForWidth(max(self.width(), WIDTH_PX))
        was_lowest = self.height() <= self.minimumHeight() or not self.isVisible()
        self.setMinimumHeight(needed_px)
        if was_lowest:  # nobody has made it taller
            self.resize(self.width(), needed_px)

    def _offer_pause(self, *, paused: bool) -> None:
        had_focus = self.resume.hasFocus() or any(
            button.hasFocus() for button in self.pauses.values()
        )
        self.resume.setVisible(paused)
        self.pause_title.setVisible(not paused)
        for button in self.pauses.values():
            button.setVisible(not paused)
        if had_focus:  # the keyboard stays where it was, though the button went
            first = self.pauses[PauseLength.QUARTER_HOUR]
            (self.resume if paused else first).setFocus()

    def _lay_out(self) -> None:
        pauses = QHBoxLayout()
        pauses.setSpacing(2 * theme.GRID_PX)
        for button in self.pauses.values():
            pauses.addWidget(button)
        pauses.addWidget(self.resume)
        last = QHBoxLayout()
        last.addWidget(self.login_start, 1)
        last.addWidget(self.quit)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, 4 * theme.GRID_PX)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.GRID_PX)
        column.addWidget(self.usual)
        column.addWidget(self.doing)
        column.addSpacing(2 * theme.GRID_PX)
        for bar in self.bars:
            column.addWidget(bar)
        column.addWidget(self.no_apps)
        column.addWidget(self.notices)
        column.addStretch(1)
        column.addSpacing(2 * theme.GRID_PX)
        column.addWidget(self.pause_title)
        column.addLayout(pauses)
        column.addSpacing(2 * theme.GRID_PX)
        column.addLayout(last)
        column.addWidget(self.footnote)

    def _name_parts(self, *, has_tray: bool) -> None:
        self.pause_title.setText(translate("Window", "Pause tracking"))
        for length, button in self.pauses.items():
            label = pause_label(length)
            button.setText(label)
            name = translate("Window", "Pause tracking: {length}")
            button.setAccessibleName(name.format(length=label))
        self.resume.setText(translate("Window", "Resume tracking"))
        self.login_start.setText(translate("Window", "Start at login"))
        self.quit.setText(translate("Window", "Quit"))
        self.quit.setAccessibleName(translate("Window", "Quit unplug"))
        self.no_apps.setText(translate("Window", "Apps appear here as you use them."))
        self.notices.setAccessibleName(translate("Window", "Notices"))
        self.render_tray(present=has_tray)

    def _connect_parts(self) -> None:
        for length, button in self.pauses.items():
            wish = PauseWish(length)
            button.clicked.connect(lambda *_, w=wish: self.pause_requested.emit(w))
        self.resume.clicked.connect(lambda *_: self.resume_requested.emit())
        self.login_start.clicked.connect(
            lambda on: self.login_start_requested.emit(LoginWish(on=on))
        )
        self.quit.clicked.connect(lambda *_: self.quit_requested.emit())
        for key in (QKeySequence(Qt.Key.Key_Escape), QKeySequence.StandardKey.Close):
            QShortcut(key, self).activated.connect(self.close)
        quit_key = QShortcut(QKeySequence.StandardKey.Quit, self)
        quit_key.activated.connect(self.quit_requested)

    def event(self, event: QEvent) -> bool:
        """Say when it is no longer seen; being minimised does not count."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.put_away.emit()
        return super().event(event)


def _label(*, name: str, centred: bool = False) -> QLabel:
    """A label of plain text: names and sentences from outside are never markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", name in ("usual", "quiet"))
    label.setProperty("notice", name == "notice")
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
