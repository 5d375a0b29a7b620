"""What a setting may hold: how it is checked, described and written."""

import re
from dataclasses import dataclass
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from unplug.tomlfiles import shown

T_co = TypeVar("T_co", covariant=True)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_COUNTRY = re.compile(r"([A-Z]{2}(-[A-Z0-9]{1,3})?)?", re.ASCII)
_KEYS = re.compile(
    r"((Ctrl|Alt|Shift|Super)\+)+([A-Z0-9]|F([1-9]|1[0-2])|Pause|Space)|", re.ASCII
)


class UnfitError(ValueError):
    """A value that a setting cannot hold; says "must be …, not …"."""


class Kind(Protocol[T_co]):
    """What values of one sort have in common."""

    def accept(self, value: object) -> T_co:
        """Take a value as the file or a caller gives it.

        Raises:
            UnfitError: it does not fit.
        """

    def bounds(self) -> str:
        """What fits, in a few words for the file, the manual and the settings page."""


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    def accept(self, value: object) -> bool:
        """Take true or false."""
        if not isinstance(value, bool):
            msg = f"must be true or false, not {shown(value)}"
            raise UnfitError(msg)
        return value

    def bounds(self) -> str:
        """What fits, in a few words."""
        return "true or false"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number.

    Attributes:
        at_least: the smallest that fits.
        at_most: the largest that fits.
        unit: what is counted, in the plural; empty where nothing is.
    """

    at_least: int
    at_most: int
    unit: str

    def accept(self, value: object) -> int:
        """Take a whole number within the bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            msg = f"must be a whole number, not {shown(value)}"
            raise UnfitError(msg)
        if value < self.at_least:
            msg = f"must be at least {self.at_least}, not {value}"
            raise UnfitError(msg)
        if value > self.at_most:
            msg = f"must be at most {self.at_most}, not {value}"
            raise UnfitError(msg)
        return int(value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return f"{self.at_least} to {self.at_most} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A local time of day, "HH:MM".

    Attributes:
        earliest: the first that fits.
        latest: the last that fits.
    """

    earliest: str = "00:00"
    latest: str = "23:59"

    def accept(self, value: object) -> str:
        """Take a time of day within the bounds."""
        if not isinstance(value, str) or not _TIME.fullmatch(value):
            msg = f'must be a time like "04:00", not {shown(value)}'
            raise UnfitError(msg)
        if not self.earliest <= value <= self.latest:
            msg = f"must be {self.bounds()}, not {shown(value)}"
            raise UnfitError(msg)
        return str(value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return f'"{self.earliest}" to "{self.latest}"'


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names, in any order; none is empty."""

    def accept(self, value: object) -> tuple[str, ...]:
        """Take a list of texts."""
        if not isinstance(value, list | tuple):
            msg = f'must be a list like ["one", "two"], not {shown(value)}'
            raise UnfitError(msg)
        for name in value:
            if not isinstance(name, str) or not name.strip() or not name.isprintable():
                msg = f"must list names in quotes, not {shown(name)}"
                raise UnfitError(msg)
        return tuple(str(name) for name in value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return "a list of names"


@dataclass(frozen=True, slots=True)
class Country:
    """A country, with or without its region, or nothing: where the user is."""

    def accept(self, value: object) -> str:
        """Take a code such as "ES" or "DE-BY", or an empty text."""
        if not isinstance(value, str) or not _COUNTRY.fullmatch(value):
            msg = f'must be a code like "ES" or "DE-BY", not {shown(value)}'
            raise UnfitError(msg)
        return str(value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return 'a code like "ES" or "DE-BY"; "" for where you are'


@dataclass(frozen=True, slots=True)
class LocalAddress:
    """An address of this computer that strangers do not reach, or nothing."""

    def accept(self, value: object) -> str:
        """Take an IPv4 address such as "192.168.1.5", or an empty text."""
        if isinstance(value, str) and (not value or _is_local(value)):
            return value
        msg = f'must be a local address like "192.168.1.5", not {shown(value)}'
        raise UnfitError(msg)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return 'a local address like "192.168.1.5"; "" to find it'


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys to press together, or none."""

    def accept(self, value: object) -> str:
        """Take keys such as "Ctrl+Alt+U", or an empty text."""
        if not isinstance(value, str) or not _KEYS.fullmatch(value):
            msg = f'must be keys like "Ctrl+Alt+U", not {shown(value)}'
            raise UnfitError(msg)
        return str(value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return 'keys like "Ctrl+Alt+U"; "" for none'


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is on a network, or nothing; no password is kept in it.

    Attributes:
        schemes: what it may begin with.
        example: one that fits.
    """

    schemes: tuple[str, ...]
    example: str

    def accept(self, value: object) -> str:
        """Take an address without a password, or an empty text."""
        if not isinstance(value, str) or (value and not self._fits(value)):
            msg = f'must be an address like "{self.example}", not {_bare(value)}'
            raise UnfitError(msg)
        return str(value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return f'an address like "{self.example}"; "" for none'

    def _fits(self, text: str) -> bool:
        try:
            parts = urlsplit(text)
        except ValueError:
            return False
        whole = parts.scheme in self.schemes and bool(parts.hostname)
        return whole and not parts.password and text.isprintable()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or nothing."""

    def accept(self, value: object) -> str:
        """Take a text without line breaks."""
        if not isinstance(value, str) or not (value.isprintable() or not value):
            msg = f"must be a line of text, not {shown(value)}"
            raise UnfitError(msg)
        return str(value)

    def bounds(self) -> str:
        """What fits, in a few words."""
        return "a name"


def _bare(value: object) -> str:
    """A value that does not fit, as it can be said: passwords are left out."""
    if isinstance(value, str) and "@" in value:
        return shown(f"…@{value.rpartition('@')[2]}")
    return shown(value)


def _is_local(address: str) -> bool:
    import ipaddress  # noqa: PLC0415  (5 ms, and few people write one)

    try:
        known = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return not (known.is_global or known.is_multicast or known.is_unspecified)
