"""The local socket by which the command line reaches the running app.

One request a connection: a line of JSON in, a line of JSON out. The socket lies in
the data folder, which only the user may enter.
"""

import contextlib
import os
import selectors
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from unplug.errors import UnplugError

Message = dict[str, object]
Answerer = Callable[[Message], Message]

SOCKET_NAME = "unplug.socket"
_LONGEST_REQUEST = 64 * 1024
_PATIENCE_S = 10.0
_LONGEST_NAME = 100  # the kernel takes 107 bytes, 103 on macOS


class NotRunningError(UnplugError):
    """No app listens in this data folder."""


class ControlServer:
    """Answers requests; watched like a source of facts.

    Only the process that holds the data folder's lock may open one: a socket file
    that it finds there was left behind and is removed.

    Args:
        folder: the data folder.
        answer: turns a request into its answer; may raise ``UnplugError``.
    """

    name = "control"

    def __init__(self, folder: Path, answer: Answerer) -> None:
        self._path = folder / SOCKET_NAME
        self._answer = answer
        self._selector = selectors.DefaultSelector()
        self._path.unlink(missing_ok=True)
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.settimeout(0)
        with _short_name(self._path) as name:
            self._listener.bind(name)
        self._path.chmod(0o600)
        self._listener.listen(8)
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._heard: dict[socket.socket, bytes] = {}

    def fileno(self) -> int:
        """The descriptor to watch for reading: that of the selector."""
        return self._selector.fileno()

    def dispatch(self) -> None:
        """Answer whoever has asked, without waiting for anybody."""
        for key, _ in self._selector.select(0):
            if key.fileobj is self._listener:
                self._accept()
            elif isinstance(key.fileobj, socket.socket):
                self._hear(key.fileobj)

    def close(self) -> None:
        """Stop listening and remove the socket; safe to call twice."""
        for client in [*self._heard]:
            self._drop(client)
        if self._listener.fileno() >= 0:
            self._listener.close()
            self._selector.close()
            self._path.unlink(missing_ok=True)

    def _accept(self) -> None:
        with contextlib.suppress(BlockingIOError):
            client, _ = self._listener.accept()
            client.settimeout(0)
            self._heard[client] = b""
            self._selector.register(client, selectors.EVENT_READ)

    def _hear(self, client: socket.socket) -> None:
        try:
            part = client.recv(_LONGEST_REQUEST)
        except BlockingIOError:
            return
        except OSError:
            part = b""
        heard = self._heard[client] + part
        self._heard[client] = heard
        if not part or len(heard) > _LONGEST_REQUEST:
            self._drop(client)
        elif heard.endswith(b"\n"):
            self._reply(client, heard)

    def _reply(self, client: socket.socket, request: bytes) -> None:
        try:
            answer = self._answer(_unpacked(request))
        except UnplugError as error:
            answer = {"error": [error.failed, error.value, error.todo]}
        except ValueError:
            answer = {"error": ["cannot read the request", "not JSON", ""]}
        with contextlib.suppress(OSError):
            client.settimeout(1.0)
            client.sendall(_packed(answer))
        self._drop(client)

    def _drop(self, client: socket.socket) -> None:
        self._heard.pop(client, None)
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(client)
        client.close()


def offers_socket() -> bool:
    """Whether this platform has local sockets that belong to a user."""
    return sys.platform != "win32"


def ask(folder: Path, request: Message, patience_s: float = _PATIENCE_S) -> Message:
    """Ask the running app something, and wait so long for its answer.

    Raises:
        NotRunningError: no app runs on this data folder.
        UnplugError: the app could not do it; says why.
    """
    path = folder / SOCKET_NAME
    if not offers_socket():
        raise NotRunningError(_NOT_RUNNING, folder)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(patience_s)
        try:
            with _short_name(path) as name:
                client.connect(name)
            client.sendall(_packed(request))
            answer = _read_line(client)
        except (ConnectionError, FileNotFoundError, NotADirectoryError) as error:
            raise NotRunningError(_NOT_RUNNING, folder) from error
        except PermissionError as error:
            failed = "cannot look into somebody else's data folder"
            raise UnplugError(failed, folder, "choose another --data-dir") from error
        except TimeoutError as error:
            failed = "the running app does not answer"
            raise UnplugError(failed, folder, "quit it and start it again") from error
    refused = answer.get("error")
    if isinstance(refused, list):
        raise UnplugError(*(str(part) for part in refused))
    return answer


_NOT_RUNNING = "unplug is not running on this data folder"


def _read_line(client: socket.socket) -> Message:
    heard = b""
    while not heard.endswith(b"\n"):
        part = client.recv(1 << 16)
        if not part:
            raise ConnectionResetError
        heard += part
    return _unpacked(heard)


def _packed(message: Message) -> bytes:
    """A message as a line of JSON."""
    import json  # noqa: PLC0415  (0.3 MB, and many an app is never asked)

    return json.dumps(message).encode() + b"\n"


def _unpacked(line: bytes) -> Message:
    """The message on a line; an empty one where it holds no object.

    Raises:
        ValueError: it is not JSON.
    """
    import json  # noqa: PLC0415

    message = json.loads(line)
    return message if isinstance(message, dict) else {}


@contextlib.contextmanager
def _short_name(path: Path) -> Iterator[str]:
    """The socket's address; a long one goes through the folder's descriptor."""
    if len(os.fsencode(path)) <= _LONGEST_NAME:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/dev/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
