from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.suggest.making import DAY, MADRID, NOW
from unplug.errors import UnplugError
from unplug.suggest import asking_json
from unplug.suggest import constants as c
from unplug.suggest.answers import (
    After,
    Answered,
    Event,
    Forgotten,
    Passed,
    QuestionPut,
    Suggested,
    Told,
    Wished,
    due_afters,
    step,
)
from unplug.suggest.asking import Answer, Asking, Question, Wish

HOUR = timedelta(hours=1)


def lived(*events: Event, state: Asking = Asking()) -> Asking:  # noqa: B008
    for event in events:
        state = step(state, event)
    return state


def ignored(count: int, state: Asking = Asking()) -> Asking:  # noqa: B008
    for number in range(count):
        at = NOW + number * DAY
        shown = Suggested(f"s{number}", "ana", at, MADRID)
        state = lived(shown, Passed(at + 12 * HOUR), state=state)
    return state


def test_a_suggestion_without_an_answer_is_ignored_after_half_a_day() -> None:
    shown = Suggested("s", "ana", NOW, MADRID)
    assert lived(shown, Passed(NOW + 11 * HOUR)).ignored_in_row == 0
    state = lived(shown, Passed(NOW + 12 * HOUR))
    assert (state.ignored_in_row, state.last_ignored_at) == (1, NOW)
    assert state.waiting == ()


@pytest.mark.parametrize("answer", [a for a in Answer if a is not Answer.IGNORED])
def test_any_answer_even_a_late_one_ends_the_row_of_ignored_ones(
    answer: Answer,
) -> None:
    end = NOW if answer is Answer.PLANNED else None
    state = lived(Answered("s2", "ana", answer, NOW, end), state=ignored(3))
    assert (state.ignored_in_row, state.last_ignored_at) == (0, None)
    assert state.question is Question.NOT_YET


def test_after_three_in_a_row_the_question_is_put_once() -> None:
    assert ignored(2).question is Question.NOT_YET
    state = ignored(3)
    assert state.question is Question.DUE
    state = step(state, QuestionPut())
    assert state.question is Question.PUT
    assert ignored(5, state).question is Question.PUT


@pytest.mark.parametrize("wish", list(Wish))
def test_once_it_is_answered_it_is_never_put_again(wish: Wish) -> None:
    state = lived(QuestionPut(), Wished(wish, NOW), state=ignored(3))
    assert ignored(9, state).question is Question.ANSWERED


def test_every_fewer_leaves_fewer_down_to_one_in_four_weeks() -> None:
    state, rates = Asking(), []
    for _ in range(7):
        days, most = c.FEWER[state.fewer]
        rates.append(most / days)
        state = step(state, Wished(Wish.FEWER, NOW))
    assert rates[:6] == sorted(set(rates), reverse=True)
    assert rates[5] == rates[6] == 1 / 28


def test_other_times_avoids_the_hours_in_which_they_were_ignored() -> None:
    state = step(ignored(3), Wished(Wish.OTHER_TIMES, NOW))
    assert state.avoid == {(False, 6)}  # workdays, 18:00 to 21:00


def test_stop_holds_through_everything_but_starting_again() -> None:
    stopped = step(Asking(), Wished(Wish.STOP, NOW))
    for wish in (Wish.FEWER, Wish.OTHER_TIMES, Wish.PAUSE):
        stopped = step(stopped, Wished(wish, NOW))
        assert stopped.stopped
    again = step(stopped, Wished(Wish.START_AGAIN, NOW))
    assert not again.stopped
    assert again.paused_until is None


def test_a_pause_lasts_four_weeks_or_until_the_day_that_was_said() -> None:
    assert step(Asking(), Wished(Wish.PAUSE, NOW)).paused_until == NOW + 28 * DAY
    until = NOW + 3 * DAY
    assert step(Asking(), Wished(Wish.PAUSE, NOW, until)).paused_until == until


def test_starting_again_takes_no_never_back() -> None:
    said = Answered("s", "ana", Answer.NEVER, NOW)
    state = lived(said, Wished(Wish.START_AGAIN, NOW))
    assert state.never == {"ana"}


def test_a_plan_is_asked_about_after_it_ended_and_not_for_ever() -> None:
    end = NOW + 5 * HOUR
    state = step(Asking(), Answered("s", "ana", Answer.PLANNED, NOW, end))
    assert due_afters(state, end) == ()
    assert [p.key for p in due_afters(state, end + c.ASK_AFTER)] == ["s"]
    assert step(state, Told("s")).plans == ()
    assert step(state, Passed(end + c.ASK_UNTIL)).plans == ()


def test_what_is_not_answered_is_missing_and_not_a_failure() -> None:
    told = After()
    assert (told.happened, told.felt, told.note) == (None, None, "")
    with pytest.raises(ValueError, match="1 to 5"):
        After(happened=True, felt=6)


def test_a_plan_has_an_end_and_nothing_else_has() -> None:
    with pytest.raises(ValueError, match="has an end"):
        Answered("s", "ana", Answer.PLANNED, NOW)
    with pytest.raises(ValueError, match="has an end"):
        Answered("s", "ana", Answer.NOT_NOW, NOW, NOW)


def test_who_is_forgotten_leaves_no_trace() -> None:
    state = lived(
        Suggested("s1", "ana", NOW, MADRID),
        Answered("s0", "ana", Answer.PLANNED, NOW, NOW + HOUR),
        Answered("s9", "ana", Answer.NEVER, NOW),
        Forgotten("ana"),
    )
    assert "ana" not in asking_json.dumps(state)


# In writing

instants = st.integers(0, 10_000).map(lambda hours: NOW + hours * HOUR)
uids = st.sampled_from(["ana", "bo", "José 🙂"])
keys = st.sampled_from([f"s{number}" for number in range(4)])


def an_answer(key: str, uid: str, answer: Answer, at: object) -> Answered:
    end = at if answer is Answer.PLANNED else None
    return Answered(key, uid, answer, at, end)  # type: ignore[arg-type]


events = st.one_of(
    st.builds(Suggested, keys, uids, instants, st.just(MADRID)),
    st.builds(an_answer, keys, uids, st.sampled_from(list(Answer)), instants),
    st.builds(Passed, instants),
    st.just(QuestionPut()),
    st.builds(Wished, st.sampled_from(list(Wish)), instants),
    st.builds(Told, keys),
    st.builds(Forgotten, uids),
)


@given(st.lists(events, max_size=30))
def test_whatever_was_said_survives_being_written_down(said: list[Event]) -> None:
    state = lived(*said)
    assert asking_json.loads(asking_json.dumps(state)) == state


@given(st.lists(events, max_size=30))
def test_once_stopped_only_starting_again_starts(said: list[Event]) -> None:
    state = step(Asking(), Wished(Wish.STOP, NOW))
    for event in said:
        state = step(state, event)
        if isinstance(event, Wished) and event.wish is Wish.START_AGAIN:
            return
        assert state.stopped


@given(st.lists(events, max_size=30))
def test_never_is_kept_until_the_person_is_forgotten(said: list[Event]) -> None:
    state = step(Asking(), Answered("s", "ana", Answer.NEVER, NOW))
    for event in said:
        state = step(state, event)
        if event == Forgotten("ana"):
            return
        assert "ana" in state.never


def test_what_a_later_version_wrote_is_kept() -> None:
    state = asking_json.loads('{"version": 9, "stopped": true, "moons": [1]}')
    assert state == replace(Asking(), stopped=True, others={"moons": [1]})
    assert '"moons": [1]' in asking_json.dumps(state)


def test_what_was_written_before_something_was_added_is_read() -> None:
    assert asking_json.loads('{"version": 1}') == Asking()


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "7", '{"stopped": "yes"}', '{"never": [1]}', '{"fewer": true}'),
        *('{"paused_until": "soon"}', '{"paused_until": "2027-01-01T00:00:00"}'),
        *('{"question": "maybe"}', '{"avoid": [[1, 2]]}', "[" * 5000),
        '{"plans": [{"key": "s"}]}',
    ],
)
def test_what_cannot_be_read_is_said_so_that_nothing_forbidden_comes(
    text: str,
) -> None:
    with pytest.raises(UnplugError, match="cannot read what you said"):
        asking_json.loads(text)


def test_a_fewer_from_a_later_version_never_goes_beyond_what_there_is() -> None:
    from tests.unplug.suggest.making import inputs  # noqa: PLC0415
    from unplug.suggest.policy import decide  # noqa: PLC0415

    decide(inputs(asking=asking_json.loads('{"fewer": 99}')))
