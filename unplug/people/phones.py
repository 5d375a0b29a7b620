"""Phone numbers in the one form in which they can be compared."""

import re
from dataclasses import replace
from functools import lru_cache

from unplug.people.contact import Contact, Phone

SHORTEST_KEY = 6
_NOT_DIALLED = re.compile(r"[^\d+]")
_EXTENSION = re.compile(r"(?:;ext=|[,;pwx#]|\bext).*", re.IGNORECASE | re.DOTALL)
_OBVIOUS = re.compile(r"(?:\+|00)([1-9]\d{7,14})", re.ASCII)


@lru_cache(maxsize=1 << 15)
def international(text: str, region: str = "") -> str:
    """A number as ``+491701234567``; empty where it is not one that could be dialled.

    Args:
        text: the number as it was written, with or without its country code.
        region: the country it was written in, such as ``DE``; without it, numbers
            that lack a country code stay unknown.
    """
    digits = sum(map(str.isdigit, text))
    if digits < SHORTEST_KEY:
        return ""
    dialled = _NOT_DIALLED.sub("", _ascii_digits(text))
    obvious = _OBVIOUS.fullmatch(dialled)
    if obvious and "(0)" not in text and not _EXTENSION.search(text):
        return f"+{obvious[1]}"
    import phonenumbers  # noqa: PLC0415  (needed only where people have numbers)

    if dialled.startswith("00"):
        text = f"+{dialled[2:]}" if "(0)" not in text else "+" + text.lstrip("0 ")
    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        return ""
    number.extension = None
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_key(text: str, region: str = "") -> str:
    """What two spellings of one number share: its international form, else its digits.

    Empty where there are too few digits to tell anybody by.
    """
    number = international(text, region)
    if number:
        return number
    digits = _NOT_DIALLED.sub("", _ascii_digits(_EXTENSION.sub("", text)))
    return digits if len(digits) >= SHORTEST_KEY else ""


def with_numbers(contact: Contact, region: str = "") -> Contact:
    """The contact with the international form of each phone filled in."""
    if not contact.phones:
        return contact
    phones = tuple(_numbered(phone, region) for phone in contact.phones)
    if phones == contact.phones:
        return contact
    return replace(contact, phones=phones)


def _numbered(phone: Phone, region: str) -> Phone:
    number = international(phone.text, region)
    return phone if phone.number == number else replace(phone, number=number)


def _ascii_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)
