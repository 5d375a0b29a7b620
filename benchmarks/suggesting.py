"""How long does a suggestion take over 500 people and five years?

Five years of screen time, check-ins and suggestions lie in a database; then the moment
is judged and somebody chosen, as ``unplug suggest`` does it. The first time of a day
works out what is usual and how long stretches are; both are shown. CPU time counts: it
stays the same beside other work.

    python -m benchmarks.suggesting [--people 500] [--years 5]
"""

import argparse
import random
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes import FakeClock
from unplug.clock import to_ms
from unplug.engine.people.door import People
from unplug.engine.screen_time.usual import UsualDays
from unplug.engine.suggestions.checking_in import CheckingIn
from unplug.engine.suggestions.known_people import KnownPeople
from unplug.engine.suggestions.memory import Memory
from unplug.engine.suggestions.usage_high import Judge
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Contact, FreeTime
from unplug.people.partial_date import PartialDate
from unplug.settings.sections import Suggestions
from unplug.store.database import Database
from unplug.store.people.changing import Changes
from unplug.store.people.checkins import Logged
from unplug.store.stretches import Stretches
from unplug.store.suggestions import Suggested, SuggestionStore
from unplug.store.usage import UsageStore
from unplug.suggest.inputs import Break, Breakpoint, Moment
from unplug.suggest.policy import Suggestion
from unplug.suggest.seasons import season_in
from unplug.usage.states import ScreenSpan, State

NOW = datetime(2027, 3, 16, 17, 0, tzinfo=UTC)
TARGET_MS = 20.0
START_MIN = 240
ROUNDS = 50
SPANS_A_DAY = 120
MINUTE = timedelta(minutes=1)
CIRCLES = ("close", "friends", "wider", "dormant", "work")


def fill(database: Database, clock: FakeClock, people: int, years: int) -> None:
    """Five years of a life with many friends."""
    rng = random.Random("suggesting")
    usage = UsageStore(database, START_MIN)
    for ago in range(365 * years, -1, -1):
        start = NOW.replace(hour=6) - timedelta(days=ago)
        day = [
            ScreenSpan(
                to_ms(start + 5 * i * MINUTE),
                rng.randint(60_000, 290_000),
                State.ACTIVE if i % 7 else State.IDLE,
                f"app{i % 9}" if i % 7 else None,
            )
            for i in range(SPANS_A_DAY if ago else 131)
        ]
        usage.append(day, usage.last_commit_id + 1)
    cards = [_card(rng, number) for number in range(people)]
    book = People(clock=clock, database=lambda: database).book
    book.change(Changes(kind="import", put=cards, today=book.today))
    for number in range(people * years):
        uid = f"p{rng.randrange(people)}"
        on = (NOW - timedelta(days=rng.randrange(1, 365 * years))).date()
        kind = rng.choice(list(CheckInKind))
        felt = rng.randint(1, 5)
        check_in = CheckIn(kind=kind, people=frozenset({uid}), on=on, felt=felt)
        book.store.log(Logged(str(number), check_in, ""))
    made = [_made(rng, people, ago) for ago in range(2, 365 * years, 2)]
    SuggestionStore(database).keep(*made)


def _card(rng: random.Random, number: int) -> Contact:
    free = tuple(FreeTime(rng.randrange(7), 18, 22) for _ in range(number % 3))
    return Contact(
        uid=f"p{number}",
        full_name=f"Person {number}",
        circle=CIRCLES[number % len(CIRCLES)],
        closeness=rng.randint(1, 5),
        birthday=PartialDate(1980, rng.randint(1, 12), rng.randint(1, 28)),
        free_times=tuple(dict.fromkeys(free)),
        zone=rng.choice(("", "", "", "America/New_York")),
    )


def _made(rng: random.Random, people: int, ago: int) -> Suggested:
    at_ms = to_ms(NOW - timedelta(days=ago))
    return Suggested(
        key=str(ago),
        person=f"p{rng.randrange(people)}",
        at_ms=at_ms,
        activity="walk",
        way="meet",
        slot_start_ms=at_ms + 86_400_000,
        slot_end_ms=at_ms + 90_000_000,
        why="",
        answer=rng.choice(("planned", "not now", "ignored")),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--years", type=int, default=5)
    asked = parser.parse_args()
    clock = FakeClock(to_ms(NOW), "Europe/Madrid")
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Database(Path(folder), clock)) as database,
    ):
        fill(database, clock, asked.people, asked.years)
        first_ms, again_ms, found = _measure(database, clock)
    met = again_ms <= TARGET_MS and found
    print(f"{'the first of a day':>24}  {first_ms:6.1f} ms")
    print(f"{'after that, median':>24}  {again_ms:6.1f} ms  (at most {TARGET_MS:.0f})")
    verdict = "met" if met else "missed" if found else "nobody was suggested"
    print(f"suggesting: {asked.people} people, {asked.years} years, {verdict}")
    return 0 if met else 1


def _measure(database: Database, clock: FakeClock) -> tuple[float, float, bool]:
    stored = UsageStore(database, START_MIN)
    judge = Judge(
        stored=stored,
        stretches=Stretches(database.connection),
        usual=UsualDays(stored, START_MIN),
        day_start_min=START_MIN,
    )
    people = People(clock=clock, database=lambda: database)
    checking_in = CheckingIn(
        Memory(
            shelf=lambda: SuggestionStore(database),
            chosen=Suggestions,
            day_start_min=START_MIN,
        ),
        KnownPeople(people.book.store),
    )
    zone, took, found = clock.zone(), [], False
    for _ in range(ROUNDS):
        began = time.process_time()
        moment = Moment(
            now=NOW,
            zone=zone,
            usage=judge.usage(to_ms(NOW), zone),
            breakpoint=Breakpoint(Break.UNLOCK),
            season=season_in(zone.key, NOW.date()),
        )
        found = isinstance(checking_in.decide(moment), Suggestion)
        took.append((time.process_time() - began) * 1000)
    return took[0], sorted(took[1:])[len(took) // 2], found


if __name__ == "__main__":
    sys.exit(main())
