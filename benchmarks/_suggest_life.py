"""One life of a simulated person with one player, and what came of it."""

import math
import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from benchmarks import _suggest_world as w
from benchmarks._suggest_world import BASE, DAY, DAYS, START, Friend, Seam, User
from unplug.suggest.asking import Answer, Wish
from unplug.suggest.slots import Slot, Way
from unplug.suggest.weekly import covered

HALVES_D = 4.0


@dataclass(slots=True)
class Offer:
    """A player speaks up."""

    friend: Friend
    slot: Slot


class Player(Protocol):
    """Something that speaks up at some seams and learns what came of it."""

    def begin(self, life: "Life") -> None: ...

    def seams(self, day: int) -> list[Seam]: ...

    def offer(self, seam: Seam) -> Offer | None: ...

    def answered(self, offer: Offer, at: datetime, answer: Answer) -> None: ...

    def logged(self, friend: Friend, at: datetime, felt: int, way: Way) -> None: ...


class Asks(Protocol):
    """A player that also asks how it should go on."""

    def question_due(self, seam: Seam) -> bool: ...

    def wished(self, wish: Wish | None, at: datetime) -> None: ...


@dataclass(slots=True)
class Outcome:
    """What a life came to."""

    worth: float = 0.0
    days: int = 0
    shown: int = 0
    accepted: int = 0
    quit: bool = False


class Life:
    """Half a year; see ``_suggest_world`` for what is assumed."""

    def __init__(self, user: User, regime: str, luck: int) -> None:
        self.user = user
        self.base = BASE[regime]
        self.luck = luck
        self.friends = [replace(friend) for friend in user.friends]
        self.annoyed = 0.0
        self.annoyed_at = START
        self.mood = 1.0
        self.result = Outcome()
        self.coming: list[tuple[datetime, Friend, Way]] = []
        self.asks: Asks | None = None

    def run(self, player: Player) -> Outcome:
        player.begin(self)
        for day in range(DAYS):
            self._morning(day, player)
            for number, seam in enumerate(player.seams(day)):
                self._pass_until(seam.at, player)
                self._seam(seam, number, player)
                if self.result.quit:
                    return self.result
            self.result.days += 1
        return self.result

    def annoyance(self, at: datetime) -> float:
        return self.annoyed * math.exp2(-((at - self.annoyed_at) / DAY / HALVES_D))

    def accepts(self, friend: Friend, slot: Slot, at: datetime) -> float:
        """How likely a suggestion is to be accepted."""
        return self.ready(at) * self.user.can(slot.start) * likes(friend, at)

    def ready(self, at: datetime) -> float:
        """How open the user is to anybody at all."""
        return self.user.welcomes(at) * self.mood * math.exp(-self.annoyance(at))

    def _morning(self, day: int, player: Player) -> None:
        rng = random.Random(f"{self.user.seed} {self.luck} {day}")
        self.mood = rng.uniform(w.MOOD_LEAST, 1.0)
        noon = START + DAY * day + timedelta(hours=12)
        for friend in self.friends:
            by_chance = 0.5 * friend.affinity / friend.true_cadence_d
            if rng.random() < by_chance and friend.near:
                friend.met_at = noon
                if rng.random() < 0.6:
                    player.logged(friend, noon, self._felt(friend, rng), Way.MEET)

    def _pass_until(self, at: datetime, player: Player) -> None:
        due = [each for each in self.coming if each[0] <= at]
        self.coming = [each for each in self.coming if each[0] > at]
        for end, friend, way in due:
            rng = random.Random(f"{self.user.seed} {self.luck} {end} {friend.uid}")
            half = 1.0 if way is Way.MEET else 0.5
            self.result.worth += half * friend.affinity * friend.need(end)
            friend.met_at = max(friend.met_at, end)
            if rng.random() < 0.8:
                player.logged(friend, end, self._felt(friend, rng), way)

    @staticmethod
    def _felt(friend: Friend, rng: random.Random) -> int:
        return min(max(round(rng.gauss(1 + 4 * friend.affinity, 0.7)), 1), 5)

    def _seam(self, seam: Seam, number: int, player: Player) -> None:
        rng = random.Random(f"{self.user.seed} {self.luck} {seam.at} {number}")
        if self.asks is not None and self.asks.question_due(seam):
            self._ask(seam, rng)
            return
        offer = player.offer(seam)
        if offer is None:
            return
        self.result.shown += 1
        accepted = rng.random() < self.accepts(offer.friend, offer.slot, seam.at)
        before = self.annoyance(seam.at)
        self.annoyed = before + self.user.dose * (0.3 if accepted else 1.0)
        self.annoyed_at = seam.at
        if accepted:
            self._plan(offer, rng)
            player.answered(offer, seam.at, Answer.PLANNED)
            return
        unwelcome = 1.5 if self.user.welcomes(seam.at) < 0.5 else 1.0
        if rng.random() < self.base * (1 + 2 * before) * unwelcome:
            self.result.quit = True
        player.answered(offer, seam.at, self._refusal(offer.friend, rng))

    def _plan(self, offer: Offer, rng: random.Random) -> None:
        self.result.accepted += 1
        slot = offer.slot
        if rng.random() < happens(offer.friend, slot):
            self.coming.append((slot.end, offer.friend, slot.way))

    @staticmethod
    def _refusal(friend: Friend, rng: random.Random) -> Answer:
        drawn = rng.random()
        if drawn < 0.5:
            return Answer.IGNORED
        if drawn < 0.83:
            return Answer.NOT_NOW
        fed_up = friend.affinity < 0.15 and rng.random() < 0.3
        return Answer.NEVER if fed_up else Answer.SOMEONE_ELSE

    def _ask(self, seam: Seam, rng: random.Random) -> None:
        """Three in five answer "fewer, other times, pause, stop?"; one in ten stops."""
        assert self.asks is not None
        wish: Wish | None = None
        if rng.random() < 0.6:
            wishes = (Wish.FEWER, Wish.OTHER_TIMES, Wish.PAUSE, Wish.STOP)
            wish = rng.choices(wishes, (4, 3, 2, 1))[0]
        self.result.quit = wish is Wish.STOP
        self.asks.wished(wish, seam.at)


def likes(friend: Friend, at: datetime) -> float:
    """How much the user would like to see somebody now."""
    pull = friend.affinity * (0.3 + 0.7 * friend.need(at))
    return 1 / (1 + math.exp(-6 * (pull - w.PULL_HALF)))


def happens(friend: Friend, slot: Slot) -> float:
    """How likely a planned meeting comes about."""
    suits = 0.85 if covered(friend.free, slot.start) else 0.2
    return suits + (1 - suits) * 0.35
