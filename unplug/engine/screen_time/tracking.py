"""Tracking: facts from the desktop become spans in the database, and a Snapshot."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.clock import Clock, Stamp
from unplug.days import date_of, start_of
from unplug.engine.listening import Speaker
from unplug.engine.screen_time.desktop import Desktop
from unplug.engine.screen_time.ledger import Ledger
from unplug.engine.screen_time.options import TrackingOptions
from unplug.engine.screen_time.pausing import Pausing, Remembered
from unplug.engine.screen_time.today import Key, Today, by_app, by_state
from unplug.engine.snapshot import TOP_APPS, AppTime, Snapshot
from unplug.sensing.facts import (
    Fact,
    Focus,
    Observed,
    Offline,
    Pause,
    Resume,
    Sleep,
    Start,
    Stop,
    Tick,
)
from unplug.sensing.source import Source
from unplug.sensing.titles import told
from unplug.usage.pieces import Piece
from unplug.usage.reducer import (
    Reduction,
    initial,
    next_change_ms,
    open_spans,
    state_of,
    step,
)
from unplug.usage.states import SCREEN_STATES, ScreenSpan

BEAT_MS = 900
"""While somebody is at the screen the tail is brought up to date this often; a timer
that rings a twentieth late still loses less than a second to a kill."""


class Past(Remembered, Protocol):
    """What tracking asks of the days before and of the day so far."""

    def day_totals(self, day: int) -> dict[Key, int]:
        """Milliseconds of a day by app and state, as far as they are stored."""

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:
        """Own usual screen time by an instant of such a day; None: too few days."""


class Tracker:
    """The use case: listens, reduces, stores, and shows the present.

    It starts no timer and no thread: a loop calls ``ready`` when a source's
    descriptor is readable and ``wake`` when ``next_deadline_ms`` has passed.

    Args:
        clock: where the time comes from.
        desktop: the sources.
        ledger: where spans go.
        past: what was stored before.
        options: what the user chose.
        name_of: an app's name for people.
        notices: sentences about what else is wrong at present.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        desktop: Desktop,
        ledger: Ledger,
        past: Past,
        options: TrackingOptions,
        name_of: Callable[[str], str],
        notices: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._clock = clock
        self._desktop = desktop
        self._ledger = ledger
        self._past = past
        self._options = options
        self._excluded = {app.casefold() for app in options.excluded_apps}
        self._name_of = name_of
        self._notices = notices
        self._reduction: Reduction = initial(clock.zone().key)
        self._today: Today | None = None
        self._pausing = Pausing(past)
        self._beat_ms: int | None = None
        self.observers: list[Callable[[Observed], None]] = []

    def start(self) -> None:
        """Begin: open the sources and take in what they say of the present."""
        self._feed([Start()])
        if self._pausing.take_up():
            self._feed([Pause()])
        self._feed(self._desktop.open(self._clock.stamp().mono_ms))
        self.wake()
        self._commit(self._clock.stamp().mono_ms)  # what an earlier run left, too

    def sources(self) -> tuple[Source, ...]:
        """The sources to watch now; may change after any call below."""
        return self._desktop.sources

    @property
    def desktop(self) -> Desktop:
        """The sources, and who serves what."""
        return self._desktop

    def ready(self, speaker: Speaker) -> None:
        """Take in what a source has to say: its descriptor is readable."""
        now_ms = self._clock.stamp().mono_ms
        for source in self._desktop.sources:  # one may just have closed another
            if source is speaker:
                self._feed(self._desktop.dispatch(source, self._reduction, now_ms))

    def wake(self) -> None:
        """Do what is due."""
        now = self._clock.stamp()
        facts: list[Fact] = []
        if self._pausing.is_over(now):
            self._pausing.end()
            facts.append(Resume())
        facts += self._desktop.retry(now.mono_ms)
        self._feed(facts or [Tick()])
        if self._ledger.due_ms is not None and self._ledger.due_ms <= now.mono_ms:
            self._commit(now.mono_ms)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        now = self._clock.stamp()
        due = [
            self._beat_ms,
            self._ledger.due_ms,
            next_change_ms(self._reduction, self._options.idle_after_ms),
            self._desktop.next_retry_ms,
            self._pausing.due_ms(now),
        ]
        waits = [at - now.mono_ms for at in due if at is not None]
        return max(0, min(waits)) if waits else None

    def snapshot(self) -> Snapshot:
        """The present, as far as it is known."""
        now = self._clock.stamp()
        zone = ZoneInfo(self._reduction.zone)
        totals = self._day(now).with_open(open_spans(self._reduction))
        apps = sorted(by_app(totals).items(), key=lambda item: -item[1])[:TOP_APPS]
        state = state_of(self._reduction)
        return Snapshot(
            at=now.utc.astimezone(zone),
            state=state,
            app=self._reduction.app if state in SCREEN_STATES else None,
            by_state_ms=by_state(totals),
            usual_ms=self._past.usual_ms(now.wall_ms, zone),
            top=tuple(AppTime(app, self._name_of(app), ms) for app, ms in apps),
            paused_until=self._pausing.shown(zone) if self._reduction.paused else None,
            notices=self._shown_notices(),
        )

    def pause(self, until: datetime | None) -> None:
        """Go off the record until an aware instant; None: until ``resume``."""
        self._pausing.begin(until)
        self._feed([Pause()])

    def pause_until_tomorrow(self) -> None:
        """Go off the record until the next day starts."""
        now = self._clock.stamp()
        zone = ZoneInfo(self._reduction.zone)
        tomorrow = date_of(self._day(now).day + 1)
        self.pause(start_of(tomorrow, zone, self._options.day_start_min))

    def resume(self) -> None:
        """Be back on the record."""
        self._pausing.end()
        self._feed([Resume()])

    def go_offline(self, *, on: bool) -> None:
        """A device-free session begins, or is over."""
        self._feed([Offline(on)])

    def open_spans(self) -> tuple[ScreenSpan, ...]:
        """Commit what is final; returns what is not in the database."""
        self._feed([Tick()])
        self._commit(self._clock.stamp().mono_ms)
        return (*self._ledger.unsaved, *open_spans(self._reduction))

    def uncommitted(self) -> tuple[ScreenSpan, ...]:
        """What is not in the database; nothing is written."""
        if self._running:
            self._feed([Tick()])
        return (*self._ledger.unsaved, *open_spans(self._reduction))

    @property
    def waiting(self) -> tuple[ScreenSpan, ...]:
        """What is not in the database yet, as it stood a heartbeat ago at most."""
        return (*self._ledger.unsaved, *open_spans(self._reduction))

    @property
    def zone(self) -> ZoneInfo:
        """Where the user is."""
        return ZoneInfo(self._reduction.zone)

    @property
    def last_commit_id(self) -> int:
        """The number of the commit that ``open_spans`` follow on."""
        return self._ledger.last_commit_id

    def forget_everything(self) -> None:
        """Drop what is not in the database yet, and go on from now."""
        self._feed([Tick()])
        self._reduction = replace(self._reduction, pending=())
        self._today = None
        self._ledger.forget()

    def forget_titles(self, gone: Callable[[str], bool]) -> None:
        """Keep no window title of which this is true; what is final is committed."""
        self._feed([Tick()])
        now = self._reduction
        kept = tuple(
            piece._replace(title=None) if piece.title and gone(piece.title) else piece
            for piece in now.pending
        )
        title = None if now.title and gone(now.title) else now.title
        self._reduction = replace(now, pending=kept, title=title)
        self._feed([Tick()])
        self._commit(self._clock.stamp().mono_ms)
        self._ledger.take(
            (), open_spans(self._reduction), now.at.mono_ms if now.at else 0
        )

    def close(self) -> None:
        """End tracking: everything is final and on disk; closes the sources."""
        self._feed([Stop()])
        self._commit(self._clock.stamp().mono_ms)
        self._desktop.close()

    def _feed(self, facts: Iterable[Fact]) -> None:
        before = state_of(self._reduction)
        for fact in facts:
            at = self._clock.stamp()
            self._take(Observed(at, self._allowed(fact)))
            if isinstance(fact, Sleep):
                self._commit(at.mono_ms)
                self._desktop.settled()
        now_ms = self._clock.stamp().mono_ms
        at_screen = state_of(self._reduction) in SCREEN_STATES
        self._beat_ms = now_ms + BEAT_MS if at_screen and self._running else None
        if before in SCREEN_STATES and not at_screen:
            self._commit(now_ms)

    def _commit(self, now_ms: int) -> None:
        was_in_trouble = self._ledger.trouble is not None
        if self._ledger.commit(now_ms) and was_in_trouble:
            self._today = None  # the database may know more of today than we do

    def _take(self, seen: Observed) -> None:
        for tell in self.observers:
            tell(seen)
        today = self._day(seen.at)
        before = self._reduction.pending
        self._reduction, final = step(
            self._reduction, seen, idle_after_ms=self._options.idle_after_ms
        )
        pending = self._reduction.pending
        if not final and _only_longer(before, pending):
            self._ledger.beat(pending[-1].dur_ms)
            return
        today.add(final)
        self._ledger.take(final, open_spans(self._reduction), seen.at.mono_ms)

    @property
    def _running(self) -> bool:
        return self._reduction.at is not None

    def _allowed(self, fact: Fact) -> Fact:
        """The fact without what the user does not want stored."""
        if not isinstance(fact, Focus) or fact.app is None:
            return fact
        if fact.app.casefold() in self._excluded:
            return Focus(None)
        if fact.title is None or not self._options.titles:
            return Focus(fact.app)
        return Focus(fact.app, told(fact.title))

    def _day(self, now: Stamp) -> Today:
        """Today's totals; a new day starts from what is stored of it."""
        if self._today is not None and self._today.holds(now, self._reduction.zone):
            return self._today
        self._today = Today.at(now, self._reduction.zone, self._options.day_start_min)
        self._today.load(self._past.day_totals(self._today.day))
        self._today.add(self._ledger.unsaved)
        return self._today

    def _shown_notices(self) -> tuple[str, ...]:
        trouble = self._ledger.trouble
        kept = () if trouble is None else (f"screen time is kept in memory: {trouble}",)
        return (*kept, *self._notices(), *self._desktop.missing)


def _only_longer(before: tuple[Piece, ...], after: tuple[Piece, ...]) -> bool:
    """Whether nothing happened but that the last piece went on."""
    if not before or len(before) != len(after) or before[:-1] != after[:-1]:
        return False
    return before[-1]._replace(dur_ms=0) == after[-1]._replace(dur_ms=0)
