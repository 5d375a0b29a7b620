"""A connection to a message bus without threads: one socket for a loop to watch."""

import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.io.blocking import prep_socket

from unplug.sensing.bus.address import session_address, socket_names, system_address
from unplug.sensing.bus.messages import (
    DAEMON,
    CallFailedError,
    Heard,
    body_of,
    called,
    heard_in,
)
from unplug.sensing.bus.wire import Body, Wire, close_descriptors, now_ms
from unplug.sensing.source import SourceLostError, SourceUnavailableError

CALL_TIMEOUT_MS = 2_000
GATHER_TIMEOUT_MS = 250
_UNKNOWN_METHOD = "org.freedesktop.DBus.Error.UnknownMethod"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    what: str
    expect: str
    then: Callable[[Body], None]
    otherwise: Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class _Followed:
    name: str
    below: bool
    changed: Callable[[str, str], None]

    def covers(self, name: str) -> bool:
        return name == self.name or (self.below and name.startswith(self.name + "."))


class Bus:
    """A connection to a message bus.

    Whatever arrives while a call waits for its reply is kept, in order, for
    ``receive_all``. So ``call``, ``follow`` and ``watch`` belong to the time before a
    loop watches ``fileno()``: what they leave behind no longer makes it readable, and
    the loop has to ask ``receive_all`` once by itself, right after opening. Later,
    ``ask`` is the way.

    Args:
        sock: a connected socket that has been authenticated.
        title: what people call this bus.
        descriptors: whether file descriptors may be passed over it.
    """

    def __init__(
        self, sock: socket.socket, title: str, *, descriptors: bool = False
    ) -> None:
        self._wire = Wire(sock, title, descriptors=descriptors)
        self._asked: dict[int, _Asked] = {}
        self._followed: list[_Followed] = []
        self._served: dict[tuple[str, str, str, str], Callable[[Heard], None]] = {}
        (self.unique_name,) = self.call(message_bus.Hello(), "s")

    def fileno(self) -> int:
        """The socket to watch for reading; -1 once closed."""
        return self._wire.fileno()

    def call(
        self, message: Message, expect: str = "", *, timeout_ms: int = CALL_TIMEOUT_MS
    ) -> Body:
        """Call a method and wait for what it returns.

        Args:
            message: the call.
            expect: the signature that its reply must have.
            timeout_ms: how long to wait at most.

        Raises:
            CallFailedError: an error came back, nothing, or something else.
            SourceLostError: the bus is gone.
        """
        serial = self._wire.send(message)
        deadline_ms = now_ms() + timeout_ms
        while (reply := self._wire.take_reply(serial)) is None:
            left_ms = deadline_ms - now_ms()
            if self._wire.over:
                raise self._wire.lost()
            if left_ms <= 0:
                raise CallFailedError(called(message), "no answer")
            self._wire.wait(left_ms)
        return body_of(reply, called(message), expect)

    def ask(
        self,
        message: Message,
        expect: str,
        then: Callable[[Body], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Call a method; its reply is handed over by a later ``receive_all``.

        Args:
            message: the call.
            expect: the signature that its reply must have.
            then: takes the reply's values.
            otherwise: hears that an error or something else came back.
        """
        serial = self._wire.send(message)
        self._asked[serial] = _Asked(called(message), expect, then, otherwise)

    def watch(self, **conditions: str) -> None:
        """Subscribe to signals: sender, path, interface, member, arg0 …."""
        rule = ",".join(f"{key}='{value}'" for key, value in conditions.items())
        self.call(message_bus.AddMatch(f"type='signal',{rule}"))

    def follow(
        self, name: str, changed: Callable[[str, str], None], *, below: bool = False
    ) -> None:
        """Keep track of who owns a name; the present owners are told at once.

        Args:
            name: a bus name.
            changed: takes the name and its owner's unique name, empty for none.
            below: follow all names that start with ``name`` and a dot, too.
        """
        self._followed.append(_Followed(name, below, changed))
        key = "arg0namespace" if below else "arg0"
        condition = {"member": "NameOwnerChanged", key: name}
        self.watch(sender=DAEMON, interface=DAEMON, **condition)
        (names,) = self.call(message_bus.ListNames(), "as")
        for known in sorted(names):
            if self._followed[-1].covers(known):
                changed(known, self.owner(known))

    def owner(self, name: str) -> str:
        """The unique name of a name's present owner; empty when there is none."""
        try:
            (owner,) = self.call(message_bus.GetNameOwner(name), "s")
        except CallFailedError:
            return ""
        return str(owner)

    def serve(
        self,
        target: DBusAddress,
        member: str,
        signature: str,
        handler: Callable[[Heard], None],
    ) -> None:
        """Let others call a method here; it returns nothing.

        Args:
            target: the object and interface; its bus name does not matter.
            member: the method's name.
            signature: the types of its arguments.
            handler: takes the call.
        """
        key = (target.object_path, target.interface, member, signature)
        self._served[key] = handler

    def receive_all(self) -> Iterator[Heard]:
        """All signals that have arrived, in order; never waits.

        Replies to ``ask``, owners of followed names and calls of served methods are
        handed over on the way, each in its turn.

        Raises:
            SourceLostError: the bus is gone, after everything it said before.
        """
        self._wire.read()
        while self._wire.inbox:
            heard = self._take_in(self._wire.inbox.popleft())
            if heard is not None:
                yield heard
        if self._wire.over:
            raise self._wire.lost()

    def gather(self, *, timeout_ms: int = GATHER_TIMEOUT_MS) -> Iterator[Heard]:
        """As ``receive_all``, but wait until everything asked has been answered.

        What is not answered in ``timeout_ms`` is handed over by ``receive_all`` later.
        """
        deadline_ms = now_ms() + timeout_ms
        while True:
            yield from self.receive_all()
            left_ms = deadline_ms - now_ms()
            if not self._asked or left_ms <= 0:
                return
            self._wire.wait(left_ms)

    def wait(self, timeout_ms: int) -> None:
        """Wait until something arrives, at most ``timeout_ms``; it is kept."""
        self._wire.wait(timeout_ms)

    def close(self) -> None:
        """Leave the bus; safe to call twice."""
        self._wire.close()
        self._asked.clear()

    def _take_in(self, message: Message) -> Heard | None:
        if message.header.message_type in (
            MessageType.method_return,
            MessageType.error,
        ):
            self._take_answer(message)
            return None
        heard = heard_in(message)
        if message.header.message_type is MessageType.method_call:
            self._answer(message, heard)
            return None
        if heard.sender == DAEMON:
            if heard.member == "NameOwnerChanged":
                self._tell_owner(*heard.body)
            return None
        return heard

    def _take_answer(self, reply: Message) -> None:
        asked = self._asked.pop(
            reply.header.fields.get(HeaderFields.reply_serial, 0), None
        )
        if asked is None:  # a call that had been given up
            close_descriptors(reply.body)
            return
        try:
            body = body_of(reply, asked.what, asked.expect)
        except CallFailedError as error:
            log.debug("%s", error)
            if asked.otherwise is not None:
                asked.otherwise()
        else:
            asked.then(body)

    def _tell_owner(self, name: str, _before: str, owner: str) -> None:
        for followed in self._followed:
            if followed.covers(name):
                followed.changed(name, owner)

    def _answer(self, message: Message, heard: Heard) -> None:
        key = (heard.path, heard.interface, heard.member, heard.signature)
        handler = self._served.get(key)
        if handler is not None:
            handler(heard)
        if MessageFlag.no_reply_expected not in message.header.flags:
            self._wire.send(
                new_error(message, _UNKNOWN_METHOD)
                if handler is None
                else new_method_return(message)
            )


def session_bus() -> Bus:
    """Connect to the session bus.

    Raises:
        SourceUnavailableError: there is none, or it does not let us in.
    """
    todo = "start unplug inside a desktop session, or with dbus-run-session"
    return _connected("session bus", session_address(), todo, descriptors=False)


def system_bus(*, descriptors: bool = False) -> Bus:
    """Connect to the system bus; see ``session_bus``."""
    todo = "install dbus and start its system service"
    return _connected("system bus", system_address(), todo, descriptors=descriptors)


def _connected(title: str, address: str, todo: str, *, descriptors: bool) -> Bus:
    failed, problem = f"cannot reach the {title}", "no usable address"
    for name in socket_names(address):
        try:
            sock = prep_socket(name, enable_fds=descriptors)
        except OSError as error:
            problem = error.strerror or str(error)
            continue
        except ValueError as error:  # it refused who we are
            problem = str(error)
            continue
        try:
            return Bus(sock, title, descriptors=descriptors)
        except (CallFailedError, SourceLostError) as error:
            sock.close()
            problem = str(error)
    value = f"{address} ({problem})" if address else problem
    raise SourceUnavailableError(failed, value, todo)
