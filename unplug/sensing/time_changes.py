"""Clock steps and zone changes, told by the kernel rather than looked for."""

import sys
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from unplug.clock import SystemClock
from unplug.sensing.source import SensingOptions, Source, SourceUnavailableError


def open_time(
    _options: SensingOptions,
    *,
    zone: Callable[[], ZoneInfo] | None = None,
    folder: Path = Path("/etc"),
) -> Source:
    """Watch the clock and the zone of this machine.

    Args:
        zone: reads the zone that holds now; the system's by default.
        folder: where ``localtime`` and ``timezone`` are kept.

    Raises:
        SourceUnavailableError: this is no Linux, or the kernel refuses.
    """
    if sys.platform != "linux":
        failed = "the kernel tells clock and zone changes on Linux only"
        raise SourceUnavailableError(failed, sys.platform)
    from unplug.sensing.kernel_time import (  # noqa: PLC0415  (there only)
        TimeChanges,
        TimerFd,
        watch_folder,
    )

    read_zone = zone or SystemClock().zone
    steps: TimerFd | None = None
    try:
        steps = TimerFd()
        return TimeChanges(steps=steps, files=watch_folder(folder), zone=read_zone)
    except OSError as error:
        if steps is not None:
            steps.close()
        failed = "cannot watch the clock and the zone"
        todo = "a step of the clock is noticed with the next fact instead"
        raise SourceUnavailableError(failed, error.strerror, todo) from error
