import pytest

from ui.window.setting_bounds import bounds_of
from unplug.settings.kinds import Address, Kind, TimeOfDay, Whole
from unplug.settings.section import about
from unplug.settings.sections import section_types, settings_of

KINDS = {
    about(setting).kind
    for section_type in section_types().values()
    for setting in settings_of(section_type)
}


@pytest.mark.parametrize("kind", sorted(KINDS, key=repr))
def test_windows_say_what_fits_as_the_settings_file_does(kind: Kind[object]) -> None:
    assert bounds_of(kind).replace('"', "") == kind.bounds().replace('"', "")


def test_numbers_times_and_addresses_are_said_with_their_bounds() -> None:
    assert bounds_of(Whole(1, 5, "days")) == "1 to 5 days"
    assert bounds_of(Whole(0, 9, "")) == "0 to 9"
    assert bounds_of(TimeOfDay("00:00", "12:00")) == "00:00 to 12:00"
    address = Address(("mqtt",), "mqtt://hut.example")
    assert bounds_of(address) == 'an address like "mqtt://hut.example"; "" for none'
