"""Trips out to files and in from them: invites, bundles, calendars."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.engine.control import Message
from unplug.engine.refusing import refuse
from unplug.engine.trips.finding import latest
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.ways import Brought
from unplug.files import write_atomically, write_bytes_atomically
from unplug.trips import bundle
from unplug.trips import invite as invites
from unplug.trips.invite import Ticket
from unplug.trips.window_ics import window_ics

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling

CALENDAR_SUFFIX = ".ics"


def ticket(said: str) -> Ticket:
    """An invite as it was given: the link, or the path of a file.

    Raises:
        UnplugError: it is neither.
    """
    if "://" in said:
        return invites.from_link(said)
    path = Path(said)
    if not path.is_file():
        todo = "paste the whole link, or name the file you were sent"
        refuse("cannot read the invite", said[:60], todo)
    return invites.from_file(read_file(path, invites.MAX_FILE))


def write_invite(link: str, *, file: Path | None, qr: Path | None) -> None:
    """Write an invite into a file to send, or as a code to scan.

    Raises:
        UnplugError: it cannot be written.
    """
    made = invites.from_link(link)
    if file is not None:
        write_atomically(file, [invites.to_file(made)])
    if qr is not None:
        drawn = invites.to_qr(made).svg_inline(scale=8, border=4, omitsize=False)
        namespaced = drawn.replace(
            "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1
        )
        write_atomically(qr, [namespaced, "\n"])


def code_of(link: str) -> tuple[bytes, ...]:
    """An invite's code, row by row; a byte for each module, not 0 where it is dark."""
    return tuple(bytes(row) for row in invites.to_qr(invites.from_link(link)).matrix)


def export(trip: OpenTrip, file: Path, now_ms: int) -> None:
    """Write the trip as a bundle, or its window as a calendar, by the file's suffix.

    Raises:
        UnplugError: it cannot be written, or there is no window for a calendar.
    """
    if file.suffix.lower() == CALENDAR_SUFFIX:
        held = latest(trip)
        write_bytes_atomically(file, window_ics(trip.state, held, now_ms))
    else:
        write_bytes_atomically(file, bundle.write_bundle(trip.replica))


def take_in(travelling: "Travelling", said: str | None, file: Path) -> Message:
    """Take in a bundle, into the trip that it is of.

    Raises:
        UnplugError: it is none, or of a trip that is not here; nothing has changed.
    """
    data = read_file(file, bundle.MAX_BYTES)
    if said is None:
        known = travelling.book.forms()
        fitting = [t for t in known if bundle.is_of(bytes.fromhex(t), data)]
        said = next(iter(fitting or known), None)
    trip = travelling.open(said)
    bundle.check(trip.replica.trip, data)
    received = travelling.take_in(trip, Brought(data[bundle.HEAD_BYTES :]))
    travelling.posting.changed(trip.id)
    return {
        "trip": trip.id,
        "name": trip.name,
        "received": received.batches + received.letters,
        "refused": received.refused,
    }


def mark_shown(travelling: "Travelling", trip: OpenTrip) -> None:
    """The user was shown what leaves; from now on it may."""
    if not trip.form.shown:
        trip.form = replace(trip.form, shown=True)
        travelling.book.save(trip)
        travelling.posting.changed(trip.id)


def read_file(file: Path, most: int) -> bytes:
    """Read a file that somebody has named.

    Raises:
        UnplugError: it cannot be read, or is larger than ``most`` bytes.
    """
    try:
        if file.stat().st_size > most:
            todo = "choose one that unplug has made"
            refuse("cannot read so large a file", file, todo)
        return file.read_bytes()
    except OSError as error:
        failed, todo = "cannot read the file", "name one that can be read"
        refuse(failed, f"{file} ({error.strerror})", todo)
