"""``unplug status``: the present in short."""

from pathlib import Path

import click

from unplug.cli.output import json_option, print_json
from unplug.engine import looking


@click.command()
@json_option
@click.pass_obj
def status(folder: Path, *, as_json: bool) -> None:
    """Show the present in short."""
    told = looking.status(folder)
    if as_json:
        print_json(told)
    else:
        click.echo("\n".join(looking.sentences(told)))
