"""``unplug plan``: device-free time that comes again."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.times import instant, local_date, local_time
from unplug.clock import SystemClock

if TYPE_CHECKING:
    from unplug.engine.planning import Written

_MOST = 10_000
_PAUSE_DAYS = 7


@click.group()
def plan() -> None:
    """Plan device-free time that comes again, and see when it comes."""


@plan.command()
@click.argument("name")
@click.option("--rrule", metavar="RULE", help="When it comes again; once if not given.")
@click.option("--at", required=True, metavar="18:00", help="When it starts.")
@click.option("--for", "length", required=True, metavar="2H", help="How long it is.")
@click.option("--start", metavar="D", help="The first date; today if not given.")
@click.option(
    "--zone",
    default="floating",
    metavar="Z",
    help="floating (where you are), or a zone like Europe/Madrid.",
)
@click.option(
    "--strictness",
    type=click.Choice(["gentle", "firm", "promise"]),
    default="gentle",
    help="How hard it is to leave.",
)
@click.pass_obj
def add(  # noqa: PLR0913, PLR0917  (all that a plan is)
    folder: Path,
    name: str,
    rrule: str | None,
    at: str,
    length: str,
    start: str | None,
    zone: str,
    strictness: str,
) -> None:
    """Plan device-free time."""
    from unplug.engine import planning  # noqa: PLC0415  (the machine)

    clock = SystemClock()
    written: Written = planning.Written(
        name=name,
        rule=rrule,
        at=local_time(at),
        length=length,
        start=None if start is None else local_date(start),
        zone=None if zone == "floating" else zone,
        strictness=strictness,
    )
    coming = planning.add(folder, clock, written)
    if coming is None:
        click.echo("planned; no date of it is still to come", err=True)
    else:
        click.echo(f"planned; first on {_said(coming.start)}", err=True)


@plan.command("list")
@json_option
@click.pass_obj
def list_(folder: Path, *, as_json: bool) -> None:
    """Show all plans."""
    from unplug.engine import planning  # noqa: PLC0415

    rows = planning.listed(folder, SystemClock())
    if as_json:
        print_json(rows)
        return
    for row in rows:
        rest = f", rests until {row['rests_until']}" if row["rests_until"] else ""
        off = "" if row["on"] else ", off"
        click.echo(printable(f"{row['name']}: {row['says']}{rest}{off}"))


@plan.command()
@click.argument("name")
@click.pass_obj
def remove(folder: Path, name: str) -> None:
    """Remove a plan; a session of it that runs goes on to its end."""
    from unplug.engine import planning  # noqa: PLC0415

    planning.remove(folder, SystemClock(), name)


@plan.command()
@click.argument("name")
@click.option("--from", "first", metavar="D", help="First date; today if not given.")
@click.option("--until", "last", metavar="D", help="Last date; a week if not given.")
@click.pass_obj
def pause(folder: Path, name: str, first: str | None, last: str | None) -> None:
    """Let a plan rest for some days; the pause ends by itself."""
    from unplug.engine import planning  # noqa: PLC0415

    clock = SystemClock()
    today = clock.stamp().utc.astimezone(clock.zone()).date()
    begin = today if first is None else local_date(first)
    end = _week(begin) if last is None else local_date(last)
    planning.pause(folder, clock, name, begin, end)
    click.echo(f"rests from {begin} to {end}", err=True)


@plan.command("next")
@click.option(
    "--count", type=click.IntRange(1, _MOST), default=10, help="At most so many."
)
@click.option("--after", metavar="ISO", help="From this instant on; now if not given.")
@json_option
@click.pass_obj
def next_(folder: Path, count: int, after: str | None, *, as_json: bool) -> None:
    """Show when plans come next."""
    from unplug.engine import planning  # noqa: PLC0415

    clock = SystemClock()
    zone = clock.zone()
    since = clock.stamp().utc if after is None else instant(after, zone)
    rows = planning.coming(folder, since, zone, count)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        start, end = map(datetime.fromisoformat, (row["start"], row["end"]))
        name = printable(row["plan"])
        click.echo(f"{_said(start)} to {end:%a %H:%M}  {name}")


@plan.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export(folder: Path, file: Path) -> None:
    """Write the plans as a calendar that other programs read."""
    from unplug.engine import calendars  # noqa: PLC0415

    for left_out in calendars.export(folder, SystemClock(), file):
        click.echo(f"{printable(left_out)} follows use and is left out", err=True)
    click.echo(file)


@plan.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--preview", is_flag=True, help="Say what would be taken; take nothing.")
@json_option
@click.pass_obj
def import_(folder: Path, file: Path, *, preview: bool, as_json: bool) -> None:
    """Take plans from a calendar."""
    from unplug.engine import calendars  # noqa: PLC0415

    taken = calendars.take_in(folder, SystemClock(), file, only_look=preview)
    if as_json:
        print_json(
            {
                "plans": list(taken.names),
                "problems": [{"line": n, "what": what} for n, what in taken.problems],
            }
        )
        return
    for name in taken.names:
        click.echo(printable(name))
    for line, what in taken.problems:
        click.echo(printable(f"{file}: line {line}: {what}"), err=True)


def _said(start: datetime) -> str:
    return f"{start:%a %d %b %Y %H:%M}"


def _week(first: date) -> date:
    return first + timedelta(days=_PAUSE_DAYS - 1)
