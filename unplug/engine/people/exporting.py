"""People out to files that other address books read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from unplug.errors import UnplugError
from unplug.files import write_atomically
from unplug.people.contact import Contact
from unplug.people.sharing import shareable
from unplug.people.vcard.writer import write
from unplug.people.vdir import Vdir

_SUFFIXES = frozenset({".vcf", ".vcard"})


def export(
    people: Iterable[Contact], path: Path, version: str, *, private: bool
) -> int:
    """Write people to one vCard file, or to a folder with one for each.

    Args:
        people: those to write.
        path: a file; a folder that is there, or a name that is no vCard file's.
        version: ``V3`` or ``V4``.
        private: with what only unplug knows, such as circles and free times.

    Returns:
        How many there were.

    Raises:
        UnplugError: it cannot be written; a single file is as it was then.
    """
    told = (person if private else shareable(person) for person in people)
    if path.is_dir() or path.suffix.lower() not in _SUFFIXES:
        return _to_folder(told, path, version, private=private)
    counted = _Counted(told)
    write_atomically(path, write(counted, version))
    return counted.count


def _to_folder(
    people: Iterable[Contact], folder: Path, version: str, *, private: bool
) -> int:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        failed, todo = "cannot make a folder to export to", "name another one"
        raise UnplugError(failed, f"{folder} ({error.strerror})", todo) from error
    vdir = Vdir(folder, version)
    there = vdir.read_all().items
    count = 0
    for person in people:
        vdir.write(person, there.get(person.uid), private=private)
        count += 1
    return count


class _Counted:
    """Counts what passes."""

    def __init__(self, people: Iterable[Contact]) -> None:
        self._people = people
        self.count = 0

    def __iter__(self) -> Iterator[Contact]:
        for person in self._people:
            self.count += 1
            yield person
