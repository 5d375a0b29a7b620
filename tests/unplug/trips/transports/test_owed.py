from unplug.trips.transports.owed import Kind, Owed

FIRST, SECOND = (Kind.TAKING, 1), (Kind.TAKING, 2)


def test_nothing_is_due_where_nothing_is_owed() -> None:
    owed = Owed(1_000)
    assert owed.due_ms is None
    owed.answered(FIRST, 5)
    owed.ask(FIRST, 10)
    owed.answered(FIRST, 20)
    assert (owed.due_ms, owed.first) == (None, None)


def test_who_answers_one_after_the_other_is_given_time_for_each() -> None:
    owed = Owed(1_000)
    owed.ask(FIRST, 0)
    owed.ask(SECOND, 10)
    assert owed.due_ms == 1_000
    owed.answered(FIRST, 900)
    assert owed.due_ms == 1_900


def test_answering_later_questions_does_not_excuse_an_earlier_one() -> None:
    owed = Owed(1_000)
    owed.ask((Kind.HEARING, 1), 0)
    for number in range(50):
        owed.ask((Kind.TAKING, number), number * 100)
        owed.answered((Kind.TAKING, number), number * 100 + 50)
    assert owed.due_ms == 1_000
    assert owed.first == (Kind.HEARING, 1)
    assert owed.has(Kind.HEARING)
    assert not owed.has(Kind.TAKING)


def test_asking_twice_neither_prolongs_nor_doubles() -> None:
    owed = Owed(1_000)
    owed.ask((Kind.RETURN, "a"), 0)
    owed.ask((Kind.RETURN, "a"), 900)
    assert owed.due_ms == 1_000
    owed.answered((Kind.RETURN, "a"), 950)
    assert owed.due_ms is None
