"""Telling the user's Home Assistant what it may show, and naming its broker.

What changed is told at once, beside the loop; what fails is tried again after longer
and longer. At a start all of it is told anew.
"""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote, urlsplit

from unplug.clock import Clock, from_ms
from unplug.engine.beside import beside
from unplug.engine.choices import Choices
from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.trips.ways import BACK_OFF_MS, address_of, to_secret
from unplug.engine.trying import Trying
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.trips import primitives
from unplug.trips.key_stores import KeyStore
from unplug.trips.transports.home import (
    HomeState,
    home_farewell,
    home_messages,
    tell_home,
)

log = logging.getLogger(__name__)

SECRET = "home"  # noqa: S105  (the name under which it is kept)
SAME_WITHIN = timedelta(seconds=5)
"""An end that is counted down may waver; nobody is told of that."""


@dataclass(frozen=True, slots=True)
class _Broker:
    """What is kept with the keys.

    Attributes:
        secret: where the broker is, and what lets one in.
        seed: what Home Assistant knows this computer by comes of it.
    """

    secret: bytes = field(repr=False)
    seed: bytes = field(repr=False)

    @classmethod
    def of(cls, kept: bytes | None) -> "_Broker | None":
        """As it is kept; None: nothing is, or nothing that can be read."""
        try:
            said = json.loads(kept or b"")
            return cls(json.dumps(said["broker"]).encode(), bytes.fromhex(said["seed"]))
        except (ValueError, KeyError, TypeError):
            return None

    def to_bytes(self) -> bytes:
        """The same, to keep."""
        broker = json.loads(self.secret)
        return json.dumps({"broker": broker, "seed": self.seed.hex()}).encode()


class TellingHome:
    """Tells what changed.

    Args:
        clock: where the time comes from.
        choices: the settings.
        keys: gives where the password is kept.
        worker: does what may take long; None: it is done on the spot.
        state: what there is to tell.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        choices: Choices,
        keys: Callable[[], KeyStore],
        worker: Worker | None,
        state: Callable[[], HomeState],
    ) -> None:
        self._clock = clock
        self._choices = choices
        self._keys = keys
        self._worker = worker
        self._state = state
        self._place = choices.running.home.broker
        self._told: HomeState | None = None
        self._busy = False
        self._trying = Trying()
        self._ok_ms: int | None = None
        self._due_ms: int | None = None
        self._failures = 0
        self._error: UnplugError | None = None

    def look(self) -> None:
        """Tell what is new."""
        if not self._place or self._busy or self._trying.on:
            return
        now_ms = self._clock.stamp().mono_ms
        if self._due_ms is not None and self._due_ms > now_ms:
            return
        state = self._state()
        if self._told is not None and _same(state, self._told):
            return
        self._busy = True
        beside(
            self._worker,
            lambda _: self._tell(state),
            done=lambda _: self._went_well(state),
            failed=self._failed,
        )

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        if self._due_ms is None or self._busy or not self._place:
            return None
        return max(0, self._due_ms - self._clock.stamp().mono_ms)

    def notices(self) -> tuple[str, ...]:
        """What is wrong at present."""
        if self._error is None or not self._place:
            return ()
        return (f"{self._error} (Home Assistant)",)

    def answer(self, request: Message) -> Message:
        """Do what the command line or a window asks of it.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        match str(request.get("do")).removeprefix("home."):
            case "set":
                url, password = str(request["url"]), str(request.get("password") or "")
                ca = str(request.get("ca") or "")
                self._choose(with_password(url, password), {"ca": ca} if ca else {})
                self._trying.tell()
            case "off":
                self._leave()
                self._trying.tell()
            case "now":
                self._due_ms, self._told = None, None
                self.look()
            case "done":
                self._trying.tell()
        return self.status()

    def status(self) -> Message:
        """Which broker it is, and how it went lately."""
        error = self._trying.error or self._error
        ok_ms = self._ok_ms
        return {
            "broker": self._place,
            "done": not (self._trying.on or self._busy),
            "last_succeeded": None if ok_ms is None else from_ms(ok_ms).isoformat(),
            "error": None if error is None else str(error),
            "note": self._trying.note,
        }

    def _tell(self, state: HomeState) -> None:
        broker = _Broker.of(self._keys().load(SECRET))
        if broker is None:
            failed, todo = "the broker's password is not here", "unplug home URL"
            refuse(failed, self._place, f"give it once more: {todo}")
        now = self._clock.stamp().utc
        address = address_of(self._place, broker.secret)
        tell_home(address, home_messages(broker.seed, state, now))

    def _choose(self, url: str, files: dict[str, str]) -> None:
        secret = to_secret(url, files)
        address, state = address_of(url, secret), self._state()
        self._trying.begin(address.place)

        def work(_: Job) -> str:
            before = _Broker.of(self._keys().load(SECRET))
            seed = primitives.random_bytes(16) if before is None else before.seed
            now = self._clock.stamp().utc
            tell_home(address, home_messages(seed, state, now))
            note = ""
            if before is not None and self._place not in {"", address.place}:
                note = self._part(before)
            self._keys().save(SECRET, _Broker(secret, seed).to_bytes())
            return note

        def done(note: str) -> None:
            self._trying.note = note
            self._keep(address.place)
            self._went_well(state)

        beside(self._worker, work, done=done, failed=self._trying.end)

    def _leave(self) -> None:
        if not self._place:
            return
        self._trying.begin(self._place)

        def work(_: Job) -> str:
            before = _Broker.of(self._keys().load(SECRET))
            note = "" if before is None else self._part(before)
            self._keys().forget(SECRET)
            return note

        def done(note: str) -> None:
            self._trying.note = note
            self._keep("")

        beside(self._worker, work, done=done, failed=self._trying.end)

    def _part(self, before: _Broker) -> str:
        """Take away what was told; what could not be, if anything."""
        try:
            address = address_of(self._place, before.secret)
            tell_home(address, home_farewell(before.seed))
        except UnplugError as error:
            return f"what was told to the broker that you leave stays there: {error}"
        return ""

    def _keep(self, place: str) -> None:
        try:
            self._choices.change("home.broker", place)
        except UnplugError as error:
            self._trying.end(error)
            return
        self._place = place
        self._told, self._due_ms, self._failures, self._error = None, None, 0, None
        if not place:
            self._ok_ms = None
        self._trying.end()

    def _went_well(self, state: HomeState) -> None:
        self._busy, self._told = False, state
        self._due_ms, self._failures, self._error = None, 0, None
        self._ok_ms = self._clock.stamp().wall_ms

    def _failed(self, error: UnplugError) -> None:
        log.warning("%s", error)
        self._busy, self._error = False, error
        self._failures += 1
        wait_ms = BACK_OFF_MS[min(self._failures, len(BACK_OFF_MS)) - 1]
        self._due_ms = self._clock.stamp().mono_ms + wait_ms


def with_password(url: str, password: str) -> str:
    """A broker's URL with a password that was asked for."""
    if not password:
        return url
    with suppress(ValueError):  # what is no address is said of it later
        parts = urlsplit(url)
        user, _, host = parts.netloc.rpartition("@")
        login = f"{user.partition(':')[0]}:{quote(password, safe='')}"
        return parts._replace(netloc=f"{login}@{host}").geturl()
    return url


def _same(one: HomeState, other: HomeState) -> bool:
    if one.next_window != other.next_window or (one.until is None) != (
        other.until is None
    ):
        return False
    if one.until is None or other.until is None:
        return True
    return abs(one.until - other.until) < SAME_WITHIN
