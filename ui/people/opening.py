"""The dialogs of the people page, loaded when they are wanted."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.parts import UndoOffer
from ui.people.circles import CirclesWish, EditCircles
from ui.people.dialogs import Ask
from ui.people.duplicates import Pairs
from ui.people.edit_person import EditPerson
from ui.people.import_wizard import ImportWizard
from ui.people.linking import LinkFolder
from ui.people.log_meeting import LogMeeting, LogWish
from ui.people.ports import Book, PeopleDoor
from unplug.people.contact import Contact

translate = QCoreApplication.translate


def log(
    over: QWidget, book: Book, done: Callable[[LogWish], object], uid: str = ""
) -> None:
    """Ask for a meeting or call."""
    dialog = LogMeeting(book, over)
    dialog.wished.connect(done)
    if uid:
        dialog.about(uid)
    dialog.open()


def add(over: QWidget, book: Book, done: Callable[[Contact], object]) -> None:
    """Ask for somebody new."""
    dialog = EditPerson(Contact(uid=str(uuid.uuid4())), book, over)
    dialog.wished.connect(done)
    dialog.open()


def edit(
    over: QWidget, book: Book, uid: str, done: Callable[[Contact], object]
) -> None:
    """Ask what is to be changed of somebody."""
    dialog = EditPerson(book.card(uid), book, over)
    dialog.wished.connect(done)
    dialog.open()


def edit_circles(
    over: QWidget, book: Book, done: Callable[[CirclesWish], object]
) -> None:
    """Ask for the circles."""
    dialog = EditCircles(book, over)
    dialog.wished.connect(done)
    dialog.open()


def bring_in(over: QWidget, door: PeopleDoor, did: Callable[[UndoOffer], None]) -> None:
    """Ask for address books, and take them in."""
    dialog = ImportWizard(door, over)
    dialog.did.connect(did)
    dialog.open()


def link(over: QWidget, door: PeopleDoor) -> None:
    """Ask for the folder that people are kept in step with."""
    LinkFolder(door, over).open()


def merge(
    over: QWidget, door: PeopleDoor, uid: str, did: Callable[[UndoOffer], None]
) -> None:
    """Ask with whom somebody is to be merged."""
    dialog = Pairs(door, over)
    dialog.did.connect(did)
    dialog.ask_for(uid)
    dialog.open()


def sure_to_forget(over: QWidget, name: str) -> bool:
    """Ask whether somebody is really to be forgotten."""
    text = translate(
        "People",
        "Everything about {name} is deleted, in the backups too, and the name is left "
        "blank wherever else it stands. There is no way back.",
    )
    title = translate("People", "Forget {name}?").format(name=name)
    dialog = Ask(
        title,
        text.format(name=name),
        yes=translate("People", "Forget"),
        no=translate("People", "Keep"),
        parent=over,
    )
    return bool(dialog.exec())


__all__ = ["CirclesWish", "Contact", "LogWish"]
