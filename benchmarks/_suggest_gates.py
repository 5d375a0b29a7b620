"""Many days of all sorts, each watched for a suggestion that must not have come.

Every simulated person has quiet hours, sessions, a zone, a budget and people who are
never to be suggested, drawn anew; usage is always high and nobody ever says stop, so
that the gates alone hold the suggestions back. What must not happen is judged here from
the raw facts, by rules written a second time, not by asking the policy.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.suggest import answers
from unplug.suggest.asking import Answer, Asking, Question, Wish
from unplug.suggest.inputs import (
    Asked,
    Break,
    Breakpoint,
    Busy,
    Inputs,
    KeptOut,
    Limit,
    Moment,
    Person,
    Usage,
    Wishes,
)
from unplug.suggest.policy import Suggestion, decide
from unplug.suggest.weekly import EVERY_DAY, Weekly

ZONES = (
    *("UTC", "Europe/Madrid", "America/New_York", "Asia/Kathmandu"),
    *("Africa/Casablanca", "Australia/Lord_Howe"),
)
START = datetime(2026, 1, 1, tzinfo=UTC)
FIRSTS_D = 3000
DAYS = 250
HIGH = Usage(limits=(Limit("", 2, 1),))
BUSY = (*Busy, *[None] * 14)
ANSWERS = (Answer.PLANNED, Answer.PLANNED, Answer.SOMEONE_ELSE, *Answer)


@dataclass(slots=True)
class Watched:
    """What was seen."""

    days: int = 0
    moments: int = 0
    shown: int = 0
    wrong: Counter[str] = field(default_factory=Counter)


class Person250:
    """Somebody who is watched for 250 days."""

    def __init__(self, seed: int) -> None:
        rng = self.rng = random.Random(f"gates {seed}")
        self.zone = ZoneInfo(rng.choice(ZONES))
        self.quiet_from, self.quiet_to = rng.randrange(1440), rng.randrange(1, 1441)
        quiet = Weekly(EVERY_DAY, self.quiet_from, self.quiet_to)
        self.wishes = Wishes(quiet=(quiet,), per_day=rng.choice((1, 1, 2)))
        self.start = START + timedelta(days=rng.randrange(FIRSTS_D))
        self.people = tuple(self._person(i) for i in range(rng.randint(3, 12)))
        self.out = {person.uid for person in self.people if person.kept_out}
        self.past: list[Asked] = []
        self.asking = Asking()
        self.seen = Watched()

    def _person(self, number: int) -> Person:
        kept_out = self.rng.choice((None, None, *KeptOut))
        days = self.rng.randrange(400)
        return Person(
            uid=f"p{number}",
            name=f"P{number}",
            closeness=self.rng.randint(3, 5),
            cadence_d=self.rng.choice((14, 30)),
            met_at=self.start - timedelta(days=days),
            dormant=self.rng.random() < 0.2,
            kept_out=frozenset({kept_out} if kept_out else ()),
        )

    def watch(self) -> Watched:
        for day in range(DAYS):
            midnight = self.start + timedelta(days=day)
            for minute in sorted(self.rng.sample(range(1440), self.rng.randint(2, 5))):
                self._moment(midnight + timedelta(minutes=minute))
            self.seen.days += 1
        return self.seen

    def _moment(self, now: datetime) -> None:
        busy = self.rng.choice(BUSY)
        self.seen.moments += 1
        self.asking = answers.step(self.asking, answers.Passed(now))
        if self.asking.question is Question.DUE:
            wish = self.rng.choice((Wish.FEWER, Wish.OTHER_TIMES, Wish.START_AGAIN))
            self.asking = answers.step(self.asking, answers.Wished(wish, now))
        made = decide(
            Inputs(
                moment=Moment(
                    now=now,
                    zone=self.zone,
                    usage=HIGH,
                    breakpoint=Breakpoint(Break.UNLOCK),
                    busy=frozenset({busy} if busy else ()),
                ),
                wishes=self.wishes,
                people=self.people,
                past=tuple(self.past),
                asking=self.asking,
                seed=len(self.past),
            )
        )
        if isinstance(made, Suggestion):
            self._judge(made, now, busy)
            self._answer(made, now)

    def _judge(self, made: Suggestion, now: datetime, busy: Busy | None) -> None:
        wrong, local = self.seen.wrong, now.astimezone(self.zone)
        self.seen.shown += 1
        minute = local.hour * 60 + local.minute
        if self.quiet_from < self.quiet_to:
            quiet = self.quiet_from <= minute < self.quiet_to
        else:
            quiet = minute >= self.quiet_from or minute < self.quiet_to
        wrong["in quiet hours"] += quiet
        if busy is not None:
            wrong[f"in {busy.value}"] += 1
        warm_up = {made.warm_up.uid} if made.warm_up else set()
        shown = {made.person.uid, *warm_up, *(c.person.uid for c in made.candidates)}
        wrong["of somebody kept out"] += bool(shown & self.out)
        wrong["of somebody never wanted"] += bool(shown & self.asking.never)
        times = [each.at for each in self.past]
        wrong["within 3 hours"] += any(now - at < timedelta(hours=3) for at in times)
        wrong["sixth in 7 days"] += (
            sum(now - at < timedelta(days=6) for at in times) > 4
        )
        today = self._day(now)
        on_day = sum(self._day(at) == today for at in times)
        wrong["over the day's budget"] += on_day >= self.wishes.per_day
        same = [each.at for each in self.past if each.uid == made.person.uid]
        wrong["same person in 36 h"] += any(
            now - at < timedelta(hours=36) for at in same
        )
        late = made.slot.start - now > timedelta(hours=72)
        wrong["without a slot"] += late or made.slot.start <= now

    def _day(self, at: datetime) -> object:
        local = at.astimezone(self.zone).replace(tzinfo=None)
        return (local - timedelta(hours=4)).date()

    def _answer(self, made: Suggestion, now: datetime) -> None:
        key, uid = now.isoformat(), made.person.uid
        self.asking = answers.step(
            self.asking, answers.Suggested(key, uid, now, self.zone)
        )
        answer = self.rng.choice(ANSWERS)
        if answer is Answer.NEVER and self.rng.random() < 0.9:
            answer = Answer.NOT_NOW
        end = made.slot.end if answer is Answer.PLANNED else None
        old = now - timedelta(days=20)
        self.past = [each for each in self.past if each.at > old]
        self.past.append(Asked(uid, now, answer, made.slot.start, end))
        if answer is not Answer.IGNORED:
            said = answers.Answered(key, uid, answer, now, end)
            self.asking = answers.step(self.asking, said)


def watched(seed: int) -> Watched:
    """Watch one person."""
    return Person250(seed).watch()
