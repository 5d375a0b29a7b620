"""Letters under way: who asks to join, and the keys for those who were let in."""

from unplug.trips import primitives
from unplug.trips.bodies import Request
from unplug.trips.doors import Welcome
from unplug.trips.holding import Holding
from unplug.trips.ledger import Ledger

MAX_LETTERS = 64

Letter = Request | Welcome


class Letters:
    """Those that travel along with a trip, as long as they are not answered.

    Args:
        ledger: knows who is in.
        holding: knows who has spoken, and which envelopes were opened.

    Attributes:
        kept: the envelopes, by their nonces.
        asking: who asks to join and was not heeded yet, by device.
    """

    def __init__(self, ledger: Ledger, holding: Holding) -> None:
        self.kept: dict[bytes, bytes] = {}
        self.asking: dict[bytes, Request] = {}
        self._said: dict[bytes, Letter] = {}
        self._ledger, self._holding = ledger, holding

    def post(self, raw: bytes) -> None:
        """Keep a letter so that it travels along."""
        self.kept[_nonce(raw)] = raw
        while len(self.kept) > MAX_LETTERS:
            oldest = next(iter(self.kept))
            del self.kept[oldest]
            self._holding.nonces.pop(oldest, None)

    def heed(self, letter: Letter, raw: bytes) -> bool:
        """Take a letter along, unless it is answered already; whether it is new."""
        self._holding.note(raw)
        if isinstance(letter, Request) and letter.device not in self._ledger.known:
            self._ask(letter)
        if self.is_answered(letter):
            self.kept.pop(_nonce(raw), None)  # it may have been posted here
            return False
        if not self._is_by_a_member(letter):
            return False
        self._said[_nonce(raw)] = letter
        self.post(raw)
        return True

    def is_answered(self, letter: Letter) -> bool:
        """A request by being let in, a welcome by the first word of who came."""
        if isinstance(letter, Request):
            return letter.device in self._ledger.known
        return self._holding.has_heard(letter.device)

    def drop_answered(self) -> None:
        """Forget those that were answered meanwhile."""
        for nonce, letter in list(self._said.items()):
            if nonce not in self.kept or self.is_answered(letter):
                self.kept.pop(nonce, None)
                del self._said[nonce]

    def has_welcome(self, device: bytes, epochs: int) -> bool:
        """Whether one is under way that brings a device so many keys."""
        return any(
            isinstance(letter, Welcome)
            and letter.device == device
            and len(letter.epochs) >= epochs
            for letter in self._said.values()
        )

    def _ask(self, request: Request) -> None:
        self.asking[request.device] = request
        while len(self.asking) > MAX_LETTERS:
            del self.asking[next(iter(self.asking))]

    def _is_by_a_member(self, letter: Letter) -> bool:
        """A forged welcome must not stand in for a right one."""
        return isinstance(letter, Request) or letter.signer in self._ledger.known


def _nonce(raw: bytes) -> bytes:
    return raw[: primitives.NONCE_BYTES]
