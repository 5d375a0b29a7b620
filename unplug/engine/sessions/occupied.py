"""A short look at what holds somebody now, where nobody listens for it all the time."""

import logging
from collections.abc import Callable

from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Occupied
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    OCCUPATIONS,
    SensingOptions,
    Signal,
    SourceLostError,
)

log = logging.getLogger(__name__)

Choose = Callable[[Signal, SensingOptions], Choice]


def held_now(choose: Choose, options: SensingOptions) -> frozenset[Reason]:
    """What holds somebody at present; the sources are closed again.

    Args:
        choose: opens the best sources for a signal.
        options: what the sources have to know.
    """
    held: set[Reason] = set()
    for signal in OCCUPATIONS:
        for source in choose(signal, options).sources:
            try:
                said = source.dispatch()
            except SourceLostError as error:
                log.info("%s", error)
            else:
                held |= {f.reason for f in said if isinstance(f, Occupied) and f.held}
            finally:
                source.close()
    return frozenset(held)
