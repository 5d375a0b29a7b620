"""``unplug trip``: brokers in the local network."""

from datetime import timedelta

import click

from unplug import durations
from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.errors import UnplugError

LONGEST = timedelta(minutes=1)


@click.command()
@click.option("--for", "length", default="3s", metavar="3s", help="Look for so long.")
@json_option
def brokers(length: str, *, as_json: bool) -> None:
    """Look for brokers that announce themselves in your local network."""
    from unplug.engine.trip_brokers import look  # noqa: PLC0415  (few people look)

    wanted = durations.parse(length)
    if not timedelta() < wanted <= LONGEST:
        failed = "cannot look for so long"
        raise UnplugError(failed, length, "give up to a minute, like 3s")
    found = look(wanted.total_seconds())
    if as_json:
        print_json(found)
        return
    for row in found:
        click.echo(printable(f"{row['url']}  {row['name']}"))
    if not found:
        told = "nothing found: no broker here announces itself; ask whoever runs it"
        click.echo(f"{told} for its address", err=True)


COMMANDS = (brokers,)
