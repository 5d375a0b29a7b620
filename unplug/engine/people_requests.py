"""What the command line asks of people, done by whoever has the address book."""

import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from unplug.engine.address_book import AddressBook
from unplug.engine.control import Message
from unplug.engine.people_edits import edited
from unplug.errors import UnplugError
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Contact

PREFIX = "people."


def fulfil(book: AddressBook, request: Message) -> Message:
    """Do what a request asks for.

    Returns:
        ``people``: the names of those it was about; ``change`` or ``logged``: by what
        it can be taken back.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    asked: dict[str, Any] = dict(request)
    match str(asked.pop("do", "")).removeprefix(PREFIX):
        case "log":
            return _log(book, asked)
        case "add":
            return _add(book, asked["wanted"])
        case "edit":
            return _edit(book, asked["name"], asked["wanted"])
        case "merge":
            first, second = book.named(asked["first"]), book.named(asked["second"])
            change = book.merge(first.uid, second.uid)
            return {"people": [first.name, second.name], "change": change}
        case "undo":
            return {"kept": list(book.undo(_undoable(book, asked.get("change"))))}
        case "circle":
            return _circle(book, asked)
        case other:
            failed = "the running app cannot do this"
            raise UnplugError(failed, PREFIX + other, "quit it and try again")


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


def _add(book: AddressBook, wanted: Mapping[str, Any]) -> Message:
    contact = edited(Contact(uid=str(uuid.uuid4())), wanted, book.circles())
    change = book.put(contact)
    return {"people": [contact.display_name], "change": change, "uid": contact.uid}


def _edit(book: AddressBook, name: str, wanted: Mapping[str, Any]) -> Message:
    before = book.card(book.named(name).uid)
    after = edited(before, wanted, book.circles())
    change = None if after == before else book.put(after)
    return {"people": [after.display_name], "change": change, "uid": after.uid}


def _undoable(book: AddressBook, number: object) -> int:
    """The change that is asked for, or the last one.

    Raises:
        UnplugError: there is none.
    """
    changes = book.changes(1_000)
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
