from hypothesis import given
from hypothesis import strategies as st

from unplug.ical.lines import Problem, escaped, folded, read_components


def lines_of(text: str) -> list[str]:
    problems: list[Problem] = []
    calendar = read_components(text, problems)
    assert not problems
    return [line.text for line in calendar.parts[0].lines]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_text_that_is_escaped_and_folded_comes_back_as_it_was(text: str) -> None:
    written = folded(["BEGIN:VEVENT", f"SUMMARY:{escaped(text)}", "END:VEVENT"])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert lines_of(written) == [text]


def test_a_problem_names_its_line() -> None:
    problems: list[Problem] = []
    read_components("BEGIN:VEVENT\r\nrubbish\r\nEND:VEVENT\r\n", problems)
    assert [str(problem) for problem in problems] == [
        "line 2: 'rubbish' is no NAME:value line"
    ]
