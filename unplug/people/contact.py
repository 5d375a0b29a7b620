"""A person as the address book and the user know them."""

import re
from dataclasses import dataclass, field

from unplug.people.circles import Cadence
from unplug.people.partial_date import PartialDate

DAYS_OF_WEEK = 7
HOURS_OF_DAY = 24
CLOSENESS = range(1, 6)
FIRST_PREFERENCE, LAST_PREFERENCE = 1, 100
_SCHEME = re.compile(r"(?:tel|fax|modem|sms|mailto):", re.IGNORECASE)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_NO_PERSON = frozenset(
    {
        *(
            ("KIND", kind)
            for kind in ("group", "org", "location", "application", "device")
        ),
        ("X-ADDRESSBOOKSERVER-KIND", "group"),
        ("X-ABSHOWAS", "company"),
    }
)

Params = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A vCard property that is kept for export as it came.

    Attributes:
        name: in capitals, except what an ``X-`` name had otherwise.
        value: as vCard 3.0 writes it, escapes and all; binary values as base64 with
            an ``ENCODING=b`` parameter.
        params: names in capitals, with their values in order.
        group: what stands before the dot, such as ``item1``.
    """

    name: str
    value: str
    params: Params = ()
    group: str = ""

    def param(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, in order; empty where it is missing."""
        return tuple(v for key, values in self.params if key == name for v in values)


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; any of them may be missing, in any script.

    Attributes:
        additional: middle names and the like.
        rest: what newer vCards add after the suffixes, kept for export.
    """

    family: str = ""
    given: str = ""
    additional: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The parts in the order in which most people say them."""
        parts = (
            *self.prefixes,
            self.given,
            *self.additional,
            self.family,
            *self.suffixes,
        )
        return " ".join(part for part in parts if part)

    def __bool__(self) -> bool:
        return bool(str(self) or any(self.rest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one line of an address book says beside its value.

    Attributes:
        kinds: such as ``home``, ``work``, ``cell``, in lower case.
        label: the user's own word for it.
        preference: 1 (first) to 100; 0 says nothing.
        group: ties the line to others of the same card.
        params: further parameters, kept for export.

    Raises:
        ValueError: the preference is out of bounds.
    """

    kinds: tuple[str, ...] = ()
    label: str = ""
    preference: int = 0
    group: str = ""
    params: Params = ()

    @property
    def shown_label(self) -> str:
        """The label for people to read, without Apple's marks for its own words."""
        return _APPLE_LABEL.sub(r"\1", self.label)

    def __post_init__(self) -> None:
        if not 0 <= self.preference <= LAST_PREFERENCE:
            msg = f"a preference is 0 to 100, not {self.preference}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Entry):
    """A phone number.

    Attributes:
        raw: as it was given, be it a number, a ``tel:`` address or words.
        number: the same as ``+491701234567``; empty until ``phones`` has filled it
            in, or where it is no number.
    """

    raw: str
    number: str = ""

    @property
    def text(self) -> str:
        """The number for people to read, without ``tel:``."""
        return _SCHEME.sub("", self.raw, count=1) if ":" in self.raw else self.raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(Entry):
    """An e-mail address, as it was given but for a leading ``mailto:``."""

    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Messenger(Entry):
    """How to reach somebody in a messenger.

    Attributes:
        service: such as ``xmpp``, ``skype``, ``signal``, in lower case.
        handle: the name or address there.
        source: the vCard property that said so, such as ``IMPP`` or ``X-SKYPE``.
    """

    service: str
    handle: str
    source: str = "IMPP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary(Entry):
    """A day worth remembering, other than the birthday; the label says which."""

    date: PartialDate
    source: str = "ANNIVERSARY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture: its bytes, or where it can be found.

    Attributes:
        media_type: such as ``image/jpeg``; empty where nobody said.
        data: the picture itself.
        uri: where it is, if ``data`` is empty; never fetched.
    """

    media_type: str = ""
    data: bytes = field(default=b"", repr=False)
    uri: str = ""
    group: str = ""
    params: Params = ()


@dataclass(frozen=True, slots=True, order=True)
class FreeTime:
    """Hours of a weekday in which somebody is usually free: ``[start, end)``.

    Args:
        weekday: Monday is 0.
        start_hour: 0 to 23, in the person's own zone.
        end_hour: 1 to 24, after ``start_hour``.

    Raises:
        ValueError: there are no such hours.
    """

    weekday: int
    start_hour: int
    end_hour: int

    def __post_init__(self) -> None:
        in_week = 0 <= self.weekday < DAYS_OF_WEEK
        if not in_week or not 0 <= self.start_hour < self.end_hour <= HOURS_OF_DAY:
            msg = f"no such hours in a week: {self}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person.

    Attributes:
        uid: tells people apart for good; empty only on the way in.
        full_name: as the person or the user writes it; may be empty.
        city: where they live, as far as a meeting is concerned.
        zone: the IANA name of their time zone; empty is "the same as mine".
        circle: the name of a ``Circle``; empty where the user has not said.
        cadence: their own, where it differs from the circle's.
        free_times: when they are usually free.
        closeness: 1 to 5; None where the user has not said.
        interests: what one shares with them.
        topics: what was last talked about, newest first.
        never: never suggest them.
        in_memoriam: they have died; they are remembered, and suggested nowhere.
        blocked: show them nowhere, unless somebody looks for them by name.
        corner: their place among those chosen for the quiet corner, from 1; 0 for
            those who were not.
        remind: whether to be told of their birthday and anniversaries.
        params: parameters of the card's single properties, such as ``N`` or ``BDAY``,
            by the property's name, kept for export.
        others: properties of their vCard that have no place here, kept for export.

    Raises:
        ValueError: the closeness or the place in the corner is out of bounds.
    """

    uid: str = ""
    full_name: str = ""
    name: Name = Name()
    nicknames: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    messengers: tuple[Messenger, ...] = ()
    city: str = ""
    zone: str = ""
    birthday: PartialDate | None = None
    anniversaries: tuple[Anniversary, ...] = ()
    circle: str = ""
    cadence: Cadence | None = None
    free_times: tuple[FreeTime, ...] = ()
    closeness: int | None = None
    interests: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    photo: Photo | None = None
    never: bool = False
    in_memoriam: bool = False
    blocked: bool = False
    corner: int = 0
    remind: bool = True
    params: tuple[tuple[str, Params], ...] = ()
    others: tuple[Property, ...] = ()

    def __post_init__(self) -> None:
        if self.closeness is not None and self.closeness not in CLOSENESS:
            msg = f"closeness is 1 to 5, not {self.closeness}"
            raise ValueError(msg)
        if self.corner < 0:
            msg = f"a place in the quiet corner is 1 or more, not {self.corner}"
            raise ValueError(msg)

    @property
    def display_name(self) -> str:
        """What to call them: the best there is; empty only where nothing is known."""
        return (
            self.full_name
            or str(self.name)
            or next(iter(self.nicknames), "")
            or self.organisation
            or next((email.address for email in self.emails), "")
            or next((phone.text for phone in self.phones), "")
        )

    @property
    def organisation(self) -> str:
        """The organisation that the card names, if any."""
        for other in self.others:
            if other.name == "ORG":
                parts = re.split(r"(?<!\\);", other.value)
                return ", ".join(re.sub(r"\\(.)", r"\1", p) for p in parts if p)
        return ""

    @property
    def is_person(self) -> bool:
        """Whether the card is for a person, not for a group or an organisation."""
        said = {(other.name, other.value.lower()) for other in self.others}
        return said.isdisjoint(_NO_PERSON)

    @property
    def suggestible(self) -> bool:
        """Whether they may be suggested at all."""
        return self.is_person and not (self.never or self.in_memoriam or self.blocked)
