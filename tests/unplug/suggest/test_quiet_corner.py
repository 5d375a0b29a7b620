from datetime import timedelta

from tests.unplug.suggest.making import NOW, person
from unplug.suggest.inputs import KeptOut
from unplug.suggest.quiet_corner import (
    Mood,
    corner,
    directories,
    help_lines,
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
    shown = corner(people, ["cy", "ana", "gone", "cy"], "DE")
    assert [each.uid for each in shown.people] == ["cy", "ana"]


def test_never_suggested_people_may_be_chosen_but_the_dead_and_blocked_not() -> None:
    people = [
        person("ana", kept_out=frozenset({KeptOut.NEVER})),
        person("bo", kept_out=frozenset({KeptOut.MEMORIAL})),
        person("cy", kept_out=frozenset({KeptOut.NEVER, KeptOut.BLOCKED})),
    ]
    shown = corner(people, ["ana", "bo", "cy"], None)
    assert [each.uid for each in shown.people] == ["ana"]


def test_a_country_without_a_sure_line_has_the_directories() -> None:
    somewhere = corner([], [], "XX")
    assert somewhere.lines == ()
    assert [each.site for each in somewhere.directories] == [
        "findahelpline.com",
        "befrienders.org",
    ]
    assert [line.phone for line in corner([], [], "gb").lines] == ["116 123"]


def test_every_line_names_those_who_run_it_and_their_site() -> None:
    for line in help_lines():
        assert len(line.country) == 2
        assert line.country.isupper()
        assert line.name
        assert line.phone.replace(" ", "").isdigit()
        assert "." in line.source
    countries = [line.country for line in help_lines()]
    assert countries == sorted(set(countries))
    assert len(directories()) == 2
