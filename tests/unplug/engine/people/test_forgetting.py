"""After somebody is forgotten no byte of their name is left in any file."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.store.making import NOON_MS, minutes
from tests.unplug.store.test_migrations import FIXTURES
from unplug.engine.app import App
from unplug.engine.people.door import People
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Contact, Email, Name, Phone, Photo, Property
from unplug.sessions.history import Outcome, Record
from unplug.store.backup import Backups
from unplug.store.database import Database
from unplug.store.files import DataFiles
from unplug.store.people.changing import Changes
from unplug.store.sessions import Felt, Kept, SessionStore, StoredPlan
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

ZEB = Contact(
    uid="zebulon@quack.example",
    full_name="Zebülon Quackenbush",
    name=Name("Quackenbush", "Zebülon"),
    nicknames=("Zebbo",),
    emails=(Email(address="zebulon@quack.example"),),
    phones=(Phone(raw="+49 170 7654321", number="+491707654321"),),
    notes=("Zebülon likes boats",),
    photo=Photo(media_type="image/png", data=b"PICTURE-OF-ZEB" * 100),
)
ANNA = Contact(
    uid="anna",
    full_name="Anna Rossi",
    notes=("married to Zebülon Quackenbush", "knows ZEBBO"),
    others=(Property("RELATED", "Zebülon Quackenbush", (("TYPE", ("spouse",)),)),),
)
SECRETS = ("zebülon", "zebulon", "quackenbush", "zebbo", "7654321", "picture-of-zeb")


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def leaks(folder: Path) -> list[tuple[str, str]]:
    """What of the name is left, in any encoding in which it was ever written."""
    found = []
    for name, data in everything(folder).items():
        lowered = data.lower()
        for secret in SECRETS:
            spelled = (secret, secret.encode("unicode_escape").decode())
            for each in spelled:
                forms = (each.encode(), each.encode("utf-16-le"), each.upper().encode())
                if any(form.lower() in lowered or form in data for form in forms):
                    found.append((name, each))
    return found


def lived(folder: Path) -> None:
    """A data folder in which the name is everywhere that a name can be."""
    database = Database(folder, FakeClock())
    with closing(database):
        usage = UsageStore(database, 240)
        title = "Chat with Zebülon Quackenbush — Messenger"
        usage.append(
            [
                *minutes(300),
                ScreenSpan(NOON_MS - 60_000, 50_000, State.ACTIVE, "chat", title, 4),
            ],
            1,
        )
        people = People(clock=FakeClock(), database=lambda: database)
        book = people.book
        crowd = [Contact(uid=f"u{n}", full_name=f"Somebody {n}") for n in range(300)]
        book.change(
            Changes(kind="import", title="zebulon.vcf", put=[ZEB, ANNA, *crowd])
        )
        book.put(Contact(uid="other-card", full_name="Zebbo Quackenbush"))
        book.merge(ZEB.uid, "other-card")
        for uids in ({ZEB.uid}, {ZEB.uid, "anna"}):
            book.log(
                CheckIn(
                    kind=CheckInKind.IN_PERSON,
                    people=frozenset(uids),
                    on=date(2025, 12, 1),
                    note="Zebülon was cheerful",
                    topics=("Quackenbush boats",),
                )
            )
        sessions = SessionStore(database)
        record = Record(
            id="s1",
            outcome=Outcome.KEPT,
            parts=(),
            start_ms=1,
            meant_ms=1,
            began_ms=1,
            kept_ms=1,
            moved_ms=0,
            why="",
            title="Dinner with Zebülon",
            person=ZEB.uid,
        )
        felt = Felt("s1", 5, "Zebbo again soon")
        sessions.keep(Kept({"title": "with Zebülon"}, rests=True, news=(record, felt)))
        form = {"name": "Walk with Zebülon", "person": ZEB.uid, "rule": "FREQ=DAILY"}
        sessions.put_plans([StoredPlan("p", "calendar", form)])
        Backups(database.files).start(datetime(2026, 1, 1, tzinfo=UTC)).result()
        book.put(Contact(uid="anna", full_name="Anna Rossi", city="Bonn"))
    files = DataFiles(folder)
    for suffix in (".damaged-20260101-120000", ".schema-2.half"):
        shutil.copy(files.database, files.folder / f"unplug.db{suffix}")
    shutil.copy(files.database, files.folder / "unplug.db.schema-3")
    (folder / "reports").mkdir()
    (folder / "reports" / "report-1.txt").write_text("KeyError: 'Zebülon'", "utf-8")
    (folder / "reports" / "report-2.txt").write_text("KeyError: 'x'", "utf-8")
    (folder / "last-error.txt").write_text("Quackenbush", "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    lived(tmp_path / "data")
    return tmp_path / "data"


def forget(folder: Path) -> None:
    database = Database(folder, FakeClock())
    with closing(database):
        People(clock=FakeClock(), database=lambda: database).forget(ZEB.uid)
        assert leaks(folder) == []  # also while it is open, with its log


def test_the_name_is_there_before(folder: Path) -> None:
    files = {name for name, _ in leaks(folder)}
    assert {"unplug.db", "backups/unplug-20260101.db", "last-error.txt"} < files


def test_no_byte_of_the_name_is_left_in_any_file(folder: Path) -> None:
    forget(folder)
    assert leaks(folder) == []


def test_the_files_that_could_be_cleaned_are_still_there_and_sound(
    folder: Path,
) -> None:
    forget(folder)
    kept = everything(folder)
    assert {"backups/unplug-20260101.db", "unplug.db.schema-3"} < set(kept)
    assert "reports/report-2.txt" in kept
    assert "unplug.db.damaged-20260101-120000" not in kept
    for name in ("unplug.db", "backups/unplug-20260101.db", "unplug.db.schema-3"):
        with closing(sqlite3.connect(folder / name)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(*) FROM contact").fetchone() == (
                301,
            )


def test_what_belongs_to_others_stays_with_the_name_left_blank(folder: Path) -> None:
    forget(folder)
    with closing(Database(folder, FakeClock())) as database:
        book = People(clock=FakeClock(), database=lambda: database).book
        [logged] = book.check_ins("anna")
        assert logged.check_in.note == "… was cheerful"
        assert logged.check_in.people == {"anna"}
        assert book.person("anna").last_met == date(2025, 12, 1)
        [past] = SessionStore(database).history(9)
        assert (past.record.title, past.record.person, past.note) == ("", None, None)
        assert past.felt == 5
        [plan] = SessionStore(database).plans()
        assert plan.form == {
            "name": "Walk with …",
            "person": None,
            "rule": "FREQ=DAILY",
        }
        usage = UsageStore(database, 240)
        spans = list(usage.spans(NOON_MS - 60_000, NOON_MS))
        assert [(span.app, span.title) for span in spans] == [("chat", None)]


def test_a_copy_that_is_no_database_is_removed(folder: Path) -> None:
    (folder / "backups" / "unplug-20260102.db").write_bytes(b"Quackenbush")
    forget(folder)
    assert not (folder / "backups" / "unplug-20260102.db").exists()


def test_copies_of_schemas_without_people_are_cleaned_of_titles(folder: Path) -> None:
    copy = folder / "unplug.db.schema-1"
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript((FIXTURES / "1.sql").read_text("utf-8"))
        connection.execute("UPDATE name SET s = 'Mail to Zebülon' WHERE id = 2")
        connection.commit()
    forget(folder)
    assert copy.exists()
    assert leaks(folder) == []


def test_the_running_app_forgets_as_well_and_goes_on(folder: Path) -> None:
    app = App(folder, FakeClock())
    app.start()
    told: list[frozenset[str]] = []
    app.people.forgetters.append(told.append)
    assert app.people.book.find("quack") == [ZEB.uid]
    app.people.forget(ZEB.uid)
    assert leaks(folder) == []
    assert told == [frozenset({ZEB.uid, "other-card"})]
    assert app.people.book.find("quack") == []
    assert app.people.book.named("anna").name == "Anna Rossi"
    app.wake()
    app.close()
    assert leaks(folder) == []


def test_a_name_that_others_share_is_theirs_to_keep(tmp_path: Path) -> None:
    with closing(Database(tmp_path, FakeClock())) as database:
        people = People(clock=FakeClock(), database=lambda: database)
        people.book.change(
            Changes(
                kind="import",
                put=[
                    Contact(uid="1", full_name="Anna Rossi"),
                    Contact(uid="2", full_name="Anna Smith", notes=("Anna likes tea",)),
                    Contact(uid="3", full_name="Bo", notes=("met Anna Rossi, Rossi!",)),
                ],
            )
        )
        people.forget("1")
        assert people.book.card("2").notes == ("Anna likes tea",)
        assert people.book.card("3").notes == ("met …, …!",)
