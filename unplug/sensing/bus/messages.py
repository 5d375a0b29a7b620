"""What is said over a message bus, taken apart."""

from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call

from unplug.errors import UnplugError
from unplug.sensing.bus.wire import Body, close_descriptors

DAEMON = "org.freedesktop.DBus"
_BUS = DBusAddress("/org/freedesktop/DBus", DAEMON, DAEMON)


class CallFailedError(UnplugError):
    """A call was refused, not answered in time, or answered with something else."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal, or a call of a method that is served here.

    Attributes:
        sender: the unique name of the connection it came from.
        path: the object it came from, or, for a call, the object that is called.
        interface: the interface it belongs to.
        member: the signal's or the method's name.
        signature: the types of ``body``; empty for an empty body.
        body: its values; a variant is a pair of signature and value.
    """

    sender: str
    path: str
    interface: str
    member: str
    signature: str
    body: Body


def heard_in(message: Message) -> Heard:
    """A signal or a call, taken out of its message; passed descriptors are closed."""
    fields = message.header.fields
    close_descriptors(message.body)
    return Heard(
        fields.get(HeaderFields.sender, ""),
        fields.get(HeaderFields.path, ""),
        fields.get(HeaderFields.interface, ""),
        fields.get(HeaderFields.member, ""),
        fields.get(HeaderFields.signature, ""),
        message.body,
    )


def called(message: Message) -> str:
    """The full name of the method that a call is for."""
    fields = message.header.fields
    return f"{fields.get(HeaderFields.interface, '')}.{fields[HeaderFields.member]}"


def body_of(reply: Message, what: str, expect: str) -> Body:
    """The values of a reply.

    Args:
        reply: the reply.
        what: what was called, for the error.
        expect: the signature that the reply must have.

    Raises:
        CallFailedError: it is an error, or its signature is another.
    """
    fields = reply.header.fields
    signature = fields.get(HeaderFields.signature, "")
    if reply.header.message_type is MessageType.error:
        problem = fields.get(HeaderFields.error_name, "an error")
    elif signature != expect:
        problem = f'answered with "{signature}" instead of "{expect}"'
    else:
        body: Body = reply.body
        return body
    close_descriptors(reply.body)
    raise CallFailedError(what, problem)


def variants(values: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    """The values of ``a{sv}``, each without the signature it came with."""
    return {key: value for key, (_, value) in values.items()}


def process_of(name: str) -> Message:
    """The question to the bus which process is behind a name; it answers ``u``."""
    return new_method_call(_BUS, "GetConnectionUnixProcessID", "s", (name,))
