"""Provisional stretches: what the reducer has not made up its mind about."""

from collections.abc import Iterator
from typing import NamedTuple

from unplug.usage.states import APP_STATES, ScreenSpan, State

WATCHING_MAX_MS = 3 * 3_600_000
"""Watching ends this long after the last input: nobody may be there."""


class Piece(NamedTuple):
    """A stretch whose state may still change.

    Attributes:
        mono_ms: its start on the monotonic clock.
        start_ms: its start on the wall clock, UTC.
        dur_ms: how long it lasts.
        state: as far as it is known.
        app: the focused app, in ACTIVE and WATCHING.
        title: its window's title, where allowed.
        offset_q: quarter hours east of UTC.
        watchable: media played or an inhibitor was held, so that without any input
            it would be watching rather than idle.
    """

    mono_ms: int
    start_ms: int
    dur_ms: int
    state: State
    app: str | None
    title: str | None
    offset_q: int
    watchable: bool

    @property
    def mono_end_ms(self) -> int:
        """Its end on the monotonic clock; at least its start where it was asleep."""
        return self.mono_ms + (0 if self.state is State.ASLEEP else self.dur_ms)

    def called(self, state: State) -> "Piece":
        """The same stretch in another state."""
        if state in APP_STATES:
            return self._replace(state=state)
        return self._replace(state=state, app=None, title=None, watchable=False)


def span_of(piece: Piece) -> ScreenSpan:
    """The piece as it is stored."""
    return ScreenSpan(
        start_ms=piece.start_ms,
        dur_ms=piece.dur_ms,
        state=piece.state,
        app=piece.app,
        title=piece.title,
        offset_q=piece.offset_q,
    )


def push(pieces: tuple[Piece, ...], piece: Piece) -> tuple[Piece, ...]:
    """Add a piece at the end; it continues the last one where nothing differs."""
    if piece.dur_ms <= 0:
        return pieces
    if pieces:
        last = pieces[-1]
        if last.start_ms + last.dur_ms == piece.start_ms and last[3:] == piece[3:]:
            longer = last._replace(dur_ms=last.dur_ms + piece.dur_ms)
            return (*pieces[:-1], longer)
    return (*pieces, piece)


def cut(piece: Piece, mono_ms: int) -> Iterator[Piece]:
    """The piece in two at an instant on the monotonic clock, or whole outside it."""
    head_ms = mono_ms - piece.mono_ms
    if not 0 < head_ms < piece.dur_ms:
        yield piece
        return
    yield piece._replace(dur_ms=head_ms)
    yield piece._replace(
        mono_ms=piece.mono_ms + head_ms,
        start_ms=piece.start_ms + head_ms,
        dur_ms=piece.dur_ms - head_ms,
    )


def resolved(pieces: tuple[Piece, ...], last_input_ms: int) -> tuple[Piece, ...]:
    """The pieces once it is known that nobody touched anything after an instant.

    Args:
        pieces: what was provisional.
        last_input_ms: the last input, on the monotonic clock.

    Returns:
        The same time; what was active after the last input is watching where it was
        watchable and within three hours of that input, else idle.
    """
    known: tuple[Piece, ...] = ()
    watching_end_ms = last_input_ms + WATCHING_MAX_MS
    for piece in pieces:
        if piece.state is not State.ACTIVE:
            known = push(known, piece)
            continue
        for part in cut(piece, last_input_ms):
            if part.mono_ms < last_input_ms:
                known = push(known, part)
                continue
            for bit in cut(part, watching_end_ms):
                watched = bit.watchable and bit.mono_ms < watching_end_ms
                state = State.WATCHING if watched else State.IDLE
                known = push(known, bit.called(state))
    return known


def watchable(pieces: tuple[Piece, ...], since_ms: int) -> tuple[Piece, ...]:
    """The pieces with all that was active after an instant called watchable.

    Args:
        pieces: what is provisional.
        since_ms: the instant, on the monotonic clock.
    """
    known: tuple[Piece, ...] = ()
    for piece in pieces:
        if piece.state is not State.ACTIVE or piece.mono_end_ms <= since_ms:
            known = push(known, piece)
            continue
        for part in cut(piece, since_ms):
            held = part.mono_ms >= since_ms
            known = push(known, part._replace(watchable=part.watchable or held))
    return known
