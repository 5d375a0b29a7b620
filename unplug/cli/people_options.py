"""What can be said of a person, or of a meeting, on the command line."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from unplug import durations
from unplug.cli.times import local_date

Command = TypeVar("Command", bound=Callable[..., object])

_MINUTE_S = 60
_EDITS = (
    click.option("--rename", metavar="NAME", help="The name as it is written."),
    click.option("--circle", help='Such as close, or your own; "none" for none.'),
    click.option("--cadence", metavar="14/30", help="Days, ideal/longest, or circle."),
    click.option("--birthday", metavar="D", help="1996-04-15, or 04-15; none."),
    click.option("--city", help="Where they live."),
    click.option("--zone", metavar="Z", help="Their time zone, like Europe/Madrid."),
    click.option("--closeness", type=click.IntRange(1, 5), help="1 to 5."),
    click.option("--corner", type=click.IntRange(0), help="Place in the quiet corner."),
    click.option("--phone", "phones", multiple=True, help="Add a number."),
    click.option("--email", "emails", multiple=True, help="Add an address."),
    click.option("--messenger", "messengers", multiple=True, metavar="SERVICE:NAME"),
    click.option("--nickname", "nicknames", multiple=True, help="Add one."),
    click.option(
        "--anniversary", "anniversaries", multiple=True, metavar="'D WHAT'",
        help='Add a day, like "2001-05-03 wedding".',
    ),
    click.option(
        "--free", multiple=True, metavar="'TUE 18-21'", help="Add usual free times."
    ),
    click.option("--interest", "interests", multiple=True, help="Add one you share."),
    click.option("--topic", "topics", multiple=True, help="Add a last topic."),
    click.option("--note", "notes", multiple=True, help="Add a note."),
    click.option("--remove", multiple=True, help="Take out of whichever list has it."),
    click.option("--in-memoriam/--not-in-memoriam", default=None, help="They died."),
    click.option("--blocked/--not-blocked", default=None, help="Shown nowhere."),
    click.option("--remind/--no-remind", default=None, help="Of birthdays and days."),
)  # fmt: skip


def edit_options(command: Command) -> Command:
    """Add the options for all that can be said of a person."""
    for option in reversed(_EDITS):
        command = option(command)
    return command


def wanted(options: Mapping[str, Any]) -> dict[str, Any]:
    """What was said, as the engine takes it."""
    said = {"name" if k == "rename" else k: v for k, v in options.items()}
    return {
        name: [*value] if isinstance(value, tuple) else value
        for name, value in said.items()
        if value is not None and value != ()
    }


def felt_option(command: Command) -> Command:
    """Add how it felt."""
    return click.option("--felt", type=click.IntRange(1, 5), help="How it felt, 1-5.")(
        command
    )


def check_in_options(command: Command) -> Command:
    """Add when it was, how long, what was talked about, and a note."""
    options = (
        click.option("--on", callback=_day, metavar="D", help="The day, if not today."),
        click.option(
            "--for", "minutes", callback=_minutes, metavar="90M", help="How long."
        ),
        click.option("--topic", "topics", multiple=True, help="What you talked about."),
        click.option("--note", default="", help="Something to remember."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return None if value is None else local_date(value).isoformat()


def _minutes(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    return round(durations.parse(value).total_seconds() / _MINUTE_S)
