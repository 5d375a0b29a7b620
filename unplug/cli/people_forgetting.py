"""Forgetting somebody from the command line."""

import sys
from pathlib import Path

import click

from unplug.cli.columns import printable
from unplug.clock import Clock
from unplug.engine.people.access import request


def forget_named(folder: Path, clock: Clock, name: str, *, ask: bool) -> None:
    """Forget somebody everywhere.

    Raises:
        UnplugError: the name tells nobody, or several; or the disk does not let it.
    """
    if ask and sys.stdin.isatty():
        told = f"Forget {printable(name)} everywhere, backups too? There is no way back"
        click.confirm(told, abort=True, err=True)
    done = request(folder, clock, {"do": "people.forget", "name": name})
    click.echo("forgotten everywhere", err=True)
    removed = done.get("removed")
    for each in removed if isinstance(removed, list) else ():
        click.echo(f"  {each} could not be cleaned and was removed", err=True)
