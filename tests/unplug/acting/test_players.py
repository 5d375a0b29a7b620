from collections.abc import Callable

import pytest

from tests.unplug.acting.desks import pump_until
from tests.unplug.sensing.buses import FakeService, Returned
from unplug.acting.desk import Desk
from unplug.acting.players import MprisPlayers

Serve = Callable[..., FakeService]
ROOT = "org.mpris.MediaPlayer2"
PLAYER = f"{ROOT}.Player"


class Player:
    def __init__(
        self, serve: Serve, name: str, status: str, *, pausable: bool = True
    ) -> None:
        self.status = status
        self.calls: list[str] = []
        self.service = serve()
        self.service.methods["GetAll"] = lambda _interface: (
            "a{sv}",
            ({"PlaybackStatus": ("s", self.status), "CanPause": ("b", pausable)},),
        )
        self.service.methods["Pause"] = lambda: self._turn("Paused")
        self.service.methods["Play"] = lambda: self._turn("Playing")
        self.service.own(f"{ROOT}.{name}")

    def _turn(self, status: str) -> Returned:
        self.calls.append(status)
        self.status = status
        return "", ()


@pytest.fixture
def players(desk: Desk) -> MprisPlayers:
    return MprisPlayers(desk)


def quieten(desk: Desk) -> None:
    """Until nothing more is asked."""
    while desk._pending:
        desk.settle()


def test_what_plays_is_paused_and_goes_on_afterwards(
    players: MprisPlayers, desk: Desk, serve: Serve
) -> None:
    film, song = Player(serve, "vlc", "Playing"), Player(serve, "mpv", "Playing")
    silent = Player(serve, "quiet", "Paused")
    radio = Player(serve, "radio", "Playing", pausable=False)
    mirror = Player(serve, "playerctld", "Playing")
    players.pause()
    pump_until(desk, lambda: film.calls and song.calls)
    quieten(desk)
    assert len(players._paused) == 2
    players.resume()
    pump_until(desk, lambda: len(film.calls) + len(song.calls) == 4)
    assert film.calls == song.calls == ["Paused", "Playing"]
    assert silent.calls == radio.calls == mirror.calls == []
    quieten(desk)
    players.resume()
    assert not desk._pending


def test_player_that_somebody_stopped_or_played_meanwhile_is_left_alone(
    players: MprisPlayers, desk: Desk, serve: Serve
) -> None:
    stopped, played = Player(serve, "vlc", "Playing"), Player(serve, "mpv", "Playing")
    gone = Player(serve, "gone", "Playing")
    players.pause()
    pump_until(desk, lambda: len(players._paused) == 3)
    stopped.status, played.status = "Stopped", "Playing"
    gone.service.close()
    anew = Player(serve, "gone", "Paused")
    players.resume()
    quieten(desk)
    assert stopped.calls == played.calls == ["Paused"]
    assert anew.calls == []


def test_session_that_ends_at_once_leaves_nothing_paused(
    players: MprisPlayers, desk: Desk, serve: Serve
) -> None:
    film = Player(serve, "vlc", "Playing")
    players.pause()
    players.resume()
    quieten(desk)
    assert film.status == "Playing"


def test_forgotten_players_stay_paused(
    players: MprisPlayers, desk: Desk, serve: Serve
) -> None:
    film = Player(serve, "vlc", "Playing")
    players.pause()
    pump_until(desk, lambda: players._paused)
    players.forget()
    players.resume()
    quieten(desk)
    assert film.calls == ["Paused"]
