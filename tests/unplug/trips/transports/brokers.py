"""Real brokers on the loopback, started by the test that needs them."""

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pytest

from unplug.trips.transports.broker_address import BrokerAddress

CERTIFICATES = Path(__file__).parent / "certificates"
START_S = 20.0
QUIET = """
persistence false
log_dest stderr
log_type error
max_inflight_messages 200
max_queued_messages 0
allow_anonymous true
"""


def program(name: str) -> str:
    """Where a broker's program is; Debian keeps them in /usr/sbin."""
    found = shutil.which(name, path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    assert found, f"{name} is not installed"
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until somebody listens there."""
    ends = monotonic() + START_S
    while monotonic() < ends:
        assert process.poll() is None, "the broker ended"
        with socket.socket() as trying:
            trying.settimeout(0.2)
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        select_a_moment()
    pytest.fail("the broker does not listen")


def select_a_moment(seconds: float = 0.01) -> None:
    """Let another process go on."""
    import select  # noqa: PLC0415

    select.select([], [], [], seconds)


@dataclass
class Mosquitto:
    """A Mosquitto; ``kill`` loses all it had."""

    folder: Path
    port: int = field(default_factory=free_port)
    more: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> BrokerAddress:
        return BrokerAddress("127.0.0.1", self.port, tls=False)

    def start(self, text: str | None = None) -> None:
        """Begin with a configuration; with the usual one if none is given."""
        config = self.folder / "mosquitto.conf"
        listener = f"listener {self.port} 127.0.0.1\n"
        config.write_text(listener + QUIET + self.more if text is None else text)
        with (self.folder / "mosquitto.log").open("ab") as log:
            self.process = subprocess.Popen(
                [program("mosquitto"), "-c", str(config)], stdout=log, stderr=log
            )
        wait_for(self.port, self.process)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def mosquitto(more: str = "") -> Iterator[Mosquitto]:
    """A Mosquitto with some lines of configuration more."""
    with tempfile.TemporaryDirectory() as folder:
        broker = Mosquitto(Path(folder), more=more)
        # Started as root it becomes another user, who has to be able to read.
        Path(folder).chmod(0o755)
        try:
            broker.start()
            yield broker
        finally:
            broker.kill()


def with_password(folder: Path) -> str:
    """Configuration for a Mosquitto that lets in ana, whose password is "right"."""
    passwords = password_of(folder, "ana", "right")
    return f"password_file {passwords}\nallow_anonymous false\n"


def password_of(folder: Path, user: str, password: str) -> Path:
    """The file by which a Mosquitto knows somebody."""
    passwords = folder / "passwords"
    tool = program("mosquitto_passwd")
    subprocess.run([tool, "-c", "-b", str(passwords), user, password], check=True)
    passwords.chmod(0o644)
    return passwords


def with_tls(folder: Path, more: str = "") -> str:
    """Configuration for a Mosquitto that encrypts, with its files in the folder."""
    for file in CERTIFICATES.iterdir():
        shutil.copy(file, folder)
        (folder / file.name).chmod(0o644)
    return (
        f"cafile {folder}/authority.pem\ncertfile {folder}/broker.pem\n"
        f"keyfile {folder}/broker.key\n{more}"
    )
