"""What we ask X servers, and how their replies and events are read.

Names, numbers and layouts are those of the X11, SYNC and X-Resource protocols.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import Generic, TypeVar

from unplug.sensing.x11.setup import padded
from unplug.sensing.x11.wire import GET_INPUT_FOCUS, SENT_BY_CLIENT

ANY_TYPE, STRING = 0, 31  # atoms that every server knows
POINTER_ROOT = 1  # the focus is on no window, or wherever the pointer is
CLIENT_PID = 2  # which id of a client X-Resource is to tell
LONGEST_PROPERTY = 1024  # in units of four bytes
_EVENT_MASK = 0x800  # which attribute of a window
_HEAD_BYTES = 32
_Said = TypeVar("_Said")


class Hear(IntFlag):
    """Which events of a window to send us."""

    STRUCTURE = 1 << 17
    FOCUS = 1 << 21
    PROPERTY = 1 << 22


class EventCode(IntEnum):
    """What happened, for the events that we ask for."""

    FOCUS_IN = 9
    FOCUS_OUT = 10
    DESTROY = 17
    UNMAP = 18
    CONFIGURE = 22
    PROPERTY = 28


@dataclass(frozen=True, slots=True)
class Question(Generic[_Said]):
    """A request, and how to read its reply."""

    request: bytes
    read: Callable[[bytes], _Said]


@dataclass(frozen=True, slots=True)
class Property:
    """What a window's property holds.

    Attributes:
        type: an atom; 0 where there is no such property.
        format: the size of a unit in bits: 8, 16 or 32.
    """

    type: int
    format: int
    value: bytes


@dataclass(frozen=True, slots=True)
class Extension:
    """Where an extension of the protocol begins on this server."""

    opcode: int
    first_event: int


def event_code(event: bytes) -> int:
    """What happened, whoever says so."""
    return event[0] & ~SENT_BY_CLIENT


def property_in(event: bytes) -> tuple[int, int]:
    """Which window's property changed, and which one."""
    window, atom = struct.unpack_from("=2I", event, 4)
    return window, atom


def size_in(event: bytes) -> tuple[int, int, int]:
    """Which window was moved or resized, its width and its height."""
    (window,) = struct.unpack_from("=I", event, 8)
    width, height = struct.unpack_from("=2H", event, 20)
    return window, width, height


def hear(window: int, events: int) -> bytes:
    """Send us these events of a window, and no others."""
    return struct.pack("=BxHIII", 2, 4, window, _EVENT_MASK, events)


def parent(window: int) -> Question[int]:
    """The window that a window is in."""
    return Question(struct.pack("=BxHI", 15, 2, window), _number_at(12))


def intern_atom(name: str) -> Question[int]:
    """The number of a name."""
    return Question(_with_name(16, name), _number_at(8))


def get_property(window: int, atom: int) -> Question[Property]:
    """The beginning of a property, of whatever type."""
    what = window, atom, ANY_TYPE, 0, LONGEST_PROPERTY
    return Question(struct.pack("=BxH5I", 20, 6, *what), _property)


def get_input_focus() -> Question[int]:
    """The window that gets the keys."""
    return Question(GET_INPUT_FOCUS, _number_at(8))


def query_extension(name: str) -> Question[Extension | None]:
    """Where an extension begins; None where the server lacks it."""
    return Question(_with_name(98, name), _extension)


def sync_initialize(opcode: int) -> Question[int]:
    """Say which version of SYNC we speak; the major version of the server's."""
    request = struct.pack("=2BH2B2x", opcode, 0, 2, 3, 1)
    return Question(request, lambda reply: reply[8])


def list_system_counters(opcode: int) -> Question[dict[str, int]]:
    """The ids of the server's own counters, by name."""
    return Question(struct.pack("=2BH", opcode, 1, 1), _counters)


def query_counter(opcode: int, counter: int) -> Question[int]:
    """What a counter shows now."""
    return Question(struct.pack("=2BHI", opcode, 5, 2, counter), _long_at(8))


def create_alarm(  # noqa: PLR0913  (that is what an alarm consists of)
    opcode: int, alarm: int, *, counter: int, value: int, falling: bool, delta: int
) -> bytes:
    """Set an alarm on where a counter crosses a value, rising or falling.

    Args:
        opcode: where SYNC begins.
        alarm: a new id.
        counter: the counter's id.
        value: in the counter's unit.
        falling: on its way down, not up.
        delta: how far to move the value after each time.
    """
    absolute, everything, heard = 0, 0b111111, 1
    head = struct.pack("=2BHII", opcode, 8, 11, alarm, everything)
    values = (counter, absolute, *_as_pair(value), int(falling))
    return head + struct.pack("=2IiIIiII", *values, *_as_pair(delta), heard)


def move_alarm(opcode: int, alarm: int, value: int) -> bytes:
    """Set an alarm on another value."""
    only_value = 0b100
    pair = _as_pair(value)
    return struct.pack("=2BHIIiI", opcode, 9, 5, alarm, only_value, *pair)


def alarm_in(event: bytes) -> tuple[int, int]:
    """Which alarm went off, and what its counter showed then."""
    (alarm,) = struct.unpack_from("=I", event, 4)
    return alarm, _long_at(8)(event)


def resource_version(opcode: int) -> Question[tuple[int, int]]:
    """Say which version of X-Resource we speak; the server's, major and minor."""
    request = struct.pack("=2BH2B2x", opcode, 0, 2, 1, 2)
    return Question(request, _version)


def client_pid(opcode: int, window: int) -> Question[int | None]:
    """The process that a window belongs to; None where it is not on this machine."""
    request = struct.pack("=2BHIII", opcode, 4, 4, 1, window, CLIENT_PID)
    return Question(request, _pid)


def _with_name(opcode: int, name: str) -> bytes:
    text = padded(name.encode("latin-1"))
    return struct.pack("=BxHH2x", opcode, 2 + len(text) // 4, len(name)) + text


def _number_at(offset: int) -> Callable[[bytes], int]:
    return lambda reply: int(struct.unpack_from("=I", reply, offset)[0])


def _long_at(offset: int) -> Callable[[bytes], int]:
    def read(reply: bytes) -> int:
        high, low = struct.unpack_from("=iI", reply, offset)
        return int(high << 32 | low)

    return read


def _as_pair(value: int) -> tuple[int, int]:
    """A 64-bit number as X sends it: the high half (signed) first."""
    return value >> 32, value & 0xFFFF_FFFF


def _property(reply: bytes) -> Property:
    form, kind, units = struct.unpack_from("=xB6xI4xI", reply)
    (value,) = struct.unpack_from(f"{units * form // 8}s", reply, _HEAD_BYTES)
    return Property(kind, form, value)


def _extension(reply: bytes) -> Extension | None:
    present, opcode, first_event = struct.unpack_from("=8x3B", reply)
    return Extension(opcode, first_event) if present else None


def _counters(reply: bytes) -> dict[str, int]:
    found = {}
    (count,) = struct.unpack_from("=8xI", reply)
    at = _HEAD_BYTES
    for _ in range(count):
        counter, length = struct.unpack_from("=I8xH", reply, at)
        (name,) = struct.unpack_from(f"{length}s", reply, at + 14)
        found[name.decode("latin-1")] = counter
        at += 14 + length + -(14 + length) % 4
    return found


def _version(reply: bytes) -> tuple[int, int]:
    major, minor = struct.unpack_from("=8x2H", reply)
    return major, minor


def _pid(reply: bytes) -> int | None:
    (count,) = struct.unpack_from("=8xI", reply)
    at = _HEAD_BYTES
    for _ in range(count):
        what, length = struct.unpack_from("=4x2I", reply, at)
        if what == CLIENT_PID and length >= 4:  # noqa: PLR2004  (bytes in a number)
            return int(struct.unpack_from("=I", reply, at + 12)[0])
        at += 12 + length
    return None
