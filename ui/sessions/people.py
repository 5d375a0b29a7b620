"""Contacts, as sessions name them; the address book is loaded when somebody asks."""

import logging
from typing import Any

from unplug.errors import UnplugError

log = logging.getLogger(__name__)


class Contacts:
    """Names out of the running app's address book; none where it cannot be read.

    Args:
        app: the running app.
    """

    def __init__(self, app: Any) -> None:  # noqa: ANN401  (its areas by their ports)
        self._app = app

    def names(self) -> tuple[tuple[str, str], ...]:
        """The uid and the name of everybody who may be met, by name."""
        try:
            known = self._app.people.book.people()
        except UnplugError as error:
            log.warning("%s", error)
            return ()
        found = (
            (each.uid, each.name)
            for each in known
            if each.is_person and not (each.in_memoriam or each.blocked)
        )
        return tuple(sorted(found, key=lambda pair: pair[1].casefold()))

    def name_of(self, uid: str) -> str:
        """The name of a contact; empty where nobody knows it."""
        try:
            return str(self._app.people.book.person(uid).name)
        except UnplugError as error:
            log.info("%s", error)
            return ""
