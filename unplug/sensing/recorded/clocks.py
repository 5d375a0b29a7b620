"""The clocks of a recording: what its lines say about time, as stamps.

- ``at`` needs an offset from UTC; it is the wall clock.
- ``mono_s`` and ``boot_s`` are taken as they are, if every line has them. They may
  step back only with a ``start``, for the machine may have been started in between.
- A line with neither is as much later than the one before as its ``at`` says, and at
  the same moment when that went back; nothing was asleep.
- A line with one of them: the other moves along with it.
- Where both kinds of lines follow each other, a clock that is given again counts on
  from where the line before stood, so that changing between them is no sleep.
"""

from unplug.clock import Stamp
from unplug.sensing.facts import Fact, Start
from unplug.sensing.recorded.fields import (
    Entry,
    MalformedError,
    instant_ms,
    seconds_ms,
)


class Clocks:
    """Turns what lines say about time into stamps that never run backwards."""

    def __init__(self) -> None:
        self._last: Stamp | None = None
        self._mono = _Given("mono_s")
        self._boot = _Given("boot_s")

    def stamp(self, entry: Entry, fact: Fact) -> Stamp:
        """The instant of a line, on all three clocks."""
        at_ms = instant_ms(entry)
        mono_ms = seconds_ms(entry, "mono_s")
        boot_ms = seconds_ms(entry, "boot_s")
        last = self._last
        if type(fact) is Start:
            self._mono.forget()
            self._boot.forget()
            if mono_ms is not None or boot_ms is not None:
                last = None
        if last is None:
            now = _beginning(at_ms, mono_ms, boot_ms)
        else:
            now = self._after(last, at_ms, mono_ms, boot_ms)
        self._mono.stands_at(mono_ms, now.mono_ms)
        self._boot.stands_at(boot_ms, now.boot_ms)
        self._last = now
        return now

    def _after(
        self, last: Stamp, at_ms: int, mono_ms: int | None, boot_ms: int | None
    ) -> Stamp:
        mono_by = self._mono.passed_ms(mono_ms, last.mono_ms)
        boot_by = self._boot.passed_ms(boot_ms, last.boot_ms)
        known_by = boot_by if mono_by is None else mono_by
        if known_by is None:
            known_by = max(0, at_ms - last.wall_ms)
        return Stamp(
            at_ms,
            last.mono_ms + (known_by if mono_by is None else mono_by),
            last.boot_ms + (known_by if boot_by is None else boot_by),
        )


def _beginning(at_ms: int, mono_ms: int | None, boot_ms: int | None) -> Stamp:
    """Where the clocks stand when nothing before counts."""
    given_ms = boot_ms if mono_ms is None else mono_ms
    start_ms = at_ms if given_ms is None else given_ms
    return Stamp(
        at_ms,
        start_ms if mono_ms is None else mono_ms,
        start_ms if boot_ms is None else boot_ms,
    )


class _Given:
    """One clock as the file gives it, beside where ours stands."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._last_ms: int | None = None
        self._ours_ahead_ms = 0

    def passed_ms(self, given_ms: int | None, ours_ms: int) -> int | None:
        """How far ours moves on from ``ours_ms``; None when the line cannot tell."""
        if given_ms is None or self._last_ms is None:
            return None
        if given_ms < self._last_ms:
            msg = (
                f'"{self._key}" goes back from {self._last_ms / 1000} to '
                f"{given_ms / 1000}, which only a start may do"
            )
            raise MalformedError(msg)
        return max(0, given_ms + self._ours_ahead_ms - ours_ms)

    def forget(self) -> None:
        """Whatever was given before is of another run."""
        self._last_ms = None

    def stands_at(self, given_ms: int | None, ours_ms: int) -> None:
        """Remember both, where the line gave one."""
        if given_ms is not None:
            self._last_ms = given_ms
            self._ours_ahead_ms = ours_ms - given_ms
