"""Content lines and components of iCalendar text (RFC 5545, 3.1), with line numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_WIDTH = 75  # octets in a line, its CRLF not counted
_MOST = 64 * 1024 * 1024
_LONGEST_LINE = 1024 * 1024
_DEEPEST = 8
_MOST_PROBLEMS = 1000  # of a file with more of them, the rest is not read
_BREAK = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
_PARAMETER = re.compile(
    r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)', re.ASCII
)
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What could not be taken from a file, and on which line it is."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Line:
    """One content line, unfolded.

    Attributes:
        number: of its first line in the file, from 1.
        raw: all of it, unfolded, as it was written.
    """

    number: int
    name: str
    parameters: tuple[tuple[str, str], ...]
    value: str
    raw: str

    def parameter(self, name: str) -> str | None:
        """A parameter's value without its quotes; None: it is not there."""
        return dict(self.parameters).get(name)

    @property
    def text(self) -> str:
        """The value as text, its escapes taken out."""
        return _ESCAPED.sub(
            lambda found: "\n" if found[1] in "nN" else found[1], self.value
        )


@dataclass(slots=True)
class Component:
    """What is between BEGIN and END."""

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        """The first line of a name; None: there is none."""
        return next((line for line in self.lines if line.name == name), None)

    def every(self, name: str) -> list[Line]:
        """All lines of a name, in order."""
        return [line for line in self.lines if line.name == name]

    def within(self, name: str) -> Iterator["Component"]:
        """All components of a name in this one, at any depth."""
        for part in self.parts:
            if part.name == name:
                yield part
            yield from part.within(name)


def read_components(text: str, problems: list[Problem]) -> Component:
    """Read all components of a text into one around them; never raises.

    Args:
        text: a whole .ics file, or rubbish.
        problems: what is wrong with it is added here.
    """
    root = Component("", 1)
    open_: list[Component] = [root]
    for line in _lines(text, problems):
        if line.name == "BEGIN" and len(open_) > _DEEPEST:
            problems.append(Problem(line.number, "BEGIN is too deep inside others"))
        elif line.name == "BEGIN":
            part = Component(line.value.strip().upper()[:40], line.number)
            open_[-1].parts.append(part)
            open_.append(part)
        elif line.name == "END":
            _close(open_, line, problems)
        elif len(open_) > 1:
            open_[-1].lines.append(line)
        else:
            problems.append(Problem(line.number, f"{line.name} is outside of BEGIN"))
    problems.extend(
        Problem(part.number, f"BEGIN:{part.name} has no END") for part in open_[1:]
    )
    return root


def _close(open_: list[Component], line: Line, problems: list[Problem]) -> None:
    name = line.value.strip().upper()[:40]
    if name not in [part.name for part in open_[1:]]:
        problems.append(Problem(line.number, f"END:{name} without its BEGIN"))
        return
    while open_[-1].name != name:
        part = open_.pop()
        problems.append(Problem(part.number, f"BEGIN:{part.name} has no END"))
    open_.pop()


def _lines(text: str, problems: list[Problem]) -> Iterator[Line]:
    if len(text) > _MOST:
        problems.append(Problem(1, "the file is larger than 64 MB"))
        return
    for number, raw in _unfolded(text.removeprefix("\ufeff")):
        if len(raw) > _LONGEST_LINE:
            problems.append(Problem(number, "the line is far too long"))
            continue
        line = _line(number, raw)
        if len(problems) > _MOST_PROBLEMS:
            problems.append(Problem(number, "too much is wrong, the rest is left out"))
            return
        if line is None:
            shown = repr(raw[:40])
            problems.append(Problem(number, f"{shown} is no NAME:value line"))
        else:
            yield line


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    begun, pieces = 1, [""]
    for number, physical in enumerate(_BREAK.split(text), 1):
        if physical[:1] in {" ", "\t"} and number > 1:
            pieces.append(physical[1:])
            continue
        if whole := "".join(pieces):
            yield begun, whole
        begun, pieces = number, [physical]
    if whole := "".join(pieces):
        yield begun, whole


def _line(number: int, raw: str) -> Line | None:
    named = _NAME.match(raw)
    if named is None:
        return None
    at, parameters = named.end(), []
    while found := _PARAMETER.match(raw, at):
        parameters.append((found[1].upper(), found[2].replace('"', "")))
        at = found.end()
    if raw[at : at + 1] != ":":
        return None
    name = named[0].upper()
    return Line(number, name, tuple(parameters), raw[at + 1 :], raw)


def folded(lines: Iterable[str]) -> str:
    """Join content lines as a file has them: 75 octets at most, CRLF after each."""
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _fold(line: str) -> str:
    if len(line.encode()) <= _WIDTH:
        return line
    pieces, piece, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _WIDTH:
            pieces.append(piece)
            piece, octets = "", 1  # the space that marks a continued line
        piece, octets = piece + character, octets + size
    return "\r\n ".join([*pieces, piece])


def escaped(text: str) -> str:
    """Text as a value: backslash, comma, semicolon and line ends escaped."""
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return _BREAK.sub(r"\\n", text)
