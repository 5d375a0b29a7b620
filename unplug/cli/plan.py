"""``unplug plan``: device-free time that comes again."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.times import instant, local_date, local_time
from unplug.clock import Clock, SystemClock
from unplug.errors import UnplugError

if TYPE_CHECKING:
    from unplug.engine.sessions.plan_writing import Written

_MOST = 10_000
_PAUSE_DAYS = 7


@click.group()
def plan() -> None:
    """Plan device-free time that comes again, and see when it comes."""


@plan.command()
@click.argument("name")
@click.option("--rrule", "rule", metavar="RULE", help="When it comes again.")
@click.option("--days", metavar="MON,TUE", help="On which weekdays it comes again.")
@click.option("--at", metavar="18:00", help="When it starts.")
@click.option("--for", "length", metavar="2H", help="How long it is.")
@click.option("--until", metavar="20:00", help="When it ends, instead of a length.")
@click.option("--start", metavar="D", help="The first date; today if not given.")
@click.option(
    "--zone",
    default="floating",
    metavar="Z",
    help="floating (where you are), or a zone like Europe/Madrid.",
)
@click.option(
    "--not-on-holidays",
    "holidays_of",
    is_flag=False,
    flag_value="here",
    metavar="[ES]",
    help="Rest on public holidays, of your country or another.",
)
@click.option(
    "--after", "use", metavar="50M", help="After so much use, whenever it is."
)
@click.option(
    "--long-every", type=int, metavar="N", help="Every so many breaks a long one ..."
)
@click.option("--long-for", metavar="30M", help="... and how long that is.")
@click.option(
    "--wind-down", is_flag=True, help="An evening that gets quiet, --at to --until."
)
@click.option("--first", metavar="7:00", help="From when on screens are welcome ...")
@click.option("--last", metavar="22:00", help="... and until when.")
@click.option("--purpose", default="", metavar="TEXT", help="What the time is for.")
@click.option(
    "--strictness",
    type=click.Choice(["gentle", "firm", "promise"]),
    default="gentle",
    help="How hard it is to leave.",
)
@click.pass_obj
def add(folder: Path, /, **said: Any) -> None:  # noqa: ANN401  (all that a plan is)
    """Plan device-free time: at a time of day, or after so much use."""
    from unplug.engine.sessions import plan_writing, planning  # noqa: PLC0415

    clock = SystemClock()
    for name in ("at", "until", "first", "last"):
        said[name] = None if said[name] is None else local_time(said[name])
    said["start"] = None if said["start"] is None else local_date(said["start"])
    said["zone"] = None if said["zone"] == "floating" else said["zone"]
    said["holidays_of"] = _country(folder, said["holidays_of"], clock)
    written: Written = plan_writing.Written(**said)
    if (missing := plan_writing.missing_in(written)) is not None:
        msg = f"Missing option '{missing}'."
        raise click.UsageError(msg)
    plan = plan_writing.plan_written(written, clock)
    coming = planning.add(folder, clock, plan)
    if written.use is not None:
        click.echo("planned; it comes after so much use", err=True)
    elif coming is None:
        click.echo("planned; no date of it is still to come", err=True)
    else:
        click.echo(f"planned; first on {_said(coming.start)}", err=True)


@plan.command("list")
@json_option
@click.pass_obj
def list_(folder: Path, *, as_json: bool) -> None:
    """Show all plans."""
    from unplug.engine.sessions import plan_listing  # noqa: PLC0415

    rows = plan_listing.listed(folder, SystemClock())
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
    from unplug.engine.sessions import planning  # noqa: PLC0415

    planning.remove(folder, SystemClock(), name)


@plan.command()
@click.argument("name")
@click.option("--from", "first", metavar="D", help="First date; today if not given.")
@click.option("--until", "last", metavar="D", help="Last date; a week if not given.")
@click.pass_obj
def pause(folder: Path, name: str, first: str | None, last: str | None) -> None:
    """Let a plan rest for some days; the pause ends by itself."""
    from unplug.engine.sessions import planning  # noqa: PLC0415

    clock = SystemClock()
    today = clock.stamp().utc.astimezone(clock.zone()).date()
    begin = today if first is None else local_date(first)
    end = _week(begin) if last is None else local_date(last)
    planning.pause(folder, clock, name, begin, end)
    click.echo(f"rests from {begin} to {end}", err=True)


@plan.command()
@click.argument("name")
@click.pass_obj
def resume(folder: Path, name: str) -> None:
    """End the pauses of a plan, also those that are still to come."""
    from unplug.engine.sessions import plan_changes  # noqa: PLC0415

    plan_changes.resume(folder, SystemClock(), name)


@plan.command("leave-out")
@click.argument("name")
@click.argument("days", metavar="D…", nargs=-1, required=True)
@click.pass_obj
def leave_out(folder: Path, name: str, days: tuple[str, ...]) -> None:
    """Let a plan not come on single dates."""
    from unplug.engine.sessions import plan_changes  # noqa: PLC0415

    plan_changes.leave_out(folder, SystemClock(), name, list(map(local_date, days)))


@plan.command("put-back")
@click.argument("name")
@click.argument("days", metavar="D…", nargs=-1, required=True)
@click.pass_obj
def put_back(folder: Path, name: str, days: tuple[str, ...]) -> None:
    """Let a plan come again on dates that were left out."""
    from unplug.engine.sessions import plan_changes  # noqa: PLC0415

    plan_changes.put_back(folder, SystemClock(), name, list(map(local_date, days)))


@plan.command()
@click.argument("name")
@click.pass_obj
def on(folder: Path, name: str) -> None:
    """Let a plan come again that was turned off."""
    from unplug.engine.sessions import plan_changes  # noqa: PLC0415

    plan_changes.turn(folder, SystemClock(), name, on=True)


@plan.command()
@click.argument("name")
@click.pass_obj
def off(folder: Path, name: str) -> None:
    """Keep a plan for later; it does not come until it is turned on."""
    from unplug.engine.sessions import plan_changes  # noqa: PLC0415

    plan_changes.turn(folder, SystemClock(), name, on=False)


@plan.command("next")
@click.option(
    "--count", type=click.IntRange(1, _MOST), default=10, help="At most so many."
)
@click.option("--after", metavar="ISO", help="From this instant on; now if not given.")
@json_option
@click.pass_obj
def next_(folder: Path, count: int, after: str | None, *, as_json: bool) -> None:
    """Show when plans come next."""
    from unplug.engine.sessions import plan_listing  # noqa: PLC0415

    clock = SystemClock()
    zone = clock.zone()
    since = clock.stamp().utc if after is None else instant(after, zone)
    rows = plan_listing.coming(folder, since, zone, count)
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
    from unplug.engine.sessions import calendars  # noqa: PLC0415

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
    from unplug.engine.sessions import calendars  # noqa: PLC0415

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


def _country(folder: Path, asked: str | None, clock: Clock) -> str | None:
    """The country whose public holidays are meant, which are looked up."""
    if asked is None:
        return None
    from unplug.engine.preferences import preferences  # noqa: PLC0415
    from unplug.engine.sessions.public_holidays import (  # noqa: PLC0415
        country_here,
        holidays_in,
    )

    country = asked.upper()
    if asked == "here":
        chosen = preferences(folder).settings.sessions.country
        country = chosen or country_here() or ""
    if not country:
        failed, todo = "cannot tell your country", "name it: --not-on-holidays ES"
        raise UnplugError(failed, "the locale names none", todo)
    known, year = holidays_in(folder), clock.stamp().utc.year
    if known.lacks(country, year):
        known.look_up(country, year)
    return country


def _week(first: date) -> date:
    return first + timedelta(days=_PAUSE_DAYS - 1)
