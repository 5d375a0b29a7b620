"""The organiser's own small broker: a process by ``amqtt``, off until switched on.

For a group in one local network, without any other server. It keeps nothing on the
disk: what it forgets, the members put back. The process ends with the app, whatever
ends that: it waits at the other end of a pipe.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import BrokerAddress

if TYPE_CHECKING:
    from unplug.trips.transports.discovery import Announcement

NAME = "unplug"
"""What it calls itself in the network: of its owner it says nothing."""
MOST_CONNECTIONS = 200
MOST_BYTES = 512 * 1024 * 1024
"""Of memory, so that nobody in the network can take all that this computer has."""
STOP_S = 5.0
_FAILED = "cannot start a broker of your own"
_WHY = {
    "taken": (
        "the port is in use",
        "choose another: own_broker.port in the settings, or use what listens there",
    ),
    "elsewhere": (
        "this computer has no such address",
        "leave own_broker.address in the settings empty",
    ),
    "forbidden": (
        "the system does not allow this port",
        "choose one above 1023: own_broker.port in the settings",
    ),
}


def check_installed() -> None:
    """Look whether there is what the broker is made of.

    Raises:
        UnplugError: there is not.
    """
    if sys.platform == "win32":  # its pipes cannot be watched like sockets
        raise UnplugError(_FAILED, "not on Windows", "use another broker")
    if find_spec("amqtt") is None:
        todo = "pip install 'unplug[broker]', or use another broker"
        raise UnplugError(_FAILED, "amqtt is not installed", todo)


class OwnBroker:
    """A broker that runs from ``start`` to ``stop``.

    A loop watches ``fileno`` and calls ``dispatch`` when it is readable.

    Args:
        address: where it listens.
        marks: by which members find it again, see ``unplug.trips.marks``.

    Attributes:
        address: the same.
        listening: whether it does.
        announced: the name by which others in the network find it; empty: they do not.
        error: why it ended by itself, or did not begin.
        ended: whether there is no process any more.
        stopping: whether it was asked to end.
    """

    def __init__(self, address: BrokerAddress, marks: str = "") -> None:
        self.address = address
        self._marks = marks
        self.listening = False
        self.announced = ""
        self.error: UnplugError | None = None
        self.ended = False
        self.stopping = False
        self._process: subprocess.Popen[bytes] | None = None
        self._heard = b""

    @property
    def pid(self) -> int | None:
        """The process, while there is one."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Begin; ``listening`` follows.

        Raises:
            UnplugError: amqtt is not there.
        """
        check_installed()
        where = f"{self.address.host}:{self.address.port}"
        words = [sys.executable, "-P", "-m", __name__, where]
        try:
            self._process = subprocess.Popen(  # noqa: S603  (ourselves)
                words,
                stdin=subprocess.PIPE,  # it ends when this end does, however that ends
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            todo = "close something else"
            raise UnplugError(_FAILED, error.strerror or error, todo) from error
        os.set_blocking(self.fileno(), False)
        self.mark(self._marks)

    def mark(self, marks: str) -> None:
        """It is for others from now on."""
        self._marks = marks
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError, ValueError):  # it has ended; that is heard of
                os.write(self._process.stdin.fileno(), marks.encode() + b"\n")

    def fileno(self) -> int:
        """The descriptor to watch; -1 where there is none."""
        process = self._process
        if process is None or process.stdout is None or process.stdout.closed:
            return -1
        return process.stdout.fileno()

    def dispatch(self) -> None:
        """Hear what the process says."""
        try:
            said = os.read(self.fileno(), 4096)
        except BlockingIOError:
            return
        if not said:
            self._end()
            return
        *lines, self._heard = (self._heard + said).split(b"\n")
        for line in lines:
            with suppress(ValueError):  # not a word of ours
                self._hear(json.loads(line))

    def stop(self) -> None:
        """Listen no longer; ``ended`` follows."""
        self.stopping, self.listening = True, False
        if not self.announced:
            self.kill()  # nobody was told of it, so nobody waits for a good-bye
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    def kill(self) -> None:
        """End it now, for it does not end by itself."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Stop, and wait until it has; a moment at most."""
        self.stop()
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(STOP_S)
            self.kill()
            self._end()

    def _hear(self, said: dict[str, Any]) -> None:
        if "listening" in said:
            self.listening = not self.stopping
        self.announced = str(said.get("announced", self.announced))
        if "failed" in said:
            why = str(said["failed"])
            what, todo = _WHY.get(why, (why, "use another broker"))
            self.error = UnplugError(_FAILED, f"{self.address} ({what})", todo)

    def _end(self) -> None:
        process, self._process = self._process, None
        self.listening, self.ended, self.announced = False, True, ""
        if not self.stopping and self.error is None:
            value = f"{self.address} (it ended)"
            self.error = UnplugError("lost your own broker", value, "it is tried again")
        if process is not None:
            for end in (process.stdin, process.stdout):
                if end is not None:
                    end.close()
            process.wait()


# In the process itself


def main(where: str) -> None:
    """Be the broker until nobody holds the other end of the standard input."""
    import asyncio  # noqa: PLC0415

    _stay_small()
    host, _, port = where.rpartition(":")
    why = _cannot_listen(host, int(port))
    if why:
        _say(failed=why)
        return
    try:
        asyncio.run(_serve(host, int(port)))
    except Exception as error:  # noqa: BLE001  (whatever it is, the app is to say it)
        _say(failed=f"{type(error).__name__}: {error}")


def _stay_small() -> None:
    """Rather fail than grow without end; what is lost the members put back."""
    with suppress(ImportError, OSError, ValueError):  # as far as the system has it
        import resource  # noqa: PLC0415  (not everywhere)

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))


async def _serve(host: str, port: int) -> None:
    import asyncio  # noqa: PLC0415
    import threading  # noqa: PLC0415

    from unplug.trips.transports.steady_amqtt import (  # noqa: PLC0415  (in here alone)
        SteadyBroker,
    )

    listener = {
        "type": "tcp",
        "bind": f"{host}:{port}",
        "max_connections": MOST_CONNECTIONS,
    }
    anonymous = "amqtt.plugins.authentication.AnonymousAuthPlugin"
    config = {
        "listeners": {"default": listener},
        "plugins": {anonymous: {"allow_anonymous": True}},
    }
    await SteadyBroker(config).start()
    _say(listening=True)
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def wait() -> None:
        try:
            announced: Announcement | None = None
            for line in sys.stdin:
                announced = _announce(host, port, line.strip(), announced)
            if announced is not None:
                announced.close()
        finally:
            loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=wait, daemon=True).start()
    await ended.wait()
    os._exit(0)  # nothing is kept, so nothing is to be put away


def _announce(
    host: str, port: int, marks: str, made: "Announcement | None"
) -> "Announcement | None":
    """Tell the network where it is; it works for those who are told, without."""
    from unplug.trips.transports.discovery import Announcement  # noqa: PLC0415

    address = BrokerAddress(host, port, tls=False)
    try:
        if made is not None:
            made.mark(marks)
            return made
        made = Announcement(NAME, address, [host], marks)
    except Exception:  # noqa: BLE001  (no multicast, a name that is taken: no matter)
        return made
    _say(announced=made.name)
    return made


def _cannot_listen(host: str, port: int) -> str:
    """Why nobody can listen there; empty where one can."""
    import errno  # noqa: PLC0415
    import socket  # noqa: PLC0415

    with socket.socket() as trying:
        if os.name == "posix":  # what just ended there is no hindrance
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((host, port))
            trying.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return "taken"
            if error.errno == errno.EADDRNOTAVAIL:
                return "elsewhere"
            if error.errno in {errno.EACCES, errno.EPERM}:
                return "forbidden"
            return error.strerror or str(error)
    return ""


def _say(**what: object) -> None:
    with suppress(BrokenPipeError):  # nobody hears it: the app has ended
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
