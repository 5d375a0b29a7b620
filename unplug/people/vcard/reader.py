"""Read vCards of any version, tolerantly: each card is kept, each trouble reported."""

import re
from collections.abc import Iterator

from unplug.people import code_pages, encoding
from unplug.people.contact import Contact
from unplug.people.problems import Problem
from unplug.people.vcard import content_line, lines, values
from unplug.people.vcard.draft import Draft

_CHARSET = re.compile(rb"CHARSET\s*=\s*\"?([\w-]+)", re.IGNORECASE)
_SHOWN = 40


def read(
    data: bytes, name: str, *, code_page: str = ""
) -> tuple[list[Contact], list[Problem]]:
    """Read all cards of a file.

    Args:
        data: the whole file.
        name: what to call it in problems.
        code_page: the user's own choice for what is not UTF-8; else it is guessed.

    Returns:
        A contact for each card, in order, and what could not be read, by line.
    """
    contacts: list[Contact] = []
    problems: list[Problem] = []
    for contact, found in read_each(data, name, code_page=code_page):
        if contact is not None:
            contacts.append(contact)
        problems.extend(found)
    return contacts, sorted(problems)


def read_each(
    data: bytes, name: str, *, code_page: str = ""
) -> Iterator[tuple[Contact | None, tuple[Problem, ...]]]:
    """Read a file card by card, so that progress can be shown and reading cancelled.

    Yields:
        A contact and the problems of its card; at the end None and the file's own.
    """
    text, said = encoding.unmarked(data)
    reader = _Reader(text, name, code_page)
    stray: list[int] = []
    any_card = False
    for raw in lines.cards(text, stray):
        any_card = True
        yield reader.contact(raw)
    whole = []
    if not any_card:
        whole.append(Problem(name, 0, "there is no contact in it"))
    elif stray:
        lines_were = "1 line was" if len(stray) == 1 else f"{len(stray)} lines were"
        what = f"{lines_were} outside of any contact and left out"
        whole.append(Problem(name, stray[0], what))
    if said and "\ufffd" in text.decode("utf-8", "ignore"):
        whole.append(Problem(name, 0, f"it is no valid {said}; some letters are lost"))
    yield None, tuple(whole)


def guess_code_page(data: bytes) -> str:
    """The code page that ``read`` would take for what is not UTF-8 in these bytes."""
    return _Reader(encoding.unmarked(data)[0], "", "").code_page()


class _Reader:
    """Reads the cards of one file, whose code page is guessed when first needed."""

    def __init__(self, data: bytes, name: str, code_page: str) -> None:
        self._data = data
        self._name = name
        self._code_page = code_page

    def code_page(self) -> str:
        """What to take for bytes that are not UTF-8 and have no CHARSET."""
        if not self._code_page:
            hints = (encoding.known(h.decode()) for h in _CHARSET.findall(self._data))
            self._code_page = code_pages.guess(
                self._undecided(), dict.fromkeys(filter(None, hints))
            )
        return self._code_page

    def _undecided(self) -> Iterator[bytes]:
        """The values that neither UTF-8 nor a CHARSET explains."""
        for line in lines.unfold(self._data):
            head, _, value = line.data.partition(b":")
            upper = head.upper()
            if b"CHARSET" in upper or b"BASE64" in upper:
                continue
            if b"QUOTED-PRINTABLE" in upper:
                value = values.from_quoted_printable(value)
            if not value.isascii() and not encoding.is_utf8(value):
                yield value

    def contact(self, raw: lines.RawCard) -> tuple[Contact, tuple[Problem, ...]]:
        """The contact of one card."""
        draft = Draft()
        for line in raw.lines:
            parsed = content_line.parse(line.number, line.data, self.code_page)
            if parsed is not None:
                draft.add(parsed)
                if not parsed.certain:
                    what = f"some letters of {parsed.name} may be wrong"
                    draft.report(line.number, what)
            else:
                self._continued(draft, line)
        for inner in raw.nested:
            draft.nest(self._text(inner))
        if not raw.begun:
            draft.report(raw.number, "the BEGIN of this contact is missing")
        if not raw.closed:
            draft.report(raw.number, "the END of this contact is missing")
        contact = draft.contact()
        found = (
            Problem(self._name, number or raw.number, what)
            for number, what in draft.problems
        )
        return contact, tuple(found)

    def _continued(self, draft: Draft, line: lines.RawLine) -> None:
        """Deal with a line that is none: it continues the last, or is kept as it is."""
        text = encoding.decode(line.data, "", self._lazily(line.data))[0].strip()
        name = draft.may_go_on()
        if name:
            draft.continue_last(text)
            draft.report(line.number, f"a line break inside of {name}")
            return
        draft.keep_unread(text)
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        draft.report(
            line.number, f'cannot read the line "{shown}"; it is kept as it is'
        )

    def _lazily(self, data: bytes) -> str:
        return "" if encoding.is_utf8(data) else self.code_page()

    def _text(self, card: lines.RawCard) -> str:
        """A nested card as one text, cards inside of it included."""
        out = []
        waiting: list[lines.RawCard | str] = [card]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                out.append(item)
                continue
            out.append("BEGIN:VCARD")
            out.extend(
                encoding.decode(line.data, "", self._lazily(line.data))[0]
                for line in item.lines
            )
            waiting.append("END:VCARD")
            waiting.extend(reversed(item.nested))
        return "\n".join(out)
