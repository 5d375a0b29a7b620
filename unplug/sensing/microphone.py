"""Which apps record from a microphone, as the sound server tells it."""

from dataclasses import dataclass, field

from unplug.sensing.app_ids import Identify, app_of
from unplug.sensing.facts import Fact
from unplug.sensing.holders import Holders
from unplug.sensing.pulse_values import Values
from unplug.sensing.pulse_wire import NOTHING, PulseWire, server_socket
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions, SourceUnavailableError

_ERROR, _REPLY, _EVENT = 0, 2, 66
_GET_SOURCE, _LIST_STREAMS, _SUBSCRIBE = 23, 32, 35
_STREAMS = 0x8  # of those who record ("source outputs")
_STREAM_VALUES = 18
_HEAD_OF_SOURCE = 9
_METERS = frozenset({"org.pulseaudio.pavucontrol", "com.github.wwmm.easyeffects"})
"""Apps that listen all the time without anybody speaking to somebody."""
_CALL_ROLES = frozenset({"phone", "communication"})


@dataclass(frozen=True, slots=True)
class Recording:
    """An app that takes sound from somewhere.

    Attributes:
        source: the number of what it takes it from.
        properties: what the app says of itself.
        meter: it only shows how loud it is.
        held: it does not want any sound at present.
        ours: it is a part of the sound server itself.
    """

    source: int
    properties: dict[str, str] = field(default_factory=dict)
    meter: bool = False
    held: bool = False
    ours: bool = False

    @property
    def counts(self) -> bool:
        """Whether somebody may be speaking to somebody."""
        meter = self.meter or self.properties.get("stream.monitor") == "true"
        app = self.properties.get("application.id", "").casefold()
        return not (meter or self.held or self.ours or app in _METERS)


class MicrophoneSource:
    """Apps that record from a microphone; what plays on a loudspeaker is no microphone.

    The server tells when a recording begins, ends or changes; only then is it asked
    which ones there are.

    Args:
        wire: the sound server; closed with this source.
        identify: gives an app's id.
    """

    name = "sound server"

    def __init__(self, wire: PulseWire, identify: Identify = app_of) -> None:
        self._wire = wire
        self._identify = identify
        self._holders = Holders()
        self._asked: int | None = None
        self._again = False
        self._recordings: list[Recording] = []
        self._looked_up: dict[int, int] = {}  # tags and the sources they ask for
        self._microphones: dict[int, bool] = {}
        self._wire.send(_SUBSCRIBE, _STREAMS)
        self._ask()

    def fileno(self) -> int:
        """The socket to the sound server."""
        return self._wire.fileno()

    def dispatch(self) -> list[Fact]:
        """Say who records from a microphone, if that has changed.

        Raises:
            SourceLostError: the sound server is gone.
        """
        facts: list[Fact] = []
        for values in self._wire.receive_all():
            match values:
                case [int(command), int(tag), *rest]:
                    facts += self._take(command, tag, rest)
        return facts

    def close(self) -> None:
        """Leave the sound server; safe to call twice."""
        self._wire.close()

    def _take(self, command: int, tag: int, values: Values) -> list[Fact]:
        if command == _EVENT:
            self._ask()
        elif tag == self._asked:
            self._asked = None
            self._recordings = _recordings(values) if command == _REPLY else []
            self._look_up()
        elif tag in self._looked_up:
            source = self._looked_up.pop(tag)
            self._microphones[source] = command == _REPLY and _is_microphone(values)
        else:
            return []
        if self._asked is not None or self._looked_up:
            return []
        if self._again:
            self._ask()
        return self._holders.news(self._holding())

    def _ask(self) -> None:
        """Ask who records now; one question at a time."""
        self._again = self._asked is not None or bool(self._looked_up)
        if not self._again:
            self._asked = self._wire.send(_LIST_STREAMS)

    def _look_up(self) -> None:
        """Find out which of the sources in use are microphones."""
        wanted = {each.source for each in self._recordings if each.counts}
        known = self._microphones
        self._microphones = {s: known[s] for s in wanted if s in known}
        for source in sorted(wanted - known.keys()):
            self._looked_up[self._wire.send(_GET_SOURCE, source, None)] = source

    def _holding(self) -> list[tuple[Reason, str]]:
        held = []
        for each in self._recordings:
            if each.counts and self._microphones.get(each.source):
                app = self._app_of(each.properties)
                held.append((Reason.MICROPHONE, app))
                if each.properties.get("media.role", "").casefold() in _CALL_ROLES:
                    held.append((Reason.CALL, app))
        return held

    def _app_of(self, properties: dict[str, str]) -> str:
        number = properties.get("application.process.id", "")
        pid = int(number) if number.isdecimal() else None
        name = (
            properties.get("application.id")
            or properties.get("application.process.binary")
            or properties.get("application.name")
            or ""
        )
        return self._identify(pid, name) or name


def _recordings(values: Values) -> list[Recording]:
    """The streams of a list; each is told by the same values in the same order."""
    found = []
    for start in range(0, len(values) - _STREAM_VALUES + 1, _STREAM_VALUES):
        match values[start : start + _STREAM_VALUES]:
            case [int(), _, int(), int(client), int(source), *_] as stream:
                resample, properties, corked = stream[9], stream[11], stream[12]
                found.append(
                    Recording(
                        source=source,
                        properties=properties if isinstance(properties, dict) else {},
                        meter=resample == "peaks",
                        held=corked is True,
                        ours=client == NOTHING,
                    )
                )
    return found


def _is_microphone(values: Values) -> bool:
    """Whether a source hears the room rather than what a loudspeaker plays."""
    return len(values) >= _HEAD_OF_SOURCE and values[_HEAD_OF_SOURCE - 1] == NOTHING


def open_microphone(_options: SensingOptions) -> MicrophoneSource:
    """Listen to the sound server of this session.

    Raises:
        SourceUnavailableError: there is none.
    """
    failed = "cannot see whether a microphone is in use"
    todo = "install pipewire-pulse or pulseaudio"
    path = server_socket()
    if path is None:
        raise SourceUnavailableError(failed, "no sound server on this computer", todo)
    try:
        return MicrophoneSource(PulseWire(path))
    except OSError as error:
        value = f"{path}: {error.strerror or error}"
        raise SourceUnavailableError(failed, value, todo) from error
