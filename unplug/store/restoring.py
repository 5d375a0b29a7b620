"""After a kill: what the tail still holds goes into the database, once."""

from pathlib import Path

from unplug.store.files import DataFiles
from unplug.store.tail import Recovered, Tail, read_tail
from unplug.store.totals import UsageReader
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan


def recover_into(store: UsageStore, tail: Tail) -> Recovered | None:
    """Commit what only the tail knows, exactly once, and empty the tail.

    A tail of commit *n* was written when *n - 1* was in. So if *n* is not in, its
    closed spans are missing; the open ones always are. Both go in as commit *n + 1*,
    in one transaction: a kill after it finds *n + 1* in and does nothing again.

    Nothing here depends on the boot: a span's length was measured while it ran.

    Returns:
        What was committed; None when it was nothing. A tail of another database
        is not touched by this one: it is moved aside.

    Raises:
        StorageTroubleError: the database does not take it; the tail still has it.
    """
    found = tail.recover()
    if found.database_id not in ("", store.database_id):
        tail.set_aside()
        return None
    done = _missing(found, store)
    if done is None:
        _empty(store, tail)
        return None
    store.append((*done.closed, *done.open_), done.commit_id)
    _empty(store, tail)
    return done


def waiting_spans(folder: Path, stored: UsageReader) -> tuple[ScreenSpan, ...]:
    """What only the tail knows while no app runs; nothing is changed by asking."""
    try:
        found = read_tail(DataFiles(folder).tail.read_bytes())
    except OSError:
        return ()
    if found.database_id != stored.database_id:
        return ()
    missing = _missing(found, stored)
    return () if missing is None else (*missing.closed, *missing.open_)


def _missing(found: Recovered, stored: UsageReader) -> Recovered | None:
    """What of a tail is not in its database, as the commit it would be."""
    last = stored.last_commit_id
    closed = found.closed if last < found.commit_id else ()
    if last > found.commit_id or not (closed or found.open_):
        return None
    return Recovered(found.commit_id + 1, closed, found.open_, found.database_id)


def _empty(store: UsageStore, tail: Tail) -> None:
    tail.write(store.last_commit_id + 1, (), ())
