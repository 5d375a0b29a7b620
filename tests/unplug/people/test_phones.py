import pytest

from unplug.people.contact import Contact, Phone
from unplug.people.phones import international, phone_key, with_numbers

SAME = [
    "+49 170 1234567",
    "+491701234567",
    "0049 170 123 45 67",
    "0170/1234567",
    "(0170) 12-345-67",
    "+49 (0) 170 1234567",
    "tel:+49-170-1234567",
    "+49 170 1234567;ext=22",
    "+٤٩ ١٧٠ ١٢٣٤٥٦٧",
]


@pytest.mark.parametrize("written", SAME)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert international(Phone(raw=written).text, "DE") == "+491701234567"


def test_a_number_without_country_code_stays_unknown_where_no_region_is_given() -> None:
    assert international("0170 1234567") == ""
    assert phone_key("0170 1234567") == "01701234567"


@pytest.mark.parametrize(
    "words", ["ask Jenny", "", "12", "+", "1-800-FLOWERS-ARE-NOT-A-NUMBER-AT-ALL"]
)
def test_words_are_no_number(words: str) -> None:
    assert international(words, "DE") == ""


def test_the_number_is_filled_in_and_the_raw_one_kept() -> None:
    contact = with_numbers(Contact(phones=(Phone(raw="0170 1234567"),)), "DE")
    assert contact.phones[0].raw == "0170 1234567"
    assert contact.phones[0].number == "+491701234567"


def test_the_zero_of_italian_numbers_stays() -> None:
    assert international("06 698 12345", "IT") == "+390669812345"
    assert international("+39 06 698 12345") == "+390669812345"
