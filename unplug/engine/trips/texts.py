"""Texts as the others of a trip will read them."""

from typing import TypeVar
from zoneinfo import ZoneInfo

from unplug.engine.refusing import refuse
from unplug.trips import bodies as b
from unplug.trips import canonical
from unplug.trips.fields import Body

T = TypeVar("T", bound=Body)


def known_zone(name: str) -> ZoneInfo:
    """A zone that this machine knows.

    Raises:
        UnplugError: it knows none of that name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        failed, todo = "cannot find a time zone", "write it like Europe/Madrid"
        refuse(failed, name, todo)


def fit_name(name: str) -> str:
    """A name as others will read it.

    Raises:
        UnplugError: it is empty, too long, or cannot be seen.
    """
    return said(b.Rename, name=" ".join(name.split())).name


def fit_title(title: str) -> str:
    """A title as others will read it.

    Raises:
        UnplugError: it is empty, too long, or cannot be seen.
    """
    return said(b.Item, text=" ".join(title.split())).text


def said(kind: type[T], **fields: canonical.Plain) -> T:
    """Something that is said in a trip.

    Raises:
        UnplugError: its text is empty, too long, or cannot be seen.
    """
    try:
        return kind(**fields)
    except ValueError:
        text = next((v for v in fields.values() if isinstance(v, str)), "")
        failed, todo = "cannot take this text", "give a line that is not empty or long"
        refuse(failed, text[:60], todo)
