"""A keyring that is waited for a while and no longer.

One that is locked asks to be unlocked in a window of its own, and its call comes back
when somebody has seen to that. So calls run on threads of their own: what does not come
in time is an error now, and there at once when it is asked for again later.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from unplug.trips.key_stores import Vault

_SILENT = "it does not answer; it may wait to be unlocked"
Place = tuple[str, str]


@dataclass(slots=True)
class _Call:
    """One question, until its answer was taken.

    Attributes:
        over: set when there is an answer.
        found: the answer.
        error: why there is none.
    """

    over: threading.Event = field(default_factory=threading.Event)
    found: str | None = None
    error: Exception | None = None

    def run(self, work: Callable[[], str | None]) -> None:
        """Ask; on the thread of the call."""
        try:
            self.found = work()
        except Exception as error:  # noqa: BLE001  (raised where it is taken)
            self.error = error
        self.over.set()

    def taken(self) -> str | None:
        """The answer, or what went wrong instead."""
        if self.error is not None:
            raise self.error
        return self.found


class PatientVault:
    """A keyring on a leash.

    Args:
        vault: the keyring.
        patience_s: how long it may take.
    """

    def __init__(self, vault: Vault, patience_s: float) -> None:
        self._vault = vault
        self._patience_s = patience_s
        self._asked: dict[Place, _Call] = {}
        self._others: list[_Call] = []

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept, if anything.

        Raises:
            TimeoutError: it took too long; asked for again later it may be there.
        """
        place = (service, username)
        call = self._asked.get(place)
        if call is None:
            wait_s = self._wait_s()
            call = self._asked[place] = _Call()
            self._begin(call, lambda: self._vault.get_password(service, username))
        else:
            wait_s = 0.0  # it was waited for
        if not call.over.wait(wait_s):
            raise TimeoutError(_SILENT)
        del self._asked[place]
        return call.taken()

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it.

        Raises:
            TimeoutError: it took too long, and may have been kept or not.
        """
        self._asked.pop((service, username), None)

        def work() -> None:
            self._vault.set_password(service, username, password)

        self._do(work)

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no longer.

        Raises:
            TimeoutError: it took too long.
        """
        self._asked.pop((service, username), None)

        def work() -> None:
            self._vault.delete_password(service, username)

        self._do(work)

    def _do(self, work: Callable[[], None]) -> None:
        wait_s, call = self._wait_s(), _Call()
        if not wait_s:
            raise TimeoutError(_SILENT)
        self._others.append(call)
        self._begin(call, work)
        if not call.over.wait(wait_s):
            raise TimeoutError(_SILENT)
        call.taken()

    def _wait_s(self) -> float:
        """No wait at all while something else is waited for already."""
        self._others = [call for call in self._others if not call.over.is_set()]
        stuck = [*self._others, *self._asked.values()]
        silent = any(not call.over.is_set() for call in stuck)
        return 0.0 if silent else self._patience_s

    def _begin(self, call: _Call, work: Callable[[], str | None]) -> None:
        threading.Thread(
            target=call.run, args=(work,), name="keyring", daemon=True
        ).start()
