"""Work that may take long: beside the loop where there is one, else on the spot."""

from collections.abc import Callable
from typing import TypeVar

from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError

T = TypeVar("T")


def beside(
    worker: Worker | None,
    work: Callable[[Job], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[UnplugError], None],
) -> None:
    """Have some work done; exactly one of the two is called, here or later.

    Args:
        worker: does it beside the loop; None: it is done on the spot.
        work: touches nothing that the loop's side touches.
        done: takes what it returns.
        failed: takes the error that it raised.
    """
    if worker is not None:
        worker.submit(work, done=done, failed=failed)
        return
    try:
        found = work(Job())
    except UnplugError as error:
        failed(error)
    else:
        done(found)
