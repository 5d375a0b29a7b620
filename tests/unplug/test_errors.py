"""How what went wrong is put to people."""

from unplug.errors import UnplugError


def test_an_error_says_what_failed_on_what_and_what_to_do() -> None:
    error = UnplugError("cannot read the file", "x.toml", "fix line 3")
    assert str(error) == "cannot read the file: x.toml — fix line 3"


def test_what_is_not_known_is_left_out() -> None:
    assert str(UnplugError("the disk is full")) == "the disk is full"
