"""Writing ``settings.toml`` so that the user's own text in it survives."""

import json
import re
from pathlib import Path
from typing import Any

from unplug import tomlfiles
from unplug.errors import UnplugError
from unplug.files import write_atomically
from unplug.settings.kinds import UnfitError
from unplug.settings.section import about
from unplug.settings.sections import section_types, settings_of
from unplug.tomlfiles import Document

_INTRODUCTION = """\
# The settings of unplug. Remove the "#" before a name to change its value;
# what is left out, or behind a "#", is as shown.
"""


def template() -> str:
    """A settings file that changes nothing and explains everything."""
    parts = [_INTRODUCTION]
    for name, section_type in section_types().items():
        parts.append(f"\n# {section_type.__doc__}\n[{name}]\n")
        for each in settings_of(section_type):
            known = about(each)
            comment = f"# {known.comment}\n# ({known.kind.bounds()})\n"
            parts.append(f"{comment}#{each.name} = {written(each.default)}\n")
    return "".join(parts)


def write_template(path: Path) -> bool:
    """Write the template, unless there is a file already; say whether it was.

    Raises:
        UnplugError: it cannot be written.
    """
    if path.exists() or path.is_symlink():
        return False
    write_atomically(path, [template()])
    return True


def change(path: Path, key: str, value: object) -> None:
    """Set one setting in the file; every other character of it stays.

    Args:
        path: the settings file; made from the template if there is none.
        key: the section and the name, as in "tracking.idle_after_s".
        value: what to set it to.

    Raises:
        UnplugError: there is no such setting, the value does not fit, or the file
            cannot be read or written; nothing has changed.
    """
    section, name = _known(key)
    value = _fit(section, name, value)
    text = tomlfiles.read_text(path)
    if text is None:
        text = template()
    wanted = _wanted(text, path.name, section, name, value)
    for attempt in (_uncommented, _edited):
        changed = attempt(text, section, name, value)
        if changed is not None and tomlfiles.parse(changed, path.name) == wanted:
            write_atomically(path, [changed])
            return
    failed, todo = f"cannot change {path.name}", f'set "{key}" in it by hand'
    raise UnplugError(failed, "its layout is too unusual", todo)


def written(value: object) -> str:
    """A setting's value as TOML."""
    return json.dumps(value, ensure_ascii=False)  # the same for all kinds there are


def _known(key: str) -> tuple[str, str]:
    section, _, name = key.partition(".")
    known = section_types().get(section)
    if known is None or name not in {each.name for each in settings_of(known)}:
        failed, todo = "there is no setting", "see settings.toml for those there are"
        raise UnplugError(failed, key, todo)
    return section, name


def _fit(section: str, name: str, value: object) -> Any:  # noqa: ANN401  (any setting's type)
    of = {each.name: each for each in settings_of(section_types()[section])}
    try:
        fit = about(of[name]).kind.accept(value)
    except UnfitError as error:
        failed = f"cannot set {section}.{name}"
        raise UnplugError(failed, f"it {error}") from error
    return list(fit) if isinstance(fit, tuple) else fit


def _wanted(text: str, file: str, section: str, name: str, value: object) -> Document:
    """The document as it is to read afterwards."""
    document = tomlfiles.parse(text, file)
    table = document.setdefault(section, {})
    if not isinstance(table, dict):
        failed, todo = f"cannot change {file}", f"make [{section}] a section"
        raise UnplugError(failed, f'"{section}" is a value there', todo)
    table[name] = value
    return document


def _uncommented(text: str, section: str, name: str, value: object) -> str | None:
    """The text with the template's "#name = …" line brought to life."""
    header = re.search(rf"^\[{section}\][^\n]*$", text, re.MULTILINE)
    if header is None:
        return None
    following = re.compile(r"^\[", re.MULTILINE).search(text, header.end())
    end = following.start() if following else len(text)
    asleep = re.compile(rf"^#{name} = [^\r\n]*", re.MULTILINE)
    found = asleep.search(text, header.end(), end)
    if found is None:
        return None
    return f"{text[: found.start()]}{name} = {written(value)}{text[found.end() :]}"


def _edited(text: str, section: str, name: str, value: object) -> str | None:
    """The text with a value replaced or added wherever TOML allows it."""
    import tomlkit  # noqa: PLC0415  (30 ms, only to write)
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    try:
        document = tomlkit.parse(text)
    except TOMLKitError:  # it is stricter than the reader
        return None
    if section not in document:
        document[section] = tomlkit.table()
    table: Any = document[section]
    table[name] = value
    changed = tomlkit.dumps(document)
    if "\r\n" in text:  # tomlkit ends its own lines as Unix does
        changed = re.sub(r"(?<!\r)\n", "\r\n", changed)
    return changed
