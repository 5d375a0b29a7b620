"""The organiser's own small broker: a process by ``amqtt``, off until switched on.

For a group in one local network, without any other server. It keeps nothing on the
disk: what it forgets, the members put back.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import IO

from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import BrokerAddress

ANYWHERE = "0.0.0.0"  # noqa: S104  (this network is who it is for)
STOP_S = 5.0
_FAILED = "cannot start a broker of your own"


class OwnBroker:
    """A broker that runs from ``start`` to ``stop``.

    Args:
        address: where it listens; ``ANYWHERE`` for all of the local network.
    """

    def __init__(self, address: BrokerAddress) -> None:
        self._address = address
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Begin to listen; blocks until it does.

        Raises:
            UnplugError: amqtt is not there, or the port is taken.
        """
        if find_spec("amqtt") is None:
            todo = "pip install 'unplug[broker]', or use another broker"
            raise UnplugError(_FAILED, "", todo)
        where = f"{self._address.host}:{self._address.port}"
        words = [sys.executable, "-m", __name__, where]
        self._process = subprocess.Popen(  # noqa: S603  (ourselves)
            words,
            stdin=subprocess.PIPE,  # it ends when this end does, however that ends
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        said: IO[bytes] | None = self._process.stdout
        if said is None or said.readline() != b"ready\n":
            self.stop()
            raise UnplugError(_FAILED, where, "choose another port")

    def stop(self) -> None:
        """Listen no longer."""
        process, self._process = self._process, None
        if process is None:
            return
        for end in (process.stdin, process.stdout):
            if end is not None:
                end.close()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def main(where: str) -> None:
    """Be the broker until nobody holds the other end of the standard input."""
    import asyncio  # noqa: PLC0415
    import threading  # noqa: PLC0415

    from amqtt.broker import (  # type: ignore[import-untyped]  # noqa: PLC0415
        Broker,
    )

    config = {
        "listeners": {"default": {"type": "tcp", "bind": where}},
        "plugins": {
            "amqtt.plugins.authentication.AnonymousAuthPlugin": {
                "allow_anonymous": True
            }
        },
    }

    async def run() -> None:
        broker = Broker(config)
        await broker.start()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()

        def wait() -> None:
            os.read(0, 1)
            loop.call_soon_threadsafe(ended.set)

        threading.Thread(target=wait, daemon=True).start()
        await ended.wait()
        os._exit(0)  # nothing is kept, so nothing is to be put away

    asyncio.run(run())


if __name__ == "__main__":
    main(sys.argv[1])
