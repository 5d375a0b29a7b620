"""From the bytes of a file to the lines of each card.

Works on bytes: a fold may cut a character in two, and each line may be in a code of
its own. Takes every way of breaking lines that address books are known for.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_BEGIN = re.compile(rb"BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_MARGIN = re.compile(rb"\s*^([ \t]+)BEGIN\s*:\s*VCARD", re.IGNORECASE | re.MULTILINE)
_END = re.compile(rb"END\s*:\s*VCARD\s*", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT[^:]*:\s*(BEGIN:VCARD)?\s*", re.IGNORECASE)
_QUOTED = re.compile(rb"[^:]*QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(
    rb"[^:]*;\s*(?:ENCODING\s*=\s*\"?)?(?:BASE64|B)\"?\s*[;:]|[^:]*:data:[^,]{0,200};base64\\?,",
    re.IGNORECASE,
)
_BASE64_ONLY = re.compile(rb"[A-Za-z0-9+/]+={0,2}\s*")
_MARK = codecs.BOM_UTF8
_INDENT = b" \t"
_SOFT = b"= \t"
_ESCAPED = re.compile(rb"[\\;,]")


@dataclass(slots=True)
class RawLine:
    """One unfolded line of a card, and the number of its first line in the file."""

    number: int
    data: bytes


@dataclass(slots=True)
class RawCard:
    """The lines between BEGIN and END of one card.

    Attributes:
        number: the line of its BEGIN, from 1.
        lines: without BEGIN and END.
        nested: cards inside it, as a 2.1 AGENT has them.
        closed: whether its END was there.
        begun: whether its BEGIN was.
    """

    number: int
    lines: list[RawLine] = field(default_factory=list)
    nested: list["RawCard"] = field(default_factory=list)
    closed: bool = False
    begun: bool = True


def _physical(data: bytes) -> list[bytes]:
    """The lines as they stand in the file."""
    if b"\r\r\n" in data:
        data = data.replace(b"\r\r\n", b"\n")
    if _MARK in data:  # files that were put one behind the other
        data = data.replace(b"\n" + _MARK, b"\n")
    found = data.splitlines()
    margin = _MARGIN.match(data)
    if margin:  # copied out of an indented text
        found = [line.removeprefix(margin[1]) for line in found]
    return found


def unfold(data: bytes) -> Iterator[RawLine]:
    """Join what was folded, soft-broken or wrapped; skip blank lines."""
    physical = _physical(data)
    total = len(physical)
    at = 0
    while at < total:
        first = at
        line = physical[at]
        at += 1
        if not line or line.isspace():
            continue
        unsure = at < total and (
            physical[at][:1] in _INDENT
            or b":" not in physical[at]
            or line[-1:] in _SOFT
        )
        if unsure and not _frames(line):
            line, at = _joined(line, physical, at)
        yield RawLine(first + 1, line)


def _frames(line: bytes) -> bool:
    """Whether this is a BEGIN or END, which nothing continues."""
    return bool(_BEGIN.fullmatch(line) or _END.fullmatch(line))


def _joined(line: bytes, physical: list[bytes], at: int) -> tuple[bytes, int]:
    """The line with all that continues it, and where the next one starts."""
    parts = [line]
    last = line
    quoted = bool(_QUOTED.match(line))
    base64 = not quoted and bool(_BASE64.match(line))
    agent = _holds_card(line, physical[at])
    total = len(physical)
    while at < total:
        following = physical[at]
        if quoted and last.rstrip().endswith(b"="):
            if _END.fullmatch(following):
                break
            parts[-1] = last.rstrip()[:-1]
            parts.append(following)
        elif following[:1] in (b" ", b"\t"):
            parts.append(_agent_line(following) if agent else following[1:])
        elif base64 and (not following or _BASE64_ONLY.fullmatch(following)):
            parts.append(following)
        elif not following and at + 1 < total and physical[at + 1][:1] in (b" ", b"\t"):
            pass  # a blank line inside of a fold
        else:
            break
        last = parts[-1]
        at += 1
    return b"".join(parts), at


def _holds_card(line: bytes, following: bytes) -> bool:
    """Whether a card is the value of this AGENT, from here or from the next line on."""
    found = _AGENT.fullmatch(line)
    return bool(found and (found[1] or _BEGIN.fullmatch(following.strip())))


def _agent_line(line: bytes) -> bytes:
    """A line of a card that was put, folded, into the value of an AGENT."""
    return b"\\n" + _ESCAPED.sub(rb"\\\g<0>", line.strip())


def _begins(line: bytes) -> bool:
    """Whether a card begins here, be it as the value of an AGENT."""
    agent = _AGENT.fullmatch(line)
    return bool(_BEGIN.fullmatch(line) or (agent and agent[1]))


def cards(data: bytes, stray: list[int]) -> Iterator[RawCard]:
    """The cards of a file, one by one, in order.

    A card inside a card that ends belongs to it. Where the outer one never ends, its
    END is missing, and the inner ones stand for themselves. Where an END has no BEGIN,
    the lines before it are a card.

    Args:
        data: the file, in a code that keeps ASCII.
        stray: takes the numbers of lines that are outside of any card.
    """
    opened: list[RawCard] = []
    loose: list[RawLine] = []
    for line in unfold(data):
        first = line.data[:1]
        if first in b"BbAa" and _begins(line.data):
            stray.extend(line.number for line in loose)
            loose = []
            opened.append(RawCard(line.number))
        elif first in b"Ee" and _END.fullmatch(line.data):
            if opened:
                card = opened.pop()
            elif loose:
                card, loose = RawCard(loose[0].number, loose, begun=False), []
            else:
                stray.append(line.number)
                continue
            card.closed = True
            # A BEGIN that was written twice holds nothing but the card itself.
            found = [card] if card.lines or not card.nested else card.nested
            if opened:
                opened[-1].nested.extend(found)
            else:
                yield from found
        else:
            (opened[-1].lines if opened else loose).append(line)
    stray.extend(line.number for line in loose)
    for card in opened:
        inner, card.nested = card.nested, []
        yield card
        yield from inner
