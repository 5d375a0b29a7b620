"""What fits into a setting, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from unplug.settings.kinds import Address, Kind, TimeOfDay, Whole

translate = QCoreApplication.translate


def bounds_of(kind: Kind[object]) -> str:
    """What fits, in a few words; the settings file says the same in English."""
    match kind:
        case Whole():
            text = translate("Settings", "{first} to {last}")
            text = text.format(first=kind.at_least, last=kind.at_most)
            return f"{text} {unit_of(kind)}".rstrip()
        case TimeOfDay():
            text = translate("Settings", "{first} to {last}")
            return text.format(first=kind.earliest, last=kind.latest)
        case Address():
            text = translate("Settings", 'an address like "{example}"; "" for none')
            return text.format(example=kind.example)
        case _:
            return translate("Settings", kind.bounds())


def unit_of(kind: Whole) -> str:
    """What is counted, in the plural; empty where nothing is."""
    return translate("Settings", kind.unit) if kind.unit else ""
