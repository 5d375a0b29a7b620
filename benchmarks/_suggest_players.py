"""Those who speak up: our policy, what other programs do, and one who knows all."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from benchmarks._suggest_life import Life, Offer, happens, likes
from benchmarks._suggest_world import DAY, START, ZONE, Friend, Seam, User
from unplug.suggest import answers
from unplug.suggest.asking import Answer, Asking, Question, Wish
from unplug.suggest.high import signs
from unplug.suggest.inputs import (
    Asked,
    Break,
    Breakpoint,
    Busy,
    Inputs,
    KeptOut,
    Moment,
    Person,
    Usage,
    Usual,
    Wishes,
)
from unplug.suggest.policy import Suggestion, decide
from unplug.suggest.slots import LIKELY_FREE, Finder, Slot, Way
from unplug.suggest.weekly import Weekly
from unplug.suggest.when import Reason, refusals

LONG_STRETCH_MS = 76 * 60_000  # the 85th percentile of an exponential of 40 min
KEPT_PAST_D = 100


class Base:
    """What all players share: the life they are in, and who was last met."""

    def begin(self, life: Life) -> None:
        self.life = life
        self.met: dict[str, datetime] = {f.uid: f.met_at for f in life.friends}
        self.never = {f.uid for f in life.friends if f.never}

    def seams(self, day: int) -> list[Seam]:
        return self.life.user.seams[day]

    def answered(self, offer: Offer, at: datetime, answer: Answer) -> None:
        del at
        if answer is Answer.NEVER:
            self.never.add(offer.friend.uid)

    def logged(self, friend: Friend, at: datetime, felt: int, way: Way) -> None:
        del felt, way
        self.met[friend.uid] = at

    def known(self) -> list[Friend]:
        return [f for f in self.life.friends if f.uid not in self.never]

    def most_overdue(self, at: datetime) -> Friend:
        return max(self.known(), key=lambda f: (at - self.met[f.uid]) / f.cadence_d)


def usage_of(seam: Seam) -> Usage:
    """What an app can know of the use of the screen at a seam."""
    return Usage(
        screen_ms=seam.screen_ms,
        usual=Usual(seam.median_ms, seam.mad_ms, 20),
        stretch_ms=seam.stretch_ms,
        long_stretch_ms=LONG_STRETCH_MS,
    )


def simple_slot(friend: Friend, at: datetime) -> Slot:
    """The next likely evening or weekend, without looking at anybody's free times."""
    person = Person(uid=friend.uid, name=friend.uid, near=friend.near)
    return Finder(Moment(now=at, zone=ZONE), Wishes()).slots(person)[0]


class MostOverdue(Base):
    """Every day, at the first seam, whoever is most overdue."""

    name = "most overdue, daily"

    def seams(self, day: int) -> list[Seam]:
        return super().seams(day)[:1]

    def offer(self, seam: Seam) -> Offer | None:
        friend = self.most_overdue(seam.at)
        return Offer(friend, simple_slot(friend, seam.at))


class FixedInterval(Base):
    """Every third day at the first seam, one friend after the other."""

    name = "fixed interval"

    def begin(self, life: Life) -> None:
        super().begin(life)
        self.turn = 0

    def seams(self, day: int) -> list[Seam]:
        return super().seams(day)[:1] if day % 3 == 0 else []

    def offer(self, seam: Seam) -> Offer | None:
        friends = self.known()
        friend = friends[self.turn % len(friends)]
        self.turn += 1
        return Offer(friend, simple_slot(friend, seam.at))


class Nag(Base):
    """A limit of four hours, then every 30 minutes until 23:00."""

    name = "4 h limit, every 30 min"

    def seams(self, day: int) -> list[Seam]:
        over = [s for s in super().seams(day) if s.screen_ms > 4 * 3_600_000]
        if not over:
            return []
        end = START + DAY * day + timedelta(hours=23)
        times = (end - over[0].at) // timedelta(minutes=30)
        half_hours = (over[0].at + timedelta(minutes=30 * i) for i in range(times + 1))
        return [replace(over[0], at=at) for at in half_hours]

    def offer(self, seam: Seam) -> Offer | None:
        friend = self.most_overdue(seam.at)
        return Offer(friend, simple_slot(friend, seam.at))


class Chance(Base):
    """At one seam in twenty, anybody."""

    name = "random"

    def offer(self, seam: Seam) -> Offer | None:
        rng = random.Random(f"chance {self.life.user.seed} {seam.at}")
        if rng.random() > 0.05:
            return None
        friend = rng.choice(self.known())
        return Offer(friend, simple_slot(friend, seam.at))


class Ours(Base):
    """unplug's policy.

    Args:
        told: whether the two questions of the onboarding were answered.
        own_told: whether the user said which evenings are taken, too.
    """

    def __init__(self, *, told: bool, own_told: bool = False) -> None:
        self.told = told
        self.own_told = own_told

    def begin(self, life: Life) -> None:
        super().begin(life)
        life.asks = self
        user = life.user
        self.wishes = Wishes(
            welcome=user.told_welcome if self.told else (),
            wind_down_min=user.wind_down_min,
            free=own_free(user) if self.own_told else (),
        )
        self.people = {f.uid: self._person(f) for f in life.friends}
        self.past: list[Asked] = []
        self.asking = Asking()
        self.why_silent: dict[Reason, int] = {}

    def _person(self, friend: Friend) -> Person:
        return Person(
            uid=friend.uid,
            name=friend.uid,
            closeness=friend.closeness,
            cadence_d=friend.cadence_d,
            dormant=friend.circle == "dormant",
            met_at=friend.met_at if friend.near else None,
            called_at=None if friend.near else friend.met_at,
            free=friend.told_free if self.told else (),
            near=friend.near,
            kept_out=frozenset({KeptOut.NEVER} if friend.never else ()),
        )

    def inputs(self, seam: Seam) -> Inputs:
        return Inputs(
            moment=Moment(
                now=seam.at,
                zone=ZONE,
                usage=usage_of(seam),
                breakpoint=Breakpoint(Break.UNLOCK),
                busy=frozenset({Busy.CALL} if seam.busy else ()),
            ),
            wishes=self.wishes,
            people=tuple(self.people.values()),
            past=tuple(self.past),
            asking=self.asking,
            seed=self.life.user.seed,
        )

    def offer(self, seam: Seam) -> Offer | None:
        self.asking = answers.step(self.asking, answers.Passed(seam.at))
        made = decide(self.inputs(seam))
        if not isinstance(made, Suggestion):
            reason = made.silent_because.reason
            self.why_silent[reason] = self.why_silent.get(reason, 0) + 1
            return None
        uid = made.person.uid
        friend = next(f for f in self.life.friends if f.uid == uid)
        key = seam.at.isoformat()
        said = answers.Suggested(key, uid, seam.at, ZONE)
        self.asking = answers.step(self.asking, said)
        return Offer(friend, made.slot)

    def answered(self, offer: Offer, at: datetime, answer: Answer) -> None:
        uid, plan_end = offer.friend.uid, None
        if answer is Answer.PLANNED:
            plan_end = offer.slot.end
        old = at - timedelta(days=KEPT_PAST_D)
        self.past = [each for each in self.past if each.at > old]
        start = offer.slot.start
        self.past.append(Asked(uid, at, answer, start, plan_end))
        said = answers.Answered(at.isoformat(), uid, answer, at, plan_end)
        self.asking = answers.step(self.asking, said)

    def logged(self, friend: Friend, at: datetime, felt: int, way: Way) -> None:
        at, person = at.astimezone(UTC), self.people[friend.uid]
        if way is Way.MEET:
            new = replace(person, met_at=at, felt=(felt, *person.felt))
        else:
            new = replace(person, called_at=at, felt=(felt, *person.felt))
        self.people[friend.uid] = new

    def question_due(self, seam: Seam) -> bool:
        if self.asking.question is not Question.DUE:
            return False
        first = next(refusals(self.inputs(seam)), None)
        return first is not None and first.reason is Reason.ASK_FIRST

    def wished(self, wish: Wish | None, at: datetime) -> None:
        self.asking = answers.step(self.asking, answers.QuestionPut())
        if wish is not None:
            self.asking = answers.step(self.asking, answers.Wished(wish, at))


def own_free(user: User) -> tuple[Weekly, ...]:
    """The likely evenings and weekends, without the evenings that are taken."""
    taken = {day for weekly in user.taken for day in weekly.days}
    return tuple(
        replace(likely, days=tuple(day for day in likely.days if day not in taken))
        for likely in LIKELY_FREE
    )


class Oracle(Base):
    """Knows everything hidden, and speaks where the expected worth is above a bar.

    It keeps the rules of the house: quiet hours, calls, two a day, five a week, and
    silence while usage is as usual, which ``any_time`` leaves out. The bar is the best
    of a few, found in other lives of the same person.
    """

    def __init__(self, bar: float, *, any_time: bool = False) -> None:
        self.bar = bar
        self.any_time = any_time

    def begin(self, life: Life) -> None:
        super().begin(life)
        self.wishes = Wishes(wind_down_min=life.user.wind_down_min)
        self.shown: list[datetime] = []
        self.day = -1
        self.slots: list[tuple[Friend, Slot, float]] = []
        self.planned: dict[str, datetime] = {}

    def offer(self, seam: Seam) -> Offer | None:
        if seam.busy or seam.at.hour >= 22 or not self._may(seam):
            return None
        self._look_ahead(seam.at)
        best: tuple[float, Friend, Slot] | None = None
        now = self.life.ready(seam.at)
        for friend, slot, suits in self.slots:
            taken = self.planned.get(friend.uid, START) > seam.at
            if taken or slot.start - seam.at < timedelta(hours=3):
                continue
            half = 1.0 if slot.way is Way.MEET else 0.5
            worth = half * friend.affinity * friend.need(slot.end)
            worth *= suits * now * likes(friend, seam.at)
            if best is None or worth > best[0]:
                best = worth, friend, slot
        if best is None or best[0] < self.bar:
            return None
        self.shown.append(seam.at)
        return Offer(best[1], best[2])

    def answered(self, offer: Offer, at: datetime, answer: Answer) -> None:
        del at
        if answer is Answer.PLANNED:
            self.planned[offer.friend.uid] = offer.slot.end

    def _may(self, seam: Seam) -> bool:
        at = seam.at
        if not self.any_time and not signs(usage_of(seam), self.wishes, at):
            return False
        week = sum(each > at - DAY * 7 for each in self.shown)
        today = sum(each.date() == at.date() for each in self.shown)
        return week < 5 and today < 2

    def _look_ahead(self, at: datetime) -> None:
        """Once a day: everybody's slot that suits best, by what really is."""
        day = (at - START) // DAY
        if day == self.day:
            return
        self.day, self.slots = day, []
        finder = Finder(Moment(now=at, zone=ZONE), Wishes())
        for friend in self.known():
            person = Person(
                uid=friend.uid, name=friend.uid, near=friend.near, free=friend.free
            )
            slots = finder.slots(person) or finder.slots(replace(person, free=()))
            user = self.life.user
            if slots:
                suits = {s: user.can(s.start) * happens(friend, s) for s in slots}
                best = max(slots, key=lambda s: suits[s])
                self.slots.append((friend, best, suits[best]))
