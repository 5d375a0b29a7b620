"""Find people by any part of a name, number or address, whatever the accents."""

import re
from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import accumulate

from unplug.people.contact import Contact
from unplug.people.folding import fold

FOUND_AT_MOST = 50
_FIELD = "\x1f "  # a space, so that a field's start is also a word's start
_NUMBER = re.compile(r"[\d\s()+./-]*\d[\d\s()+./-]*")
_NO_DIGIT = re.compile(r"\D+")
_BEFORE_COUNTRY = re.compile(r"(?:00|0|\+)(?=\d{3})")


class SearchIndex:
    """All that people can be found by, in one run of bytes that is searched whole.

    About 100 bytes a person; looking through 10,000 takes about a millisecond, which
    is why there are no tables of parts to keep up to date.
    """

    def __init__(self) -> None:
        self._entries: dict[str, bytes] = {}
        self._ordered: list[tuple[bytes, str]] = []  # the same, by what they say
        self._text = b""
        self._starts = array("L")
        self._uids: list[str] = []
        self._stale = False

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, contact: Contact) -> None:
        """Add a person, or replace what is known of one."""
        self.discard(contact.uid)
        entry = entry_of(contact)
        self._entries[contact.uid] = entry
        insort(self._ordered, (entry, contact.uid))
        self._stale = True

    def load(self, entries: Iterable[tuple[str, bytes]]) -> None:
        """Know these and nobody else: UIDs, with what ``entry_of`` says of each."""
        self._entries = dict(entries)
        self._ordered = sorted((entry, uid) for uid, entry in self._entries.items())
        self._stale = True

    def discard(self, uid: str) -> None:
        """Forget a person; nothing happens where there is none."""
        entry = self._entries.pop(uid, None)
        if entry is not None:
            del self._ordered[bisect_left(self._ordered, (entry, uid))]
            self._stale = True

    def find(self, query: str, at_most: int = FOUND_AT_MOST) -> list[str]:
        """The UIDs of the people whom a query tells, the likeliest first.

        All words of the query must occur. Names that begin with it come first, then
        those in which a word does, then the rest.
        """
        terms = _terms(query)
        if not terms:
            return []
        if self._stale:
            self._lay_out()
        longest = max(terms, key=len)
        rest = [term for term in terms if term is not longest]
        found: dict[int, None] = {}
        for before in (b"\n", b" ", b""):
            needle = before + (b" ".join(terms) if before == b"\n" else longest)
            for place in self._places(needle, [] if before == b"\n" else rest):
                found.setdefault(place)
                if len(found) >= at_most:
                    return [self._uids[place] for place in found]
        return [self._uids[place] for place in found]

    def _places(self, needle: bytes, rest: list[bytes]) -> Iterator[int]:
        """The people whose entry holds the needle and all the rest."""
        text, starts = self._text, self._starts
        at = text.find(needle)
        while at >= 0:
            place = bisect_right(starts, at) - 1
            end = starts[place + 1]
            if all(text.find(term, starts[place], end) >= 0 for term in rest):
                yield place
            at = text.find(needle, end)

    def _lay_out(self) -> None:
        entries = [entry for entry, _ in self._ordered]
        self._uids = [uid for _, uid in self._ordered]
        self._text = b"".join(entries)
        self._starts = array("L", accumulate(map(len, entries), initial=0))
        self._stale = False


def entry_of(contact: Contact) -> bytes:
    """What one person can be found by, folded; the name is in front.

    Entries in their order are people by name.
    """
    names = [contact.display_name, str(contact.name), *contact.nicknames]
    names.append(contact.organisation)
    folded = dict.fromkeys(fold(name) for name in dict.fromkeys(names) if name)
    parts = [*folded, *(fold(email.address) for email in contact.emails)]
    for phone in contact.phones:
        digits = dict.fromkeys((_digits(phone.text), phone.number[1:]))
        parts += [number for number in digits if number]
    return ("\n" + _FIELD.join(parts)).encode("utf-8", "replace")


def _digits(text: str) -> str:
    return _NO_DIGIT.sub("", text if text.isascii() else fold(text))


def _terms(query: str) -> list[bytes]:
    """The parts of a query; a phone number is one, without its leading zeros."""
    if _NUMBER.fullmatch(query):
        number = _BEFORE_COUNTRY.sub("", fold(query).strip(), count=1)
        return [_digits(number).encode()]
    return [term.encode("utf-8", "replace") for term in fold(query).split()]
