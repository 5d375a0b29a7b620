"""The media players of the session, by MPRIS."""

from collections.abc import Callable
from dataclasses import dataclass, field

from jeepney import DBusAddress, Message, Properties

from unplug.sensing.app_ids import Identify, app_of
from unplug.sensing.bus.connection import Bus, session_bus
from unplug.sensing.bus.messages import Heard, process_of, variants
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.facts import Media
from unplug.sensing.source import SensingOptions

_ROOT = "org.mpris.MediaPlayer2"
_PLAYER = f"{_ROOT}.Player"
_PATH = "/org/mpris/MediaPlayer2"
_MIRROR = f"{_ROOT}.playerctld"  # repeats what another player says
_USED = ("PlaybackStatus", "Fullscreen", "DesktopEntry")


@dataclass(slots=True)
class _Player:
    """A connection that goes by the name of a player, or by several."""

    names: set[str] = field(default_factory=set)
    desktop_entry: str = ""
    pid: int | None = None
    playing: bool = False
    fullscreen: bool = False
    unanswered: int = 0
    app_known_by: str = ""
    app: str = ""

    @property
    def app_name(self) -> str:
        """What its windows are probably called: its desktop entry, else its name."""
        own = min(self.names, default="").removeprefix(f"{_ROOT}.")
        return self.desktop_entry or own.partition(".instance")[0]


class MediaSource(BusSource):
    """Which apps play something.

    An app goes by the id that its focused windows have, found by its process and its
    player's desktop entry, or else what the player's bus name says. Players of one app
    are folded into one, whatever the case of its letters: it plays while any of them
    does. Tracks and positions are nobody's business and say nothing.

    Args:
        bus: the session bus.
        identify: gives the app's id.
    """

    name = "media players"

    def __init__(self, bus: Bus, identify: Identify = app_of) -> None:
        super().__init__(bus)
        self._identify = identify
        self._players: dict[str, _Player] = {}
        self._said: dict[str, Media] = {}

    def _begin(self) -> None:
        self._bus.watch(member="PropertiesChanged", path=_PATH, arg0namespace=_ROOT)
        self._bus.follow(_ROOT, self._owner_changed, below=True)

    def _owner_changed(self, name: str, owner: str) -> None:
        for known, player in list(self._players.items()):
            player.names.discard(name)
            if not player.names:
                del self._players[known]
        if owner and name != _MIRROR:
            self._welcome(name, owner)
        self._tell()

    def _welcome(self, name: str, owner: str) -> None:
        player = self._players.setdefault(owner, _Player())
        player.names.add(name)
        for interface in (_ROOT, _PLAYER):
            self._ask_properties(player, owner, interface)
        self._ask(player, process_of(owner), "u", _take_process)

    def _ask_properties(self, player: _Player, owner: str, interface: str) -> None:
        # To the owner itself: a name would be started again if it has just gone.
        message = Properties(DBusAddress(_PATH, owner, interface)).get_all()
        self._ask(player, message, "a{sv}", _take_properties)

    def _ask(
        self,
        player: _Player,
        message: Message,
        expect: str,
        then: Callable[[_Player, Body], None],
    ) -> None:
        def answered(body: Body) -> None:
            then(player, body)
            refused()

        def refused() -> None:
            player.unanswered -= 1
            self._tell()

        player.unanswered += 1
        self._bus.ask(message, expect, answered, refused)

    def _hear(self, heard: Heard) -> None:
        player = self._players.get(heard.sender)
        if player is None:
            return
        match heard.member, heard.body:
            case "PropertiesChanged", (str(interface), dict(values), list(gone)):
                _take_properties(player, (values,))
                if set(gone).intersection(_USED):
                    self._ask_properties(player, heard.sender, interface)
                self._tell()

    def _tell(self) -> None:
        now = self._fold()
        for key, media in now.items():
            before = self._said.get(key)
            if before is None or (before.playing, before.fullscreen) != (
                True,
                media.fullscreen,
            ):
                self._said[key] = media
                self._say(media)
        for key, media in self._said.items():
            if media.playing and key not in now:
                self._said[key] = Media(playing=False, app=media.app)
                self._say(self._said[key])

    def _fold(self) -> dict[str, Media]:
        """The apps that play, by their ids in lower case."""
        playing: dict[str, Media] = {}
        for player in self._players.values():
            if player.playing and not player.unanswered:
                app = self._app_of(player)
                known = playing.get(app.lower())
                fullscreen = player.fullscreen or bool(known and known.fullscreen)
                playing[app.lower()] = Media(
                    playing=True, app=known.app if known else app, fullscreen=fullscreen
                )
        return playing

    def _app_of(self, player: _Player) -> str:
        """Its app's id, looked for only once for each name it goes by."""
        name = player.app_name
        if player.app_known_by != name:
            player.app_known_by = name
            player.app = self._identify(player.pid, name) or name
        return player.app

    def _let_go(self) -> None:
        self._players.clear()
        self._tell()


def _take_properties(player: _Player, body: Body) -> None:
    values = variants(body[0])
    status, fullscreen = values.get("PlaybackStatus"), values.get("Fullscreen")
    desktop_entry = values.get("DesktopEntry")
    if isinstance(status, str):
        player.playing = status == "Playing"
    if isinstance(fullscreen, bool):
        player.fullscreen = fullscreen
    if isinstance(desktop_entry, str):  # a whole path or file name here and there
        player.desktop_entry = desktop_entry.rpartition("/")[2].removesuffix(".desktop")


def _take_process(player: _Player, body: Body) -> None:
    (player.pid,) = body


def open_media(_options: SensingOptions) -> MediaSource:
    """Listen to the media players on the session bus.

    Raises:
        SourceUnavailableError: there is no session bus.
    """
    return started(MediaSource(session_bus()))
