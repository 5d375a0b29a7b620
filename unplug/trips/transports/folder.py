"""A trip in a folder that something else synchronises: a share, Syncthing, a USB stick.

Each device appends to one file of its own and only reads the others', so that no two
ever write the same file. Everything is read again each time and nothing is believed:
torn and doubled copies, files that went back to an older state and "sync-conflict"
copies all hold envelopes, and what is missing in the folder is written once more,
whoever made it.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from unplug.errors import UnplugError
from unplug.trips import envelope, primitives
from unplug.trips.replica import Received, Replica

SUFFIX = ".unplug"
MAX_FILE = 64 * 1024 * 1024
MAX_FILES = 500


@dataclass(frozen=True, slots=True)
class Synced:
    """What one round did.

    Attributes:
        received: what was new in the folder.
        written: envelopes that were added to it.
        unreadable: files that could not be read this time.
    """

    received: Received
    written: int
    unreadable: tuple[str, ...]


class Folder:
    """A folder as a way for envelopes to travel.

    Args:
        path: the folder; it has to exist, for a missing one may be a disk that is out.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def sync(self, replica: Replica) -> Synced:
        """Read what is new, and add what is missing.

        Raises:
            UnplugError: the folder is not there or takes nothing; what was read counts.
        """
        replica.seal()
        contents, unreadable = self._read_all()
        stream = b"".join(contents.values())
        received = replica.receive(stream)
        held = [*replica.envelopes(), *replica.letters.values()]
        there = _blocks(stream)
        missing = [raw for raw in held if not _is_there(raw, stream, there)]
        self._append(self._own_file(replica), missing)
        return Synced(received, len(missing), unreadable)

    def _own_file(self, replica: Replica) -> Path:
        """Named by a hash of the device's secret: the name says nothing to others."""
        name = primitives.digest(
            "folder", replica.trip, key=replica.ring.device.seed, size=8
        )
        return self._path / f"{name.hex()}{SUFFIX}"

    def _read_all(self) -> tuple[dict[str, bytes], tuple[str, ...]]:
        contents: dict[str, bytes] = {}
        unreadable = []
        try:
            # Conflict copies keep the suffix, wherever a program puts its mark.
            paths = sorted(p for p in self._path.iterdir() if p.suffix == SUFFIX)
        except OSError as error:
            failed, todo = "cannot read the folder", "check that it is there"
            raise UnplugError(failed, self._told(error), todo) from error
        for path in paths[:MAX_FILES]:
            try:
                with path.open("rb") as file:
                    data = file.read(MAX_FILE)
            except OSError:
                unreadable.append(path.name)
                continue
            # A torn end must not shift what comes behind it.
            contents[path.name] = data[: len(data) // envelope.BLOCK * envelope.BLOCK]
        return contents, tuple(unreadable)

    def _append(self, path: Path, envelopes: list[bytes]) -> None:
        if not envelopes:
            return
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with open(descriptor, "ab") as file:  # noqa: PTH123  (a descriptor)
                torn = os.fstat(file.fileno()).st_size % envelope.BLOCK
                if torn:  # by a crash: fill the block up, so that the next one is whole
                    file.write(primitives.random_bytes(envelope.BLOCK - torn))
                for segment in envelope.segments(envelopes):
                    file.write(segment)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            failed = "cannot write to the folder"
            todo = "make room or check your rights; nothing is lost"
            raise UnplugError(failed, self._told(error), todo) from error

    def _told(self, error: OSError) -> str:
        return f"{self._path} ({error.strerror or error})"


def _blocks(stream: bytes) -> dict[bytes, list[int]]:
    """Where each nonce begins in a stream."""
    found: dict[bytes, list[int]] = {}
    for at in range(0, len(stream), envelope.BLOCK):
        nonce = stream[at : at + primitives.NONCE_BYTES]
        found.setdefault(nonce, []).append(at)
    return found


def _is_there(raw: bytes, stream: bytes, blocks: dict[bytes, list[int]]) -> bool:
    starts = blocks.get(raw[: primitives.NONCE_BYTES], ())
    return any(stream.startswith(raw, at) for at in starts)
