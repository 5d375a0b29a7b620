"""A real Radicale on the loopback, and what another program does there."""

import base64
import os
import subprocess
import sys
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from tests.unplug.trips.transports.brokers import free_port, wait_for
from unplug.trips.calendar_server import Calendar

CONFIG = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/collections
[rights]
type = owner_only
"""


class Radicale:
    """A server on which Ana has a calendar of trips."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.process: subprocess.Popen[bytes] | None = None
        folder.mkdir(exist_ok=True)
        config = CONFIG.format(port=self.port, folder=folder)
        (folder / "config").write_text(config)
        (folder / "users").write_text("ana:right\nzoe:right\n")

    @property
    def calendar(self) -> Calendar:
        return Calendar(f"{self.root}ana/trips/", "ana", "right")

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        words = [sys.executable, "-m", "radicale", "--config"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*words, str(self.folder / "config")],
                stdout=log,
                stderr=log,
                env=os.environ,
            )
        wait_for(self.port, self.process)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def make(self, name: str) -> str:
        """Ana makes a calendar; its address."""
        url = f"{self.root}ana/{name}/"
        assert self.ask("MKCALENDAR", url)[0] == 201
        return url

    def names(self, url: str = "") -> list[str]:
        """The files in a calendar."""
        found = self.folder / "collections" / "collection-root" / "ana"
        name = (url or self.calendar.url).rstrip("/").rpartition("/")[2]
        return sorted(p.name for p in (found / name).glob("*.ics"))

    def text(self) -> str:
        """The one event that is there, as phones get it."""
        [name] = self.names()
        return self.ask("GET", self.file(name))[1].decode()

    def file(self, name: str) -> str:
        return self.calendar.url + name.replace("@", "%40")

    def ask(self, method: str, url: str, body: bytes = b"") -> tuple[int, bytes]:
        """What another program of Ana's does there."""
        asked = Request(url, data=body, method=method)  # noqa: S310
        login = base64.b64encode(b"ana:right").decode()
        asked.add_header("Authorization", f"Basic {login}")
        try:
            with urlopen(asked, timeout=10) as answer:  # noqa: S310
                return int(answer.status), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return int(error.code), b""


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    server = Radicale(folder)
    server.start()
    try:
        assert server.ask("MKCALENDAR", server.calendar.url)[0] == 201
        yield server
    finally:
        server.stop()
