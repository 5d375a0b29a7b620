"""Brokers in the local network, looked for when somebody asks.

Nothing is looked for by itself, and nobody connects to what was found before they have
chosen it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError

Json = dict[str, Any]
LOOK_S = 3.0


def look(
    seconds: float,
    wait: Callable[[float], bool] | None = None,
    interfaces: Sequence[str] | None = None,
) -> list[Json]:
    """Look for brokers; blocks that long.

    Args:
        seconds: for how long.
        wait: lets so many seconds pass; true where nobody wants to know any more.
        interfaces: addresses of those to look on; None: on all.

    Returns:
        For each its ``name``, its ``url``, and whether it speaks ``tls``.

    Raises:
        UnplugError: there is no network to look on.
    """
    from unplug.trips.transports.discovery import (  # noqa: PLC0415  (5 MB)
        find_brokers,
    )

    found = find_brokers(seconds, interfaces, wait)
    return [
        {"name": one.name, "url": one.address.place, "tls": one.address.tls}
        for one in found
    ]


def places_of(
    trips: Sequence[str],
    *,
    wait: Callable[[float], bool] | None = None,
    interfaces: Sequence[str] | None = None,
) -> dict[str, str]:
    """Where organisers' own brokers are now; blocks for a look.

    A trip is among what is found only where the broker shows by its mark that it is
    for it, and where strangers do not reach it.

    Args:
        trips: those that are looked for.
        wait: see ``look``.
        interfaces: see ``look``.

    Raises:
        UnplugError: there is no network to look on.
    """
    from unplug.trips.marks import is_marked  # noqa: PLC0415  (few people look)
    from unplug.trips.transports.discovery import find_brokers  # noqa: PLC0415
    from unplug.trips.transports.local_network import is_local  # noqa: PLC0415

    found = find_brokers(LOOK_S, interfaces, wait)
    near = [one for one in found if is_local(one.address.host)]
    return {
        trip: one.address.place
        for trip in trips
        for one in near
        if is_marked(one.marks, bytes.fromhex(trip))
    }


def look_beside(
    worker: Worker,
    *,
    found: Callable[[list[Json]], None],
    failed: Callable[[UnplugError], None],
    cancelled: Callable[[], None],
    interfaces: Sequence[str] | None = None,
) -> Job:
    """Look for brokers beside the loop.

    Args:
        worker: does it.
        found: takes them; perhaps none.
        failed: takes what was the matter.
        cancelled: called instead, where it was stopped.
        interfaces: see ``look``.

    Returns:
        The handle by which to stop it.
    """

    def work(job: Job) -> list[Json]:
        rows = look(LOOK_S, job.wait, interfaces)
        job.check()
        return rows

    return worker.submit(work, done=found, failed=failed, cancelled=cancelled)
