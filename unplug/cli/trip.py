"""``unplug trip``: a group goes offline together."""

from pathlib import Path

import click

from unplug.cli import (
    trip_brokers,
    trip_calendar,
    trip_carrying,
    trip_deciding,
    trip_devices,
    trip_people,
    trip_together,
)
from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.trip_asking import do, tell, warn, which
from unplug.clock import SystemClock


@click.group()
def trip() -> None:
    """Agree on a window with a group, and be offline together."""


@click.command()
@click.argument("name")
@click.option("--as", "me", required=True, metavar="ME", help="Your name in it.")
@json_option
@click.pass_obj
def create(folder: Path, name: str, me: str, *, as_json: bool) -> None:
    """Begin a trip that you lead."""
    done = do(folder, "create", None, **{"name": name, "as": me})
    warn(done)
    tell(done, f"{done['name']} begins: invite the others", as_json=as_json)


@click.command()
@which
@json_option
@click.pass_obj
def show(folder: Path, which: str | None, *, as_json: bool) -> None:
    """Show a trip: who is in, what is proposed, who holds the plan."""
    from unplug.cli.trip_printed import lines  # noqa: PLC0415  (only to read it)

    shown = do(folder, "show", which)
    if as_json:
        print_json(shown)
        return
    clock = SystemClock()
    for line in lines(shown, clock.stamp().utc.astimezone(clock.zone())):
        click.echo(printable(line))


@click.command("list")
@json_option
@click.pass_obj
def list_(folder: Path, *, as_json: bool) -> None:
    """Show all trips."""
    rows = do(folder, "list", None)["trips"]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        when = row["start"] or "no window yet"
        click.echo(printable(f"{row['trip'][:8]}  {row['name'] or '(asking)'}  {when}"))


@click.command()
@which
@click.pass_obj
def forget(folder: Path, which: str | None) -> None:
    """Delete a trip that you are not in any more from this computer."""
    do(folder, "forget", which)


for _command in (
    create,
    show,
    list_,
    forget,
    *trip_people.COMMANDS,
    *trip_deciding.COMMANDS,
    *trip_together.COMMANDS,
    *trip_carrying.COMMANDS,
    *trip_calendar.COMMANDS,
    *trip_brokers.COMMANDS,
    *trip_devices.COMMANDS,
):
    trip.add_command(_command)
