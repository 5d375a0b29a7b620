"""Imports beside everything else, and sessions that become check-ins."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from unplug.engine.people.door import People
from unplug.engine.people.files import Choices
from unplug.engine.people.jobs import ImportJob
from unplug.engine.sessions.news import SessionFelt, SessionOver, SessionTakenBack
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.people.contact import Contact
from unplug.store.database import Database

KIM = "BEGIN:VCARD\nUID:kim\nFN:Kim\nEND:VCARD\n"
EVENING = datetime(2025, 12, 30, 18, 0, tzinfo=UTC)


class Desk:
    """People with a worker that a test serves."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.worker = Worker()
        self.people = People(
            clock=FakeClock(), database=lambda: database, worker=self.worker
        )
        self.folder = folder

    def file(self, cards: int, name: str = "a.vcf") -> Path:
        path = self.folder / name
        many = (
            f"BEGIN:VCARD\nUID:u{n}\nFN:Somebody {n}\nEND:VCARD\n" for n in range(cards)
        )
        path.write_text("".join(many), "utf-8")
        return path

    def served(self, job: ImportJob) -> ImportJob:
        while not job.ended:
            self.worker.dispatch()
        return job


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Database(tmp_path / "data", FakeClock())) as database:
        made = Desk(database, tmp_path)
        yield made
        made.worker.close()


def test_an_import_tells_how_far_it_is_and_changes_nothing_before_its_end(
    desk: Desk,
) -> None:
    seen: list[tuple[int, int]] = []

    def told(job: ImportJob) -> None:
        if not job.ended:
            seen.append((job.progress.done, len(desk.people.book.uids())))

    job = desk.people.start_import([desk.file(700)], Choices(), told)
    desk.served(job)
    assert job.result is not None
    assert job.result.new == 700
    assert seen
    assert all(there == 0 for _, there in seen)


def test_an_import_that_is_given_up_leaves_nothing(desk: Desk) -> None:
    job = desk.people.start_import([desk.file(20_000)], Choices())
    job.cancel()
    desk.served(job)
    assert job.cancelled
    assert desk.people.book.uids() == []
    assert desk.people.book.changes() == ()
    again = desk.served(desk.people.start_import([desk.file(3)], Choices()))
    assert again.result is not None
    assert again.result.new == 3


def test_people_who_change_meanwhile_have_it_planned_anew(desk: Desk) -> None:
    desk.people.book.put(Contact(uid="first", full_name="First"))
    file = desk.folder / "a.vcf"
    file.write_text(KIM, "utf-8")
    job = desk.people.start_import([file], Choices())
    while not desk.worker._said:  # it is planned, and not taken in yet
        pass
    desk.people.book.put(Contact(uid="kim", full_name="Kim", city="Bonn"))
    desk.served(job)
    assert job.result is not None
    assert (job.result.new, job.result.unchanged + job.result.merged) == (0, 1)
    assert desk.people.book.card("kim").city == "Bonn"


def test_two_imports_at_once_are_refused(desk: Desk) -> None:
    job = desk.people.start_import([desk.file(500)], Choices())
    with pytest.raises(UnplugError, match="two at once"):
        desk.people.start_import([desk.file(1, "b.vcf")], Choices())
    desk.served(job)


def test_a_file_that_cannot_be_read_is_told_at_the_end(desk: Desk) -> None:
    job = desk.served(desk.people.start_import([desk.folder / "no.vcf"], Choices()))
    assert "cannot read an address book" in str(job.error)


def over(outcome: str = "kept", *, minutes: int = 90, person: str | None = "kim"):  # noqa: ANN201
    return SessionOver(
        session="s1",
        plans=(),
        outcome=outcome,
        start=EVENING,
        began=EVENING,
        meant=timedelta(hours=2),
        kept=timedelta(minutes=minutes),
        title="",
        person=person,
    )


@pytest.fixture
def people(desk: Desk) -> People:
    desk.people.book.put(Contact(uid="kim", full_name="Kim"))
    return desk.people


def test_a_session_with_somebody_is_a_meeting_and_logged_once(people: People) -> None:
    people.session_told(over(minutes=80))
    people.session_told(over())
    [logged] = people.book.check_ins("kim")
    assert logged.check_in.on == date(2025, 12, 30)
    assert logged.check_in.length == timedelta(minutes=90)
    assert people.book.person("kim").last_met == date(2025, 12, 30)


def test_how_it_felt_is_said_of_the_meeting(people: People) -> None:
    people.session_told(SessionFelt("s1", 3))  # of one that is not known: nothing
    people.session_told(over())
    people.session_told(SessionFelt("s1", 5, "a good walk"))
    [logged] = people.book.check_ins("kim")
    assert (logged.check_in.felt, logged.check_in.note) == (5, "a good walk")
    assert people.book.person("kim").felt == (5,)


@pytest.mark.parametrize(
    "news", [over("skipped"), over(minutes=1), SessionTakenBack("s1")]
)
def test_what_did_not_happen_is_no_meeting(people: People, news: object) -> None:
    people.session_told(over())
    people.session_told(news)  # type: ignore[arg-type]
    assert people.book.check_ins("kim") == ()
    assert people.book.person("kim").last_met is None


def test_a_session_with_nobody_or_somebody_unknown_is_no_meeting(
    people: People,
) -> None:
    people.session_told(over(person=None))
    people.session_told(over(person="stranger"))
    assert people.book.check_ins("kim") == ()
