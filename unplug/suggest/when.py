"""Whether now is a moment to speak up: usage is high, and no gate is shut.

Every gate that is shut gives a refusal with a sentence, so that ``unplug suggest`` can
say why it is silent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from unplug.clock import to_ms
from unplug.days import day_number, offset_quarters
from unplug.suggest import constants as c
from unplug.suggest import high
from unplug.suggest.asking import Answer, Question, block_of
from unplug.suggest.inputs import Asked, Break, Breakpoint, Busy, Inputs
from unplug.suggest.weekly import covered


class Reason(Enum):
    """Why nothing is suggested."""

    OFF = "off"
    STOPPED = "stopped"
    PAUSED = "paused"
    QUIET_HOURS = "quiet hours"
    BUSY = "busy"
    USUAL = "usual"
    UNWELCOME_TIME = "unwelcome time"
    AVOIDED_TIME = "avoided time"
    LEARNT_TIME = "learnt time"
    NO_BREAKPOINT = "no breakpoint"
    JUST_ASKED = "just asked"
    DAY_SPENT = "day spent"
    WEEK_SPENT = "week spent"
    BACKING_OFF = "backing off"
    ASK_FIRST = "ask first"
    ENOUGH = "enough"
    NOBODY = "nobody"
    NOT_DUE = "not due"
    NO_SLOT = "no slot"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason for silence, with a sentence for people."""

    reason: Reason
    sentence: str


_BUSY = {
    Busy.SESSION: "You are in a device-free session.",
    Busy.CALL: "You are in a call.",
    Busy.SHARING: "Your screen is being shared.",
    Busy.PRESENTING: "You are presenting.",
    Busy.FULL_SCREEN: "Something fills the screen.",
    Busy.DO_NOT_DISTURB: "Do-not-disturb is on.",
}


def refusals(inputs: Inputs) -> Iterator[Refusal]:
    """Every reason to be silent now, the weightiest first; none at all: speak."""
    local = inputs.moment.now.astimezone(inputs.moment.zone)
    yield from _forbidden(inputs)
    yield from _wrong_moment(inputs, local)
    yield from _too_often(inputs)
    if _seldom_welcome(inputs, local):
        sentence = "Suggestions at this time were seldom taken up."
        yield Refusal(Reason.LEARNT_TIME, sentence)


def _forbidden(inputs: Inputs) -> Iterator[Refusal]:
    """What the user has ruled out for good or for a while."""
    asking = inputs.asking
    if not inputs.wishes.on:
        yield Refusal(Reason.OFF, "Suggestions are switched off.")
    if asking.stopped:
        yield Refusal(Reason.STOPPED, "You asked for no more suggestions.")
    if asking.paused_until is not None and inputs.moment.now < asking.paused_until:
        until = asking.paused_until.astimezone(inputs.moment.zone)
        sentence = f"Suggestions are paused until {until:%Y-%m-%d %H:%M}."
        yield Refusal(Reason.PAUSED, sentence)


def _wrong_moment(inputs: Inputs, local: datetime) -> Iterator[Refusal]:
    moment, wishes = inputs.moment, inputs.wishes
    if covered(wishes.quiet, local):
        yield Refusal(Reason.QUIET_HOURS, "These are your quiet hours.")
    for busy, sentence in _BUSY.items():
        if busy in moment.busy:
            yield Refusal(Reason.BUSY, sentence)
    if not high.signs(moment.usage, wishes, local):
        yield Refusal(Reason.USUAL, "Screen time is not above your usual.")
    if wishes.welcome and not covered(wishes.welcome, local):
        sentence = "Suggestions are welcome at other times."
        yield Refusal(Reason.UNWELCOME_TIME, sentence)
    if block_of(local) in inputs.asking.avoid:
        sentence = "You asked for other times than this."
        yield Refusal(Reason.AVOIDED_TIME, sentence)
    if not _is_seam(moment.breakpoint):
        sentence = "You are in the middle of something."
        yield Refusal(Reason.NO_BREAKPOINT, sentence)


def _is_seam(at: Breakpoint | None) -> bool:
    if at is None:
        return False
    least_ms = {Break.RETURN: c.RETURN_IDLE_MS, Break.APP_CLASS: c.SAME_CLASS_MS}
    return at.after_ms >= least_ms.get(at.kind, 0)


def _too_often(inputs: Inputs) -> Iterator[Refusal]:
    """Cool-downs, budgets and the back-off after suggestions that were ignored."""
    moment, asking = inputs.moment, inputs.asking
    latest = moment.now + c.AHEAD_MOST
    days = _Days(moment.zone, inputs.wishes.day_start_min)
    today = days.of(moment.now)
    span_days, most = c.FEWER[min(asking.fewer, len(c.FEWER) - 1)]
    earliest = moment.now - timedelta(days=max(span_days, 7) + 1)
    asked = [
        (each, days.of(each.at))
        for each in inputs.past
        if earliest < each.at <= latest and not each.instead
    ]
    if any(moment.now - each.at < c.SINCE_LAST for each, _ in asked):
        yield Refusal(Reason.JUST_ASKED, "The last suggestion was under 3 hours ago.")
    if _today_is_spent([each for each, day in asked if day >= today], inputs):
        yield Refusal(Reason.DAY_SPENT, "That is it for today.")
    if sum(day > today - span_days for _, day in asked) >= most:
        sentence = f"There were {most} suggestions in the last {span_days} days."
        yield Refusal(Reason.WEEK_SPENT, sentence)
    ignored_at = asking.last_ignored_at
    if ignored_at is not None and ignored_at <= latest:
        skip = skip_days(asking.ignored_in_row)
        if today - days.of(ignored_at) <= skip:
            sentence = (
                f"The last {asking.ignored_in_row} went unanswered; unplug waits."
            )
            yield Refusal(Reason.BACKING_OFF, sentence)
    if asking.question is Question.DUE:
        sentence = "Three went unanswered: first say how you would like it."
        yield Refusal(Reason.ASK_FIRST, sentence)


def skip_days(ignored_in_row: int) -> int:
    """How many whole days stay silent after so many ignored suggestions in a row."""
    if ignored_in_row < 1:
        return 0
    return int(min(2 ** min(ignored_in_row - 1, 10), c.SKIP_DAYS_MOST))


def _today_is_spent(asked: list[Asked], inputs: Inputs) -> bool:
    # "Not now" is said to the day; the second of two a day is not a second try.
    turned_away = any(each.answer is Answer.NOT_NOW for each in asked)
    return turned_away or len(asked) >= inputs.wishes.per_day


def _seldom_welcome(inputs: Inputs, local: datetime) -> bool:
    """Whether suggestions in these hours of the week were hardly ever taken up."""
    moment, block = inputs.moment, block_of(local)
    shown = taken = 0
    for each in inputs.past:
        recent = moment.now - c.LEARN_FROM < each.at <= moment.now
        if not recent or each.instead or each.answer is None:
            continue
        if block_of(each.at.astimezone(moment.zone)) == block:
            shown += 1
            taken += each.answer in {Answer.PLANNED, Answer.SOMEONE_ELSE}
    return shown >= c.LEARN_LEAST and (taken + 1) / (shown + 2) < c.SELDOM


class _Days:
    """Local day numbers."""

    def __init__(self, zone: ZoneInfo, day_start_min: int) -> None:
        self._zone = zone
        self._start_min = day_start_min

    def of(self, at: datetime) -> int:
        """The local day of an instant, in days since 1970-01-01."""
        ms = to_ms(at)
        return day_number(ms, offset_quarters(ms, self._zone), self._start_min)
