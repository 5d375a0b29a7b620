import pytest

from unplug.people.circles import (
    CIRCLES,
    CLOSE,
    DORMANT,
    FRIENDS,
    WIDER,
    Cadence,
    Circle,
)
from unplug.people.contact import Contact, Email, FreeTime, Name, Phone, Property


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        (Contact(full_name="Mara Sol", name=Name("X", "Y")), "Mara Sol"),
        (Contact(name=Name("Sol", "Mara", ("Lia",), ("Dr.",))), "Dr. Mara Lia Sol"),
        (Contact(name=Name("Suharto")), "Suharto"),
        (Contact(nicknames=("Mar",)), "Mar"),
        (Contact(others=(Property("ORG", "Works\\, Ltd;Team"),)), "Works, Ltd, Team"),
        (Contact(emails=(Email(address="a@example.org"),)), "a@example.org"),
        (Contact(phones=(Phone(raw="tel:123"),)), "123"),
        (Contact(), ""),
    ],
)  # fmt: skip
def test_people_are_called_by_the_best_there_is(contact: Contact, shown: str) -> None:
    assert contact.display_name == shown


def test_the_dead_the_unwanted_and_companies_are_not_suggested() -> None:
    assert Contact().suggestible
    assert not Contact(never=True).suggestible
    assert not Contact(in_memoriam=True).suggestible
    assert not Contact(others=(Property("KIND", "org"),)).suggestible
    assert not Contact(others=(Property("X-ABSHOWAS", "COMPANY"),)).suggestible
    assert Contact(others=(Property("KIND", "individual"),)).suggestible


def test_the_usual_circles_have_the_usual_cadences() -> None:
    days = [circle.cadence.ideal.days for circle in (CLOSE, FRIENDS, WIDER, DORMANT)]
    assert days == [14, 30, 90, 180]
    assert len({circle.name for circle in CIRCLES}) == 5


@pytest.mark.parametrize(
    "hours", [(7, 1, 2), (0, 5, 5), (0, 20, 25), (-1, 0, 1), (0, 22, 2)]
)
def test_hours_that_no_week_has_are_refused(hours: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such hours"):
        FreeTime(*hours)


def test_what_is_out_of_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="closeness"):
        Contact(closeness=6)
    with pytest.raises(ValueError, match="preference"):
        Phone(raw="1", preference=101)
    with pytest.raises(ValueError, match="cadence"):
        Cadence.of_days(30, 14)
    with pytest.raises(ValueError, match="name"):
        Circle(" ", CLOSE.cadence)
