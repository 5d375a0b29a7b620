"""Take every mention of somebody out of texts: their names, in any spelling."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from unplug.people.contact import Contact
from unplug.people.folding import fold, words

BLANK = "…"
_SHORTEST_PART = 3
_SHORTEST_ADDRESS = 5
_BETWEEN_PARTS = re.compile(r"[^\w'’-]+")


class Mentions:
    """Finds whatever names somebody, and nobody else.

    Args:
        cards: all that was ever known of them.
        others: the names of everybody else; what they are called by as well tells
            nobody and stays.
    """

    def __init__(self, cards: Iterable[Contact], others: Iterable[str] = ()) -> None:
        self._wholes: set[str] = set()
        self._parts: set[str] = set()
        self._others = [frozenset(words(name)) for name in others]
        self._shared = frozenset(chain.from_iterable(self._others))
        for card in cards:
            self._take(card)

    def without(self, text: str) -> str:
        """The text with each mention left blank."""
        if self._pattern is None or not text:
            return text
        return self._pattern.sub(BLANK, text)

    def within(self, text: str) -> bool:
        """Whether they are mentioned in a text."""
        return self._pattern is not None and self._pattern.search(text) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        told = {s for text in (*self._wholes, *self._parts) for s in _spellings(text)}
        longest_first = sorted(told, key=lambda text: (-len(text), text))
        if not longest_first:
            return None
        return re.compile("|".join(map(_bounded, longest_first)), re.IGNORECASE)

    def _take(self, card: Contact) -> None:
        name = card.name
        called = (card.full_name, str(name), card.display_name, *card.nicknames)
        turned = (f"{name.given} {name.family}", f"{name.family} {name.given}")
        listed = f"{name.family}, {name.given}" if name.family and name.given else ""
        wholes = (*called, *turned, listed)
        self._wholes.update(t.strip() for t in wholes if self._tells(words(t)))
        for text in (*called, name.given, name.family, *name.additional):
            self._parts.update(
                part
                for part in _BETWEEN_PARTS.split(text)
                if len(part) >= _SHORTEST_PART and self._tells(words(part))
            )
        addresses = [email.address for email in card.emails]
        for phone in card.phones:
            addresses += [phone.text, phone.number]
        addresses += [messenger.handle for messenger in card.messengers]
        self._wholes.update(a for a in addresses if len(a) >= _SHORTEST_ADDRESS)

    def _tells(self, said: list[str]) -> bool:
        """Whether these words tell this person and nobody else."""
        if len(said) <= 1:
            return bool(said) and said[0] not in self._shared
        told = frozenset(said)
        if not told <= self._shared:
            return True
        return not any(told <= other for other in self._others)


def _spellings(text: str) -> Iterable[str]:
    """The ways in which a name is written without meaning another one."""
    yield unicodedata.normalize("NFC", text)
    yield unicodedata.normalize("NFD", text)
    yield fold(text)


def _bounded(text: str) -> str:
    """A pattern for a text as words of their own, where its script has words."""
    before = r"(?<!\w)" if _has_words(text[0]) else ""
    after = r"(?!\w)" if _has_words(text[-1]) else ""
    return before + re.escape(text) + after


def _has_words(char: str) -> bool:
    """Whether words in this script are set apart by spaces."""
    wide = unicodedata.east_asian_width(char) in "WF"
    return bool(re.match(r"\w", char)) and not wide
