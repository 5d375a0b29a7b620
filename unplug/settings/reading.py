"""Reading ``settings.toml``."""

from dataclasses import dataclass
from pathlib import Path

from unplug import tomlfiles
from unplug.errors import UnplugError
from unplug.settings.kinds import UnfitError
from unplug.settings.section import Section, about
from unplug.settings.sections import Settings, section_types, settings_of
from unplug.tomlfiles import KeyPath

FILE_NAME = "settings.toml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a settings file says.

    Attributes:
        settings: the settings, defaults where the file says nothing.
        notices: a sentence for each thing in it that does nothing.
    """

    settings: Settings
    notices: tuple[str, ...] = ()


def read(path: Path) -> Loaded:
    """Read the settings file; all defaults where there is none.

    Raises:
        UnplugError: it cannot be read, or a value in it does not fit.
    """
    text = tomlfiles.read_text(path)
    return Loaded(Settings()) if text is None else parse(text, path.name)


def parse(text: str, name: str = FILE_NAME) -> Loaded:
    """Read settings from a file's text.

    Args:
        text: what is in the file.
        name: what to call the file in errors and notices.

    Raises:
        UnplugError: it is not TOML, or a value in it does not fit.
    """
    document = tomlfiles.parse(text, name)
    known = section_types()
    sections: dict[str, Section] = {}
    notices = []
    for key, value in document.items():
        if key not in known:
            notices.append(_notice(text, name, (key,), list(known)))
        elif not isinstance(value, dict):
            reason = f'"{key}" must be a section, not {tomlfiles.shown(value)}'
            raise _bad(text, name, (key,), reason)
        else:
            fit, strange = _values(text, name, key, value)
            sections[key] = known[key](**fit)
            notices += strange
    return Loaded(Settings(**sections), tuple(notices))  # type: ignore[arg-type]  # made by their own types


def _values(
    text: str, name: str, section: str, table: dict[str, object]
) -> tuple[dict[str, object], list[str]]:
    """The values of one section that fit, and a notice for each unknown key."""
    known = {each.name: each for each in settings_of(section_types()[section])}
    fit, notices = {}, []
    for key, value in table.items():
        if key not in known:
            notices.append(_notice(text, name, (section, key), list(known)))
            continue
        try:
            fit[key] = about(known[key]).kind.accept(value)
        except UnfitError as error:
            raise _bad(text, name, (section, key), f'"{key}" {error}') from error
    return fit, notices


def _bad(text: str, name: str, where: KeyPath, reason: str) -> UnplugError:
    line = tomlfiles.line_of(text, where)
    todo = f"fix or delete the line (line {line})"
    return UnplugError(f"cannot read {name}", reason, todo)


def _notice(text: str, name: str, where: KeyPath, known: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (only for typing errors)

    *within, key = (str(step) for step in where)
    of = f" of [{within[0]}]" if within else ""
    close = get_close_matches(key, known, n=1)
    hint = f' — did you mean "{close[0]}"?' if close else ""
    line = tomlfiles.line_of(text, where)
    return f'{name}, line {line}: "{key}" is no setting{of}; it does nothing{hint}'
