"""Microphones and shared screens on real sound servers, with real recordings."""

import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.listening import listening
from tests.desktop.rigs import Desktop
from unplug.sensing.facts import Occupied
from unplug.sensing.microphone import open_microphone
from unplug.sensing.reasons import Reason
from unplug.sensing.sharing import open_sharing
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

OPTIONS = SensingOptions()
BOTH = ("pulseaudio", "pipewire")


class Sound(Desktop):
    """A sound server of our own with one microphone, ``mic``, and one loudspeaker."""

    server: subprocess.Popen[bytes]

    def __init__(self) -> None:
        super().__init__()
        self._nodes: list[Node] = []

    def stop(self) -> None:
        for node in self._nodes:
            node.close()
        super().stop()

    def start(self, server: str) -> None:
        self.start_bus()
        self.socket = Path(self.env["XDG_RUNTIME_DIR"]) / "pulse" / "native"
        if server == "pulseaudio":
            self._start_pulseaudio()
        else:
            self._start_pipewire()
        self.wait_for(lambda: "mic" in self.run("pactl", "list", "short", "sources"))

    def _start_pulseaudio(self) -> None:
        self.server = self.spawn(
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
            *("--use-pid-file=no", "--disable-shm=yes"),
            *("-L", "module-null-sink sink_name=out"),
            *("-L", "module-null-source source_name=mic"),
            *("-L", f"module-native-protocol-unix socket={self.socket}"),
        )
        self.wait_for(self.socket.exists, 15, "pulseaudio")

    def _start_pipewire(self) -> None:
        self.server = self.spawn("pipewire")
        pipewire = Path(self.env["XDG_RUNTIME_DIR"]) / "pipewire-0"
        self.wait_for(pipewire.exists, 15, "pipewire")
        self.spawn("pipewire-pulse")
        self.wait_for(self.socket.exists, 15, "pipewire-pulse")
        self.spawn("wireplumber")  # links streams to what they want to hear
        self.node("mic", "Audio/Source/Virtual")

    def node(self, name: str, media_class: str, more: str = "") -> "Node":
        """A node that lives until it is closed."""
        self._nodes.append(Node(self, name, media_class, more))
        return self._nodes[-1]

    def record(self, device: str, *options: str) -> subprocess.Popen[bytes]:
        file = f"{self.home}/{device}.wav"
        return self.spawn("parecord", f"--device={device}", *options, file)


class Node:
    def __init__(self, sound: Sound, name: str, media_class: str, more: str) -> None:
        self._process = subprocess.Popen(
            ["pw-cli"],
            env=sound.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        properties = f'node.name="{name}" media.class="{media_class}" {more}'
        factory = "factory.name=support.null-audio-sink"
        command = f"create-node adapter {{ {factory} {properties} }}\n"
        assert self._process.stdin is not None
        self._process.stdin.write(command.encode())
        self._process.stdin.flush()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@contextmanager
def sound(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    with Sound() as desktop:
        desktop.start(server)
        monkeypatch.setenv("XDG_RUNTIME_DIR", desktop.env["XDG_RUNTIME_DIR"])
        monkeypatch.setenv("XDG_CONFIG_HOME", desktop.env["XDG_CONFIG_HOME"])
        for variable in ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "PIPEWIRE_REMOTE"):
            monkeypatch.delenv(variable, raising=False)
        yield desktop


def microphone(*, held: bool) -> Occupied:
    return Occupied(Reason.MICROPHONE, held=held, by="pacat")


def sharing(*, held: bool) -> Occupied:
    return Occupied(Reason.SHARING, held=held, by="gnome-shell")


@pytest.fixture(params=BOTH)
def any_sound(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sound]:
    with sound(request.param, monkeypatch) as desktop:
        yield desktop


@pytest.fixture
def pipewire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    with sound("pipewire", monkeypatch) as desktop:
        yield desktop


def test_recording_from_a_microphone_is_told_from_its_start_to_its_end(
    any_sound: Sound,
) -> None:
    with listening(open_microphone(OPTIONS)) as ears:
        recording = any_sound.record("mic")
        ears.until(microphone(held=True))
        any_sound.end(recording)
        ears.until(microphone(held=False))
        assert len(ears.facts) == 2


def test_recording_that_went_on_before_is_told_at_once(any_sound: Sound) -> None:
    any_sound.record("mic")
    list_them = ("pactl", "list", "short", "source-outputs")
    any_sound.wait_for(lambda: any_sound.run(*list_them).strip())
    with listening(open_microphone(OPTIONS)) as ears:
        ears.until(microphone(held=True))


def test_phone_call_is_more_than_a_microphone(any_sound: Sound) -> None:
    with listening(open_microphone(OPTIONS)) as ears:
        any_sound.record("mic", "--property=media.role=phone")
        ears.until(microphone(held=True))
        assert Occupied(Reason.CALL, held=True, by="pacat") in ears.facts


def test_recording_what_is_played_is_no_microphone(any_sound: Sound) -> None:
    any_sound.run("pactl", "load-module", "module-null-sink", "sink_name=loud")
    with listening(open_microphone(OPTIONS)) as ears:
        any_sound.record("loud.monitor")
        ears.listen(1.0)
        assert any_sound.run("pactl", "list", "short", "source-outputs")
        assert ears.facts == []
        any_sound.record("mic")
        ears.until(microphone(held=True))


def test_nothing_stirs_while_a_call_goes_on(any_sound: Sound) -> None:
    any_sound.record("mic")
    with listening(open_microphone(OPTIONS)) as ears:
        ears.until(microphone(held=True))
        ears.listen(0.5)
        ears.forget()
        ears.listen(2.0)
        assert ears.wakeups == 0


def test_sound_server_that_dies_is_lost(any_sound: Sound) -> None:
    with listening(open_microphone(OPTIONS)) as ears:
        for process in list(any_sound._processes):
            any_sound.end(process)
        with pytest.raises(SourceLostError):
            ears.listen(5.0)


def test_stream_of_the_compositor_is_sharing_and_a_camera_is_not(
    pipewire: Sound,
) -> None:
    with listening(open_sharing(OPTIONS)) as eyes:
        pipewire.node("webcam", "Video/Source", 'media.role="Camera"')
        screen = pipewire.node("gnome-shell", "Stream/Output/Video")
        eyes.until(sharing(held=True))
        screen.close()
        eyes.until(sharing(held=False))
        assert len(eyes.facts) == 2


def test_sharing_that_went_on_before_is_told_at_once(pipewire: Sound) -> None:
    pipewire.node("gnome-shell", "Stream/Output/Video")
    pipewire.wait_for(lambda: "gnome-shell" in pipewire.run("pw-dump"))
    source = open_sharing(OPTIONS)
    assert source.dispatch() == [sharing(held=True)]
    source.close()


def test_nothing_stirs_while_the_screen_is_shared(pipewire: Sound) -> None:
    pipewire.node("gnome-shell", "Stream/Output/Video")
    with listening(open_sharing(OPTIONS)) as eyes:
        eyes.until(sharing(held=True))
        eyes.listen(0.5)
        eyes.forget()
        eyes.listen(2.0)
        assert eyes.wakeups == 0


def test_pipewire_that_dies_is_lost(pipewire: Sound) -> None:
    source = open_sharing(OPTIONS)
    pipewire.end(pipewire.server)
    assert select.select([source], [], [], 5.0)[0]
    with pytest.raises(SourceLostError):
        source.dispatch()
    source.close()


def test_computer_without_a_sound_server_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    with pytest.raises(SourceUnavailableError, match="install pipewire-pulse"):
        open_microphone(OPTIONS)
    with pytest.raises(SourceUnavailableError, match="install pipewire"):
        open_sharing(OPTIONS)
