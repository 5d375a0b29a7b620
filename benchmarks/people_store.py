"""How long people take in the database: in, in again, found, looked at, forgotten.

    python -m benchmarks.people_store [--people 10000]

The import is measured as the command does it: the file is read, planned against who is
there, and committed. Judged by processor time, which other programs do not lengthen.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from benchmarks._cards import card
from unplug.clock import SystemClock
from unplug.engine.people.door import People
from unplug.engine.people.files import Choices
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.store.database import Database

IMPORT_S = 3.0
FIND_MS = 10.0
QUERIES = ("jose", "mül", "schmidt anna", "+49 176", "@example.org", "zzzz", "e e e e")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=10_000)
    options = parser.parse_args()
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "made-up.vcf"
        text = "".join(card(rng, number) for number in range(options.people))
        file.write_text(text, "utf-8")
        with closing(Database(folder / "data", SystemClock())) as database:
            return measure(database, file, rng)


def measure(database: Database, file: Path, rng: random.Random) -> int:
    people = People(clock=SystemClock(), database=lambda: database)

    def take_in() -> str:
        job = people.start_import([file], Choices(), lambda _: None)
        assert job.result is not None
        return f"{job.result.new} new, {job.result.unchanged} unchanged"

    import_s = told("import", take_in)
    told("the same again", take_in)
    book = people.book
    find_ms = max(typical(lambda q=query: book.find(q)) for query in QUERIES)  # type: ignore[misc]
    uids = book.uids()
    for uid in rng.sample(uids, min(500, len(uids))):
        on = book.today - timedelta(days=rng.randrange(1, 900))
        book.log(
            CheckIn(kind=CheckInKind.IN_PERSON, people=frozenset({uid}), on=on, felt=4)
        )
    print(f"find: slowest typical {find_ms:.2f} ms (at most {FIND_MS:.0f})")
    print(f"everybody at a glance: {typical(book.people):.1f} ms")
    print(f"their UIDs by name: {typical(book.uids):.1f} ms")
    print(f"60 rows of the list: {typical(lambda: book.some(uids[500:560])):.2f} ms")
    print(f"one card: {typical(lambda: book.card(uids[77])):.2f} ms")
    told("forget one", lambda: str(len(people.forget(uids[0]).uids)))
    size = database.files.database.stat().st_size / len(uids)
    print(f"{size:.0f} bytes a person")
    return 0 if import_s <= IMPORT_S and find_ms <= FIND_MS else 1


def told(what: str, do: Callable[[], str]) -> float:
    start, start_cpu = time.perf_counter(), time.process_time()
    said = do()
    cpu_s, passed_s = time.process_time() - start_cpu, time.perf_counter() - start
    print(f"{what}: {said}; {cpu_s:.2f} s of processor time, {passed_s:.2f} s passed")
    return cpu_s


def typical(do: Callable[[], object]) -> float:
    """The median of a few, in milliseconds."""
    times = []
    for _ in range(15):
        start = time.perf_counter()
        do()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000


if __name__ == "__main__":
    sys.exit(main())
