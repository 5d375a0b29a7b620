"""Asking for something in a trip: which one, of whom, and what is said of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from unplug.cli.columns import printable
from unplug.cli.output import print_json
from unplug.clock import SystemClock

Command = TypeVar("Command", bound=Callable[..., object])
Json = dict[str, Any]


def which(command: Command) -> Command:
    """Add ``--trip`` to a command."""
    told = "Which trip, by its name or the start of its id, where there are several."
    return click.option("--trip", "which", metavar="ID", help=told)(command)


def do(data: Path, what: str, which: str | None, /, **asked: object) -> Json:
    """Have something done in a trip, by the running app or in its place.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    from unplug.engine.trips.access import request  # noqa: PLC0415  (slow)

    message = {"do": f"trip.{what}", "trip": which, **asked}
    return dict(request(data, SystemClock(), message))


def tell(done: Json, sentence: str, *, as_json: bool) -> None:
    """Say what was done: a sentence, or all of it as JSON."""
    if as_json:
        print_json({k: v for k, v in done.items() if k != "warning"})
    else:
        click.echo(printable(sentence), err=True)


def warn(done: Json) -> None:
    """Pass on what the user should know about where the keys are."""
    if done.get("warning"):
        click.echo(f"note: {done['warning']}", err=True)
