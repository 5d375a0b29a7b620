"""``unplug trip``: how a group finds its window."""

from pathlib import Path

import click

from unplug.cli.output import json_option
from unplug.cli.times import instant
from unplug.cli.trip_asking import do, tell, which
from unplug.clock import SystemClock, to_ms

_SAYS = click.Choice(["yes", "maybe", "no"])
_STRICT = click.Choice(["gentle", "firm", "promise"])


@click.command()
@which
@click.option("--start", required=True, metavar="ISO", help="When it starts.")
@click.option("--end", required=True, metavar="ISO", help="When it ends.")
@click.option("--place-zone", required=True, metavar="Z", help="Such as Europe/Madrid.")
@click.option("--place", default="", metavar="TEXT", help="Where it is.")
@json_option
@click.pass_obj
def propose(  # noqa: PLR0913, PLR0917  (all that a window is)
    folder: Path,
    which: str | None,
    start: str,
    end: str,
    place_zone: str,
    place: str,
    *,
    as_json: bool,
) -> None:
    """Propose a window; times without an offset are the place's."""
    from unplug.engine.trips.texts import known_zone  # noqa: PLC0415  (slow)

    zone = known_zone(place_zone)
    wanted = {"zone": place_zone, "place": place}
    starts, ends = to_ms(instant(start, zone)), to_ms(instant(end, zone))
    done = do(folder, "propose", which, start_ms=starts, end_ms=ends, **wanted)
    tell(done, f"proposed as number {done['n']}", as_json=as_json)


@click.command()
@which
@click.argument("n", type=int)
@click.pass_obj
def withdraw(folder: Path, which: str | None, n: int) -> None:
    """Take a proposal back."""
    do(folder, "withdraw", which, n=n)


@click.command()
@which
@click.argument("n", type=int)
@click.argument("say", type=_SAYS)
@click.pass_obj
def vote(folder: Path, which: str | None, n: int, say: str) -> None:
    """Say what you think of proposal N; maybe is "if need be"."""
    do(folder, "vote", which, n=n, say=say)
    click.echo("your vote is kept", err=True)


@click.command()
@which
@click.argument("at", metavar="ISO")
@click.pass_obj
def deadline(folder: Path, which: str | None, at: str) -> None:
    """Say until when votes are wanted."""
    do(folder, "deadline", which, at_ms=to_ms(instant(at, SystemClock().zone())))


@click.command()
@which
@click.argument("n", type=int)
@click.pass_obj
def lock(folder: Path, which: str | None, n: int) -> None:
    """Make proposal N the window, at least an hour ahead."""
    do(folder, "lock", which, n=n)
    click.echo("locked; everybody is asked to answer", err=True)


@click.command()
@which
@click.pass_obj
def cancel(folder: Path, which: str | None) -> None:
    """Call the window off."""
    do(folder, "cancel", which)


@click.command()
@which
@click.argument("say", type=_SAYS)
@click.option("--strictness", type=_STRICT, help="How hard your window is to leave.")
@click.pass_obj
def answer(folder: Path, which: str | None, say: str, strictness: str | None) -> None:
    """Say whether you take part; no is final for this window."""
    do(folder, "answer", which, say=say, strictness=strictness)
    click.echo("your answer is kept", err=True)


COMMANDS = (propose, withdraw, vote, deadline, lock, cancel, answer)
