"""Content lines as the standards want them: names, quotes, folds."""

import re

from unplug.people.contact import Property

LINE_OCTETS = 75
NAME_PARAM = "X-UNPLUG-NAME"  # the name that had to be changed
OWN_ALTID = "UNPLUG"  # marks versions of a property that were none before
_TOKEN = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
_NO_TOKEN = re.compile(r"[^A-Za-z0-9-]+", re.ASCII)
_CONTROLS = dict.fromkeys((*range(9), *range(0x0B, 0x20), 0x7F))
_CARETS = {"^": "^^", "\n": "^n", '"': "^'"}
_CARET = re.compile(r'[\^\n"]')
_QUOTED = re.compile(r"[:;,]")
_PRETTY = {"X-ABLABEL": "X-ABLabel"}


def content_line(line: Property) -> str:
    """One property as lines of a vCard, ended by CR LF."""
    name = _PRETTY.get(line.name, line.name)
    params = line.params
    if not _TOKEN.fullmatch(name):
        params = (*params, (NAME_PARAM, (name,)))
        name = _NO_TOKEN.sub("-", name).strip("-") or "X-UNPLUG-NAMELESS"
    group = f"{_NO_TOKEN.sub('-', line.group)}." if line.group else ""
    written = "".join(_param(key, found) for key, found in params)
    value = line.value.replace("\n", "\\n").translate(_CONTROLS)
    return fold(f"{group}{name}{written}:{value}")


def _param(key: str, found: tuple[str, ...]) -> str:
    name = _NO_TOKEN.sub("-", key).strip("-") or "X-UNPLUG-NAMELESS"
    return f";{name}={','.join(map(_param_value, found))}"


def _param_value(value: str) -> str:
    value = _CARET.sub(lambda found: _CARETS[found[0]], value).translate(_CONTROLS)
    return f'"{value}"' if _QUOTED.search(value) else value


def fold(line: str) -> str:
    """Fold a line so that none is longer than 75 octets and no character is cut."""
    if len(line) <= LINE_OCTETS and line.isascii():
        return f"{line}\r\n"
    data = line.encode("utf-8", "replace")
    out = []
    start, room = 0, LINE_OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004  (inside of a character)
            end -= 1
        out.append(data[start:end].decode())
        start, room = end, LINE_OCTETS - 1
    out.append(data[start:].decode())
    return "\r\n ".join(out) + "\r\n"
