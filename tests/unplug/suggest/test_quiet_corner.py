from datetime import timedelta

from tests.unplug.suggest.making import NOW, person
from unplug.suggest.inputs import KeptOut
from unplug.suggest.quiet_corner import (
    IN_DANGER,
    NO_PEOPLE,
    PROFESSIONAL,
    WORDS,
    Mood,
    corner,
    directories,
    opens,
)

DAY = timedelta(days=1)


def low(*days_ago: int) -> list[Mood]:
    return [Mood(NOW - days * DAY, low=True) for days in days_ago]


def test_it_opens_at_the_third_low_mark_within_a_month() -> None:
    assert not opens(low(1, 2), NOW)
    assert opens(low(1, 2, 29), NOW)
    assert not opens(low(1, 2, 30), NOW)
    assert not opens([*low(1, 2), Mood(NOW, low=False)], NOW)


def test_it_shows_those_chosen_beforehand_in_the_users_order() -> None:
    people = [person("ana"), person("bo"), person("cy")]
    shown = corner(people, ["cy", "ana", "gone", "cy"])
    assert [each.uid for each in shown.people] == ["cy", "ana"]


def test_never_suggested_people_may_be_chosen_but_the_dead_and_blocked_not() -> None:
    people = [
        person("ana", kept_out=frozenset({KeptOut.NEVER})),
        person("bo", kept_out=frozenset({KeptOut.MEMORIAL})),
        person("cy", kept_out=frozenset({KeptOut.NEVER, KeptOut.BLOCKED})),
    ]
    shown = corner(people, ["ana", "bo", "cy"])
    assert [each.uid for each in shown.people] == ["ana"]


def test_it_names_directories_and_no_telephone_numbers() -> None:
    found = corner([], []).directories
    assert found == directories()
    assert [each.site for each in found] == ["findahelpline.com", "befrienders.org"]
    told = " ".join((WORDS, NO_PEOPLE, IN_DANGER, PROFESSIONAL, *map(str, found)))
    assert not any(character.isdigit() for character in told)
