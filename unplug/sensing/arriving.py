"""What has arrived on a socket that does not wait."""

import socket

_READ_BYTES = 65_536


def take_all(from_: socket.socket, into: bytearray) -> bool:
    """Read all that has arrived; whether the other side is still there.

    Descriptors that come along are not taken, and so closed by the kernel.
    """
    while True:
        try:
            data = from_.recv(_READ_BYTES)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if not data:
            return False
        into += data
