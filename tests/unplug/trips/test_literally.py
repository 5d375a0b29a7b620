"""What is shown before it is shared."""

import inspect

from tests.unplug.trips.groups import group, lock
from unplug.trips import bodies as b
from unplug.trips.literally import all_that_can_leave, leaving


def test_an_op_is_shown_with_every_field_it_has() -> None:
    shown = leaving(b.Outcome(bytes(16), b.Kept.RATHER_NOT_SAY, None))
    assert shown.kind == "Outcome"
    assert "How a window went" in shown.meaning
    assert shown.fields == (
        ("plan", "00" * 16),
        ("kept", "rather not say"),
        ("bucket", "None"),
    )


def test_what_was_written_can_be_shown_before_it_is_sealed() -> None:
    [ana] = group("Ana")
    plan = lock(ana)
    ana.write(b.Answer(plan, b.Say.YES))
    kinds = [leaving(body).kind for body in ana.drafts()]
    assert kinds == ["Propose", "Lock", "Answer"]


def test_the_list_of_what_can_leave_is_complete_and_explained() -> None:
    listed = dict(all_that_can_leave())
    assert set(listed) == {kind.__name__ for kind in b.NUMBERS}
    assert all(meaning.endswith(".") for meaning in listed.values())
    classes = inspect.getmembers(b, inspect.isclass)
    bodies = {name for name, c in classes if issubclass(c, b.Body) and c is not b.Body}
    assert bodies == set(listed)


def test_no_op_has_room_for_usage() -> None:
    words = {"app", "title", "seconds", "minutes", "usage", "screen"}
    fields = {
        (kind.__name__, name)
        for kind in b.NUMBERS
        for name in kind.__dataclass_fields__
    }
    assert {f for f in fields if f[1] in words} == {("Create", "title")}
