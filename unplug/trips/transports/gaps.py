"""What others lack, who fills it, and when.

Nothing is to be sent twice, and nothing is to depend on one who may have gone. So each
gap has an order of those who could fill it, which all work out for themselves from what
they know: first of all the author of what is missing, if it is there; then the others,
the nearest first, by a distance that is another for each gap. The first sends at once,
each other only where the gap is still there when its turn comes.

What most of those who are there lack is said aloud, once; else it goes to each alone.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from unplug.clock import Stamp
from unplug.trips import primitives
from unplug.trips.transports.pace import Pace

LONGEST_LAG_MS = 5_000
LAST_TURN = 3

Authored = tuple[bytes, bytes]  # a device, and an envelope by it


@dataclass(slots=True)
class _Part:
    """Some of what one device lacks: all of it by one author."""

    author: bytes
    envelopes: list[bytes]
    due_ms: int


@dataclass(slots=True)
class _Gap:
    """What one device lacks.

    Attributes:
        parts: by author.
        since_ms: what has gone by later than this, it has heard.
    """

    parts: list[_Part]
    since_ms: int


@dataclass(slots=True)
class Gaps:
    """What is missing where, as far as one member knows.

    Attributes:
        me: this device.
        pace: the waits.
        lag_ms: how long one's own words take to come back from the broker.
    """

    me: bytes
    pace: Pace
    lag_ms: int = 0
    _gaps: dict[bytes, _Gap] = field(default_factory=dict)
    _passed: dict[bytes, int] = field(default_factory=dict)
    _spoken: dict[bytes, int] = field(default_factory=dict)
    _told: dict[Authored, int] = field(default_factory=dict)

    @property
    def due_ms(self) -> int | None:
        """When there is something to send, on the monotonic clock."""
        parts = (part for gap in self._gaps.values() for part in gap.parts)
        return min((part.due_ms for part in parts), default=None)

    def clear(self) -> None:
        """A connection begins or ends: nothing of the one before counts."""
        self._gaps.clear()
        self._passed.clear()
        self._spoken.clear()
        self._told.clear()
        self.lag_ms = 0

    def spoke(self, envelopes: Iterable[bytes], now: Stamp) -> None:
        """Envelopes were said aloud here; the broker will send them back."""
        for raw in envelopes:
            self._spoken[_nonce(raw)] = now.mono_ms

    def passed(self, envelopes: Iterable[bytes], now: Stamp) -> None:
        """Envelopes went by that all who are connected have heard, or will soon."""
        for raw in envelopes:
            nonce = _nonce(raw)
            self._passed[nonce] = now.mono_ms
            spoken_ms = self._spoken.pop(nonce, None)
            if spoken_ms is not None:  # all that was said before has come, too
                self.lag_ms = max(now.mono_ms - spoken_ms, self.lag_ms * 3 // 4)

    def is_under_way(self, now: Stamp) -> bool:
        """Whether what was said has not come back yet: then more is under way."""
        since_ms = now.mono_ms - LONGEST_LAG_MS
        return any(spoken_ms > since_ms for spoken_ms in self._spoken.values())

    def close(self, device: bytes) -> None:
        """A device lacks nothing."""
        self._gaps.pop(device, None)

    def open(
        self,
        device: bytes,
        missing: Sequence[Authored],
        there: Set[bytes],
        now: Stamp,
        *,
        came: bool,
    ) -> None:
        """Take note of what a device lacks, instead of what it lacked before.

        Args:
            device: who says so.
            missing: each envelope and its author.
            there: the devices that were heard of late.
            now: the present.
            came: whether it has only come, and missed all that was said before.
        """
        since_ms = now.mono_ms if came else now.mono_ms - self._flight_ms
        old_ms = now.mono_ms - self._flight_ms
        self._told = {
            (to, nonce): ms
            for (to, nonce), ms in self._told.items()
            if ms > old_ms and not (came and to == device)
        }
        known = self._gaps.pop(device, None)
        waits = {p.author: p.due_ms for p in known.parts} if known and not came else {}
        by: dict[bytes, list[bytes]] = {}
        for author, raw in missing:
            by.setdefault(author, []).append(raw)
        parts = []
        for author, raws in by.items():
            due_ms = self._due_ms(device, author, there, now)
            parts.append(_Part(author, raws, min(due_ms, waits.get(author, due_ms))))
        self._gaps[device] = _Gap(parts, since_ms)

    def put_off(self, until_ms: int) -> None:
        """Let what this device wrote wait for others who may lack it, too."""
        for gap in self._gaps.values():
            for part in gap.parts:
                if part.author == self.me:
                    part.due_ms = max(part.due_ms, until_ms)

    def fill(
        self, now: Stamp, there: int
    ) -> tuple[list[bytes], dict[bytes, list[bytes]]]:
        """What to say aloud now, and what to which device alone.

        Args:
            now: the present.
            there: how many others there are.
        """
        lacking = list(self._due(now))
        if not lacking:
            return [], {}
        needed = self._needed(lacking)
        aloud: dict[bytes, None] = {}
        apart: dict[bytes, list[bytes]] = {}
        for device, raw in lacking:
            if len(needed[raw]) >= min(there, there // 2 + 1):
                aloud[raw] = None
            else:
                apart.setdefault(device, []).append(raw)
                self._told[device, _nonce(raw)] = now.mono_ms
        self.spoke(aloud, now)
        return list(aloud), apart

    def _needed(self, due: Iterable[Authored]) -> dict[bytes, set[bytes]]:
        """Who needs what is due, now or later."""
        needed: dict[bytes, set[bytes]] = {}
        for device, raw in due:
            needed.setdefault(raw, set()).add(device)
        for device, gap in self._gaps.items():
            for raw in (raw for part in gap.parts for raw in part.envelopes):
                if raw in needed:
                    needed[raw].add(device)
        return needed

    def _due(self, now: Stamp) -> Iterator[Authored]:
        """Each device and envelope whose turn it is, and that has not gone by."""
        for device, gap in list(self._gaps.items()):
            due = [part for part in gap.parts if part.due_ms <= now.mono_ms]
            for part in due:
                gap.parts.remove(part)
                for raw in part.envelopes:
                    if not self._has_gone_by(raw, gap, device, now):
                        yield device, raw
            if not gap.parts:
                del self._gaps[device]

    def _due_ms(
        self, device: bytes, author: bytes, there: Set[bytes], now: Stamp
    ) -> int:
        turn = min(self._turn(device, author, there), LAST_TURN)
        # Several may be about to say that they lack the same.
        wait_ms = self.pace.quiet_ms // 2 if len(there | {device, self.me}) > 2 else 0  # noqa: PLR2004
        return now.mono_ms + wait_ms + turn * max(self.pace.turn_ms, 3 * self.lag_ms)

    def _turn(self, device: bytes, author: bytes, there: Set[bytes]) -> int:
        """How many of those who are there and have it come before this device."""
        if author == self.me:
            return 0
        lacking = {
            other
            for other, gap in self._gaps.items()
            if any(part.author == author for part in gap.parts)
        }
        able = there - lacking - {device, self.me}
        place = _number(device) ^ _number(author)
        mine = _number(self.me) ^ place
        return sum(d == author or _number(d) ^ place < mine for d in able)

    def _has_gone_by(self, raw: bytes, gap: _Gap, device: bytes, now: Stamp) -> bool:
        nonce = _nonce(raw)
        spoken_ms = self._spoken.get(nonce)
        if spoken_ms is not None and spoken_ms > now.mono_ms - self._flight_ms:
            return True  # the broker has it and will pass it on
        at_ms = self._passed.get(nonce, gap.since_ms)
        at_ms = max(at_ms, self._told.get((device, nonce), gap.since_ms))
        return at_ms > gap.since_ms

    @property
    def _flight_ms(self) -> int:
        """How long what was sent may be under way."""
        return max(self.pace.flight_ms, 2 * self.lag_ms)


def is_nearest(me: bytes, device: bytes, there: Set[bytes]) -> bool:
    """Whether of all who are there it is this one's turn to ask what a device has."""
    place = _number(device)
    nearest = min((_number(d) ^ place for d in there - {device, me}), default=None)
    return nearest is None or _number(me) ^ place < nearest


def _nonce(raw: bytes) -> bytes:
    return raw[: primitives.NONCE_BYTES]


def _number(device: bytes) -> int:
    """A device's key as a number; keys are spread evenly."""
    return int.from_bytes(device[:8], "big")
