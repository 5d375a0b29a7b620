"""The Wayland wire format, and what can be said in it, for a compositor in tests.

Read from the XML that our bindings are made from, not from the bindings.
"""

import struct
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

XML = Path(__file__).parents[1] / "resources" / "wayland"
HEADER = struct.Struct("=II")
WORD = struct.Struct("=I")
SERVER_IDS = 0xFF00_0000  # ids from here on are the compositor's to give

Argument = int | str | bytes


@dataclass(frozen=True, slots=True)
class Request:
    """A request: its name, and the types of its arguments in order."""

    name: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """An interface: what is asked of it and what it says, by number."""

    requests: tuple[Request, ...] = ()
    events: tuple[str, ...] = ()


CORE = {
    "wl_display": Kind(
        (Request("sync", ("new_id",)), Request("get_registry", ("new_id",))),
        ("error", "delete_id"),
    ),
    "wl_registry": Kind(
        (Request("bind", ("uint", "string", "uint", "new_id")),),
        ("global", "global_remove"),
    ),
    "wl_callback": Kind((), ("done",)),
    "wl_seat": Kind((), ("capabilities", "name")),
}


def read_kinds() -> dict[str, Kind]:
    """Every interface by its name."""
    kinds = {}
    for file in XML.glob("*.xml"):
        for interface in ET.parse(file).getroot().iter("interface"):  # noqa: S314  (our own file)
            requests = tuple(
                Request(
                    request.attrib["name"],
                    tuple(argument.attrib["type"] for argument in request.iter("arg")),
                )
                for request in interface.iter("request")
            )
            events = tuple(event.attrib["name"] for event in interface.iter("event"))
            kinds[interface.attrib["name"]] = Kind(requests, events)
    return kinds | CORE


def packed(arguments: tuple[Argument, ...]) -> bytes:
    """Arguments as they go over the wire.

    A ``str`` is a text (surrogates in it are bytes that are not UTF-8), ``bytes`` an
    array, an ``int`` anything else.
    """
    body = b""
    for argument in arguments:
        if isinstance(argument, int):
            body += WORD.pack(argument)
            continue
        if isinstance(argument, str):
            argument = argument.encode(errors="surrogateescape") + b"\0"  # noqa: PLW2901
        body += WORD.pack(len(argument)) + argument + b"\0" * (-len(argument) % 4)
    return body


def unpacked(types: tuple[str, ...], body: bytes) -> list[int | str]:
    """The arguments of a request; none of those we make carries an array."""
    arguments: list[int | str] = []
    at = 0
    for kind in types:
        (word,) = WORD.unpack_from(body, at)
        at += WORD.size
        if kind == "string":
            arguments.append(body[at : at + word - 1].decode())
            at += word + (-word % 4)
        else:
            arguments.append(word)
    return arguments


def message(target: int, opcode: int, *arguments: Argument) -> bytes:
    """A whole message."""
    body = packed(arguments)
    return HEADER.pack(target, (HEADER.size + len(body)) << 16 | opcode) + body


def states(*values: int) -> bytes:
    """An array of numbers in the machine's byte order."""
    return b"".join(value.to_bytes(4, sys.byteorder) for value in values)
