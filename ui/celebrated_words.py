"""Who celebrates today, in words."""

from PySide6.QtCore import QCoreApplication

from ui.words import one_line
from unplug.engine.snapshot import Celebrated

NAMED = 3
_NAME_CHARS = 60
translate = QCoreApplication.translate


def celebrated(them: tuple[Celebrated, ...]) -> str:
    """One line for everybody; empty for nobody."""
    said = [_one(person) for person in them[:NAMED]]
    if len(them) > NAMED:
        more = translate("Words", "{count} more")
        said.append(more.format(count=len(them) - NAMED))
    return " · ".join(said)


def _one(person: Celebrated) -> str:
    name = one_line(person.name, _NAME_CHARS)
    if person.is_birthday and person.years:
        text = translate("Words", "{name} turns {years} today")
    elif person.is_birthday:
        text = translate("Words", "{name} has a birthday today")
    elif person.years:
        text = translate("Words", "{name}: {day}, {years} years today")
    else:
        text = translate("Words", "{name}: {day} today")
    day = one_line(person.label, _NAME_CHARS) or translate("Words", "anniversary")
    return text.format(name=name, years=person.years, day=day)
