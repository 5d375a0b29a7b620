"""Reading JSON piece by piece, so that a large file need not fit in memory.

The reader stands before a value. ``value`` takes it whole; ``members`` and ``elements``
go into it, and whoever iterates must take each value, or ``skip`` it.
"""

import json
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

from unplug.errors import UnplugError

_CHUNK = 1 << 20
_AHEAD = 1 << 16
"""Characters to have at hand before a value is tried, so that most are whole."""
_LARGEST = 1 << 26
"""A value that is still not whole after this many characters is taken for broken."""
_NUMBER_MAY_GO_ON = 4
"""Until so much follows, "1" may be the beginning of "1e+5"."""
_SPACE = " \t\r\n"


class JsonStream:
    """A JSON text and a place in it.

    Args:
        text: where the text comes from.
        failed: how an error about it begins, as in "cannot import old.json".
    """

    def __init__(self, text: TextIO, failed: str) -> None:
        self._source = text
        self._failed = failed
        self._text = ""
        self._at = 0
        self._passed_lines = 0
        self._passed_in_line = 0
        self._ended = False
        self._decode = json.JSONDecoder(parse_constant=_refuse).raw_decode
        self._more()

    def members(self) -> Iterator[str]:
        """Go into an object: each key, with the reader before its value."""
        self._expect("{", "an object")
        if self._next_is("}"):
            return
        while True:
            if self._peek() != '"':
                self._fail("a key in quotes is missing")
            key = self.value()
            self._expect(":", '":"')
            yield str(key)
            if self._next_is("}"):
                return
            self._expect(",", '"," or "}"')

    def elements(self) -> Iterator[int]:
        """Go into an array: each index, with the reader before its value."""
        self._expect("[", "an array")
        if self._next_is("]"):
            return
        index = 0
        while True:
            yield index
            index += 1
            if self._next_is("]"):
                return
            self._expect(",", '"," or "]"')

    def value(self) -> Any:  # noqa: ANN401  (whatever JSON can hold)
        """Take the value the reader is before."""
        self._peek()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if not self._ended and len(self._text) - self._at < _LARGEST:
                    self._more()
                    continue
                where = getattr(error, "pos", self._at)
                self._fail(str(getattr(error, "msg", error)), where)
            if len(self._text) - end < _NUMBER_MAY_GO_ON and not self._ended:
                self._more()
                continue
            self._at = end
            return value

    def skip(self) -> None:
        """Pass the value the reader is before, however large."""
        begins = self._peek()
        if begins == "{":
            for _ in self.members():
                self.skip()
        elif begins == "[":
            for _ in self.elements():
                self.value()
        else:
            self.value()

    def begins(self) -> str:
        """The first character of the value the reader is before."""
        return self._peek()

    def finish(self) -> None:
        """Make sure that nothing but space is left."""
        if self._peek():
            self._fail("something follows after the end")

    def _peek(self) -> str:
        """Pass space; the character after it, empty at the end."""
        while True:
            if len(self._text) - self._at < _AHEAD and not self._ended:
                self._more()
            text, at = self._text, self._at
            while at < len(text) and text[at] in _SPACE:
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if self._ended:
                return ""

    def _next_is(self, character: str) -> bool:
        if self._peek() != character:
            return False
        self._at += 1
        return True

    def _expect(self, character: str, called: str) -> None:
        if not self._next_is(character):
            self._fail(f"{called} is missing")

    def _more(self) -> None:
        """Read on, and forget what has been passed."""
        passed = self._text[: self._at]
        self._passed_lines += passed.count("\n")
        last = passed.rfind("\n")
        before = self._passed_in_line if last < 0 else 0
        self._passed_in_line = before + len(passed) - (last + 1)
        try:
            chunk = self._source.read(_CHUNK)
        except UnicodeDecodeError:
            self._fail("it is not UTF-8 text")
        self._ended = not chunk
        self._text = self._text[self._at :] + chunk
        self._at = 0

    def _fail(self, reason: str, at: int | None = None) -> NoReturn:
        passed = self._text[: self._at if at is None else at]
        line = self._passed_lines + passed.count("\n") + 1
        last = passed.rfind("\n")
        before = self._passed_in_line if last < 0 else 0
        column = before + len(passed) - last
        reason = reason[:1].lower() + reason[1:]
        what = f"line {line}, column {column}: {reason}"
        raise UnplugError(self._failed, what, "choose a file that is whole")


def _refuse(constant: str) -> NoReturn:
    msg = f"the constant {constant} is no JSON"
    raise ValueError(msg)
