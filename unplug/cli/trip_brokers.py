"""``unplug trip``: brokers in the local network."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click

from unplug import durations
from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.trip_asking import Json, do
from unplug.errors import UnplugError

LONGEST = timedelta(minutes=1)


@click.command()
@click.option("--for", "length", default="3s", metavar="3s", help="Look for so long.")
@json_option
def brokers(length: str, *, as_json: bool) -> None:
    """Look for brokers that announce themselves in your local network."""
    from unplug.engine.trips.brokers import look  # noqa: PLC0415  (few people look)

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


@click.command()
@click.argument("wanted", type=click.Choice(["on", "off"]), required=False)
@json_option
@click.pass_obj
def host(folder: Path, wanted: str | None, *, as_json: bool) -> None:
    """Be a broker for the trips that you organise, in your local network.

    On: while unplug runs, this computer listens there on a port, without a password;
    what passes is sealed. Without ON or OFF: say how it stands.
    """
    on = None if wanted is None else wanted == "on"
    shown = do(folder, "host", None, on=on)
    if as_json:
        print_json(shown)
        return
    for line in _told(shown):
        click.echo(printable(line), err=True)


def _told(shown: Json) -> Iterator[str]:
    if not shown["on"]:
        yield "off: nothing listens here"
        return
    if shown["listening"]:
        yield f"on: listens at {shown['place']}, without a password"
        if shown["name"]:
            yield f'others in the network find it as "{shown["name"]}"'
        yield f"over it travel: {', '.join(shown['trips'])}"
        return
    yield f"on: {shown['error'] or 'it begins to listen'}"


COMMANDS = (brokers, host)
