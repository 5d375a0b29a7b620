"""What the sources on a message bus have in common."""

from typing import TypeVar

from unplug.sensing.bus.connection import GATHER_TIMEOUT_MS, Bus
from unplug.sensing.bus.messages import CallFailedError, Heard
from unplug.sensing.facts import Fact
from unplug.sensing.source import SourceLostError, SourceUnavailableError


class BusSource:
    """A source that listens on a bus of its own.

    A subclass asks for what it needs in ``_begin``, takes signals in ``_hear``, says
    facts with ``_say``, and takes everything back in ``_let_go``: when the bus dies,
    nobody would tell any more that a lock or a player ended.

    Args:
        bus: the connection; it is closed with the source.

    Attributes:
        patience_ms: how long opening waits for answers about the present.
    """

    name = ""
    patience_ms = GATHER_TIMEOUT_MS

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._news: list[Fact] = []

    def fileno(self) -> int:
        """The file descriptor to watch for reading."""
        return self._bus.fileno()

    def start(self) -> None:
        """Find out what holds at present, as far as it is answered soon."""
        self._begin()
        self._settle()

    def dispatch(self) -> list[Fact]:
        """Read all that has arrived, and say what it means.

        Raises:
            SourceLostError: the bus is gone, and everything was taken back.
        """
        try:
            for heard in self._bus.receive_all():
                self._hear(heard)
        except SourceLostError:
            self._let_go()
            if not self._news:
                raise
        news, self._news = self._news, []
        return news

    def close(self) -> None:
        """Leave the bus; safe to call twice and after a loss."""
        self._bus.close()

    def _settle(self) -> None:
        """Take in the answers to what was asked, as far as they come soon."""
        for heard in self._bus.gather(timeout_ms=self.patience_ms):
            self._hear(heard)

    def _begin(self) -> None:
        raise NotImplementedError

    def _hear(self, heard: Heard) -> None:
        raise NotImplementedError

    def _let_go(self) -> None:
        raise NotImplementedError

    def _say(self, fact: Fact) -> None:
        self._news.append(fact)


AnySource = TypeVar("AnySource", bound=BusSource)


def started(source: AnySource) -> AnySource:
    """Start a source; nothing stays open where that fails.

    Raises:
        SourceUnavailableError: its bus does not offer what it needs.
    """
    try:
        source.start()
    except (CallFailedError, SourceLostError) as error:
        source.close()
        failed = f"cannot listen to {source.name}"
        raise SourceUnavailableError(failed, error) from error
    except BaseException:
        source.close()
        raise
    return source
