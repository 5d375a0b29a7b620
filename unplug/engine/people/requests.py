"""What the command line asks of people, done by whoever has the address book."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from unplug.engine.control import Message
from unplug.engine.people.address_book import AddressBook
from unplug.engine.people.door import People
from unplug.engine.people.edits import edited
from unplug.engine.people.importing import Imported
from unplug.errors import UnplugError
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Contact

PREFIX = "people."
_ALL = 100_000


def fulfil(people: People, request: Message) -> Message:
    """Do what a request asks for.

    Returns:
        ``people``: the names of those it was about; ``change`` or ``logged``: by what
        it can be taken back.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    asked: dict[str, Any] = dict(request)
    wanted = str(asked.get("do", "")).removeprefix(PREFIX)
    if wanted.startswith("import"):
        return _import(people, wanted, asked)
    if wanted == "forget":
        return _forget(people, asked)
    if wanted in ("link", "sync"):
        return _sync(people, asked)
    if wanted not in _ANSWERS:
        failed = "the running app cannot do this"
        raise UnplugError(failed, PREFIX + wanted, "quit it and try again")
    return _ANSWERS[wanted](people.book, asked)


def _import(people: People, step: str, asked: Mapping[str, Any]) -> Message:
    """Begin an import, look how far it is, or give it up; the answer says how far."""
    from unplug.engine.people.files import Choices  # noqa: PLC0415  (seldom)

    if step == "import":
        people.start_import(
            [Path(path) for path in asked["paths"]], Choices(**asked["choices"])
        )
    elif step == "import.cancel" and people.importing is not None:
        people.importing.cancel()
    job = people.importing
    if job is None:
        failed, todo = "cannot find an import that runs", "begin one"
        raise UnplugError(failed, "none", todo)
    if job.error is not None:
        raise job.error
    return {
        "done": job.progress.done,
        "total": job.progress.total,
        "what": job.progress.what,
        "cancelled": job.cancelled,
        "result": None if job.result is None else result_json(job.result),
    }


def _sync(people: People, asked: Mapping[str, Any]) -> Message:
    """Link a folder or let go of it, and bring both sides into step."""
    from unplug.engine.people.syncing import Settle  # noqa: PLC0415  (seldom)

    link = people.link
    if asked.get("off"):
        link.unlink()
        return {"folder": None}
    if asked.get("folder"):
        folder, version = Path(asked["folder"]), asked["version"]
        link.link(folder, version, everybody=bool(asked.get("everybody")))
    if link.folder is None:
        failed, todo = "cannot find a linked folder", "link one: people link FOLDER"
        raise UnplugError(failed, "none", todo)
    link.sync_now(Settle(asked.get("settle") or Settle.LEAVE))
    if link.trouble is not None:
        raise link.trouble
    last = link.last
    return {
        "folder": str(link.folder),
        "taken": 0 if last is None else len(last.take),
        "deleted": 0 if last is None else len(last.delete),
        "written": 0 if last is None else last.written,
        "conflicts": [] if last is None else list(last.conflicts),
        "problems": [] if last is None else [str(p) for p in last.problems],
    }


def _forget(people: People, asked: Mapping[str, Any]) -> Message:
    person = people.book.named(asked["name"])
    forgot = people.forget(person.uid)
    return {"people": [person.name], "removed": [path.name for path in forgot.removed]}


def _merge(book: AddressBook, asked: Mapping[str, Any]) -> Message:
    first, second = book.named(asked["first"]), book.named(asked["second"])
    change = book.merge(first.uid, second.uid)
    return {"people": [first.name, second.name], "change": change}


def result_json(result: Imported) -> Message:
    """How an import went, in the form that scripts lean on."""
    return {
        "files": result.files,
        "read": result.read,
        "new": result.new,
        "merged": result.merged,
        "unchanged": result.unchanged,
        "problems": [
            {"file": p.file, "line": p.line, "what": p.what} for p in result.problems
        ],
        "offered": len(result.offered),
        "change": result.batch,
    }


def _log(book: AddressBook, asked: Mapping[str, Any]) -> Message:
    people = [book.named(name) for name in asked["names"]]
    minutes = asked.get("minutes")
    check_in = CheckIn(
        kind=CheckInKind(asked["kind"]),
        people=frozenset(person.uid for person in people),
        on=date.fromisoformat(asked["on"]) if asked.get("on") else book.today,
        length=None if minutes is None else timedelta(minutes=minutes),
        felt=asked.get("felt"),
        topics=tuple(asked.get("topics") or ()),
        note=asked.get("note") or "",
    )
    logged = book.log(check_in)
    return {"people": [person.name for person in people], "logged": logged}


def _add(book: AddressBook, asked: Mapping[str, Any]) -> Message:
    nobody = Contact(uid=str(uuid.uuid4()))
    contact = edited(nobody, asked["wanted"], book.circles())
    change = book.put(contact)
    return {"people": [contact.display_name], "change": change, "uid": contact.uid}


def _edit(book: AddressBook, asked: Mapping[str, Any]) -> Message:
    before = book.card(book.named(asked["name"]).uid)
    after = edited(before, asked["wanted"], book.circles())
    change = None if after == before else book.put(after)
    return {"people": [after.display_name], "change": change, "uid": after.uid}


def _undo(book: AddressBook, asked: Mapping[str, Any]) -> Message:
    number = _undoable(book, asked.get("change"))
    title = next(c.title for c in book.changes(_ALL) if c.id == number)
    return {"kept": list(book.undo(number)), "people": [title]}


def _undoable(book: AddressBook, number: object) -> int:
    """The change that is asked for, or the last one.

    Raises:
        UnplugError: there is none.
    """
    changes = book.changes(_ALL)
    for change in changes:
        if number is None or change.id == number:
            return change.id
    failed, todo = "cannot find a change to take back", "see unplug people undo --list"
    raise UnplugError(failed, "none" if number is None else number, todo)


def _circle(book: AddressBook, asked: Mapping[str, Any]) -> Message:
    from unplug.people.circles import Cadence, Circle  # noqa: PLC0415  (seldom)

    name = " ".join(str(asked["name"]).split())
    if asked.get("remove"):
        book.drop_circle(name)
        return {"circle": name}
    try:
        circle = Circle(name, Cadence.of_days(asked["ideal"], asked["longest"]))
    except (OverflowError, ValueError):
        failed, todo = "cannot make such a circle", "give days, the longer time second"
        value = f"{name} {asked['ideal']}/{asked['longest']}"
        raise UnplugError(failed, value, todo) from None
    book.put_circle(circle, len(book.circles()))
    return {"circle": name}


_ANSWERS: dict[str, Callable[[AddressBook, Mapping[str, Any]], Message]] = {
    "log": _log,
    "add": _add,
    "edit": _edit,
    "merge": _merge,
    "undo": _undo,
    "circle": _circle,
}
