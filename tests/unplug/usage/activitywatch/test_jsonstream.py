import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.errors import UnplugError
from unplug.usage.activitywatch import jsonstream
from unplug.usage.activitywatch.jsonstream import JsonStream

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@pytest.fixture(params=[1, 7, 1 << 20])
def _chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonstream, "_CHUNK", request.param)
    monkeypatch.setattr(jsonstream, "_AHEAD", 1)


def walked(stream: JsonStream) -> Any:  # noqa: ANN401
    """A value read by going into it as deep as it goes."""
    if stream.begins() == "{":
        return {key: walked(stream) for key in stream.members()}
    if stream.begins() == "[":
        return [walked(stream) for _ in stream.elements()]
    return stream.value()


@pytest.mark.usefixtures("_chunk")
@pytest.mark.parametrize("indent", [None, 1])
def test_going_in_reads_the_same_in_whatever_pieces_it_comes(
    indent: int | None,
) -> None:
    value: dict[str, object] = {
        "a": [1, 2.5, {"b": "ü\n\\"}],
        "c": {},
        "d": [],
        "e": None,
        "f": -12345678,
        "g": -2.5e-7,
    }
    stream = JsonStream(io.StringIO(json.dumps(value, indent=indent)), "failed")
    assert walked(stream) == value
    stream.finish()


@pytest.mark.usefixtures("_chunk")
def test_an_error_deep_in_the_file_names_its_line_and_column() -> None:
    text = '{\n "a": [\n  1,\n  2 3\n]}'
    with pytest.raises(UnplugError) as caught:
        walked(JsonStream(io.StringIO(text), "failed"))
    assert str(caught.value).startswith('failed: line 4, column 5: "," or "]" is')


@given(VALUES)
def test_skipping_a_value_ends_behind_it(value: object) -> None:
    stream = JsonStream(io.StringIO(json.dumps([value, "next"])), "failed")
    elements = stream.elements()
    next(elements)
    stream.skip()
    next(elements)
    assert stream.value() == "next"


@given(VALUES)
def test_going_in_and_taking_whole_read_the_same(value: object) -> None:
    text = json.dumps(value)
    assert walked(JsonStream(io.StringIO(text), "failed")) == value
    assert JsonStream(io.StringIO(text), "failed").value() == value


@given(st.text(alphabet='{}[]",:1ae \n\\', max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    stream = JsonStream(io.StringIO(text), "failed")
    try:
        value = walked(stream)
        stream.finish()
    except UnplugError:
        with pytest.raises(ValueError, match=r"\w"):
            json.loads(text)
    else:
        assert value == json.loads(text)
