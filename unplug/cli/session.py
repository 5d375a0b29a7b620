"""``unplug session``: device-free time on the spot, and how it went."""

from datetime import datetime, time, timedelta
from pathlib import Path

import click

from unplug import durations
from unplug.cli.columns import printable
from unplug.cli.output import json_option, print_json
from unplug.cli.times import local_time
from unplug.clock import Clock, SystemClock, from_ms, to_ms
from unplug.errors import UnplugError

_SHOWN = 20
_MOST = 10_000


@click.group()
def session() -> None:
    """Start, move and end device-free time, and see how it went."""


@session.command()
@click.option("--for", "length", metavar="45M", help="How long, for example 45m.")
@click.option("--until", metavar="18:00", help="Until when; tomorrow if it is past.")
@click.option(
    "--strictness",
    type=click.Choice(["gentle", "firm", "promise"]),
    default="gentle",
    help="How hard it is to leave.",
)
@click.pass_obj
def start(folder: Path, length: str | None, until: str | None, strictness: str) -> None:
    """Begin device-free time now."""
    if (length is None) == (until is None):
        failed = "say how long: either --for 45m or --until 18:00"
        raise click.UsageError(failed)
    clock = SystemClock()
    asked: dict[str, object] = {"do": "session.start", "strictness": strictness}
    if length is not None:
        asked["for_ms"] = durations.parse(length) // timedelta(milliseconds=1)
    elif until is not None:
        asked["until_ms"] = to_ms(_next(local_time(until), clock))
    done = _do(folder, asked, clock)
    if done is not None:
        end = datetime.fromisoformat(str(done["end"]))
        click.echo(f"device-free until {end:%H:%M}", err=True)


@session.command()
@click.option("--reason", metavar="WHY", help="Why; a firm session asks for it.")
@click.option("--need", is_flag=True, help="I need my computer: no reason, no quota.")
@click.pass_obj
def end(folder: Path, reason: str | None, *, need: bool) -> None:
    """End the session that runs; a firm one after one slow breath."""
    asked: dict[str, object] = {"do": "session.end", "reason": reason, "need": need}
    _do(folder, asked, SystemClock())


@session.command()
@click.argument("length", metavar="5M")
@click.pass_obj
def postpone(folder: Path, length: str) -> None:
    """Move the session that is announced, each time by a little less."""
    by_ms = durations.parse(length) // timedelta(milliseconds=1)
    _do(folder, {"do": "session.postpone", "by_ms": by_ms}, SystemClock())


@session.command()
@click.pass_obj
def skip(folder: Path) -> None:
    """Let the announced session pass, or else the next one within a day."""
    _do(folder, {"do": "session.skip"}, SystemClock())


@session.command("undo-skip")
@click.pass_obj
def undo_skip(folder: Path) -> None:
    """Take the last skip back, while something of it is still to come."""
    _do(folder, {"do": "session.undo-skip"}, SystemClock())


@session.command()
@click.pass_obj
def now(folder: Path) -> None:
    """Begin the session that is announced, waits or is offered."""
    _do(folder, {"do": "session.now"}, SystemClock())


@session.command("after-call")
@click.pass_obj
def after_call(folder: Path) -> None:
    """Let the session that is announced wait for the end of the call."""
    _do(folder, {"do": "session.after-call"}, SystemClock())


@session.command()
@click.argument("length", metavar="2H")
@click.pass_obj
def pause(folder: Path, length: str) -> None:
    """Announce and begin nothing for so long; the pause ends by itself."""
    for_ms = durations.parse(length) // timedelta(milliseconds=1)
    _do(folder, {"do": "session.pause", "for_ms": for_ms}, SystemClock())


@session.command()
@click.pass_obj
def resume(folder: Path) -> None:
    """End such a pause."""
    _do(folder, {"do": "session.resume"}, SystemClock())


@session.command("list")
@click.option(
    "--count", type=click.IntRange(1, _MOST), default=_SHOWN, help="At most so many."
)
@json_option
@click.pass_obj
def list_(folder: Path, count: int, *, as_json: bool) -> None:
    """Show how sessions went, the latest first."""
    from unplug.engine.sessions.listed import sessions_listed  # noqa: PLC0415  (slow)

    rows = sessions_listed(folder, SystemClock(), count)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        begin = datetime.fromisoformat(row["start"])
        meant = durations.for_people(round(row["meant_s"] * 1000))
        kept = durations.for_people(round(row["kept_s"] * 1000))
        title = printable(row["title"] or "device-free time")
        how = row["outcome"] or row["state"]
        click.echo(f"{begin:%a %d %b %H:%M}  {kept} of {meant}  {how}  {title}")


def _do(
    folder: Path, asked: dict[str, object], clock: Clock
) -> dict[str, object] | None:
    from unplug.engine.sessions.access import request  # noqa: PLC0415  (slow)

    done = request(folder, clock, asked)
    if not done.running and done.session is not None:
        click.echo("unplug is not running: start it to see the session", err=True)
    if done.running and done.leaving:
        click.echo("one slow breath, then it ends", err=True)
    return done.session


def _next(at: time, clock: Clock) -> datetime:
    """The next instant at which the clock on the wall shows a time."""
    now, zone = clock.stamp().utc, clock.zone()
    day = now.astimezone(zone).date()
    for ahead in range(3):
        local = datetime.combine(day + timedelta(days=ahead), at, zone)
        if (instant := from_ms(to_ms(local))) > now:
            return instant
    failed = "cannot find such a time"
    raise UnplugError(failed, at, "give a length instead: --for 45m")
