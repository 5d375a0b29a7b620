"""Take one change of a contact back, and keep what was changed since then."""

from dataclasses import fields
from typing import Any

from unplug.people.contact import Contact

_NAMES = tuple(field.name for field in fields(Contact))


def undone(now: Contact, after: Contact, before: Contact) -> Contact:
    """The contact without one change of it.

    Args:
        now: as it is.
        after: as the change left it.
        before: as it was before the change.

    Returns:
        What the change touched is as before; what was changed later is as it is now,
        and lists lose only what the change had put into them.
    """
    values: dict[str, Any] = {"uid": before.uid}
    for name in _NAMES[1:]:
        is_, left, was = (getattr(of, name) for of in (now, after, before))
        if left == was or (is_ != left and not isinstance(is_, tuple)):
            values[name] = is_
        elif is_ == left or not isinstance(is_, tuple):
            values[name] = was
        else:
            values[name] = _without(is_, left, was)
    return Contact(**values)


def _without(
    now: tuple[Any, ...], left: tuple[Any, ...], was: tuple[Any, ...]
) -> tuple[Any, ...]:
    """The list without what a change had added, and with what it had taken out."""
    kept = [item for item in now if item in was or item not in left]
    kept += [item for item in was if item not in left and item not in kept]
    return tuple(kept)
